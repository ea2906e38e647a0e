"""Speakers: from the phrase beside a cue to whom it stands for.

Whom a name, a role or a pronoun stands for is asked of the text's entities; here the phrase is
found that is to be asked for: the noun before "who said", the name at the end of "Chair of the
Council Ada Lin". What stands for nobody that the text shows is unknown, because a wrong name is
worse than none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from divergence.lexicons.calendar import DATED, DEICTIC
from divergence.lexicons.pronouns import FIRST_PERSON
from divergence.text.attributions.extraction import AttributionDraft
from divergence.text.dependency_tree import SUBJECTS, Tree
from divergence.text.entities.name_runs import datelines
from divergence.text.entities.noun_phrases import noun_phrase
from divergence.text.entities.side_membership import Memberships
from divergence.text.word_classes import PROPER_TAGS
from divergence.types import Entity, Quotation, Span, Speaker

_LONGEST_NAME = 12
_RELATIVE = frozenset({"WP", "WDT"})
_LONGEST_ASIDE = 30
_CLIMB_LIMIT = 4
_PRONOUNS = frozenset({"PRP", "PRP$"})
_PEOPLE = frozenset({"person", "organization"})
_NOBODY = DATED | DEICTIC
UNKNOWN = Speaker(None, "", "unknown", None)


def name_speakers(
    tree: Tree,
    drafts: Sequence[AttributionDraft],
    entities: Sequence[Entity],
    memberships: Memberships,
    quotations: Sequence[Quotation],
) -> tuple[Speaker, ...]:
    """Name the speaker of every draft, in the order of the drafts."""
    quoted = {
        token for quotation in quotations if quotation.speech for token in range(*quotation.tokens)
    }
    entity_of = {mention.head: entity for entity in entities for mention in entity.mentions}
    nobody = datelines(tree)
    speakers = []
    for draft in drafts:
        head = _antecedent(tree, draft, entity_of, nobody)
        if head is None:
            speaker = UNKNOWN
        else:
            speaker = _speaker(tree, head, draft, entity_of, memberships)
        cue = draft.cue
        if head and cue and speaker.tokens and speaker.tokens.start < cue.end <= head:
            speaker = replace(speaker, tokens=Span(cue.end, speaker.tokens.end))
        speakers.append(replace(speaker, tokens=draft.source) if draft.source else speaker)
    return tuple(_with_first_person(tree, drafts, speakers, quoted))


def _antecedent(
    tree: Tree, draft: AttributionDraft, entity_of: Mapping[int, Entity], nobody: set[int]
) -> int | None:
    """The noun or pronoun that says who speaks: itself, or what a relative pronoun stands for."""
    syntax = tree.syntax
    head, source = draft.speaker_head, draft.source
    if head is None:
        return _before_aside(tree, draft.cue, entity_of) if draft.cue else None
    relative = _relative(tree, head)
    if relative is not None:
        return _before_relative(tree, relative, entity_of)
    known = head in entity_of and head not in nobody
    if syntax.tags[head] in {"EX", "CD", "DT", "VBD", "VBZ", "VBP"} or not known:
        best = _instead(tree, source, entity_of, nobody) if source else None
        if best is None:
            return None if head in nobody or syntax.tags[head] == "EX" else head
        head = best
    head = _before_clause(tree, head, draft.cue)
    if syntax.words[head].lower() in _NOBODY:
        return None
    ahead = _name_ahead(tree, head, entity_of)
    return head if ahead is None else ahead


def _instead(
    tree: Tree, source: Span, entity_of: Mapping[int, Entity], nobody: set[int]
) -> int | None:
    """Who speaks in a source whose topmost word is nobody, as a dateline is."""
    start = source.start
    while start < source.end and start in nobody:
        start += 1
    if start > source.start and start < source.end:
        top = tree.head_of(Span(start, source.end))
        if top in entity_of:
            return top
    inside = [t for t in range(start, source.end) if t in entity_of]
    inside = [t for t in inside if tree.syntax.relations[t] != "nmod:poss"] or inside
    people = [t for t in inside if entity_of[t].type == "person"]
    return next(iter(people or inside), None)


def _relative(tree: Tree, head: int) -> int | None:
    """The relative pronoun that speaks: "who said", "some of whom said"."""
    tags, words = tree.syntax.tags, tree.syntax.words
    if tags[head] in _RELATIVE:
        return head
    of_whom = words[head + 1 : head + 3]
    return head + 2 if len(of_whom) == 2 and of_whom[0] == "of" and of_whom[1] == "whom" else None


def _before_aside(tree: Tree, cue: Span, entity_of: Mapping[int, Entity]) -> int | None:
    """The noun before an aside that the parse has lost: "Lin, the mayor of Orm, said"."""
    syntax = tree.syntax
    end = cue.start - 1
    if end < 2 or not syntax.tags[tree.head_of(cue)].startswith("VB"):
        return None
    mark = syntax.words[end]
    if mark not in {",", "—", "–", "-"}:
        return None
    first = next(s.start for s in reversed(syntax.sentences) if s.start <= end)
    for at in range(end - 1, max(first, end - _LONGEST_ASIDE), -1):
        if syntax.words[at] == mark:
            before = at - 1
            if before in entity_of and entity_of[before].type in {"person", "organization"}:
                return before
            holding = [
                m.head
                for e in {id(e): e for e in entity_of.values()}.values()
                if e.type in {"person", "organization"}
                for m in e.mentions
                if m.tokens.end == at
            ]
            if holding:
                return min(holding)
    return None


def _name_ahead(tree: Tree, head: int, entity_of: Mapping[int, Entity]) -> int | None:
    """The person that a phrase leads up to: "Norland Press Secretary Ada Lin" by "Norland"."""
    syntax = tree.syntax
    for token in range(head, min(head + 8, len(syntax.tags))):
        if not syntax.tags[token].startswith(("NN", "JJ", "POS")):
            return None
        entity = entity_of.get(token)
        if token > head and entity is not None and entity.type == "person":
            mention = next(m for m in entity.mentions if m.head == token)
            if mention.form == "name":
                return token
    return None


def _before_relative(tree: Tree, pronoun: int, entity_of: Mapping[int, Entity]) -> int | None:
    """The noun that a relative clause hangs on; where that is no person, who is none."""
    syntax = tree.syntax
    before = pronoun - 1
    while before > 0 and syntax.words[before] in {",", "of", "some", "many", "several", "—"}:
        before -= 1
    near = before if syntax.tags[before].startswith(("NN", "PRP")) else None
    token = pronoun
    for _ in range(6):
        above = syntax.heads[token]
        if syntax.relations[token] == "acl:relcl":
            entity = entity_of.get(above)
            person = syntax.words[pronoun].lower() in {"who", "whom"}
            if person and near is not None and (entity is None or entity.type not in _PEOPLE):
                return near
            return above
        if above == token:
            break
        token = above
    # Where the parse has lost it, it is the noun right before.
    return near


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
    entity_of: Mapping[int, Entity],
    memberships: Memberships,
) -> Speaker:
    syntax = tree.syntax
    source = draft.source
    entity = entity_of.get(head)
    phrase = noun_phrase(tree, head).tokens
    if syntax.tags[head] in _PRONOUNS:
        own = Span(head, head + 1)
        if entity is None:
            return Speaker(own, "", "unknown", None)
        return Speaker(own, entity.name, _kind(entity), memberships.side_of(head))
    partners = [
        child
        for child in tree.children[head]
        if syntax.relations[child] == "conj"
        and syntax.tags[child].startswith(("NN", "PRP", "CD", "DT"))
        and (source is None or source.start <= child < source.end)
    ]
    # Where the parse has taken "the company" apart, the source holds it together.
    if source and phrase == Span(head, head + 1) and syntax.tags[source.start] == "DT":
        phrase = Span(min(source.start, head), head + 1)
    side = memberships.side_of(head, partners)
    if entity and not partners and (_kind(entity) == "named" or not source):
        return Speaker(phrase, entity.name, _kind(entity), side)
    proper = syntax.tags[head] in PROPER_TAGS
    if entity and not partners:
        return Speaker(phrase, entity.name, "named" if proper else "role", side)
    tokens = Span(phrase.start, min(phrase.end, phrase.start + _LONGEST_NAME))
    return Speaker(phrase, tree.text_of(tokens), "named" if proper else "role", side)


def _kind(entity: Entity) -> str:
    return "named" if any(m.form == "name" for m in entity.mentions) else "role"
