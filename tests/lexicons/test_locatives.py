"""Locatives: told apart by relation, joined for a use, and listed nowhere else."""

from __future__ import annotations

from itertools import combinations

from divergence.lexicons import locatives
from tests.lexicons.literals import strays

PARTS = (locatives.AT_REST, locatives.BESIDE, locatives.TOWARD, locatives.ORIGIN)
# The others are of time as well, and "near" names a group in patterns and models.
PLACE_ALONE = locatives.AT_REST - {"at", "in", "near", "within"}


def test_no_preposition_belongs_to_two_parts() -> None:
    for one, other in combinations(PARTS, 2):
        assert one.isdisjoint(other)


def test_every_use_knows_where_things_are() -> None:
    uses = (
        locatives.PLACE,
        locatives.NOT_ACTING,
        locatives.OF_COUNTED,
        locatives.BEFORE_NAMES_OF_PLACES,
    )
    for use in uses:
        assert use > locatives.AT_REST
        assert use <= frozenset[str]().union(*PARTS)


def test_uses_leave_out_what_they_say() -> None:
    assert locatives.PLACE.isdisjoint(locatives.TOWARD | locatives.ORIGIN)
    assert locatives.NOT_ACTING.isdisjoint(locatives.ORIGIN)
    assert locatives.BEFORE_NAMES_OF_PLACES.isdisjoint(locatives.BESIDE)


def test_what_bounds_a_number_is_a_locative_elsewhere() -> None:
    assert locatives.BOUNDING < locatives.OF_COUNTED


def test_prepositions_are_lower_case_and_single() -> None:
    for word in frozenset[str]().union(*PARTS):
        assert word.isalpha()
        assert word.islower()


def test_no_other_module_lists_locatives() -> None:
    # There they stand among all prepositions, of time and of manner too.
    known = {
        "text/figures/circumstances/time_phrases.py",
        "text/figures/subjects/parts.py",
    }
    assert {place.split(":")[0] for place in strays(PLACE_ALONE, "locatives.py")} == known
