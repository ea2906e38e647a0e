"""What is right across articles: equal figures, what several tell or one alone, conflicts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product

from divergence.validation.accounts.counts import Found, Parts, share
from divergence.validation.accounts.entries import (
    ConflictEntry,
    Entries,
    FigureEntry,
    MatterEntry,
    Place,
)
from divergence.validation.accounts.matching import figure_pairs, overlap, touches

# Weight from which an editor would want to have a fact.
MATTERS = 2.0

PlacePair = tuple[Place, Place]


def comparison_parts(labels: Entries, prediction: Entries) -> Parts:
    """Count what is right in what is said of several articles together."""
    return {
        **_same_figure(labels.figures, prediction.figures).parts("same_figure"),
        **_told(labels, prediction),
        **_conflicts(labels.conflicts, prediction.conflicts),
    }


def _same_figure(labelled: Sequence[FigureEntry], predicted: Sequence[FigureEntry]) -> Found:
    """Pairs of figures in two articles that answer one question."""
    label_of = {pair.predicted: pair.labelled for pair in figure_pairs(labelled, predicted)}
    together = _grouped(labelled)
    predicted_together = _grouped(predicted)
    named = {
        (min(label_of[a], label_of[b]), max(label_of[a], label_of[b]))
        for a, b in predicted_together
        if a in label_of and b in label_of
    }
    return Found(len(together & named), len(predicted_together), len(together))


def _grouped(figures: Sequence[FigureEntry]) -> set[tuple[int, int]]:
    return {
        (a, b)
        for a, b in combinations(range(len(figures)), 2)
        if figures[a].group
        and figures[a].group == figures[b].group
        and figures[a].article != figures[b].article
    }


def _told(labels: Entries, prediction: Entries) -> Parts:
    """What several articles tell, and what one alone has."""
    labelled = [pair for matter in labels.matters for pair in _place_pairs(matter)]
    predicted = [pair for matter in prediction.matters for pair in _place_pairs(matter)]
    told_in_several = [
        Place(article, span)
        for matter in labels.matters
        for article, spans in matter.told_in.items()
        for span in spans
    ]
    return {
        "told_by_several": share(any(_meet(pair, a) for a in labelled) for pair in predicted),
        "matter_found": share(
            any(_meet(pair, wanted) for pair in predicted for wanted in _place_pairs(part))
            for matter in labels.matters
            for part in _of_two_articles(matter)
        ),
        "only_true": share(
            any(touches(entry.at, label.at) for label in labels.only)
            or not any(touches(entry.at, place) for place in told_in_several)
            for entry in prediction.only
        ),
        "only_found": share(
            any(touches(label.at, entry.at) for entry in prediction.only)
            for label in labels.only
            if label.weight >= MATTERS
        ),
    }


def _place_pairs(matter: MatterEntry) -> Iterator[PlacePair]:
    """Pairs of sentences in two articles that tell one matter."""
    for a, b in combinations(sorted(matter.told_in), 2):
        for x, y in product(matter.told_in[a], matter.told_in[b]):
            yield Place(a, x), Place(b, y)


def _of_two_articles(matter: MatterEntry) -> Iterator[MatterEntry]:
    for pair in combinations(sorted(matter.told_in), 2):
        yield MatterEntry({article: matter.told_in[article] for article in pair})


def _meet(a: PlacePair, b: PlacePair) -> bool:
    return touches(a[0], b[0]) and touches(a[1], b[1])


def _conflicts(labelled: Sequence[ConflictEntry], predicted: Sequence[ConflictEntry]) -> Parts:
    return {
        "conflict_true": share(any(_one_conflict(a, b) for a in labelled) for b in predicted),
        "conflict_found": share(
            any(_one_conflict(a, b) for b in predicted) for a in labelled if a.weight >= MATTERS
        ),
    }


def _one_conflict(a: ConflictEntry, b: ConflictEntry) -> bool:
    """Whether two conflicts overlap in two articles."""
    both = a.versions.keys() & b.versions.keys()
    return sum(overlap(a.versions[name], b.versions[name]) > 0 for name in both) > 1
