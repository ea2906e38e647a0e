import math
from collections import Counter

import numpy as np
import pytest

from divergence.comparing.background import background
from divergence.comparing.keyness import background_prior, key_terms, log_odds, usage
from divergence.errors import UsageError


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
    found = log_odds(counts_a, counts_b, prior, strength=500.0)
    assert len(found) == len(expected)
    for each in found:
        delta, z = expected[each.term]
        assert each.log_odds == pytest.approx(delta, abs=1e-9)
        assert each.z == pytest.approx(z, abs=1e-9)
    assert [each.z for each in found] == sorted((each.z for each in found), reverse=True)


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
    forth = {each.term: each for each in log_odds(a, b, prior, strength=9)}
    for each in log_odds(b, a, prior, strength=9):
        assert each.z == -forth[each.term].z
        assert each.log_odds == -forth[each.term].log_odds


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


def test_background_prior_sums_to_one_and_leaves_no_word_out():
    prior = background_prior(["the", "minister", "zzyzxq"])
    assert math.fsum(prior.values()) == pytest.approx(1)
    assert prior["the"] > prior["minister"] > prior["zzyzxq"] > 0.2 / 4


def test_background_counts_are_plausible():
    known = background()
    assert known.total > 1_000_000
    assert known.share("the") > 0.03
    assert known.least == 5
    assert known.share("zzyzxq") < known.share("minister")


def test_key_terms_count_articles_and_skip_single_sentences():
    mine = usage("A", [[["harbor", "fire"], ["harbor", "fire"]], [["harbor", "once"]]])
    theirs = usage("B", [[["harvest", "fire"], ["harvest"]]])
    terms = key_terms(mine, theirs)
    by_term = {each.term: each for each in terms}
    assert "once" not in by_term
    assert terms[0].term == "harbor"
    assert terms[-1].term == "harvest"
    harbor = by_term["harbor"]
    assert (harbor.count, harbor.n_articles, harbor.count_reference) == (3, 2, 0)
    mirrored = key_terms(theirs, mine)
    assert [each.term for each in mirrored] == [each.term for each in terms][::-1]
    assert [each.z for each in mirrored] == [-each.z for each in terms][::-1]


def test_a_word_is_not_key_to_a_text_that_lacks_it():
    short = usage("A", [[["rain"], ["rain"]]])
    long = usage("B", [[["the", "rain"]] * 400 + [["photos"]] * 3])
    assert all(each.count for each in key_terms(short, long) if each.z > 0)


def test_key_terms_of_nothing():
    assert key_terms(usage("A", []), usage("B", [[["x"]]])) == ()
