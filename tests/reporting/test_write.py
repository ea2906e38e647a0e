import os
from pathlib import Path

import pytest

from divergence.errors import OutputError, UsageError
from divergence.reporting import write
from divergence.reporting.figure_files import FigureSettings
from divergence.reporting.write import check_output, write_report


@pytest.fixture
def light(monkeypatch):
    """Renderers that cost nothing."""
    monkeypatch.setattr(write.pdf_document, "render", lambda report: b"pdf of " + report)
    pages = {"report.html": b"html", "report-articles/001.html": b"articles"}
    monkeypatch.setattr(write.html_page, "render", lambda report: pages)
    monkeypatch.setattr(
        write.figure_files,
        "render",
        lambda report, drawn: {f"01-a.{kind}": b"png of " + report for kind in drawn.kinds},
    )
    monkeypatch.setattr(write.csv_tables, "render", lambda report: {"estimates.csv": b"csv"})
    monkeypatch.setattr(write.report_json, "render", lambda report: b"json of " + report)


def contents(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_all_files_appear_and_nothing_else(light, tmp_path):
    written = write_report(b"first", tmp_path / "new" / "out")
    names = [path.name for path in written]
    assert names == [
        "report.pdf",
        "report.json",
        "estimates.csv",
        "report.html",
        "001.html",
        "01-a.png",
    ]
    assert contents(tmp_path / "new" / "out") == {
        "figures/01-a.png": b"png of first",
        "report-articles/001.html": b"articles",
        "report.html": b"html",
        "report.json": b"json of first",
        "report.pdf": b"pdf of first",
        "tables/estimates.csv": b"csv",
    }


def test_an_earlier_report_is_replaced_and_other_files_stay(light, tmp_path):
    (tmp_path / "figures").mkdir()
    (tmp_path / "figures" / "07-old.png").write_bytes(b"old")
    (tmp_path / "figures" / "mine.png").write_bytes(b"mine")
    (tmp_path / "report-articles").mkdir()
    (tmp_path / "report-articles" / "007.html").write_bytes(b"old")
    (tmp_path / "report-articles" / "2026.html").write_bytes(b"mine")
    write_report(b"first", tmp_path)
    write_report(b"second", tmp_path)
    assert contents(tmp_path) == {
        "figures/01-a.png": b"png of second",
        "figures/mine.png": b"mine",
        "report-articles/001.html": b"articles",
        "report-articles/2026.html": b"mine",
        "report.html": b"html",
        "report.json": b"json of second",
        "report.pdf": b"pdf of second",
        "tables/estimates.csv": b"csv",
    }


def test_no_figure_and_no_table_of_an_earlier_report_passes_for_the_new_one(light, tmp_path):
    many = FigureSettings(("png", "svg"))
    write_report(b"first", tmp_path, drawn=many)
    (tmp_path / "figures" / "07-old.pdf").write_bytes(b"old")
    (tmp_path / "figures" / "107-old.svg").write_bytes(b"old")
    mine = ("figures/mine.png", "figures/1-mine.png", "tables/mine.csv", "report-mine.html")
    for name in mine:
        (tmp_path / name).write_bytes(b"mine")
    write_report(b"second", tmp_path, formats=("json",), drawn=FigureSettings(()))
    assert contents(tmp_path) == {"report.json": b"json of second"} | dict.fromkeys(mine, b"mine")
    assert not (tmp_path / "report-articles").exists()


@pytest.mark.parametrize("at", range(1, 7))
def test_a_move_that_fails_halfway_is_taken_back(light, tmp_path, monkeypatch, at):
    write_report(b"first", tmp_path)
    (tmp_path / "figures" / "07-old.png").write_bytes(b"old")
    (tmp_path / "report.html").unlink()
    before = contents(tmp_path)
    replace, calls = os.replace, []

    def stopped(source, target):
        calls.append(target)
        if len(calls) == at:
            raise PermissionError(13, "Permission denied")
        replace(source, target)

    monkeypatch.setattr(os, "replace", stopped)
    with pytest.raises(OutputError, match="Permission denied"):
        write_report(b"second", tmp_path)
    assert contents(tmp_path) == before


def test_an_earlier_report_that_cannot_be_removed_stays_whole(light, tmp_path, monkeypatch):
    write_report(b"first", tmp_path)
    before = contents(tmp_path)

    def held(path, missing_ok=False):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "unlink", held)
    with pytest.raises(OutputError):
        write_report(b"second", tmp_path, drawn=FigureSettings(()))
    assert contents(tmp_path) == before


def test_a_full_disk_leaves_the_earlier_report_whole(light, tmp_path, monkeypatch):
    write_report(b"first", tmp_path)
    before = contents(tmp_path)

    def full(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="No space left on device; choose another folder"):
        write_report(b"second", tmp_path)
    assert contents(tmp_path) == before


def test_a_renderer_that_fails_leaves_the_earlier_report_whole(light, tmp_path, monkeypatch):
    write_report(b"first", tmp_path)
    before = contents(tmp_path)

    def broken(report):
        raise RuntimeError("drawing failed")

    monkeypatch.setattr(write.report_json, "render", broken)
    with pytest.raises(RuntimeError):
        write_report(b"second", tmp_path)
    assert contents(tmp_path) == before


def test_a_file_in_the_way_is_one_line(light, tmp_path):
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(OutputError) as caught:
        write_report(b"first", tmp_path / "taken")
    assert "\n" not in str(caught.value)
    with pytest.raises(OutputError, match="is a file"):
        check_output(tmp_path / "taken" / "below")


def test_an_unwritable_folder_is_found_before_the_work(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with pytest.raises(OutputError, match="not writable"):
        check_output(tmp_path / "out")


def test_checking_makes_nothing(tmp_path):
    check_output(tmp_path / "a" / "b")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["report.json", "report.html", "report.pdf"])
def test_a_file_of_somebody_else_is_not_replaced(tmp_path, name):
    (tmp_path / name).write_text('{"mine": 1}')
    with pytest.raises(OutputError, match=rf"{name} there would be replaced"):
        check_output(tmp_path)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("report.json", '{\n "comparison": {\n'),
        ("report.html", '<meta name="generator" content="divergence 1.0">'),
        ("report.pdf", "%PDF-1.4 << /Creator (divergence 1.0) >>"),
    ],
)
def test_an_earlier_report_may_be_replaced(tmp_path, name, data):
    (tmp_path / name).write_text(data)
    check_output(tmp_path)


def test_unknown_formats_are_named(light, tmp_path):
    with pytest.raises(UsageError, match="unknown format 'pfd'; did you mean 'pdf'"):
        write_report(b"first", Path(tmp_path), formats=("pfd",))
