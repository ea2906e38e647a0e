"""Swap two sides in whole articles: what is measured of one must be measured of the other.

Countries, peoples and capitals swap exactly, since neither the parser nor any model reads them
(``divergence/text/country_stand_ins.py``, ``divergence/text/party_passages.py``). The names of
people do reach the parser, as do invented names, so that a tree may change with them: their
tolerance is wider.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from divergence.counting.tally import values
from divergence.features.registry import all_features
from divergence.measuring.measure import tallies
from divergence.reading import read
from divergence.text.annotate import annotate
from divergence.types import Article, Side

SAMPLES = Path(__file__).parent.parent / "seeds"
PLACES = [
    ("Russia", "Ukraine"),
    ("Russian", "Ukrainian"),
    ("Russians", "Ukrainians"),
    ("Moscow", "Kyiv"),
]
PEOPLE = [("Putin", "Zelensky"), ("Vladimir", "Volodymyr")]
RUSSIA = Side("Russia", ("Russia", "Russian", "Russians", "Moscow"))
UKRAINE = Side("Ukraine", ("Ukraine", "Ukrainian", "Ukrainians", "Kyiv"))
WITH_PEOPLE = (
    Side("Russia", (*RUSSIA.aliases, "Putin")),
    Side("Ukraine", (*UKRAINE.aliases, "Zelensky")),
)
NORLAND = Side("Norland", ("Norland", "Norlander", "Norlanders"))
SUDMARK = Side("Sudmark", ("Sudmark", "Sudmarker", "Sudmarkers"))
INVENTED_A = ("Norlanders", "Norlander", "Norland")
INVENTED_B = ("Sudmarkers", "Sudmarker", "Sudmark")
INVENTED = list(zip(INVENTED_A, INVENTED_B, strict=True))

SPELLING = ("wording.readability", "wording.mattr")
"""Measures of the letters of words, which a name changes and should."""
ONE_SPEAKER = 0.1
"""One speaker more or less: a name can tell a person from a role."""
PERSON, UNKNOWN = 0.05, 0.1
"""Largest changes measured: 0.039 with names of people, 0.082 with invented ones."""
ANOTHER_TREE = "steppe-voices"
"""The sample with a sentence whose tree changes with a first name: sentiment moves by 0.076."""

TALES = (
    "Russia shelled the harbor on Monday, and Ukrainian crews may need weeks to repair it. "
    "Kyiv bombed Moscow's depots in answer. Officials in Kyiv said Russian troops had lied about "
    "the truce. “We will not forget what Ukrainians did for us,” a nurse told reporters. "
    "Moscow bombed Kyiv again at dawn, the mayor claimed. Brave Ukrainians saved the old library.",
    "Ukraine won praise for its honest report. Critics accused Russia of a shameful cover-up, and "
    "Moscow denied it. Russian fishermen, however, welcomed the talks with Ukraine. "
    "Perhaps 300 Ukrainian sailors were freed by Russia, according to a monitor. "
    "Ukrainian farmers blamed Kyiv for the failed harvest; Russians suffered from it too.",
)


def swapped(text: str, pairs: Sequence[tuple[str, str]]) -> str:
    """Put every name of either side in the place of the other's."""
    other = dict([*pairs, *((second, first) for first, second in pairs)])
    return re.sub(r"\b(" + "|".join(other) + r")\b", lambda found: other[found[1]], text)


def measured(text: str, sides: tuple[Side, Side]) -> Mapping[tuple[str, int, int], float]:
    """Every measure, by name of the measure, place of the side (-1: none) and voice."""
    tally = next(iter(tallies([annotate(Article("a", "a", text), sides=sides)], all_features())))
    names = [side.name for side in sides]
    return {
        (
            column.name.partition("[")[0],
            names.index(column.side) if column.side else -1,
            voice,
        ): number
        for column, row in zip(tally.columns, values(tally).tolist(), strict=True)
        for voice, number in enumerate(row)
    }


def changes(
    text: str, sides: tuple[Side, Side], pairs: Sequence[tuple[str, str]]
) -> Iterator[tuple[str, int, float]]:
    """How far each measure is from where the swap should have put it."""
    there = measured(text, sides)
    back = measured(swapped(text, pairs), sides)
    for (measure, side, voice), number in there.items():
        twin = back[measure, side if side < 0 else 1 - side, voice]
        both = math.isnan(number), math.isnan(twin)
        if not all(both):
            yield measure, voice, math.inf if any(both) else abs(number - twin)


def assert_exact(text: str) -> None:
    for measure, voice, change in changes(text, (RUSSIA, UKRAINE), PLACES):
        if measure not in SPELLING:
            told = measure.startswith("speakers.") or measure == "quotation.given"
            assert change <= (ONE_SPEAKER if told else 1e-6), (measure, voice)


def assert_toward(
    text: str, sides: tuple[Side, Side], pairs: Sequence[tuple[str, str]], most: float
) -> None:
    found = [(c, voice) for m, voice, c in changes(text, sides, pairs) if m == "sentiment.toward"]
    assert found
    assert max(found)[0] <= most, max(found)


def articles(folder: Path) -> tuple[Article, ...]:
    found = read(folder).articles
    assert found
    return found


@pytest.mark.parametrize("tale", TALES)
def test_countries_swap_exactly(tale: str) -> None:
    assert swapped(swapped(tale, PLACES), PLACES) == tale
    assert_exact(tale)


@pytest.mark.parametrize("tale", TALES)
def test_the_sides_of_a_tale_differ(tale: str) -> None:
    found = measured(tale, (RUSSIA, UKRAINE))
    assert found["sentiment.toward", 0, 2] < found["sentiment.toward", 1, 2] - UNKNOWN


# The parser takes "Norland bombed Sudmark" and "Sudmark bombed Norland" apart in two ways.
TWO_TREES = pytest.mark.xfail(strict=True, reason="one tree changes with invented names")


@pytest.mark.parametrize("tale", [pytest.param(TALES[0], marks=TWO_TREES), *TALES[1:]])
def test_invented_names_swap(tale: str) -> None:
    capitals = [("Moscow", "Russia"), ("Kyiv", "Ukraine")]
    for old, new in [
        *capitals,
        *zip(("Russians", "Russian", "Russia"), INVENTED_A, strict=True),
        *zip(("Ukrainians", "Ukrainian", "Ukraine"), INVENTED_B, strict=True),
    ]:
        tale = re.sub(rf"\b{old}\b", new, tale)
    assert_toward(tale, (NORLAND, SUDMARK), INVENTED, UNKNOWN)


@pytest.mark.slow
def test_whole_sample_articles_swap() -> None:
    for article in articles(SAMPLES):
        assert_exact(article.text)
        if not article.id.startswith(ANOTHER_TREE):
            assert_toward(article.text, WITH_PEOPLE, [*PLACES, *PEOPLE], PERSON)


@pytest.mark.slow
@pytest.mark.xfail(strict=True, reason="the parser reads names of people, and one tree changes")
def test_people_swap_in_the_sample_with_another_tree() -> None:
    (article,) = (each for each in articles(SAMPLES) if each.id.startswith(ANOTHER_TREE))
    assert_toward(article.text, WITH_PEOPLE, [*PLACES, *PEOPLE], PERSON)


@pytest.mark.slow
@pytest.mark.needs_data
def test_real_articles_swap(shared: Path) -> None:
    for article in articles(shared / "seeds"):
        assert_exact(article.text)
        assert_toward(article.text, WITH_PEOPLE, [*PLACES, *PEOPLE], PERSON)
