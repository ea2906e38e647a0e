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


class Arc(NamedTuple):
    """One dependency between two words that are told apart by where they stand."""

    head: Span
    dependent: Span
    relation: str


@dataclass(slots=True)
class _Counts:
    """Running totals: tokens for accuracies, arcs of four kinds for F1."""

    n: int = 0
    tags: int = 0
    heads: int = 0
    labelled: int = 0
    gold_arcs: int = 0
    found_arcs: int = 0
    right_arcs: int = 0

    def score(self) -> Score:
        arcs = self.gold_arcs + self.found_arcs
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
    for sentences in _by_hundreds(read_conllu(path)):
        words = [normal_forms(gold.text, gold.forms, gold.places) for gold in sentences]
        parsed = annotate(words, known=True)
        for gold, found in zip(sentences, parsed, strict=True):
            _count_sentence(counts, gold, found)
            predictions.append(
                {
                    "line": gold.line,
                    "words": gold.forms,
                    "tags": found.tags,
                    "heads": _numbered(found.heads),
                    "relations": found.relations,
                }
            )
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
        _count_document(counts, document, syntax)
        predictions += [
            {
                "line": document.sentences[0].line,
                "words": syntax.words[start:end],
                "tags": syntax.tags[start:end],
                "heads": _numbered([head - start for head in syntax.heads[start:end]]),
                "relations": syntax.relations[start:end],
            }
            for start, end in syntax.sentences
        ]
    return replace(counts.score(), predictions=predictions)


def _numbered(heads: Sequence[int]) -> list[int]:
    """Heads as CoNLL-U writes them: words count from 1, and a root, its own head here, has 0."""
    return [0 if head == word else head + 1 for word, head in enumerate(heads)]


@dataclass(frozen=True, slots=True)
class RawDocument:
    """A document's text as written, and its treebank sentences with where each begins."""

    text: str
    sentences: tuple[GoldSentence, ...]
    offsets: tuple[int, ...]


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


def _count_sentence(counts: _Counts, gold: GoldSentence, found: Annotation) -> None:
    counts.n += len(gold.forms)
    gold_arcs, found_arcs = set(), set()
    for index, head in enumerate(gold.heads):
        same_head = found.heads[index] == head
        counts.tags += found.tags[index] == gold.tags[index]
        counts.heads += same_head
        counts.labelled += same_head and found.relations[index] == gold.relations[index]
        if gold.relations[index] in RELATIONS:
            gold_arcs.add((head, index, gold.relations[index]))
        if found.relations[index] in RELATIONS:
            found_arcs.add((found.heads[index], index, found.relations[index]))
    counts.gold_arcs += len(gold_arcs)
    counts.found_arcs += len(found_arcs)
    counts.right_arcs += len(gold_arcs & found_arcs)


def _count_document(counts: _Counts, document: RawDocument, syntax: Syntax) -> None:
    found_at = [Span(*span) for span in zip(syntax.starts, syntax.ends, strict=True)]
    token_at = {span: token for token, span in enumerate(found_at)}
    gold_arcs: set[Arc] = set()
    for sentence, offset in zip(document.sentences, document.offsets, strict=True):
        places = [Span(offset + start, offset + end) for start, end in sentence.places]
        counts.n += len(places)
        for index, head in enumerate(sentence.heads):
            relation = sentence.relations[index]
            token = token_at.get(places[index])
            if relation in RELATIONS:
                gold_arcs.add(Arc(places[head], places[index], relation))
            if token is None:
                continue
            same_head = found_at[syntax.heads[token]] == places[head]
            counts.tags += syntax.tags[token] == sentence.tags[index]
            counts.heads += same_head
            counts.labelled += same_head and syntax.relations[token] == relation
    found_arcs = {
        Arc(found_at[head], found_at[token], relation)
        for token, (head, relation) in enumerate(zip(syntax.heads, syntax.relations, strict=True))
        if relation in RELATIONS
    }
    counts.gold_arcs += len(gold_arcs)
    counts.found_arcs += len(found_arcs)
    counts.right_arcs += len(gold_arcs & found_arcs)


def _by_hundreds(sentences: Iterator[GoldSentence]) -> Iterator[list[GoldSentence]]:
    while batch := list(islice(sentences, 500)):
        yield batch


def _share(part: int, whole: int) -> float:
    return part / whole if whole else float("nan")
