from pathlib import Path

import matplotlib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from divergence.plots import lettering, style


@given(st.text(max_size=200), st.floats(0.4, 4.0))
def test_no_line_is_wider_than_its_room(text, room):
    for line in lettering.wrap(text, room, 9.0):
        assert lettering.width(line, 9.0) <= room or len(line) == 1


@given(st.text(st.characters(codec="ascii", categories=("L", "N", "P")), max_size=120))
def test_wrapping_loses_no_letter(text):
    lines = lettering.wrap(text, 1.0, 9.0)
    assert "".join("".join(lines).split()) == "".join(text.split())


@pytest.mark.parametrize("text", ["Plain words", "Київ тримається", "WWWW iiii", "$5 bn"])
@pytest.mark.parametrize("face", ["regular", "bold", "serif"])
def test_measured_width_is_what_is_drawn(text, face):
    with style.context():
        figure = Figure(dpi=100)
        drawn = figure.text(
            0,
            0,
            text,
            fontsize=40,
            fontfamily=lettering.families(face),
            fontweight="bold" if face == "bold" else "normal",
        )
        wide = drawn.get_window_extent(FigureCanvasAgg(figure).get_renderer()).width / 100
    assert lettering.width(text, 40, face) == pytest.approx(wide, rel=0.06)


def test_hostile_text_loses_its_control_characters():
    assert lettering.plain("pay $5 bn\u202e\x00\u200b now\n") == "pay $5 bn now"


def test_long_names_end_in_an_ellipsis():
    name = "x" * 10_000
    assert lettering.fit(name, 1.0, 9.0).endswith("…")
    assert lettering.width(lettering.fit(name, 1.0, 9.0), 9.0) <= 1.0
    assert len(lettering.plain(name)) == lettering.LONGEST


def test_what_no_font_can_draw_is_shown_by_its_code_point(monkeypatch):
    monkeypatch.setattr(lettering, "_drawable", str.isascii)
    assert lettering.clean("a中") == "a[U+4E2D]"


@pytest.mark.parametrize(
    "name", ["Бахмут", "Αθήνα", "习近平", "習近平", "ウクライナ", "우크라이나", "【新华社】"]
)
def test_names_in_many_scripts_are_drawn(name):
    assert lettering.clean(name) == name


def test_no_font_of_the_machine_is_used():
    used = [Path(font.fname) for font in lettering._fonts("bold")]
    homes = (Path(matplotlib.get_data_path()), Path(lettering.__file__).parent)
    assert all(any(home in path.parents for home in homes) for path in used)


def test_a_script_without_a_font_is_shown_by_its_code_points():
    assert lettering.clean("न") == "[U+0928]"


def test_the_last_line_says_that_text_is_left():
    lines = lettering.fit_lines("one two three four five six seven eight", 0.6, 9.0, most=2)
    assert len(lines) == 2
    assert lines[1].endswith("…")


@pytest.mark.parametrize(
    "names",
    [
        ("archive_2023_north", "archive_2023_south"),
        ("archive_2023_a_final_copy", "archive_2023_b_final_copy"),
        ("x" * 3000 + "a" + "x" * 3000, "x" * 3000 + "b" + "x" * 3000),
        ("Same", "Same", "Other"),
    ],
)
def test_names_that_are_cut_still_differ_and_fit(names):
    shown = lettering.fit_apart(names, 0.8, 7.0)
    assert len(set(shown)) == len(set(names))
    assert all(lettering.width(name, 7.0) <= 0.8 for name in shown)


def test_neighbours_that_stand_nearer_are_measured_so():
    letters = lettering.advance("A", 10) + lettering.advance("V", 10)
    assert lettering.advance("AV", 10) < letters
    assert lettering.advance("北京", 10) == pytest.approx(2 * lettering.advance("北", 10))
