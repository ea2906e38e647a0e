"""Tables can be opened in a spreadsheet: no formula runs, no number becomes a text."""

import csv
import dataclasses
import io
import math

import pytest

from divergence.reporting import tables


def rows_of(data):
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_every_table_is_a_rectangle_with_a_byte_order_mark(two):
    made = tables.render(two)
    assert {"estimates.csv", "contrasts.csv", "statements.csv", "figures.csv"} <= set(made)
    assert {name.removesuffix(".csv") for name in made} <= set(tables.NAMES)
    for data in made.values():
        assert data.startswith(b"\xef\xbb\xbf")
        lines = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
        assert len(lines) > 1
        assert len({len(line) for line in lines}) == 1


def test_estimates_are_those_of_the_comparison_with_their_unit(two):
    rows = rows_of(tables.render(two)["estimates.csv"])
    units = {column.name: column.unit for column in two.comparison.columns}
    assert len(rows) == len(two.comparison.estimates)
    for row, estimate in zip(rows, two.comparison.estimates, strict=True):
        assert row["unit"] == units[estimate.column]
        if math.isnan(estimate.value):
            assert row["value"] == ""
            assert row["caution"]
        else:
            assert float(row["value"]) == pytest.approx(estimate.value, rel=1e-8)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1 and", "@sum", "\tx", "\rx", " =1", "\n=1"])
def test_no_text_starts_a_formula(two, text):
    comparison = dataclasses.replace(
        two.comparison,
        estimates=(dataclasses.replace(two.comparison.estimates[0], source=text, value=-2.5),),
    )
    made = tables.render(dataclasses.replace(two, comparison=comparison))["estimates.csv"]
    row = rows_of(made)[0]
    assert row["source"] == "'" + text
    assert row["value"] == "-2.5"


def test_a_result_of_which_there_is_none_has_no_table(two):
    comparison = dataclasses.replace(two.comparison, conflicts=(), omissions=())
    made = tables.render(dataclasses.replace(two, comparison=comparison))
    assert not {"conflicts.csv", "omissions.csv"} & set(made)


def test_the_same_report_gives_the_same_bytes(two):
    assert tables.render(two) == tables.render(two)
