"""Which plural form a whole number takes, by rules written as the Unicode CLDR writes them."""

from __future__ import annotations

import re
from collections.abc import Mapping

# Rules by category, in the order in which they are tried.
Rules = tuple[tuple[str, str], ...]
OTHER = "other"
_RELATION = re.compile(r"n(?: % (\d+))? (=|!=) (\d+(?:\.\.\d+)?(?:,\d+(?:\.\.\d+)?)*)")


def parsed(rules: Mapping[str, str]) -> Rules:
    """Check rules, so that a mistake in a catalogue shows when it is loaded.

    Unicode Technical Standard 35, part 3, "Language Plural Rules".
    """
    for rule in rules.values():
        _holds(0, rule)
    return tuple(rules.items())


def category(n: int, rules: Rules) -> str:
    """Return the plural category of a number: "one", "few", ..., or "other"."""
    return next((name for name, rule in rules if _holds(n, rule)), OTHER)


def _holds(n: int, rule: str) -> bool:
    # Every part is read, also where an earlier one has decided: a mistake must not hide.
    return any(
        [
            all([_relation(n, part) for part in either.split(" and ")])
            for either in rule.split(" or ")
        ]
    )


def _relation(n: int, text: str) -> bool:
    match = _RELATION.fullmatch(text.strip())
    if match is None:
        raise ValueError(f'{text!r} is no plural rule; write it as in "n % 10 = 2..4"')
    divisor, relation, ranges = match.groups()
    value = n % int(divisor) if divisor else n
    within = any(_within(value, ends) for ends in ranges.split(","))
    return within == (relation == "=")


def _within(value: int, ends: str) -> bool:
    low, _, high = ends.partition("..")
    return int(low) <= value <= int(high or low)
