"""Grouping articles by event, on invented articles."""

from __future__ import annotations

from datetime import date

import pytest

from divergence.comparing.event_detection import MOST_ARTICLES, find_events
from divergence.errors import InputError, UsageError

FERRY = "The ferry Solveig sank off the harbor of Brenholm; divers searched the wreck for the crew."
FERRY_AGAIN = (
    "Divers searched the wreck of the ferry Solveig, which sank off the harbor of Brenholm."
)
PLUMS = (
    "Plum growers in the Tarva valley expect a record harvest and hire pickers for the orchards."
)
PLUMS_AGAIN = (
    "A record harvest of plums makes growers hire pickers across orchards in the Tarva valley."
)


def test_articles_on_one_event_are_together_in_any_order() -> None:
    assert find_events([FERRY, PLUMS, FERRY_AGAIN, PLUMS_AGAIN]) == [0, 1, 0, 1]
    assert find_events([PLUMS_AGAIN, PLUMS, FERRY_AGAIN, FERRY]) == [0, 0, 1, 1]


def test_a_later_accident_is_another_event() -> None:
    texts = [FERRY, FERRY_AGAIN, PLUMS, PLUMS_AGAIN]
    dates = [date(2021, 3, 5), date(2022, 8, 1), date(2021, 9, 1), date(2021, 9, 2)]
    assert find_events(texts, dates=dates) == [0, 1, 2, 2]


def test_the_threshold_joins_all_or_nothing_but_copies() -> None:
    assert find_events([FERRY, FERRY_AGAIN, PLUMS], threshold=0.0) == [0, 1, 2]
    day = [date(2021, 3, 5)] * 3
    assert find_events([FERRY, FERRY + " It rained.", FERRY], dates=day, threshold=0.5) == [0, 0, 0]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [([], []), ([FERRY], [0]), (["", " ", "!"], [0, 1, 2]), (["north wind", "plums"], [0, 1])],
)
def test_texts_without_common_words_stand_alone(texts: list[str], expected: list[int]) -> None:
    assert find_events(texts) == expected
    assert find_events(texts, threshold=1.0) == expected


def test_impossible_calls_are_refused() -> None:
    with pytest.raises(UsageError, match="from 0 to 1"):
        find_events([FERRY], threshold=1.5)
    with pytest.raises(UsageError, match="1 dates for 2 texts"):
        find_events([FERRY, PLUMS], dates=[None])
    with pytest.raises(InputError, match="at most 6,000"):
        find_events([FERRY] * (MOST_ARTICLES + 1))
