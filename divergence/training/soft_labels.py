"""Let the encoder with the package's heads judge unlabelled rows, for the linear model to learn.

``python -m divergence.training.soft_labels ROWS --model FOLDER --out FILE`` reads JSON Lines with
``text``, ``start`` and ``end``, and writes them with ``probs``: probabilities of negative, neutral
and positive toward the target. The linear model, half of which the heads add when they are used in
a report, is left out here: it would teach itself. Needs the semantic extra; single-threaded.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
import numpy as np

from divergence.instruments.adapted_tone import AdaptedTone, Pieces, attended, pieces, read_tone
from divergence.instruments.chosen_instruments import SHIPPED, TONE_FILE
from divergence.instruments.encoder import Encoder
from divergence.training.soft_rows import Floats, read_unlabelled
from divergence.validation.sentiment import documents_of, row_passage

CHUNK, BATCH = 5000, 64
DECIMALS = 4


def probabilities(rows: Sequence[Pieces], transformer: Any, arrays: dict[str, Any]) -> Floats:
    """Judge passages, like lengths together."""
    import torch

    found = np.zeros((len(rows), 3))
    order = sorted(range(len(rows)), key=lambda row: (len(rows[row].ids), row))
    for start in range(0, len(order), BATCH):
        batch = order[start : start + BATCH]
        longest = max(len(rows[row].ids) for row in batch)
        ids = torch.zeros(len(batch), longest, dtype=torch.long)
        mask = torch.zeros_like(ids)
        for at, row in enumerate(batch):
            size = len(rows[row].ids)
            ids[at, :size] = torch.tensor(rows[row].ids)
            mask[at, :size] = 1
        with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
            states = transformer(input_ids=ids, attention_mask=mask).last_hidden_state
        plain = states.float().numpy().astype(np.float64)
        for at, row in enumerate(batch):
            shares = attended(plain[at, : len(rows[row].ids)], rows[row], arrays)
            scores = arrays["intercepts"] + shares.sum(axis=0)
            chances = np.exp(scores - scores.max())
            found[row] = chances / chances.sum()
    return found


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--model", required=True, help="Encoder: a folder, or a name on the model hub.")
@click.option("--out", required=True, type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--heads",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=SHIPPED,
    help="Folder with sentiment.npz; the package's unless given.",
)
def main(file: Path, model: str, out: Path, heads: Path) -> None:
    """Judge the rows of FILE."""
    rows = read_unlabelled(file)
    encoder = Encoder(model)
    arrays = read_tone(heads / TONE_FILE)
    transformer = AdaptedTone(encoder, arrays).transformer
    with out.open("w", encoding="utf-8") as stream:
        for start in range(0, len(rows), CHUNK):
            part = rows[start : start + CHUNK]
            cut = [
                pieces(document, row_passage(document, row), encoder.tokenizer)
                for document, row in documents_of(part)
            ]
            for row, chances in zip(part, probabilities(cut, transformer, arrays), strict=True):
                probs = [round(chance, DECIMALS) for chance in chances.tolist()]
                fields = {"text": row.text, "start": row.start, "end": row.end, "probs": probs}
                stream.write(json.dumps(fields, ensure_ascii=False) + "\n")
    click.echo(f"{out}: {len(rows):,} rows")


if __name__ == "__main__":
    main()
