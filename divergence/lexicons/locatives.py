"""Locatives: prepositions of place, by the relation that they state.

What stands after them is a place; how surely depends on the relation, so each use names a union.
"""

from __future__ import annotations

AT_REST = frozenset("across around at in inside near outside throughout within".split())
# "The skies over Orm", "off Orm"; before people they speak of something else: "a win over Lin".
BESIDE = frozenset({"along", "off", "over"})
TOWARD = frozenset({"into", "through"})
ORIGIN = frozenset({"from"})

# Before a number these bound it: "over 1,100 deaths".
BOUNDING = frozenset({"around", "over"})

# Where something is or happens.
PLACE = AT_REST | BESIDE
# Where something is, or what goes there: a country behind one of these does nothing itself. Behind
# "from" it may: "strikes from Orvania".
NOT_ACTING = PLACE | TOWARD
# Where what is counted is or comes from: "300 people from Orm".
OF_COUNTED = PLACE | ORIGIN
# What mostly follows these is a place and no person.
BEFORE_NAMES_OF_PLACES = AT_REST | TOWARD | ORIGIN
