"""Whether two claimants are surely not one: a description may stand for whoever is named.

"The company" is no other claimant than the company that another article calls by its name.
"""

from __future__ import annotations

from divergence.digesting.assertions import Claimant
from divergence.lexicons.pronouns import POSSESSIVES

_DEFINITE = POSSESSIVES | {"the", "this", "that"}
# Nouns that say what kind of claimant speaks and not which one.
_GENERIC = frozenset(
    "agency airline association authority body business carrier chain company department employer "
    "firm group institution leader man manufacturer official operator organisation "
    "organization owner party person producer publisher source supplier team woman".split()
)
_SPEAKS_FOR = ("spokesman", "spokeswoman", "spokesperson", "spokespeople", "representative")


def may_be_one(a: Claimant, b: Claimant) -> bool:
    """Whether two claimants with different words may still be the same.

    Errs toward one: "the minister" and a named general count as possibly one.
    """
    if a.named and b.named:
        return False
    if a.named or b.named:
        role = b if a.named else a
        return _definite(role.words) or _speaks_for(role.words)
    return _generic(a.words) and _generic(b.words)


def _definite(phrase: str) -> bool:
    """Whether a phrase is a determiner and one noun in the singular."""
    words = phrase.lower().split()
    return len(words) == 2 and words[0] in _DEFINITE and not _plural(words[1])


def _generic(phrase: str) -> bool:
    return _definite(phrase) and phrase.lower().split()[1] in _GENERIC


def _speaks_for(phrase: str) -> bool:
    head = phrase.lower().split(" for ")[0].split(" of ")[0].split()
    return bool(head) and head[-1] in _SPEAKS_FOR


def _plural(word: str) -> bool:
    return (word.endswith("s") and not word.endswith(("ss", "us"))) or word in {"police", "people"}
