"""Chains while they grow: mentions that stand for one entity, and what is known of it so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from divergence.lexicons.offices import WIDER, office
from divergence.lexicons.pronouns import FEMININE, MASCULINE
from divergence.lexicons.titles import FEMALE, MALE, OF_MEN, OF_WOMEN
from divergence.types import EntityMention, EntityType, Gender, GrammaticalNumber

_LEAST_VOTES = 0.7


class KnownPhrase(NamedTuple):
    """A mention and what kind of thing it stands for."""

    mention: EntityMention
    type: EntityType


class Role(NamedTuple):
    """What somebody is: "the former mayor of Orm" is a mayor, with what stands beside the word."""

    noun: str
    beside: frozenset[str]
    words: str
    at: int


@dataclass(eq=False, slots=True)
class Chain:
    """One entity: all its mentions by name, and what has been read of it so far.

    ``read`` are its mentions up to where the reading stands, ``names`` the words of each name,
    ``kin`` says that it was introduced as somebody's kin, ``speaks`` that a name of it stands where
    somebody is given words.
    """

    type: EntityType
    number: GrammaticalNumber = ""
    mentions: list[EntityMention] = field(default_factory=list)
    read: list[EntityMention] = field(default_factory=list)
    names: list[tuple[str, ...]] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    votes: dict[str, float] = field(default_factory=dict)
    ages: set[float] = field(default_factory=set)
    party: str = ""
    kin: bool = False
    speaks: bool = False

    @property
    def is_named(self) -> bool:
        """Whether the text gives it a name."""
        return bool(self.names)

    @property
    def gender(self) -> Gender:
        """What titles, nouns and plain pronouns say of it, where they agree."""
        she, he = self.votes.get("she", 0.0), self.votes.get("he", 0.0)
        if max(she, he) < _LEAST_VOTES or min(she, he) * 3 > max(she, he):
            return ""
        return "she" if she > he else "he"

    def vote(self, gender: str, weight: float = 1.0) -> None:
        """Take note of a word that says whether a woman or a man is meant."""
        if gender:
            self.votes[gender] = self.votes.get(gender, 0.0) + weight

    def has_role(self, noun: str) -> list[Role]:
        """Roles of it that a noun may stand for."""
        wanted = office(noun)
        return [
            role for role in self.roles if role.noun == wanted or wanted in WIDER.get(role.noun, ())
        ]


def gender_of_noun(word: str) -> Gender:
    """Return the gender that a noun, title or pronoun shows, or ""."""
    plain = word.lower().rstrip(".")
    if plain in FEMALE or plain in OF_WOMEN or plain in FEMININE:
        return "she"
    if plain in MALE or plain in OF_MEN or plain in MASCULINE:
        return "he"
    return ""
