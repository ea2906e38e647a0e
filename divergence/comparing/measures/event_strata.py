"""Articles of two parties to a comparison, event by event, and deals of them at random."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from divergence.comparing.articles_by_source import Group, exact, fingerprint
from divergence.comparing.measures.article_spread import sentence_runs
from divergence.comparing.random_draws import drawn_sums, generator, permutations
from divergence.counting.tally import Floats, Tally

Mask = NDArray[np.bool_]
Spans = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class EventStratum:
    """What a source and its reference wrote on one event, sorted by content.

    ``units`` has the axes article, column, voice (reporter, quoted) and part; ``mine`` marks the
    source's, the others are the reference's; ``texts`` are the digests of their texts. A party
    with a single article on the event has that article's counts by sentence in
    ``only_here`` or ``only_there``. ``spans`` counts the places in the text behind each numerator,
    by article, column and voice.
    """

    event: str
    key: str
    units: Floats
    mine: Mask
    texts: tuple[str, ...]
    spans: Spans
    only_here: Floats | None = None
    only_there: Floats | None = None

    @property
    def here(self) -> Floats:
        """Counts of the source."""
        return np.asarray(self.units[self.mine].sum(axis=0))

    @property
    def there(self) -> Floats:
        """Counts of the reference."""
        return np.asarray(self.units[~self.mine].sum(axis=0))

    @property
    def single(self) -> bool:
        """Whether either party has a single article on the event."""
        return self.only_here is not None or self.only_there is not None


@dataclass(frozen=True, slots=True, eq=False)
class _Article:
    """An article with the place of its group."""

    owner: int
    tally: Tally
    counts: Floats

    def sentences(self) -> Floats:
        return exact(self.tally.counts)


class Strata:
    """All articles by event, from which the strata of any two parties are taken."""

    def __init__(self, groups: Sequence[Group]) -> None:
        self._sizes = [group.n_articles for group in groups]
        by_event: dict[str, list[_Article]] = defaultdict(list)
        for owner, group in enumerate(groups):
            for tally, counts in zip(group.tallies, group.articles, strict=True):
                by_event[tally.article.event].append(_Article(owner, tally, counts))
        self._by_event = {
            event: sorted(articles, key=lambda a: (fingerprint(a.tally), a.owner))
            for event, articles in by_event.items()
        }
        self._events_of = [
            sorted({tally.article.event for tally in group.tallies}) for group in groups
        ]

    def shared(self, source: int, reference: int | None) -> tuple[EventStratum, ...]:
        """Strata that hold articles of both, by event."""
        named = any(self._events_of[source]) and (
            reference is None or any(self._events_of[reference])
        )
        strata = []
        for event in self._events_of[source]:
            if named and not event:
                continue
            articles = self._articles(event, source, reference)
            texts = tuple(article.tally.text_digest for article in articles)
            mine = np.array([article.owner == source for article in articles])
            if mine.all():
                continue
            strata.append(
                EventStratum(
                    event=event,
                    key="\x00".join((event, *texts)),
                    units=np.stack([article.counts for article in articles]),
                    mine=mine,
                    texts=texts,
                    spans=np.stack([article.tally.n_evidence for article in articles]),
                    only_here=_only(articles, mine),
                    only_there=_only(articles, ~mine),
                )
            )
        return tuple(strata)

    def shared_runs(self, source: int, reference: int | None) -> tuple[EventStratum, ...]:
        """Return the strata of :meth:`shared` with runs of a few sentences in place of articles."""
        strata = []
        for stratum in self.shared(source, reference):
            articles = self._articles(stratum.event, source, reference)
            runs = [sentence_runs(article.sentences()) for article in articles]
            mine = np.repeat(stratum.mine, list(map(len, runs)))
            strata.append(replace(stratum, units=np.concatenate(runs), mine=mine))
        return tuple(strata)

    def leaves_out(self, source: int, reference: int | None) -> bool:
        """Whether articles of either are on events that the other did not write on."""
        kept = sum(len(stratum.mine) for stratum in self.shared(source, reference))
        sizes = self._sizes
        return 0 < kept < (sum(sizes) if reference is None else sizes[source] + sizes[reference])

    def _articles(self, event: str, source: int, reference: int | None) -> list[_Article]:
        return [
            article
            for article in self._by_event[event]
            if reference is None or article.owner in (source, reference)
        ]


def _only(articles: Sequence[_Article], chosen: Mask) -> Floats | None:
    return articles[int(chosen.argmax())].sentences() if chosen.sum() == 1 else None


def permuted_counts(stratum: EventStratum, *, rounds: int, seed: int) -> Floats:
    """Counts of the source after the units of a stratum were dealt anew, once a round."""
    n = len(stratum.mine)
    random = generator(seed, "permutation", stratum.key)
    order = permutations(random, n, rounds)
    chosen = np.zeros((rounds, n))
    np.put_along_axis(chosen, order[:, np.flatnonzero(stratum.mine)], 1.0, axis=1)
    return drawn_sums(chosen, stratum.units)


def testable(strata: Sequence[EventStratum]) -> bool:
    """Whether there are two articles on either side, so that they can be dealt anew."""
    mine = sum(int(stratum.mine.sum()) for stratum in strata)
    return mine > 1 and sum(len(stratum.mine) for stratum in strata) - mine > 1
