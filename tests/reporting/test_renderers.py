"""PDF, PNG and JSON: the same bytes twice, real text, the same numbers everywhere."""

import io
import json
import re
from dataclasses import replace

import jsonschema
import pytest
from pypdf import PdfReader

from divergence.plots import style
from divergence.reporting import figure_files, report_json
from divergence.reporting.pdf import paper, pdf_document
from divergence.reporting.pdf.outline import Bookmark, with_outline
from divergence.types import Removed

NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
CITED = re.compile(r"\[\d+(?:,\d+)*\]")


@pytest.fixture(scope="session")
def pdf_of_two(two):
    return pdf_document.render(two)


def text_of(data):
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]
    return "\n".join(pages)


def numbers(text):
    return {match.rstrip(",") for match in NUMBER.findall(CITED.sub(" ", text))}


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)


def test_the_same_report_gives_the_same_bytes(two, pdf_of_two):
    assert pdf_document.render(two) == pdf_of_two
    assert report_json.render(two) == report_json.render(two)
    assert figure_files.figure(two.charts[0]) == figure_files.figure(two.charts[0])


def test_the_text_can_be_searched_and_the_title_is_set(two, pdf_of_two):
    reader = PdfReader(io.BytesIO(pdf_of_two))
    assert reader.metadata.title == "The bridge at Lenz"
    assert reader.trailer["/Root"]["/Lang"] == "en"
    text = " ".join(text_of(pdf_of_two).split())
    assert "The five largest differences" in text
    assert "Southland confirmed that the bridge was destroyed" in text
    assert "nan" not in text.split()
    assert len(reader.pages) <= 12


def test_bookmarks_lead_to_every_topic(two, pdf_of_two):
    outline = PdfReader(io.BytesIO(pdf_of_two)).outline
    assert [mark.title for mark in outline] == [page.heading for page in two.pages]


def test_every_font_is_embedded(pdf_of_two):
    reader = PdfReader(io.BytesIO(pdf_of_two))
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():
            font = font.get_object()
            if "/DescendantFonts" in font:
                font = font["/DescendantFonts"][0].get_object()
            assert "/FontFile2" in font["/FontDescriptor"]


def test_every_number_of_the_pages_is_in_the_json(two, pdf_of_two):
    with style.context():
        placed = paper.flow(two)
        sheets = [
            paper.draw(two, sheet, number, len(placed))
            for number, sheet in enumerate(placed, start=1)
        ]
        ticks = {
            amount
            for sheet in sheets
            for ax in sheet.figure.axes
            for child in (ax, *ax.child_axes)
            for label in child.get_xticklabels()
            for amount in numbers(label.get_text())
        }
    document = json.loads(report_json.render(two))
    written = {amount for text in strings(document) for amount in numbers(text)}
    written |= values(document)
    # What is no result: the scale of an axis, page numbers, the 1 and 1.96 of an axis label.
    known = written | ticks | {str(n) for n in range(1, len(sheets) + 1)} | {"1.96"}
    assert numbers(text_of(pdf_of_two)) <= known


def values(value):
    """Every number of a JSON document as the pages write numbers."""
    from divergence.plots.number_format import number

    if isinstance(value, bool) or value is None or isinstance(value, str):
        return set()
    if isinstance(value, (int, float)):
        forms = (number(value), number(value, share=True), number(100 * value), f"{value:,}")
        return {amount for form in forms for amount in numbers(form)}
    items = value.values() if isinstance(value, dict) else value
    return set().union(*map(values, items)) if items else set()


@pytest.mark.parametrize("name", ["single", "two", "twenty", "hostile"])
def test_json_follows_its_schema(name, request):
    document = json.loads(report_json.render(request.getfixturevalue(name)))
    jsonschema.Draft202012Validator.check_schema(report_json.schema())
    jsonschema.validate(document, report_json.schema())


def test_undefined_is_null_with_its_reason(two):
    document = json.loads(report_json.render(two))
    assert "NaN" not in report_json.render(two).decode()
    undefined = [e for e in document["comparison"]["estimates"] if e["value"] is None]
    assert undefined
    assert all(estimate["caution"] for estimate in undefined)


def test_json_lists_rejections_and_settings(two):
    run = json.loads(report_json.render(two))["run"]
    assert run["n_in"] == run["n_used"] + run["n_rejected"]
    assert run["rejections"][0]["reason"] == "the file is empty"
    assert ["seed", "7"] in run["settings"]


def test_json_lists_what_was_removed_as_boilerplate(two):
    line = Removed("a", "a.txt", 3, "share", "Share this story")
    info = replace(two.info, removed=(line,) * (report_json.MOST_REMOVED + 5))
    document = json.loads(report_json.render(replace(two, info=info)))
    jsonschema.validate(document, report_json.schema())
    assert document["run"]["n_removed"] == report_json.MOST_REMOVED + 5
    assert len(document["run"]["removed"]) == report_json.MOST_REMOVED
    assert document["run"]["removed"][0]["rule"] == "share"


def test_every_figure_becomes_a_picture(two):
    pictures = figure_files.render(two, figure_files.FigureSettings(dpi=40))
    assert next(iter(pictures)) == "01-differences.png"
    assert len(pictures) == len(two.charts)
    assert all(data.startswith(b"\x89PNG") for data in pictures.values())


def test_a_hostile_title_is_text(hostile):
    text = text_of(pdf_document.render(hostile))
    assert "<script>alert('$5 bn')</script>" in text.replace("\n", "")
    assert "\u202e" not in text
    assert "\u202e" not in report_json.render(hostile).decode()[:2000]


def test_twenty_sources_fit(twenty):
    data = pdf_document.render(twenty)
    text = text_of(data)
    assert "more statements in report.json" in text
    assert len(PdfReader(io.BytesIO(data)).pages) <= 30


def test_what_is_no_matplotlib_pdf_is_left_as_it_is():
    assert with_outline(b"%PDF-1.7 other", [Bookmark("A", 0, 1.0)]) == b"%PDF-1.7 other"
