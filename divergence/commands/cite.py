"""``divergence cite``: the software, and the works that a report rests on."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("report", type=click.Path(path_type=Path), required=False)
@click.option(
    "--style",
    type=click.Choice(["bibtex", "text"]),
    default="bibtex",
    show_default=True,
    help="BibTeX, or a list to read.",
)
def cite(report: Path | None, style: str) -> None:
    """Print how to cite this software and, with REPORT, a report.json, the methods used in it."""
    from divergence.citing import cite

    click.echo(cite.cite(report, style=style), nl=False)
