"""Omissions: what most sources on an event tell and one of them does not, with innocent reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date as Date
from statistics import median

from divergence.comparing.claims.claim_results import (
    Omission,
    OmissionReason,
    Statement,
    text_order,
)
from divergence.phrases.saying import Words, saying

# What one source gives in less than half the words of the others is told at another length.
MUCH_SHORTER = 0.5


@dataclass(frozen=True, slots=True)
class Context:
    """What an omission can be explained by: an article's source, its date and its length."""

    source: str
    date: Date | None
    n_words: int


def omissions(statements: Iterable[Statement], articles: Sequence[Context]) -> tuple[Omission, ...]:
    """Find what more than half of the sources on an event tell and others leave out.

    Alignment misses paraphrases: read the article before calling anything left out (Hamborg, Donnay
    and Gipp 2019 on bias by omission).
    """
    own: dict[str, list[Context]] = {}
    for article in articles:
        own.setdefault(article.source, []).append(article)
    left_out = [omission for statement in statements for omission in _of(statement, own)]
    return tuple(sorted(left_out, key=_rank))


def _of(statement: Statement, own: Mapping[str, Sequence[Context]]) -> Iterator[Omission]:
    if 2 * len(statement.sources) <= len(own) or len(statement.sources) < 2:
        return
    shortest = min(statement.sentences, key=lambda ref: (len(ref.text), text_order(ref)))
    tellers = [own[source] for source in statement.sources if source in own]
    for source in statement.missing:
        if source not in own:
            continue
        reason, detail = _reason(own[source], tellers)
        yield Omission(
            statement.event, shortest, source, statement.sources, len(own), reason, detail
        )


def _reason(
    mine: Sequence[Context], tellers: Sequence[Sequence[Context]]
) -> tuple[OmissionReason, Words]:
    last = max((article.date for article in mine if article.date), default=None)
    undated = any(article.date is None for article in mine)
    days = [article.date for articles in tellers for article in articles]
    dated = [day for day in days if day is not None]
    if last and not undated and dated and len(dated) == len(days) and last < min(dated):
        return "published earlier", saying("left_unsaid_as.dates", last=last, first=min(dated))
    length = sum(article.n_words for article in mine)
    usual = median(sum(article.n_words for article in articles) for articles in tellers)
    if length < MUCH_SHORTER * usual:
        return "shorter article", saying("left_unsaid_as.words", words=length, usual=round(usual))
    return "missing", ""


def _rank(omission: Omission) -> tuple[object, ...]:
    order = ("missing", "shorter article", "published earlier")
    share = len(omission.told_by) / omission.n_sources
    return (
        -share,
        -len(omission.told_by),
        order.index(omission.reason),
        text_order(omission.statement),
        omission.source,
    )
