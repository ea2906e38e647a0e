"""Articles made from rows of a table: what is missing there, and what is of another type."""

from __future__ import annotations

from datetime import date, datetime

import numpy as np
import pandas as pd
import pytest

from divergence.comparing.compare import compare
from divergence.errors import InputError, UsageError
from divergence.estimators import TextFeatures
from divergence.measuring.measure import measure
from divergence.measuring.table_articles import settled
from divergence.runs import build_report
from divergence.text.annotate import annotate
from divergence.types import Article, Side

TEXT = "The ferry may be late. It was late on Monday."


def of(*articles: Article):
    return measure(articles, features=["hedging"])


def test_a_table_with_gaps_becomes_articles_and_a_comparison() -> None:
    df = pd.DataFrame(
        {
            "text": [TEXT, "The ferry left.", None, TEXT + " Perhaps."],
            "outlet": ["Post", "Times", "Post", "Times"],
            "title": ["Ferry late", None, np.nan, pd.NA],
            "date": pd.to_datetime(
                ["2023-05-01 06:00", None, "2023-05-02", "2023-05-03"], format="ISO8601"
            ),
            "year": [2023, np.nan, 2023, 2024],
        }
    )
    articles = [
        Article(f"a{n}", row.outlet, row.text, row.title, row.date, metadata={"year": row.year})
        for n, row in enumerate(df.itertuples())
    ]
    table = of(*articles)
    assert table.reasons == ("", "", "the text is missing", "")
    frame = table.to_frame()
    assert frame["article"].tolist() == ["a0", "a1", "a2", "a3"]
    assert frame["source"].tolist() == ["Post", "Times", "Post", "Times"]
    assert frame["title"].tolist() == ["Ferry late", "", "", ""]
    assert frame["date"].tolist() == ["2023-05-01", "", "2023-05-02", "2023-05-03"]
    compared = compare(table, rounds=10)
    assert [(one.source, one.n_articles) for one in compared.sources] == [("Post", 1), ("Times", 2)]
    assert compared.sources[0].last == date(2023, 5, 1)
    years = compare(table, by="year", rounds=10)
    assert [one.source for one in years.sources] == ["2023.0", "2024.0"]


@pytest.mark.parametrize("empty", ["", " \n", "* * *", None, np.nan])
def test_an_article_without_words_is_none_of_its_source(empty: object) -> None:
    here, there = Article("1", "Post", TEXT), Article("2", "Times", "The ferry left.")
    gap = Article("3", "Post", empty, path="gap.txt")  # type: ignore[arg-type]
    table = of(here, gap, there)
    assert table.to_frame()["article"].tolist() == ["1", "3", "2"]
    assert table.reasons[1]
    compared, without = compare(table, rounds=20), compare(of(here, there), rounds=20)
    assert compared.sources == without.sources
    assert repr(compared.estimates) == repr(without.estimates)
    assert repr(compared.contrasts) == repr(without.contrasts)
    report = build_report(compared, table)
    assert [(one.path, one.reason) for one in report.info.rejections] == [
        ("gap.txt", table.reasons[1])
    ]
    assert (report.info.n_in, report.info.n_used) == (3, 2)


def test_nothing_but_empty_articles_is_nothing_to_compare() -> None:
    sides = (Side("Norland", ("Norland",)),)
    for table in (of(Article("1", "Post", "")), measure([annotate("", sides=sides)])):
        assert len(table) == 1
        with pytest.raises(InputError, match="no article"):
            compare(table)
    assert table.sides == sides
    assert "agency.agent[Norland]" in table.units


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"id": 7}, r"text 1 \(counted from 0\): its id is int, not a str; write str\(7\)"),
        ({"source": None}, "its source is missing.*give every article one"),
        ({"source": np.nan}, "its source is missing"),
        ({"text": 3}, "its text is int, not a str"),
        ({"text": b"It rained."}, "its text is bytes"),
        ({"title": 3}, "its title is int"),
        ({"event": ["flood"]}, "its event is list"),
        ({"date": "2023-05-01"}, r"its date is str.*pandas.Timestamp\(...\).date\(\)"),
        ({"metadata": "left"}, "its metadata is str, not a dict"),
    ],
)
def test_a_field_of_another_type_is_named_with_its_place(
    changes: dict[str, object], words: str
) -> None:
    wrong = Article(**{"id": "2", "source": "Post", "text": TEXT, **changes})  # type: ignore[arg-type]
    with pytest.raises(UsageError, match=words):
        of(Article("1", "Post", TEXT), wrong)
    with pytest.raises(ValueError, match=words):
        TextFeatures(["hedging"]).fit_transform([TEXT, wrong])


def test_an_article_in_order_stays_itself() -> None:
    article = Article("1", "Post", TEXT, date=date(2023, 5, 1), metadata={"year": "2023"})
    assert settled(article) is article
    assert settled(Article("1", "Post", TEXT, date=datetime(2023, 5, 1, 6))).date == date(
        2023, 5, 1
    )
    document = annotate(Article("1", "Post", TEXT, date=pd.Timestamp("2023-05-01 06:00")))
    assert of(document).to_frame()["date"].tolist() == ["2023-05-01"]  # type: ignore[arg-type]


def test_a_text_of_another_type_is_refused_at_every_door() -> None:
    with pytest.raises(UsageError, match="the text of article '1' is float, not a str"):
        annotate(Article("1", "Post", float("nan")))  # type: ignore[arg-type]


def test_features_taken_per_side_need_sides() -> None:
    with pytest.raises(UsageError, match=r"agency: taken per side only.*give sides="):
        measure([TEXT], features=["agency"])
