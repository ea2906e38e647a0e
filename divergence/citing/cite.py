"""How to cite the software, and what one report rests on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from divergence.errors import InputError, UsageError, must_be_one_of

if TYPE_CHECKING:
    from divergence.reporting.report import Report

__all__ = ["cite"]


STYLES = ("bibtex", "text")


def cite(report: Report | str | Path | None = None, *, style: str = "bibtex") -> str:
    """Say how to cite this software and the methods that a report rests on.

    Parameters
    ----------
    report : Report, or str or Path, optional
        What :func:`divergence.build_report` gives, or the ``report.json`` of one that was written;
        without it the software alone.
    style : {"bibtex", "text"}, optional
        BibTeX, or a list to read: what was used, and the works behind it.

    Returns
    -------
    str
        The software first. Features, models, word lists and statistics that the report did not use
        are not cited; a word list of one's own has no work behind it and is named in a comment.

    Raises
    ------
    UsageError
        If ``report`` is of another type, or the style is not known.
    InputError
        If the file cannot be read, or holds no report.

    Examples
    --------
    >>> print(cite().splitlines()[0])
    @software{divergence,
    >>> from divergence import Article, build_report, compare, measure
    >>> table = measure([Article("1", "Post", "It may rain.")], features=["hedging"])
    >>> report = build_report(compare(table, rounds=20), table)
    >>> "@book{hyland2005," in cite(report)
    True
    """
    from divergence.citing import bibtex
    from divergence.citing.used_works import used

    if style not in STYLES:
        raise UsageError(must_be_one_of("style", str(style), STYLES))
    uses = () if report is None else used(_held(report))
    if style == "text":
        return bibtex.listed(uses)
    comments = [f"{use.kind}: {use.name}" for use in uses if not use.works]
    works = (work for use in uses for work in use.works)
    return bibtex.bibtex([bibtex.software(), *works], comments)


def _held(report: Report | str | Path) -> dict[str, Any]:
    from divergence.reporting import report_json
    from divergence.reporting.report import Report

    if isinstance(report, Report):
        return dict(json.loads(report_json.render(report)))
    if isinstance(report, str | Path):
        return _read(Path(report))
    raise UsageError(
        f"cite takes a report, or the path of a report.json, not {type(report).__name__}: "
        "cite(build_report(comparison, table))"
    )


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
