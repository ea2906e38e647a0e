"""Titles of a chart that stands alone: above its labels, inside its figure, in any settings."""

from itertools import pairwise

import matplotlib
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from divergence.plots import headings
from divergence.plots.style import Margins

LONG = "Several measures differ between the papers by more than chance would let them, it seems. "
ROOM = Margins(1.2, right=0.8, top=0.3, bottom=0.4)


def boxes(ax, dpi):
    """Extents in inches of what is written, as the figure itself draws it."""
    figure = ax.get_figure()
    figure.set_dpi(dpi)
    renderer = FigureCanvasAgg(figure).get_renderer()
    found = []
    with pytest.MonkeyPatch.context() as patched:
        draw = type(ax).draw
        patched.setattr(
            type(ax),
            "draw",
            lambda ax, r: (draw(ax, r), found.extend(t.get_window_extent(r) for t in ax.texts)),
        )
        figure.draw(renderer)
    return [box.transformed(figure.dpi_scale_trans.inverted()) for box in found]


@pytest.mark.parametrize("dpi", [72, 100, 150])
def test_long_titles_stay_inside_the_figure_and_off_each_other(dpi):
    ax = headings.new_axes(1.5, ROOM, LONG, 4 * LONG)
    headings.write(ax, LONG, 4 * LONG, ROOM)
    with matplotlib.rc_context({"text.hinting": "force_autohint", "font.size": 20}):
        written = boxes(ax, dpi)
    wide, tall = ax.get_figure().get_size_inches()
    assert len(written) >= 4
    assert all(box.x0 >= 0 and box.x1 <= wide and box.y1 <= tall for box in written)
    rows = sorted(written, key=lambda box: box.y0)
    assert all(low.y1 <= high.y0 + 0.05 for low, high in pairwise(rows))
    data = ax.get_position().transformed(ax.get_figure().transSubfigure)
    top = data.y1 / ax.get_figure().dpi
    assert rows[0].y0 >= top + ROOM.top


def test_no_titles_take_no_room():
    bare, titled = (headings.new_axes(1.5, ROOM, title, "") for title in ("", "Title"))
    assert bare.get_figure().get_size_inches()[1] < titled.get_figure().get_size_inches()[1]
    sizes = [
        tuple(ax.get_position().size * ax.get_figure().get_size_inches()) for ax in (bare, titled)
    ]
    assert sizes[0] == pytest.approx(sizes[1])
    headings.write(bare, "", "", ROOM)
    assert len(bare.texts) == 0


def test_saving_is_150_dpi_unless_told_otherwise(tmp_path):
    from PIL import Image

    ax = headings.new_axes(1.5, ROOM, "Title", "")
    figure = ax.get_figure()
    for options, dpi in (({}, 150), ({"dpi": 50}, 50)):
        figure.savefig(tmp_path / "x.png", **options)
        with Image.open(tmp_path / "x.png") as image:
            assert image.width == pytest.approx(figure.get_size_inches()[0] * dpi, abs=1)
