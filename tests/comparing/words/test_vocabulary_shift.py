import math

import numpy as np
import pytest
from scipy.spatial.distance import jensenshannon

from divergence.comparing.words.party_texts import Texts
from divergence.comparing.words.shift_units import shift_units
from divergence.comparing.words.vocabulary_shift import (
    contributions,
    jensen_shannon,
    shift_between,
    word_shift,
)


def test_divergence_equals_scipy():
    random = np.random.default_rng(4)
    for _ in range(20):
        p, q = random.dirichlet([0.2] * 50, size=2)
        q[:10] = 0
        q /= q.sum()
        shares = contributions(p, q)
        assert np.abs(shares).sum() == pytest.approx(jensenshannon(p, q, base=2) ** 2, abs=1e-12)
        assert (np.sign(shares) == np.sign(p - q)).all()
        assert (contributions(q, p) == -shares).all()


def test_contributions_by_hand():
    # Gallagher et al. (2021), equation for the JSD shift: p = (1/2, 1/2), q = (1, 0).
    first, second = contributions(np.array([0.5, 0.5]), np.array([1.0, 0.0])).tolist()
    assert second == pytest.approx(0.25)
    assert first == pytest.approx(-(0.5 * math.log2(0.5 / 0.75) + math.log2(1 / 0.75)) / 2)


def test_bounds():
    assert jensen_shannon({"a": 2, "b": 1}, {"a": 4, "b": 2}) == 0.0
    assert jensen_shannon({"a": 2}, {"b": 1}) == 1.0
    assert math.isnan(jensen_shannon({}, {"b": 1}))


def texts(name, *articles, events=()):
    made = tuple(tuple(tuple(s.split()) for s in article.split(".")) for article in articles)
    return Texts(name, made, events)


@pytest.fixture
def pair():
    a = texts("A", "the harbor burned. the crew fled. rain fell. the mayor spoke. it was late")
    b = texts("B", "the harvest failed. the rain stopped. farmers waited. the mayor slept")
    return a, b


def test_shift_swaps_exactly(pair):
    a, b = pair
    forth, back = word_shift(a, b, seed=2), word_shift(b, a, seed=2)
    assert (forth.divergence, forth.floor, forth.floor_high) == (
        back.divergence,
        back.floor,
        back.floor_high,
    )
    assert {t.term: t.contribution for t in forth.terms} == {
        t.term: -t.contribution for t in back.terms
    }
    assert (forth.source, forth.reference) == ("A", "B")


def test_terms_add_up_and_come_by_size(pair):
    shift = word_shift(*pair)
    sizes = [abs(term.contribution) for term in shift.terms]
    assert sizes == sorted(sizes, reverse=True)
    assert sum(sizes) == pytest.approx(shift.divergence)
    assert 0 < shift.floor <= shift.floor_high < 1


def test_order_of_articles_and_sentences_changes_nothing():
    ordered = texts("A", "a b. c d. e", "f g. a", events=("x", "y"))
    other = texts("A", "f g. a", "e. a b. c d", events=("y", "x"))
    rest = texts("B", "a c. b", "k l. m", events=("x", "y"))
    assert repr(word_shift(ordered, rest)) == repr(word_shift(other, rest))


def test_copies_lie_below_their_floor():
    words = "red blue green gold pink gray".split()
    same = tuple(
        tuple((words[(i + j) % 6], words[(i * j) % 6]) for j in range(8)) for i in range(12)
    )
    shift = word_shift(Texts("A", same), Texts("B", same))
    assert shift.divergence == 0
    assert shift.terms == ()
    assert shift.floor > 0


def test_the_floor_is_dealt_within_events():
    """Two sources use the same words on every event: topics alone make no divergence."""
    events = tuple(f"e{number}" for number in range(12))
    made = [((f"w{number}", "the"),) for number in range(12)]
    shift = word_shift(Texts("A", tuple(made), events), Texts("B", tuple(made), events))
    assert shift.floor == shift.floor_high == 0


def test_nothing_to_compare_is_nan():
    shift = word_shift(Texts("A", ()), Texts("B", ((("a",),),)))
    assert math.isnan(shift.divergence)
    assert math.isnan(shift.floor)
    assert shift.terms == ()


def test_vocabularies_are_averaged_over_events():
    """One paper has three times as much on the flood; within events their words are the same."""
    flood, vote = "water rose. water rose", "count went. count went"
    a = texts("A", flood, flood, flood, vote, events=("f", "f", "f", "v"))
    b = texts("B", flood, vote, vote, vote, events=("f", "v", "v", "v"))
    assert word_shift(a, b).divergence == pytest.approx(0.0, abs=1e-12)
    assert word_shift(a, b).n_events == 2
    blind = (texts("A", flood, flood, flood, vote), texts("B", flood, vote, vote, vote))
    assert word_shift(*blind).divergence > 0.1


def test_two_events_by_hand():
    # Both events hold as much of both papers, so that they weigh the same.
    a = texts("A", "x x x x", "x y y y", events=("e", "f"))
    b = texts("B", "x x y y", "y y y y", events=("e", "f"))
    p, q = np.array([5 / 8, 3 / 8]), np.array([1 / 4, 3 / 4])
    assert word_shift(a, b).divergence == pytest.approx(jensenshannon(p, q, base=2) ** 2, abs=1e-12)


def test_p_tells_two_newsrooms_apart_and_one_divided_at_random_not():
    """Twelve articles each on shared events: one source says "rebels", the other "fighters"."""

    def articles(own, seed):
        random = np.random.default_rng(seed)
        common = [f"word{n}" for n in range(40)]
        return tuple((tuple([*random.choice(common, 60).tolist(), *[own] * 6]),) for _ in range(12))

    events = tuple(f"e{n}" for n in range(12))
    here = Texts("A", articles("rebels", 1), events)
    assert word_shift(here, Texts("B", articles("fighters", 2), events)).p < 0.01
    assert word_shift(here, Texts("B", articles("rebels", 3), events)).p > 0.05
    few = Texts("B", articles("fighters", 2)[:2], events[:2])
    assert np.isnan(word_shift(here, few).p)


def test_one_layout_of_many_parties_serves_every_pair():
    """What a third paper wrote is no part of a pair, and the others together are one party."""
    a = texts("A", "x y. x", "z x", events=("e", "f"))
    b = texts("B", "y y z", "z", events=("e", "f"))
    c = texts("C", "w w w. x", "y w", events=("e", "f"))
    layout = shift_units([c, a, b])
    assert repr(shift_between(layout, "A", "B", seed=1)) == repr(word_shift(a, b, seed=1))
    rest = Texts("the others", b.articles + c.articles, b.events + c.events)
    assert repr(shift_between(layout, "A", "the others")) == repr(word_shift(a, rest))
