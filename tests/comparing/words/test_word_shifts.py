"""Word shifts against their own totals, by hand, and against another implementation's output."""

import math

import numpy as np
import pytest

from divergence.comparing.words.score_shift import score_shift, totals
from divergence.comparing.words.vocabulary_shift import jensen_shannon
from divergence.comparing.words.word_shifts import entropy_shift, proportion_shift
from divergence.errors import UsageError

FIRST = {"war": 4, "the": 5, "hope": 1, "weapons": 2}
SECOND = {"peace": 3, "war": 1, "the": 6, "hope": 2}
SCORES = {"peace": 8.0, "war": 2.0, "the": 5.0, "hope": 7.0, "weapons": 2.5}


def parts(shift):
    return {share.term: share.contribution for share in shift.shares}


def test_shifterator_gives_the_same_entropy_shift():
    """Output of shifterator 0.3.0, the code of Gallagher and others, for these counts."""
    shift = entropy_shift(FIRST, SECOND)
    assert shift.difference == pytest.approx(0.05458516933779961, abs=1e-12)
    assert parts(shift) == pytest.approx(
        {
            "peace": -0.5,
            "war": 0.2295739585136225,
            "hope": -0.1320802083934296,
            "the": 0.026264335764080743,
            "weapons": 0.430827083453526,
        },
        abs=1e-12,
    )


def test_shifterator_gives_the_same_score_shift():
    shift = score_shift(FIRST, SECOND, SCORES, middle=5.0)
    assert shift.difference == pytest.approx(-2.0833333333333335, abs=1e-12)
    assert parts(shift) == pytest.approx(
        {"peace": -0.75, "war": -0.75, "hope": -1 / 6, "the": 0.0, "weapons": -5 / 12}, abs=1e-12
    )
    assert totals(shift.shares) == pytest.approx(
        {"less, higher": -0.75 - 1 / 6, "more, lower": -0.75 - 5 / 12, "same": 0.0}, abs=1e-12
    )


def test_shifterator_gives_the_same_shift_of_two_lexicons():
    shift = score_shift(FIRST, SECOND, {**SCORES, "war": 1.0}, scores_reference=SCORES, middle=5.0)
    assert shift.difference == pytest.approx(-2.4166666666666665, abs=1e-12)
    assert parts(shift)["war"] == pytest.approx(-1.0833333333333333, abs=1e-12)


def test_shifterator_gives_the_same_divergence():
    assert jensen_shannon(FIRST, SECOND) == pytest.approx(0.2792141540480499, abs=1e-12)


def test_parts_sum_to_the_difference():
    random = np.random.default_rng(8)
    for _ in range(20):
        p, q = ({f"w{n}": int(c) for n, c in enumerate(random.poisson(2, 60))} for _ in range(2))
        s, t = ({f"w{n}": float(v) for n, v in enumerate(random.normal(size=60))} for _ in range(2))
        for shift in (
            proportion_shift(p, q),
            entropy_shift(p, q),
            score_shift(p, q, s),
            score_shift(p, q, s, scores_reference=t, middle=0.3),
        ):
            assert math.fsum(parts(shift).values()) == pytest.approx(shift.difference, abs=1e-12)


def test_swapping_flips_every_sign():
    for forth, back in (
        (proportion_shift(FIRST, SECOND), proportion_shift(SECOND, FIRST)),
        (entropy_shift(FIRST, SECOND), entropy_shift(SECOND, FIRST)),
        (
            score_shift(FIRST, SECOND, SCORES, middle=5),
            score_shift(SECOND, FIRST, SCORES, middle=5),
        ),
    ):
        assert parts(forth) == {term: -part for term, part in parts(back).items()}


def test_the_middle_moves_parts_and_not_the_difference():
    low, high = (score_shift(FIRST, SECOND, SCORES, middle=m) for m in (1.0, 9.0))
    assert low.difference == high.difference
    assert parts(low) != parts(high)


def test_words_without_a_score_are_left_out_and_said():
    shift = score_shift({"war": 1, "zzz": 3}, {"war": 2}, SCORES)
    assert (shift.value, shift.covered, shift.covered_reference) == (2.0, 0.25, 1.0)
    assert [share.term for share in shift.shares] == ["war"]


@pytest.mark.parametrize("empty", [{}, {"war": 0}])
def test_nothing_is_nan(empty):
    for shift in (
        proportion_shift(empty, SECOND),
        entropy_shift(SECOND, empty),
        score_shift(SECOND, empty, SCORES),
        score_shift(SECOND, FIRST, {}),
    ):
        assert math.isnan(shift.difference)
        assert shift.shares == ()


def test_a_score_must_be_a_number():
    with pytest.raises(UsageError, match="score of 'war'"):
        score_shift(FIRST, SECOND, {"war": math.nan})
    with pytest.raises(UsageError, match="middle"):
        score_shift(FIRST, SECOND, SCORES, middle=math.inf)
