"""Speakers: from the phrase beside a cue to whom it stands for.

Whom a name, a role or a pronoun stands for is asked of the text's entities; here the phrase is
found that is to be asked for: the noun before "who said", the name at the end of "Chair of the
Council Ada Lin". What stands for nobody that the text shows is unknown, because a wrong name is
worse than none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from divergence.lexicons.pronouns import FIRST_PERSON
from divergence.text.attributions.attribution_draft import AttributionDraft
from divergence.text.attributions.speaking_phrases import speaking_tokens
from divergence.text.attributions.token_ranges import speech_tokens
from divergence.text.dependency_tree import Tree
from divergence.text.entities.chains import KnownPhrase
from divergence.text.entities.noun_phrases import noun_phrase
from divergence.text.entities.side_membership import Memberships
from divergence.text.word_classes import PROPER_TAGS
from divergence.types import Entity, Quotation, Span, Speaker, SpeakerKind

_LONGEST_NAME = 12
_PRONOUNS = frozenset({"PRP", "PRP$"})
UNKNOWN = Speaker(None, "", "unknown", None)


def name_speakers(
    tree: Tree,
    drafts: Sequence[AttributionDraft],
    entities: Sequence[Entity],
    memberships: Memberships,
    quotations: Sequence[Quotation],
) -> tuple[Speaker, ...]:
    """Name the speaker of every draft, in the order of the drafts."""
    known = {
        mention.head: KnownPhrase(mention, entity.type)
        for entity in entities
        for mention in entity.mentions
    }
    speakers = []
    for draft, head in zip(drafts, speaking_tokens(tree, drafts, known), strict=True):
        speaker = UNKNOWN
        if head is not None:
            speaker = _speaker(tree, head, draft, memberships)
        cue = draft.cue
        if head and cue and speaker.tokens and speaker.tokens.start < cue.end <= head:
            speaker = replace(speaker, tokens=Span(cue.end, speaker.tokens.end))
        speakers.append(replace(speaker, tokens=draft.source) if draft.source else speaker)
    return tuple(_with_first_person(tree, drafts, speakers, speech_tokens(quotations)))


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
                yield replace(speaker, name=whose.name, kind=whose.kind, side=whose.side)
                continue
        yield speaker


def _speaker(
    tree: Tree,
    head: int,
    draft: AttributionDraft,
    memberships: Memberships,
) -> Speaker:
    syntax = tree.syntax
    source = draft.source
    entity = memberships.entity_of.get(head)
    phrase = noun_phrase(tree, head).tokens
    partners = [
        child
        for child in tree.children[head]
        if syntax.relations[child] == "conj"
        and syntax.tags[child].startswith(("NN", "PRP", "CD", "DT"))
        and (source is None or source.start <= child < source.end)
    ]
    side = memberships.side_of(head, partners)
    if syntax.tags[head] in _PRONOUNS:
        own = Span(head, head + 1)
        if entity is None:
            return Speaker(own, "", "unknown", None)
        name = " and ".join([entity.name, *(tree.text_of(_words(tree, t)) for t in partners)])
        return Speaker(own, name, _kind(entity), side)
    # Where the parse has taken "the company" apart, the source holds it together.
    apart = range(0)
    if source and phrase == Span(head, head + 1) and syntax.tags[source.start] == "DT":
        phrase = Span(min(source.start, head), head + 1)
        apart = range(phrase.start, head)
    side = side or next(filter(None, map(memberships.side_of, apart)), None)
    if entity and not partners and (_kind(entity) == "named" or not source):
        return Speaker(phrase, entity.name, _kind(entity), side)
    proper = syntax.tags[head] in PROPER_TAGS
    if entity and not partners:
        return Speaker(phrase, entity.name, "named" if proper else "role", side)
    end = max([phrase.end, *(_words(tree, partner).end for partner in partners)])
    tokens = Span(phrase.start, min(end, phrase.start + _LONGEST_NAME))
    return Speaker(phrase, tree.text_of(tokens), "named" if proper else "role", side)


def _words(tree: Tree, head: int) -> Span:
    """The words of a phrase, as many as a name has."""
    start, end = noun_phrase(tree, head).tokens
    return Span(start, min(end, start + _LONGEST_NAME))


def _kind(entity: Entity) -> SpeakerKind:
    return "named" if any(m.form == "name" for m in entity.mentions) else "role"
