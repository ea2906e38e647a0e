"""Whether two articles draw on one account: the same quotations, the same figures, the same names.

Two newsrooms that hear the same press conference share its words too. So a shared account is no
proof of copying: it says that what stands in both is one account of the event and not two.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from divergence.comparing.claims.same_claimant import same_name
from divergence.comparing.origins.origin_results import SharedFigure
from divergence.comparing.origins.shared_passages import LEAST_QUOTED, runs
from divergence.comparing.origins.shingles import Flags, Stream, grams
from divergence.digesting.quotable import LedgerFigure
from divergence.digesting.sourcing import Quote
from divergence.types import UNNAMED_SPEAKER

# Over half: most of what an article quotes and counts is then not its own.
SHARE = 0.5
# One number or one quotation in common is what articles on one event have; three are an account.
FEWEST_SHARED = 3
# Below, an equal number is easily a coincidence: what happened must be the same as well.
SMALL = 20
# What more articles of an event than this have in common is the event's core, not an account.
CROWD = 40
# A word in marks may be irony; two are somebody's.
FEWEST_WORDS = 2

Number = tuple[float, float, str]


@dataclass(frozen=True, slots=True, eq=False)
class Account:
    """What an article quotes and counts: its words, its quotations, its figures by number."""

    stream: Stream
    quotes: tuple[Quote, ...]
    figures: dict[Number, tuple[LedgerFigure, ...]]

    @property
    def n_items(self) -> int:
        """Number of quotations and of different figures."""
        return len(self.quotes) + len(self.figures)


@dataclass(frozen=True, slots=True)
class SharedAccount:
    """What two accounts have in common; shares are of the first, then of the second."""

    quotations: tuple[float, float]
    figures: tuple[float, float]
    account: tuple[float, float]
    n_items: tuple[int, int]
    n_shared: int
    speakers: tuple[str, ...]
    shared_figures: tuple[SharedFigure, ...]

    @property
    def one_account(self) -> bool:
        """Whether over half of what one of both quotes and counts is in the other, with a name."""
        most = max((share for share in self.account if not math.isnan(share)), default=0.0)
        return self.n_shared >= FEWEST_SHARED and most > SHARE and bool(self.speakers)


def account_of(stream: Stream, quotes: Sequence[Quote], figures: Sequence[LedgerFigure]) -> Account:
    """Arrange what an article quotes and counts."""
    by_number: dict[Number, list[LedgerFigure]] = defaultdict(list)
    for figure in figures:
        by_number[figure.low, figure.high, figure.unit].append(figure)
    spoken: dict[bytes, Quote] = {}
    for quote in quotes:
        words = stream.words[quote.words.start : quote.words.end]
        if quote.speech and len(words) >= FEWEST_WORDS:
            spoken.setdefault(words.tobytes(), quote)
    return Account(
        stream, tuple(spoken.values()), {key: tuple(group) for key, group in by_number.items()}
    )


def compare_accounts(a: Account, b: Account) -> SharedAccount:
    """Compare what two articles quote and count, as far as it is neither rephrased nor rounded."""
    covered = _covered(a, b)
    both = _repeated(a, covered[0]), _repeated(b, covered[1])
    pairs = tuple(_same_figures(a, b))
    n_figures = len({(pair.a.low, pair.a.high, pair.a.unit) for pair in pairs})
    return SharedAccount(
        quotations=(_share_quoted(a, covered[0]), _share_quoted(b, covered[1])),
        figures=(_share(n_figures, len(a.figures)), _share(n_figures, len(b.figures))),
        account=(
            _share(len(both[0]) + n_figures, a.n_items),
            _share(len(both[1]) + n_figures, b.n_items),
        ),
        n_items=(a.n_items, b.n_items),
        n_shared=min(map(len, both)) + n_figures,
        speakers=_shared_names(both[0], both[1], pairs),
        shared_figures=pairs,
    )


def candidates(accounts: Sequence[Account]) -> Iterator[tuple[int, int]]:
    """Yield pairs of articles that may share an account, each once, sorted."""
    holders: dict[object, set[int]] = defaultdict(set)
    parts: dict[object, set[tuple[int, object]]] = defaultdict(set)
    for number, account in enumerate(accounts):
        for figure in account.figures:
            holders[figure].add(number)
            parts[figure].add((number, figure))
        for place, quote in enumerate(account.quotes):
            words = account.stream.words[quote.words.start : quote.words.end]
            keys = grams(words, LEAST_QUOTED).tolist() or [words.tobytes()]
            for key in keys:
                holders[key].add(number)
                parts[key].add((number, place))
    items: dict[tuple[int, int], set[object]] = defaultdict(set)
    for key, numbers in holders.items():
        if not 1 < len(numbers) <= CROWD:
            continue
        item_of = dict(sorted(parts[key], key=repr))
        for a, b in combinations(sorted(numbers), 2):
            items[a, b].add(item_of[a])
    yield from sorted(
        pair for pair, shared_items in items.items() if len(shared_items) >= FEWEST_SHARED
    )


def _covered(a: Account, b: Account) -> tuple[Flags, Flags]:
    """Mark the quoted words of both that the other quotes too."""
    marks = np.zeros(len(a.stream), dtype=np.bool_), np.zeros(len(b.stream), dtype=np.bool_)
    if not a.quotes or not b.quotes:
        return marks
    never = max(len(a.stream), len(b.stream)) + 1
    for run in runs(a.stream, b.stream, least=never, least_quoted=LEAST_QUOTED):
        marks[0][run.a : run.a + run.n] = True
        marks[1][run.b : run.b + run.n] = True
    # Short quotations count as a whole or not at all.
    short = [
        {
            account.stream.words[quote.words.start : quote.words.end].tobytes(): quote.words
            for quote in account.quotes
            if _length(quote) < LEAST_QUOTED
        }
        for account in (a, b)
    ]
    for words in short[0].keys() & short[1].keys():
        for flags, spans in zip(marks, short, strict=True):
            flags[spans[words].start : spans[words].end] = True
    return marks


def _repeated(account: Account, flags: Flags) -> tuple[Quote, ...]:
    """Quotations of which at least half is marked."""
    return tuple(quote for quote in account.quotes if 2 * _marked(quote, flags) >= _length(quote))


def _share_quoted(account: Account, flags: Flags) -> float:
    marked = sum(_marked(quote, flags) for quote in account.quotes)
    return _share(marked, sum(map(_length, account.quotes)))


def _marked(quote: Quote, flags: Flags) -> int:
    return int(flags[quote.words.start : quote.words.end].sum())


def _length(quote: Quote) -> int:
    return quote.words.end - quote.words.start


def _share(part: int, whole: int) -> float:
    return part / whole if whole else math.nan


def _same_figures(a: Account, b: Account) -> Iterator[SharedFigure]:
    """One pair for every number that both give in the same name, or both in their own."""
    for key in sorted(a.figures.keys() & b.figures.keys()):
        fitting = (
            SharedFigure(first, second)
            for first in a.figures[key]
            for second in b.figures[key]
            if _same_claim(first, second)
        )
        pair = next(fitting, None)
        if pair is not None:
            yield pair


def _same_claim(a: LedgerFigure, b: LedgerFigure) -> bool:
    if a.claimant or b.claimant:
        return same_name(a.claimant, b.claimant)
    return a.low >= SMALL or a.event == b.event != ""


def _shared_names(
    first: Sequence[Quote], second: Sequence[Quote], pairs: Sequence[SharedFigure]
) -> tuple[str, ...]:
    """Names that stand behind what is shared, as the fuller of both writes them."""
    named = [(quote.speaker, other.speaker) for quote in first for other in second]
    named += [(pair.a.claimant, pair.b.claimant) for pair in pairs]
    names: list[str] = []
    for a, b in named:
        if not same_name(a, b):
            continue
        fuller = max((name.split(",")[0] for name in (a, b)), key=lambda name: (len(name), name))
        if fuller == UNNAMED_SPEAKER:
            continue
        known = [name for name in names if same_name(name, fuller)]
        if not known:
            names.append(fuller)
        elif len(fuller) > len(known[0]):
            names[names.index(known[0])] = fuller
    return tuple(sorted(set(names)))
