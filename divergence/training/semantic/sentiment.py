"""Train adapters and head for tone toward a party, with names masked.

``python -m divergence.training.semantic.sentiment TRAIN --model FOLDER --out DIR`` reads JSON Lines
with ``text``, ``start``, ``end``, ``target`` and ``label``, and an encoder (a folder or a name on
the model hub). It writes ``sentiment.npz``. ``--check FILE`` scores the written weights on labels
that were not trained on. Single-threaded with a fixed seed, about a quarter of an hour.
"""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from pathlib import Path

import click
import numpy as np

from divergence.instruments.adapted_tone import (
    AdaptedTone,
    Floats,
    Pieces,
    pieces,
    read_tone,
    write_tone,
)
from divergence.instruments.chosen_instruments import TONE_FILE
from divergence.instruments.encoder import Encoder
from divergence.instruments.target_tone import LABELS
from divergence.training.command_options import (
    FILE,
    command,
    encoder_name,
    heads_folder,
    labelled_file,
)
from divergence.training.semantic.adapting import Adapted, batches, weights_of
from divergence.validation.sentiment import documents_of, read_targets, row_passage, score_sentiment

EPOCHS, BATCH = 3, 32
PACE, HEAD_PACE = 1e-3, 1e-3
WARMING, DECAY, SMOOTHING, LONGEST_STEP = 0.1, 0.01, 0.05, 1.0


def fit(
    rows: Sequence[Pieces],
    labels: Sequence[int],
    encoder: Encoder,
    *,
    epochs: int = EPOCHS,
    seed: int = 0,
) -> dict[str, Floats]:
    """Train on rows."""
    import torch

    torch.set_num_threads(1)
    torch.manual_seed(seed)
    draw = random.Random(seed)
    truth = torch.tensor(labels)
    weights = torch.from_numpy(weights_of(np.array(labels)))
    model = Adapted(encoder)
    learning = [*model.head(), *model.adapters()]
    optimizer = torch.optim.AdamW(
        [
            {"params": model.head(), "lr": HEAD_PACE},
            {"params": model.adapters(), "lr": PACE},
        ],
        weight_decay=DECAY,
    )
    n_steps = epochs * math.ceil(len(rows) / BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _pace(step, n_steps))
    lengths = [len(row.ids) for row in rows]
    for epoch in range(epochs):
        lost = []
        for batch in batches(lengths, BATCH, draw):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                scores = model.scores([rows[row] for row in batch], learning=True)
            loss = torch.nn.functional.cross_entropy(
                scores.float(), truth[batch], weight=weights, label_smoothing=SMOOTHING
            )
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(learning, LONGEST_STEP)
            optimizer.step()
            schedule.step()
            lost.append(loss.item())
        click.echo(f"epoch {epoch + 1} of {epochs}: loss {np.mean(lost):.3f}")
    return model.arrays()


def _pace(step: int, n_steps: int) -> float:
    warm = WARMING * n_steps
    return min((step + 1) / warm, max(0.0, (n_steps - step) / (n_steps - warm)))


@command
@labelled_file
@encoder_name
@heads_folder
@click.option(
    "--check",
    "checks",
    multiple=True,
    type=FILE,
    help="Labels to score the result on; may be repeated.",
)
@click.option("--epochs", type=click.IntRange(1, 100), default=EPOCHS, show_default=True)
@click.option("--seed", type=click.IntRange(0), default=0, show_default=True)
def main(
    file: Path, model: str, out: Path, checks: tuple[Path, ...], epochs: int, seed: int
) -> None:
    """Train on FILE and write sentiment.npz into the folder."""
    encoder = Encoder(model)
    labelled = list(documents_of(read_targets(file)))
    rows = [
        pieces(document, row_passage(document, row), encoder.tokenizer)
        for document, row in labelled
    ]
    labels = [LABELS.index(row.label) for _, row in labelled]
    arrays = fit(rows, labels, Encoder(model), epochs=epochs, seed=seed)
    target = out / TONE_FILE
    write_tone(arrays, target, fingerprint=encoder.fingerprint)
    click.echo(f"{target}: {len(rows):,} rows, {target.stat().st_size:,} bytes")
    for check in checks:
        scored = score_sentiment(check, judge=AdaptedTone(encoder, read_tone(target)))
        click.echo(f"{check.name}: n {scored.n:,}, macro-F1 {scored.metrics['macro_f1']:.4f}")


if __name__ == "__main__":
    main()
