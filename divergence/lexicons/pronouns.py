"""Pronouns of persons and things, possessives and articles, by person and number."""

from __future__ import annotations

FIRST_PERSON = frozenset({"i", "me", "my", "our", "us", "we"})
MASCULINE = frozenset({"he", "him", "his"})
FEMININE = frozenset({"her", "she"})
SINGULAR = MASCULINE | FEMININE
PLURAL = frozenset({"their", "them", "they"})
THING = frozenset({"it", "its"})

# Subjects that are people: "it" is none.
PEOPLE = frozenset({"he", "i", "she", "they", "we", "who", "you"})
POSSESSIVES = frozenset({"her", "his", "its", "my", "our", "their", "your"})
ARTICLES = frozenset({"a", "an", "the"})
