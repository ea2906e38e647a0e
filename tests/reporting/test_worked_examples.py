"""Small worked examples, one or a few for each inner function."""

from __future__ import annotations

from divergence.reporting.html.chart_numbers.number_rows import Row, numbers
from divergence.reporting.html.reader import safe_url


def test_number_rows_numbers() -> None:
    made = numbers(("Word", "Uses"), [Row(("harbor", "3"))], right=(1,))
    assert made.head == ("Word", "Uses")
    assert made.align == ("left", "right")


def test_reader_safe_url() -> None:
    assert safe_url("https://example.org/a b") == "https://example.org/a%20b"
    assert safe_url("javascript:alert(1)") == ""
