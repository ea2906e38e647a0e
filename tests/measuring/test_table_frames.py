"""Tables for other programs: tidy, with units and reasons, and as Parquet."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest

from divergence.errors import OutputError, UsageError
from divergence.measuring.measure import measure
from divergence.measuring.table import FeatureTable
from divergence.types import Side

SIDES = (Side("Norland", ("Norland",)), Side("Sudmark", ("Sudmark",)))


@pytest.fixture(scope="module")
def table() -> FeatureTable:
    texts = pd.Series(
        ["Norland may shell Sudmark. “We might win,” said Ada Lin.", None, "It rained."],
        index=["b", "a", "b"],
    )
    return measure(texts, features=["hedging", "agency"], sides=SIDES)


def test_tidy_is_the_wide_table_number_by_number(table: FeatureTable) -> None:
    wide, tidy = table.to_frame(), table.to_tidy()
    assert len(tidy) == len(table) * len(table.columns) * 3
    for column in table.columns:
        name = column.name.partition("[")[0]
        for voice in ("all", "reporter", "quoted"):
            there = column.name if voice == "all" else f"{column.name}|{voice}"
            mine = tidy[
                (tidy.measure == name) & (tidy.side == (column.side or "")) & (tidy.voice == voice)
            ]
            pd.testing.assert_series_equal(mine["value"], wide[there], check_names=False)
            assert set(mine["unit"]) == {column.unit}
            assert set(mine["feature"]) == {column.feature}


def test_every_number_is_its_sums_or_has_a_reason(table: FeatureTable) -> None:
    tidy = table.to_tidy()
    scale = {"hedging.rate": 100.0, "agency.agent": 1.0, "agency.patient": 100.0}
    again = tidy.numerator / tidy.denominator * tidy.measure.map(scale)
    defined = tidy.value.notna()
    assert (tidy.denominator[~defined] == 0).all()
    assert again[defined].to_numpy() == pytest.approx(tidy.value[defined].to_numpy())
    assert ((tidy.reason == "") == defined).all()
    assert set(tidy.reason[tidy.index == "a"]) == {"the text is missing"}
    assert (
        "nothing to divide by: no words in the quoted voice"
        in tidy.reason[tidy.index == "b"].values
    )


def test_units_and_versions_come_with_the_frames(table: FeatureTable) -> None:
    for frame in (table.to_frame(), table.to_tidy()):
        assert frame.attrs["units"]["hedging.rate"] == "per 100 words"
        assert frame.attrs["versions"]["hedging"] >= 1
    assert table.units == table.to_frame().attrs["units"]


def test_parquet_has_units_and_comes_back(table: FeatureTable, tmp_path: Path) -> None:
    path = table.to_parquet(tmp_path / "table.parquet")
    back = pd.read_parquet(path)
    pd.testing.assert_frame_equal(back, table.to_frame())
    assert back.attrs == table.to_frame().attrs
    field = pq.read_schema(path).field("agency.agent[Norland]|quoted")
    assert field.metadata[b"unit"] == b"share of the side's roles in clauses"


def test_an_empty_table_is_parquet_too(tmp_path: Path) -> None:
    table = measure([], features=["hedging"])
    back = pd.read_parquet(table.to_parquet(tmp_path / "none.parquet"))
    assert back.dtypes.tolist() == table.to_frame().dtypes.tolist()


def test_parquet_says_what_is_wrong(
    table: FeatureTable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(UsageError, match=r"writes \.parquet"):
        table.to_parquet(tmp_path / "table.csv")
    with pytest.raises(OutputError, match="create it first"):
        table.to_parquet(tmp_path / "none" / "table.parquet")
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(UsageError, match=r'pip install "narrative-divergence\[parquet\]"'):
        table.to_parquet(tmp_path / "table.parquet")
    assert list(tmp_path.iterdir()) == []
