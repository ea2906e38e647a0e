"""Where the texts of a comparison come from: copies counted once, shared text and accounts shown.

What five newsrooms print from one agency is one report, not five. Copies, edited copies and briefs
cut from a longer text make one origin. Articles that share passages, or most of what they quote and
count, stay origins of their own, and the comparison says what they share. Nothing here tells who
took from whom: both may have it from a third.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date as Date

import numpy as np

from divergence.comparing.cautions import Caution, because
from divergence.comparing.origins import shared_accounts
from divergence.comparing.origins.independent_origins import OriginCounter
from divergence.comparing.origins.near_duplicates import Overlap, compare_exactly, copies
from divergence.comparing.origins.origin_results import Kin, Kinship, Member, Origin, SharedPassage
from divergence.comparing.origins.shared_accounts import Account
from divergence.comparing.origins.shared_passages import LEAST, SharedRun, runs
from divergence.comparing.origins.shingles import Keys, Stream, shingles, stream
from divergence.digesting.digest import Digest
from divergence.digesting.quotable import SentenceRef

# Two articles that credit one agency and share half of the shorter one are its copy, cut twice.
CREDITED = 0.5
# Three passages of the least length: fewer are easily titles and set phrases.
FEWEST_SHARED_WORDS = 3 * LEAST
SHARED_TEXT = 0.1
# Once an account is known to be shared, shorter runs tell where.
LEAST_IN_ACCOUNT = 6
MOST_PASSAGES, MOST_OF_COPY = 8, 2
MOST_WORDS = 60
# The strongest of an event; a caution counts the rest.
MOST_KIN = 200

SAME_TEXT = because("same_text")
SAME_ACCOUNT = because("same_account")


@dataclass(frozen=True, slots=True, eq=False)
class Origins:
    """Origins and kinships of articles, and a counter of origins for statements and figures."""

    origins: tuple[Origin, ...]
    kinships: tuple[Kinship, ...]
    cautions: tuple[Caution, ...]
    counter: OriginCounter


@dataclass(frozen=True, slots=True, eq=False)
class _Article:
    digest: Digest
    member: Member
    event: str | None
    stream: Stream
    keys: Keys
    account: Account

    @property
    def key(self) -> tuple[str, str]:
        return self.member.source, self.member.article

    @property
    def order(self) -> tuple[Date, str, str]:
        """The earlier first, undated last: that and nothing more is what dates tell."""
        return self.member.date or Date.max, *self.key


def origins(digests: Sequence[Digest], events: Mapping[str, Sequence[Digest]]) -> Origins:
    """Find copies, shared text and shared accounts among articles.

    Translations and rewritten texts are not found: there are at most as many independent origins
    as are counted. Broder 1997; Clough et al. 2002, METER; Lewis, Williams and Franklin 2008.
    """
    event_of = {id(digest): event for event, members in events.items() for digest in members}
    articles = sorted(
        (_article(digest, event_of.get(id(digest))) for digest in digests if digest.sentences),
        key=lambda article: (*article.order, article.stream.words.tobytes()),
    )
    duplicates = copies([article.keys for article in articles])
    origin, merged = _merged(articles, duplicates.groups, duplicates.overlaps)
    groups: dict[int, list[int]] = defaultdict(list)
    for number, first in enumerate(origin):
        groups[first].append(number)
    several = [group for group in groups.values() if len(group) > 1]
    kin = [
        _kinship("copy", articles[first], articles[second])
        for group in several
        for first, second in _pairs_with_first(group, {**duplicates.within, **merged})
    ]
    texts = list(_shared_texts(articles, origin, duplicates.overlaps))
    kin += texts
    of_shared_text = {(id(kinship.a), id(kinship.b)) for kinship in texts}
    cautions: list[Caution] = []
    for event in events:
        here = ([n for n in group if articles[n].event == event] for group in groups.values())
        heads = [articles[group[0]] for group in here if group]
        strongest = sorted(_shared_accounts(heads, of_shared_text), key=_strength)
        kin += strongest[:MOST_KIN]
        left = len(strongest) - MOST_KIN
        if left > 0 and event:
            cautions.append(because("more_kin_on_event", n=left, event=event))
        elif left > 0:
            cautions.append(because("more_kin", n=left))
    return Origins(
        origins=tuple(
            Origin(
                members=tuple(articles[number].member for number in group),
                credits=tuple(
                    sorted({name for n in group for name in articles[n].digest.sourcing.credits})
                ),
            )
            for group in several
        ),
        kinships=tuple(kin),
        cautions=tuple(cautions),
        counter=OriginCounter(
            {article.key: origin[n] for n, article in enumerate(articles)},
            {article.key: article.stream for article in articles},
        ),
    )


def _article(digest: Digest, event: str | None) -> _Article:
    identity = digest.tally.article
    words = stream(
        [sentence.ref.text for sentence in digest.sentences],
        [quote.words for quote in digest.sourcing.quotes if quote.speech],
    )
    return _Article(
        digest=digest,
        member=Member(identity.id, identity.source, identity.event, identity.date),
        event=event,
        stream=words,
        keys=shingles(words),
        account=shared_accounts.account_of(words, digest.sourcing.quotes, digest.figures),
    )


def _merged(
    articles: Sequence[_Article],
    groups: Sequence[Sequence[int]],
    overlaps: Sequence[Overlap],
) -> tuple[list[int], dict[int, int]]:
    """Number the origin of every article after its first member; who joined whom by a credit."""
    origin = list(range(len(articles)))
    for group in groups:
        for number in group:
            origin[number] = group[0]
    joined: dict[int, int] = {}
    for overlap in overlaps:
        a, b = origin[overlap.a], origin[overlap.b]
        credits = set(articles[overlap.a].digest.sourcing.credits)
        both = credits & set(articles[overlap.b].digest.sourcing.credits)
        if a != b and both and overlap.containment >= CREDITED:
            first, second = min(a, b), max(a, b)
            joined[overlap.b] = overlap.a
            origin = [first if number == second else number for number in origin]
    return origin, joined


def _pairs_with_first(group: Sequence[int], beside: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """Pair every member with the first one, or with the longer text that it is a part of."""
    members = set(group)
    for number in group:
        other = beside.get(number, group[0])
        if other not in members or other == number:
            other = group[0]
        if other != number:
            yield min(other, number), max(other, number)


def _shared_texts(
    articles: Sequence[_Article], origin: Sequence[int], overlaps: Sequence[Overlap]
) -> Iterator[Kinship]:
    """Pairs of articles on one event, of different origins, that share the reporters' words."""
    best: dict[tuple[int, int], Overlap] = {}
    for overlap in overlaps:
        a, b = sorted((origin[overlap.a], origin[overlap.b]))
        event = articles[overlap.a].event
        if a == b or event is None or event != articles[overlap.b].event:
            continue
        mine = best.setdefault((a, b), overlap)
        if (-overlap.shared, overlap.a, overlap.b) < (-mine.shared, mine.a, mine.b):
            best[a, b] = overlap
    for overlap in best.values():
        first, second = articles[overlap.a], articles[overlap.b]
        common = runs(first.stream, second.stream)
        own = sum(_unquoted(first.stream, second.stream, run) for run in common)
        shorter = min(int((~article.stream.quoted).sum()) for article in (first, second))
        if own >= FEWEST_SHARED_WORDS and own >= SHARED_TEXT * shorter:
            yield _kinship("shared text", first, second, common)


def _unquoted(a: Stream, b: Stream, run: SharedRun) -> int:
    """Count the words of a run that neither quotes: one may set a speech without marks."""
    either = a.quoted[run.a : run.a + run.n] | b.quoted[run.b : run.b + run.n]
    return run.n - int(either.sum())


def _shared_accounts(
    articles: Sequence[_Article], known: set[tuple[int, int]]
) -> Iterator[Kinship]:
    """Pairs of articles on one event that draw on one account and share no longer text."""
    for a, b in shared_accounts.candidates([article.account for article in articles]):
        first, second = articles[a], articles[b]
        if (id(first.member), id(second.member)) in known:
            continue
        if shared_accounts.compare_accounts(first.account, second.account).one_account:
            yield _kinship("shared account", first, second)


def _kinship(
    kind: Kin, a: _Article, b: _Article, common: Sequence[SharedRun] | None = None
) -> Kinship:
    if common is None:
        least = LEAST_IN_ACCOUNT if kind == "shared account" else LEAST
        common = runs(a.stream, b.stream, least=least)
    overlap = compare_exactly([a.keys, b.keys], 0, 1)
    account = shared_accounts.compare_accounts(a.account, b.account)
    sourcing = a.digest.sourcing, b.digest.sourcing
    named = set.intersection(*({*article.named, *article.credits} for article in sourcing))
    n = overlap.shared
    return Kinship(
        kind=kind,
        a=a.member,
        b=b.member,
        resemblance=overlap.resemblance if overlap.n_a and overlap.n_b else np.nan,
        containment=(
            n / overlap.n_a if overlap.n_a else np.nan,
            n / overlap.n_b if overlap.n_b else np.nan,
        ),
        quotations=account.quotations,
        figures=account.figures,
        account=account.account,
        n_items=account.n_items,
        n_shared=account.n_shared,
        speakers=account.speakers,
        named=tuple(sorted(named)),
        passages=tuple(
            _passage(a, b, run)
            for run in common[: MOST_OF_COPY if kind == "copy" else MOST_PASSAGES]
        ),
        shared_figures=() if kind == "copy" else account.shared_figures,
        cautions=(SAME_ACCOUNT if kind == "shared account" else SAME_TEXT,),
    )


def _passage(a: _Article, b: _Article, run: SharedRun) -> SharedPassage:
    text = a.stream.text_of(run.a, run.a + min(run.n, MOST_WORDS))
    return SharedPassage(
        text=text + (" …" if run.n > MOST_WORDS else ""),
        n_words=run.n,
        quoted=run.quoted,
        a=_sentences(a, run.a, run.n),
        b=_sentences(b, run.b, run.n),
    )


def _sentences(article: _Article, start: int, n: int) -> tuple[SentenceRef, ...]:
    """Sentences of a run, as far as its text is kept."""
    first = article.stream.part_of(start)
    last = article.stream.part_of(start + min(n, MOST_WORDS) - 1)
    return tuple(sentence.ref for sentence in article.digest.sentences[first : last + 1])


def _strength(kinship: Kinship) -> tuple[object, ...]:
    shares = [share for share in kinship.account if share == share]
    return (
        -max(shares, default=0.0),
        -len(kinship.shared_figures) - len(kinship.passages),
        kinship.a.source,
        kinship.a.article,
        kinship.b.source,
        kinship.b.article,
    )
