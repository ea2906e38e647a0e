"""Figures of the ledger in words: what is counted, how many, and who says so."""

from __future__ import annotations

import math
from collections.abc import Sequence

from divergence.comparing.claims import figure_words
from divergence.comparing.claims.claim_results import LedgerEntry
from divergence.digesting.quotable import LedgerFigure
from divergence.phrases import commas, say, semicolons
from divergence.plots.ledger import LedgerGroup, LedgerRow
from divergence.plots.lettering import plain
from divergence.plots.number_format import number
from divergence.plots.party_names import capital, short


def once(figures: Sequence[LedgerFigure]) -> list[LedgerFigure]:
    """Leave out what an article repeats: one row for a source, number and claimant."""
    kept: dict[tuple[object, ...], LedgerFigure] = {}
    for figure in figures:
        kept.setdefault(
            (figure.at.source, figure.low, figure.high, figure.bound, figure.claimant), figure
        )
    return list(kept.values())


def amount(figure: LedgerFigure) -> str:
    """Write a figure's number as the text bounds it: "at least 1,100", "20,000 to 30,000"."""
    if figure.low != figure.high:
        return say("number.interval", low=number(figure.low), high=number(figure.high))
    if not math.isfinite(figure.low):
        return plain(figure.text, limit=40)
    return say(f"bound.{figure.bound}", number=number(figure.low))


def claimant(figure: LedgerFigure) -> str:
    """Write who gives a figure, be it the outlet in its own name."""
    if not figure.claimant:
        return say("claims.own_name")
    return plain(str(figure_words.claimant(figure.claimant)), limit=60)


def subject(entry: LedgerEntry, event: str = "") -> str:
    """Write what an entry counts, with its event where that is told."""
    what = capital(plain(str(entry.subject), limit=110))
    return f"{event}: {what}" if event else what


def said(figure: LedgerFigure, *, source: bool = True) -> str:
    """Say a figure with source, claimant and time window."""
    details = [_whose(figure, source=source)]
    if figure.window:
        details.append(say("list.quoted", text=plain(figure.window, limit=40)))
    if figure.place and not source:
        details.append(plain(figure.place, limit=40))
    return say("claims.figure", amount=amount(figure), told=commas(details))


def drawable(entry: LedgerEntry) -> list[LedgerFigure]:
    """Return the figures of an entry that have a place on an axis, each once."""
    return [figure for figure in once(entry.figures) if math.isfinite(figure.low + figure.high)]


def group(entry: LedgerEntry, heading: str, *, most: int | None = None) -> LedgerGroup:
    """Return an entry as it is drawn: its verdict, and a row for each figure that has a place."""
    others = (plain(str(difference), limit=90) for difference in entry.differences)
    rows = tuple(
        LedgerRow(short(figure.at.source), figure.low, figure.high, said(figure, source=False))
        for figure in drawable(entry)[:most]
    )
    left = len(once(entry.figures)) - len(rows)
    return LedgerGroup(
        say("claims.more_rows", subject=heading, n=left) if left else heading,
        semicolons((say(f"verdict.{entry.verdict}"), *others)),
        rows,
    )


def _whose(figure: LedgerFigure, *, source: bool) -> str:
    own = short(figure.at.source)
    if figure.claimant and source:
        return say("claims.claimant_in", claimant=claimant(figure), source=own)
    if figure.claimant:
        return say("claims.says", claimant=claimant(figure))
    return say("claims.own_name_of", source=own) if source else say("claims.own_name")
