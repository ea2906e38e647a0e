import csv
import json
import math
from datetime import date

import pytest

from divergence.counting.declaration import Measure
from divergence.counting.tally import tally
from divergence.errors import OutputError, UsageError
from divergence.measuring.table import FeatureTable, header, row, rows
from divergence.measuring.writing import check, write

RATE = Measure("made.rate", "Hedges", "per 100 words", "higher: more", "words", scale=100.0)


@pytest.fixture
def table(document, feature, finder):
    made = [feature(finder(may="x"), RATE)]
    tallies = [
        tally(document(["It may rain , or not ."], article="=1+1", source="A,\n“B”"), made),
        tally(document(["Nothing here ."], article="b", source="@x"), made),
    ]
    return FeatureTable(tallies[0].columns, tuple(tallies))


def test_row_has_the_cells_of_the_header(table):
    first = row(table.tallies[0])
    assert list(first) == header(table.columns)
    assert first["made.rate"] == first["made.rate|reporter"] == 20.0
    assert math.isnan(first["made.rate|quoted"])
    assert first["date"] == ""


def test_frame_has_one_row_an_article(table):
    frame = table.to_frame()
    assert list(frame.columns) == header(table.columns)
    assert frame["words"].tolist() == [5, 2]
    assert frame["made.rate|quoted"].isna().all()


def test_csv_round_trip_with_empty_cells_and_harmless_text(table, tmp_path):
    target = tmp_path / "out.csv"
    assert write(table.rows(), target, header=header(table.columns)) == 2
    with target.open(encoding="utf-8", newline="") as stream:
        read = list(csv.DictReader(stream))
    assert read[0]["article"] == "'=1+1"
    assert read[0]["source"] == "A,\n“B”"
    assert read[1]["source"] == "'@x"
    assert read[0]["made.rate|quoted"] == ""
    assert float(read[0]["made.rate"]) == 20.0


@pytest.mark.parametrize("text", ["-1 and", "\tx", " =1", "\n=1", "\u00a0=1"])
def test_no_text_of_a_table_starts_a_formula(document, feature, finder, tmp_path, text):
    counted = tally(document(["It may rain ."], article=text), [feature(finder(may="x"), RATE)])
    made = FeatureTable(counted.columns, (counted,))
    target = tmp_path / "out.csv"
    write(made.rows(), target, header=header(made.columns))
    with target.open(encoding="utf-8", newline="") as stream:
        (read,) = csv.DictReader(stream)
    assert read["article"] == f"'{text}"


def test_json_lines_have_null_for_undefined(table, tmp_path):
    target = tmp_path / "out.JSONL"
    write(table.rows(), target, header=header(table.columns))
    read = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    assert read[0]["made.rate|quoted"] is None
    assert read[0]["article"] == "=1+1"


def test_parquet_round_trip(table, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    target = tmp_path / "out.parquet"
    write(table.rows(), target, header=header(table.columns))
    read = parquet.read_table(target).to_pylist()
    assert read[0]["made.rate"] == 20.0
    assert read[0]["made.rate|quoted"] is None
    assert [each["words"] for each in read] == [5, 2]


def test_parquet_of_many_rows_comes_in_groups(table, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    target = tmp_path / "out.parquet"
    many = (each for each in table.tallies[:1] * 1201)
    assert write(rows(many), target, header=header(table.columns)) == 1201
    assert parquet.ParquetFile(target).num_row_groups == 3


@pytest.mark.parametrize("name", ["out.xlsx", "out", "csv"])
def test_unknown_endings_name_the_known_ones(name, tmp_path, table):
    with pytest.raises(UsageError, match=r"\.csv, \.jsonl, \.parquet"):
        write(table.rows(), tmp_path / name, header=header(table.columns))
    assert list(tmp_path.iterdir()) == []


def test_parquet_without_pyarrow_names_the_extra(tmp_path, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(UsageError, match=r"narrative-divergence\[parquet\]"):
        check(tmp_path / "out.parquet")


def test_a_failing_row_leaves_the_earlier_file_and_no_rubbish(table, tmp_path):
    target = tmp_path / "out.csv"
    target.write_text("earlier")

    def failing():
        yield from table.rows()
        raise RuntimeError("stop")

    with pytest.raises(RuntimeError):
        write(failing(), target, header=header(table.columns))
    assert target.read_text() == "earlier"
    assert [path.name for path in tmp_path.iterdir()] == ["out.csv"]


def test_missing_folder_is_said_before_any_work(table, tmp_path):
    with pytest.raises(OutputError, match="no folder"):
        write(table.rows(), tmp_path / "none" / "out.csv", header=header(table.columns))
    folder = tmp_path / "x.csv"
    folder.mkdir()
    with pytest.raises(OutputError, match="is a folder"):
        check(folder)


def test_same_rows_same_bytes(table, tmp_path):
    for name in ("a.csv", "b.csv"):
        write(table.rows(), tmp_path / name, header=header(table.columns))
    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()


def test_dates_are_written_as_iso(document, feature, finder):
    from dataclasses import replace

    text = document(["It may ."])
    dated = replace(text, article=replace(text.article, date=date(2024, 3, 9)))
    assert row(tally(dated, [feature(finder(), RATE)]))["date"] == "2024-03-09"
