"""Reports on disk: every file appears whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Executor
from functools import partial
from pathlib import Path

from divergence.errors import OutputError, UsageError, must_be_one_of
from divergence.reporting import figures, json_, pdf, tables
from divergence.reporting.aside import Step
from divergence.reporting.aside import drawn as all_drawn
from divergence.reporting.figures import DEFAULT, FigureSettings
from divergence.reporting.html import page, shards
from divergence.reporting.report import Report

FORMATS = ("pdf", "html", "json", "csv")
FIGURES, TABLES = "figures", "tables"


def write_report(
    report: Report,
    out_dir: str | Path,
    *,
    formats: Sequence[str] = FORMATS,
    drawn: FigureSettings = DEFAULT,
    executor: Executor | None = None,
    progress: Callable[[str], None] | None = None,
) -> tuple[Path, ...]:
    """Render a report and put its files in a folder.

    Parameters
    ----------
    report : Report
        What to write.
    out_dir : str or Path
        The folder; made if missing. Other files in it stay as they are, except figures and pages
        of articles of an earlier report.
    formats : sequence of {"pdf", "html", "json", "csv"}
        What to write; "csv" is a folder of tables.
    drawn : FigureSettings, optional
        Which files are made of every figure; with no kinds there are none.
    executor : concurrent.futures.Executor, optional
        Processes in which page and figures are drawn while this one draws the PDF, for example of
        :func:`divergence.reporting.aside.second_process`; without it everything is drawn here.
        The files are the same.
    progress : callable, optional
        Called with the name of each step.

    Returns
    -------
    tuple of Path
        The files written, report.pdf first.

    Raises
    ------
    OutputError
        If the folder cannot be written; an earlier report is then still whole.
    UsageError
        If a format is not known.

    Notes
    -----
    Everything is rendered and written to a temporary folder beside the files it replaces, and
    only then moved into place, one atomic replacement a file.
    """
    check_formats(formats)
    tell = progress or (lambda step: None)
    steps: dict[str, Step] = {}
    if "pdf" in formats:
        steps["report.pdf"] = partial(_pdf, report)
    if "html" in formats:
        steps["report.html"] = partial(page.render, report)
    if drawn.kinds:
        steps[FIGURES] = partial(_figures, report, drawn)
    contents = all_drawn(steps, executor, tell)
    if "json" in formats:
        tell("report.json")
        contents["report.json"] = json_.render(report)
    if "csv" in formats:
        tell(TABLES)
        made = tables.render(report)
        contents |= {f"{TABLES}/{name}": data for name, data in made.items()}
    return _moved(contents, Path(out_dir), _replaced(formats, drawn))


def _pdf(report: Report) -> dict[str, bytes]:
    return {"report.pdf": pdf.render(report)}


def _figures(report: Report, settings: FigureSettings) -> dict[str, bytes]:
    made = figures.render(report, settings)
    return {f"{FIGURES}/{name}": data for name, data in made.items()}


def _replaced(formats: Sequence[str], drawn: FigureSettings) -> tuple[str, ...]:
    """Names of files that belong to an earlier report where this one does not have them."""
    old = [f"{FIGURES}/[0-9][0-9]-*.{kind}" for kind in drawn.kinds]
    if "html" in formats:
        old.append(f"{shards.FOLDER}/[0-9][0-9][0-9].html")
    if "csv" in formats:
        old += [f"{TABLES}/{name}.csv" for name in tables.NAMES]
    return tuple(old)


def check_formats(formats: Sequence[str]) -> tuple[str, ...]:
    """Return formats as they are, or say which there are.

    Raises
    ------
    UsageError
        If a format is not known, or none is given.
    """
    for name in formats:
        if name not in FORMATS:
            raise UsageError(must_be_one_of("format", name, FORMATS))
    if not formats:
        raise UsageError(f"no format was given; name some of {', '.join(FORMATS)}.")
    return tuple(formats)


def check_output(out_dir: str | Path) -> None:
    """Make sure that a report can be written, before hours of measuring.

    Parameters
    ----------
    out_dir : str or Path
        The folder that a report is to be written to; it is not made yet.

    Raises
    ------
    OutputError
        If it has no name or is a file, or if it or the nearest folder above it cannot be
        written.
    """
    if not str(out_dir).strip():
        raise OutputError("no folder was named to write to; give one with --out")
    there = Path(out_dir).absolute()
    while not there.exists() and there != there.parent:
        there = there.parent
    if not there.is_dir():
        raise OutputError(f"cannot write to {out_dir}: {there} is a file; give a folder with --out")
    if not os.access(there, os.W_OK | os.X_OK):
        raise OutputError(
            f"cannot write to {out_dir}: {there} is not writable; choose another folder with "
            "--out, or make this one writable"
        )


def _moved(contents: Mapping[str, bytes], out_dir: Path, old: Sequence[str]) -> tuple[Path, ...]:
    """Put files into place; those of an earlier report that match ``old`` and are not new go."""
    aside: Path | None = None
    try:
        out_dir.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=".report-", dir=out_dir))
        for name, data in contents.items():
            _stored(aside / name, data)
        for name in contents:
            (out_dir / name).parent.mkdir(exist_ok=True)
            os.replace(aside / name, out_dir / name)  # noqa: PTH105
        for pattern in old:
            _cleared(out_dir, pattern, set(contents))
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(
            f"cannot write the report to {out_dir}: {reason}; choose another folder with --out, "
            "or make this one writable"
        ) from error
    finally:
        if aside is not None:
            shutil.rmtree(aside, ignore_errors=True)
    return tuple(out_dir / name for name in contents)


def _stored(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _cleared(out_dir: Path, pattern: str, keep: set[str]) -> None:
    """Remove numbered files of an earlier report that this one does not have."""
    for path in sorted(out_dir.glob(pattern)):
        if path.relative_to(out_dir).as_posix() not in keep:
            path.unlink()
