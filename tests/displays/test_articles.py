"""Displays of the articles themselves: when they appeared, and whom they let speak."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest
from matplotlib.figure import Figure

from divergence.displays import SpeakersDisplay, TimelineDisplay
from divergence.errors import UsageError
from divergence.measuring.measure import measure
from divergence.text.annotate import annotate
from divergence.types import Article, Corpus
from tests.displays.test_displays import words_on

SAID = {
    "Post": "“We held the bridge,” Ada Lin said. “It may rain,” Ada Lin said.",
    "Times": "“The bridge was never ours, and never will be,” Otto Berg claimed.",
}
ARTICLES = [
    Article(f"{name}{day}", name, text, date=date(2024, 3, day) if day else None)
    for name, text in SAID.items()
    for day in (4, 4, 9, 0)
]


def test_a_timeline_counts_the_articles_of_a_day():
    one = TimelineDisplay.from_articles(ARTICLES)
    counts = [(each.source, each.day.day, each.articles) for each in one.data]
    assert counts == [("Post", 4, 2), ("Post", 9, 1), ("Times", 4, 2), ("Times", 9, 1)]
    assert "2 articles without a date" in one.subtitle
    assert {"Post", "Times", "3 articles"} <= set(words_on(one.ax_))
    assert TimelineDisplay.from_articles(Corpus(tuple(ARTICLES), ())).data == one.data
    assert TimelineDisplay.from_articles(annotate(each) for each in ARTICLES).data == one.data


def test_speakers_have_the_words_that_each_source_gives_them():
    documents = [annotate(Article(name, name, text)) for name, text in SAID.items()]
    one = SpeakersDisplay.from_documents(iter(documents))
    assert [(bar.name, bar.words) for bar in one.data] == [
        ("Otto Berg · Times", 9),
        ("Ada Lin · Post", 7),
    ]
    assert [bar.text for bar in one.data] == ["9 · 1× · claim", "7 · 2× · say 2"]
    assert [bar.get_width() for bar in one.ax_.patches] == [9, 7]
    assert one.title == "Most words: Otto Berg in Times"
    assert len(SpeakersDisplay.from_documents(documents, most=1).data) == 1


def test_a_speaker_behind_a_pronoun_is_named():
    text = "Ada Lin said the bridge is open. She said it will close tomorrow at noon."
    (bar,) = SpeakersDisplay.from_documents([annotate(text)]).data
    assert bar.name == "Ada Lin"
    assert bar.text.endswith("2× · say 2")


def test_no_bar_is_longer_than_that_of_whom_the_title_names():
    text = "They said the old bridge will close tomorrow at noon. Ada Lin said it is open."
    one = SpeakersDisplay.from_documents([annotate(Article("a", "Post", text))])
    assert [bar.name for bar in one.data] == ["speaker not named", "Ada Lin"]
    assert one.data[0].words > one.data[1].words
    assert one.title == "Most words: speakers not named, in Post"


def test_a_speaker_without_a_name_is_no_name():
    one = SpeakersDisplay.from_documents([annotate("“We held the bridge.” It rained.")])
    assert [bar.name for bar in one.data] == ["speaker not named"]
    assert one.title == "No speaker with a name was found"


@pytest.mark.parametrize("make", [TimelineDisplay.from_articles, SpeakersDisplay.from_documents])
def test_nothing_to_draw_is_said_and_axes_of_ones_own_are_used(make):
    ax = Figure().subplots()
    assert make([], ax=ax).ax_ is ax
    assert any(text.get_text().endswith(".") for text in ax.texts)
    assert make([])._repr_png_().startswith(b"\x89PNG")


@pytest.mark.parametrize("make", [TimelineDisplay.from_articles, SpeakersDisplay.from_documents])
def test_what_is_no_article_is_refused(make):
    with pytest.raises(UsageError, match="not str"):
        make(["It rained."])


@pytest.mark.parametrize("make", [TimelineDisplay.from_articles, SpeakersDisplay.from_documents])
def test_what_is_made_of_articles_is_refused(make):
    with pytest.raises(UsageError, match="not FeatureTable"):
        make(measure(["It rained."], features=["hedging"]))


def test_days_of_a_table_are_days():
    rows = [Article("1", "Post", "Rain.", date=pd.Timestamp("2024-05-03 07:30")),
            Article("2", "Post", "Rain.", date=pd.NaT)]  # fmt: skip
    display = TimelineDisplay.from_articles(rows)
    assert [(one.day, one.articles) for one in display.data] == [(date(2024, 5, 3), 1)]
    assert "1 article" in display.subtitle
