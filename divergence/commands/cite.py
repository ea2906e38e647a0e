"""``divergence cite``: the software, and the works that a report rests on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from divergence.errors import InputError


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
    from divergence.citing import bibtex
    from divergence.citing.used import used

    found = used(_read(report)) if report else ()
    if style == "text":
        click.echo(bibtex.listed(found), nl=False)
        return
    comments = [f"{each.kind}: {each.name}" for each in found if not each.works]
    works = (work for each in found for work in each.works)
    click.echo(bibtex.bibtex([bibtex.software(), *works], comments), nl=False)


def _read(path: Path) -> dict[str, Any]:
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise InputError(f"{path}: no such file. Check the path.") from None
    except IsADirectoryError:
        raise InputError(f"{path}: is a folder; give the report.json in it.") from None
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}).") from error
    except ValueError as error:
        raise InputError(f"{path}: is not JSON; give the report.json of a report.") from error
    if not isinstance(held, dict) or not {"run", "comparison"} <= set(held):
        raise InputError(f"{path}: is not a report; give the report.json that `report` wrote.")
    return held
