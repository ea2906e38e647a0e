import math
from dataclasses import replace

import numpy as np
import pytest

from divergence.comparing import cautions
from divergence.comparing.articles_by_source import by_source
from divergence.comparing.measures.contrasts import contrasts
from divergence.comparing.measures.permutation_tests import benjamini_hochberg, permutation_p
from divergence.counting.tally import Tally


def renamed(tally: Tally, source: str) -> Tally:
    return replace(tally, article=replace(tally.article, source=source))


@pytest.fixture
def columns(column):
    families = ("certainty", "agency", "wording")
    return [column(f"f.m{n}", family=families[n % 3]) for n in range(9)]


@pytest.fixture
def forty(chance_tally, columns):
    """Forty articles of two sources on twenty events; one rate is doubled in one source."""
    random = np.random.default_rng(11)
    return [
        chance_tally(
            "AB"[number % 2],
            f"a{number}",
            random,
            columns,
            rates=[4 if place == 4 and number % 2 else 2 for place in range(9)],
            event=f"e{number // 2}",
        )
        for number in range(40)
    ]


def test_planted_difference_is_found_and_ranked_first(forty, columns):
    found = [each for each in contrasts(by_source(forty), columns) if each.voice == "all"]
    ranked = sorted(found, key=lambda each: -abs(each.strength))
    assert ranked[0].column == "f.m4"
    assert ranked[0].q <= 0.05
    assert ranked[0].high < 0
    assert ranked[0].difference == pytest.approx(-2, abs=0.5)
    assert abs(ranked[1].strength) < abs(ranked[0].strength) / 2
    assert all(each.q > 0.05 for each in ranked[1:])


def test_swapping_the_sources_flips_every_sign_and_nothing_else(forty, columns):
    swapped = [renamed(each, {"A": "B", "B": "A"}[each.article.source]) for each in forty]
    pairs = zip(
        contrasts(by_source(forty), columns, rounds=200),
        contrasts(by_source(swapped), columns, rounds=200),
        strict=True,
    )
    for one, other in pairs:
        assert one.difference == -other.difference
        assert (one.low, one.high) == (-other.high, -other.low)
        assert one.strength == -other.strength
        assert (one.p, one.q) == (other.p, other.q)


def test_identical_groups_differ_by_nothing(forty, columns):
    copies = [renamed(each, name) for each in forty[:10] for name in ("A", "B")]
    for each in contrasts(by_source(copies), columns, rounds=100):
        assert each.difference == 0
        assert each.low < 0 < each.high
        assert each.strength == 0
        assert each.p == 1.0


def test_three_sources_are_each_held_against_the_others(one_tally, column):
    columns = [column("f.rate")]
    made = [
        one_tally(source, f"{source}{number}", [[[[count, 100], [0, 0]]]], columns)
        for source, count in (("A", 6), ("B", 2), ("C", 1))
        for number in range(3)
    ]
    found = {
        each.source: each for each in contrasts(by_source(made), columns) if each.voice == "all"
    }
    assert [found[name].reference for name in "ABC"] == ["the others"] * 3
    assert found["A"].difference == pytest.approx(6 - 1.5)
    assert found["C"].difference == pytest.approx(1 - 4)


def test_single_articles_have_no_p(chance_tally, columns):
    random = np.random.default_rng(0)
    made = [chance_tally(name, name, random, columns, rates=[3] * 9) for name in "AB"]
    for each in contrasts(by_source(made), columns):
        assert math.isnan(each.p)
        assert math.isnan(each.q)
        assert not math.isnan(each.low)
        assert replace(cautions.ONE_ARTICLE, party="A") in each.cautions
        assert replace(cautions.ONE_ARTICLE, party="B") in each.cautions


def test_undefined_on_one_side_is_undefined(one_tally, column):
    columns = [column("f.share", "evidence")]
    made = [
        one_tally("A", "x", [[[[1, 2], [0, 0]]]] * 3, columns),
        one_tally("B", "y", [[[[0, 0], [0, 0]]]] * 3, columns),
    ]
    for each in contrasts(by_source(made), columns):
        assert math.isnan(each.difference)
        assert math.isnan(each.low)
        assert math.isnan(each.strength)
        assert replace(cautions.because("nothing_counted"), party="B") in each.cautions


def test_nothing_seen_is_not_taken_to_be_known_exactly(one_tally, column):
    columns = [column("f.share", "evidence")]
    made = [
        one_tally("A", "x", [[[[0, 1], [0, 0]]]] * 3, columns),
        one_tally("B", "y", [[[[1, 5], [0, 0]]]] * 9, columns),
    ]
    each = contrasts(by_source(made), columns)[2]
    assert each.difference == pytest.approx(-0.2)
    assert each.high > 0.3


def test_a_topic_does_not_pass_for_a_source(one_tally, column):
    """Two sources tell every event alike; the events differ, and so do their shares of them."""
    columns = [column("f.rate")]
    made = []
    for number in range(12):
        topic = "war" if number % 2 else "peace"
        sources = ("A", "A", "B") if topic == "war" else ("A", "B", "B")
        made += [
            one_tally(
                source,
                f"{number}-{place}",
                [[[[20 if topic == "war" else 2, 100], [0, 0]]]],
                columns,
                event=f"{topic}-{number}",
            )
            for place, source in enumerate(sources)
        ]
    each = next(c for c in contrasts(by_source(made), columns) if c.voice == "all")
    assert each.difference == 0
    assert each.n_events == 12
    assert each.p == 1.0


def test_no_contrast_with_fewer_than_two_sources(one_tally, column):
    columns = [column("f.rate")]
    assert contrasts(by_source([one_tally("A", "x", [[[[0, 1], [0, 0]]]], columns)]), columns) == ()
    assert contrasts((), columns) == ()


def test_permutation_p_by_hand():
    shuffled = np.array([[1.0], [-3.0], [2.0], [np.nan]])
    assert permutation_p(np.array([2.0]), shuffled).tolist() == [3 / 4]
    assert math.isnan(permutation_p(np.array([np.nan]), shuffled)[0])


def test_benjamini_hochberg_published_example():
    # Benjamini & Hochberg (1995), section 4.2: at 0.05 the first four of fifteen are rejected.
    p = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240]
    p += [0.4262, 0.5719, 0.6528, 0.7590, 1.0]
    q = benjamini_hochberg(p)
    assert sum(value <= 0.05 for value in q) == 4
    assert q[3] == pytest.approx(0.0095 * 15 / 4)
    assert benjamini_hochberg([]) == []
    assert all(math.isnan(value) for value in benjamini_hochberg([math.nan]))


@pytest.mark.slow
def test_false_discoveries_of_identical_corpora_stay_at_their_rate(chance_tally, columns):
    """One source dealt to two names 200 times: nothing is there to be found."""
    random = np.random.default_rng(8)
    made = [
        chance_tally("A", f"a{number}", random, columns, rates=[3] * 9, n_sentences=6)
        for number in range(24)
    ]
    families, small = [], []
    for split in range(200):
        names = np.random.default_rng(split).permutation(["A", "B"] * 12)
        dealt = [renamed(each, str(name)) for each, name in zip(made, names, strict=True)]
        found = contrasts(by_source(dealt), columns, rounds=199, seed=split)
        small += [each.p <= 0.05 for each in found if each.voice == "all"]
        for start in range(3):
            mine = [each.q for each in found[2::3]][start::3]
            families.append(min(mine) <= 0.05)
    assert np.mean(families) <= 0.09
    assert 0.03 <= np.mean(small) <= 0.07
