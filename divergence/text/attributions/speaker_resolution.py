"""Speakers: from the phrase beside a cue to a name, and from "he said" to whom it stands for.

A name is written out as the longest form the article gives it ("Mr. Lin" -> "Ada Lin"). A pronoun
is traced only where the text makes it plain: one person is in play in the nearest sentence that
names any. Everything else is counted as unknown, because a wrong name is worse than none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from divergence.lexicons.attribution_cues import actor_kinds
from divergence.lexicons.pronouns import FIRST_PERSON, MASCULINE, PLURAL, SINGULAR, THING
from divergence.text.attributions.attribution_draft import AttributionDraft
from divergence.text.dependency_tree import SUBJECTS, Tree
from divergence.text.entities.person_names import Names
from divergence.text.word_classes import PROPER_TAGS
from divergence.types import Mention, Quotation, Span, Speaker

_LOOK_BACK = 3
_LONGEST_NAME = 12
UNKNOWN = Speaker(None, "", "unknown", None)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody whom a later pronoun may stand for."""

    name: str
    side: str | None
    is_subject: bool


def name_speakers(
    tree: Tree,
    drafts: Sequence[AttributionDraft],
    names: Names,
    mentions: Sequence[Mention],
    quotations: Sequence[Quotation],
) -> tuple[Speaker, ...]:
    """Name the speaker of every draft, in the order of the drafts."""
    quoted = {
        token for quotation in quotations if quotation.speech for token in range(*quotation.tokens)
    }
    side_of = _sides_by_head(mentions)
    said: dict[int, Speaker] = {}
    speakers = []
    for draft in drafts:
        head = draft.speaker_head
        if head is None or tree.syntax.tags[head] in {"WP", "WDT", "EX"}:
            speaker = UNKNOWN
        elif tree.syntax.tags[head] in {"PRP", "PRP$"}:
            speaker = _resolve_pronoun(tree, head, names, side_of, said, quoted)
        else:
            speaker = _named_speaker(tree, head, names, side_of, draft.source)
        if head and draft.cue and speaker.tokens and speaker.tokens.start < draft.cue.end <= head:
            speaker = replace(speaker, tokens=Span(draft.cue.end, speaker.tokens.end))
        if speaker.name:
            said[draft.sentence] = speaker
        speakers.append(replace(speaker, tokens=draft.source) if draft.source else speaker)
    return tuple(_with_first_person(tree, drafts, speakers, quoted))


def _with_first_person(
    tree: Tree, drafts: Sequence[AttributionDraft], speakers: Sequence[Speaker], quoted: set[int]
) -> Iterator[Speaker]:
    """Give "I" and "we" inside a quotation to whom the quotation is attributed."""
    for draft, speaker in zip(drafts, speakers, strict=True):
        head = draft.speaker_head
        if head in quoted and tree.syntax.words[head].lower() in FIRST_PERSON:
            around = (
                other
                for outer, other in zip(drafts, speakers, strict=True)
                if other.name and any(part.start <= head < part.end for part in outer.content)
            )
            whose = next(around, None)
            if whose is not None:
                yield replace(speaker, name=whose.name, kind="pronoun", side=whose.side)
                continue
        yield speaker


def _sides_by_head(mentions: Sequence[Mention]) -> Mapping[int, str]:
    """Side of every token that stands for one; a token claimed by two sides stands for neither."""
    sides: dict[int, set[str]] = {}
    for mention in mentions:
        if mention.actor:
            sides.setdefault(mention.head, set()).add(mention.side)
    return {token: next(iter(claiming)) for token, claiming in sides.items() if len(claiming) == 1}


def _named_speaker(
    tree: Tree, head: int, names: Names, side_of: Mapping[int, str], source: Span | None
) -> Speaker:
    phrase = _phrase(tree, head)
    # Where the parse has taken "the company" apart, the source holds it together.
    apart: range = range(0)
    if source and phrase == Span(head, head + 1) and tree.syntax.tags[source.start] == "DT":
        phrase = Span(min(source.start, head), head + 1)
        apart = range(*phrase)
    joined = [c for c in tree.children[head] if tree.syntax.relations[c] == "appos"]
    partners = [c for c in tree.children[head] if tree.syntax.relations[c] == "conj"]
    person = next(filter(None, (names.at(token) for token in (head, *joined))), None)
    about = {head, *joined, *apart, *(range(*person.tokens) if person else ())}
    sides = {side_of[token] for token in about if token in side_of}
    if not sides and person and person.name in names.sides:
        sides = {names.sides[person.name]}
    sides |= {side_of.get(partner, "") for partner in partners}
    side = (sides.pop() or None) if len(sides) == 1 else None
    if person and not partners:
        start, end = min(phrase.start, person.whole.start), max(phrase.end, person.whole.end)
        return Speaker(Span(start, end), person.name, "named", side)
    run = None if partners else names.run_at(head)
    proper = run is not None or tree.syntax.tags[head] in PROPER_TAGS
    tokens = run or Span(phrase.start, min(phrase.end, phrase.start + _LONGEST_NAME))
    return Speaker(phrase, tree.text_of(tokens), "named" if proper else "role", side)


def _phrase(tree: Tree, head: int) -> Span:
    """The noun phrase of ``head``: its subtree next to it, without clauses and asides."""
    aside = [
        c
        for c in tree.children[head]
        if tree.syntax.relations[c] in {"appos", "acl:relcl", "parataxis", "case", "acl"}
        or tree.syntax.tags[c] == ","
        or (tree.syntax.relations[c] in {"nmod", "obl", "dep"} and _follows_comma(tree, c))
    ]
    spans = tree.spans(tree.subtree(head, without=aside))
    return next((span for span in spans if span.start <= head < span.end), Span(head, head + 1))


def _follows_comma(tree: Tree, token: int) -> bool:
    start = min(tree.subtree(token))
    return start > 0 and tree.syntax.words[start - 1] == ","


def _resolve_pronoun(
    tree: Tree,
    pronoun: int,
    names: Names,
    side_of: Mapping[int, str],
    said: Mapping[int, Speaker],
    quoted: set[int],
) -> Speaker:
    """Whom a pronoun stands for, or an unknown speaker where that is not plain."""
    word = tree.syntax.words[pronoun].lower()
    unknown = Speaker(Span(pronoun, pronoun + 1), "", "unknown", None)
    if pronoun in quoted or word not in SINGULAR | PLURAL | THING:
        return unknown
    here = next(
        n for n, span in enumerate(tree.syntax.sentences) if span.start <= pronoun < span.end
    )
    for number in range(here, max(-1, here - _LOOK_BACK - 1), -1):
        if word in SINGULAR:
            people = _people_in(tree, number, pronoun, names, quoted, word)
            speaker = said.get(number)
            if (
                not people
                and number < here
                and speaker
                and _may_continue(tree, speaker, names, word)
            ):
                people = [Candidate(speaker.name, speaker.side, True)]
            if not people and number < here and _names_another(tree, number, names):
                return unknown
        else:
            speaker = said.get(number) if number < here else None
            fits = speaker is not None and _agrees(tree, speaker, word, names)
            people = [Candidate(speaker.name, speaker.side, True)] if speaker and fits else []
        if not people:
            continue
        plain = (
            people if len({c.name for c in people}) == 1 else [c for c in people if c.is_subject]
        )
        if len({candidate.name for candidate in plain}) != 1:
            return unknown
        return Speaker(Span(pronoun, pronoun + 1), plain[0].name, "pronoun", plain[0].side)
    return unknown


def _people_in(
    tree: Tree, number: int, before: int, names: Names, quoted: set[int], pronoun: str
) -> list[Candidate]:
    """People named in a sentence before a token, outside quotations, who fit the pronoun."""
    candidates = []
    for person in names.within(tree.syntax.sentences[number]):
        token = person.head
        if token >= before or token in quoted:
            continue
        if person.gender and (person.gender == "he") != (pronoun in MASCULINE):
            continue
        candidates.append(
            Candidate(person.name, names.sides.get(person.name), _is_subject_or_source(tree, token))
        )
    return candidates


def _is_subject_or_source(tree: Tree, token: int) -> bool:
    """Whether a name is the subject of its clause or its source, or in apposition to one."""
    relation, head = tree.syntax.relations[token], tree.syntax.heads[token]
    if relation in {"appos", "flat", "compound", "nmod:desc", "conj"} and head != token:
        return _is_subject_or_source(tree, head)
    if relation in SUBJECTS:
        return True
    case = tree.child(token, "case")
    return case is not None and tree.syntax.words[case].lower() == "according"


def _names_another(tree: Tree, number: int, names: Names) -> bool:
    """Whether the subject of a sentence is a name of nobody known: "she" may be that one."""
    first, end = tree.syntax.sentences[number]
    return any(
        tree.syntax.relations[token] == "nsubj"
        and tree.syntax.tags[token] == "NNP"
        and names.at(token) is None
        for token in range(first, end)
    )


def _may_continue(tree: Tree, speaker: Speaker, names: Names, pronoun: str) -> bool:
    """Whether "he" or "she" may be the one who spoke before: a person, by name or by role."""
    genders = {person.gender for person in names.people if person.name == speaker.name}
    if ("she" if pronoun in MASCULINE else "he") in genders:
        return False
    known = any(person.name == speaker.name for person in names.people)
    return known or speaker.kind == "pronoun" or _is_one_person(tree, speaker)


def _is_one_person(tree: Tree, speaker: Speaker) -> bool:
    """Whether a speaker given by a role is one person: "a spokesman", not "officials"."""
    if speaker.kind != "role" or speaker.tokens is None:
        return False
    # "The mayor's office" is no person.
    owners = {
        token
        for token in range(*speaker.tokens)
        if tree.syntax.relations[token] == "nmod:poss" and tree.syntax.tags[token] == "NN"
    }
    return any(
        tree.syntax.tags[token] == "NN"
        and token not in owners
        and actor_kinds().get(tree.syntax.lemmas[token].lower()) == "person"
        for token in range(*speaker.tokens)
    )


def _agrees(tree: Tree, speaker: Speaker, pronoun: str, names: Names) -> bool:
    if speaker.tokens is None:
        return False
    plural = any(tree.syntax.tags[token] in {"NNS", "NNPS"} for token in range(*speaker.tokens))
    if pronoun in PLURAL:
        return plural or speaker.kind == "pronoun"
    is_person = any(person.name == speaker.name for person in names.people)
    return not plural and not is_person and not _is_one_person(tree, speaker)
