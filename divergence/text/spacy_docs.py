"""spaCy's neighbor: a document as a ``Doc``, and a ``Doc`` of another pipeline as our syntax."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

from divergence.errors import UsageError
from divergence.text.lemmas import lemma_of
from divergence.text.normalize import clean_marks, normal_forms
from divergence.text.sentences import find_paragraphs
from divergence.text.word_classes import CLASSES, PENN, class_of, tag_of
from divergence.types import Document, Span, Syntax

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.vocab import Vocab

RELATIONS = frozenset(
    "acl advcl advmod amod appos aux case cc ccomp clf compound conj cop csubj dep det discourse "
    "dislocated expl fixed flat goeswith iobj list mark nmod nsubj nummod obj obl orphan parataxis "
    "punct reparandum root vocative xcomp".split()
)
"""The relations of Universal Dependencies, version 2; a subtype follows a colon."""
SENTENCES = "divergence sentences"
"""Key of ``doc.user_data``: first token of every sentence, where roots alone do not tell."""
_SPACE = "_SP"
_SHOWN = 6
_SURROGATES = re.compile("[\ud800-\udfff]")
_WHAT_TO_DO = (
    "Parse with a pipeline trained on Universal Dependencies, or give the text itself: "
    "annotate(doc.text)."
)


class _Piece(NamedTuple):
    """A stretch of text between white space, and the token that it is; None for a gap."""

    text: str
    space: bool
    token: int | None


def to_doc(document: Document) -> Doc:
    """Write a document as a spaCy ``Doc``; see :attr:`divergence.types.Document.doc`."""
    from spacy.tokens import Doc
    from spacy.tokens import Span as DocSpan

    syntax = document.syntax
    pieces = list(_pieces(document))
    place = {piece.token: at for at, piece in enumerate(pieces) if piece.token is not None}
    before = list(accumulate((p.token is not None for p in pieces), initial=0))
    last = len(syntax.words) - 1

    def head(at: int, token: int | None) -> int:
        # White space hangs on the word before it, as in spaCy's own pipelines.
        if token is None:
            return place[max(before[at] - 1, 0)] if place else at
        return place[syntax.heads[token]]

    def column(values: Sequence[str], gap: str) -> list[str]:
        return [gap if piece.token is None else values[piece.token] for piece in pieces]

    doc = Doc(
        _vocab(),
        words=[piece.text for piece in pieces],
        spaces=[piece.space for piece in pieces],
        tags=column(syntax.tags, _SPACE),
        pos=column(tuple(map(class_of, syntax.tags, syntax.relations, syntax.words)), "SPACE"),
        deps=column([_dep(name) for name in syntax.relations], "dep" if place else "ROOT"),
        heads=[head(at, piece.token) for at, piece in enumerate(pieces)],
        lemmas=[syntax.lemmas[p.token] if p.token is not None else p.text for p in pieces],
    )
    for token, at in place.items():
        doc[at].norm_ = syntax.words[token]
    doc.user_data[SENTENCES] = tuple(place[span.start] for span in syntax.sentences)

    def span(tokens: Span, label: str) -> DocSpan:
        return DocSpan(doc, place[tokens.start], place[min(tokens.end - 1, last)] + 1, label=label)

    doc.spans["quotations"] = [
        span(quotation.tokens, "speech" if quotation.speech else "marks")
        for quotation in document.quotations
        if quotation.tokens.end > quotation.tokens.start
    ]
    doc.spans["sides"] = [span(mention.tokens, mention.side) for mention in document.mentions]
    doc.spans["cues"] = [span(a.cue, a.cue_class) for a in document.attributions if a.cue]
    return doc


def from_doc(doc: Doc) -> Syntax:
    """Take words, tags, dependencies and sentences from a ``Doc`` of another pipeline."""
    text = doc.text
    cleaned = clean_marks(text)
    kept = [t for t in doc if cleaned[t.idx : t.idx + len(t)].strip()]
    if not kept:
        return Syntax((), (), (), (), (), (), (), (), ())
    _check_parse(doc, kept)
    number = {token.i: at for at, token in enumerate(kept)}
    places = [Span(token.idx, token.idx + len(token)) for token in kept]
    words = tuple(normal_forms(text, [token.text for token in kept], places))
    tags = _tags(kept)
    heads = tuple(_head(doc, token.i, number) for token in kept)
    firsts = _first_tokens(doc, number)
    paragraphs = [paragraph.start for paragraph in find_paragraphs(cleaned)]
    return Syntax(
        words=words,
        lemmas=tuple(map(lemma_of, words, tags)),
        tags=tags,
        relations=tuple(
            "root" if heads[at] == at else token.dep_.lower() for at, token in enumerate(kept)
        ),
        heads=heads,
        starts=tuple(place.start for place in places),
        ends=tuple(place.end for place in places),
        sentences=tuple(Span(*pair) for pair in pairwise([*firsts, len(kept)])),
        paragraph_of=tuple(
            max(bisect_right(paragraphs, places[first].start) - 1, 0) for first in firsts
        ),
    )


@cache
def _vocab() -> Vocab:
    import spacy

    # English attributes of words (is_stop, like_num), apart from the parser's own words.
    return spacy.blank("en").vocab


def _dep(relation: str) -> str:
    return "ROOT" if relation == "root" else relation


def _pieces(document: Document) -> Iterator[_Piece]:
    # spaCy's strings are UTF-8, which has no lone surrogates.
    text = _SURROGATES.sub("\ufffc", document.text)
    syntax = document.syntax
    starts = [*syntax.starts, len(text)]
    yield from _gap(text[: starts[0]])
    for token, (start, end) in enumerate(zip(syntax.starts, syntax.ends, strict=True)):
        between = text[end : starts[token + 1]]
        spaced = between.startswith(" ")
        yield _Piece(text[start:end], spaced, token)
        yield from _gap(between[1:] if spaced else between)


def _gap(text: str) -> Iterator[_Piece]:
    if text:
        yield _Piece(text, False, None)


def _check_parse(doc: Doc, kept: Sequence[Token]) -> None:
    if not (doc.has_annotation("DEP") and doc.has_annotation("HEAD")):
        raise UsageError(
            f"the spaCy Doc has no dependency parse (no heads and labels were found). {_WHAT_TO_DO}"
        )
    relations = sorted({token.dep_ for token in kept})
    foreign = [name for name in relations if name.lower().partition(":")[0] not in RELATIONS]
    if foreign:
        raise UsageError(
            "the spaCy Doc has labels that are not of Universal Dependencies, version 2: "
            f"{_listed(foreign)} (spaCy's own English pipelines use such labels). {_WHAT_TO_DO}"
        )
    for token in doc:
        above, steps = token, 0
        while above.head.i != above.i:
            above, steps = above.head, steps + 1
            if steps > len(doc):
                raise UsageError(
                    f"the spaCy Doc's heads run in a circle at token {token.i} "
                    f"({token.text!r}); every word must lead up to a root"
                )


def _tags(words: Sequence[Token]) -> tuple[str, ...]:
    if all(token.tag_ in PENN for token in words):
        return tuple(token.tag_ for token in words)
    classes = {token.pos_ for token in words}
    if classes <= CLASSES:
        return tuple(map(tag_of, words))
    foreign = sorted({token.tag_ for token in words} - PENN - {""})
    unknown = f"tags {_listed(foreign)}" if foreign else "no tags for some words"
    unclear = sorted(classes - CLASSES - {""})
    other = f"word classes {_listed(unclear)}" if unclear else "no word class for some of them"
    raise UsageError(
        f"the spaCy Doc has {unknown}, and {other}: Penn Treebank tags (tag_) or the word classes "
        f"of Universal Dependencies (pos_) are needed. {_WHAT_TO_DO}"
    )


def _head(doc: Doc, at: int, number: dict[int, int]) -> int:
    """The nearest token above that is kept; a token under nothing but white space is a root."""
    above = doc[at].head.i
    while above not in number:
        if doc[above].head.i == above:
            return number[at]
        above = doc[above].head.i
    return number[above]


def _first_tokens(doc: Doc, number: dict[int, int]) -> list[int]:
    """Indices of the kept tokens that begin a sentence; the first always does."""
    stored = doc.user_data.get(SENTENCES)
    starts = [sentence.start for sentence in doc.sents] if stored is None else list(stored)
    kept = sorted(number)
    firsts = {0}
    for start in starts:
        after = next((number[at] for at in range(start, len(doc)) if at in number), None)
        if after is not None:
            firsts.add(after)
    return sorted(first for first in firsts if first < len(kept))


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(name or "(none)" for name in names[:_SHOWN])
    return shown if len(names) <= _SHOWN else f"{shown} and {len(names) - _SHOWN} more"
