"""Train what belongs to a figure: parts of its subject, its time, its place and its claimant.

``python -m divergence.training.figures EVENT... --out DIR`` reads events labelled by readers (a
file each), learns from the figures that the program finds in them too, writes ``weights.json`` and
prints how many of each are right where every event is judged by what the others taught.
"""

from __future__ import annotations

import dataclasses
import json
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click
import numpy as np

from divergence.text.annotate import annotate_many
from divergence.text.figures.circumstances import claimants, places, time_phrases, windows
from divergence.text.figures.learned import LearnedChoice
from divergence.text.figures.quantities import counted_figures
from divergence.text.figures.subjects import subject
from divergence.text.figures.subjects.counted_phrase import CountedNumber, counted_phrase
from divergence.text.figures.subjects.leading_nouns import suffered
from divergence.text.figures.subjects.parts import parts_of
from divergence.training.command_options import command, labelled_files, out_folder
from divergence.training.linear_fits import Bag, Recipe, fit
from divergence.types import Attribution, Document, Figure, Span
from divergence.validation.accounts.entries import FigureEntry, SpeechEntry
from divergence.validation.accounts.labels import LabelledEvent, read_events
from divergence.validation.accounts.matching import figure_pairs, overlap, same_value
from divergence.validation.accounts.same_wording import (
    content_stems,
    same_circumstance,
    same_speaker,
    same_subject,
)

# How little each model is shrunk, and the least probability at which it says yes.
SETTINGS = {
    "subject": (0.3, 0.3),
    "window": (0.03, 0.5),
    "place": (0.1, 0.45),
    "claimant": (0.1, 0.5),
}
# Whom readers name where an article says a figure itself.
REPORTER = "reporter"
_DECIMALS = 3
Example = tuple[Bag, bool]
Phrase = places.PlacePhrase | time_phrases.TimePhrase


@dataclass(frozen=True, slots=True)
class Labelled:
    """A figure that readers labelled and the program finds, with the document it stands in."""

    event: str
    document: Document
    figure: Figure
    counted: CountedNumber
    label: FigureEntry
    speech: Sequence[SpeechEntry]

    @property
    def sentence(self) -> Span:
        """The sentence of the figure."""
        return self.document.syntax.sentences[self.figure.sentence]


def labelled_figures(event: LabelledEvent) -> Iterator[Labelled]:
    """Pair the figures of one event with those that readers labelled."""
    for document in annotate_many(event.articles, sides=event.sides):
        name = document.article.id
        figures = list(counted_figures(document))
        entries = [_entry(name, figure) for figure, _ in figures]
        labels = [entry for entry in event.entries.figures if entry.article == name]
        speech = [entry for entry in event.entries.speech if entry.article == name]
        for pair in figure_pairs(labels, entries):
            label, entry = labels[pair.labelled], entries[pair.predicted]
            if same_value(label, entry):
                yield Labelled(event.name, document, *figures[pair.predicted], label, speech)


def _entry(article: str, figure: Figure) -> FigureEntry:
    span = Span(figure.start, figure.end)
    return FigureEntry(article, span, figure.low, figure.high, "", figure.unit, "", "", "", "", "")


class Task(ABC):
    """One choice among candidates near a figure: what they are, and which are right."""

    name: str

    @abstractmethod
    def examples(self, labelled: Labelled) -> list[Example]:
        """Return the candidates near a figure, each with whether it is right."""

    @abstractmethod
    def is_right(self, labelled: Labelled, model: LearnedChoice) -> bool:
        """Whether the label agrees with what a model chooses."""


class SubjectTask(Task):
    """Which phrases around a number belong to what it counts."""

    name = "subject"

    def examples(self, labelled: Labelled) -> list[Example]:
        """Return the parts around a counted noun; right are those that readers name by half."""
        document, figure = labelled.document, labelled.counted
        if subject.is_formed(document, figure):
            return []
        phrase = counted_phrase(document, figure)
        wanted = content_stems(labelled.label.subject)
        examples = []
        for part in parts_of(document, phrase, suffered(document, figure, phrase)):
            words = content_stems(part.words)
            right = bool(words) and 2 * len(words & wanted) >= len(words)
            examples.append((_bag(subject.features(document, figure, phrase, part)), right))
        return examples

    def is_right(self, labelled: Labelled, model: LearnedChoice) -> bool:
        """Whether half of the words agree."""
        words = subject.subject_by(labelled.document, labelled.counted, model)
        return same_subject(labelled.label.subject, words)


class WindowTask(Task):
    """Which phrase of time a figure is given for."""

    name = "window"

    def examples(self, labelled: Labelled) -> list[Example]:
        """Return the phrases of time near a figure."""
        document, figure = labelled.document, labelled.counted
        near = windows.candidates(document, figure)
        bags = [_bag(windows.features(document, labelled.sentence, figure, p, near)) for p in near]
        return _sharing(labelled.label.time, document, near, bags)

    def is_right(self, labelled: Labelled, model: LearnedChoice) -> bool:
        """Whether a word of the time agrees, or both have none."""
        phrase = windows.chosen_window(
            labelled.document, labelled.sentence, labelled.counted, model
        )
        return _agrees(labelled.label.time, labelled.document, phrase)


class PlaceTask(Task):
    """Which place a figure is given for."""

    name = "place"

    def examples(self, labelled: Labelled) -> list[Example]:
        """Return the places near a figure."""
        document, figure = labelled.document, labelled.counted
        near = places.candidates(document, figure)
        bags = [_bag(places.features(document, labelled.sentence, figure, p, near)) for p in near]
        return _sharing(labelled.label.place, document, near, bags)

    def is_right(self, labelled: Labelled, model: LearnedChoice) -> bool:
        """Whether a word of the place agrees, or both have none."""
        phrase = places.chosen_place(labelled.document, labelled.sentence, labelled.counted, model)
        return _agrees(labelled.label.place, labelled.document, phrase)


class ClaimantTask(Task):
    """In which attribution a figure is given."""

    name = "claimant"

    def examples(self, labelled: Labelled) -> list[Example]:
        """Return the attributions near a figure; right is the one that readers give it in."""
        document, token = labelled.document, labelled.counted.tokens.start
        near = claimants.candidates(document, token)
        return [
            (
                _bag(claimants.features(document, labelled.sentence, token, attribution, near)),
                _is_claim(labelled, attribution),
            )
            for attribution in near
        ]

    def is_right(self, labelled: Labelled, model: LearnedChoice) -> bool:
        """Whether the names agree."""
        token = labelled.counted.tokens.start
        claim = claimants.chosen_claim(labelled.document, labelled.sentence, token, model)
        name = REPORTER if claim is None else claimants.claimant_name(labelled.document, claim)
        return same_speaker(labelled.label.claimant, name)


TASKS: tuple[Task, ...] = (SubjectTask(), WindowTask(), PlaceTask(), ClaimantTask())


def _bag(names: Iterator[str]) -> Bag:
    return dict.fromkeys(names, 1.0)


def _sharing(
    label: str, document: Document, near: Sequence[Phrase], bags: Sequence[Bag]
) -> list[Example]:
    """Examples of phrases; right are those that share a word with a label."""
    wanted = content_stems(label)
    shares = [bool(wanted & content_stems(document.words_of(phrase.tokens))) for phrase in near]
    return list(zip(bags, shares, strict=True))


def _agrees(label: str, document: Document, phrase: Phrase | None) -> bool:
    return same_circumstance(label, "" if phrase is None else document.words_of(phrase.tokens))


def _is_claim(labelled: Labelled, attribution: Attribution) -> bool:
    """Whether an attribution is the claimant's, by its name or by the label at the same cue."""
    claimant = labelled.label.claimant
    if claimant == REPORTER:
        return False
    names = [claimants.claimant_name(labelled.document, attribution)]
    if attribution.cue is not None:
        cue = labelled.document.characters(attribution.cue)
        names += [s.speaker for s in labelled.speech if s.cue and overlap(s.cue, cue)]
    return any(same_speaker(claimant, name) for name in names if name)


def learned(task: Task, rows: Sequence[Labelled]) -> LearnedChoice:
    """Fit the model of one task."""
    strength, least = SETTINGS[task.name]
    examples = [example for row in rows for example in task.examples(row)]
    bags, right = zip(*examples, strict=True)
    recipe = Recipe("logistic", strength, fewest=2)
    model = fit(bags, np.array(right, dtype=float), recipe)
    weights = {
        name: rounded
        for name, weight in sorted(model.weights.items())
        if (rounded := round(weight, _DECIMALS))
    }
    return LearnedChoice(round(model.intercept, _DECIMALS), least, weights)


def cross_validated(task: Task, rows: Sequence[Labelled]) -> list[bool]:
    """Judge the figures of every event by what the other events taught."""
    verdicts = []
    for event in dict.fromkeys(row.event for row in rows):
        model = learned(task, [row for row in rows if row.event != event])
        verdicts += [task.is_right(row, model) for row in rows if row.event == event]
    return verdicts


def write(models: Mapping[str, LearnedChoice], folder: Path) -> Path:
    """Write the models, the same bytes for the same numbers."""
    target = folder / "weights.json"
    folder.mkdir(parents=True, exist_ok=True)
    stored = {name: dataclasses.asdict(model) for name, model in sorted(models.items())}
    target.write_text(json.dumps(stored, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
    return target


@command
@labelled_files
@out_folder
def main(files: Sequence[Path], out: Path) -> None:
    """Learn from the events of FILES what belongs to figures, and write the weights into DIR."""
    rows = [row for event in read_events(files) for row in labelled_figures(event)]
    target = write({task.name: learned(task, rows) for task in TASKS}, out)
    click.echo(f"{target}: {len(rows)} figures, judged by what other events taught:")
    for task in TASKS:
        verdicts = cross_validated(task, rows)
        click.echo(f"  {task.name} {sum(verdicts) / len(verdicts):.3f}")


if __name__ == "__main__":
    main()
