"""A folder in which divergence wrote is read as it was before: results are no articles."""

import pytest

from divergence.reading import read
from divergence.reading.own_output import FILES, FOLDERS, REASON
from divergence.reporting.write import OWN
from tests.test_cli import NORTH, SOUTH, call


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "north.txt").write_text(NORTH, encoding="utf-8")
    (tmp_path / "south.txt").write_text(SOUTH, encoding="utf-8")
    return tmp_path


def reasons(folder):
    return {one.path: one.reason for one in read(folder).rejections}


@pytest.mark.slow
def test_reports_and_tables_of_a_run_are_left_out(folder, monkeypatch):
    monkeypatch.chdir(folder)
    before = read(folder).articles
    for command in (
        ("report", ".", "--rounds", "20"),
        ("report", ".", "--rounds", "20", "--out", "."),
        ("measure", ".", "-o", "numbers.csv"),
        ("measure", ".", "-o", "numbers.jsonl"),
    ):
        result = call(*command)
        assert result.exit_code == 0, result.output
        assert "Used 2 articles" in result.output or "Wrote 2 articles" in result.output
    assert read(folder).articles == before
    assert reasons(folder) == {
        "numbers.csv": "a table of numbers that divergence wrote",
        "numbers.jsonl": "a table of numbers that divergence wrote",
        "report.html": REASON,
        "reports/report.html": REASON,
    }


@pytest.mark.slow
def test_tables_alone_are_known_too(folder):
    for formats in ("csv", "pdf,csv"):
        out = folder / formats.replace(",", "-")
        result = call("report", folder, "--format", formats, "--figures", "none", "--out", out)
        assert "Used 2 articles" in result.output, result.output
    assert [one.id for one in read(folder).articles] == ["north.txt", "south.txt"]
    assert set(reasons(folder).values()) == {REASON}


def test_all_that_a_report_writes_is_known():
    assert {name.split("/")[0] for name in OWN} == {*FILES, *FOLDERS}


def test_articles_beside_a_report_are_read(folder):
    (folder / "report.json").write_text('{\n "comparison": {\n  "cautions": []}}', encoding="utf-8")
    (folder / "tables").mkdir()
    (folder / "tables" / "measures.csv").write_text("name,text\na,b\n", encoding="utf-8")
    assert [one.id for one in read(folder).articles] == ["north.txt", "south.txt"]
    assert reasons(folder) == {"report.json": REASON}


def test_an_article_may_be_called_report(folder):
    (folder / "report.html").write_text(f"<p>{NORTH}</p>", encoding="utf-8")
    (folder / "tables").mkdir()
    (folder / "tables" / "east.txt").write_text("Rain fell on Wend.", encoding="utf-8")
    assert len(read(folder).articles) + len(read(folder).rejections) == 4
    assert REASON not in reasons(folder).values()


def test_a_report_given_for_articles_is_refused(folder):
    (folder / "report.json").write_text('{\n "comparison": {\n  "cautions": []}}', encoding="utf-8")
    assert [one.reason for one in read(folder / "report.json").rejections] == [REASON]
