"""Is it the same claimant? Of two who are named or described, of two figures, of two phrases.

"The company" is no other claimant than the company that another article calls by its name.
"""

from __future__ import annotations

from dataclasses import replace

from divergence.digesting.assertions import Assertion, Claimant
from divergence.digesting.quotable import LedgerFigure
from divergence.lexicons.countries import country_of
from divergence.lexicons.pronouns import ARTICLES, PEOPLE, POSSESSIVES

_DEFINITE = POSSESSIVES | {"the", "this", "that"}
# Nouns that say what kind of claimant speaks and not which one.
_GENERIC = frozenset(
    "agency airline association authority body business carrier chain company department employer "
    "firm group institution leader man manufacturer official operator organisation "
    "organization owner party person producer publisher source supplier team woman".split()
)
_SPEAKS_FOR = ("spokesman", "spokeswoman", "spokesperson", "spokespeople", "representative")
# "His lawyer" may be the lawyer of anybody.
_OF_SOMEBODY = ARTICLES | POSSESSIVES | {"of"}
_NOBODY = PEOPLE | {"", "it", "one", "others"}
_SMALL_WORDS = ARTICLES | {"of", "and", "for"}


def same_claimant(a: Claimant, b: Claimant) -> bool:
    """Whether two claimants are one by their words, or may be because one is only described."""
    return same_claimant_words(a.words, b.words) or possibly_same(a, b)


def figure_claimant(figure: LedgerFigure, sentence: Assertion) -> Claimant | None:
    """Who tells a figure in its sentence: who only did something does not."""
    if not figure.claimant:
        return None
    claimants = (
        claimant
        for claimant in sentence.claimants
        if claimant.actor and same_claimant_words(figure.claimant, claimant.words)
    )
    return next((replace(claimant, words=figure.claimant) for claimant in claimants), None)


def same_claimant_words(a: str, b: str) -> bool:
    """Whether one phrase holds all words of the other, or both end in one name.

    A country is its army and its ministries as well ("Norway", "the Norwegian navy").
    """
    first, second = _words(a), _words(b)
    if not first or not second:
        return first == second
    family = a.split()[-1] == b.split()[-1] and a.split()[-1].istitle()
    return first <= second or second <= first or family or _one_country(a, b)


def same_name(a: str, b: str) -> bool:
    """Whether two names can be one: all words of the shorter are in the longer.

    Stricter than :func:`same_claimant_words`, because a shared account must rest on a name: two
    pronouns or two of one family are not enough, and a country is not its army.
    """
    first, second = _name_words(a), _name_words(b)
    return bool(first and second) and (first <= second or second <= first)


def possibly_same(a: Claimant, b: Claimant) -> bool:
    """Whether two claimants in different words may be one: "the minister" and a named general."""
    if a.named and b.named:
        return False
    if a.named or b.named:
        role = b if a.named else a
        return _definite(role.words) or _speaks_for(role.words)
    return _generic(a.words) and _generic(b.words)


def _words(phrase: str) -> set[str]:
    words = (
        word.strip(".,'’\"").removesuffix("'s").removesuffix("’s")
        for word in phrase.lower().split()
    )
    return {word.removesuffix("s") for word in words if word not in _OF_SOMEBODY}


def _one_country(a: str, b: str) -> bool:
    """Whether one phrase is no more than a country that the other names too."""
    mine, others = (
        [country_of().get(word.strip(".,'’")) for word in phrase.split()] for phrase in (a, b)
    )
    lone = [countries for countries in (mine, others) if len(countries) == 1 and countries[0]]
    return bool(lone) and any(country is not None and country in mine for country in others)


def _name_words(name: str) -> set[str]:
    words = set(name.lower().replace(",", "").split())
    return words - _SMALL_WORDS if words - _NOBODY else set()


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
