"""Reports on disk: every file appears whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import suppress
from functools import partial
from pathlib import Path

from divergence.errors import OutputError, UsageError, must_be_one_of
from divergence.reading.own_output import FILES, is_results
from divergence.reporting import csv_tables, figure_files, report_json
from divergence.reporting.figure_files import DEFAULT, FigureSettings
from divergence.reporting.html import html_page, shards
from divergence.reporting.pdf import pdf_document
from divergence.reporting.report import Report
from divergence.reporting.second_process import Step, run_steps

__all__ = ["write_report"]


FORMATS = ("pdf", "html", "json", "csv")
FIGURES, TABLES = "figures", "tables"
# Every name that a report can write, so that nothing of an earlier one passes for the new one's.
OWN = (
    *("report.pdf", "report.html", "report.json"),
    *(f"{FIGURES}/[0-9][0-9]-*.{kind}" for kind in figure_files.KINDS),
    *(f"{FIGURES}/[0-9][0-9][0-9]-*.{kind}" for kind in figure_files.KINDS),
    *(f"{TABLES}/{name}.csv" for name in csv_tables.NAMES),
    f"{shards.FOLDER}/[0-9][0-9][0-9].html",
)


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
        The folder; made if missing. It holds one report: what an earlier one wrote there and this
        one does not have goes. Files of other names stay as they are.
    formats : sequence of {"pdf", "html", "json", "csv"}
        What to write; "csv" is a folder of tables.
    drawn : FigureSettings, optional
        Which files are made of every figure; with no kinds there are none.
    executor : concurrent.futures.Executor, optional
        Processes in which page and figures are drawn while this one draws the PDF, for example of
        :func:`divergence.reporting.second_process.second_process`; without it everything is drawn
        here. The files are the same.
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
    only then moved into place, one atomic replacement a file. Where a move fails, those before it
    are taken back.

    Examples
    --------
    >>> import tempfile
    >>> from divergence import Article, build_report, compare, measure
    >>> table = measure([Article("1", "Post", "It may rain.")], features=["hedging"])
    >>> report = build_report(compare(table, rounds=20), table, title="Rain")
    >>> no_figures = FigureSettings(())
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     (file,) = write_report(report, folder, formats=["json"], drawn=no_figures)
    >>> file.name
    'report.json'
    """
    check_formats(formats)
    tell = progress or (lambda step: None)
    here: dict[str, Step] = {}
    beside: dict[str, Step] = {}
    if "pdf" in formats:
        here["report.pdf"] = partial(_pdf, report)
    if "json" in formats:
        here["report.json"] = partial(_json, report)
    if "csv" in formats:
        here[TABLES] = partial(_tables, report)
    if "html" in formats:
        beside["report.html"] = partial(html_page.render, report)
    if drawn.kinds:
        beside[FIGURES] = partial(_figures, report, drawn)
    return _put_in_place(run_steps(here, beside, executor, tell), Path(out_dir))


def _pdf(report: Report) -> dict[str, bytes]:
    return {"report.pdf": pdf_document.render(report)}


def _json(report: Report) -> dict[str, bytes]:
    return {"report.json": report_json.render(report)}


def _tables(report: Report) -> dict[str, bytes]:
    return {f"{TABLES}/{name}": data for name, data in csv_tables.render(report).items()}


def _figures(report: Report, settings: FigureSettings) -> dict[str, bytes]:
    made = figure_files.render(report, settings)
    return {f"{FIGURES}/{name}": data for name, data in made.items()}


def check_formats(formats: Sequence[str]) -> tuple[str, ...]:
    """Return formats as they are, or say which there are."""
    for name in formats:
        if name not in FORMATS:
            raise UsageError(must_be_one_of("format", name, FORMATS))
    if not formats:
        raise UsageError(f"no format was given; name some of {', '.join(FORMATS)}.")
    return tuple(formats)


def check_output(out_dir: str | Path) -> None:
    """Make sure that a report can be written, before hours of measuring."""
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
    present = [name for name in FILES if (Path(out_dir) / name).is_file()]
    if present and not is_results(Path(out_dir)):
        raise OutputError(
            f"cannot write to {out_dir}: {present[0]} there would be replaced, and divergence did "
            "not write it; choose another folder with --out, or move it away"
        )


def _put_in_place(contents: Mapping[str, bytes], out_dir: Path) -> tuple[Path, ...]:
    """Put files into place, and take away those of an earlier report that are not among them."""
    aside: Path | None = None
    try:
        out_dir.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=".report-", dir=out_dir))
        for name, data in contents.items():
            _stored(aside / "new" / name, data)
        _replaced(tuple(contents), out_dir, aside)
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


def _replaced(names: Sequence[str], out_dir: Path, aside: Path) -> None:
    """Replace an earlier report by the new one; whatever stops it, the earlier one is put back."""
    stale = [name for name in _earlier(out_dir) if name not in names]
    done: list[str] = []
    try:
        for name in (*names, *stale):
            done.append(name)
            _copy_kept(out_dir / name, aside / "old" / name)
            if name in stale:
                (out_dir / name).unlink()
            else:
                (out_dir / name).parent.mkdir(exist_ok=True)
                os.replace(aside / "new" / name, out_dir / name)  # noqa: PTH105
    except BaseException:
        for name in reversed(done):
            if (aside / "old" / name).exists():
                os.replace(aside / "old" / name, out_dir / name)  # noqa: PTH105
            elif not (aside / "new" / name).exists():
                (out_dir / name).unlink(missing_ok=True)
        raise
    for folder in {(out_dir / name).parent for name in stale} - {out_dir}:
        with suppress(OSError):  # Somebody's own files are in it.
            folder.rmdir()


def _earlier(out_dir: Path) -> list[str]:
    """Names of the files in a folder that an earlier report wrote."""
    paths = {path for pattern in OWN for path in out_dir.glob(pattern) if path.is_file()}
    return sorted(path.relative_to(out_dir).as_posix() for path in paths)


def _copy_kept(path: Path, copy: Path) -> None:
    """Keep a file that is about to go, if it is there."""
    if not path.is_file():
        return
    copy.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(path, copy)
    except OSError:  # Not every disk has hard links.
        shutil.copy2(path, copy)
