"""How well tags and dependencies agree with a treebank, on its own words and on raw text.

References
----------
Zeman, D. et al. (2018). CoNLL 2018 Shared Task: Multilingual Parsing from Raw Text to Universal
Dependencies.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from divergence.text.normalize import normal_forms
from divergence.text.syntax import Annotation, annotate, parse_many
from divergence.types import Span, Syntax
from divergence.validation.conllu import GoldSentence, read_conllu
from divergence.validation.scoring import Score

RELATIONS = frozenset(("nsubj", "nsubj:pass", "obj", "obl:agent"))


# Where a word stands: its characters in a raw text, its number in a sentence of known words.
Place = Span | int


class Arc(NamedTuple):
    """One dependency between two words."""

    head: Place
    dependent: Place
    relation: str


@dataclass(slots=True)
class _Counts:
    """Running totals: tokens for accuracies, arcs of four kinds for F1."""

    n: int = 0
    tags: int = 0
    heads: int = 0
    labelled: int = 0
    gold_arcs: int = 0
    parsed_arcs: int = 0
    right_arcs: int = 0

    def score(self) -> Score:
        arcs = self.gold_arcs + self.parsed_arcs
        return Score(
            self.n,
            {
                "tag_accuracy": _share(self.tags, self.n),
                "uas": _share(self.heads, self.n),
                "las": _share(self.labelled, self.n),
                "relation_f1": _share(2 * self.right_arcs, arcs),
            },
        )


def score_gold(path: Path) -> Score:
    """Score tags and dependencies on the treebank's own words and sentences."""
    counts = _Counts()
    predictions = []
    for sentences in _batches(read_conllu(path)):
        words = [normal_forms(gold.text, gold.forms, gold.places) for gold in sentences]
        for gold, parsed in zip(sentences, annotate(words, known=True), strict=True):
            numbers = range(len(gold.forms))
            _count(counts, [(gold, numbers)], parsed, numbers)
            predictions.append(_prediction(gold.line, gold.forms, parsed, Span(0, len(gold.forms))))
    return replace(counts.score(), predictions=predictions)


def score_raw(path: Path) -> Score:
    """Score the whole path from raw text: sentences, words, tags and dependencies.

    The raw text of every document is put together from the forms and ``SpaceAfter=No``; sentences
    are divided by a space, paragraphs (``# newpar``) by a blank line. Words are aligned by their
    characters.
    """
    counts = _Counts()
    predictions = []
    waiting: list[RawDocument] = []

    def texts() -> Iterator[str]:
        for document in raw_documents(read_conllu(path)):
            waiting.append(document)
            yield document.text

    for syntax in parse_many(texts()):
        document = waiting.pop(0)
        places = [Span(*span) for span in zip(syntax.starts, syntax.ends, strict=True)]
        _count(counts, document.placed(), syntax, places)
        line = document.sentences[0].line
        predictions += [
            _prediction(line, syntax.words, syntax, sentence) for sentence in syntax.sentences
        ]
    return replace(counts.score(), predictions=predictions)


def _prediction(
    line: int, words: Sequence[str], parsed: Annotation | Syntax, sentence: Span
) -> dict[str, object]:
    """One sentence; heads as CoNLL-U writes them: words count from 1, and a root has 0."""
    part = slice(*sentence)
    heads = enumerate(parsed.heads[part], sentence.start)
    return {
        "line": line,
        "words": words[part],
        "tags": parsed.tags[part],
        "heads": [0 if head == word else head + 1 - sentence.start for word, head in heads],
        "relations": parsed.relations[part],
    }


@dataclass(frozen=True, slots=True)
class RawDocument:
    """A document's text as written, and its treebank sentences with where each begins."""

    text: str
    sentences: tuple[GoldSentence, ...]
    offsets: tuple[int, ...]

    def placed(self) -> Iterator[tuple[GoldSentence, list[Span]]]:
        """Yield each sentence with the characters of its words in the text."""
        for sentence, offset in zip(self.sentences, self.offsets, strict=True):
            places = [Span(offset + start, offset + end) for start, end in sentence.places]
            yield sentence, places


def raw_documents(sentences: Iterable[GoldSentence]) -> Iterator[RawDocument]:
    """Put the sentences of each document back together as one text."""
    members: list[GoldSentence] = []
    for sentence in sentences:
        if sentence.opens_document and members:
            yield _raw_document(members)
            members = []
        members.append(sentence)
    if members:
        yield _raw_document(members)


def _raw_document(sentences: Sequence[GoldSentence]) -> RawDocument:
    text = ""
    offsets = []
    for number, sentence in enumerate(sentences):
        if number and sentence.opens_paragraph:
            text = text.rstrip(" ") + "\n\n"
        offsets.append(len(text))
        text += sentence.text + (" " if sentence.space_after else "")
    return RawDocument(text.rstrip(" "), tuple(sentences), tuple(offsets))


def _count(
    counts: _Counts,
    sentences: Iterable[tuple[GoldSentence, Sequence[Place]]],
    parsed: Annotation | Syntax,
    places: Sequence[Place],
) -> None:
    """Count a text: treebank sentences with the places of their words, and parsed words at places.

    Words of either side are the same where their places are.
    """
    token_at = {place: token for token, place in enumerate(places)}
    gold_arcs: set[Arc] = set()
    for sentence, words in sentences:
        counts.n += len(words)
        for index, (head, relation) in enumerate(
            zip(sentence.heads, sentence.relations, strict=True)
        ):
            if relation in RELATIONS:
                gold_arcs.add(Arc(words[head], words[index], relation))
            token = token_at.get(words[index])
            if token is None:
                continue
            same_head = places[parsed.heads[token]] == words[head]
            counts.tags += parsed.tags[token] == sentence.tags[index]
            counts.heads += same_head
            counts.labelled += same_head and parsed.relations[token] == relation
    parsed_arcs = {
        Arc(places[head], places[token], relation)
        for token, (head, relation) in enumerate(zip(parsed.heads, parsed.relations, strict=True))
        if relation in RELATIONS
    }
    counts.gold_arcs += len(gold_arcs)
    counts.parsed_arcs += len(parsed_arcs)
    counts.right_arcs += len(gold_arcs & parsed_arcs)


def _batches(sentences: Iterator[GoldSentence]) -> Iterator[list[GoldSentence]]:
    while batch := list(islice(sentences, 500)):
        yield batch


def _share(part: int, whole: int) -> float:
    return part / whole if whole else float("nan")
