"""Antecedents: which chain a pronoun stands for, by a small linear model, or none that is plain.

The model compares the chains read so far by how they stand to the pronoun: how far, in what place
of their sentence, how often, whether they spoke before, in the same quotation or outside, agreeing
or not. It never sees a name. ``divergence/training/antecedents.py`` fits it.
"""

from __future__ import annotations

import json
import math
from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import takewhile
from pathlib import Path

from divergence.lexicons.attribution_cues import actor_kinds
from divergence.lexicons.pronouns import FEMININE, MASCULINE, PLURAL, THING
from divergence.text.dependency_tree import SUBJECTS, Tree
from divergence.text.entities.chains import Chain, Role
from divergence.weights import WEIGHTS_FOLDER

WEIGHTS = WEIGHTS_FOLDER / "entities" / "antecedents.json"
_REACH, _SHORT_REACH = 25, 12
_STEPS = (0, 1, 2, 3, 5, 8, 13)
_CLAUSAL = frozenset("root ccomp xcomp advcl acl acl:relcl parataxis conj csubj".split())
_PARTS_OF_NAMES = frozenset({"appos", "flat", "compound", "nmod:desc"})
_PARTS_OF_PHRASES = _PARTS_OF_NAMES | {"conj"}
_OPEN = "open"
KINDS = {
    **dict.fromkeys(FEMININE, "she"),
    **dict.fromkeys(MASCULINE, "he"),
    **dict.fromkeys(PLURAL, "they"),
    **dict.fromkeys(THING, "it"),
}
Weights = Mapping[str, float]
# Who was given words, when a pronoun is read: chains with their tokens, latest last.
Spoken = Sequence[tuple[int, Chain]]


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as the comparison of a pronoun with a chain reads it.

    ``inside`` numbers the quotation of every token that is in one, ``speakers`` are the heads of
    sources of speech, with the number of their attribution.
    """

    tree: Tree
    sentence_of: Sequence[int]
    paragraph_of: Sequence[int]
    inside: Mapping[int, int]
    speakers: dict[int, int]
    clause_of: Mapping[int, int]
    places: dict[int, str] = field(default_factory=dict)

    def place(self, token: int) -> str:
        """Place of a token in its sentence, looked up once; see :func:`place_in_sentence`."""
        if token not in self.places:
            self.places[token] = place_in_sentence(self.tree, token)
        return self.places[token]

    def sentence(self, token: int) -> int:
        """Sentence of a token."""
        return self.sentence_of[token]

    def paragraph(self, token: int) -> int:
        """Paragraph of a token."""
        return self.paragraph_of[self.sentence_of[token]]


@dataclass(frozen=True, slots=True)
class Ranks:
    """Places of chains among all near ones, the one mentioned last first: anywhere, and outside
    quotations, with the last token of each there; and the one mentioned most often first.

    How often by itself would say more of how long a text is than of whom it is about.
    """

    all: Mapping[int, int]
    outside: Mapping[int, int]
    lasts: Mapping[int, int]
    often: Mapping[int, int]

    @classmethod
    def of(cls, reading: Reading, near: Sequence[Chain]) -> Ranks:
        """Rank chains by their last mentions."""
        lasts = {}
        for chain in near:
            tokens = (m.head for m in reversed(chain.read) if m.head not in reading.inside)
            token = next(tokens, None)
            if token is not None:
                lasts[id(chain)] = token
        order = sorted(near, key=lambda chain: -chain.read[-1].head)
        counts = sorted({len(chain.read) for chain in near}, reverse=True)
        return cls(
            {id(chain): place for place, chain in enumerate(order)},
            {key: place for place, key in enumerate(sorted(lasts, key=lambda k: -lasts[k]))},
            lasts,
            {id(chain): counts.index(len(chain.read)) for chain in near},
        )

    def last(self, chain: Chain) -> int:
        """The token where a chain was mentioned last, outside quotations where it ever was."""
        return self.lasts.get(id(chain), chain.read[-1].head)


def candidates(reading: Reading, pronoun: int, chains: Sequence[Chain]) -> list[Chain]:
    """Chains that a pronoun may stand for: read lately, of a number that agrees."""
    kind = KINDS[reading.tree.syntax.words[pronoun].lower()]
    here = reading.sentence(pronoun)
    sentence_of = reading.sentence_of
    speaks = pronoun in reading.speakers and pronoun not in reading.inside
    near = []
    for chain in chains:
        away = here - sentence_of[chain.read[-1].head]
        reach = _REACH if chain.names else _SHORT_REACH if len(chain.read) > 2 else 3
        if away > reach or _clashes(kind, chain):
            continue
        if speaks and all(m.head in reading.inside for m in chain.read):
            continue
        if _shares_verb(reading.tree, pronoun, chain):
            continue
        if any(m.tokens.start <= pronoun < m.tokens.end for m in chain.read[-2:]):
            continue
        near.append(chain)
    return near


def _clashes(kind: str, chain: Chain) -> bool:
    """Whether a pronoun cannot stand for a chain, whatever else is so."""
    if chain.type == "time":
        return True
    if kind in {"she", "he"}:
        other = "he" if kind == "she" else "she"
        return (
            chain.number == "plural"
            or chain.gender == other
            or chain.type != "person"
            or (not chain.is_named and any(map(_is_group, chain.roles)))
        )
    if kind == "it":
        return chain.number == "plural" or chain.type == "person"
    return chain.type == "person" and chain.number == "singular" and chain.is_named


def _shares_verb(tree: Tree, pronoun: int, chain: Chain) -> bool:
    """Whether a chain is the subject of a pronoun's own verb: "Lin sat beside her"."""
    syntax = tree.syntax
    if syntax.relations[pronoun] not in {"obj", "iobj", "obl"}:
        return False
    verb = syntax.heads[pronoun]
    # A parser may take "Lin, a baker, sat beside her" for a name with a participle.
    over = syntax.heads[verb] if syntax.relations[verb] == "acl" else -1
    return any(
        m.head == over or (syntax.heads[m.head] == verb and syntax.relations[m.head] in SUBJECTS)
        for m in chain.read[-2:]
    )


def _is_group(role: Role) -> bool:
    """Whether a noun is for many: "a crowd" is never "she"."""
    return actor_kinds().get(role.noun) in {"group", "institution"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a pronoun stands: what is the same for all chains that it is compared with."""

    token: int
    kind: str
    group: str
    sentence: int
    role: str
    speaks: bool

    @classmethod
    def of(cls, reading: Reading, pronoun: int) -> Place:
        """Look at a pronoun."""
        kind = KINDS[reading.tree.syntax.words[pronoun].lower()]
        return cls(
            pronoun,
            kind,
            "person" if kind in {"she", "he"} else kind,
            reading.sentence(pronoun),
            reading.place(pronoun),
            pronoun in reading.speakers,
        )


def describe(
    reading: Reading, place: Place, chain: Chain, ranks: Ranks, spoken: Spoken
) -> Iterator[str]:
    """Say how a chain stands to a pronoun, in named features."""
    tree, sentence_of, paragraph_of = reading.tree, reading.sentence_of, reading.paragraph_of
    syntax = tree.syntax
    pronoun, kind, group, here = place.token, place.kind, place.group, place.sentence
    mine, speaks = place.role, place.speaks
    last = chain.read[-1]
    there = sentence_of[last.head]
    apart = bisect_right(_STEPS, here - there) - 1
    steps = min(apart, 2)
    role = reading.place(last.head)
    yield f"{group} apart {apart}"
    yield f"{group} apart {min(apart, 3)} {role} {'speaks' if speaks else mine}"
    yield f"{group} form {last.form} {steps}"
    yield f"{group} type {chain.type} {chain.number}"
    yield f"{group} named {chain.is_named}"
    yield f"{group} joined {_is_joined(tree, last.head)} {steps}"
    yield f"{group} often {min(ranks.often[id(chain)], 3)}"
    yield f"{group} rank {min(ranks.all[id(chain)], 5)}"
    outer = min(ranks.outside.get(id(chain), 9), 5)
    yield f"{group} outside rank {outer} {speaks}"
    yield f"{group} subject {role == mine == 'subject'} {steps}"
    same = paragraph_of[here] == paragraph_of[there]
    yield f"{group} paragraph {same} {steps}"
    if group == "person":
        yield f"gender {'agrees' if chain.gender == kind else 'open'}"
    inside, its = reading.inside.get(pronoun), reading.inside.get(last.head)
    where = "out" if its is None else "same" if its == inside else "other"
    yield f"{group} quoted {inside is not None} {where}"
    if all(m.head in reading.inside for m in chain.read):
        yield f"{group} only quoted {inside is not None} {speaks}"
    if last.form == "pronoun":
        yield f"{group} as before {KINDS.get(syntax.words[last.head].lower(), '-') == kind}"
    if here == there and reading.clause_of.get(last.head) == reading.clause_of.get(pronoun):
        possessive = syntax.tags[pronoun] == "PRP$"
        yield f"{group} one clause {role} {mine} {possessive}"
    lately = [*takewhile(lambda m: sentence_of[m.head] == there, reversed(chain.read))]
    if mine == "subject":
        main = any(_is_main_subject(tree, m.head) for m in lately)
        yield f"{group} main {main} {same} {steps}"
    if any(reading.place(m.head) == "subject" for m in lately):
        yield f"{group} was subject {steps} {speaks}"
    own = next((n for n, (_, c) in enumerate(reversed(spoken)) if c is chain), None)
    turns = 4 if own is None else min(own, 3)
    yield f"{group} turn {turns} {'speaks' if speaks else 'quoted' if inside is not None else '-'}"
    if own is not None:
        token = spoken[-1 - own][0]
        sentences = bisect_right(_STEPS, here - reading.sentence(token)) - 1
        paragraphs = min(reading.paragraph(pronoun) - reading.paragraph(token), 3)
        yield f"{group} spoke {min(turns, 2)} {sentences} {speaks}"
        yield f"{group} spoke {min(turns, 2)} {paragraphs} paragraphs {speaks} {outer == 0}"
    if speaks:
        # "Lin disagreed. “It leaks,” she said."
        leads = same and role == "subject" and outer == 0 and its is None
        yield f"{group} leads {leads} {min(turns, 1)}"
        away = min(reading.paragraph(pronoun) - reading.paragraph(ranks.last(chain)), 3)
        yield f"{group} speaks {away} {outer} {chain.is_named}"


def _is_joined(tree: Tree, token: int) -> bool:
    """Whether a noun is one of several: "Ada Lin and Bo Rask"."""
    joined = tree.syntax.relations[token] == "conj"
    return joined or tree.child(token, "conj") is not None


def _is_main_subject(tree: Tree, token: int) -> bool:
    """Whether a noun alone is the subject of its whole sentence."""
    if _is_joined(tree, token):
        return False
    top = _top_of_phrase(tree, token, _PARTS_OF_NAMES)
    return tree.syntax.relations[top] in SUBJECTS and _is_root(tree, tree.syntax.heads[top])


def _is_root(tree: Tree, token: int) -> bool:
    return tree.syntax.heads[token] == token


def _top_of_phrase(tree: Tree, token: int, parts: Container[str]) -> int:
    syntax = tree.syntax
    for _ in range(3):
        if syntax.relations[token] not in parts or _is_root(tree, token):
            break
        token = syntax.heads[token]
    return token


def place_in_sentence(tree: Tree, token: int) -> str:
    """Whether a noun is a subject, an object, an owner, or something else."""
    syntax = tree.syntax
    token = _top_of_phrase(tree, token, _PARTS_OF_PHRASES)
    relation = syntax.relations[token]
    if relation in SUBJECTS:
        return "subject"
    if relation == "nmod:poss":
        return "owner"
    case = tree.child(token, "case")
    if case is not None and syntax.words[case].lower() == "according":
        return "subject"
    return "object" if relation in {"obj", "iobj"} else "root" if relation == "root" else "other"


def open_features(reading: Reading, pronoun: int) -> Iterator[str]:
    """Say what speaks for a pronoun's standing for none of the chains."""
    syntax = reading.tree.syntax
    kind = KINDS[syntax.words[pronoun].lower()]
    group = "person" if kind in {"she", "he"} else kind
    yield f"{group} {_OPEN}"
    yield f"{group} {_OPEN} quoted {pronoun in reading.inside}"
    yield f"{group} {_OPEN} speaks {pronoun in reading.speakers}"
    if kind == "it":
        head = syntax.heads[pronoun]
        yield f"it {_OPEN} {syntax.relations[pronoun]} {syntax.tags[head][:2]}"
        clause = any(
            syntax.relations[c] in {"csubj", "ccomp", "advcl", "xcomp"} and c > head
            for c in reading.tree.children[head]
        )
        yield f"it {_OPEN} clause {clause} {syntax.tags[head][:2]}"
        yield f"it {_OPEN} passive {syntax.relations[pronoun] == 'nsubj:pass'}"


def clauses(tree: Tree) -> dict[int, int]:
    """The clause that each token stands in, by the token at its top."""
    syntax = tree.syntax
    top: dict[int, int] = {}

    def climb(token: int) -> int:
        path = []
        while token not in top:
            relation = syntax.relations[token]
            verb = relation in _CLAUSAL and syntax.tags[token][:2] in {"VB", "MD", "JJ"}
            if verb or syntax.heads[token] == token:
                top[token] = token
                break
            path.append(token)
            token = syntax.heads[token]
        for below in path:
            top[below] = top[token]
        return top[token]

    for token in range(len(syntax.words)):
        climb(token)
    return top


@cache
def load(path: Path = WEIGHTS) -> Weights:
    """Read the weights."""
    weights: Weights = json.loads(path.read_text(encoding="utf-8"))
    return weights


def rank_candidates(
    reading: Reading, pronoun: int, near: Sequence[Chain], spoken: Spoken, weights: Weights
) -> list[tuple[float, Chain | None]]:
    """Return the probability of each chain, and of none, for a pronoun; the likeliest first."""
    ranks = Ranks.of(reading, near)
    place = Place.of(reading, pronoun)

    def weigh(names: Iterable[str]) -> float:
        return sum(filter(None, map(weights.get, names)))

    scored: list[tuple[float, Chain | None]] = [
        (weigh(describe(reading, place, chain, ranks, spoken)), chain) for chain in near
    ]
    scored.append((weigh(open_features(reading, pronoun)), None))
    top = max(score for score, _ in scored)
    total = sum(math.exp(score - top) for score, _ in scored)
    likely = [(math.exp(score - top) / total, chain) for score, chain in scored]
    return sorted(likely, key=lambda pair: -pair[0])
