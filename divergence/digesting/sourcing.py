"""What an article quotes, whom, and whom it credits: what tells where its text comes from."""

from __future__ import annotations

import sys
from dataclasses import dataclass

from divergence.digesting.agency_credits import credits, named
from divergence.text.plain_words import n_words
from divergence.types import Document, Span


@dataclass(frozen=True, slots=True)
class Quote:
    """Words between quotation marks, and who is given them ("" where nobody is).

    ``words`` is a range of the article's words as :mod:`divergence.text.plain_words` counts them,
    over all sentences. ``speech`` is False for titles, nicknames and scare quotes.
    """

    words: Span
    speaker: str
    speech: bool


@dataclass(frozen=True, slots=True)
class Sourcing:
    """Where an article says that it has its words from.

    ``credits`` are the agencies that the article credits (a credit field may be a picture's),
    ``named`` all outlets and institutes that its text names, ``speakers`` the named ones it quotes.
    """

    quotes: tuple[Quote, ...] = ()
    credits: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()


def sourcing(document: Document) -> Sourcing:
    """Read off a document whom it quotes, credits and names."""
    article = document.article
    byline = "\n".join(filter(None, (article.credit, article.metadata.get("author", ""))))
    speakers = {
        attribution.speaker.name
        for attribution in document.attributions
        if attribution.speaker.kind == "named"
    }
    return Sourcing(
        quotes=_quotes(document),
        credits=credits(article.text, byline=byline),
        named=named(article.text),
        speakers=tuple(sorted(map(sys.intern, filter(None, speakers)))),
    )


def _quotes(document: Document) -> tuple[Quote, ...]:
    """Quotations with their speakers, in text order."""
    if not document.quotations:
        return ()
    given = [
        (content, attribution.speaker.name)
        for attribution in document.attributions
        if attribution.speaker.kind != "unknown"
        for content in attribution.content
    ]
    spans = [document.characters(span) for span in document.syntax.sentences]
    before = [0]
    for start, end in spans:
        before.append(before[-1] + n_words(document.text[start:end]))
    quotes = []
    for quotation in document.quotations:
        tokens = quotation.tokens
        if tokens.end <= tokens.start:
            continue
        words = []
        start, end = document.characters(tokens)
        for token, character in ((tokens.start, start), (tokens.end - 1, end)):
            sentence = document.sentence_of[token]
            opening = document.text[spans[sentence].start : character]
            words.append(before[sentence] + n_words(opening))
        names = (
            name
            for content, name in given
            if content.start < tokens.end and tokens.start < content.end
        )
        speaker = sys.intern(next(names, ""))
        quotes.append(Quote(Span(*words), speaker, quotation.speech))
    return tuple(quotes)
