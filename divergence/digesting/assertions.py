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
from divergence.text.figures.wordings.number_expressions import find_numbers
from divergence.types import Attribution, Document, Span, Speaker

_DENYING = DENYING | REFUSING | FAILING
# Who rejects an offer denies nothing; who rejects the claim that a dam was old does.
_TURNING_DOWN = _DENYING | frozenset("reject dismiss dispute contest rebut".split())
_CLAIMS = frozenset(
    "accusation allegation assertion charge claim idea notion report rumor rumour "
    "suggestion".split()
)
# "no doubt" and "not only" deny nothing, "no fewer than" bounds a number.
_NO_DENIAL = frozenset("doubt only just longer more less fewer later wonder matter".split())
_SCOPE = 3
_ENDS = frozenset({";", ":", "but", "—"})
# What is no doubt of the text's own: a prospect, a speaker's way of giving an opinion.
_NO_DOUBT = frozenset({"potential", "possible"})
_OWN = frozenset({"i", "we"})
_NAMES = frozenset({"NNP", "NNPS"})
_ACTING = frozenset({"nsubj", "nsubj:pass", "obl:agent"})
_FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
# Months are left out: "May" speaks as a person.
_DAYS = DEICTIC.union(WEEKDAYS)


@dataclass(frozen=True, slots=True)
class ScopedCue:
    """Words that deny or doubt, and the lemmas of what they bear on, nearest first."""

    words: str
    scope: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Claimant:
    """Whom a sentence lets speak; ``named`` where a name says who it is, ``actor`` where it is
    somebody and no document.
    """

    words: str
    named: bool
    actor: bool = True


@dataclass(frozen=True, slots=True)
class Assertion:
    """How one sentence tells its matter; ``matter`` is the sentence without all of that.

    ``substance`` is what it says beyond names, titles and "said"; ``names`` are the words of each
    of its names. ``actor`` says whether somebody with a name does something in it or has it done
    to them, ``clause`` whether it has a finite verb, which lists of names and of links lack.
    """

    matter: str
    lemmas: frozenset[str]
    denied: tuple[ScopedCue, ...] = ()
    doubted: tuple[ScopedCue, ...] = ()
    times: tuple[Circumstance, ...] = ()
    places: tuple[Circumstance, ...] = ()
    claimants: tuple[Claimant, ...] = ()
    substance: str = ""
    names: tuple[frozenset[str], ...] = ()
    actor: bool = False
    clause: bool = False


def assertions(document: Document) -> tuple[Assertion, ...]:
    """Say of every sentence of a document what it asserts, denies and doubts.

    A denial by other words ("the report is false", "ruled out") is not seen, and approximations
    ("about 40") are no doubts.
    """
    from divergence.features.hedging import find

    doubts: dict[int, list[Span]] = {}
    for evidence in find(document):
        if evidence.category != "approximator":
            doubts.setdefault(evidence.sentence, []).append(Span(evidence.start, evidence.end))
    speaking = _speaking(document)
    return tuple(
        _assertion(document, number, sentence, doubts.get(number, ()), speaking.get(number, ()))
        for number, sentence in enumerate(document.syntax.sentences)
    )


def merged(parts: Sequence[Assertion]) -> Assertion:
    """Read several sentences as one."""
    return Assertion(
        matter=" ".join(part.matter for part in parts),
        lemmas=frozenset().union(*(part.lemmas for part in parts)),
        denied=tuple(cue for part in parts for cue in part.denied),
        doubted=tuple(cue for part in parts for cue in part.doubted),
        times=tuple(time for part in parts for time in part.times),
        places=tuple(place for part in parts for place in part.places),
        claimants=tuple(dict.fromkeys(named for part in parts for named in part.claimants)),
        substance=" ".join(part.substance for part in parts if part.substance),
        names=tuple(name for part in parts for name in part.names),
        actor=any(part.actor for part in parts),
        clause=any(part.clause for part in parts),
    )


def _assertion(
    document: Document,
    number: int,
    sentence: Span,
    doubts: Sequence[Span],
    speaking: Sequence[tuple[Claimant, set[int]]],
) -> Assertion:
    denied = list(_denied(document, sentence))
    doubted = list(_doubted(document, sentence, doubts))
    when, where = list(times(document, sentence)), list(places(document, sentence))
    taken = {token for span, _ in (*denied, *doubted, *when, *where) for token in range(*span)}
    spoken: set[int] = set().union(*(tokens for _, tokens in speaking))
    taken |= spoken
    for quantity in find_numbers(document.lowered, sentence):
        taken |= set(range(*quantity.tokens)) | _measure(document, quantity.tokens.end)
    kept = [t for t in range(*sentence) if t not in taken and document.is_word[t]]
    return Assertion(
        matter=" ".join(document.syntax.words[t] for t in kept),
        lemmas=frozenset(_content(document, range(*sentence))),
        denied=tuple(cue for _, cue in denied),
        doubted=tuple(cue for _, cue in doubted),
        times=tuple(_time(document, span, time, spoken) for span, time in when),
        places=tuple(place for _, place in where),
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


def _time(document: Document, span: Span, time: Circumstance, spoken: set[int]) -> Circumstance:
    """Tell the day on which somebody spoke from the days that are spoken of."""
    heads = {document.syntax.heads[token] for token in range(*span)} - set(range(*span))
    return replace(time, kind=f"spoken {time.kind}") if heads & spoken else time


def _measure(document: Document, token: int) -> set[int]:
    """The unit of measurement after a number ("percent", "square miles"), which is no matter."""
    unit: set[int] = set()
    while token < len(document.lowered) and is_measure(document.syntax.lemmas[token].lower()):
        unit.add(token)
        token += 1
    return unit


def _denied(document: Document, sentence: Span) -> Iterator[tuple[Span, ScopedCue]]:
    lowered, lemmas = document.lowered, document.syntax.lemmas
    for token in range(*sentence):
        # "Doctors Without Borders" denies nothing.
        name = document.syntax.tags[token] in _NAMES
        denier = lowered[token] in NEGATORS and not name
        lemma = lemmas[token].lower()
        claimed = _claimed(document, token, sentence.end) if lemma in _TURNING_DOWN else 0
        if not denier and lemma not in _DENYING and not claimed:
            continue
        following = lowered[token + 1] if token + 1 < sentence.end else ""
        if following not in _NO_DENIAL:
            span = Span(token, token + 1)
            scope = _scope(document, claimed or token + 1, sentence.end)
            yield span, ScopedCue(document.words_of(span), scope)


def _claimed(document: Document, verb: int, end: int) -> int:
    """The token after "the claim that" behind a verb, or 0."""
    for token in range(verb + 1, min(verb + 1 + _SCOPE, end - 1)):
        if document.syntax.lemmas[token].lower() in _CLAIMS:
            return token + 2 if document.lowered[token + 1] in {"that", "of"} else 0
    return 0


def _doubted(
    document: Document, sentence: Span, doubts: Iterable[Span]
) -> Iterator[tuple[Span, ScopedCue]]:
    starts = document.syntax.starts
    for doubt in doubts:
        tokens = [t for t in range(*sentence) if doubt.start <= starts[t] < doubt.end]
        if not tokens or not _is_doubt(document, sentence, tokens):
            continue
        span = Span(tokens[0], tokens[-1] + 1)
        scope = _scope(document, span.end, sentence.end)
        yield span, ScopedCue(document.words_of(span), scope)


def _is_doubt(document: Document, sentence: Span, tokens: Sequence[int]) -> bool:
    first, lemma = tokens[0], document.syntax.lemmas[tokens[0]].lower()
    before = document.lowered[first - 1] if first > sentence.start else ""
    noun = document.syntax.tags[first].startswith("NN")
    # "As he has alleged before" gives words to a speaker.
    claim = lemma in {"allege", "alleged"} and document.syntax.tags[first] in {"VBD", "VBP", "VBZ"}
    return not noun and not claim and before not in _OWN and lemma not in _NO_DOUBT


def _scope(document: Document, start: int, end: int) -> tuple[str, ...]:
    """Lemmas of the first words with content after a word that denies or doubts."""
    lemmas: list[str] = []
    for token in range(start, end):
        if document.lowered[token] in _ENDS or len(lemmas) == _SCOPE:
            break
        lemmas += _content(document, [token])
    return tuple(lemmas)


def _content(document: Document, tokens: Iterable[int]) -> Iterator[str]:
    syntax = document.syntax
    for token in tokens:
        lemma = syntax.lemmas[token].lower()
        if syntax.tags[token][:2] in {"NN", "VB", "JJ"} and lemma not in LIGHT:
            yield lemma


def _speaking(document: Document) -> dict[int, list[tuple[Claimant, set[int]]]]:
    """Who speaks in each sentence, and the tokens that name speaker and cue."""
    claimants: dict[int, list[tuple[Claimant, set[int]]]] = {}
    for attribution in document.attributions:
        speaker, cue = attribution.speaker, attribution.cue
        known = speaker.kind in {"named", "role"} and speaker.name
        if cue is None or not known or not _is_speech_cue(attribution):
            continue
        tokens = set(range(*cue))
        if speaker.tokens is not None:
            tokens |= set(range(*speaker.tokens))
            # "Nine in ten teachers" are counted, and nobody's name.
            if find_numbers(document.lowered, speaker.tokens):
                continue
        name = re.sub(r"\s+", " ", speaker.name).strip()
        if len(name) > 2 and name.lower() not in _DAYS:
            claimant = Claimant(name, speaker.kind == "named", _is_actor(speaker, name))
            claimants.setdefault(attribution.sentence, []).append((claimant, tokens))
    return claimants


def _is_actor(speaker: Speaker, name: str) -> bool:
    """Whether a speaker is a person, a group or an institution, and no letter or report."""
    if speaker.kind == "named" or speaker.side:
        return True
    words = name.lower().split(" of ")[0].split(" in ")[0].split()
    last = words[-1] if words else ""
    return bool({last, last.removesuffix("s"), last[:-3] + "y"} & actor_kinds().keys())


def _is_speech_cue(attribution: Attribution) -> bool:
    """Whether a cue is a known word of telling, and no deed that the tagger took for one."""
    known = cues()
    return attribution.cue_class != "neutral" or (
        attribution.cue_lemma in known.verbs
        or attribution.cue_lemma in known.nouns
        or attribution.cue_lemma in known.adjectives
    )
