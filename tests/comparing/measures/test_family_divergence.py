"""Divergence of families beside their noise floor."""

import math
from dataclasses import replace

import numpy as np
import pytest

from divergence.comparing import cautions
from divergence.comparing.articles_by_source import by_source
from divergence.comparing.claims.claim_results import Statement
from divergence.comparing.claims.statement_divergence import (
    articles_by_statement,
    statement_divergence,
)
from divergence.comparing.divergence_profile import with_overall
from divergence.comparing.measures.family_divergence import family_divergences
from divergence.comparing.noise_floor import beside_floor, unknown_divergence
from divergence.digesting.quotable import SentenceRef


@pytest.fixture
def columns(column):
    return [column(f"f.m{n}", family=("certainty", "agency")[n % 2]) for n in range(8)]


def corpus(chance_tally, columns, seed, *, shift=0.0, n_events=15):
    random = np.random.default_rng(seed)
    return [
        chance_tally(
            source,
            f"{event}{source}",
            random,
            columns,
            rates=[
                3 + (event % 4) + (shift if source == "B" and n % 2 == 0 else 0) for n in range(8)
            ],
            event=f"e{event}",
        )
        for event in range(n_events)
        for source in "AB"
    ]


def test_ratio_of_one_corpus_under_two_names_sits_around_one(chance_tally, columns):
    ratios = [
        divergence.ratio
        for seed in range(40)
        for divergence in family_divergences(
            by_source(corpus(chance_tally, columns, seed)), columns, rounds=100
        )
    ]
    assert 0.9 < float(np.mean(ratios)) < 1.1
    assert float(np.quantile(ratios, 0.05)) > 0.3
    assert float(np.quantile(ratios, 0.95)) < 2


def test_planted_family_stands_out_and_the_other_does_not(chance_tally, columns):
    made = corpus(chance_tally, columns, 3, shift=3.0)
    by_family = {
        divergence.family: divergence for divergence in family_divergences(by_source(made), columns)
    }
    assert by_family["certainty"].ratio > 2
    assert by_family["certainty"].p < 0.01
    assert by_family["certainty"].divergence > by_family["certainty"].floor_high
    assert by_family["agency"].ratio < 1.6


def test_single_articles_have_a_floor_of_sentences_and_no_p(chance_tally, columns):
    made = corpus(chance_tally, columns, 1, n_events=1)
    for divergence in family_divergences(by_source(made), columns):
        assert divergence.basis == "sentences"
        assert math.isnan(divergence.p)
        assert divergence.ratio > 0
        assert divergence.cautions == (cautions.FLOOR_OF_SENTENCES,)


def test_without_a_common_event_nothing_is_known(one_tally, columns):
    made = [
        one_tally(source, source, [[[[n, 100], [0, 0]]] * 8] * 6, columns, event=source)
        for n, source in enumerate("AB")
    ]
    for divergence in family_divergences(by_source(made), columns):
        assert math.isnan(divergence.divergence)
        assert math.isnan(divergence.ratio)
        assert divergence.cautions == (cautions.NO_COMMON_EVENT,)


def test_a_divergence_beside_its_deals_by_hand():
    blank = replace(
        unknown_divergence(("A", "B"), "agency", "", cautions.NO_COMMON_EVENT), basis="articles"
    )
    divergence = beside_floor(blank, 3.0, np.array([1.0, 2.0, 3.0, np.nan]))
    assert (divergence.floor, divergence.floor_high, divergence.ratio) == (2.0, 3.0, 1.5)
    # One deal of three is as large, and the deal as it is counts among them.
    assert divergence.p == 2 / 4
    assert math.isnan(beside_floor(replace(blank, basis="sentences"), 3.0, np.array([1.0, 2.0])).p)


def test_overall_is_the_geometric_mean_of_all_ratios():
    ratios = (4.0, 0.25, 2.0, math.nan)
    given = [
        replace(unknown_divergence(("A", "B"), f"f{n}", "", cautions.NO_COMMON_EVENT), ratio=ratio)
        for n, ratio in enumerate(ratios)
    ]
    overall = with_overall(given)[-1]
    assert (overall.family, overall.n_columns) == ("overall", 3)
    assert overall.ratio == pytest.approx(2 ** (1 / 3))


def told(*articles, event="x"):
    refs = tuple(SentenceRef(article, source, 0, 0, 1, "x") for source, article in articles)
    return Statement(event, refs, tuple(sorted({r.source for r in refs})), (), 1.0)


A1, A2, B1, B2 = ("A", "1"), ("A", "2"), ("B", "3"), ("B", "4")


def test_statements_that_one_side_tells_by_hand():
    statements = [told(A1, B1), told(A1), told(B1), told(A1, A2)]
    divergence = statement_divergence(
        articles_by_statement(statements), {"x": [A1, A2, B1]}, "A", "B"
    )
    assert divergence.divergence == pytest.approx(1 - 1 / 4)


def test_sides_that_tell_their_own_lie_above_the_floor():
    statements = [told(A1, A2, event=f"e{n}") for n in range(6)]
    statements += [told(B1, B2, event=f"e{n}") for n in range(6)]
    divergence = statement_divergence(
        articles_by_statement(statements), {f"e{n}": [A1, A2, B1, B2] for n in range(6)}, "A", "B"
    )
    assert divergence.divergence == 1.0
    assert divergence.ratio > 1.5
    assert divergence.p < 0.05


def test_two_articles_an_event_have_no_floor():
    divergence = statement_divergence(
        articles_by_statement([told(A1, B1), told(A1)]), {"x": [A1, B1]}, "A", "B"
    )
    assert divergence.divergence == pytest.approx(0.5)
    assert math.isnan(divergence.ratio)
    assert divergence.cautions == (cautions.SAME_DEALS,)
