import dataclasses
import math
from datetime import date

import pytest

from divergence.comparing.cautions import NOT_ALIGNED, because
from divergence.comparing.comparison import Comparison
from divergence.lists.coverage import Coverage
from divergence.reporting.build import build_report
from divergence.reporting.report import Chart, Paragraph, Table
from divergence.reporting.run_info import RunInfo
from tests.reporting import builders


def sentences(report):
    for page in report.pages:
        for block in page.blocks:
            if isinstance(block, Paragraph):
                yield from block.sentences


def cells(report):
    for page in report.pages:
        for block in page.blocks:
            if isinstance(block, Table):
                for row in block.rows:
                    yield from row


def test_two_sources_get_every_topic_but_the_map(two):
    assert [page.name for page in two.pages] == [
        "summary",
        "differences",
        "claims",
        "voices",
        "certainty",
        "sentiment",
        "agency",
        "wording",
        "frames",
        "evidence",
        "method",
    ]


def test_page_one_names_event_sources_differences_and_what_is_shared(two):
    assert two.title == "The bridge at Lenz"
    first = two.pages[0]
    headings = [block.heading for block in first.blocks if isinstance(block, Paragraph)]
    assert "The five largest differences" in headings
    titles = [block.title for block in first.blocks if isinstance(block, Table)]
    assert titles == [
        "Told by all, in similar words (1)",
        "What they disagree on (1)",
        "What only one has (1)",
    ]
    said = " ".join(sentence.text for sentence in sentences(two))
    assert "3 inputs read, 2 used, 1 not used" in said
    assert "proposed from the text" in said


def test_a_single_article_is_a_profile_that_says_so(single):
    assert single.pages[0].heading == "A profile without comparison"
    said = " ".join(
        sentence.text
        for block in single.pages[0].blocks
        if isinstance(block, Paragraph)
        for sentence in block.sentences
    )
    assert "profile of a single article" in said
    assert "differences" not in {page.name for page in single.pages} or not any(
        chart.kind == "contrasts" for chart in single.charts
    )


def test_twenty_sources_get_a_map_and_say_what_is_left_out(twenty):
    kinds = [chart.kind for chart in twenty.charts]
    assert "tree" in kinds
    assert "agreement" in kinds
    assert "distances" in kinds
    left = [chart.caution for chart in twenty.charts] + [
        block.more for page in twenty.pages for block in page.blocks if isinstance(block, Table)
    ]
    assert any(text.startswith("… and 41 more statements") for text in left)


@pytest.mark.parametrize("name", ["single", "two", "twenty", "hostile"])
def test_every_cited_number_has_its_evidence(name, request):
    report = request.getfixturevalue(name)
    cited = {n for sentence in sentences(report) for n in sentence.notes}
    cited |= {n for cell in cells(report) for n in cell.notes}
    assert cited <= {note.number for note in report.notes}
    assert [note.number for note in report.notes] == list(range(1, len(report.notes) + 1))
    for note in report.notes:
        for mark in note.marks:
            assert 0 <= mark.start < mark.end <= len(note.text)


def test_evidence_marks_the_words_that_count(two):
    marked = {
        (mark.feature, note.text[mark.start : mark.end])
        for note in two.notes
        for mark in note.marks
    }
    assert ("hedging", "may") in marked
    assert ("frames", "destroyed") in marked


@pytest.mark.parametrize("name", ["single", "two", "twenty", "hostile"])
def test_no_sentence_says_nan_or_accuses(name, request):
    report = request.getfixturevalue(name)
    said = [sentence.text for sentence in sentences(report)]
    said += [cell.text for cell in cells(report)]
    said += [
        f"{chart.title} {chart.subtitle} {chart.caution} {chart.alt}" for chart in report.charts
    ]
    for text in said:
        words = text.lower().split()
        assert "nan" not in words
        assert not {"biased", "propaganda", "lies", "worse", "best", "worst"} & set(words)


def test_without_events_the_report_says_that_nothing_was_aligned():
    comparison, info, material = builders.twenty()
    bare = dataclasses.replace(
        comparison, events=(), ledger=(), statements=(), cautions=(NOT_ALIGNED,)
    )
    report = build_report(bare, info, material)
    for name in ("summary", "claims"):
        page = next(page for page in report.pages if page.name == name)
        said = " ".join(
            s.text for b in page.blocks if isinstance(b, Paragraph) for s in b.sentences
        )
        assert "were not compared, because the articles name no event" in said
        assert "“event” field" in said
    shown = " ".join(cell.text for cell in cells(report))
    assert "Alignment found no sentence" not in shown
    assert "No sentence stands alone" not in shown


def test_few_articles_without_an_event_are_aligned():
    comparison, info, material = builders.two()
    report = build_report(dataclasses.replace(comparison, events=()), info, material)
    tables = [block.name for block in report.pages[0].blocks if isinstance(block, Table)]
    assert tables == ["summary-shared", "summary-disputed", "summary-alone"]


def test_a_day_is_first_only_where_one_source_alone_has_it():
    comparison, info, material = builders.two()
    a, b = comparison.sources[0].source, comparison.sources[1].source
    article = material[0]

    def time(*days):
        made = tuple(
            dataclasses.replace(article, source=source, date=day and date(2023, 3, day))
            for source, day in days
        )
        report = build_report(comparison, info, made)
        return next(chart for chart in report.charts if chart.name == "time")

    assert time((a, 2), (b, 1)).title == f"{b} is dated first"
    tie = time((a, 1), (b, 1), (b, 2), (b, None))
    assert tie.title == f"{a} and {b} share the earliest date"
    assert tie.caution == "1 article without a date."
    elsewhere = time((a, 2), (b, 3), ("not shown", 1))
    assert elsewhere.title == "not shown is dated first"
    assert elsewhere.caution == "1 dated article of sources that are not shown."


def test_the_title_of_several_sources_is_no_outlets_headline():
    comparison, info, material = builders.two()
    named = dataclasses.replace(comparison, events=("8f14e45fceea167a5a36",))
    assert build_report(named, info, material).title == "2 sources on one event"
    # Where no article names its event, nobody says that it is one.
    for cautions in ((), (NOT_ALIGNED,)):
        apart = dataclasses.replace(comparison, events=(), cautions=cautions)
        assert build_report(apart, info, material).title == "2 sources compared"
    comparison, info, material = builders.single()
    alone = dataclasses.replace(comparison, events=())
    assert build_report(alone, info, material).title == material[0].title


def test_every_chart_says_what_n_is(two):
    for chart in two.charts:
        assert isinstance(chart, Chart)
        assert " n" in chart.subtitle, chart.name


def test_names_of_charts_are_unique(twenty):
    names = [chart.name for chart in twenty.charts]
    assert len(names) == len(set(names))


def test_nothing_measured_is_still_a_report():
    nothing = Comparison((), (), (), (), (), (), (), (), (), (), (), (), 0, 0)
    report = build_report(nothing, RunInfo())
    assert [page.name for page in report.pages] == ["profile", "method"]
    assert report.title


def test_a_source_without_words_is_said_to_be_undefined():
    comparison, info, material = builders.single()
    bare = tuple(
        dataclasses.replace(
            e,
            value=float("nan"),
            low=float("nan"),
            high=float("nan"),
            cautions=(because("no_words"),),
        )
        for e in comparison.estimates
    )
    report = build_report(dataclasses.replace(comparison, estimates=bare), info, material)
    said = " ".join(sentence.text for sentence in sentences(report))
    assert "not defined (undefined: no words in this voice)" in said


def test_the_method_page_says_how_much_each_list_sees():
    seen = (Coverage("hedges", 0.012, 0.03, 0.25), Coverage("none", *[math.nan] * 3))
    comparison, info, material = builders.two()
    report = build_report(comparison, dataclasses.replace(info, coverage=seen), material)
    lists = next(
        block
        for block in report.pages[-1].blocks
        if isinstance(block, Table) and block.name == "method-lexicons"
    )
    hedges, none = lists.rows
    assert [cell.text for cell in hedges] == ["hedges", "1.20%", "25%", "v1, sha256 0f3a"]
    assert [cell.value for cell in hedges[1:3]] == [0.012, 0.25]
    assert none[1].value is None
    assert none[1].reason


def first_page(**changes):
    comparison, info, material = builders.twenty()
    report = build_report(dataclasses.replace(comparison, **changes), info, material)
    blocks = report.pages[0].blocks
    return report, {block.name: block for block in blocks if isinstance(block, Table)}


def test_what_several_tell_is_told_by_so_many_of_so_many():
    several = builders.twenty()[0].statements[0]
    _, tables = first_page(statements=(several,))
    assert tables["summary-shared"].title == "Told by several, in similar words (1)"
    assert tables["summary-shared"].rows[0][1].text.startswith("2 of 3: ")
    # Something like it in the third source does not make it told by all.
    alike = dataclasses.replace(several, missing=(), alike=several.missing)
    report, tables = first_page(statements=(alike,))
    assert tables["summary-shared"].rows[0][1].text.startswith("2 of 3: ")
    matrix = next(chart for chart in report.charts if chart.name == "claims-agreement")
    assert "0 of them in every source" in matrix.subtitle
    assert "dash: nothing like it found" in matrix.subtitle
    everyone = dataclasses.replace(several, missing=())
    _, tables = first_page(statements=(everyone,))
    assert tables["summary-shared"].title == "Told by all, in similar words (1)"


def test_blank_places_of_the_matrix_are_explained_only_where_there_are_any():
    def how(made):
        report = build_report(*made)
        return next(c.subtitle for c in report.charts if c.name == "claims-agreement")

    assert "Blank: did not write on that event" in how(builders.twenty())
    three = builders.made(("Daily Bridge", "River Post", "Town Crier"), 1)
    assert "did not write" not in how(three)


def test_only_what_nothing_like_was_found_to_is_one_sources_own():
    several, own = builders.twenty()[0].statements[:2]
    elsewhere = dataclasses.replace(own, missing=(), alike=own.missing)
    report, tables = first_page(statements=(several, own, elsewhere))
    assert tables["summary-alone"].title == "What only one has (1)"
    claims = next(page for page in report.pages if page.name == "claims")
    tables_there = [block for block in claims.blocks if isinstance(block, Table)]
    listed = next(table for table in tables_there if table.name == "claims-only-one")
    assert len(listed.rows) == 1
    report, tables = first_page(statements=(several, elsewhere))
    assert "something like it was found" in tables["summary-alone"].rows[0][0].text


def test_figures_are_said_to_be_compared_and_not_never_to_differ():
    agreeing = tuple(e for e in builders.twenty()[0].ledger if e.verdict == "agree")
    _, tables = first_page(ledger=agreeing[:3])
    (row,) = tables["summary-disputed"].rows
    assert "Of 3 subjects" in row[0].text
    assert "agree on 3 and differ on 0" in row[0].text
    _, tables = first_page(ledger=())
    assert "No figures were compared" in tables["summary-disputed"].rows[0][0].text


def test_measures_of_prose_lead_no_page_but_keep_their_section():
    comparison, info, material = builders.two()
    prose = "wording.length"
    columns = tuple(
        dataclasses.replace(column, leads=column.name != prose) for column in comparison.columns
    )
    contrasts = tuple(
        dataclasses.replace(contrast, low=8.0, high=10.0, difference=9.0, strength=9.0)
        if contrast.column == prose
        else contrast
        for contrast in comparison.contrasts
    )

    def largest(columns):
        changed = dataclasses.replace(comparison, columns=columns, contrasts=contrasts)
        report = build_report(changed, info, material)
        (chart,) = (chart for chart in report.charts if chart.kind == "contrasts")
        return {row.contrast.column for row in chart.data}, report

    assert prose in largest(comparison.columns)[0]
    shown, report = largest(columns)
    assert shown
    assert prose not in shown
    listed = next(b for b in report.pages[0].blocks if getattr(b, "kind", "") == "list")
    assert not any("entence length" in sentence.text for sentence in listed.sentences)
    section = next(page for page in report.pages if page.name == "wording")
    assert any(getattr(block, "name", "") == "wording-measures" for block in section.blocks)
