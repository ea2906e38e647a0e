"""Validation tasks by name, as the command line calls them."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from divergence.errors import InputError, OutputError, UsageError, must_be_one_of
from divergence.instruments.semantic_settings import SemanticConfig
from divergence.strict_json import dumps
from divergence.validation.scoring import Score

__all__ = ["score"]


# A task is a module of this folder with a function ``score_NAME``; syntax has two of its own, and
# accounts are a folder.
TASKS = (
    "accounts",
    "alignment",
    "attribution",
    "certainty",
    "entities",
    "events",
    "figures",
    "frames",
    "hedging",
    "loaded",
    "roles",
    "sentiment",
    "syntax",
)

EXPECTED = {
    "accounts": "a JSON file of one event",
    "syntax": "a CoNLL-U file (.conllu or .conllu.gz)",
}


def score(
    task: str,
    data: Path | Sequence[Path],
    *,
    raw: bool = False,
    semantic: SemanticConfig | None = None,
) -> Score:
    """Score an instrument on labelled data.

    Parameters
    ----------
    task : str
        Name of the task, one of ``TASKS``.
    data : Path or sequence of Path
        The labelled file; of accounts also several, each of one event.
    raw : bool, optional
        For ``syntax``: run the whole path from raw text instead of the treebank's own words.
    semantic : SemanticConfig, optional
        For ``sentiment`` and ``alignment``: score the instruments of the semantic extra.

    Returns
    -------
    Score
        The number of items and the metrics by name.

    Raises
    ------
    UsageError
        If the task is not known, or has other than one file and is not accounts.
    InputError
        If the file does not exist.
    LabelsError
        If the file does not have the task's format.
    """
    if task not in TASKS:
        raise UsageError(must_be_one_of("task", task, TASKS))
    if raw and task != "syntax":
        raise UsageError(f"--raw is for syntax only; {task} always starts from raw text.")
    files = [data] if isinstance(data, Path) else list(data)
    if not files or (len(files) > 1 and task != "accounts"):
        raise UsageError(
            f"{task} takes one file of labels, not {len(files)}; only accounts takes several."
        )
    for file in files:
        _check_file(task, file)
    if task == "accounts":
        from divergence.validation.accounts.scores import score_accounts

        return score_accounts(files)
    if task == "syntax":
        from divergence.validation.syntax import score_gold, score_raw

        return score_raw(files[0]) if raw else score_gold(files[0])
    module = import_module(f"divergence.validation.{task}")
    scored: Score = getattr(module, f"score_{task}")(files[0], **_instrument(task, semantic))
    return scored


def _check_file(task: str, file: Path) -> None:
    if not file.is_file():
        expected = EXPECTED.get(task, "a file of JSON Lines")
        problem = "is a folder" if file.is_dir() else "no such file"
        raise InputError(f"{file}: {problem}; give {expected}.")


def _instrument(task: str, semantic: SemanticConfig | None) -> dict[str, object]:
    """What the settings may put in the place of the built-in instrument."""
    if task not in {"alignment", "sentiment"}:
        return {}
    from divergence.instruments.chosen_instruments import choose

    chosen = choose(semantic)
    return {"sentences": chosen.sentences} if task == "alignment" else {"judge": chosen.tone}


def check_place(path: Path, task: str, data: Sequence[Path]) -> None:
    """Raise ``OutputError`` where predictions could not be written, before anything is scored."""
    if task == "accounts":
        from divergence.validation.accounts.prediction_files import prediction_files

        prediction_files(path, data)
        return
    if path.is_dir():
        raise OutputError(f"{path}: is a folder; name a file for the predictions.")
    if not path.absolute().parent.is_dir():
        raise OutputError(f"{path}: cannot be written (no such folder).")


def write_predictions(scored: Score, path: Path, task: str, data: Sequence[Path]) -> None:
    """Write what was predicted, one JSON object a row; of accounts a file for each event."""
    if task == "accounts":
        from divergence.validation.accounts.prediction_files import write_account_predictions

        write_account_predictions(scored, path, data)
        return
    lines = (dumps(row) + "\n" for row in scored.predictions)
    try:
        path.write_text("".join(lines), encoding="utf-8")
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror}).") from error
