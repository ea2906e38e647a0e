"""Titles before names, abbreviated and in full, in lower case and without periods."""

from __future__ import annotations

_WOMEN_SHORT = frozenset({"mrs", "ms"})
_MEN_SHORT = frozenset({"mr"})
# What stands before a name and ends no sentence.
SHORT = (
    _WOMEN_SHORT
    | _MEN_SHORT
    | frozenset("adm brig capt cmdr col cpl dr gen gov hon lt maj prof rep rev sen sgt st".split())
)
# What stands behind a name or before an office, and may end a sentence.
BEHIND = frozenset({"jr", "sr", "sec"})
OF_WOMEN = _WOMEN_SHORT | {"lady", "miss", "princess", "queen"}
OF_MEN = _MEN_SHORT | {"king", "lord", "prince", "sir"}
