"""How well the accounts of events are read and compared, against what careful readers found.

Each file holds one event; ``docs/validation.md`` describes its form and every measure.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from divergence.strict_json import dumps
from divergence.validation.accounts.across_articles import comparison_parts
from divergence.validation.accounts.counts import Parts
from divergence.validation.accounts.entries import Entries, EntryReader
from divergence.validation.accounts.event_predictions import Row, predict
from divergence.validation.accounts.label_fields import Fields
from divergence.validation.accounts.labels import LabelledEvent, read_events
from divergence.validation.accounts.within_articles import figure_parts, speech_parts
from divergence.validation.ratio_metrics import ratio_score
from divergence.validation.scoring import Score

# Why a measure is not defined, by its name.
_NO_SPEECH = "no labelled speech was found"
_NO_FIGURE = "no labelled figure was found with the right value"
REASONS = {
    "speech": "no speech is labelled and none was found",
    "speech_precision": "no speech was found",
    "speech_recall": "no speech is labelled",
    "speaker": _NO_SPEECH,
    "speaker_person": "no labelled speech of a person was found",
    "side": "no event has sides, or none of its labelled speech was found",
    "form": _NO_SPEECH,
    "stance": _NO_SPEECH,
    "figures": "no figure is labelled and none was found",
    "figures_precision": "no figure was found",
    "figures_recall": "no figure is labelled",
    **dict.fromkeys(("bound", "unit", "subject", "claimant", "time", "place"), _NO_FIGURE),
    "same_figure": "no figures of two articles are labelled as the same and none were taken for it",
    "same_figure_precision": "no figures of two articles were taken for the same",
    "same_figure_recall": "no figures of two articles are labelled as the same",
    "told_by_several": "nothing was found that several articles tell",
    "matter_found": "nothing is labelled that several articles tell",
    "only_true": "nothing was found that only one article has",
    "only_found": "nothing is labelled with weight 2 or 3 that only one article has",
    "conflict_true": "no conflict was found",
    "conflict_found": "no conflict is labelled with weight 2 or 3",
}


def score_accounts(paths: Sequence[Path]) -> Score:
    """Read the articles of every event with its sides, and score what is said of them.

    Intervals resample whole events.
    """
    events = read_events(paths)
    predictions = [_as_written(event) for event in events]
    return replace(
        score_predictions(events, predictions),
        predictions=predictions,
        cautions=tuple(caution for event in events for caution in event.cautions),
    )


def score_predictions(events: Sequence[LabelledEvent], predictions: Sequence[Row]) -> Score:
    """Score predictions of events, in the form of the labels."""
    rows = [
        event_parts(event, _entries(event, prediction))
        for event, prediction in zip(events, predictions, strict=True)
    ]
    below = {name: int(sum(row[name].below for row in rows)) for name in rows[0]}
    # Of a figure F1 the number below the line counts labels and predictions together.
    shares = {name: n for name, n in below.items() if f"{name}_recall" not in below}
    return replace(ratio_score(rows), undefined=REASONS, n_of=shares)


def event_parts(event: LabelledEvent, prediction: Entries) -> Parts:
    """Count what is right in a prediction of one event."""
    labels = event.entries
    return {
        **speech_parts(labels.speech, prediction.speech, sides=bool(event.sides)),
        **figure_parts(labels.figures, prediction.figures),
        **comparison_parts(labels, prediction),
    }


def _as_written(event: LabelledEvent) -> Row:
    """Predict an event as a file would hold it, so that a file is scored alike."""
    written: Row = json.loads(dumps(predict(event.name, event.articles, event.sides)))
    return written


def _entries(event: LabelledEvent, prediction: Row) -> Entries:
    texts = {article.id: article.text for article in event.articles}
    return EntryReader(texts, labelled=False).read(Fields(event.path, prediction))
