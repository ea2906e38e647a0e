"""``divergence measure``: every article of a corpus into a table."""

from __future__ import annotations

from pathlib import Path

import click

from divergence.commands.messages import (
    bar,
    number_of,
    say_config,
    say_lists,
    say_notices,
    say_rejections,
    say_removed,
    typed,
)
from divergence.commands.shared_options import PATH, config_option


@click.command()
@click.argument("path", type=PATH)
@click.option("-o", "--output", type=PATH, required=True, help="A .csv, .jsonl or .parquet file.")
@config_option
def measure(path: Path, output: Path, config_file: Path | None) -> None:
    """Measure every article under PATH into a table, one row an article."""
    from divergence import runs
    from divergence.run_inputs import configure

    config = configure(path, config_file)
    say_config(config.path)
    say_lists(config.lexicons)
    if not config.sides:
        click.echo(
            "No sides are configured, so measures per side are left out; "
            f"`divergence init {typed(path)}` proposes some."
        )
    measured = runs.measure(path, output, config, progress=bar)
    n_in = measured.n_articles + len(measured.rejections)
    say_rejections(measured.rejections, n_in)
    say_removed(measured.n_removed, path)
    say_notices(measured.notices)
    click.echo(f"Wrote {number_of(measured.n_articles, 'article')} to {output}.")
