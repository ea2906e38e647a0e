"""Every number below a figure leads to its sentences, and to no others."""

import re
from dataclasses import replace

import pytest

from divergence.comparing.measures.family_divergence import UNIT
from divergence.comparing.measures.measure_results import Parting
from divergence.comparing.noise_floor import FamilyDivergence
from divergence.comparing.words.word_results import KeyTerm
from divergence.config import Config
from divergence.reporting.build import build_report
from divergence.reporting.footnotes import EVERYWHERE
from divergence.reporting.html.article_index import ArticleIndex
from divergence.reporting.html.reader_links import Period, ReaderLinks
from divergence.reporting.html.shards import split_into_shards
from divergence.reporting.html.table_below_chart import OF_CHARTS, data_table_of
from divergence.reporting.report import Cell, Chart, Table
from divergence.runs import run
from divergence.types import Side
from tests.reporting import builders

FIRST = (
    "Northland's army may have lost 120 soldiers near Lenz, General Ada Roth said on Monday. "
    "Southland destroyed the bridge, she claimed, and perhaps the depot. "
    "“We will certainly hold the town,” Mayor Ivo Lenz said. "
    "The brutal attack shocked the town. Aid groups reported at least 40 injured."
)
SECOND = (
    "Southland said on Tuesday that its troops had taken the bridge near Lenz. "
    "About 200 Northland soldiers were killed, Southland's ministry said. "
    "The bridge was damaged. “Nobody knows what may come,” Mayor Ivo Lenz said. "
    "Officials in Northland denied the loss."
)


@pytest.fixture(scope="module")
def measured(tmp_path_factory):
    """Two short articles, measured and compared."""
    folder = tmp_path_factory.mktemp("articles")
    (folder / "bridge.txt").write_text(FIRST, encoding="utf-8")
    (folder / "river.txt").write_text(SECOND, encoding="utf-8")
    sides = (Side("Northland", ("Northland",)), Side("Southland", ("Southland",)))
    return run(folder, replace(Config(), sides=sides, rounds=50)).report


def reader_of(report):
    index = ArticleIndex(report)
    return ReaderLinks(index, split_into_shards(index))


def table(report, name):
    chart = next(chart for chart in report.charts if chart.name == name)
    return data_table_of(chart, report, reader_of(report))


def test_a_link_finds_exactly_the_places_that_were_counted(measured):
    reader = reader_of(measured)
    columns = {column.name: column for column in measured.comparison.columns}
    looked_at = 0
    for estimate in measured.comparison.estimates:
        column = columns[estimate.column]
        if column.feature in EVERYWHERE:
            continue
        articles = reader.counted_articles(column, estimate.source, estimate.voice)
        assert len(articles) == estimate.n_evidence, (column.name, estimate.source, estimate.voice)
        texts = " ".join(
            link.text for link in reader.to_column(column, estimate.source, estimate.voice)
        )
        assert sum(map(int, re.findall(r"(\d+) (?:place|sentence)", texts))) == estimate.n_evidence
        looked_at += estimate.n_evidence
    assert looked_at > 50


def test_a_key_term_leads_to_as_many_uses_as_were_counted(measured):
    reader = reader_of(measured)
    for term in measured.comparison.keyness:
        for source, n in ((term.source, term.count), (term.reference, term.count_reference)):
            texts = " ".join(link.text for link in reader.to_word(term.term, source))
            assert sum(map(int, re.findall(r": (\d+) use", texts))) == n, (term.term, source)


@pytest.mark.parametrize("made", ["two", "twenty", "single"])
def test_every_chart_has_its_numbers_and_every_number_that_counts_something_a_way(made, request):
    report = request.getfixturevalue(made)
    reader = reader_of(report)
    drawn = {chart.kind for chart in report.charts}
    assert drawn <= set(OF_CHARTS)
    for chart in report.charts:
        numbers = data_table_of(chart, report, reader)
        assert numbers.rows, chart.name
        for row in numbers.rows:
            assert len(row.cells) == len(numbers.head) == len(numbers.align)
            assert row.cells[0]
    assert {"multiples", "shares", "speakers"} <= drawn


def test_figures_of_the_ledger_lead_to_the_sentences_that_print_them(two):
    numbers = table(two, "claims-ledger")
    figures = [f for e in two.comparison.ledger if e.verdict != "only" for f in e.figures]
    assert len(numbers.rows) == len(figures)
    order = {article.article: place for place, article in enumerate(two.material)}
    assert [row.links[0].href for row in numbers.rows] == [
        f"#s{order[figure.at.article]}-{figure.at.sentence + 1}" for figure in figures
    ]


def test_words_given_to_a_side_lead_to_each_attribution_that_is_summed(two):
    numbers = table(two, "voices-sides")
    by_source_and_side = {(row.cells[0], row.cells[1]): row for row in numbers.rows}
    row = by_source_and_side["Daily Bridge", "Northland"]
    assert row.cells[2:] == ("9", "37.5%", "24", "1")
    assert [link.href for link in row.links] == ["#s0-1"]
    assert by_source_and_side["River Post", "speaker not named"].links[0].href == "#s1-3"


def test_a_speaker_leads_to_all_of_his_sentences(two):
    numbers = table(two, "voices-speakers")
    row = next(row for row in numbers.rows if row.cells[:2] == ("Mayor Ivo Lenz", "River Post"))
    assert row.cells[2:] == ("6", "1")
    assert [link.href for link in row.links] == ["#s1-3"]


def test_the_rows_behind_the_speakers_are_the_bars_of_the_chart(two):
    chart = next(chart for chart in two.charts if chart.name == "voices-speakers")
    rows = table(two, "voices-speakers").rows
    assert [row.cells[2] for row in rows] == [str(bar.words) for bar in chart.data]
    for row, bar in zip(rows, chart.data, strict=True):
        assert bar.name.startswith(row.cells[0])


def test_distances_stand_furthest_first_and_joins_name_whom_they_join(twenty):
    distances = table(twenty, "map-certainty")
    values = [float(row.cells[1]) for row in distances.rows]
    assert values == sorted(values, reverse=True)
    assert "150 more" in distances.more
    joins = table(twenty, "map-tree")
    assert len(joins.rows) == 19
    assert all(all(row.cells) for row in joins.rows)


def test_periods_in_which_coverage_parts_lead_to_what_was_written_in_them():
    comparison, info, articles = builders.two()
    day = articles[0].date
    apart = FamilyDivergence(
        *("Daily Bridge", "River Post", "certainty", 0.6, UNIT),
        *(0.3, 0.5, 2.0, 0.01, 0.02, 3, 1, "sentences", ()),
    )
    rare = Parting(day, day, apart)
    common = Parting(day, day, replace(apart, p=0.4, ratio=9.0))
    report = build_report(replace(comparison, partings=(common, rare)), info, articles)
    cells = (Cell("when"),) * 5
    table = Table("partings", "", "", ("",) * 5, (0.2,) * 5, ("left",) * 5, (cells,))
    (row,) = data_table_of(table, report, reader_of(report)).rows
    assert row.cells[3:] == ("0.60", "0.30", "0.01")
    (link,) = row.links
    assert link.text == "Daily Bridge", "the other article is of another day"
    assert f"from={day}&to={day}" in link.href
    assert "family=certainty" in link.href


def test_days_lead_to_their_articles(two):
    numbers = table(two, "time")
    assert [(row.cells[0], row.cells[2]) for row in numbers.rows] == [
        ("Daily Bridge", "1"),
        ("River Post", "1"),
    ]
    assert [row.links[0].href for row in numbers.rows] == ["#s0-1", "#s1-1"]


def test_a_period_counts_only_its_own_days(two):
    reader = reader_of(two)
    column = next(c for c in two.comparison.columns if c.name == "hedging.rate")
    day = two.material[0].date
    assert reader.counted_articles(column, "Daily Bridge", "all", Period(day, day)) == [0]
    before = Period(day.replace(day=1), day.replace(day=2))
    assert reader.counted_articles(column, "Daily Bridge", "all", before) == []


def test_a_word_is_found_whole_in_any_case_and_over_any_space():
    comparison, info, articles = builders.two()
    text = (
        "Aid groups came. The aid\tgroups (AID GROUPS!) left; paid groups stayed, aid_groups too."
    )
    article = replace(
        articles[0], text=text, sentences=(replace_span(text),), evidence=(), spoken=()
    )
    report = build_report(comparison, info, (article, articles[1]))
    links = reader_of(report).to_word("aid groups", "Daily Bridge")
    assert [link.text for link in links] == ["Daily Bridge: 3 uses"]


def replace_span(text):
    return type(builders.spans()[0])(0, len(text))


def test_a_possessive_is_found_in_either_apostrophe(two):
    comparison, info, articles = builders.two()
    text = "Roth's plan and Lenz’s plan: the town'saved, it’s said."
    article = replace(
        articles[0], text=text, sentences=(replace_span(text),), evidence=(), spoken=()
    )
    report = build_report(comparison, info, (article, articles[1]))
    assert [link.text for link in reader_of(report).to_word("'s", "Daily Bridge")] == [
        "Daily Bridge: 3 uses"
    ]


def test_words_that_look_like_patterns_are_only_words(two):
    term = KeyTerm("Daily Bridge", "River Post", "(a+)+$", 1.0, 2.0, 1, 0, 1, 0)
    chart = Chart("wording-keyness", "keyness", "", "", (term,))
    (row,) = data_table_of(chart, two, reader_of(two)).rows
    assert row.cells[0] == "(a+)+$"
    assert row.links == ()


def test_long_lists_of_sentences_are_cut_and_say_so(two):
    reader = reader_of(two)
    article = two.material[0].article
    links = reader.to_sentences([(article, n % 4) for n in range(40)])
    assert len(links) == 4, "the same sentence is named once"
    assert reader.to_sentence(article, 99) == ()
    assert reader.to_sentence("unknown", 0) == ()
