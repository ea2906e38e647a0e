"""The two real articles, end to end, against what a reader finds in them.

They are read from beside the checkout and skip loudly without it. The expectations are facts and
figures; no sentence of the articles stands here.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from divergence.comparing.comparison import Comparison
from divergence.config import Config
from divergence.digesting.quotable import LedgerFigure
from divergence.reading import read
from divergence.runs import Run, run
from divergence.text.annotate import annotate
from divergence.types import Side

pytestmark = [pytest.mark.needs_data, pytest.mark.slow]

SIDES = (
    Side("Russia", ("Russia", "Russian", "Russians", "Moscow", "Kremlin", "Wagner", "Prigozhin")),
    Side("Ukraine", ("Ukraine", "Ukrainian", "Ukrainians", "Kyiv", "Zelensky")),
)


@pytest.fixture(scope="module")
def compared(shared: Path) -> Run:
    return run(shared / "seeds", Config(sides=SIDES, rounds=100))


def figures(comparison: Comparison, value: float) -> dict[str, list[LedgerFigure]]:
    """Figures of a value, by the first digits of their source's name."""
    found: dict[str, list[LedgerFigure]] = {"000": [], "001": []}
    for entry in comparison.ledger:
        for figure in entry.figures:
            if figure.low == value:
                found[figure.at.source[:3]].append(figure)
    return found


def claimants(figures: list[LedgerFigure]) -> set[str]:
    return {figure.claimant for figure in figures}


def test_header_is_found_and_does_not_leak(shared: Path) -> None:
    first, second = read(shared / "seeds").articles
    assert first.date is None
    assert str(second.date) == "2023-03-13"
    assert second.title == "Ukraine and Russia Report Heavy Losses"
    assert second.credit == "AFP"
    assert "Photo by" not in second.text
    assert "2023-03-13" not in second.text


@pytest.mark.parametrize(
    ("value", "first", "second"),
    [
        (1100, "Zelensky", "Zelensky"),
        (1500, "Zelensky", "Zelensky"),
        (220, "Russian Ministry of Defense", "Russia"),
        (20000, "officials", "analysts"),
        (4, "Kyrylenko", "Kyrylenko"),
        (7, "Kyrylenko", "Kyrylenko"),
        (47, "regional administration", ""),
    ],
)
def test_each_figure_has_its_claimant(compared: Run, value: float, first: str, second: str) -> None:
    found = figures(compared.comparison, value)
    assert any(first in name for name in claimants(found["000"])), claimants(found["000"])
    assert any(second in name for name in claimants(found["001"])), claimants(found["001"])


@pytest.mark.parametrize("value", [1100, 1500, 220, 20000, 4, 7, 47])
def test_figures_of_both_articles_stand_side_by_side(compared: Run, value: float) -> None:
    together = [
        entry
        for entry in compared.comparison.ledger
        if {figure.at.source[:3] for figure in entry.figures if figure.low == value}
        == {"000", "001"}
    ]
    assert len(together) == 1
    assert together[0].verdict == "agree"


def test_the_seventy_thousand_are_in_one_article_only(compared: Run) -> None:
    (entry,) = [
        e for e in compared.comparison.ledger if any(figure.low == 70000 for figure in e.figures)
    ]
    assert entry.verdict == "only"
    assert claimants(list(entry.figures)) == {""}


def test_past_few_days_against_past_week_is_visible(compared: Run) -> None:
    (entry,) = [
        e
        for e in compared.comparison.ledger
        if {f.at.source[:3] for f in e.figures if f.low == 1100} == {"000", "001"}
    ]
    differences = " ".join(map(str, entry.differences))
    assert "past few days" in differences
    assert "past week" in differences


def test_the_places_of_the_attacks_differ(compared: Run) -> None:
    (entry,) = [
        e for e in compared.comparison.ledger if any(figure.low == 47 for figure in e.figures)
    ]
    places = " ".join(figure.place for figure in entry.figures)
    assert "eastern Ukraine" in places
    assert "Zaporizhzhia" in places


def test_time_place_and_claimant_of_one_figure_are_conflicts(compared: Run) -> None:
    found = {
        (one.aspect, *(str(version.words).removeprefix("in ") for version in one.versions))
        for one in compared.comparison.conflicts
    }
    assert ("period", "the past few days", "the past week") in found
    assert ("place", "elsewhere in eastern Ukraine", "Zaporizhzhia") in found
    assert ("claimant", "the regional administration", "the outlet's own name") in found


def test_a_sentence_that_only_one_article_has_is_shown_as_such(compared: Run) -> None:
    alone = [s for s in compared.comparison.statements if len(s.sources) == 1]
    texts = [s.sentences[0].text for s in alone]
    assert any("70,000" in text for text in texts)
    assert any("BBC" in text or "Washington Post" in text for text in texts)


def test_quoted_words_are_not_the_reporters(shared: Path) -> None:
    first = read(shared / "seeds").articles[0]
    document = annotate(first, sides=SIDES)
    at = document.text.index("every meter")
    token = next(n for n, start in enumerate(document.syntax.starts) if start == at)
    assert document.voices[token] == "quoted"
    speakers = {
        attribution.speaker.name
        for attribution in document.attributions
        if any(part.start <= token < part.end for part in attribution.content)
    }
    assert speakers == {"Yevgeny Prigozhin"}


def test_an_apposition_does_not_hide_syrskyi(shared: Path) -> None:
    first, second = (
        {a.speaker.name: a.speaker for a in annotate(article, sides=SIDES).attributions}
        for article in read(shared / "seeds").articles
    )
    assert "Oleksandr Syrskyi" in second
    # Only the first article says whose commander he is.
    assert first["Oleksandr Syrskyi"].side == "Ukraine"


def test_without_a_config_two_sides_are_proposed(shared: Path) -> None:
    result = run(shared / "seeds", Config(rounds=20))
    assert result.info.sides_proposed
    assert {side.name for side in result.info.sides} == {"Russia", "Ukraine"}
