"""Who leads or speaks for whom: "Tarn Rail's chief executive, Bo Rask" is of Tarn Rail's side.

Read off the words around an office, without the parser. A person of whom texts say it of two
organisations is of neither.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from divergence.text.entities.candidate_actors import Actor
from divergence.types import Article

_OFFICE = (
    r"(?:chief\s+executive(?:\s+officer)?|CEO|chair(?:man|woman|person)?|president|director|"
    r"spokes(?:man|woman|person)|leader|head|boss|founder|owner|manager|secretary|commander|"
    r"executive|lawyer|attorney|strategist|adviser|advisor)"
)
# Who once held the office holds it no more.
_BEFORE = r"(?:(?!(?:former|formerly|once|then|late|ex)\b)[a-z-]+\s+){0,4}"
_WORD = r"[A-Z][\w&-]*"
_NAME = rf"{_WORD}(?:[ ]{_WORD}){{0,4}}"
_OF, _OWN = rf"(?:of|for|at)\s+(?:the\s+)?(?P<body>{_NAME})", r"['’]s?"
_APPOSITIONS = [
    re.compile(pattern)
    for pattern in (
        rf"(?P<body>{_NAME})(?:{_OWN})?\s+{_BEFORE}{_OFFICE},?\s+(?P<person>{_NAME})",
        rf"(?P<person>{_NAME}),\s+{_BEFORE}{_OFFICE}\s+{_OF}",
        rf"(?P<person>{_NAME}),\s+(?:the\s+)?(?P<body>{_NAME}){_OWN}\s+{_BEFORE}{_OFFICE}\b",
        rf"\b{_OFFICE}\s+{_OF},\s+(?P<person>{_NAME})",
    )
]
_PRONOUN = re.compile(rf"\b(?:[Ii]ts|[Tt]heir)\s+{_BEFORE}{_OFFICE},\s+(?P<person>{_NAME})")
_NEAR = 200


def with_leaders(actors: Sequence[Actor], articles: Sequence[Article]) -> tuple[Actor, ...]:
    """Count those who lead or speak for an actor as that actor."""
    known = {alias: actor for actor in actors for alias in (actor.name, *actor.aliases)}
    bodies: dict[str, set[str]] = defaultdict(set)
    for article in articles:
        for person, body in _pairs(article.text, known):
            if " " in person.name and not person.country and not person.countries:
                bodies[person.name].add(body.name)
    of = {name: next(iter(led)) for name, led in bodies.items() if len(led) == 1}
    # Who leads a body that is itself a person's, as a campaign may be, stays apart.
    of = {name: body for name, body in of.items() if body not in of}
    by_name = {actor.name: actor for actor in actors if actor.name not in of}
    for person in actors:
        if person.name in of:
            body = by_name[of[person.name]]
            by_name[body.name] = replace(
                body,
                aliases=body.aliases | person.aliases | {person.name},
                mentions=body.mentions + person.mentions,
                sentences=body.sentences | person.sentences,
            )
    return tuple(by_name.values())


def _pairs(text: str, known: Mapping[str, Actor]) -> Iterator[tuple[Actor, Actor]]:
    for pattern in _APPOSITIONS:
        for match in pattern.finditer(text):
            person, body = (
                _actor_at_start(match["person"], known),
                _actor_at_end(match["body"], known),
            )
            if person and body and person is not body and not body.country:
                yield person, body
    for match in _PRONOUN.finditer(text):
        person = _actor_at_start(match["person"], known)
        before = text[max(0, match.start() - _NEAR) : match.start()]
        named = {
            alias: at
            for alias, at in known.items()
            if re.search(rf"\b{re.escape(alias)}\b", before)
        }
        near = {actor.name: actor for actor in named.values() if actor is not person}
        if person and len(near) == 1:
            (body,) = near.values()
            if not body.country:
                yield person, body


def _actor_at_start(run: str, known: Mapping[str, Actor]) -> Actor | None:
    """The actor that a run of names begins with, the longest name first."""
    words = run.split()
    actors = (known.get(" ".join(words[:end])) for end in range(len(words), 0, -1))
    return next(filter(None, actors), None)


def _actor_at_end(run: str, known: Mapping[str, Actor]) -> Actor | None:
    """The actor that a run of names ends with: "Yesterday Norland Rail"."""
    words = run.split()
    actors = (known.get(" ".join(words[start:])) for start in range(len(words)))
    return next(filter(None, actors), None)
