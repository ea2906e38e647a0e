"""What a text states to have happened to those it counts: killed, displaced, flooded.

A word of an event counts only for those who suffer it, and only where the clause states it: "four
people cannot evacuate 900" displaces nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from divergence.lexicons.attribution_cues import actor_kinds
from divergence.lexicons.negators import CLAUSAL
from divergence.lexicons.packaged import load
from divergence.text.figures.factuality import is_stated
from divergence.text.figures.losses import UNSURE, is_of_people
from divergence.text.figures.strikes import is_attack
from divergence.text.figures.wordings.number_expressions import Number
from divergence.types import Document

_NEAR = 4
# Verbs whose active subject does it and does not suffer it.
_DONE_TO = frozenset(
    "kill slay slew murder massacre execute assassinate injure wound hurt maim hospitalize "
    "hospitalise displace evacuate arrest detain capture abduct kidnap rescue destroy damage "
    "deploy mobilize mobilise strand flood".split()
)
# A noun of the same form is another thing.
_VERBS_ONLY = frozenset({"flood", "strand"})
_PART_OF = frozenset(
    "percent % half third quarter fifth tenth most majority some none any each several many few "
    "dozen".split()
)
_PHRASES = (
    (re.compile(r"^(?:\w+ ){0,3}under ?water\b"), "flooded"),
    (
        re.compile(r"^(?:\w+ ){0,3}(?:no|without an?y?) way (?:\w+ ){0,2}(?:home|out|off|back)\b"),
        "stranded",
    ),
    (re.compile(r"^(?:\w+ ){0,3}stuck\b"), "stranded"),
    (re.compile(r"^(?:\w+ ){0,3}lost (?:their|his|her) li(?:fe|ves)\b"), "killed"),
    (re.compile(r"^(?:\w+ ){0,3}unaccounted for\b"), "missing"),
)
_REACH = 8
_FATAL = frozenset({"claim", "cost", "lose", "take"})
# Outcomes that numbers of one sentence share out among them.
_OUTCOMES = frozenset(
    {"killed", "injured", "missing", "captured", "arrested", "displaced", "rescued"}
)
_ACTIVE = frozenset("VB VBD VBG VBP VBZ VBN JJ NN NNS".split())
_BEHIND = 7


class EventClasses(NamedTuple):
    """Event classes that are stated of those counted, and all that are named near them."""

    stated: frozenset[str]
    named: frozenset[str]


def find_event_classes(
    document: Document, quantity: Number, head: int, beside: Sequence[Number] = ()
) -> EventClasses:
    """Find the event classes of the counted noun, of its participles and of the verbs above it.

    ``beside``: the quantities of the sentence, each of which may have an event of its own.
    """
    own, foreign = paired_events(document, quantity, beside)
    chain = _governing_chain(document, head)
    if _is_whole(document, chain) or _opens_whole(document, quantity, head):
        return EventClasses(frozenset(), frozenset())
    near = _near(document, quantity, head, chain)
    words = [token for token in near if word_event(document, token)]
    if not words:
        start, end = quantity.tokens
        around = next(span for span in document.syntax.sentences if span.end >= end)
        close = (
            *range(end, min(end + 3, around.end)),
            *range(max(start - 3, around.start), start),
        )
        words = [
            token
            for token in close
            if word_event(document, token) and not (token < start and token in foreign)
        ]
    for token in list(words):
        words.extend(
            child
            for child in document.children[token]
            if document.syntax.relations[child] == "conj"
            and child - token < _NEAR
            and word_event(document, child)
            and not _has_own_number(document, chain, child)
        )
    words = [token for token in words if token not in foreign] or words
    if own is not None:
        words = [token for token in words if token == own or token not in foreign]
        if own not in words:
            words.append(own)
    said = set(_phrase_events(document, head))
    if said and own is None:
        words = [token for token in words if token in near]
    suffered = [token for token in words if not _is_agent(document, chain, token)]
    stated = {word_event(document, t) for t in suffered if is_stated(document, t)}
    return EventClasses(
        frozenset(stated | said), frozenset({word_event(document, t) for t in suffered} | said)
    )


def paired_events(
    document: Document, quantity: Number, beside: Sequence[Number]
) -> tuple[int | None, frozenset[int]]:
    """The word of an event that a row of numbers leaves to this one, and those of the others.

    In "10 were killed, 24 wounded and two are missing" each number has the word next to it, and in
    "killed 7 and injured 19" too. Where two words are as near, the syntax decides.
    """
    counts = [number for number in beside if not number.unit]
    if quantity not in counts or len(counts) < 2:
        return None, frozenset()
    ends = [number.tokens.end for number in counts]
    sentence = next(span for span in document.syntax.sentences if span.end >= ends[-1])
    first = max(sentence.start, counts[0].tokens.start - _NEAR)
    words = [
        token
        for token in range(first, min(sentence.end, ends[-1] + _BEHIND))
        if word_event(document, token) in _OUTCOMES
    ]
    open_to = {number: set(_next_words(document, number, counts, words)) for number in counts}
    # "Killed 50" leaves no doubt.
    taken = {
        number: number.tokens.start - 1
        for number, near in open_to.items()
        if number.tokens.start - 1 in near
    }
    for number, word in taken.items():
        del open_to[number]
        for near in open_to.values():
            near.discard(word)
    while True:
        sure = [number for number, near in open_to.items() if len(near) == 1]
        if not sure:
            break
        word = open_to.pop(sure[0]).pop()
        taken[sure[0]] = word
        for near in open_to.values():
            near.discard(word)
    own = taken.pop(quantity, None)
    return own, frozenset(taken.values())


def _next_words(
    document: Document, number: Number, counts: Sequence[Number], words: Sequence[int]
) -> Iterator[int]:
    """The nearest word of an event before and behind a number, with no other number between."""
    start, end = number.tokens
    before = max((word for word in words if word < start), default=start)
    behind = min((word for word in words if word >= end), default=end + _BEHIND)
    starts = [other.tokens.start for other in counts]
    active = document.syntax.tags[before] in _ACTIVE
    if 0 < start - before <= _NEAR and active and not any(before < at < start for at in starts):
        yield before
    if behind - end < _BEHIND and not any(end <= at < behind for at in starts):
        yield behind


def word_event(document: Document, token: int) -> str:
    """Return the event class that a word names, or ""."""
    syntax = document.syntax
    lemma, tag = syntax.lemmas[token].lower(), syntax.tags[token]
    if document.lowered[token] == "missing":
        below = {syntax.relations[child] for child in document.children[token]}
        return "" if "obj" in below else "missing"
    if tag.startswith("NNP") and lemma == "march":
        return ""
    if lemma == "strike" and not is_attack(document, token):
        return ""
    if lemma in UNSURE and not is_of_people(document, token):
        return ""
    if lemma in _VERBS_ONLY and not tag.startswith("VB"):
        return ""
    return event_words().get(lemma, "")


def figure_event(classes: Iterable[str]) -> str:
    """Choose the class that a figure is filed under, or ""."""
    known = set(classes)
    for names in ({"killed", "injured"}, {"killed or injured"}):
        if names <= known:
            return "killed or injured"
    order = ("killed", "injured", "missing", "captured", "displaced", "arrested", "attack")
    return next((name for name in order if name in known), min(known, default=""))


@cache
def event_words() -> dict[str, str]:
    """Return the words that name an event, each with its class."""
    return {entry.term: entry.category for entry in load("figure_events").entries}


def _governing_chain(document: Document, head: int) -> list[int]:
    """The counted noun and what it hangs on, up to the first verb or word of an event."""
    syntax, chain = document.syntax, [head]
    for _ in range(3):
        above = chain[-1]
        if syntax.heads[above] == above or syntax.tags[above].startswith("VB"):
            break
        # "Two were in critical condition" is a clause of its own.
        beside = syntax.relations[above] in {"conj", "parataxis"}
        below = {syntax.relations[child] for child in document.children[above]}
        if beside and below & {"nsubj", "nsubj:pass"}:
            break
        if above != head and syntax.relations[above] == "conj" and word_event(document, above):
            break
        chain.append(syntax.heads[above])
    return chain


def _is_whole(document: Document, chain: list[int]) -> bool:
    """Whether what is counted is the whole of which the text takes a part."""
    if len(chain) < 2:
        return False
    syntax, (head, part) = document.syntax, chain[:2]
    of = any(
        document.lowered[child] == "of" and syntax.relations[child] == "case"
        for child in document.children[head]
    )
    return (
        of
        and part < head
        and (syntax.tags[part] == "CD" or syntax.lemmas[part].lower() in _PART_OF)
    )


def _opens_whole(document: Document, quantity: Number, head: int) -> bool:
    """Whether a sentence begins with the whole of which it then takes parts: "Of 31 miners, 9"."""
    start = quantity.tokens.start
    return (
        start > 0
        and document.lowered[start - 1] == "of"
        and any(span.start == start - 1 for span in document.syntax.sentences)
        and document.syntax.tags[document.syntax.heads[head]].startswith("VB")
    )


def _near(document: Document, quantity: Number, head: int, chain: list[int]) -> list[int]:
    syntax = document.syntax
    near = [head, *document.children[head]]
    if head == quantity.tokens.end - 1 and head + 1 < len(syntax.words):
        near.append(syntax.heads[head])
    near.extend(chain[1:])
    for token in list(near):
        if syntax.tags[token].startswith("VB") or syntax.relations[token].startswith("acl"):
            near.extend(
                c
                for c in document.children[token]
                if syntax.relations[c] in {"conj", "xcomp", "ccomp"}
                and c - token < _NEAR
                and not _has_own_number(document, chain, c)
            )
    return near


def _has_own_number(document: Document, chain: list[int], verb: int) -> bool:
    """Whether a verb beside the first has a number of its own: "killed two and injured seven"."""
    syntax = document.syntax
    return any(
        syntax.relations[child] == "obj"
        and child not in chain
        and "CD" in {syntax.tags[token] for token in (child, *document.children[child])}
        for child in document.children[verb]
    )


def _is_agent(document: Document, chain: list[int], token: int) -> bool:
    """Whether those counted do to others what a verb says."""
    syntax = document.syntax
    if syntax.lemmas[token] not in _DONE_TO or not syntax.tags[token].startswith("VB"):
        return False
    below = {syntax.relations[child] for child in document.children[token]}
    subjects = [noun for noun in chain if syntax.relations[noun] == "nsubj"]
    if not subjects or "nsubj:pass" in below or "aux:pass" in below or token in chain[:1]:
        return False
    governed = (
        token == syntax.heads[subjects[-1]] or syntax.heads[token] == syntax.heads[subjects[-1]]
    )
    people = actor_kinds().get(syntax.lemmas[chain[0]].lower()) or chain[0] != subjects[-1]
    return governed and ("obj" in below or (syntax.lemmas[token] == "flood" and bool(people)))


def _phrase_events(document: Document, head: int) -> Iterator[str]:
    """Event classes that several words name: "lost their lives", "claimed 40 lives"."""
    syntax = document.syntax
    if syntax.lemmas[head] == "life" and syntax.lemmas[syntax.heads[head]] in _FATAL:
        yield "killed"
    words: list[str] = []
    for token in range(head + 1, min(head + 1 + _REACH, len(document.lowered))):
        word, tag = document.lowered[token], document.syntax.tags[token]
        if not word.isalpha() or tag in {"CD", "MD"} or word in CLAUSAL:
            break
        words.append(word)
    said = " ".join(words)
    for pattern, name in _PHRASES:
        if pattern.search(said):
            yield name
