"""Shared accounts, counted by hand."""

from __future__ import annotations

import math

import pytest

from divergence.comparing.origins.shared_accounts import account_of, candidates, compare_accounts
from divergence.comparing.origins.shingles import stream_of_text
from divergence.digesting.sourcing import Quote
from divergence.types import Span
from tests.comparing.wire import figure

SAID = "“we will hold this town to the very end” and “not one step back” he said"


def of(text: str, figures: tuple = (), speakers: tuple[str, ...] = ("Ada Roth", "Ada Roth")):
    stream = stream_of_text(text)
    flags = stream.quoted.tolist()
    starts = [n for n, flag in enumerate(flags) if flag and not (n and flags[n - 1])]
    ends = [n + 1 for n, flag in enumerate(flags) if flag and flags[n + 1 : n + 2] != [True]]
    spans = [Span(start, end) for start, end in zip(starts, ends, strict=True)]
    quotes = [Quote(span, who, True) for span, who in zip(spans, speakers, strict=False)]
    return account_of(stream, quotes, figures)


def test_shares_by_hand() -> None:
    # Of 13 quoted words of the first the second has nine, and all that it quotes.
    a = of(SAID, (figure(120, "Roth"), figure(40, "the mayor")))
    b = of("“We will hold this town to the very end”", (figure(120, "General Ada Roth"),))
    found = compare_accounts(a, b)
    assert found.quotations == (pytest.approx(9 / 13), 1.0)
    assert found.figures == (0.5, 1.0)
    assert found.account == (0.5, 1.0)
    assert (found.n_items, found.n_shared) == ((4, 2), 2)
    assert found.speakers == ("General Ada Roth",)


def test_three_in_common_and_over_half_make_an_account() -> None:
    figures = (figure(120, "Roth"), figure(340, "Roth"), figure(25))
    two, three = figures[:2], figures
    assert compare_accounts(of("", three), of("", three)).one_account
    assert not compare_accounts(of("", two), of("", two)).one_account
    more = tuple(figure(1000 + n) for n in range(3))
    assert not compare_accounts(
        of("", (*three, *more)), of("", (*three, *more[:0], *many()))
    ).one_account


def many() -> tuple:
    return tuple(figure(5000 + n) for n in range(3))


def test_figures_in_nobodys_name_alone_are_no_account() -> None:
    figures = tuple(figure(100 + n) for n in range(5))
    found = compare_accounts(of("", figures), of("", figures))
    assert found.account == (1.0, 1.0)
    assert not found.one_account


def test_another_claimant_or_a_small_number_of_another_event_is_not_shared() -> None:
    assert (
        compare_accounts(of("", (figure(90, "Roth"),)), of("", (figure(90, "Lenz"),))).n_shared == 0
    )
    assert compare_accounts(of("", (figure(90, "Roth"),)), of("", (figure(90),))).n_shared == 0
    hurt = figure(4, event="injured")
    assert compare_accounts(of("", (figure(4),)), of("", (hurt,))).n_shared == 0
    assert compare_accounts(of("", (hurt,)), of("", (hurt,))).n_shared == 1


def test_nothing_to_share_is_undefined_and_not_zero() -> None:
    found = compare_accounts(of("no marks"), of(SAID))
    assert math.isnan(found.quotations[0])
    assert found.quotations[1] == 0
    assert math.isnan(found.account[0])
    assert math.isnan(found.figures[0])
    assert not found.one_account


def test_candidates_need_three_items_and_no_crowd() -> None:
    figures = tuple(figure(100 + n, "Roth") for n in range(3))
    assert list(candidates([of("", figures), of("x"), of("", figures)])) == [(0, 2)]
    assert list(candidates([of("", figures[:2])] * 2)) == []
    assert list(candidates([of("", figures)] * 60)) == []
