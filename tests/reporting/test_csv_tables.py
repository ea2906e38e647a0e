"""Tables can be opened in a spreadsheet: no formula runs, no number becomes a text."""

import csv
import dataclasses
import io
import math

import pytest

from divergence.comparing.origins.origin_results import Kinship, Member, Origin, SharedPassage
from divergence.reporting import csv_tables
from tests.reporting import builders


def rows_of(data):
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_every_table_is_a_rectangle_with_a_byte_order_mark(two):
    made = csv_tables.render(two)
    assert {"estimates.csv", "contrasts.csv", "statements.csv", "figures.csv"} <= set(made)
    assert {name.removesuffix(".csv") for name in made} <= set(csv_tables.NAMES)
    for data in made.values():
        assert data.startswith(b"\xef\xbb\xbf")
        lines = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
        assert len(lines) > 1
        assert len({len(line) for line in lines}) == 1


def test_estimates_are_those_of_the_comparison_with_their_unit(two):
    rows = rows_of(csv_tables.render(two)["estimates.csv"])
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
    made = csv_tables.render(dataclasses.replace(two, comparison=comparison))["estimates.csv"]
    row = rows_of(made)[0]
    assert row["source"] == "'" + text
    assert row["value"] == "-2.5"


def test_a_cell_holds_no_null_character(two):
    first = dataclasses.replace(two.comparison.estimates[0], source="The\x00 Post")
    comparison = dataclasses.replace(two.comparison, estimates=(first,))
    made = csv_tables.render(dataclasses.replace(two, comparison=comparison))["estimates.csv"]
    assert b"\x00" not in made
    assert rows_of(made)[0]["source"] == "The Post"


def test_a_result_of_which_there_is_none_has_no_table(two):
    comparison = dataclasses.replace(two.comparison, conflicts=(), omissions=())
    made = csv_tables.render(dataclasses.replace(two, comparison=comparison))
    assert not {"conflicts.csv", "omissions.csv"} & set(made)


def shared(two, text="=We will hold the town"):
    """Two articles that are copies, with a passage in two sentences of the first."""
    first, second = (
        Member(article.article, article.source, article.event, article.date)
        for article in two.material
    )
    a, b = (builders.refs(article.article, article.source) for article in (first, second))
    passages = (
        SharedPassage("the bridge was destroyed", 4, False, a[1:2], b[1:2]),
        SharedPassage(text, 5, True, a[2:4], b[2:3]),
    )
    none = (math.nan, math.nan)
    kin = Kinship(
        "copy",
        first,
        second,
        0.8,
        (0.9, 0.8),
        none,
        none,
        none,
        (0, 0),
        0,
        (),
        (),
        passages,
        (),
        (),
    )
    made = dataclasses.replace(
        two.comparison, kinships=(kin,), origins=(Origin((first, second), ("AP",)),)
    )
    return csv_tables.render(dataclasses.replace(two, comparison=made))


def test_pairs_and_copies_come_with_their_passages(two):
    made = shared(two)
    (pair,) = rows_of(made["kinships.csv"])
    assert (pair["kinship"], pair["n_passages"]) == ("1", "2")
    assert pair["longest_passage"] == "'=We will hold the town"
    copies = rows_of(made["origins.csv"])
    assert [row["longest_passage"] for row in copies] == ["'=We will hold the town"] * 2
    rows = rows_of(made["passages.csv"])
    assert [(row["passage"], row["member"], row["sentence"]) for row in rows] == [
        ("1", "a", "2"),
        ("1", "b", "2"),
        ("2", "a", "3"),
        ("2", "a", "4"),
        ("2", "b", "3"),
    ]
    assert {row["kinship"] for row in rows} == {"1"}
    assert rows[-1]["words"] == "'=We will hold the town"
    assert rows[-1]["quoted"] == "true"
    assert rows[0]["source"] == "Daily Bridge"
    assert rows[0]["text"] == builders.refs("a", "b")[1].text


@pytest.mark.parametrize(("n", "named"), [(3, 3), (20, 20), (500, 20)])
def test_long_lists_of_sources_that_lack_something_are_cut_and_counted(two, n, named):
    lacking = tuple(f"Outlet {number:03d}" for number in range(n))
    comparison = dataclasses.replace(
        two.comparison,
        statements=(dataclasses.replace(two.comparison.statements[0], missing=lacking),),
        ledger=(dataclasses.replace(two.comparison.ledger[0], missing=lacking),),
    )
    made = csv_tables.render(dataclasses.replace(two, comparison=comparison))
    for name in ("statements.csv", "figures.csv"):
        for row in rows_of(made[name]):
            assert row["n_missing"] == str(n)
            assert row["missing"].split("; ") == list(lacking[:named])


def test_the_same_report_gives_the_same_bytes(two):
    assert csv_tables.render(two) == csv_tables.render(two)
