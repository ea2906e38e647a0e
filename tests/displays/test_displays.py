"""Displays: what is drawn is what the comparison holds, on the axes that are asked for."""

from __future__ import annotations

import math
import subprocess
import sys
from dataclasses import replace
from datetime import date

import matplotlib
import pytest
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.transforms import Bbox

from divergence import displays
from divergence.comparing.compare import compare
from divergence.digesting.digest import digest
from divergence.displays import (
    AgreementDisplay,
    ContrastsDisplay,
    CourseDisplay,
    DistancesDisplay,
    EstimatesDisplay,
    KeynessDisplay,
    LedgerDisplay,
    ProfileDisplay,
    TreeDisplay,
    WordShiftDisplay,
)
from divergence.displays.profile import headline
from divergence.errors import UsageError
from divergence.features.registry import select
from divergence.measuring.measure import measure
from divergence.plots.profile import FamilyRow
from divergence.text.annotate import annotate_many
from divergence.types import Article

SAID = {
    "Harbor Post": "The ferry sank near the pier on {day}. It may have hit a rock, perhaps. "
    "The storm killed 12 people. “It might happen again,” captain Ada Lin said.",
    "Inland Times": "The ferry sank near the pier on {day}. It hit a rock. "
    "The storm killed 9 people. “It will never happen again,” mayor Otto Berg vowed.",
    "Valley Echo": "The ferry sank near the pier on {day}. Nobody doubts that it hit a rock. "
    "The storm killed 12 people. “Clearly, it was fate,” preacher Ida Holm claimed.",
}
MAKERS = {
    AgreementDisplay: {},
    ContrastsDisplay: {},
    CourseDisplay: {},
    DistancesDisplay: {"family": "certainty"},
    EstimatesDisplay: {"column": "hedging.rate"},
    KeynessDisplay: {},
    LedgerDisplay: {},
    ProfileDisplay: {},
    TreeDisplay: {},
    WordShiftDisplay: {},
}
ALL = pytest.mark.parametrize(("display", "given"), MAKERS.items(), ids=lambda x: "")


def comparison_of(sources, *, by=None):
    articles = [
        Article(f"{name}-{month}", (by or {}).get(name, name), SAID[name].format(day=day),
                date=date(2024, month, 3), event=f"event {month}")
        for name in sources
        for month, day in ((1, "Monday"), (2, "Sunday"), (3, "Friday"))
    ]  # fmt: skip
    features = select(["boosters", "hedging", "quotation"])
    return compare([digest(each, features) for each in annotate_many(articles)], rounds=40)


@pytest.fixture(scope="module")
def three():
    return comparison_of(SAID)


@pytest.fixture(scope="module")
def two():
    return comparison_of(["Harbor Post", "Inland Times"])


@pytest.fixture(scope="module")
def swapped():
    """The same articles, each paper under the other's name."""
    names = {"Harbor Post": "Inland Times", "Inland Times": "Harbor Post"}
    return comparison_of(names, by=names)


@pytest.fixture(scope="module")
def alone():
    return comparison_of(["Harbor Post"])


@pytest.fixture(scope="module")
def counts():
    texts = [Article(name, name, said) for name, said in SAID.items()]
    return compare(measure(texts, features=["hedging"]), rounds=20)


def words_on(ax):
    texts = [text.get_text() for text in ax.texts]
    texts += [label.get_text() for label in (*ax.get_yticklabels(), *ax.get_xticklabels())]
    for child in ax.child_axes:
        texts += words_on(child)
    return texts


def test_every_display_is_tested():
    made = {
        name for name in displays.__all__ if hasattr(getattr(displays, name), "from_comparison")
    }
    assert {display.__name__ for display in MAKERS} == made


@ALL
def test_draws_on_a_figure_of_its_own(display, given, three):
    one = display.from_comparison(three, **given)
    other = display.from_comparison(three, **given)
    assert isinstance(one, display)
    assert isinstance(one.figure_, Figure)
    assert one.ax_.get_figure() is one.figure_ is not other.figure_
    assert one.ax_.has_data() or one.ax_.child_axes
    assert one.title
    assert " ".join(one.title.split()[:3]) in " ".join(words_on(one.ax_))


@ALL
def test_draws_on_the_axes_it_is_given(display, given, three):
    figure = Figure(figsize=(9, 6), layout="constrained")
    left, right = figure.subplots(1, 2)
    one = display.from_comparison(three, ax=left, **given)
    assert one.ax_ is left
    assert one.figure_ is figure
    assert one.plot(right) is one
    assert one.ax_ is right
    assert sorted(words_on(left)) == sorted(words_on(right))
    assert one._repr_png_() is None
    assert one.plot().figure_ is not figure


@ALL
@pytest.mark.parametrize("dpi", [72, 100, 150])
def test_nothing_is_cut_off(display, given, dpi, three):
    """Nor where a person's own settings, which make letters wider, are in force."""
    figure = display.from_comparison(three, **given).figure_
    figure.set_dpi(dpi)
    boxes = []
    seen = Axes.draw
    renderer = FigureCanvasAgg(figure).get_renderer()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(
            Axes, "draw", lambda ax, r: (seen(ax, r), boxes.append(ax.get_tightbbox(r)))
        )
        figure.draw(renderer)
    box = Bbox.union(boxes).transformed(figure.dpi_scale_trans.inverted())
    wide, tall = figure.get_size_inches()
    assert box.x0 >= -0.01
    assert box.y0 >= -0.01
    assert box.x1 <= wide + 0.01
    assert box.y1 <= tall + 0.01


@ALL
def test_a_notebook_shows_it(display, given, three):
    assert display.from_comparison(three, **given)._repr_png_().startswith(b"\x89PNG")


@ALL
def test_settings_of_matplotlib_stay_as_they_were(display, given, three):
    before = dict(matplotlib.rcParams)
    display.from_comparison(three, **given)._repr_png_()
    assert dict(matplotlib.rcParams) == before


@ALL
def test_a_single_source_gives_a_chart_that_says_so(display, given, alone):
    if display is DistancesDisplay:
        with pytest.raises(UsageError, match="there is no family"):
            display.from_comparison(alone, **given)
        return
    assert display.from_comparison(alone, **given).figure_


@ALL
def test_a_table_of_counts_is_enough(display, given, counts):
    assert display.from_comparison(counts, **given).figure_


@ALL
def test_takes_one_axes(display, given, three):
    with pytest.raises(UsageError, match="ax takes one"):
        display.from_comparison(three, ax=[1], **given)


def test_nothing_imports_pyplot():
    code = (
        "import sys; from divergence import displays;"
        "from divergence.comparing.compare import compare;"
        "from divergence.measuring.measure import measure; from divergence.types import Article;"
        "texts = [Article(n, n, 'It may rain.') for n in 'AB'];"
        "made = compare(measure(texts, features=['hedging']), rounds=5);"
        "displays.ContrastsDisplay.from_comparison(made)._repr_png_();"
        "print('matplotlib.pyplot' in sys.modules, 'divergence.reporting' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]


def test_contrasts_swap_their_signs_with_the_names(two, swapped):
    mine, other = (
        ContrastsDisplay.from_comparison(one, columns=["hedging.rate", "quotation.direct"])
        for one in (two, swapped)
    )
    assert len(mine.data) == 2
    for row, turned in zip(mine.data, other.data, strict=True):
        assert row.contrast.difference == pytest.approx(-turned.contrast.difference)
        assert row.contrast.strength == pytest.approx(-turned.contrast.strength) or math.isnan(
            row.contrast.strength
        )
    assert mine.data[0].contrast.difference > 0


def test_a_contrast_can_be_seen_from_either_source(two):
    mine, other = (
        ContrastsDisplay.from_comparison(two, columns=["hedging.rate"], source=name).data[0]
        for name in ("Harbor Post", "Inland Times")
    )
    assert mine.contrast.difference == -other.contrast.difference > 0
    assert (mine.contrast.low, mine.contrast.high) == (-other.contrast.high, -other.contrast.low)
    assert mine.contrast.source == other.contrast.reference == "Harbor Post"
    assert mine.contrast.q == other.contrast.q or math.isnan(mine.contrast.q)


def test_contrasts_have_a_row_for_each_column(three):
    one = ContrastsDisplay.from_comparison(three, most=3)
    assert len(one.data) == 3
    assert len({row.contrast.column for row in one.data}) == 3
    shown = words_on(one.ax_)
    assert all(row.label in shown for row in one.data)
    order = ["quotation.share", "hedging.rate"]
    chosen = ContrastsDisplay.from_comparison(three, columns=order, voice="reporter")
    assert [row.contrast.column for row in chosen.data] == order
    assert {row.contrast.voice for row in chosen.data} == {"reporter"}


def test_contrasts_that_rest_on_few_places_come_last(three):
    """However far apart the sources lie, and however narrow the interval."""
    told = {"boosters.rate": (90.0, 1), "hedging.rate": (2.0, 9), "quotation.share": (3.0, 9)}
    made = replace(
        three,
        contrasts=tuple(
            replace(three.contrasts[0], column=name, voice="all", difference=size, low=size - 1,
                    high=size + 1, strength=size, cautions=())
            for name, (size, _) in told.items()
        ),
        estimates=tuple(
            replace(e, n_evidence=told[e.column][1]) for e in three.estimates if e.column in told
        ),
    )  # fmt: skip
    rows = ContrastsDisplay.from_comparison(made).data
    order = [row.contrast.column for row in rows]
    assert order == ["quotation.share", "hedging.rate", "boosters.rate"]


def test_estimates_have_a_dot_for_every_source_and_voice(two):
    one = EstimatesDisplay.from_comparison(two, "hedging.rate")
    assert one.data.sources == ("Harbor Post", "Inland Times")
    assert {e.voice for e in one.data.estimates} == {"reporter", "quoted"}
    assert {"Harbor Post", "Inland Times"} <= set(words_on(one.ax_))


def test_keyness_turns_round(two):
    mine = KeynessDisplay.from_comparison(two, source="Harbor Post", most=6)
    other = KeynessDisplay.from_comparison(two, source="Inland Times", most=6)
    assert 2 <= len(mine.data) <= 6
    assert {(t.term, t.z) for t in mine.data} == {(t.term, -t.z) for t in other.data}
    assert [t.z > 0 for t in other.data] == sorted((t.z > 0 for t in other.data), reverse=True)
    by_term = {t.term: t for t in other.data}
    assert all(by_term[t.term].count == t.count_reference for t in mine.data)
    assert set(words_on(mine.ax_)) >= {t.term for t in mine.data}


def test_keyness_runs_from_the_sources_own_words_to_the_others(two):
    z = [term.z for term in KeynessDisplay.from_comparison(two, most=6).data]
    assert z == sorted(z, reverse=True)


def test_a_word_shift_turns_round(two):
    mine = WordShiftDisplay.from_comparison(two, source="Harbor Post")
    other = WordShiftDisplay.from_comparison(two, reference="Harbor Post")
    assert other.data.source == mine.data.reference == "Inland Times"
    assert mine.data.divergence == other.data.divergence
    assert [(t.term, -t.contribution) for t in mine.data.terms] == [
        (t.term, t.contribution) for t in other.data.terms
    ]
    bars = [bar.get_width() for bar in mine.ax_.patches]
    assert sorted(bars) == pytest.approx(sorted(-b.get_width() for b in other.ax_.patches))


def test_the_ledger_shows_each_source_with_its_number(two):
    one = LedgerDisplay.from_comparison(two)
    rows = {(row.source, row.low) for group in one.data for row in group.rows}
    assert {("Harbor Post", 12.0), ("Inland Times", 9.0)} <= rows
    assert one.data[0].verdict.startswith("the numbers differ")
    assert "12 (in the outlet's own name)" in words_on(one.ax_)
    assert len(LedgerDisplay.from_comparison(two, most=1).data) == 1
    only = LedgerDisplay.from_comparison(two, verdict="only")
    assert all(len({row.source for row in group.rows}) == 1 for group in only.data)


def test_the_ledger_writes_ranges_bounds_and_who_says_so():
    said = "Between 20 and 30 people were injured. At least 7 people died, police said."
    texts = [Article(name, name, said, event="flood") for name in ("Post", "Times")]
    made = compare([digest(each, ()) for each in annotate_many(texts)], rounds=5)
    rows = [r.text for group in LedgerDisplay.from_comparison(made).data for r in group.rows]
    assert rows.count("20 to 30 (in the outlet's own name)") == 2
    assert rows.count("at least 7 (says police)") == 2


def test_agreement_has_a_mark_for_every_source(three):
    one = AgreementDisplay.from_comparison(three, event="event 1")
    assert one.data.sources == tuple(SAID)
    assert all(len(row) == 3 for row in one.data.carried)
    assert ("carries",) * 3 in one.data.carried
    assert {cell for row in one.data.carried for cell in row} <= {"carries", "alike", "nothing"}
    assert len(AgreementDisplay.from_comparison(three, most=1).data.statements) == 1


def test_the_profile_ends_with_all_families_together(three):
    one = ProfileDisplay.from_comparison(three)
    assert one.data[-1].family == "overall"
    assert all(len(row.ratios) == 3 for row in one.data)
    single = ProfileDisplay.from_comparison(three, source="Valley Echo")
    assert all(len(row.ratios) == 1 for row in single.data)
    assert single.title.startswith("Valley Echo: ")


def test_the_profile_says_which_families_differ():
    far, near, whole = (
        FamilyRow(name, (ratio,), 1.5, "")
        for name, ratio in (("news frames", 2.0), ("certainty", 1.0), ("overall", 9.0))
    )
    one = "One family tells the sources apart more than chance would: news frames"
    assert headline([far, near, whole]) == one
    also = replace(far, family="wording")
    told = "News frames and wording differ more than chance would"
    assert headline([far, also, near, whole]) == told
    assert headline([near, whole]).startswith("No family")
    assert headline([far, also, whole]).startswith("Every family")


def test_course_has_a_panel_a_column_and_a_line_a_source(three):
    one = CourseDisplay.from_comparison(three, columns=["hedging.rate"], sources=["Valley Echo"])
    assert one.data.sources == ("Valley Echo",)
    assert len(one.data.panels) == len(one.ax_.child_axes) == 1
    assert {e.source for e in one.data.panels[0].estimates} == {"Valley Echo"}
    assert len(CourseDisplay.from_comparison(three, most=2).data.panels) == 2


@pytest.mark.parametrize(
    ("display", "given", "words"),
    [
        (ContrastsDisplay, {"columns": ["hedging.rat"]}, "did you mean 'hedging.rate'"),
        (ContrastsDisplay, {"columns": []}, "columns takes a list"),
        (ContrastsDisplay, {"columns": [3]}, "columns takes a list"),
        (ContrastsDisplay, {"voice": "loud"}, "unknown voice"),
        (ContrastsDisplay, {"source": "Harbour Post"}, "did you mean 'Harbor Post'"),
        (EstimatesDisplay, {"column": "hedging"}, "unknown column"),
        (KeynessDisplay, {"source": "x"}, "unknown source"),
        (WordShiftDisplay, {"reference": "x"}, "unknown reference"),
        (LedgerDisplay, {"verdict": "maybe"}, "unknown verdict"),
        (AgreementDisplay, {"event": "x"}, "unknown event"),
        (ProfileDisplay, {"source": "x"}, "unknown source"),
        (DistancesDisplay, {"family": "certain"}, "did you mean 'certainty'"),
        (CourseDisplay, {"columns": "hedging.rat"}, "unknown column"),
        (CourseDisplay, {"sources": ["x"]}, "unknown source"),
    ],
)
def test_unknown_names_are_told_with_the_known_ones(display, given, words, three):
    with pytest.raises(UsageError, match=words):
        display.from_comparison(three, **given)


@ALL
def test_only_a_comparison_is_drawn(display, given):
    for wrong in (measure(["It may rain."], features=["hedging"]), "comparison", None):
        with pytest.raises(UsageError, match="drawn of what compare returns, not of a"):
            display.from_comparison(wrong, **given)
