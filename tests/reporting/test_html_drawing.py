"""A drawing inside the page: hatches that weigh little, letters as drawn, links that are ours."""

import io
import re

import matplotlib
import pytest
from lxml import etree
from matplotlib.figure import Figure
from matplotlib.hatch import get_path

from divergence.plots import style
from divergence.plots.agreement import Agreement
from divergence.plots.shares import Shares
from divergence.reporting import hatching
from divergence.reporting.html import drawing
from divergence.reporting.report import Chart

PARTS = tuple(f"part {n}" for n in range(8))


def shares(n=8):
    data = Shares(("A",), PARTS[:n], ((1.0,) * n,), ((1 / n,) * n,), "word")
    return Chart("voices-sides", "shares", "Title", "", data)


def pattern(hatch):
    held = io.BytesIO()
    with style.context(), matplotlib.rc_context({"svg.fonttype": "none"}):
        figure = Figure(figsize=(1, 1))
        ax = figure.add_axes((0, 0, 1, 1))
        ax.barh(0, 1, hatch=hatch, color="#0072B2", edgecolor="white")
        figure.savefig(held, format="svg")
    return next(etree.fromstring(held.getvalue()).iter("{*}pattern"))


@pytest.mark.parametrize("hatch", [hatch for hatch in style.HATCHES if hatch])
def test_a_hatch_repeats_after_the_tile_so_that_the_tile_is_enough(hatch):
    vertices = get_path(hatch).vertices * 72
    inner = {(round(x, 2), round(y, 2)) for x, y in vertices if 12 <= x <= 48 and 12 <= y <= 48}
    everywhere = {(round(x, 2), round(y, 2)) for x, y in vertices}
    if "." in hatch or "o" in hatch:
        for x, y in inner:
            assert (round(x + hatching.TILE, 2), y) in everywhere
            assert (x, round(y + hatching.TILE, 2)) in everywhere
    else:
        lines = {
            (round(ax - bx, 2), round(ay - by, 2), round((ay if ax - bx else ax), 2))
            for (ax, ay), (bx, by) in zip(vertices[::2], vertices[1::2], strict=True)
        }
        assert len(lines) % (72 / hatching.TILE) in {0, 1, 2}


@pytest.mark.parametrize("hatch", [hatch for hatch in style.HATCHES if hatch])
def test_a_hatch_weighs_little_and_keeps_its_lines(hatch):
    made = pattern(hatch)
    colors = [element.get("style") for element in made]
    hatching.shrink(made)
    assert len(etree.tostring(made)) < 2_000
    assert made.get("width") == made.get("height") == "12"
    assert [element.get("style") for element in made] == colors
    (path,) = made.findall("{*}path")
    drawn = re.findall(r"[ML]([-\d.]+) ([-\d.]+)", path.get("d"))
    assert drawn
    assert all(-40 < float(number) < 112 for pair in drawn for number in pair)


def test_all_parts_of_a_bar_stay_apart_in_black_and_white():
    drawn = drawing.svg(shares(), "g-")
    patterns = re.findall(r"<pattern.*?</pattern>", drawn)
    assert len(set(patterns)) == len(PARTS) - 1
    assert len({re.search(r' d="([^"]*)"', part)[1] for part in patterns}) == len(PARTS) - 1
    assert len(drawn) < 25_000


def test_letters_have_the_size_and_weight_they_were_drawn_with():
    drawn = drawing.svg(shares(2), "g-")
    sizes = set(re.findall(r'font-size="([\d.]+)"', drawn))
    assert {f"{style.TINY:g}", f"{style.SMALL:g}"} <= sizes
    assert 'font-weight="bold"' in drawn


def test_only_numbers_of_notes_become_links():
    statements = ("The bridge fell [2]", "The army left [7]", "Aid [2] came")
    data = Agreement(statements, ("A", "B", "C"), (("carries", "alike", "nothing"),) * 3)
    chart = Chart("claims-agreement", "agreement", "", "", data)
    drawn = drawing.svg(chart, "g-", {2: "#s0-4", 3: ""})
    assert re.findall(r"<a ([^>]*)>", drawn) == [
        'href="#note-2" data-at="#s0-4" aria-label="evidence 2: The bridge fell [2]"'
    ]
    assert ' role="group"' in drawn
    assert ' role="img"' in drawing.svg(chart, "g-")


def test_a_drawing_holds_shapes_and_letters_and_nothing_else():
    drawn = etree.fromstring(drawing.svg(shares(), "g-"))
    assert {etree.QName(element).localname for element in drawn.iter()} <= drawing.KEPT
    assert not [element for element in drawn.iter() if "style" in element.attrib]
