"""Calendar words: complete, in the order of the calendar, and listed nowhere else."""

from __future__ import annotations

import calendar as computed

from divergence.lexicons import calendar
from tests.lexicons.literals import strays


def test_days_and_months_are_those_of_the_calendar() -> None:
    assert tuple(computed.day_name) == calendar.WEEKDAY_NAMES
    assert tuple(computed.month_name)[1:] == calendar.MONTH_NAMES
    assert len(calendar.WEEKDAYS) == 7
    assert len(calendar.MONTHS) == 12
    assert len(calendar.DATED) == 19


def test_short_forms_begin_one_word_each() -> None:
    for short, full in (
        (calendar.SHORT_WEEKDAYS, calendar.WEEKDAYS),
        (calendar.SHORT_MONTHS, calendar.MONTHS),
    ):
        for form in short:
            assert sum(word.startswith(form) and word != form for word in full) == 1
        assert {word[:3] for word in full} - {"may"} <= set(short)


def test_no_short_form_hides_a_longer_one() -> None:
    for short in (calendar.SHORT_WEEKDAYS, calendar.SHORT_MONTHS):
        for place, form in enumerate(short):
            assert not [longer for longer in short[place + 1 :] if longer.startswith(form)]


def test_words_beside_numbers_keep_their_period() -> None:
    assert {"march", "mar", "mar.", "sept.", "may"} <= calendar.MONTH_WORDS
    assert "may." not in calendar.MONTH_WORDS


def test_units_grow() -> None:
    lengths = list(calendar.DAYS_IN.values())
    assert lengths == sorted(lengths)
    assert calendar.DAYS_IN.keys() < calendar.DURATIONS
    assert calendar.DURATIONS.isdisjoint(calendar.DATED | calendar.DEICTIC)


def test_words_are_lower_case() -> None:
    words = calendar.DATED | calendar.MONTH_WORDS | calendar.DEICTIC | calendar.DURATIONS
    for word in words.union(calendar.PARTS_OF_DAY, calendar.BEFORE_SPANS, calendar.SHORT_WEEKDAYS):
        assert word == word.lower().strip()


def test_no_other_module_lists_days_or_months() -> None:
    short = {*calendar.SHORT_WEEKDAYS, *calendar.SHORT_MONTHS}
    assert strays(calendar.DATED | short, "calendar.py") == []


def test_no_other_module_lists_parts_of_the_day_or_units() -> None:
    assert strays(calendar.PARTS_OF_DAY, "calendar.py") == []
    # "A week earlier", "this month": those that a text looks back on are four.
    # The measure of labelled accounts names the units that its definition names.
    places = strays(calendar.DAYS_IN, "calendar.py", fewest=5)
    assert {place.split(":")[0] for place in places} == {"validation/accounts/within_articles.py"}
