"""Small worked examples, one or a few for each inner function."""

from __future__ import annotations

from divergence.reporting.html.article_index import safe_url
from divergence.reporting.html.tables_below_charts.data_table import DataRow, data_table


def test_number_rows_numbers() -> None:
    made = data_table(("Word", "Uses"), [DataRow(("harbor", "3"))], right=(1,))
    assert made.head == ("Word", "Uses")
    assert made.align == ("left", "right")


def test_reader_safe_url() -> None:
    assert safe_url("https://example.org/a b") == "https://example.org/a%20b"
    assert safe_url("javascript:alert(1)") == ""
