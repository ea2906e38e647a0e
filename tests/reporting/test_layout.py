"""Nothing overlaps, nothing leaves its sheet."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.backends.backend_agg import FigureCanvasAgg

from divergence.plots import lettering, style
from divergence.reporting.pdf import paper
from divergence.reporting.pdf.sheet import Sheet, TextRun, wrap_runs
from divergence.reporting.pdf.typesetting import boxes
from divergence.reporting.report import Cell, Table


@pytest.fixture(scope="module", params=["single", "two", "hostile"])
def sheets(request):
    report = request.getfixturevalue(request.param)
    with style.context():
        placed = paper.flow(report)
        return placed, [
            paper.draw(report, sheet, number, len(placed))
            for number, sheet in enumerate(placed, start=1)
        ]


def test_boxes_follow_each_other_without_overlap(sheets):
    for placed in sheets[0]:
        ends = 0.0
        for down, box in placed.boxes:
            assert down >= ends - 1e-6
            ends = down + box.height
        assert placed.boxes
        assert ends <= paper.ROOM + 1e-6


def test_no_text_of_a_sheet_overlaps_another_or_leaves_the_sheet(sheets):
    with style.context():
        for sheet in sheets[1]:
            _check(sheet)


def _check(sheet):
    sheet.figure.dpi = 300
    renderer = FigureCanvasAgg(sheet.figure).get_renderer()
    letters = []
    for text in sheet.figure.texts:
        # The height of the letters, not of the line: accents and descenders may touch.
        box = text.get_window_extent(renderer)
        letters.append((text.get_text(), box.padded(-0.2 * box.height)))
    for ax in sheet.figure.axes:
        for child in (ax, *ax.child_axes):
            labels = [*child.texts, *child.get_yticklabels()] if child.axison else child.texts
            for text in labels:
                if text.get_text().strip():
                    box = text.get_window_extent(renderer)
                    letters.append((text.get_text(), box.padded(-0.2 * box.height)))
    for text, box in letters:
        assert box.x0 >= 0.3 * sheet.figure.dpi, text
        assert box.x1 <= (sheet.width - 0.3) * sheet.figure.dpi, text
    for (first, box), (second, other) in itertools.combinations(letters, 2):
        assert not box.overlaps(other), (first, second)


@pytest.mark.parametrize(("name", "whole"), [("evening_gazette_of_lenz", True), ("x" * 300, False)])
def test_a_name_in_a_table_is_broken_only_where_no_column_could_hold_it(name, whole):
    rows = ((Cell(name), Cell("The ferry waits for the bridge. " * 4)),)
    table = Table("t", "", "", ("Source", "Text"), (0.1, 0.9), ("left", "left"), rows)
    sheet, down = Sheet(paper.WIDTH, paper.HEIGHT), paper.TOP
    with style.context():
        for box in boxes((table,), paper.COLUMN):
            box.draw(sheet, paper.LEFT, down)
            down += box.height
        _check(sheet)
    assert (name in {text.get_text() for text in sheet.figure.texts}) == whole


@given(
    st.lists(
        st.text(st.characters(codec="ascii", exclude_categories=("C",)), max_size=60), max_size=5
    ),
    st.floats(0.5, 3.0),
)
def test_runs_wrap_to_their_room_and_lose_nothing(texts, room):
    faces = itertools.cycle(("regular", "bold"))
    runs = [TextRun(text, face) for text, face in zip(texts, faces, strict=False)]
    lines = wrap_runs(runs, room, 9.0)
    for line in lines:
        wide = sum(lettering.width(run.text, 9.0, run.face) for run in line)
        assert wide <= room + 0.08 or sum(len(run.text.strip()) for run in line) == 1
    kept = "".join(run.text for line in lines for run in line)
    assert "".join(kept.split()) == "".join("".join(texts).split())
