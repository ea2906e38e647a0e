"""Offices and professions: how a title before a name is called without the name."""

from __future__ import annotations

from types import MappingProxyType

# "Gov. Lin" is "the governor" later.
SPELLED_OUT = MappingProxyType(
    {
        "adm": "admiral",
        "atty": "attorney",
        "capt": "captain",
        "col": "colonel",
        "cpl": "corporal",
        "dr": "doctor",
        "gen": "general",
        "gov": "governor",
        "lt": "lieutenant",
        "maj": "major",
        "prof": "professor",
        "rep": "representative",
        "rev": "reverend",
        "sec": "secretary",
        "sen": "senator",
        "sgt": "sergeant",
    }
)
# Words that later stand for one another: the first of each set is the word they are kept under.
_ALIKE = (
    "representative congressman congresswoman",
    "spokesperson spokesman spokeswoman",
    "chair chairman chairwoman chairperson",
    "lawyer attorney",
    "doctor physician",
    "councilor councillor councilman councilwoman",
    "policeman policewoman",
    "businessman businesswoman",
    "actor actress",
    "ceo executive",
    "fiance fiancé fiancée fiancee",
    "photographer photojournalist",
)
_KEPT_UNDER = MappingProxyType(
    {word: words.split()[0] for words in _ALIKE for word in words.split()}
)
# A wider word may stand for a narrower one later ("Sen. Lin", "the lawmaker"), not the other way.
WIDER = MappingProxyType(
    {
        "representative": frozenset({"lawmaker", "legislator", "politician", "member"}),
        "senator": frozenset({"lawmaker", "legislator", "politician"}),
        "president": frozenset({"leader", "commander-in-chief"}),
        "minister": frozenset({"leader", "politician"}),
        "governor": frozenset({"politician", "leader"}),
        "mayor": frozenset({"politician"}),
        "chief": frozenset({"officer"}),
        "director": frozenset({"chief", "head", "leader", "official"}),
        "ceo": frozenset({"chief", "boss", "head"}),
        "chair": frozenset({"head", "leader"}),
    }
)


def office(word: str) -> str:
    """Return the word that an office goes by: "Gov." and "governor" are one, so are its genders."""
    plain = word.lower().rstrip(".")
    plain = SPELLED_OUT.get(plain, plain)
    return _KEPT_UNDER.get(plain, plain)
