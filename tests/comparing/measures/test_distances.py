import math

import pytest

from divergence.comparing.articles_by_source import by_source
from divergence.comparing.measures.distances import distances


def test_by_hand(one_tally, column):
    """Rates 1, 2, 3 in A and 3, 4, 5 in B: two apart, and a spread over articles of sqrt(2)."""
    columns = [column("f.rate")]
    made = [
        one_tally(source, f"{source}{count}", [[[[count, 100], [0, 0]]]], columns)
        for source, counts in (("A", (1, 2, 3)), ("B", (3, 4, 5)))
        for count in counts
    ]
    (matrix,) = distances(by_source(made), columns)
    assert matrix.sources == ("A", "B")
    assert matrix.n_columns == 1
    assert matrix.values[0][0] == 0.0
    assert matrix.values[0][1] == matrix.values[1][0] == pytest.approx(math.sqrt(2))


def test_families_are_apart_and_undefined_ones_are_nan(chance_tally, one_tally, column):
    columns = [column("f.a"), column("f.b", "evidence", family="agency")]
    made = [
        one_tally(name, name, [[[[number % 3, 10], [0, 0]], [[0, 0], [0, 0]]]] * 30, columns)
        for number, name in enumerate("AB")
    ]
    varied = [
        one_tally(
            name,
            name,
            [[[[(n * k) % 4, 10], [0, 0]], [[0, 0], [0, 0]]] for n in range(30)],
            columns,
        )
        for k, name in ((1, "A"), (2, "B"))
    ]
    agency, certainty = distances(by_source(varied), columns)
    assert (agency.family, certainty.family) == ("agency", "certainty")
    assert agency.n_columns == 0
    assert math.isnan(agency.values[0][1])
    assert certainty.values[0][1] > 0
    # Without any spread there is no unit to measure in.
    assert distances(by_source(made[:1]), columns)[1].n_columns == 0
    assert distances((), columns) == ()
