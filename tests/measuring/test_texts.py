"""Texts in whatever holds them: rows never shift, and what is no text is named by its place."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from divergence.errors import UsageError
from divergence.features import hedging
from divergence.measuring.measure import measure
from divergence.measuring.table import FeatureTable
from divergence.text.annotate import annotate
from divergence.types import Article, Corpus, Rejection, Side

TEXTS = ["It may rain.", "It rained all day.", "Perhaps it may snow."]
RATES = [100 / 3, 0.0, 50.0]


def rates(table: FeatureTable) -> list[float]:
    return [round(number, 6) for number in table.to_frame()["hedging.rate"]]


@pytest.mark.parametrize(
    "texts",
    [
        TEXTS,
        tuple(TEXTS),
        iter(TEXTS),
        (text for text in TEXTS),
        np.array(TEXTS),
        np.array(TEXTS, dtype=object),
        pd.Series(TEXTS),
        pd.Series(TEXTS, dtype=object),
        pd.Series(TEXTS, dtype="string"),
        pd.Series(TEXTS, dtype="category"),
        pd.Index(TEXTS),
        [annotate(text) for text in TEXTS],
        [Article(str(n), "Post", text) for n, text in enumerate(TEXTS)],
        Corpus(tuple(Article(str(n), "Post", text) for n, text in enumerate(TEXTS)), ()),
    ],
    ids=lambda texts: type(texts).__name__,
)
def test_every_holder_gives_the_same_numbers(texts: object) -> None:
    table = measure(texts, features=["hedging"])  # type: ignore[arg-type]
    assert rates(table) == pytest.approx(RATES)
    assert table.reasons == ("", "", "")


@pytest.mark.parametrize(
    "index",
    [
        pd.Index(["b", "a", "b"]),
        pd.Index([7, 7, 7]),
        pd.MultiIndex.from_tuples([("x", 1), ("x", 2), ("x", 1)], names=["outlet", "day"]),
        pd.Index([np.nan, 1.0, np.nan]),
    ],
    ids=["names", "duplicates", "levels", "nan"],
)
def test_the_index_is_kept(index: pd.Index) -> None:
    df = pd.DataFrame({"text": TEXTS, "source": ["p", "q", "r"]}, index=index)
    frame = measure(df["text"], features=["hedging"]).to_frame()
    assert frame.index.equals(index)
    assert frame.index.names == index.names
    beside = pd.concat([df, frame], axis=1)
    assert beside["text"].tolist() == TEXTS
    assert beside["hedging.rate"].round(6).tolist() == pytest.approx(RATES)
    df[["rate"]] = frame[["hedging.rate"]]
    assert df["rate"].round(6).tolist() == pytest.approx(RATES)


def test_a_frame_joins_by_its_labels() -> None:
    df = pd.DataFrame({"text": TEXTS, "source": "p", "date": "2023"}, index=["c", "a", "b"])
    joined = df.join(measure(df["text"], features=["hedging"]).to_frame())
    assert joined["hedging.rate"].round(6).tolist() == pytest.approx(RATES)


@pytest.mark.parametrize(
    "missing", [None, float("nan"), np.nan, np.float32("nan"), pd.NA, pd.NaT], ids=repr
)
def test_a_missing_text_is_a_row_of_nan(missing: object) -> None:
    given = [TEXTS[0], missing, TEXTS[1], "", " \n", TEXTS[2]]
    for texts in (given, pd.Series(given, dtype=object)):
        table = measure(texts, features=["hedging"])  # type: ignore[arg-type]
        frame = table.to_frame()
        assert table.reasons == (
            "", "the text is missing", "", "the text is empty", "the text is empty", "",
        )  # fmt: skip
        assert frame["words"].tolist() == [3, 0, 4, 0, 0, 4]
        numbers = frame["hedging.rate"].tolist()
        assert [math.isnan(number) for number in numbers] == [
            False, True, False, True, True, False,
        ]  # fmt: skip
        assert [numbers[0], numbers[2], numbers[5]] == pytest.approx(RATES)


def test_a_column_of_nothing_but_missing_texts_is_no_error() -> None:
    frame = measure(pd.Series([None, np.nan]), features=["hedging"]).to_frame()
    assert frame.shape == (2, 4)
    assert frame["hedging.rate"].isna().all()


def test_missing_documents_leave_the_sides_alone() -> None:
    sides = (Side("Norland", ("Norland",)),)
    documents = [None, annotate("Norland won.", sides=sides)]
    table = measure(documents, features=["agency"])
    assert table.columns[0].name == "agency.agent[Norland]"
    assert table.sides == sides
    assert len(table) == 2


@pytest.mark.parametrize("texts", [[], (), pd.Series([], dtype=object), np.array([]), iter(())])
def test_no_texts_give_columns_of_their_types(texts: object) -> None:
    sides = [Side("Norland", ("Norland",))]
    table = measure(texts, features=["hedging", "agency"], sides=sides)  # type: ignore[arg-type]
    frame, tidy = table.to_frame(), table.to_tidy()
    assert len(frame) == len(tidy) == 0
    assert frame["words"].dtype == np.int64
    assert frame["hedging.rate"].dtype == tidy["value"].dtype == np.float64
    assert "agency.agent[Norland]" in frame.columns
    filled = measure(["It may rain."], features=["hedging", "agency"], sides=sides)
    assert tidy.columns.tolist() == filled.to_tidy().columns.tolist()
    if not isinstance(texts, pd.Series):
        assert frame.columns.tolist() == filled.to_frame().columns.tolist()
        assert frame.dtypes.tolist() == filled.to_frame().dtypes.tolist()


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        ([TEXTS[0], 5], r"text 1 \(counted from 0\) is int"),
        ([TEXTS[0], b"It rained."], r"is bytes.*decode it first"),
        ([Path("a.txt")], r"is \w*Path.*read it first"),
        ([{"text": "It rained."}], "is dict.*make an Article"),
        ([["It rained."]], "is list"),
        ([Rejection("a.pdf", "not read")], "is Rejection.*articles alone"),
        ([True], "is bool"),
        ([annotate("It rained.").doc], "is Doc.*annotate it first"),
        (pd.Series([TEXTS[0], 5], index=["a", "b"]), "text 1 .*index label 'b'"),
        ("It may rain.", "several texts"),
        (b"It may rain.", "several texts"),
        (Path("seeds"), "not a path; read it"),
        ({"a": "It rained."}, r"not a dict; give its values\(\)"),
        ({"It rained."}, "a set has none; give a list"),
        (5, "not int"),
        (pd.DataFrame({"body": TEXTS, "id": 1}), r"one column.*columns are body, id"),
        (np.array([TEXTS]), r"one column.*shape \(1, 3\)"),
        (np.array("It rained."), r"one column.*shape \(\)"),
    ],
)
def test_what_is_no_text_is_named(texts: object, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        measure(texts, features=["hedging"])  # type: ignore[arg-type]


def test_texts_are_read_a_few_at_a_time() -> None:
    read = []

    def endless() -> Iterator[str]:
        for number in range(1000):
            read.append(number)
            yield "It may rain." if number < 100 else b""  # type: ignore[misc]

    with pytest.raises(UsageError, match="text 100 "):
        measure(endless(), features=["hedging"])
    assert len(read) == 101


def test_plain_texts_keep_their_sums_alone() -> None:
    table = measure(TEXTS, features=["hedging"])
    assert table.kept is None
    assert all(tally.counts.shape[0] == 1 and not tally.evidence for tally in table.tallies)
    articles = [Article(str(n), "Post", text) for n, text in enumerate(TEXTS)]
    assert measure(articles, features=["hedging"], keep="numbers").kept is None
    whole = measure(articles, features=["hedging"])
    assert whole.kept is not None
    assert len(whole.kept.digests) == len(whole.kept.material) == 3
    assert repr(whole) == "<FeatureTable: 3 texts, 1 column>"
    with pytest.raises(UsageError, match="unknown keep"):
        measure(TEXTS, keep="all")  # type: ignore[arg-type]


def test_rejections_of_a_corpus_are_kept() -> None:
    rejection = Rejection("scan.pdf", "not read")
    table = measure(Corpus((Article("a", "Post", TEXTS[0]),), (rejection,)), features=["hedging"])
    assert table.kept is not None
    assert table.kept.rejections == (rejection,)


def test_progress_is_shown_when_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    measure(TEXTS, features=["hedging"])
    assert capsys.readouterr().err == ""
    measure(TEXTS, features=["hedging"], progress=True)
    shown = capsys.readouterr()
    assert "3/3" in shown.err
    assert shown.out == ""


def test_features_of_ones_own_are_measured() -> None:
    from dataclasses import replace

    mine = replace(
        hedging.FEATURE,
        name="mine",
        measures=(replace(hedging.FEATURE.measures[0], name="mine.rate"),),
    )
    frame = measure(TEXTS, features=["hedging", mine]).to_frame()
    assert frame["mine.rate"].tolist() == frame["hedging.rate"].tolist()
    with pytest.raises(UsageError, match="list of names"):
        measure(TEXTS, features="hedging")
    with pytest.raises(UsageError, match="not int"):
        measure(TEXTS, features=[1])  # type: ignore[list-item]
