"""Figures as files: every kind, the same bytes twice, unknown names refused with what is known."""

import dataclasses
import re

import pytest
from lxml import etree

from divergence.errors import UsageError
from divergence.reporting import figure_files
from divergence.reporting.figure_files import FigureSettings


@pytest.mark.parametrize(
    ("kind", "start"), [("png", b"\x89PNG"), ("svg", b"<?xml"), ("pdf", b"%PDF")]
)
def test_each_kind_has_its_format_and_the_same_bytes_twice(two, kind, start):
    settings = FigureSettings(kinds=(kind,), dpi=40)
    chart = two.charts[0]
    made = figure_files.figure(chart, kind, settings)
    assert made.startswith(start)
    assert made == figure_files.figure(chart, kind, settings)
    assert b"Matplotlib" not in made


def test_every_figure_is_made_in_every_kind(two):
    report = dataclasses.replace(two, pages=two.pages[:2])
    names = list(figure_files.render(report, FigureSettings(kinds=("svg", "png"), dpi=30)))
    assert len(names) == 2 * len(report.charts)
    assert names[0].endswith(".svg")
    assert names[1] == names[0].replace(".svg", ".png")


def test_slides_are_larger_than_paper_in_the_same_proportions(two):
    sizes = []
    for look in ("paper", "slides"):
        made = figure_files.figure(
            two.charts[0], "svg", FigureSettings(("svg",), look=look)
        ).decode()
        sizes.append([float(size) for size in re.findall(r'(?:width|height)="([\d.]+)pt"', made)])
    assert all(large > 1.5 * small for small, large in zip(*sizes, strict=True))


@pytest.mark.parametrize(
    ("settings", "known"),
    [
        ({"kinds": ("pgn",)}, "pdf, png, svg"),
        ({"look": "slide"}, "paper, screen, slides"),
        ({"dpi": 5}, "30 to 1200"),
    ],
)
def test_what_cannot_be_drawn_is_refused_with_what_can(settings, known):
    with pytest.raises(UsageError, match=known):
        FigureSettings(**settings)


def test_a_hatched_figure_weighs_little_and_stays_a_drawing(two):
    chart = next(chart for chart in two.charts if chart.kind == "shares")
    made = figure_files.figure(chart, "svg", FigureSettings(("svg",)))
    root = etree.fromstring(made)
    patterns = list(root.iter("{*}pattern"))
    assert patterns
    assert all(len(etree.tostring(pattern)) < 3_000 for pattern in patterns)
    named = {element.get("id") for element in root.iter("{*}pattern", "{*}clipPath", "{*}path")}
    assert set(re.findall(rb"url\(#([\w.-]+)\)", made)) <= {str(n).encode() for n in named}
