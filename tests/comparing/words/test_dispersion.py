import math

import pytest

from divergence.comparing.words.dispersion import deviation_of_proportions, dispersion
from divergence.errors import UsageError

# Gries (2008), pages 406-410: five lines of letters.
LINES = ["bamnibeup", "basatbewqn", "bcagabesta", "baghabeaat", "bahaabeaxat"]


@pytest.mark.parametrize(("letter", "published"), [("a", 0.18)])
def test_worked_example_of_gries(letter, published):
    counts = [line.count(letter) for line in LINES]
    deviation = deviation_of_proportions(counts, list(map(len, LINES)))
    assert deviation == pytest.approx(published)


def test_a_letter_of_one_line():
    counts = [line.count("x") for line in LINES]
    assert deviation_of_proportions(counts, list(map(len, LINES))) == pytest.approx(1 - 11 / 50)
    assert dispersion(counts, list(map(len, LINES))) == pytest.approx((1 - 0.22) / (1 - 0.18))


def test_ends_of_the_scale():
    assert dispersion([0, 0, 4], [50, 40, 10]) == 1.0
    assert dispersion([5, 4, 1], [50, 40, 10]) == pytest.approx(0.0)


def test_undefined_is_nan():
    assert math.isnan(dispersion([3], [10]))
    assert math.isnan(dispersion([3, 0], [10, 0]))
    assert math.isnan(deviation_of_proportions([0, 0], [5, 5]))
    with pytest.raises(UsageError, match="1 counts for 2 parts"):
        deviation_of_proportions([1], [1, 2])
