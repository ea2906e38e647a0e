"""What every chart does: draws on the axes it is given, says when there is nothing, no pyplot."""

import ast
import inspect
import math
from dataclasses import replace
from datetime import date
from pathlib import Path

import matplotlib
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

import divergence.plots
import divergence.reporting
from divergence.comparing.measures.measure_results import Contrast, Distances, Estimate
from divergence.comparing.measures.source_clustering import Join, Tree
from divergence.comparing.words.word_results import KeyTerm as Key
from divergence.comparing.words.word_results import ShiftTerm, WordShift
from divergence.counting.columns import Column
from divergence.plots import (
    agreement,
    contrasts,
    course,
    dendrogram,
    distances,
    estimates,
    headings,
    keyness,
    ledger,
    multiples,
    profile,
    shares,
    speakers,
    style,
    timeline,
    word_shift,
)

# The width of a drawing for phones, in inches.
NARROW = 2.75
HEDGES = Column(
    "hedging.rate",
    "hedging",
    "certainty",
    "Hedges",
    "per 100 words",
    "higher: more hedged",
    None,
    (0.0, math.inf),
    "",
)


def estimate(source, voice, value, low, high):
    return Estimate(source, HEDGES.name, voice, value, low, high, 1, 1, 1, 9, "articles", ())


PANEL = estimates.Panel(
    HEDGES,
    ("A", "B"),
    (
        estimate("A", "reporter", 2.0, 1.0, 3.0),
        estimate("A", "quoted", 1.0, 0.5, 1.5),
        estimate("B", "reporter", 4.0, 3.0, 5.0),
        estimate("B", "quoted", math.nan, math.nan, math.nan),
    ),
)
CONTRAST = contrasts.NamedContrast(
    Contrast("A", "B", HEDGES.name, "reporter", -2.0, -3.0, -1.0, -2.0, math.nan, math.nan, ()),
    "Hedges",
    "per 100 words",
    "per 100 words, reporter",
)
SHIFT = WordShift(
    "A", "B", 0.2, 0.1, 0.15, (ShiftTerm("war", 0.02, 0.1, 0.0), ShiftTerm("aid", -0.01, 0.0, 0.1))
)
KEYS = (Key("A", "B", "war", 1.0, 2.5, 7, 1, 1, 1), Key("A", "B", "aid", -1.0, -1.2, 1, 3, 1, 1))
LEDGER = (
    ledger.LedgerGroup(
        "Killed",
        "the numbers differ",
        (ledger.LedgerRow("A", 5, 5, "5 (says X)"), ledger.LedgerRow("B", 20, 30, "20 to 30")),
    ),
)
CHARTS = [
    (estimates, PANEL, estimates.Panel(HEDGES, ("A",), ())),
    (multiples, multiples.Multiples(((PANEL, PANEL),)), multiples.Multiples(())),
    (contrasts, (CONTRAST,), ()),
    (
        shares,
        shares.Shares(("A",), ("x", "y"), ((3.0, 1.0),), ((0.75, 0.25),), "word"),
        shares.Shares(("A",), ("x",), ((0.0,),), ((0.0,),), "word"),
    ),
    (word_shift, SHIFT, WordShift("A", "B", 0.0, 0.0, 0.0, ())),
    (keyness, KEYS, ()),
    (ledger, LEDGER, ()),
    (
        agreement,
        agreement.Agreement(
            ("It rained.",), ("A", "B", "C", "D"), (("carries", "alike", "nothing", "absent"),)
        ),
        agreement.Agreement((), ("A",), ()),
    ),
    (
        distances,
        Distances("certainty", ("A", "B", "C"), ((0, 1, 2), (1, 0, math.nan), (2, math.nan, 0)), 2),
        Distances("certainty", (), (), 0),
    ),
    (
        dendrogram,
        Tree(("A", "B", "C"), (Join((0, 1), (0, 0), 1.0),)),
        Tree((), ()),
    ),
    (speakers, (speakers.SpeakerBar("Roth", 9, 0, 2, "9 · 1×"),), ()),
    (
        timeline,
        (
            timeline.DayCount("A", date(2023, 3, 1), 1),
            timeline.DayCount("B", date(2023, 3, 4), 2),
        ),
        (),
    ),
]
IDS = [chart[0].__name__.rpartition(".")[2] for chart in CHARTS]


def words_on(ax):
    texts = [text.get_text() for text in ax.texts]
    texts += [label.get_text() for label in (*ax.get_yticklabels(), *ax.get_xticklabels())]
    for child in ax.child_axes:
        texts += words_on(child)
    return texts


@pytest.mark.parametrize(("plot", "result", "nothing"), CHARTS, ids=IDS)
def test_draws_on_the_axes_it_is_given(plot, result, nothing):
    ax = headings.new_axes(plot.height(result), plot.margins(result), "", "")
    titles = {"title": "What was found", "subtitle": "per 100 words"}
    assert headings.standalone(plot, result, ax=ax, **titles) is ax
    assert {"What was found", "per 100 words"} <= set(words_on(ax))
    assert ax.has_data() or ax.child_axes


@pytest.mark.parametrize(("plot", "result", "nothing"), CHARTS, ids=IDS)
def test_makes_axes_of_its_own(plot, result, nothing):
    first, second = (headings.standalone(plot, result) for _ in range(2))
    assert first.figure is not second.figure


@pytest.mark.parametrize(("plot", "result", "nothing"), CHARTS, ids=IDS)
def test_says_so_when_there_is_nothing_to_draw(plot, result, nothing):
    ax = headings.standalone(plot, nothing)
    said = " ".join(text.get_text() for text in ax.texts)
    assert said.strip().endswith(".")
    assert "nan" not in said
    assert not ax.axison
    assert plot.height(nothing) > 0


@pytest.mark.parametrize(("plot", "result", "nothing"), CHARTS, ids=IDS)
def test_leaves_a_users_settings_alone(plot, result, nothing):
    before = dict(matplotlib.rcParams)
    headings.standalone(plot, result)
    assert dict(matplotlib.rcParams) == before


LONG = "A name that goes on and on, as names of outlets and of measures at times do"
STACKED = [
    (contrasts, (replace(CONTRAST, label=LONG, detail=2 * LONG), CONTRAST)),
    (ledger, (replace(LEDGER[0], heading=LONG, verdict=3 * LONG),)),
    (profile, (profile.FamilyRow(LONG, (0.5, 1.7), 1.4, LONG),)),
    (shares, replace(CHARTS[3][1], rows=(LONG,), parts=(LONG, "y"))),
    (speakers, (speakers.SpeakerBar(LONG, 9, 0, 2, f"9 · 1× · {LONG} [12]"),)),
    (agreement, replace(CHARTS[7][1], statements=(3 * LONG,), sources=(LONG, "B", "C"))),
    (multiples, multiples.Multiples(((PANEL, PANEL), (PANEL,)))),
    (timeline, CHARTS[11][1]),
    (dendrogram, replace(CHARTS[9][1], sources=(LONG, "B", "C"))),
    (word_shift, replace(SHIFT, source=LONG)),
    (keyness, KEYS),
    (distances, CHARTS[8][1]),
]


@pytest.mark.parametrize(
    ("plot", "result"), STACKED, ids=[each[0].__name__.rpartition(".")[2] for each in STACKED]
)
def test_on_a_narrow_screen_nothing_is_cut_off(plot, result):
    layout = {"stacked": True} if "stacked" in inspect.signature(plot.draw).parameters else {}
    room, tall = plot.margins(result, **layout), plot.height(result, **layout)
    with style.context():
        figure = headings.StandaloneFigure(figsize=(NARROW, tall))
        ax = figure.add_axes(
            (
                room.left / NARROW,
                room.bottom / tall,
                1 - (room.left + room.right) / NARROW,
                1 - (room.top + room.bottom) / tall,
            )
        )
        plot.draw(result, ax=ax, **layout)
        box = figure.get_tightbbox(FigureCanvasAgg(figure).get_renderer())
    assert box.x0 > -0.06
    assert box.x1 < NARROW + 0.06
    assert box.y0 > -0.06
    assert box.y1 < tall + 0.06


def test_the_number_of_a_note_is_never_cut_off():
    ax = headings.standalone(
        speakers, (speakers.SpeakerBar("Roth", 9, 0, 2, f"9 · 1× · {LONG} {LONG} [12]"),)
    )
    assert any(text.endswith("… [12]") for text in words_on(ax))


def test_a_matrix_is_split_into_parts_worth_a_sheet():
    said = tuple(f"It rained in town {number}." for number in range(10))
    whole = agreement.Agreement(said, ("A", "B"), (("carries", "nothing"),) * 10)
    first, rest = agreement.split(whole, agreement.height(whole) - 4 * agreement.ROW)
    assert first.statements + rest.statements == said
    assert len(first.carried) == len(first.statements) == 6
    assert agreement.split(whole, 0.9) == (None, None)
    assert agreement.split(whole, agreement.height(whole) - agreement.ROW) == (None, None)


def test_panels_over_time_are_split_between_rows():
    panels = tuple(course.CoursePanel(f"Measure {n}", "per 100 words", ()) for n in range(5))
    whole = course.Course(("A",), panels)
    first, rest = course.split(whole, course.height(whole) - 0.1)
    assert (len(first.panels), len(rest.panels)) == (4, 1)
    assert course.height(first) <= course.height(whole) - 0.1
    assert course.split(whole, 0.5) == (None, None)


def test_numbers_that_squares_cannot_hold_are_left_out():
    many = tuple(f"Outlet {number}" for number in range(30))
    values = tuple(tuple(0.25 * abs(a - b) for b in range(30)) for a in range(30))
    result = Distances("certainty", many, values, 2)
    assert not headings.standalone(distances, result, width=distances.WIDE).texts


def test_reporter_is_filled_and_quoted_is_hollow():
    ax = headings.standalone(estimates, PANEL)
    marks = [line for line in ax.lines if line.get_marker() in ("o", "s")]
    assert [line.get_xdata()[0] for line in marks] == [2.0, 1.0, 4.0]
    assert [line.get_markerfacecolor() == "white" for line in marks] == [False, True, False]
    assert marks[0].get_color() != marks[2].get_color()
    assert marks[0].get_marker() != marks[2].get_marker()


def test_intervals_run_from_low_to_high():
    ax = headings.standalone(estimates, PANEL)
    spans = [list(line.get_xdata()) for line in ax.lines if len(line.get_xdata()) == 2]
    assert [1.0, 3.0] in spans
    assert [0.5, 1.5] in spans


def test_undefined_values_are_written_out():
    assert "not defined" in words_on(headings.standalone(estimates, PANEL))


def test_an_interval_far_beyond_all_values_is_cut_with_an_arrow():
    wide = estimates.Panel(
        HEDGES,
        ("A", "B"),
        (estimate("A", "reporter", 2, 1, 3), estimate("B", "reporter", 0, 0, 900)),
    )
    ax = headings.standalone(estimates, wide)
    assert ax.get_xlim()[1] < 10
    assert [line.get_marker() for line in ax.lines].count(">") == 1


def test_a_difference_stands_at_its_strength_and_says_whose_it_is():
    ax = headings.standalone(contrasts, (CONTRAST,))
    dots = [line for line in ax.lines if line.get_marker() in ("o", "s")]
    assert list(dots[0].get_xdata()) == [-2.0]
    assert dots[0].get_markerfacecolor() != "white"
    said = words_on(ax)
    assert "−2" in said
    assert "−3 to −1" in said
    assert "◄ more in B" in said


def test_a_difference_far_off_the_axis_is_an_arrow():
    far = replace(CONTRAST.contrast, strength=40.0)
    ax = headings.standalone(contrasts, (CONTRAST, replace(CONTRAST, contrast=far)))
    arrows = [line for line in ax.lines if line.get_marker() == "<"]
    assert [list(line.get_xdata()) for line in arrows] == [[-contrasts.FURTHEST]]


def test_segments_are_as_wide_as_their_shares():
    ax = headings.standalone(shares, CHARTS[3][1])
    bars = [patch.get_width() for patch in ax.patches if patch.get_y() < 0.5]
    assert bars[:2] == [0.75, 0.25]
    assert "4 words" in words_on(ax)


def test_words_run_toward_the_side_that_uses_them():
    ax = headings.standalone(word_shift, SHIFT)
    assert [bar.get_width() for bar in ax.patches] == [0.02, -0.01]
    assert {"war", "aid", "more in A ►", "◄ more in B"} <= set(words_on(ax))


def test_only_telling_words_are_filled():
    ax = headings.standalone(keyness, KEYS)
    dots = [line for line in ax.lines if line.get_marker() in ("o", "s")]
    assert [dot.get_markerfacecolor() == "white" for dot in dots] == [False, True]
    assert "7 : 1" in words_on(ax)


def test_ranges_have_two_ends_and_numbers_one():
    ax = headings.standalone(ledger, LEDGER)
    dots = [list(line.get_xdata()) for line in ax.lines if line.get_marker() == "o"]
    assert dots == [[5], [20, 30]]
    assert {"Killed", "the numbers differ", "5 (says X)", "A", "B"} <= set(words_on(ax))


def test_a_source_that_did_not_write_gets_a_dash():
    ax = headings.standalone(agreement, CHARTS[7][1])
    assert [line.get_marker() for line in ax.lines] == ["o", "o", "_"]


def test_unknown_distances_show_no_number():
    ax = headings.standalone(distances, CHARTS[8][1])
    assert sorted(text.get_text() for text in ax.texts) == ["1", "1", "2", "2", "·", "·"]


def test_dollars_are_not_mathematics():
    ax = headings.standalone(
        ledger, (ledger.LedgerGroup("from $5 bn to $6 bn", "", LEDGER[0].rows),)
    )
    heading = next(text for text in ax.texts if text.get_text().startswith("from"))
    assert not heading.get_parse_math()


def test_twenty_sources_keep_a_row_each():
    names = tuple(f"Outlet {number}" for number in range(20))
    panel = estimates.Panel(
        HEDGES, names, tuple(estimate(name, "reporter", 1, 0, 2) for name in names)
    )
    ax = headings.standalone(estimates, panel)
    assert [label.get_text() for label in ax.get_yticklabels()] == list(names)


@pytest.mark.parametrize(
    "path",
    sorted(
        path
        for package in (divergence.plots, divergence.reporting)
        for path in Path(package.__path__[0]).rglob("*.py")
    ),
    ids=lambda path: path.stem,
)
def test_pyplot_is_never_imported(path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        assert not any("pyplot" in name or "pylab" in name for name in names)
