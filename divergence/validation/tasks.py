"""Validation tasks by name, as the command line calls them."""

from __future__ import annotations

from pathlib import Path

from divergence.config import SemanticConfig
from divergence.errors import InputError, OutputError, UsageError, must_be_one_of
from divergence.strict_json import dumps
from divergence.validation.scores import Score

TASKS = (
    "alignment",
    "attribution",
    "certainty",
    "events",
    "figures",
    "frames",
    "hedging",
    "loaded",
    "roles",
    "sentiment",
    "syntax",
)


def score(
    task: str, data: Path, *, raw: bool = False, semantic: SemanticConfig | None = None
) -> Score:
    """Score an instrument on labelled data.

    Parameters
    ----------
    task : str
        Name of the task, one of ``TASKS``.
    data : Path
        The labelled file.
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
        If the task is not known.
    InputError
        If the file does not exist.
    LabelsError
        If the file does not have the task's format.
    """
    if task not in TASKS:
        raise UsageError(must_be_one_of("task", task, TASKS))
    if raw and task != "syntax":
        raise UsageError(f"--raw is for syntax only; {task} always starts from raw text.")
    if not data.is_file():
        expected = (
            "a CoNLL-U file (.conllu or .conllu.gz)" if task == "syntax" else "a file of JSON Lines"
        )
        problem = "is a folder" if data.is_dir() else "no such file"
        raise InputError(f"{data}: {problem}; give {expected}.")
    if task == "alignment":
        from divergence.models.instruments import choose
        from divergence.validation.alignment import score_alignment

        return score_alignment(data, sentences=choose(semantic).sentences)
    if task == "attribution":
        from divergence.validation.attribution import score_attribution

        return score_attribution(data)
    if task == "events":
        from divergence.validation.events import score_events

        return score_events(data)
    if task == "figures":
        from divergence.validation.figures import score_figures

        return score_figures(data)
    if task == "frames":
        from divergence.validation.frames import score_frames

        return score_frames(data)
    if task == "hedging":
        from divergence.validation.hedging import score_hedging

        return score_hedging(data)
    if task == "certainty":
        from divergence.validation.certainty import score_certainty

        return score_certainty(data)
    if task == "loaded":
        from divergence.validation.loaded import score_loaded

        return score_loaded(data)
    if task == "sentiment":
        from divergence.models.instruments import choose
        from divergence.validation.sentiment import score_sentiment

        return score_sentiment(data, judge=choose(semantic).tone)
    if task == "roles":
        from divergence.validation.roles import score_roles

        return score_roles(data)
    from divergence.validation.syntax import score_gold, score_raw

    return score_raw(data) if raw else score_gold(data)


def check_place(path: Path) -> None:
    """Raise ``OutputError`` where predictions could not be written, before anything is scored."""
    if path.is_dir():
        raise OutputError(f"{path}: is a folder; name a file for the predictions.")
    if not path.absolute().parent.is_dir():
        raise OutputError(f"{path}: cannot be written (no such folder).")


def write_predictions(scored: Score, path: Path) -> None:
    """Write what was predicted, one JSON object a row.

    Parameters
    ----------
    scored : Score
        What :func:`score` gave back.
    path : Path
        The file to write.

    Raises
    ------
    OutputError
        If the file cannot be written.
    """
    lines = (dumps(row) + "\n" for row in scored.predictions)
    try:
        path.write_text("".join(lines), encoding="utf-8")
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror}).") from error
