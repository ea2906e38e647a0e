"""How a sentence tells its matter: what it denies and doubts, when, where, and who says so.

Two sentences on one matter conflict where these differ; what is left of the sentence without them,
its matter, says whether they are on one matter at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from divergence.digesting.content_words import names_of, substance
from divergence.digesting.place_phrases import places
from divergence.digesting.time_phrases import Circumstance, times
from divergence.lexicons.attribution_cues import actor_kinds, cues
from divergence.lexicons.auxiliaries import LIGHT
from divergence.lexicons.calendar import DEICTIC, WEEKDAYS
from divergence.lexicons.measurement_units import is_measure
from divergence.lexicons.negators import DENYING, NEGATORS
from divergence.lexicons.unrealized import FAILING, REFUSING
from divergence.text.figures.number_expressions import find_numbers
from divergence.types import Attribution, Document, Span

_DENYING = DENYING | REFUSING | FAILING
# Who rejects an offer denies nothing; who rejects the claim that a dam was old does.
_REJECTING = frozenset("reject dismiss dispute contest rebut".split())
_CLAIMS = frozenset(
    "accusation allegation assertion charge claim idea notion report rumor rumour "
    "suggestion".split()
)
# "no doubt" and "not only" deny nothing, "no fewer than" bounds a number.
_NO_DENIAL = frozenset("doubt only just longer more less fewer later wonder matter".split())
_REACH = 3
_ENDS = frozenset({";", ":", "but", "—"})
# What is no doubt of the text's own: a prospect, a speaker's way of giving an opinion.
_NO_DOUBT = frozenset({"potential", "possible"})
_OWN = frozenset({"i", "we"})
__all__ = ["Circumstance", "Claimant", "Mark", "Telling", "merged", "tellings"]
_NAMES = frozenset({"NNP", "NNPS"})
_ACTING = frozenset({"nsubj", "nsubj:pass", "obl:agent"})
_FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
# Months are left out: "May" speaks as a person.
_DAYS = DEICTIC.union(WEEKDAYS)


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that deny or doubt, and the lemmas of what they bear on, nearest first."""

    words: str
    about: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Claimant:
    """Whom a sentence lets speak; ``named`` where a name says who it is, ``actor`` where it is
    somebody and no document.
    """

    words: str
    named: bool
    actor: bool = True


@dataclass(frozen=True, slots=True)
class Telling:
    """How one sentence tells its matter; ``matter`` is the sentence without all of that.

    ``substance`` is what it says beyond names, titles and "said"; ``names`` are the words of each
    of its names. ``actor`` says whether somebody with a name does something in it or has it done
    to them, ``clause`` whether it has a finite verb, which lists of names and of links lack.
    """

    matter: str
    lemmas: frozenset[str]
    denied: tuple[Mark, ...] = ()
    doubted: tuple[Mark, ...] = ()
    times: tuple[Circumstance, ...] = ()
    places: tuple[Circumstance, ...] = ()
    claimants: tuple[Claimant, ...] = ()
    substance: str = ""
    names: tuple[frozenset[str], ...] = ()
    actor: bool = False
    clause: bool = False


def tellings(document: Document) -> tuple[Telling, ...]:
    """Say of every sentence of a document how it tells its matter.

    What is denied is the first verb or noun after the word that denies, or after "the claim that"
    and the like: a denial by other words ("the report is false", "ruled out") is not seen.
    Approximations ("about 40") are no doubts.
    """
    from divergence.features.hedging import find

    doubts: dict[int, list[Span]] = {}
    for evidence in find(document):
        if evidence.category != "approximator":
            doubts.setdefault(evidence.sentence, []).append(Span(evidence.start, evidence.end))
    speaking = _speaking(document)
    return tuple(
        _telling(document, number, sentence, doubts.get(number, ()), speaking.get(number, ()))
        for number, sentence in enumerate(document.syntax.sentences)
    )


def merged(parts: Sequence[Telling]) -> Telling:
    """Read several sentences as one."""
    return Telling(
        matter=" ".join(part.matter for part in parts),
        lemmas=frozenset().union(*(part.lemmas for part in parts)),
        denied=tuple(mark for part in parts for mark in part.denied),
        doubted=tuple(mark for part in parts for mark in part.doubted),
        times=tuple(one for part in parts for one in part.times),
        places=tuple(one for part in parts for one in part.places),
        claimants=tuple(dict.fromkeys(one for part in parts for one in part.claimants)),
        substance=" ".join(part.substance for part in parts if part.substance),
        names=tuple(name for part in parts for name in part.names),
        actor=any(part.actor for part in parts),
        clause=any(part.clause for part in parts),
    )


def _telling(
    document: Document,
    number: int,
    sentence: Span,
    doubts: Sequence[Span],
    speaking: Sequence[tuple[Claimant, set[int]]],
) -> Telling:
    denied = list(_denied(document, sentence))
    doubted = list(_doubted(document, sentence, doubts))
    when, where = list(times(document, sentence)), list(places(document, sentence))
    taken = {token for span, _ in (*denied, *doubted, *when, *where) for token in range(*span)}
    spoken: set[int] = set().union(*(tokens for _, tokens in speaking))
    taken |= spoken
    for quantity in find_numbers(document.lowered, sentence):
        taken |= set(range(*quantity.tokens)) | _measure(document, quantity.tokens.end)
    kept = [t for t in range(*sentence) if t not in taken and document.is_word[t]]
    return Telling(
        matter=" ".join(document.syntax.words[t] for t in kept),
        lemmas=frozenset(_content(document, range(*sentence))),
        denied=tuple(mark for _, mark in denied),
        doubted=tuple(mark for _, mark in doubted),
        times=tuple(_time(document, span, Circumstance(*found), spoken) for span, found in when),
        places=tuple(Circumstance(*found) for _, found in where),
        claimants=tuple(dict.fromkeys(claimant for claimant, _ in speaking)),
        substance=substance(
            document, sentence, spoken, {token for span, _ in where for token in range(*span)}
        ),
        names=names_of(document, sentence),
        actor=_names_an_actor(document, sentence),
        clause=_is_clause(document, sentence),
    )


def _names_an_actor(document: Document, sentence: Span) -> bool:
    syntax = document.syntax
    return any(
        syntax.tags[token] in _NAMES and syntax.relations[token] in _ACTING
        for token in range(*sentence)
    )


def _is_clause(document: Document, sentence: Span) -> bool:
    """Whether the head of a sentence, or what hangs from it, is a finite verb or has a subject."""
    syntax = document.syntax
    heads = [token for token in range(*sentence) if syntax.heads[token] == token]
    # A verb that only describes a noun ("the man who fell") makes no sentence of it.
    below = [
        child
        for head in heads
        for child in document.children[head]
        if not syntax.relations[child].startswith("acl")
    ]
    return any(
        syntax.tags[token] in _FINITE
        # Past tense is easily tagged as a participle; its subject tells.
        or (
            syntax.tags[token].startswith("VB")
            and any(syntax.relations[child] == "nsubj" for child in document.children[token])
        )
        for token in (*heads, *below)
    )


def _time(document: Document, span: Span, one: Circumstance, spoken: set[int]) -> Circumstance:
    """Tell the day on which somebody spoke from the days that are spoken of."""
    heads = {document.syntax.heads[token] for token in range(*span)} - set(range(*span))
    return replace(one, kind=f"spoken {one.kind}") if heads & spoken else one


def _measure(document: Document, token: int) -> set[int]:
    """The unit of measurement after a number ("percent", "square miles"), which is no matter."""
    found: set[int] = set()
    while token < len(document.lowered) and is_measure(document.syntax.lemmas[token].lower()):
        found.add(token)
        token += 1
    return found


def _denied(document: Document, sentence: Span) -> Iterator[tuple[Span, Mark]]:
    lowered, lemmas = document.lowered, document.syntax.lemmas
    for token in range(*sentence):
        # "Doctors Without Borders" denies nothing.
        name = document.syntax.tags[token] in {"NNP", "NNPS"}
        denier = lowered[token] in NEGATORS and not name
        lemma = lemmas[token].lower()
        claimed = _claimed(document, token, sentence.end) if lemma in _REJECTING | _DENYING else 0
        if not denier and lemma not in _DENYING and not claimed:
            continue
        following = lowered[token + 1] if token + 1 < sentence.end else ""
        about = tuple(_reach(document, claimed or token + 1, sentence.end))
        if following not in _NO_DENIAL:
            yield Span(token, token + 1), Mark(document.words_of(Span(token, token + 1)), about)


def _claimed(document: Document, verb: int, end: int) -> int:
    """The token after "the claim that" behind a verb, or 0."""
    for token in range(verb + 1, min(verb + 1 + _REACH, end - 1)):
        if document.syntax.lemmas[token].lower() in _CLAIMS:
            return token + 2 if document.lowered[token + 1] in {"that", "of"} else 0
    return 0


def _doubted(
    document: Document, sentence: Span, doubts: Iterable[Span]
) -> Iterator[tuple[Span, Mark]]:
    starts = document.syntax.starts
    for doubt in doubts:
        tokens = [t for t in range(*sentence) if doubt.start <= starts[t] < doubt.end]
        if not tokens or not _is_doubt(document, sentence, tokens):
            continue
        span = Span(tokens[0], tokens[-1] + 1)
        about = tuple(_reach(document, span.end, sentence.end))
        yield span, Mark(document.words_of(span), about)


def _is_doubt(document: Document, sentence: Span, tokens: Sequence[int]) -> bool:
    first, lemma = tokens[0], document.syntax.lemmas[tokens[0]].lower()
    before = document.lowered[first - 1] if first > sentence.start else ""
    noun = document.syntax.tags[first].startswith("NN")
    # "As he has alleged before" gives words to a speaker.
    claim = lemma in {"allege", "alleged"} and document.syntax.tags[first] in {"VBD", "VBP", "VBZ"}
    return not noun and not claim and before not in _OWN and lemma not in _NO_DOUBT


def _reach(document: Document, start: int, end: int) -> list[str]:
    """Lemmas of the first words with content after a word that denies or doubts."""
    found: list[str] = []
    for token in range(start, end):
        if document.lowered[token] in _ENDS or len(found) == _REACH:
            break
        found += _content(document, [token])
    return found


def _content(document: Document, tokens: Iterable[int]) -> Iterator[str]:
    syntax = document.syntax
    for token in tokens:
        lemma = syntax.lemmas[token].lower()
        if syntax.tags[token][:2] in {"NN", "VB", "JJ"} and lemma not in LIGHT:
            yield lemma


def _speaking(document: Document) -> dict[int, list[tuple[Claimant, set[int]]]]:
    """Who speaks in each sentence, and the tokens that name speaker and cue."""
    found: dict[int, list[tuple[Claimant, set[int]]]] = {}
    for one in document.attributions:
        spoken = one.cue is not None and _is_telling(one)
        if not spoken or one.speaker.kind not in {"named", "role"} or not one.speaker.name:
            continue
        tokens = set(range(*(one.cue or ())))
        if one.speaker.tokens is not None:
            tokens |= set(range(*one.speaker.tokens))
            # "Nine in ten teachers" are counted, and nobody's name.
            if find_numbers(document.lowered, one.speaker.tokens):
                continue
        name = _plain(one.speaker.name)
        if len(name) > 2 and name.lower() not in _DAYS:
            claimant = Claimant(name, one.speaker.kind == "named", _acts(one, name))
            found.setdefault(one.sentence, []).append((claimant, tokens))
    return found


def _acts(one: Attribution, name: str) -> bool:
    """Whether a speaker is a person, a group or an institution, and no letter or report."""
    if one.speaker.kind == "named" or one.speaker.side:
        return True
    words = name.lower().split(" of ")[0].split(" in ")[0].split()
    last = words[-1] if words else ""
    return bool({last, last.removesuffix("s"), last[:-3] + "y"} & actor_kinds().keys())


def _is_telling(one: Attribution) -> bool:
    """Whether a cue is a known word of telling, and no deed that the tagger took for one."""
    known = cues()
    return one.cue_class != "neutral" or (
        one.cue_lemma in known.verbs
        or one.cue_lemma in known.nouns
        or one.cue_lemma in known.adjectives
    )


def _plain(name: str) -> str:
    return re.sub(r"\s+", " ", name).strip()
