"""How well articles are grouped by event, against groups made by people.

Rows: ``event``, the name of its group; ``source`` and ``text``; optionally ``date``, such as
"2021-03-05".

References
----------
Bagga, A., & Baldwin, B. (1998). Entity-based cross-document coreferencing using the vector space
model. COLING-ACL, 79-85.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from datetime import date as Date
from pathlib import Path

import numpy as np

from divergence.comparing.event_detection import find_events
from divergence.counting.tally import Floats
from divergence.validation.labelled_rows import Row, read_rows
from divergence.validation.resampled_metrics import Rows, resampled_score
from divergence.validation.scoring import Score


@dataclass(frozen=True, slots=True, eq=False)
class BCubed:
    """Precision and recall of each item, in [0, 1]."""

    precision: Floats
    recall: Floats


def b_cubed(labelled: Sequence[Hashable], predicted: Sequence[Hashable]) -> BCubed:
    """Score a grouping item by item."""
    both = Counter(zip(labelled, predicted, strict=True))
    belong, together = Counter(labelled), Counter(predicted)
    shared = np.array(
        [both[pair] for pair in zip(labelled, predicted, strict=True)], dtype=np.float64
    )
    return BCubed(
        shared / np.array([together[group] for group in predicted]),
        shared / np.array([belong[group] for group in labelled]),
    )


def score_events(path: Path) -> Score:
    """Score the grouping of articles by event."""
    rows = read_rows(path)
    labelled = [row.words("event", "a name") for row in rows]
    sources = [row.words("source", "a name") for row in rows]
    predicted = find_events([row.text for row in rows], dates=[_date(row) for row in rows])
    scored = score_groups(labelled, predicted)
    predictions = [
        {"line": row.line, "event": event, "source": source, "predicted": group}
        for row, event, source, group in zip(rows, labelled, sources, predicted, strict=True)
    ]
    return replace(scored, predictions=predictions)


def score_groups(labelled: Sequence[str], predicted: Sequence[int]) -> Score:
    """Score predicted groups; see :func:`score_events`."""
    items = b_cubed(labelled, predicted)
    members: dict[str, list[int]] = defaultdict(list)
    for number, event in enumerate(labelled):
        members[event].append(number)
    events = [np.array(numbers) for numbers in members.values()]

    def metrics(drawn: Rows) -> dict[str, float]:
        rows = np.concatenate([events[number] for number in drawn])
        precision = float(items.precision[rows].mean())
        recall = float(items.recall[rows].mean())
        return {
            "f1": 2 * precision * recall / (precision + recall),
            "precision": precision,
            "recall": recall,
        }

    if not events:
        return Score(0, dict.fromkeys(("f1", "precision", "recall"), math.nan))
    return replace(resampled_score(metrics, len(events)), n=len(labelled))


def _date(row: Row) -> Date | None:
    if row.fields.get("date") in (None, ""):
        return None
    written = row.field("date", str, 'a date such as "2021-03-05"')
    try:
        return Date.fromisoformat(written[:10])
    except ValueError as error:
        raise row.error("date", f'is {written!r}; expected a date such as "2021-03-05"') from error
