"""Calendar words: days, months, parts of the day and units of time, in lower case and in order."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
# Longer forms first, as a pattern of alternatives needs them.
SHORT_WEEKDAYS = ("mon", "tues", "tue", "wed", "thurs", "thur", "thu", "fri", "sat", "sun")
SHORT_MONTHS = tuple("jan feb mar apr jun jul aug sept sep oct nov dec".split())

# As a sentence writes them. "May" and "March" are told from the verbs by this alone.
WEEKDAY_NAMES = tuple(map(str.capitalize, WEEKDAYS))
MONTH_NAMES = tuple(map(str.capitalize, MONTHS))

# Months that are ordinary words too.
MONTHS_OR_WORDS = frozenset({"march", "may"})
# Days and months in full: they have capitals and are nobody's names.
DATED = frozenset({*WEEKDAYS, *MONTHS})
# Months as they stand beside a number, with the period that an abbreviation keeps.
MONTH_WORDS = frozenset({*MONTHS, *SHORT_MONTHS, *(f"{month}." for month in SHORT_MONTHS)})
# Days by their distance from the one on which a text is written.
DEICTIC = frozenset({"today", "tomorrow", "yesterday"})
PARTS_OF_DAY = ("morning", "afternoon", "evening", "night")

# Units that news gives spans in, and how many days each comes to.
DAYS_IN: Mapping[str, float] = MappingProxyType(
    {"hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.0, "year": 365.0, "decade": 3650.0}
)
# Whatever a number can be counted in as a length of time.
DURATIONS = frozenset({*DAYS_IN, "second", "minute", "century", "night"})
# Prepositions that open a span: "in the past week", "throughout 2022".
BEFORE_SPANS = ("in", "over", "during", "within", "for", "throughout")
