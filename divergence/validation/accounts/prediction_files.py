"""Where predictions of accounts go: a folder with a file for each file of labels."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from divergence.errors import OutputError
from divergence.strict_json import dumps
from divergence.validation.scoring import Score


def prediction_files(folder: Path, labels: Sequence[Path]) -> tuple[Path, ...]:
    """Name the file for each file of labels, or raise ``OutputError`` before anything is read."""
    there = next(place for place in (folder, *folder.absolute().parents) if place.exists())
    if not there.is_dir():
        raise OutputError(f"{there}: is a file; name a folder for the predictions of accounts.")
    files = tuple(folder / path.name.removesuffix(".gz") for path in labels)
    written = {path.resolve() for path in labels}
    for path, file in zip(labels, files, strict=True):
        if files.count(file) > 1:
            raise OutputError(f"{path}: another file has its name; predictions go by the name.")
        if file.resolve() in written:
            raise OutputError(
                f"{folder}: predictions would overwrite the labels in {file}; name another folder."
            )
    return files


def write_account_predictions(scored: Score, folder: Path, labels: Sequence[Path]) -> None:
    """Write what was predicted of each event, in the form of its labels."""
    files = prediction_files(folder, labels)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for file, prediction in zip(files, scored.predictions, strict=True):
            file.write_text(dumps(prediction, indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        raise OutputError(f"{folder}: cannot be written ({error.strerror}).") from error
