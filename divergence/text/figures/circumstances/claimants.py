"""Claimants of figures: in whose mouth the text puts a number, if in anybody's.

An attribution counts where its content holds the figure, and also beside it: behind a sentence
("..., police said") and in the sentences of a paragraph that go on in the same mouth. Which of
those near a figure it belongs to, or none, is learned from accounts labelled by readers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from divergence.lexicons.attribution_cues import actor_kinds, cues
from divergence.text.dependency_tree import SUBJECTS, head_of
from divergence.text.figures.circumstances.comparisons import last_before_comparison
from divergence.text.figures.circumstances.standing import aside_above, opening, way_up
from divergence.text.figures.learned import LearnedChoice, choices
from divergence.text.word_classes import FINITE_TAGS, PROPER_TAGS
from divergence.types import UNNAMED_SPEAKER, Attribution, Document, Span

# How many sentences back in its paragraph an attribution may still hold.
_REACH = 3
_LAST = 4
_CLIMB = 6
_CURRENCIES = frozenset("$£€")
_SHARES = frozenset({"%", "percent"})
_NEAR_UNIT = 4
_LIGHT = frozenset({"be", "do", "have"})
# What vouches for a number where nobody is named: "after reports that".
_WRITTEN = frozenset({"estimate", "report"})
# What puts content into a mouth most plainly; other cues are told by their class.
_TELLING = frozenset("accord according add claim find note report say show tell".split())


def claim_of(document: Document, sentence: Span, token: int) -> Attribution | None:
    """Return the attribution that a number is given in, or None where the reporter gives it."""
    return chosen_claim(document, sentence, token, choices()["claimant"])


def claimant_name(document: Document, claim: Attribution) -> str:
    """Return who vouches for a number: a name, "reports", or that nobody is named."""
    if claim.speaker.name or claim.cue is None:
        return claim.speaker.name or UNNAMED_SPEAKER
    cue = head_of(document.syntax.heads, claim.cue)
    by_reports = document.syntax.tags[cue] == "NNS" and claim.cue_lemma in _WRITTEN
    return document.lowered[cue] if by_reports else UNNAMED_SPEAKER


def chosen_claim(
    document: Document, sentence: Span, token: int, model: LearnedChoice
) -> Attribution | None:
    """Return the likeliest attribution near a number, or None."""
    near = candidates(document, token)
    return model.likeliest(
        near, lambda attribution: features(document, sentence, token, attribution, near)
    )


def candidates(document: Document, token: int) -> list[Attribution]:
    """Return the attributions of a number's sentence and of those before it in its paragraph."""
    syntax = document.syntax
    number = document.sentence_of[token]
    paragraph = syntax.paragraph_of[number]
    return [
        attribution
        for attribution in document.attributions
        if not _is_agentless(document, attribution)
        and (
            (
                number - _REACH <= attribution.sentence <= number
                and syntax.paragraph_of[attribution.sentence] == paragraph
            )
            or _holds(attribution, token)
        )
    ]


def _is_agentless(document: Document, attribution: Attribution) -> bool:
    """Whether a passive leaves open who says so: "is expected to sell 40" is the reporter's."""
    if attribution.speaker.name or attribution.cue is None:
        return False
    cue = head_of(document.syntax.heads, attribution.cue)
    return document.syntax.tags[cue] == "VBN"


def _holds(attribution: Attribution, token: int) -> bool:
    return any(part.start <= token < part.end for part in attribution.content)


def features(
    document: Document,
    sentence: Span,
    token: int,
    attribution: Attribution,
    near: Sequence[Attribution],
) -> Iterator[str]:
    """Name what tells whether a number is given in an attribution."""
    number = document.sentence_of[token]
    back = number - attribution.sentence
    before = last_before_comparison(document, sentence, token)
    holds = _holds(attribution, token)
    # What a number is compared with is given in the same mouth.
    holds = holds or (before is not None and _holds(attribution, before))
    inside = "holds" if holds else "beside"
    where = f"back={back}" if back else _where(document, sentence, token, attribution)
    yield f"{inside} {where}"
    yield f"{inside} {attribution.kind}"
    yield f"{inside} {attribution.cue_class}"
    yield f"{inside} {attribution.speaker.kind}"
    quoted = document.voices[token] == "quoted"
    yield f"{inside} quoted={quoted}"
    yield f"{inside} quoted={quoted} {attribution.kind} back={min(abs(back), 2)}"
    if attribution.cue is None:
        yield f"{inside} no cue"
    if attribution.cue_lemma in _TELLING:
        yield f"{inside} cue={attribution.cue_lemma}"
    listed = attribution.cue_lemma in cues().verbs or attribution.cue_lemma in _TELLING
    yield f"{inside} cue listed={listed}"
    yield f"{inside} {where} cue listed={listed}"
    rivals = [other for other in near if other is not attribution]
    if holds:
        inner = sum(
            _length(other) < _length(attribution) for other in rivals if _holds(other, token)
        )
        yield f"holds around others={min(inner, 2)}"
        yield f"holds unnamed={attribution.speaker.name == ''}"
        if any(_holds(other, token) and other.speaker.name for other in rivals):
            yield f"holds beside a named one, unnamed={attribution.speaker.name == ''}"
    else:
        yield f"{inside} held by another={any(_holds(other, token) for other in rivals)}"
        yield f"{inside} cue of its own={any(other.sentence == number for other in rivals)}"
        counts = any("CD" in document.syntax.tags[p.start : p.end] for p in attribution.content)
        yield f"{inside} {where} with number={counts}"
    relative = aside_above(document, way_up(document, token)[:_CLIMB])
    yield f"{inside} in relative clause={relative}"
    tags, relations = document.syntax.tags, document.syntax.relations
    given = [t for part in attribution.content for t in range(*part)]
    yield f"{inside} clause={any(tags[t] in FINITE_TAGS for t in given)}"
    if attribution.cue is not None:
        cue = head_of(document.syntax.heads, attribution.cue)
        yield f"{inside} cue tag={tags[cue]}"
        yield f"{inside} cue relation={relations[cue]}"
    if attribution.speaker.tokens is not None:
        head = head_of(document.syntax.heads, attribution.speaker.tokens)
        kind = actor_kinds().get(document.syntax.lemmas[head].lower(), "other")
        named = document.syntax.tags[head] in PROPER_TAGS
        yield f"{inside} speaker={'name' if named else kind}"
    if back > 0:
        alone = not any(other.sentence == number for other in rivals)
        topic = _goes_on(document, sentence, attribution)
        counts = any("CD" in document.syntax.tags[p.start : p.end] for p in attribution.content)
        yield f"{inside} goes on={topic} alone={alone}"
        yield f"{inside} goes on={topic} alone={alone} with number={counts}"
        yield f"{inside} goes on={topic} alone={alone} {attribution.kind}"
        yield f"{inside} alone={alone} with number={counts} {attribution.kind}"
        later = any(attribution.sentence < other.sentence < number for other in rivals)
        yield f"{inside} another between={later}"
        yield from _likeness(document, sentence, token, given, attribution)
        yield f"{inside} {opening(document, sentence)}"
        opens = document.syntax.sentences[attribution.sentence].start
        paragraph = document.syntax.paragraph_of
        firsts = attribution.sentence == 0 or (
            paragraph[attribution.sentence - 1] != paragraph[attribution.sentence]
        )
        yield f"{inside} opens the paragraph={firsts}"
        if attribution.cue is not None:
            yield f"{inside} cue at the beginning={attribution.cue.start - opens < 4}"


def _likeness(
    document: Document, sentence: Span, token: int, given: list[int], attribution: Attribution
) -> Iterator[str]:
    """Name how a number and its sentence are like what was given before: money after money."""
    before = [t for t in given if document.syntax.tags[t] == "CD"]
    same = _measure(document, token) in {_measure(document, t) for t in before}
    yield f"numbers before={min(len(before), 2)}"
    yield f"same measure={same}"
    yield f"same measure={same} telling={attribution.cue_lemma in _TELLING}"
    shared = _contents(document, given) & _contents(document, range(*sentence))
    yield f"shared words={min(len(shared), 2)}"
    numbers = sum(document.syntax.tags[t] == "CD" for t in range(*sentence))
    yield f"numbers here={min(numbers, 2)}"


def _measure(document: Document, token: int) -> str:
    """What a number measures: money, a share, or anything else."""
    words = document.lowered
    if not _CURRENCIES.isdisjoint(words[max(token - 1, 0) : token + 1]):
        return "money"
    return "share" if not _SHARES.isdisjoint(words[token : token + _NEAR_UNIT]) else "count"


def _contents(document: Document, tokens: Iterable[int]) -> set[str]:
    """The lemmas of nouns and verbs, without those that mean little."""
    lemmas, tags = document.syntax.lemmas, document.syntax.tags
    return {lemmas[t].lower() for t in tokens if tags[t].startswith(("NN", "VB"))} - _LIGHT


def _goes_on(document: Document, sentence: Span, attribution: Attribution) -> bool:
    """Whether a sentence is about somebody or something that the content names too."""
    entities = {
        id(document.entity_of[t])
        for part in attribution.content
        for t in range(*part)
        if t in document.entity_of
    }
    subjects = (t for t in range(*sentence) if document.syntax.relations[t] in SUBJECTS)
    first = document.entity_of.get(next(subjects, -1))
    return first is not None and id(first) in entities


def _length(attribution: Attribution) -> int:
    return sum(part.end - part.start for part in attribution.content)


def _where(document: Document, sentence: Span, token: int, attribution: Attribution) -> str:
    """Where the cue stands to a number in their sentence."""
    if attribution.cue is None:
        return "no cue"
    if token < attribution.cue.start:
        last = max((t for t in range(*sentence) if document.is_word[t]), default=sentence.start)
        return f"before the cue, {'last' if last - attribution.cue.end < _LAST else 'further on'}"
    between = document.lowered[attribution.cue.end : token]
    if "that" in between:
        return "after the cue, joined"
    return f"after the cue, {'near' if len(between) < _LAST else 'far'}"
