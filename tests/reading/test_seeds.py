"""The sample articles: every shape is read, and no sentence of the real articles is in them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from divergence.reading import read
from divergence.text.entities.side_proposal import propose_sides
from divergence.types import Corpus

SEEDS = Path(__file__).parents[2] / "seeds"
N_WORDS_IN_COMMON = 8


@pytest.fixture(scope="module")
def seeds() -> Corpus:
    return read(SEEDS)


def runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"[a-z0-9]+", re.sub(r"[’',]", "", text.lower()))
    return {
        tuple(words[at : at + N_WORDS_IN_COMMON])
        for at in range(len(words) - N_WORDS_IN_COMMON + 1)
    }


def test_six_accounts_and_a_readme(seeds: Corpus) -> None:
    assert [(article.source, article.path) for article in seeds.articles] == [
        ("Kyiv Courier", "kyiv-courier.md"),
        ("meridian-wire", "meridian-wire.txt"),
        ("Moscow Lantern", "moscow-lantern.html"),
        ("northgate-conflict-monitor", "northgate-conflict-monitor.txt"),
        ("Steppe Voices", "steppe-voices.jsonl:1"),
        ("Thames Sentinel", "thames-sentinel.json"),
    ]
    assert [rejection.path for rejection in seeds.rejections] == ["README.md"]


def test_headers_and_page_furniture_stay_out_of_the_texts(seeds: Corpus) -> None:
    wire = seeds.articles[1]
    assert wire.title.startswith("Both Armies")
    assert wire.credit == "Ines Varga / Meridian"
    assert wire.text.startswith("KYIV (Meridian Wire)")
    for article in seeds.articles:
        assert 250 <= len(article.text.split()) <= 450
        assert "newsletter" not in article.text
        assert article.title not in article.text or not article.title


def test_sides_are_proposed_from_the_texts_alone(seeds: Corpus) -> None:
    assert {side.name for side in propose_sides(seeds.articles)} == {"Russia", "Ukraine"}


@pytest.mark.needs_data
def test_nothing_is_copied_from_the_real_articles(seeds: Corpus, shared: Path) -> None:
    real = set().union(*(runs(article.text) for article in read(shared / "seeds").articles))
    assert len(real) > 500
    for article in seeds.articles:
        assert runs(article.text) & real == set()
