"""What a researcher writes, checked by mypy --strict and never run: a change of type shows here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, assert_type

import pandas as pd

import divergence
from divergence import (
    Article,
    Comparison,
    Corpus,
    Document,
    Evidence,
    Explanation,
    Feature,
    FeatureTable,
    FigureSettings,
    Lexicon,
    Report,
    Side,
    Span,
    TextFeatures,
    annotate,
    build_report,
    cite,
    compare,
    explain,
    figures,
    hedging,
    measure,
    propose_sides,
    quotation,
    read,
    sentiment,
    write_report,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc


def whole_way(folder: Path) -> tuple[Path, ...]:
    corpus = read(folder)
    assert_type(corpus, Corpus)
    sides = [Side("North", ("North", "Northern"))]
    table = measure(corpus, sides=sides, progress=True)
    assert_type(table, FeatureTable)
    comparison = compare(table, by="leaning", within="none", reference="left", rounds=100)
    assert_type(comparison, Comparison)
    report = build_report(comparison, table, by="leaning", title="The bridge")
    assert_type(report, Report)
    assert_type(cite(report, style="text"), str)
    drawn = FigureSettings(("svg", "pdf"), look="slides")
    return write_report(report, folder / "out", formats=["pdf", "json"], drawn=drawn)


def numbers(text: str | Article | Document) -> float:
    assert_type(hedging.rate(text), float)
    assert_type(hedging.find(text), list[Evidence])
    assert_type([figure.low for figure in figures.extract(text)], list[float])
    assert_type(hedging.FEATURE, Feature)
    north = (Side("North", ("North",)),)
    return sentiment.toward(text, "North", sides=north, voice="reporter") + quotation.words_given(
        text, "North", sides=list(north)
    )


def columns(df: pd.DataFrame) -> pd.DataFrame:
    table = measure(df["text"], features=["hedging", "quotation"])
    frame = table.to_frame()
    assert_type(frame, pd.DataFrame)
    assert_type(table.to_tidy(), pd.DataFrame)
    assert_type(table.to_parquet("table.parquet"), Path)
    assert_type(table.units, dict[str, str])
    assert_type(table.reasons, tuple[str, ...])
    return pd.concat([df, frame], axis=1)


def streams(lines: Iterator[str | None], mine: Lexicon) -> FeatureTable:
    return measure(lines, features=["hedging", mine, hedging.FEATURE], keep="numbers")


def neighbors(doc: Doc) -> Doc:
    document = annotate(doc, sides=propose_sides([Article("1", "Post", "It rained.")]))
    assert_type(document, Document)
    assert_type(document.characters(Span(0, 1)), Span)
    return document.doc


def explained() -> Explanation:
    found = explain("It may rain.", features=["hedging"])
    assert_type(found, Explanation)
    assert_type(found.numbers[0].value, float | None)
    assert_type(found.to_frame(), pd.DataFrame)
    explain(Path("article.txt"))
    return found


def estimators() -> TextFeatures:
    return TextFeatures(["hedging"], voice="reporter", n_jobs=2).fit(["It may rain."])


def errors() -> str:
    try:
        read("nowhere")
    except divergence.DivergenceError as error:
        assert_type(error.exit_code, int)
        return str(error)
    return divergence.__version__
