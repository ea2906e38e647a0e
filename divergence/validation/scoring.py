"""What every validation gives back."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

# Why a metric is not defined, by its name; tasks that share a name share the reason.
_REASONS: dict[str, str] = {
    **dict.fromkeys(
        ("muc_f1", "b_cubed_f1", "ceaf_f1", "conll_f1"),
        "no chain of two mentions is labelled and none was found",
    ),
    **dict.fromkeys(
        ("mention_f1", "span_f1", "head_f1"), "no mention is labelled and none was found"
    ),
    "mention_precision": "no mention was found",
    "mention_recall": "no mention is labelled",
    "agency_spearman": "fewer than two cells with three marked properties of agency, or all alike",
    "auc": "all rows have one label",
    "cue_f1": "no cue is labelled and none was found",
    "content_f1": "no content is labelled and none was found",
    "detected_f1": "no content is labelled and none was found",
    "detected_precision": "no attribution was found",
    "detected_recall": "no content is labelled",
    "baseline_all": "there is no row",
    "baseline_majority": "no frame is in more than half of the rows, and none is labelled",
    "baseline_tfidf": "fewer than ten rows, or no frame is labelled and none was guessed",
    "f1": "no row is labelled uncertain and none was found to be",
    "list_f1": "no row is labelled uncertain and none has a hedge of our list",
    "macro_f1": "nothing is labelled and nothing was found",
    "pearson_r": "fewer than two rows, or all ratings or all predictions are the same",
    "precision": "no row was found to be uncertain",
    "recall": "no row is labelled uncertain",
    "relation_f1": "neither the treebank nor the parser has a subject, an object or an agent",
    "sentiment_spearman": (
        "fewer than two cells with three positive or negative properties, or all alike"
    ),
    "source_f1": "no source is labelled and none was found",
    "speaker_accuracy": "no attribution was found that has a labelled source",
    "unknown_share": "no attribution was found",
    "word_f1": "no word is labelled and none was found",
}
_OF_ONE_FRAME = "no row is labelled with this frame and none was found to tell it"
_NOTHING = "there is nothing to count"


@dataclass(frozen=True, slots=True)
class Score:
    """How many labelled rows were scored, and each metric by its name; nan where undefined.

    ``intervals`` holds the lower and upper end of a 95% interval by the metric's name, for the
    metrics that have one; ``predictions`` what was predicted, row by row; ``n_of`` of how many a
    metric is a share, where ``n`` does not say it; ``undefined`` why metrics may not be defined,
    beside the reasons that tasks share; ``cautions`` what of the labels could not be used.
    """

    n: int
    metrics: Mapping[str, float]
    intervals: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    predictions: Sequence[Mapping[str, object]] = ()
    n_of: Mapping[str, int] = field(default_factory=dict)
    undefined: Mapping[str, str] = field(default_factory=dict)
    cautions: Sequence[str] = ()

    @property
    def reasons(self) -> dict[str, str]:
        """Why metrics are not defined, for those that are not."""
        return {
            name: self.undefined.get(name) or _reason(name)
            for name, value in self.metrics.items()
            if math.isnan(value)
        }


def _reason(metric: str) -> str:
    if metric in _REASONS:
        return _REASONS[metric]
    return _OF_ONE_FRAME if metric.endswith("_f1") else _NOTHING
