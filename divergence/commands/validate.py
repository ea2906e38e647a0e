"""``divergence validate``: an instrument scored on labelled data."""

from __future__ import annotations

from pathlib import Path

import click

from divergence import strict_json
from divergence.commands.shared_options import PATH, config_option


@click.command()
@click.argument("task")
@click.argument("data", type=PATH)
@config_option
@click.option("--raw", is_flag=True, help="syntax: score from raw text, with our own words.")
@click.option("--json", "as_json", is_flag=True, help="The scores as JSON, for scripts.")
@click.option("--predictions", type=PATH, help="File for what was predicted, row by row.")
def validate(
    task: str,
    data: Path,
    config_file: Path | None,
    raw: bool,
    as_json: bool,
    predictions: Path | None,
) -> None:
    """Score an instrument on labelled DATA.

    TASK is syntax (DATA in CoNLL-U), or one of alignment, attribution, certainty, events, figures,
    frames, hedging, loaded, roles and sentiment (JSON Lines). With --predictions, every task writes
    what it predicted as JSON Lines; those of attribution can be scored as labels themselves.
    Sentiment and alignment are scored with the semantic extra where the settings name a model.
    """
    from divergence.config import load_config
    from divergence.validation import tasks

    semantic = load_config(config_file, Path.cwd(), Path.cwd()).semantic
    if predictions is not None:
        tasks.check_place(predictions)
    scored = tasks.score(task, data, raw=raw, semantic=semantic)
    if predictions is not None:
        tasks.write_predictions(scored, predictions)
    if as_json:
        shown = {
            "task": task,
            "n": scored.n,
            "metrics": scored.metrics,
            "intervals": scored.intervals,
            "reasons": scored.reasons,
        }
        click.echo(strict_json.dumps(shown, indent=2))
        return
    click.echo(f"{task} on {data.name}, n = {scored.n:,} {'words' if task == 'syntax' else 'rows'}")
    for name, number in scored.metrics.items():
        if name in scored.reasons:
            click.echo(f"  {name:<20} not defined ({scored.reasons[name]})")
            continue
        ends = scored.intervals.get(name)
        interval = f"  [{ends[0]:.4f}, {ends[1]:.4f}]" if ends else ""
        click.echo(f"  {name:<20} {number:.4f}{interval}")
