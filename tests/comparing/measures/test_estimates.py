import math

import numpy as np
import pytest

from divergence.comparing import cautions
from divergence.comparing.articles_by_source import by_source
from divergence.comparing.measures.estimates import estimates
from divergence.comparing.measures.few_article_intervals import widening_factor
from divergence.comparing.measures.party_intervals import parties, pooled_party


def pick(listed, voice="all", column="f.rate", source="A"):
    (estimate,) = [e for e in listed if (e.source, e.column, e.voice) == (source, column, voice)]
    return estimate


def test_hand_counted_values(one_tally, column):
    columns = [column("f.rate")]
    tallies = [
        one_tally("A", "x", [[[3, 60], [1, 20]]], columns),
        one_tally("A", "y", [[[1, 140], [0, 0]]], columns),
    ]
    listed = estimates(by_source(tallies), columns, rounds=200)
    reporter, quoted, everyone = (pick(listed, voice) for voice in ("reporter", "quoted", "all"))
    assert (reporter.value, reporter.numerator, reporter.denominator) == (2.0, 4.0, 200.0)
    assert quoted.value == 5.0
    assert everyone.value == pytest.approx(100 * 5 / 220)
    assert (everyone.n_articles, everyone.n_evidence, everyone.basis) == (2, 5, "articles")
    # The draws reach from 100 / 140 to 5; two articles stretch that ninefold, down to the bound.
    assert reporter.low == 0.0
    assert reporter.high == pytest.approx(2 + 3 * widening_factor(2))
    assert cautions.because("few_articles", articles=2) in reporter.cautions


def test_undefined_is_nan_with_a_reason(one_tally, column):
    columns = [column("f.rate"), column("f.share", "evidence")]
    listed = estimates(
        by_source([one_tally("A", "x", [[[1, 9], [0, 0]], [[0, 0], [0, 0]]], columns)]), columns
    )
    for estimate in (pick(listed, "quoted"), pick(listed, "all", "f.share")):
        assert math.isnan(estimate.value)
        assert math.isnan(estimate.low)
        assert estimate.caution.startswith("undefined")
        assert estimate.basis == "none"


def test_a_share_without_variation_has_its_wilson_interval(one_tally, column):
    columns = [column("f.share", "evidence")]
    listed = estimates(by_source([one_tally("A", "x", [[[[0, 5], [0, 0]]]] * 4, columns)]), columns)
    estimate = pick(listed, column="f.share")
    assert estimate.value == estimate.low == 0.0
    assert estimate.high == pytest.approx(0.1611, abs=1e-4)
    assert cautions.WILSON in estimate.cautions
    assert cautions.ONE_ARTICLE in estimate.cautions


def test_nothing_seen_has_the_rule_of_three(one_tally, column):
    columns = [column("f.rate")]
    tallies = [one_tally("A", name, [[[[0, 500], [0, 0]]]], columns) for name in "xyz"]
    estimate = pick(estimates(by_source(tallies), columns))
    assert (estimate.value, estimate.low, estimate.high) == (0.0, 0.0, 0.2)


def test_one_sentence_has_a_value_and_no_interval(one_tally, column):
    columns = [column("f.rate")]
    estimate = pick(
        estimates(by_source([one_tally("A", "x", [[[[1, 10], [0, 0]]]], columns)]), columns)
    )
    assert estimate.value == 10.0
    assert math.isnan(estimate.low)
    assert cautions.ONE_SENTENCE in estimate.cautions
    assert cautions.TOO_FEW_WORDS in estimate.cautions


def test_intervals_cover_about_as_often_as_they_say(chance_tally, column):
    columns = [column(f"f.m{number}") for number in range(40)]
    random = np.random.default_rng(5)
    made = [
        chance_tally("A", f"a{number}", random, columns, rates=[3] * 40) for number in range(40)
    ]
    listed = [
        estimate
        for estimate in estimates(by_source(made), columns, rounds=400)
        if estimate.voice == "all"
    ]
    covered = sum(estimate.low <= 3 <= estimate.high for estimate in listed)
    assert 33 <= covered <= 40
    assert all(estimate.high - estimate.low < 1.5 for estimate in listed)


def test_order_of_rows_changes_nothing(chance_tally, column):
    columns = [column("f.rate"), column("f.share", "evidence")]
    random = np.random.default_rng(2)
    made = [
        chance_tally(f"s{number % 3}", f"a{number}", random, columns, rates=[3, 20])
        for number in range(11)
    ]
    assert repr(estimates(by_source(made), columns)) == repr(
        estimates(by_source(made[::-1]), columns)
    )


def test_a_pool_of_several_sources_is_no_single_article(one_tally, column):
    columns = [column("f.rate")]
    counts = [[[[1, 50], [0, 0]]], [[[2, 50], [0, 0]]]]
    several = [one_tally("A", name, counts, columns) for name in ("a1", "a2")]
    made = by_source([*several, one_tally("B", "b", counts, columns)])
    assert [party.basis for party in parties(made, rounds=9, seed=0)] == ["articles", "sentences"]
    for members in (made, made[::-1]):
        assert pooled_party(parties(members, rounds=9, seed=0)).basis == "articles"


@pytest.mark.parametrize("n", [3, 5, 10])
def test_intervals_of_few_articles_hold_the_rate_of_their_source(chance_tally, column, n):
    columns = [column(f"f.m{number}") for number in range(40)]
    random = np.random.default_rng(n)
    held = []
    for corpus in range(10):
        made = [
            chance_tally("A", f"{corpus}-{k}", random, columns, rates=[2.0] * 40) for k in range(n)
        ]
        listed = estimates(by_source(made), columns, rounds=400, seed=corpus)
        held += [
            estimate.low <= 2.0 <= estimate.high for estimate in listed if estimate.voice == "all"
        ]
    assert 0.9 < np.mean(held) < 0.99
