"""Annotating: from an article to a document, with voices, attributions and mentions of sides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import tee

from divergence.text.attributions import find_drafts, spoken
from divergence.text.clauses import find_clauses
from divergence.text.mentions import Phrases, alias_phrases, find_mentions
from divergence.text.names import find_names
from divergence.text.quotations import find_quotations
from divergence.text.speakers import name_speakers
from divergence.text.syntax import parse_many
from divergence.text.tree import Tree
from divergence.types import (
    Article,
    Attribution,
    Document,
    Quotation,
    Side,
    Syntax,
    Voice,
)


def annotate(text: str | Article, *, sides: Sequence[Side] = ()) -> Document:
    """Annotate one text.

    Parameters
    ----------
    text : str or Article
        What to annotate.
    sides : sequence of Side, optional
        Parties whose mentions are looked for.

    Returns
    -------
    Document
        With character offsets into the text as given.

    Examples
    --------
    >>> document = annotate('"We are ready," Ada Lin said.')
    >>> document.attributions[0].speaker.name, document.voices[1], document.voices[-2]
    ('Ada Lin', 'quoted', 'reporter')
    """
    return next(annotate_many([text], sides=sides))


def annotate_many(
    texts: Iterable[str | Article], *, sides: Sequence[Side] = ()
) -> Iterator[Document]:
    """Annotate many texts, in order, a few at a time; see :func:`annotate`."""
    phrases = alias_phrases(sides)
    articles, again = tee(_article(text) for text in texts)
    for article, syntax in zip(articles, parse_many(a.text for a in again), strict=True):
        yield _document(article, syntax, tuple(sides), phrases)


def _article(text: str | Article) -> Article:
    return text if isinstance(text, Article) else Article(id="text", source="text", text=text)


def _document(
    article: Article, syntax: Syntax, sides: tuple[Side, ...], phrases: Phrases
) -> Document:
    tree = Tree.of(article.text, syntax)
    quotations = find_quotations(article.text, syntax)
    named = find_mentions(tree, phrases)
    names = find_names(tree, named)
    mentions = tuple(sorted((*named, *names.mentions(named)), key=lambda mention: mention.tokens))
    drafts = find_drafts(tree, quotations, syntax.paragraph_of)
    quotations = spoken(quotations, drafts)
    speakers = name_speakers(tree, drafts, names, mentions, quotations)
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
    )


def _voices(n_words: int, quotations: Sequence[Quotation]) -> tuple[Voice, ...]:
    voices: list[Voice] = ["reporter"] * n_words
    for quotation in quotations:
        if quotation.speech:
            voices[quotation.tokens.start : quotation.tokens.end] = ["quoted"] * (
                quotation.tokens.end - quotation.tokens.start
            )
    return tuple(voices)
