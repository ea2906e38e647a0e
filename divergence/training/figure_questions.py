"""Learn from labelled accounts which figures answer one question.

``python -m divergence.training.figure_questions EVENT.json... --out DIR`` writes
``weights.json.gz`` and prints how well pairs across articles are found, every event judged by what
the others taught.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

import click
import numpy as np

from divergence.comparing.claims.claim_results import text_order
from divergence.comparing.claims.figure_groups import figure_groups
from divergence.comparing.claims.figure_pairs import candidate_pairs, similarities
from divergence.comparing.claims.figure_questions import PART, TASK, Figures, features
from divergence.digesting.digest import digest
from divergence.digesting.quotable import LedgerFigure
from divergence.instruments.linear import Model, write
from divergence.text.annotate import annotate_many
from divergence.text.figures.quantities import every_quantity
from divergence.training.command_options import command, labelled_files, out_folder
from divergence.training.linear_fits import Bag, Recipe, fit
from divergence.types import Span
from divergence.validation.accounts.entries import FigureEntry
from divergence.validation.accounts.labels import LabelledEvent, read_events
from divergence.validation.accounts.matching import figure_pairs

RECIPE = Recipe("logistic", strength=0.1, fewest=2)
LEAST = 0.4
# Of every fifth figure a copy with another number is made, by these factors in turn.
EVERY, FACTORS = 5, (1.1, 1.3, 0.8)


@dataclass(frozen=True, slots=True)
class LabelledFigures:
    """The figures of an event as the program finds them, each with its group or ""."""

    figures: tuple[LedgerFigure, ...]
    groups: tuple[str, ...]
    labelled: int

    def examples(self) -> list[tuple[Bag, bool]]:
        """Return every pair that a comparison looks at, and whether readers join it."""
        known = Figures(self.figures)
        pairs = candidate_pairs(known)
        return [
            (dict.fromkeys(features(known, a, b, alike), 1.0), self._joined(a, b))
            for (a, b), alike in zip(pairs, similarities(self.figures, pairs), strict=True)
        ]

    def altered(self) -> list[tuple[Bag, bool]]:
        """Return pairs of a figure and its own sentence with another number in it.

        Two outlets that differ in a number alone are rare among the labels, and what a reader
        wants most.
        """
        examples: list[tuple[Bag, bool]] = []
        for place in range(0, len(self.figures), EVERY):
            figure, factor = self.figures[place], FACTORS[place // EVERY % len(FACTORS)]
            other = replace(
                figure,
                at=replace(figure.at, article=f"{figure.at.article} altered"),
                text="",
                low=round(figure.low * factor) + 1.0,
                high=round(figure.high * factor) + 1.0,
            )
            known = Figures((*self.figures, other))
            names = features(known, place, len(self.figures), 1.0)
            examples.append((dict.fromkeys(names, 1.0), True))
        return examples

    def counts(self, model: Model) -> tuple[int, int, int]:
        """Count pairs across articles: rightly joined, joined, labelled."""
        joined = [
            pair
            for group in figure_groups(self.figures, model)
            for pair in combinations(group, 2)
            if self.figures[pair[0]].at.article != self.figures[pair[1]].at.article
        ]
        return sum(self._joined(a, b) for a, b in joined), len(joined), self.labelled

    def _joined(self, a: int, b: int) -> bool:
        return self.groups[a] == self.groups[b] != ""


def labelled_figures(event: LabelledEvent) -> LabelledFigures:
    """Read the figures of an event, in the order in which a comparison has them."""
    read: list[tuple[LedgerFigure, FigureEntry]] = []
    for document in annotate_many(event.articles, sides=event.sides):
        spans = [Span(figure.start, figure.end) for figure in every_quantity(document)]
        quotable = digest(document, []).figures
        read += [(f, _entry(f, span)) for f, span in zip(quotable, spans, strict=True)]
    read.sort(key=lambda pair: text_order(pair[0].at))
    figures = tuple(figure for figure, _ in read)
    labels = event.entries.figures
    groups = [""] * len(figures)
    for pair in figure_pairs(labels, [entry for _, entry in read]):
        groups[pair.predicted] = labels[pair.labelled].group
    across = sum(
        a.group == b.group != "" and a.article != b.article for a, b in combinations(labels, 2)
    )
    return LabelledFigures(figures, tuple(groups), across)


def _entry(figure: LedgerFigure, span: Span) -> FigureEntry:
    article = figure.at.article
    return FigureEntry(article, span, figure.low, figure.high, "", figure.unit, *[""] * 5)


def learned(events: Sequence[LabelledFigures]) -> Model:
    """Fit the model to events."""
    bags, joined = zip(
        *(row for event in events for row in (*event.examples(), *event.altered())), strict=True
    )
    part = fit(bags, np.array(joined, dtype=float), RECIPE)
    return Model({PART: part}, {PART: LEAST})


def cross_validated(events: Sequence[LabelledFigures]) -> tuple[int, int, int]:
    """Count pairs of all events, each judged by what the others taught; as ``counts``."""
    total = np.zeros(3, dtype=int)
    for event in events:
        total += event.counts(learned([other for other in events if other is not event]))
    right, joined, labelled = total.tolist()
    return right, joined, labelled


@command
@labelled_files
@out_folder
def main(files: Sequence[Path], out: Path) -> None:
    """Learn from the events of FILES which figures answer one question; write into DIR."""
    events = [labelled_figures(event) for event in read_events(files)]
    target = write(learned(events), out)
    right, joined, labelled = cross_validated(events)
    click.echo(
        f"{target}: {TASK} of {len(events)} events, judged by what the others taught: "
        f"precision {right / max(joined, 1):.3f}, recall {right / max(labelled, 1):.3f}, "
        f"F1 {2 * right / max(joined + labelled, 1):.3f}"
    )


if __name__ == "__main__":
    main()
