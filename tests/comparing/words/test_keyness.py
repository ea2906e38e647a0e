import math
from collections import Counter

import numpy as np
import pytest

from divergence.comparing.words.keyness import Stratum, log_odds, stratified_log_odds
from divergence.errors import UsageError
from divergence.instruments.background_counts import background


def plain(counts_a, counts_b, prior, strength):
    """Equations 16, 20 and 22 of Monroe, Colaresi & Quinn (2008), written out with arrays."""
    terms = sorted(set(counts_a) | set(counts_b))
    a, b, alpha = (
        np.array([side.get(term, 0) for term in terms], dtype=float)
        for side in (counts_a, counts_b, prior)
    )
    alpha *= strength / alpha.sum()
    total_a, total_b = a.sum() + alpha.sum(), b.sum() + alpha.sum()
    omega_a = (a + alpha) / (total_a - a - alpha)
    omega_b = (b + alpha) / (total_b - b - alpha)
    delta = np.log(omega_a) - np.log(omega_b)
    z = delta / np.sqrt(1 / (a + alpha) + 1 / (b + alpha))
    return dict(zip(terms, zip(delta, z, strict=True), strict=True))


def test_z_equals_an_independent_implementation():
    random = np.random.default_rng(3)
    terms = [f"w{number}" for number in range(300)]
    counts_a, counts_b = (
        {term: int(count) for term, count in zip(terms, random.poisson(rate), strict=True)}
        for rate in (random.gamma(1, 4, 300), random.gamma(1, 4, 300))
    )
    counts_a = {term: count for term, count in counts_a.items() if count}
    counts_b = {term: count for term, count in counts_b.items() if count}
    prior = dict(zip(terms, random.gamma(1, 4, 300) + 0.01, strict=True))
    expected = plain(counts_a, counts_b, prior, 500.0)
    scores = log_odds(counts_a, counts_b, prior, strength=500.0)
    assert len(scores) == len(expected)
    for word in scores:
        delta, z = expected[word.term]
        assert word.log_odds == pytest.approx(delta, abs=1e-9)
        assert word.z == pytest.approx(z, abs=1e-9)
    assert [word.z for word in scores] == sorted((word.z for word in scores), reverse=True)


def test_two_words_by_hand():
    # a: 3 x, 1 y; b: 1 x, 3 y; prior 1 each: odds (4/2) against (2/4), variance 1/4 + 1/2.
    first, second = log_odds({"x": 3, "y": 1}, {"x": 1, "y": 3}, {"x": 1, "y": 1}, strength=2)
    assert first.term == "x"
    assert first.log_odds == pytest.approx(math.log(4))
    assert first.z == pytest.approx(math.log(4) / math.sqrt(0.75))
    assert second.z == pytest.approx(-first.z)


def test_swapping_the_texts_flips_every_sign():
    a, b = Counter("abracadabra"), Counter("banana bread")
    prior = {term: 1.0 + place for place, term in enumerate(sorted(a | b))}
    forth = {word.term: word for word in log_odds(a, b, prior, strength=9)}
    for word in log_odds(b, a, prior, strength=9):
        assert word.z == -forth[word.term].z
        assert word.log_odds == -forth[word.term].log_odds


def test_a_stronger_prior_shrinks():
    a, b, prior = {"x": 5, "y": 5}, {"x": 1, "y": 9}, {"x": 1, "y": 1}
    weak, strong = (log_odds(a, b, prior, strength=s)[0].log_odds for s in (1, 1000))
    assert 0 < strong < weak / 10


def test_degenerate_calls():
    assert log_odds({}, {}, {}, strength=1) == []
    assert log_odds({"x": 1}, {"x": 2}, {"x": 1}, strength=1) == []
    with pytest.raises(UsageError, match="no weight to 'y'"):
        log_odds({"x": 1}, {"y": 2}, {"x": 1}, strength=1)
    with pytest.raises(UsageError, match="above 0"):
        log_odds({"x": 1}, {"x": 2}, {"x": 1}, strength=0)


def test_background_counts_are_plausible():
    known = background()
    assert known.total > 1_000_000
    assert known.share("the") > 0.03
    assert known.least == 5
    assert known.share("zzyzxq") < known.share("minister")


def test_published_example_of_a_peer():
    """The informed example in the README of Wigder/fightin_words, to all digits printed there.

    No public counts for the tables of Monroe and others were scores; these follow their equations.
    """
    counts_a = Counter("the quick brown fox jumps over the lazy pig".split())
    counts_b = Counter(
        ("the lazy purple pig jumps over the " + "very " * 1000 + "sleepy donkey").split()
    )
    prior = dict.fromkeys([*counts_a, *counts_b], 0.05) | {"very": 0.001}
    scores = {
        word.term: word.z
        for word in log_odds(counts_a, counts_b, prior, strength=math.fsum(prior.values()))
    }
    printed = {
        "very": -0.4368846171934332,
        "purple": 0.3539801999989518,
        "quick": 1.7087406001344665,
        "jumps": 3.4605672465974453,
        "the": 4.961066225017743,
    }
    assert {term: scores[term] for term in printed} == pytest.approx(printed, abs=1e-12)


def test_uninformed_example_of_a_peer():
    counts_a = Counter("the quick brown fox jumps over the lazy pig".split())
    counts_b = Counter("the lazy purple pig jumps over the lazier donkey".split())
    prior = dict.fromkeys([*counts_a, *counts_b], 0.05)
    scores = {e.term: e.z for e in log_odds(counts_a, counts_b, prior, strength=0.05 * len(prior))}
    assert scores["brown"] == pytest.approx(0.6894227886807968, abs=1e-12)
    assert scores["donkey"] == pytest.approx(-0.6894227886807968, abs=1e-12)
    assert scores["the"] == 0


def test_two_events_by_hand():
    # Tables with the prior added: (4, 6 | 2, 8) and (3, 7 | 1, 9), 20 words each.
    even = {"x": 1, "y": 1}
    strata = [
        Stratum({"x": 3, "y": 5}, {"x": 1, "y": 7}, even, 2),
        Stratum({"x": 2, "y": 6}, {"y": 8}, even, 2),
    ]
    ours, theirs = 4 * 8 / 20 + 3 * 9 / 20, 2 * 6 / 20 + 1 * 7 / 20
    spread = 6 * 8 * 6 / 400 + 4 * 9 * 7 / 400
    x = next(word for word in stratified_log_odds(strata) if word.term == "x")
    assert x.log_odds == pytest.approx(math.log(ours / theirs))
    assert x.z == pytest.approx(math.log(ours / theirs) / math.sqrt(spread / (ours * theirs)))


def test_equal_events_give_the_odds_of_one():
    stratum = Stratum({"x": 3, "y": 9}, {"x": 1, "y": 11}, {"x": 1, "y": 3}, 4)
    (alone, *_), (twice, *_) = (
        stratified_log_odds([stratum]),
        stratified_log_odds([stratum, stratum]),
    )
    assert twice.log_odds == pytest.approx(alone.log_odds)
    assert twice.z == pytest.approx(math.sqrt(2) * alone.z)


def test_events_swapped_flip_every_sign():
    prior = {term: 1.0 for term in "abcd"}
    strata = [
        Stratum(Counter("aabbc"), Counter("abccc"), prior, 3),
        Stratum(Counter("abd"), Counter("bbdd"), prior, 2),
    ]
    swapped = [Stratum(s.counts_b, s.counts_a, s.prior, s.strength) for s in strata]
    forth = {word.term: word.z for word in stratified_log_odds(strata)}
    assert {word.term: -word.z for word in stratified_log_odds(swapped)} == forth
