"""Whom to compare, and within what: any field of the articles can stand for source or event."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from divergence.comparing.cautions import Caution, because
from divergence.counting.tally import Identity
from divergence.digesting.digest import Digest
from divergence.digesting.quotable import SentenceRef
from divergence.errors import UsageError
from divergence.types import Article

SOURCE = "source"
EVENT = "event"
NOTHING = "none"


class Grouped(NamedTuple):
    """Articles whose ``source`` is the group they are compared by, and cautions."""

    digests: tuple[Digest, ...]
    cautions: tuple[Caution, ...]


def compared_by(digests: Sequence[Digest], by: str) -> Grouped:
    """Give articles the field they are compared by as their source."""
    if by == SOURCE:
        return Grouped(tuple(digests), ())
    value = field_of(by)
    kept = [digest for digest in digests if value(digest.tally.article)]
    if not kept:
        raise UsageError(f"by={by!r}: {_without(by, digests)}")
    left = len(digests) - len(kept)
    return Grouped(
        tuple(_with_source(digest, value(digest.tally.article)) for digest in kept),
        (because("without_field", n=left, field=by),) if left else (),
    )


def taken_within(digests: Sequence[Digest], within: str) -> tuple[Digest, ...]:
    """Give articles the field that differences are taken within as their event."""
    if within == EVENT:
        return tuple(digests)
    if within == NOTHING:
        return tuple(with_event(digest, "") for digest in digests)
    value = field_of(within)
    if not any(value(digest.tally.article) for digest in digests):
        raise UsageError(f"within={within!r}: {_without(within, digests)}")
    return tuple(with_event(digest, value(digest.tally.article)) for digest in digests)


def field_of(name: str) -> Callable[[Identity | Article], str]:
    """Return what reads a field off an article; "" where it has none."""
    if name == SOURCE:
        return lambda article: article.source
    if name == EVENT:
        return lambda article: article.event
    return lambda article: article.metadata.get(name, "").strip()


def with_event(digest: Digest, event: str) -> Digest:
    """Return the digest of an article with another event."""
    return replace(
        digest, tally=replace(digest.tally, article=replace(digest.tally.article, event=event))
    )


def _without(name: str, digests: Sequence[Digest]) -> str:
    """Say that no article has a value of a field, and which fields have one."""
    fields = {SOURCE, EVENT, *(key for digest in digests for key in digest.tally.article.metadata)}
    filled = [
        field
        for field in sorted(fields - {SOURCE})
        if any(field_of(field)(digest.tally.article) for digest in digests)
    ]
    if name == EVENT:
        fault = "no article names its event; give Article(..., event=...)"
    elif name in fields:
        fault = f"no article has a value in its field '{name}'"
    else:
        fault = "no article has a field of this name"
    return f"{fault}. Known fields: {', '.join([SOURCE, *filled])}."


def _with_source(digest: Digest, source: str) -> Digest:
    def moved(ref: SentenceRef) -> SentenceRef:
        return replace(ref, source=source)

    article = replace(digest.tally.article, source=source)
    return replace(
        digest,
        tally=replace(digest.tally, article=article),
        sentences=tuple(
            replace(sentence, ref=moved(sentence.ref)) for sentence in digest.sentences
        ),
        figures=tuple(replace(figure, at=moved(figure.at)) for figure in digest.figures),
    )
