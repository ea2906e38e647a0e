"""Subjects of figures: what a number counts, as a short noun phrase of the text's own words.

"Police said 12 men were arrested at the Orm bridge" counts "men arrested at the Orm bridge". Which
of the phrases around a number belong to its subject is learned from accounts labelled by readers;
ages, lengths of time, votes and measures have a form of their own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from divergence.lexicons.auxiliaries import LIGHT
from divergence.lexicons.calendar import DATED, DURATIONS
from divergence.lexicons.locatives import NOT_ACTING
from divergence.text.figures.learned import LearnedChoice, choices
from divergence.text.figures.subjects.counted_phrase import (
    CountedNumber,
    CountedPhrase,
    counted_phrase,
)
from divergence.text.figures.subjects.forms import (
    age_subject,
    measure_subject,
    vote_subject,
)
from divergence.text.figures.subjects.leading_nouns import (
    OPENING,
    kind_of,
    leading_words,
    suffered,
)
from divergence.text.figures.subjects.lengths_of_time import time_subject
from divergence.text.figures.subjects.noun_phrases import preposition
from divergence.text.figures.subjects.parts import Part, parts_of
from divergence.text.word_classes import PROPER_TAGS
from divergence.types import Document

_LONGEST = 9
_BEFORE = frozenset({"owner", "amod", "compound"})
# These say something only with their verb.
_OF_VERB = {"agent": "verb", "agent further up": "verb", "object>nmod": "does"}
# Of these one at most: "cities that were hit that have answered".
_CLAUSES = frozenset({"acl:relcl", "does", "in which"})
_FORMS = {
    "age": age_subject,
    "time": time_subject,
    "vote": vote_subject,
    "measure": measure_subject,
}


def subject_of(document: Document, figure: CountedNumber) -> str:
    """Return what a figure counts, as a reader would name it."""
    return subject_by(document, figure, choices()["subject"])


def subject_by(document: Document, figure: CountedNumber, model: LearnedChoice) -> str:
    """Return what a figure counts by a model of the parts that belong to it."""
    phrase = counted_phrase(document, figure)
    return _formed(document, figure, phrase) or _assembled(document, figure, phrase, model)


def is_formed(document: Document, figure: CountedNumber) -> bool:
    """Whether a subject has a form of its own, as those of ages have, and nothing to choose."""
    return _formed(document, figure, counted_phrase(document, figure)) != ""


def _formed(document: Document, figure: CountedNumber, phrase: CountedPhrase) -> str:
    form = _FORMS.get(kind_of(figure))
    return "" if form is None else form(document, figure, phrase)


def _assembled(
    document: Document, figure: CountedNumber, phrase: CountedPhrase, model: LearnedChoice
) -> str:
    """The noun that is counted with those parts that a model gives to it."""
    parts = list(parts_of(document, phrase, suffered(document, figure, phrase)))
    leading = leading_words(document, figure, phrase)
    if leading.startswith("people "):
        # "40 deaths were reported": the verb is said of the deaths, and not of people killed.
        parts = [part for part in parts if part.role in {"nmod", "occasion"}]
    scores = [model.probability(features(document, figure, phrase, part)) for part in parts]
    kept = chosen(parts, scores, model.least)
    return written(leading, kept)


def chosen(parts: Sequence[Part], scores: Sequence[float], least: float) -> list[Part]:
    """Choose the parts of a subject: those likely to belong to it, with the verbs they need."""
    kept = {number for number, score in enumerate(scores) if score >= least}
    if not kept and parts:
        kept = {max(range(len(parts)), key=lambda number: scores[number])}
    roles = {parts[number].role for number in kept}
    for number, part in enumerate(parts):
        if part.role in {_OF_VERB.get(role) for role in roles}:
            kept.add(number)
    heads = {part.head: number for number, part in enumerate(parts)}
    kept |= {heads[on] for number in kept if (on := parts[number].on) in heads}
    clauses = sorted(
        (n for n in kept if parts[n].role in _CLAUSES), key=lambda number: -scores[number]
    )
    return _standing([parts[number] for number in sorted(kept - {*clauses[1:]})], parts)


def _standing(kept: Sequence[Part], parts: Sequence[Part]) -> list[Part]:
    """Leave out what says nothing without a part that is not there."""
    roles, heads = {part.role for part in kept}, {part.head for part in kept}
    known = {part.head for part in parts}
    return [
        part
        for part in kept
        if _OF_VERB.get(part.role, part.role) in roles
        and (
            part.on is None or part.on in heads or (part.role != "nested" and part.on not in known)
        )
    ]


def _in_order(parts: Sequence[Part]) -> list[Part]:
    """Places behind the verb that says what happened there, and clauses behind both."""
    done = any(part.role == "verb" for part in parts)
    late = [p for p in parts if done and p.role == "nmod" and p.words.split()[0] in NOT_ACTING]
    if done:
        late += [part for part in parts if part.role == "acl:relcl"]
    hanging = {part.head for part in late}
    late += [part for part in parts if part.on in hanging]
    return [part for part in parts if part not in late] + late


def written(noun: str, parts: Sequence[Part]) -> str:
    """Write a noun with the parts that stand before and behind it."""
    before = [part.words for part in parts if part.role in _BEFORE]
    behind = [part.words for part in _in_order(parts) if part.role not in _BEFORE]
    opening = OPENING.match(noun)
    if opening:
        return " ".join([opening[0].rstrip(), *before, noun[opening.end() :], *behind])
    if before and noun.startswith("the "):
        # "The state tax rate", and "the town's rate".
        owned = any(part.role == "owner" for part in parts)
        before, noun = [*([] if owned else ["the"]), *before], noun.removeprefix("the ")
    return " ".join([*before, noun, *behind])


@lru_cache(maxsize=1)
def _counts(document: Document) -> Counter[str]:
    return Counter(document.lowered)


def features(
    document: Document, figure: CountedNumber, phrase: CountedPhrase, part: Part
) -> Iterator[str]:
    """Name what tells whether a part belongs to the subject of a figure."""
    syntax = document.syntax
    kind, role, head = kind_of(figure), part.role, part.head
    relation = phrase.relation.split(":")[0]
    tag = syntax.tags[head]
    yield f"role={role}"
    yield f"role={role} kind={kind}"
    yield f"role={role} relation={relation}"
    yield f"role={role} event={bool(figure.event)}"
    yield f"role={role} noun={phrase.noun is not None}"
    yield f"role={role} tag={'name' if tag in PROPER_TAGS else tag[:2]}"
    if case := preposition(document, head):
        yield f"case={case}"
        yield f"role={role} case={case}"
    if any(
        document.lowered[t] in DATED or syntax.lemmas[t] in DURATIONS or syntax.tags[t] == "CD"
        for t in part.tokens
    ):
        yield "time or number"
        yield f"role={role} time or number"
    if any(syntax.tags[t] in PROPER_TAGS for t in part.tokens):
        yield f"role={role} holds a name"
    if syntax.lemmas[head].lower() in LIGHT:
        yield f"light {role}"
    yield f"role={role} long={min(len(part.tokens) // 2, 4)}"
    yield f"long={min(len(part.tokens), _LONGEST)}"
    distance = abs(head - figure.tokens.start)
    side = "before" if head < figure.tokens.start else "after"
    yield f"far={min(distance.bit_length(), 5)} {side}"
    yield f"repeated={min(_counts(document)[document.lowered[head]], 4)}"
    if any(document.lowered[c] in {"the", "this", "that"} for c in document.children[head]):
        yield f"role={role} definite"
