"""``divergence validate``: an instrument scored on labelled data."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from divergence import strict_json
from divergence.commands.shared_options import PATH, config_option

if TYPE_CHECKING:
    from divergence.validation.scoring import Score

_ITEMS = {"accounts": "events", "syntax": "words"}
_NARROWEST = 20


@click.command()
@click.argument("task")
@click.argument("data", type=PATH, nargs=-1, required=True)
@config_option
@click.option("--raw", is_flag=True, help="syntax: score from raw text, with our own words.")
@click.option("--json", "as_json", is_flag=True, help="The scores as JSON, for scripts.")
@click.option(
    "--predictions",
    type=PATH,
    help="File for what was predicted, row by row; of accounts a folder, a file each.",
)
def validate(
    task: str,
    data: tuple[Path, ...],
    config_file: Path | None,
    raw: bool,
    as_json: bool,
    predictions: Path | None,
) -> None:
    """Score an instrument on labelled DATA.

    TASK is accounts (DATA are JSON files, each of one event), syntax (DATA in CoNLL-U), or one of
    alignment, attribution, certainty, entities, events, figures, frames, hedging, loaded, roles and
    sentiment (JSON Lines). With --predictions, every task writes what it predicted as JSON Lines;
    those of attribution can be scored as labels themselves. Accounts are written as JSON in the
    form of their labels. Sentiment and alignment are scored with the semantic extra where the
    settings name a model.
    """
    from divergence.config import load_config
    from divergence.validation import tasks

    semantic = load_config(config_file, Path.cwd(), Path.cwd()).semantic
    if predictions is not None:
        tasks.check_place(predictions, task, data)
    scored = tasks.score(task, data, raw=raw, semantic=semantic)
    for caution in scored.cautions:
        click.echo(f"Caution: {caution}", err=True)
    if predictions is not None:
        tasks.write_predictions(scored, predictions, task, data)
    if as_json:
        click.echo(strict_json.dumps(_as_json(task, scored), indent=2))
        return
    more = f" and {len(data) - 1} more" if len(data) > 1 else ""
    click.echo(f"{task} on {data[0].name}{more}, n = {scored.n:,} {_ITEMS.get(task, 'rows')}")
    for line in _lines(scored):
        click.echo(line)


def _as_json(task: str, scored: Score) -> dict[str, object]:
    shown: dict[str, object] = {
        "task": task,
        "n": scored.n,
        "metrics": scored.metrics,
        "intervals": scored.intervals,
        "reasons": scored.reasons,
    }
    return shown | ({"n_of": scored.n_of} if scored.n_of else {})


def _lines(scored: Score) -> Sequence[str]:
    """A line for each metric: its value, its interval, and of how many it is a share."""
    width = max(_NARROWEST, *map(len, scored.metrics))
    lines = []
    for name, number in scored.metrics.items():
        if name in scored.reasons:
            lines.append(f"  {name:<{width}} not defined ({scored.reasons[name]})")
            continue
        ends = scored.intervals.get(name)
        interval = f"  [{ends[0]:.4f}, {ends[1]:.4f}]" if ends else ""
        of = f"  of {scored.n_of[name]:,}" if name in scored.n_of else ""
        lines.append(f"  {name:<{width}} {number:.4f}{interval}{of}")
    return lines
