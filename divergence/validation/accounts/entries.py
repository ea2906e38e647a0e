"""What readers label in the accounts of one event, as spans of the articles' texts.

Labels and predictions have one form, so that any two files of it can be held against each other. A
string that is quoted from an article is looked up there; one that it does not have is left out, and
a caution says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from divergence.types import Span
from divergence.validation.accounts.label_fields import Fields

# Content stands near its cue: it is looked for from so many characters before it.
_BEFORE_CUE = 600


class Place(NamedTuple):
    """A stretch of an article."""

    article: str
    span: Span


@dataclass(frozen=True, slots=True)
class SpeechEntry:
    """What an article hands to a speaker; ``cue`` is None where there is none."""

    article: str
    cue: Span | None
    content: tuple[Span, ...]
    speaker: str
    speaker_kind: str
    side: str
    form: str
    stance: str


@dataclass(frozen=True, slots=True)
class FigureEntry:
    """A quantity; a ``low`` or ``high`` of None is open, a ``group`` of "" is no group."""

    article: str
    span: Span | None
    low: float | None
    high: float | None
    bound: str
    unit: str
    subject: str
    time: str
    place: str
    claimant: str
    group: str


@dataclass(frozen=True, slots=True)
class MatterEntry:
    """A fact that several articles tell: for each of them the sentences that tell it."""

    told_in: Mapping[str, tuple[Span, ...]]


@dataclass(frozen=True, slots=True)
class OnlyEntry:
    """A sentence with a fact that no other article has."""

    at: Place
    weight: float


@dataclass(frozen=True, slots=True)
class ConflictEntry:
    """Two tellings or more that cannot all be taken at face value, by article."""

    versions: Mapping[str, Span]
    weight: float


@dataclass(frozen=True, slots=True)
class Entries:
    """Everything that is said of the articles of one event."""

    speech: tuple[SpeechEntry, ...] = ()
    figures: tuple[FigureEntry, ...] = ()
    matters: tuple[MatterEntry, ...] = ()
    only: tuple[OnlyEntry, ...] = ()
    conflicts: tuple[ConflictEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class EntryReader:
    """Reads entries of one event; ``cautions`` grows by what could not be looked up.

    Labels have a weight for what an editor would care about and the kind of each speaker;
    predictions have neither.
    """

    texts: Mapping[str, str]
    labelled: bool = True
    cautions: list[str] = field(default_factory=list)

    def read(self, fields: Fields) -> Entries:
        """Read all entries of an event."""
        return Entries(
            tuple(map(self._speech, fields.objects("speech"))),
            tuple(map(self._figure, fields.objects("figures"))),
            tuple(map(self._matter, fields.objects("matters"))),
            tuple(self._only(fields.objects("only"))),
            tuple(map(self._conflict, fields.objects("conflicts"))),
        )

    def _article(self, fields: Fields) -> str:
        article = fields.text("article")
        if article not in self.texts:
            raise fields.error(
                "article", f"is {article!r}; expected the id of one of the file's articles"
            )
        return article

    def _speech(self, fields: Fields) -> SpeechEntry:
        article = self._article(fields)
        cue = self._cue(fields, article)
        return SpeechEntry(
            article,
            cue,
            self._content(fields, article, cue),
            fields.text("speaker"),
            fields.text("speaker_kind") if self.labelled else "",
            fields.text_or_null("side"),
            fields.text("form"),
            fields.text("stance"),
        )

    def _cue(self, fields: Fields, article: str) -> Span | None:
        text = self.texts[article]
        if fields.given("cue_span"):
            return fields.span("cue_span", text)
        cue = fields.text_or_null("cue")
        if not cue:
            return None
        around = "cue_at" if fields.given("cue_at") else "cue"
        near = self._found(fields, around, fields.text(around), article)
        return near and self._found(fields, "cue", cue, article, near.start)

    def _content(self, fields: Fields, article: str, cue: Span | None) -> tuple[Span, ...]:
        if fields.given("content_spans"):
            return fields.spans("content_spans", self.texts[article])
        content = fields.text_or_null("content")
        near = max(0, cue.start - _BEFORE_CUE) if cue else 0
        span = self._found(fields, "content", content, article, near) if content else None
        return (span,) if span else ()

    def _figure(self, fields: Fields) -> FigureEntry:
        article = self._article(fields)
        return FigureEntry(
            article,
            self._figure_span(fields, article),
            fields.number_or_null("low"),
            fields.number_or_null("high"),
            fields.text("bound"),
            fields.text_or_null("unit"),
            fields.text_or_null("subject"),
            fields.text_or_null("time"),
            fields.text_or_null("place"),
            fields.text("claimant"),
            fields.text_or_null("group"),
        )

    def _figure_span(self, fields: Fields, article: str) -> Span | None:
        if fields.given("span"):
            return fields.span("span", self.texts[article])
        around = self._found(fields, "in", fields.text("in"), article)
        return around and self._found(fields, "text", fields.text("text"), article, around.start)

    def _matter(self, fields: Fields) -> MatterEntry:
        quoted = fields.texts_by_name("told")
        self._check_articles(fields, "told", quoted)
        if fields.given("sentence_spans"):
            return MatterEntry(fields.spans_by_name("sentence_spans", self.texts))
        return MatterEntry(
            {
                article: tuple(self._all_found(fields, "told", sentences, article))
                for article, sentences in quoted.items()
                if article in self.texts
            }
        )

    def _only(self, objects: Iterator[Fields]) -> Iterator[OnlyEntry]:
        for fields in objects:
            article = self._article(fields)
            if fields.given("span"):
                span: Span | None = fields.span("span", self.texts[article])
            else:
                span = self._found(fields, "sentence", fields.text("sentence"), article)
            if span:
                yield OnlyEntry(Place(article, span), self._weight(fields))

    def _conflict(self, fields: Fields) -> ConflictEntry:
        quoted = fields.text_by_name("versions")
        self._check_articles(fields, "versions", quoted)
        spans = (
            fields.span_by_name("version_spans", self.texts)
            if fields.given("version_spans")
            else {}
        )
        looked_up = {
            article: self._found(fields, "versions", words, article)
            for article, words in quoted.items()
            if article in self.texts and article not in spans
        }
        return ConflictEntry(
            spans | {article: span for article, span in looked_up.items() if span},
            self._weight(fields),
        )

    def _weight(self, fields: Fields) -> float:
        return fields.number("weight") if self.labelled else 0.0

    def _check_articles(self, fields: Fields, name: str, quoted: Mapping[str, object]) -> None:
        for article in quoted:
            if article not in self.texts:
                self.cautions.append(
                    f"{fields.path}: field '{fields.called(name)}' names article {article!r}, "
                    "which the file does not have; it was left out"
                )

    def _all_found(
        self, fields: Fields, name: str, quoted: Sequence[str], article: str
    ) -> Iterator[Span]:
        for words in quoted:
            span = self._found(fields, name, words, article)
            if span:
                yield span

    def _found(
        self, fields: Fields, name: str, words: str, article: str, start: int = 0
    ) -> Span | None:
        """Look words up from a place on, or else from the top of the text."""
        text = self.texts[article]
        at = text.find(words, start)
        if at < 0:
            at = text.find(words)
        if at >= 0 and words:
            return Span(at, at + len(words))
        self.cautions.append(
            f"{fields.path}: field '{fields.called(name)}' is not in the text of article "
            f"{article!r}; it was left out. Quote the article letter by letter."
        )
        return None
