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
    for one in figures:
        kept.setdefault((one.at.source, one.low, one.high, one.bound, one.claimant), one)
    return list(kept.values())


def amount(one: LedgerFigure) -> str:
    """Write a figure's number as the text bounds it: "at least 1,100", "20,000 to 30,000"."""
    if one.low != one.high:
        return say("number.interval", low=number(one.low), high=number(one.high))
    if not math.isfinite(one.low):
        return plain(one.text, limit=40)
    return say(f"bound.{one.bound}", number=number(one.low))


def claimant(one: LedgerFigure) -> str:
    """Write who gives a figure, be it the outlet in its own name."""
    if not one.claimant:
        return say("claims.own_name")
    return plain(str(figure_words.claimant(one.claimant)), limit=60)


def subject(entry: LedgerEntry, event: str = "") -> str:
    """Write what an entry counts, with its event where that is told."""
    what = capital(plain(str(entry.subject), limit=110))
    return f"{event}: {what}" if event else what


def said(one: LedgerFigure, *, source: bool = True) -> str:
    """Say a figure with source, claimant and time window."""
    told = [_whose(one, source=source)]
    if one.window:
        told.append(say("list.quoted", text=plain(one.window, limit=40)))
    if one.place and not source:
        told.append(plain(one.place, limit=40))
    return say("claims.figure", amount=amount(one), told=commas(told))


def drawable(entry: LedgerEntry) -> list[LedgerFigure]:
    """Return the figures of an entry that have a place on an axis, each once."""
    return [one for one in once(entry.figures) if math.isfinite(one.low + one.high)]


def group(entry: LedgerEntry, heading: str, *, most: int | None = None) -> LedgerGroup:
    """Return an entry as it is drawn: its verdict, and a row for each figure that has a place."""
    others = (plain(str(one), limit=90) for one in entry.differences)
    rows = tuple(
        LedgerRow(short(one.at.source), one.low, one.high, said(one, source=False))
        for one in drawable(entry)[:most]
    )
    left = len(once(entry.figures)) - len(rows)
    return LedgerGroup(
        say("claims.more_rows", subject=heading, n=left) if left else heading,
        semicolons((say(f"verdict.{entry.verdict}"), *others)),
        rows,
    )


def _whose(one: LedgerFigure, *, source: bool) -> str:
    own = short(one.at.source)
    if one.claimant and source:
        return say("claims.claimant_in", claimant=claimant(one), source=own)
    if one.claimant:
        return say("claims.says", claimant=claimant(one))
    return say("claims.own_name_of", source=own) if source else say("claims.own_name")
