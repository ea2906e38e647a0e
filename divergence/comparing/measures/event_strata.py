"""Articles of two parties to a comparison, event by event, and deals of them at random."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from divergence.comparing.article_groups import Group, exact, fingerprint
from divergence.comparing.measures.bootstrap import generator
from divergence.counting.tally import Floats

Mask = NDArray[np.bool_]
Spans = NDArray[np.int64]
# Sentences that are dealt together where whole articles are too few.
RUN = 5


@dataclass(frozen=True, slots=True, eq=False)
class Stratum:
    """What a part and its reference wrote on one event, sorted by content.

    ``units`` has the axes article, column, voice (reporter, quoted) and part; ``mine`` marks
    those of the part, the others are the reference's; ``texts`` are the digests of their texts. A
    party with a single article on the event has that article's counts by sentence in
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
        """Counts of the part."""
        return np.asarray(self.units[self.mine].sum(axis=0))

    @property
    def there(self) -> Floats:
        """Counts of the reference."""
        return np.asarray(self.units[~self.mine].sum(axis=0))


@dataclass(frozen=True, slots=True, eq=False)
class _Written:
    key: str
    owner: int
    place: int


class Strata:
    """All articles by event, from which the strata of any two parties are taken."""

    def __init__(self, groups: Sequence[Group]) -> None:
        self._groups = groups
        found: dict[str, list[_Written]] = defaultdict(list)
        for owner, group in enumerate(groups):
            for place, tally in enumerate(group.tallies):
                found[tally.article.event].append(_Written(fingerprint(tally), owner, place))
        self._by_event = {
            event: sorted(members, key=lambda each: (each.key, each.owner))
            for event, members in sorted(found.items())
        }
        self._events_of = [
            sorted({tally.article.event for tally in group.tallies}) for group in groups
        ]

    def of(self, part: int, reference: int | None) -> tuple[Stratum, ...]:
        """Strata that hold articles of both, by event."""
        named = any(self._events_of[part]) and (
            reference is None or any(self._events_of[reference])
        )
        found = []
        for event in self._events_of[part]:
            if named and not event:
                continue
            members = self._members(event, part, reference)
            texts = tuple(self._groups[m.owner].tallies[m.place].text_digest for m in members)
            mine = np.array([each.owner == part for each in members])
            if mine.all():
                continue
            found.append(
                Stratum(
                    event=event,
                    key="\x00".join((event, *texts)),
                    units=np.stack([self._groups[m.owner].articles[m.place] for m in members]),
                    mine=mine,
                    texts=texts,
                    spans=np.stack(
                        [self._groups[m.owner].tallies[m.place].n_evidence for m in members]
                    ),
                    only_here=self._only(members, mine),
                    only_there=self._only(members, ~mine),
                )
            )
        return tuple(found)

    def _only(self, members: Sequence[_Written], chosen: Mask) -> Floats | None:
        if chosen.sum() != 1:
            return None
        one = members[int(chosen.argmax())]
        return exact(self._groups[one.owner].tallies[one.place].counts)

    def runs(self, part: int, reference: int | None) -> tuple[Stratum, ...]:
        """Return the strata of :meth:`of` with runs of a few sentences in place of articles."""
        found = []
        for stratum in self.of(part, reference):
            cut = [self._cut(each) for each in self._members(stratum.event, part, reference)]
            mine = np.repeat(stratum.mine, [len(runs) for runs in cut])
            found.append(replace(stratum, units=np.concatenate(cut), mine=mine))
        return tuple(found)

    def leaves_out(self, part: int, reference: int | None) -> bool:
        """Whether articles of either are on events that the other did not write on."""
        kept = sum(len(stratum.mine) for stratum in self.of(part, reference))
        sizes = [group.n_articles for group in self._groups]
        return 0 < kept < (sum(sizes) if reference is None else sizes[part] + sizes[reference])

    def _members(self, event: str, part: int, reference: int | None) -> list[_Written]:
        return [
            each
            for each in self._by_event[event]
            if reference is None or each.owner in (part, reference)
        ]

    def _cut(self, each: _Written) -> Floats:
        counts = exact(self._groups[each.owner].tallies[each.place].counts)
        starts = range(0, max(len(counts), 1), RUN)
        return np.stack([counts[start : start + RUN].sum(axis=0) for start in starts])


def deals(stratum: Stratum, *, rounds: int, seed: int) -> Floats:
    """Deal the units of a stratum anew."""
    n = len(stratum.mine)
    random = generator(seed, "permutation", stratum.key)
    order = random.permuted(np.tile(np.arange(n), (rounds, 1)), axis=1)
    chosen = np.zeros((rounds, n))
    np.put_along_axis(chosen, order[:, np.flatnonzero(stratum.mine)], 1.0, axis=1)
    flat = stratum.units.reshape(n, -1)
    return np.asarray((chosen @ flat).reshape(rounds, *stratum.units.shape[1:]))


def testable(strata: Sequence[Stratum]) -> bool:
    """Whether there are two articles on either side, so that they can be dealt anew."""
    mine = sum(int(stratum.mine.sum()) for stratum in strata)
    return mine > 1 and sum(len(stratum.mine) for stratum in strata) - mine > 1


def pairs(n_groups: int, reference: int | None) -> Iterator[tuple[int, int | None]]:
    """Yield who is compared with whom.

    Two groups make one pair; more make each against all the others (None), or against the chosen
    reference.
    """
    if reference is not None:
        yield from ((part, reference) for part in range(n_groups) if part != reference)
    elif n_groups == 2:
        yield 0, 1
    elif n_groups > 2:
        yield from ((part, None) for part in range(n_groups))
