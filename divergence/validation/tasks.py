"""Validation tasks by name, as the command line calls them."""

from __future__ import annotations

import json
from pathlib import Path

from divergence.errors import InputError, OutputError, UsageError, must_be_one_of
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


def score(task: str, data: Path, *, raw: bool = False) -> Score:
    """Score an instrument on labelled data.

    Parameters
    ----------
    task : str
        Name of the task, one of ``TASKS``.
    data : Path
        The labelled file.
    raw : bool, optional
        For ``syntax``: run the whole path from raw text instead of the treebank's own words.

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
    if not data.is_file():
        expected = "a CoNLL-U file (.conllu or .conllu.gz)" if task == "syntax" else "JSON Lines"
        raise InputError(f"{data}: no such file; give {expected}.")
    if task == "alignment":
        from divergence.validation.alignment import score_alignment

        return score_alignment(data)
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
        from divergence.validation.sentiment import score_sentiment

        return score_sentiment(data)
    if task == "roles":
        from divergence.validation.roles import score_roles

        return score_roles(data)
    from divergence.validation.syntax import score_gold, score_raw

    return score_raw(data) if raw else score_gold(data)


def write_predictions(scored: Score, path: Path) -> None:
    """Write what was predicted, one JSON object a row of the labelled file.

    Parameters
    ----------
    scored : Score
        What :func:`score` gave back.
    path : Path
        The file to write.

    Raises
    ------
    UsageError
        If the task keeps no predictions.
    OutputError
        If the file cannot be written.
    """
    if not scored.predictions:
        raise UsageError("this task keeps no predictions; leave --predictions out.")
    lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in scored.predictions)
    try:
        path.write_text("".join(lines), encoding="utf-8")
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror}).") from error
