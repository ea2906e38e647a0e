"""Reports on disk: every file appears whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from divergence.errors import OutputError, UsageError, must_be_one_of
from divergence.reporting import json_, pdf, png
from divergence.reporting.report import Report

FORMATS = ("pdf", "png", "json")
FIGURES = "figures"


def write_report(
    report: Report,
    out_dir: str | Path,
    *,
    formats: Sequence[str] = FORMATS,
    progress: Callable[[str], None] | None = None,
) -> tuple[Path, ...]:
    """Render a report and put its files in a folder.

    Parameters
    ----------
    report : Report
        What to write.
    out_dir : str or Path
        The folder; made if missing. Other files in it stay as they are, except figures of an
        earlier report.
    formats : sequence of {"pdf", "png", "json"}
        What to write.
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
    for name in formats:
        if name not in FORMATS:
            raise UsageError(must_be_one_of("format", name, FORMATS))
    tell = progress or (lambda step: None)
    contents: dict[str, bytes] = {}
    if "pdf" in formats:
        tell("report.pdf")
        contents["report.pdf"] = pdf.render(report)
    if "png" in formats:
        tell("figures")
        contents |= {f"{FIGURES}/{name}": data for name, data in png.render(report).items()}
    if "json" in formats:
        tell("report.json")
        contents["report.json"] = json_.render(report)
    return _moved(contents, Path(out_dir), figures="png" in formats)


def check_output(out_dir: str | Path) -> None:
    """Make sure that a report can be written, before hours of measuring.

    Parameters
    ----------
    out_dir : str or Path
        The folder that a report is to be written to; it is not made yet.

    Raises
    ------
    OutputError
        If it is a file, or if it or the nearest folder above it cannot be written.
    """
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


def _moved(contents: Mapping[str, bytes], out_dir: Path, *, figures: bool) -> tuple[Path, ...]:
    aside: Path | None = None
    try:
        out_dir.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=".report-", dir=out_dir))
        for name, data in contents.items():
            _stored(aside / name, data)
        if figures:
            (out_dir / FIGURES).mkdir(exist_ok=True)
        for name in contents:
            os.replace(aside / name, out_dir / name)  # noqa: PTH105
        if figures:
            _cleared(out_dir / FIGURES, {Path(name).name for name in contents})
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


def _cleared(folder: Path, keep: set[str]) -> None:
    """Remove figures of an earlier report (numbered PNG files) that this one does not have."""
    for path in sorted(folder.glob("[0-9][0-9]-*.png")):
        if path.name not in keep:
            path.unlink()
