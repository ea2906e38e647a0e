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
    listed = [
        contrast for contrast in contrasts(by_source(forty), columns) if contrast.voice == "all"
    ]
    ranked = sorted(listed, key=lambda contrast: -abs(contrast.strength))
    assert ranked[0].column == "f.m4"
    assert ranked[0].q <= 0.05
    assert ranked[0].high < 0
    assert ranked[0].difference == pytest.approx(-2, abs=0.5)
    assert abs(ranked[1].strength) < abs(ranked[0].strength) / 2
    assert all(contrast.q > 0.05 for contrast in ranked[1:])


def test_swapping_the_sources_flips_every_sign_and_nothing_else(forty, columns):
    swapped = [renamed(tally, {"A": "B", "B": "A"}[tally.article.source]) for tally in forty]
    pairs = zip(
        contrasts(by_source(forty), columns, rounds=200),
        contrasts(by_source(swapped), columns, rounds=200),
        strict=True,
    )
    for forth, back in pairs:
        assert forth.difference == -back.difference
        assert (forth.low, forth.high) == (-back.high, -back.low)
        assert forth.strength == -back.strength
        assert (forth.p, forth.q) == (back.p, back.q)


def test_identical_groups_differ_by_nothing(forty, columns):
    copies = [renamed(tally, name) for tally in forty[:10] for name in ("A", "B")]
    for contrast in contrasts(by_source(copies), columns, rounds=100):
        assert contrast.difference == 0
        assert contrast.low < 0 < contrast.high
        assert contrast.strength == 0
        assert contrast.p == 1.0


def test_three_sources_are_each_held_against_the_others(one_tally, column):
    columns = [column("f.rate")]
    made = [
        one_tally(source, f"{source}{number}", [[[[count, 100], [0, 0]]]], columns)
        for source, count in (("A", 6), ("B", 2), ("C", 1))
        for number in range(3)
    ]
    listed = {
        contrast.source: contrast
        for contrast in contrasts(by_source(made), columns)
        if contrast.voice == "all"
    }
    assert [listed[name].reference for name in "ABC"] == ["the others"] * 3
    assert listed["A"].difference == pytest.approx(6 - 1.5)
    assert listed["C"].difference == pytest.approx(1 - 4)


def test_single_articles_have_no_p(chance_tally, columns):
    random = np.random.default_rng(0)
    made = [chance_tally(name, name, random, columns, rates=[3] * 9) for name in "AB"]
    for contrast in contrasts(by_source(made), columns):
        assert math.isnan(contrast.p)
        assert math.isnan(contrast.q)
        assert not math.isnan(contrast.low)
        assert replace(cautions.ONE_ARTICLE, party="A") in contrast.cautions
        assert replace(cautions.ONE_ARTICLE, party="B") in contrast.cautions


def test_undefined_on_one_side_is_undefined(one_tally, column):
    columns = [column("f.share", "evidence")]
    made = [
        one_tally("A", "x", [[[[1, 2], [0, 0]]]] * 3, columns),
        one_tally("B", "y", [[[[0, 0], [0, 0]]]] * 3, columns),
    ]
    for contrast in contrasts(by_source(made), columns):
        assert math.isnan(contrast.difference)
        assert math.isnan(contrast.low)
        assert math.isnan(contrast.strength)
        assert replace(cautions.because("nothing_counted"), party="B") in contrast.cautions


def test_nothing_seen_is_not_taken_to_be_known_exactly(one_tally, column):
    columns = [column("f.share", "evidence")]
    made = [
        one_tally("A", "x", [[[[0, 1], [0, 0]]]] * 3, columns),
        one_tally("B", "y", [[[[1, 5], [0, 0]]]] * 9, columns),
    ]
    contrast = contrasts(by_source(made), columns)[2]
    assert contrast.difference == pytest.approx(-0.2)
    assert contrast.high > 0.3


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
    contrast = next(c for c in contrasts(by_source(made), columns) if c.voice == "all")
    assert contrast.difference == 0
    assert contrast.n_events == 12
    assert contrast.p == 1.0


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
        dealt = [renamed(tally, str(name)) for tally, name in zip(made, names, strict=True)]
        listed = contrasts(by_source(dealt), columns, rounds=199, seed=split)
        small += [contrast.p <= 0.05 for contrast in listed if contrast.voice == "all"]
        for start in range(3):
            mine = [contrast.q for contrast in listed[2::3]][start::3]
            families.append(min(mine) <= 0.05)
    assert np.mean(families) <= 0.09
    assert 0.03 <= np.mean(small) <= 0.07
