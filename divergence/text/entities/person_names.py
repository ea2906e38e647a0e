"""Names of people: runs of proper nouns that a title or the syntax shows to be somebody's name.

Later short forms ("Ms. Lin", "Lin") join the first full one by the family name. A person belongs
to a side when the phrase that introduces them names exactly one side as a party ("Ruritanian
President Ada Lin", "Ada Lin, commander of Ruritania's ground forces").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from divergence.lexicons.attribution_cues import actor_kinds
from divergence.lexicons.titles import OF_MEN, OF_WOMEN, SHORT
from divergence.text.dependency_tree import Tree
from divergence.text.word_classes import PROPER_TAGS
from divergence.types import Mention, Span

# "St Malin" without a period is a place.
_TITLES = (
    OF_WOMEN
    | OF_MEN
    | SHORT
    | {f"{title}." for title in SHORT}
    | {"dame", "judge", "justice", "pope"}
) - {"st"}
_NAMED_BY = frozenset({"flat", "compound", "appos", "nmod:desc"})
_INTRODUCING = _NAMED_BY | {"amod", "nmod:poss"}
_LONGEST = 4


class NameRun(NamedTuple):
    """Proper nouns in a row: with leading titles, without them, and whether a title led them."""

    whole: Span
    tokens: Span
    titled: bool


@dataclass(frozen=True, slots=True)
class Person:
    """One place where a person is named: tokens of the name, its written-out form, a pronoun.

    ``whole`` takes in the titles before the name.
    """

    whole: Span
    tokens: Span
    head: int
    name: str
    gender: str


@dataclass(frozen=True, slots=True)
class Names:
    """The people that a text names, where, and on whose side."""

    tree: Tree
    people: tuple[Person, ...]
    runs: tuple[NameRun, ...]
    sides: Mapping[str, str]

    def at(self, head: int) -> Person | None:
        """Person whose name or title holds ``head``, or hangs on it ("governor Ada Lin")."""
        named = (
            child
            for child in self.tree.children[head]
            if self.tree.syntax.relations[child] in _NAMED_BY
        )
        for token in (head, *named):
            for person in self.people:
                if person.whole.start <= token < person.whole.end:
                    return person
        return None

    def run_at(self, token: int) -> Span | None:
        """Two or more proper nouns in a row that hold a token, titles left out."""
        for run in self.runs:
            if run.tokens.start <= token < run.tokens.end:
                return run.tokens if run.tokens.end - run.tokens.start > 1 else None
        return None

    def within(self, tokens: Span) -> Iterator[Person]:
        """People named inside a token span, in text order."""
        for person in self.people:
            if tokens.start <= person.tokens.start and person.tokens.end <= tokens.end:
                yield person

    def mentions(self, known: Sequence[Mention]) -> tuple[Mention, ...]:
        """Mentions of sides through their people, where no alias has named the side already."""
        taken = {token for mention in known for token in range(*mention.tokens)}
        return tuple(
            Mention(person.tokens, person.head, self.sides[person.name], True)
            for person in self.people
            if person.name in self.sides and not taken & set(range(*person.tokens))
        )


def find_names(tree: Tree, mentions: Sequence[Mention]) -> Names:
    """Find the people a text names and tie them to sides.

    A person with a single name and no title ("Madonna") is not found. Two people of one family
    name are told apart only where both are written out.
    """
    runs = tuple(_runs(tree))
    longest = _written_out(tree, runs)
    genders = _genders(tree, runs)
    people = []
    for run in runs:
        words = tree.syntax.words[run.tokens.start : run.tokens.end]
        family = words[-1]
        if family not in longest or (len(words) > 1 and not _same_person(words, longest[family])):
            continue
        head = tree.head_of(run.tokens)
        people.append(Person(*run[:2], head, longest[family], genders.get(family, "")))
    return Names(tree, tuple(people), runs, _sides(tree, people, mentions))


def _written_out(tree: Tree, runs: Sequence[NameRun]) -> dict[str, str]:
    """Longest form of every name that title or syntax shows to be a person's, by last word."""
    longest: dict[str, str] = {}
    for run in runs:
        words = tree.syntax.words[run.tokens.start : run.tokens.end]
        if run.titled or (len(words) > 1 and _is_flat(tree, run.tokens)):
            longest.setdefault(words[-1], "")
    for run in runs:
        words = tree.syntax.words[run.tokens.start : run.tokens.end]
        if words[-1] in longest and len(" ".join(words)) > len(longest[words[-1]]):
            longest[words[-1]] = " ".join(words)
    return longest


def _runs(tree: Tree) -> Iterator[NameRun]:
    syntax = tree.syntax
    kinds = actor_kinds()
    for sentence in syntax.sentences:
        token = sentence.start
        while token < sentence.end:
            if syntax.tags[token] not in PROPER_TAGS and not _opens_name(tree, token):
                token += 1
                continue
            end = token + 1
            while end < sentence.end and syntax.tags[end] in PROPER_TAGS:
                end += 1
            titles = [n for n in range(token, end) if _is_title(syntax.words[n])]
            start, titled = (titles[-1] + 1, True) if titles else (token, False)
            if token > sentence.start and kinds.get(syntax.lemmas[token - 1].lower()) == "person":
                titled = True
            words = syntax.words[start:end]
            group = any(kinds.get(w.lower()) in {"group", "institution"} for w in words)
            if 0 < end - start <= _LONGEST and not group and words[-1][:1].isupper():
                yield NameRun(Span(token, end), Span(start, end), titled)
            token = end


def _opens_name(tree: Tree, token: int) -> bool:
    """Whether a capitalised word is a name that the tagger took for a common noun."""
    following = tree.child(token, "flat")
    return (
        following == token + 1
        and tree.syntax.words[token].istitle()
        and tree.syntax.tags[following] in PROPER_TAGS
    )


def _is_title(word: str) -> bool:
    return word.lower() in _TITLES or actor_kinds().get(word.lower()) == "person"


def _is_flat(tree: Tree, span: Span) -> bool:
    return any(tree.syntax.relations[token].startswith("flat") for token in range(*span))


def _same_person(words: Sequence[str], name: str) -> bool:
    return all(word in name.split() or word.endswith(".") for word in words)


def _genders(tree: Tree, runs: Sequence[NameRun]) -> dict[str, str]:
    genders = {}
    for _, span, _ in runs:
        if span.start == 0:
            continue
        title = tree.syntax.words[span.start - 1].lower().rstrip(".")
        family = tree.syntax.words[span.end - 1]
        if title in OF_WOMEN:
            genders[family] = "she"
        elif title in OF_MEN:
            genders[family] = "he"
    return genders


def _sides(tree: Tree, people: Sequence[Person], mentions: Sequence[Mention]) -> dict[str, str]:
    """Side of each person: from the first phrase about them that names exactly one party."""
    by_token: dict[int, set[str]] = {}
    for mention in mentions:
        if mention.actor:
            for token in (mention.head, *range(*mention.tokens)):
                by_token.setdefault(token, set()).add(mention.side)
    sides: dict[str, str] = {}
    for person in people:
        if person.name in sides:
            continue
        named = {side for token in _introduction(tree, person) for side in by_token.get(token, ())}
        if len(named) == 1:
            sides[person.name] = named.pop()
    return sides


def _introduction(tree: Tree, person: Person) -> set[int]:
    """Tokens of the phrase that introduces a person: titles, modifiers and appositions."""
    syntax = tree.syntax
    tokens = set(range(*person.whole))
    head = person.head
    while syntax.relations[head] in _NAMED_BY and syntax.heads[head] != head:
        head = syntax.heads[head]
        tokens.add(head)
    for part in list(tokens):
        for child in tree.children[part]:
            if syntax.relations[child] in _INTRODUCING:
                tokens |= tree.subtree(child, without=_clauses(tree, child))
    return tokens


def _clauses(tree: Tree, token: int) -> list[int]:
    return [
        child
        for child in tree.children[token]
        if tree.syntax.relations[child].startswith(("acl", "advcl", "conj"))
    ]
