"""Annotating: from an article to a document, with voices, attributions and mentions of sides."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import tee
from typing import TYPE_CHECKING, TypeGuard

from divergence.errors import UsageError
from divergence.text.attributions.extraction import (
    Notion,
    find_attribution_drafts,
    with_reported_speech,
)
from divergence.text.attributions.quotations import find_quotations
from divergence.text.attributions.speaker_resolution import name_speakers
from divergence.text.attributions.speaking_phrases import speaking_tokens
from divergence.text.attributions.token_ranges import speech_tokens
from divergence.text.clauses import find_clauses
from divergence.text.dependency_tree import Tree
from divergence.text.entities.coreference import find_entities
from divergence.text.entities.mentions import detect_mentions
from divergence.text.entities.side_checks import check_sides
from divergence.text.entities.side_membership import Memberships
from divergence.text.entities.side_mentions import Phrases, alias_phrases, find_mentions
from divergence.text.syntax import parse_many
from divergence.text.unverified import find_unverified
from divergence.types import (
    Article,
    Attribution,
    Document,
    Quotation,
    Side,
    Syntax,
    Voice,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["annotate", "annotate_many", "as_document"]


def annotate(text: str | Article | Doc, *, sides: Sequence[Side] = ()) -> Document:
    """Annotate one text.

    Parameters
    ----------
    text : str, Article or spacy.tokens.Doc
        What to annotate. A ``Doc`` that another pipeline parsed with the labels of Universal
        Dependencies keeps its words, tags, dependencies and sentences.
    sides : sequence of Side, optional
        Parties whose mentions are looked for.

    Returns
    -------
    Document
        With character offsets into the text as given.

    Raises
    ------
    UsageError
        If ``text`` or the text of an Article is of another type, a ``Doc`` has no parse or labels
        of another scheme, or ``sides`` are not sides with names and aliases of their own.

    Notes
    -----
    The measured scores of the features hold for our own parser: another one may be better or
    worse, and knows countries by name. Give a document made from a ``Doc`` its source with
    ``dataclasses.replace(document, article=...)``.

    Examples
    --------
    >>> document = annotate('"We are ready," Ada Lin said.')
    >>> document.attributions[0].speaker.name, document.voices[1], document.voices[-2]
    ('Ada Lin', 'quoted', 'reporter')
    """
    if isinstance(text, str | Article):
        return next(annotate_many([text], sides=sides))
    if not _is_doc(text):
        given = type(text).__name__
        known = "; it is annotated already" if isinstance(text, Document) else ""
        raise UsageError(f"annotate takes a str, an Article or a spaCy Doc, not {given}{known}")
    from divergence.text.spacy_docs import from_doc

    chosen = check_sides(sides)
    article = Article(id="text", source="text", text=text.text)
    return _document(article, from_doc(text), chosen, alias_phrases(chosen))


def annotate_many(
    texts: Iterable[str | Article], *, sides: Sequence[Side] = ()
) -> Iterator[Document]:
    """Annotate many texts, in order, a few at a time; see :func:`annotate`."""
    return _annotated(texts, sides, "reported")


def annotate_with_attitudes(texts: Iterable[str | Article]) -> Iterator[Document]:
    """Annotate texts with attributions in the wide notion of the corpora that label them."""
    return _annotated(texts, (), "any")


def _annotated(
    texts: Iterable[str | Article], sides: Sequence[Side], notion: Notion
) -> Iterator[Document]:
    chosen = check_sides(sides)
    phrases = alias_phrases(chosen)
    articles, again = tee(_article(text) for text in texts)
    for article, syntax in zip(articles, parse_many(a.text for a in again), strict=True):
        yield _document(article, syntax, chosen, phrases, notion)


def as_document(text: str | Article | Document, *, sides: Sequence[Side] = ()) -> Document:
    """Return a document as it is, and anything else annotated; see :func:`annotate`.

    Examples
    --------
    >>> document = annotate("It rained.")
    >>> as_document(document) is document, as_document("It rained.").text
    (True, 'It rained.')
    """
    return text if isinstance(text, Document) else annotate(text, sides=sides)


def _is_doc(text: object) -> TypeGuard[Doc]:
    """Whether this is a spaCy Doc; there is none where spaCy was never imported."""
    tokens = sys.modules.get("spacy.tokens")
    return tokens is not None and isinstance(text, tokens.Doc)


def _article(text: str | Article) -> Article:
    if not isinstance(text, Article):
        return Article(id="text", source="text", text=text)
    given: object = text.text
    if not isinstance(given, str):
        raise UsageError(f"the text of article {text.id!r} is {type(given).__name__}, not a str")
    return text


def _document(
    article: Article,
    syntax: Syntax,
    sides: tuple[Side, ...],
    phrases: Phrases,
    notion: Notion = "reported",
) -> Document:
    tree = Tree.of(article.text, syntax)
    quotations = find_quotations(article.text, syntax)
    named = find_mentions(tree, phrases)
    drafts = find_attribution_drafts(tree, quotations, notion=notion)
    quotations = with_reported_speech(quotations, drafts)
    entities = find_entities(
        tree, detect_mentions(tree), quotations, partial(speaking_tokens, tree, drafts)
    )
    memberships = Memberships.of(tree, sides, entities, named)
    members = memberships.mentions(named)
    mentions = tuple(sorted((*named, *members), key=lambda mention: mention.tokens))
    speakers = name_speakers(tree, drafts, entities, memberships, quotations)
    attributions = tuple(
        Attribution(speaker, d.cue, d.cue_lemma, d.cue_class, d.content, d.kind, d.sentence)
        for d, speaker in zip(drafts, speakers, strict=True)
    )
    return Document(
        article=article,
        syntax=syntax,
        sides=sides,
        quotations=quotations,
        attributions=attributions,
        mentions=mentions,
        voices=_voices(len(syntax.words), quotations),
        clauses=find_clauses(tree),
        entities=entities,
        unverified=find_unverified(
            tree, article.source, attributions, entities, speech_tokens(quotations)
        ),
    )


def _voices(n_words: int, quotations: Sequence[Quotation]) -> tuple[Voice, ...]:
    quoted = speech_tokens(quotations)
    return tuple("quoted" if token in quoted else "reporter" for token in range(n_words))
