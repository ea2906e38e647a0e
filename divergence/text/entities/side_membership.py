"""Membership: which side a person, body or document of a text is of, if of any.

A phrase is of a side that it names ("Norland"), or whose own it is ("a Norland spokesman", "the
lawyer for the victims", "its letter"). What stands against a side is not of it, though its phrase
names it ("a critic of Norland", "Norland's victims"). All phrases of an entity are asked: its names
first, then the nouns that stand for it, then what stands beside them. Two sides make none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from divergence.lexicons.attribution_cues import actor_kinds
from divergence.lexicons.bodies import FAMILY_OF_NOUN
from divergence.lexicons.representation import (
    ABOUT_OTHERS,
    DOCUMENTS,
    ISSUING,
    OBSERVING,
    OPPOSED,
    OWNED_THROUGH_TO,
    OWNING,
    OWNING_A_DOCUMENT,
    PARTS,
    REPRESENTING,
    TURNING,
    party_forms,
    party_of_tag,
)
from divergence.text.dependency_tree import Tree
from divergence.text.entities.name_runs import is_title
from divergence.text.word_classes import PROPER_TAGS
from divergence.types import Entity, Mention, Side, Span

_DEEPEST = 3
_NAME_PARTS = frozenset({"flat", "nmod:desc", "compound", "appos", "goeswith"})
_CALLED = frozenset({"flat", "nmod:desc", "appos"})
_BESIDE = frozenset({"amod", "compound", "nmod:poss", "nmod", "nmod:desc"})
_OBJECTS = frozenset({"obj", "nsubj:pass"})
_RELATIVE = frozenset({"acl", "acl:relcl"})

Found = frozenset[str]
NONE: Found = frozenset()


@dataclass(slots=True)
class Memberships:
    """Which side each entity and phrase of a text is of."""

    tree: Tree
    entity_of: Mapping[int, Entity]
    named: Mapping[int, str]
    names: Sequence[tuple[tuple[str, ...], str]]
    nouns: Mapping[str, str]
    parties: Mapping[str, str]
    members: dict[int, str | None] = field(default_factory=dict)
    asked: set[int] = field(default_factory=set)

    @classmethod
    def of(
        cls, tree: Tree, sides: Sequence[Side], entities: Sequence[Entity], known: Sequence[Mention]
    ) -> Memberships:
        """Take note of where a text names its sides; ``known`` are mentions by alias."""
        named = {token: m.side for m in known for token in _name_of(tree, m.tokens)}
        return cls(
            tree,
            {mention.head: entity for entity in entities for mention in entity.mentions},
            named,
            tuple(_names(sides)),
            _nouns(sides),
            {
                forms[0]: side.name
                for side in sides
                for alias in side.aliases
                if (forms := party_forms(alias))
            },
        )

    def side_of(self, head: int, partners: Iterable[int] = ()) -> str | None:
        """Return the side of what a noun or pronoun stands for, with what is joined to it.

        "Norland and other countries" is led by Norland; "Norland and Sudmark" are neither side.
        """
        sides = {self._side(head)}
        joined = (partner for partner in partners if self._is_joined(head, partner))
        sides |= {self._side(partner) for partner in joined}
        return sides.pop() if len(sides) == 1 else None

    def mentions(self, known: Sequence[Mention]) -> tuple[Mention, ...]:
        """Mentions of sides through their people's names, where no alias names the side already."""
        people: dict[int, Entity] = {}
        for entity in self.entity_of.values():
            if entity.type == "person":
                people.setdefault(id(entity), entity)
        taken = {token for mention in known for token in range(*mention.tokens)}
        heads = {mention.head for mention in known}
        return tuple(
            Mention(tokens, mention.head, side, True)
            for entity in people.values()
            for side in (self._member(entity),)
            if side is not None
            for mention in entity.mentions
            if mention.form == "name" and mention.head not in heads
            for tokens in (self._name_tokens(mention.head),)
            if not taken & set(range(*tokens))
        )

    def _side(self, head: int) -> str | None:
        entity = self.entity_of.get(head)
        if entity is not None:
            return self._member(entity)
        return _only(self._own(head) or self._beside(head, 0))

    def _member(self, entity: Entity) -> str | None:
        """The side of an entity; while it is being asked for, it is of none."""
        key = id(entity)
        if key not in self.members:
            if key in self.asked:
                return None
            self.asked.add(key)
            self.members[key] = self._ask(entity)
        return self.members[key]

    def _ask(self, entity: Entity) -> str | None:
        names = [m.head for m in entity.mentions if m.form == "name"]
        nouns = [m.head for m in entity.mentions if m.form == "noun"]
        own: set[str] = set()
        for head in names:
            own |= self._person_named(head) if entity.type == "person" else self._own(head)
        if entity.type == "person" and names and not own:
            own |= self._called(tuple(entity.name.split()))
        if own:
            return _only(own)
        # Of many letters each may be another's: "the lawsuits".
        nouns = [head for head in nouns if self._kind(head) != "document" or self._is_one(head)]
        # A body with a name of its own is seldom "the administration" of another name.
        for head in nouns if entity.type == "person" or not names else ():
            own |= self._own(head)
        if own:
            return _only(own)
        beside: set[str] = set()
        for head in (*names, *nouns):
            beside |= self._beside(head, 0)
        if not beside and entity.party:
            beside |= {
                side for party, side in self.parties.items() if party == party_of_tag(entity.party)
            }
        return _only(beside)

    def _person_named(self, head: int) -> Found:
        """The side whose alias a person's name ends with: "Lin" in "Ada Lin", not in "Lin Jr.".

        Where an alias says whose family name it is, another first name is another person.
        """
        tokens = self._name_tokens(head)
        side = self.named.get(tokens.end - 1)
        words = self._without_titles(tokens)
        if side is None or not words:
            return self._own(head) if not words else NONE
        family = [name for name, owner in self.names if owner == side and name[-1] == words[-1]]
        firsts = {name[0] for name in family if len(name) > 1}
        known = len(words) < 2 or not firsts or words[0] in firsts or tuple(words[:1]) in family
        return frozenset({side}) if known else NONE

    def _called(self, words: tuple[str, ...]) -> Found:
        """The sides one of whose people a name is a short or a longer form of."""
        given = set(words)
        if len(words) == 1:
            return frozenset(
                side for name, side in self.names if len(name) > 1 and name[-1] == words[0]
            )
        return frozenset(
            side
            for name, side in self.names
            if len(name) > 1
            and name[-1] == words[-1]
            and (given <= set(name) or set(name) <= given)
        )

    def _without_titles(self, tokens: Span) -> list[str]:
        return [w for w in self.tree.syntax.words[tokens.start : tokens.end] if not is_title(w)]

    def _name_tokens(self, head: int) -> Span:
        """A name with the words that make it up, as they stand in a row around its head."""
        syntax = self.tree.syntax
        parts = {head} | {
            child
            for child in self.tree.children[head]
            if syntax.relations[child] in _NAME_PARTS
            and syntax.tags[child] in PROPER_TAGS
            and abs(child - head) < 5
        }
        start = end = head
        while start - 1 in parts or (start - 1 >= 0 and self._is_part(start - 1, parts)):
            start -= 1
        while end + 1 in parts or (end + 1 < len(syntax.tags) and self._is_part(end + 1, parts)):
            end += 1
        return Span(start, end + 1)

    def _is_part(self, token: int, parts: set[int]) -> bool:
        syntax = self.tree.syntax
        return (
            syntax.tags[token] in PROPER_TAGS
            and syntax.heads[token] in parts
            and syntax.relations[token] in _NAME_PARTS - {"appos"}
        )

    def _own(self, head: int) -> Found:
        """The side that a phrase names by its own head or by the name that goes with it."""
        if head in self.named:
            return frozenset({self.named[head]})
        singular = self.nouns.get(self.tree.syntax.lemmas[head].lower())
        if singular is not None and self.tree.syntax.tags[head] == "NN":
            return frozenset({singular})
        relations = self.tree.syntax.relations
        return frozenset(
            self.named[child]
            for child in self.tree.children[head]
            if child in self.named and relations[child] in _CALLED
        )

    def _beside(self, head: int, depth: int) -> Found:
        """The sides whose own a phrase is: "a spokesman for Norland", "their letter"."""
        if depth > _DEEPEST:
            return NONE
        syntax = self.tree.syntax
        kind = self._kind(head)
        children = self.tree.children[head]
        if not kind or any(
            syntax.lemmas[child].lower() in TURNING and child not in self.named
            for child in children
            if syntax.relations[child] in {"amod", "compound", "advmod", "nmod:desc"}
        ):
            return NONE
        sides: set[str] = set()
        for child in children:
            relation = syntax.relations[child]
            if relation == "appos":
                sides |= self._own(child) or self._beside(child, depth + 1)
            elif relation in _RELATIVE:
                sides |= self._represented(child, depth)
            elif relation in _BESIDE and self._owns(head, child, kind):
                sides |= self._of_modifier(child, depth)
        if kind == "document":
            sides |= self._issuer(head)
        return frozenset(sides)

    def _of_modifier(self, child: int, depth: int) -> Found:
        own = self._own(child)
        if own:
            return own
        entity = self.entity_of.get(child)
        if entity is not None:
            side = self._member(entity)
            if side is not None:
                return frozenset({side})
        return self._beside(child, depth + 1)

    def _kind(self, head: int) -> str:
        """How a noun can be a party's own: as a person, a body or a document; "" if it cannot."""
        syntax = self.tree.syntax
        lemma = syntax.lemmas[head].lower()
        if lemma in OPPOSED or lemma in OBSERVING:
            return ""
        if lemma in DOCUMENTS:
            return "document"
        kind = actor_kinds().get(lemma, "")
        if kind or is_title(syntax.words[head]):
            return kind or "person"
        if lemma in PARTS or syntax.tags[head] in {"CD", "DT"}:
            return "part"
        if lemma in FAMILY_OF_NOUN:
            return "institution"
        entity = self.entity_of.get(head)
        acting = entity is not None and entity.type in {"person", "organization"}
        return "name" if acting or syntax.tags[head] in PROPER_TAGS else ""

    def _owns(self, head: int, child: int, kind: str) -> bool:
        """Whether the one who stands beside a noun is whose own it is."""
        syntax = self.tree.syntax
        relation, lemma = syntax.relations[child], syntax.lemmas[head].lower()
        if relation == "nmod":
            case = self.tree.child(child, "case")
            word = "" if case is None else syntax.lemmas[case].lower()
            if kind == "part":
                return word == "of"
            if kind == "document":
                return word in OWNING_A_DOCUMENT and (word != "of" or lemma not in ABOUT_OTHERS)
            return word in OWNING or (word == "to" and lemma in OWNED_THROUGH_TO)
        if kind == "part":
            return False
        return relation == "nmod:poss" or kind != "document" or lemma not in ABOUT_OTHERS

    def _represented(self, verb: int, depth: int) -> Found:
        """Sides of those whom "a lawyer representing them" speaks for, or who wrote a document."""
        syntax = self.tree.syntax
        lemma = syntax.lemmas[verb].lower()
        if lemma in REPRESENTING:
            whom = self.tree.child(verb, "obj")
        elif lemma in ISSUING:
            whom = self.tree.child(verb, "obl:agent")
        else:
            return NONE
        return NONE if whom is None else self._of_modifier(whom, depth)

    def _issuer(self, head: int) -> Found:
        """The side of who has issued a document: "Norland released a letter"."""
        syntax = self.tree.syntax
        verb = syntax.heads[head]
        if syntax.relations[head] not in _OBJECTS or syntax.lemmas[verb].lower() not in ISSUING:
            return NONE
        passive = syntax.relations[head] == "nsubj:pass"
        whom = self.tree.child(verb, "obl:agent") if passive else self.tree.subject(verb)
        side = None if whom is None or whom == head else self._side(whom)
        return NONE if side is None else frozenset({side})

    def _is_one(self, head: int) -> bool:
        return self.tree.syntax.tags[head] in {"NN", "NNP"}

    def _is_joined(self, head: int, partner: int) -> bool:
        """Whether somebody else is named beside a head: not "other" ones, not a second role.

        In "Lin, mayor of Orm and head of the union, said" the second role hangs on the name.
        """
        tree, syntax = self.tree, self.tree.syntax
        around = {partner, *tree.children[partner]}
        if any(syntax.lemmas[token].lower() in {"other", "others"} for token in around):
            return False
        mark = tree.child(partner, "cc")
        apposed = (c for c in tree.children[head] if syntax.relations[c] == "appos")
        behind = any(head < c < partner for c in apposed)
        return not behind or mark is None or syntax.words[mark - 1] == ","


def _name_of(tree: Tree, tokens: Span) -> Iterator[int]:
    """The head of an alias and what is joined to it, and of a name all its words."""
    tags = tree.syntax.tags
    head = tree.head_of(tokens)
    yield head
    yield from (c for c in tree.children[head] if c in range(*tokens) and _is_conjunct(tree, c))
    if tags[head] in PROPER_TAGS:
        yield from (token for token in range(*tokens) if tags[token] in PROPER_TAGS)


def _is_conjunct(tree: Tree, token: int) -> bool:
    return tree.syntax.relations[token] == "conj"


def _names(sides: Sequence[Side]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Aliases that could be people's names, without titles: words with a capital each."""
    for side in sides:
        for alias in side.aliases:
            words = tuple(word for word in alias.split() if not is_title(word))
            if words and all(word[:1].isupper() for word in words):
                yield words, side.name


def _nouns(sides: Sequence[Side]) -> dict[str, str]:
    """Aliases that are one plural noun in lower case, in the singular: "a worker" of "workers"."""
    return {
        alias.removesuffix("s"): side.name
        for side in sides
        for alias in side.aliases
        if alias.isalpha() and alias.islower() and alias.endswith("s") and len(alias) > 4
    }


def _only(sides: Iterable[str]) -> str | None:
    single = set(sides)
    return single.pop() if len(single) == 1 else None
