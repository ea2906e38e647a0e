"""Titles before names, abbreviated and in full, and nouns for people that show their gender.

In lower case and without periods.
"""

from __future__ import annotations

_WOMEN_SHORT = frozenset({"mrs", "ms"})
_MEN_SHORT = frozenset({"mr"})
POLITE = _WOMEN_SHORT | _MEN_SHORT | {"miss"}
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

# Nouns that say whether a woman or a man is meant.
FEMALE = frozenset(
    "actress alderwoman assemblywoman aunt bride businesswoman chairwoman congresswoman "
    "councilwoman daughter duchess empress ex-girlfriend ex-wife fiancée girl girlfriend "
    "goddaughter granddaughter grandma grandmother heiress heroine hostess lady mom mother mum "
    "niece nun policewoman princess queen saleswoman servicewoman sister spokeswoman stepdaughter "
    "stepmother waitress widow wife woman".split()
)
MALE = frozenset(
    "alderman assemblyman boy boyfriend bridegroom brother businessman cameraman chairman "
    "congressman councilman dad duke emperor ex-boyfriend ex-husband father fiancé fireman godson "
    "grandfather grandpa grandson groom gunman gentleman heir husband king man monk nephew "
    "policeman pope priest prince salesman serviceman son spokesman stepfather stepson strongman "
    "uncle widower".split()
)
# Who somebody is to somebody else: the other one has another name and often another gender.
KIN = frozenset(
    "aunt brother cousin dad daughter ex-husband ex-wife father fiancé fiancée fiance fiancee "
    "granddaughter grandfather grandmother grandson husband mom mother mum nephew niece parent "
    "sibling sister son spouse stepdaughter stepfather stepmother stepson uncle widow widower wife "
    "boyfriend girlfriend".split()
)
