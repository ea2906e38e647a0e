"""An axis of dates: ticks on days, first days of months or of years, whichever can be read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date as Date

from matplotlib.axes import Axes

from divergence.plots.number_format import day, month

MOST = 4
DAYS = (1, 2, 7, 14, 21)
MONTHS = (
    1,
    2,
    3,
    6,
    *(12 * years for years in (1, 2, 3, 4, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)),
)
YEAR = 12


def dated(ax: Axes, first: Date, last: Date, *, most: int = MOST) -> None:
    """Write dates on a horizontal axis whose numbers are proleptic Gregorian ordinals."""
    ticks, labels = _ticks(first, last, most)
    ax.set_xticks([tick.toordinal() for tick in ticks], labels=labels)


def _ticks(first: Date, last: Date, most: int) -> tuple[list[Date], list[str]]:
    """The finest ticks that are no more than ``most``."""
    span = (last - first).days
    for step in DAYS:
        if span // step < most:
            ticks = [Date.fromordinal(first.toordinal() + n) for n in range(0, span + 1, step)]
            return ticks, [day(tick) for tick in ticks]
    for step in MONTHS:
        ticks = list(_months(first, last, step))
        # A year takes half the room of a day.
        if len(ticks) <= (2 * most if step >= YEAR else most) or step == MONTHS[-1]:
            break
    return ticks, [str(tick.year) if step >= YEAR else month(tick) for tick in ticks]


def _months(first: Date, last: Date, step: int) -> Iterator[Date]:
    """First days of every ``step``th month, counted from the year 0, within two dates."""
    number = first.year * YEAR + first.month - 1
    number += -number % step
    while number < (last.year * YEAR + last.month):
        tick = Date(number // YEAR, number % YEAR + 1, 1)
        if first <= tick <= last:
            yield tick
        number += step
