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
# The words of a feature's name, numbers as numbers: "it apart 3" is ("it", "apart", 3).
Feature = tuple[str | int, ...]
Weights = Mapping[Feature, float]
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

    How often by itself would say more of how long a text is than of whom it is about. ``turns``
    are who was given words, the latest first, with the token.
    """

    all: Mapping[int, int]
    outside: Mapping[int, int]
    lasts: Mapping[int, int]
    often: Mapping[int, int]
    turns: Mapping[int, tuple[int, int]]

    @classmethod
    def of(cls, reading: Reading, near: Sequence[Chain], spoken: Spoken) -> Ranks:
        """Rank chains by their last mentions."""
        inside = reading.inside
        lasts = {}
        for chain in near:
            for mention in reversed(chain.read):
                if mention.head not in inside:
                    lasts[id(chain)] = mention.head
                    break
        turns: dict[int, tuple[int, int]] = {}
        for turn, (token, chain) in enumerate(reversed(spoken)):
            turns.setdefault(id(chain), (turn, token))
        order = sorted(near, key=lambda chain: -chain.read[-1].head)
        counts = sorted({len(chain.read) for chain in near}, reverse=True)
        return cls(
            {id(chain): place for place, chain in enumerate(order)},
            {key: place for place, key in enumerate(sorted(lasts, key=lambda k: -lasts[k]))},
            lasts,
            {id(chain): counts.index(len(chain.read)) for chain in near},
            turns,
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
        if away > _REACH:
            continue
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


def describe(reading: Reading, place: Place, chain: Chain, ranks: Ranks) -> Iterator[Feature]:
    """Say how a chain stands to a pronoun, in named features."""
    tree, sentence_of, paragraph_of = reading.tree, reading.sentence_of, reading.paragraph_of
    syntax = tree.syntax
    pronoun, kind, group, here = place.token, place.kind, place.group, place.sentence
    mine, speaks, key = place.role, place.speaks, id(chain)
    last = chain.read[-1]
    head, form = last.head, last.form
    there = sentence_of[head]
    apart = bisect_right(_STEPS, here - there) - 1
    steps = min(apart, 2)
    role = reading.place(head)
    named = chain.is_named
    yield group, "apart", apart
    yield group, "apart", min(apart, 3), role, "speaks" if speaks else mine
    yield group, "form", form, steps
    yield group, "type", chain.type, chain.number
    yield group, "named", named
    yield group, "joined", _is_joined(tree, head), steps
    yield group, "often", min(ranks.often[key], 3)
    yield group, "rank", min(ranks.all[key], 5)
    outer = min(ranks.outside.get(key, 9), 5)
    yield group, "outside", "rank", outer, speaks
    yield group, "subject", role == mine == "subject", steps
    same = paragraph_of[here] == paragraph_of[there]
    yield group, "paragraph", same, steps
    if group == "person":
        yield "gender", "agrees" if chain.gender == kind else "open"
    inside, its = reading.inside.get(pronoun), reading.inside.get(head)
    quoted = inside is not None
    where = "out" if its is None else "same" if its == inside else "other"
    yield group, "quoted", quoted, where
    if key not in ranks.lasts:
        yield group, "only", "quoted", quoted, speaks
    if form == "pronoun":
        yield group, "as", "before", KINDS.get(syntax.words[head].lower(), "-") == kind
    if here == there and reading.clause_of.get(head) == reading.clause_of.get(pronoun):
        yield group, "one", "clause", role, mine, syntax.tags[pronoun] == "PRP$"
    lately = _last_in_sentence(chain, sentence_of)
    if mine == "subject":
        yield group, "main", any(_is_main_subject(tree, token) for token in lately), same, steps
    if any(reading.place(token) == "subject" for token in lately):
        yield group, "was", "subject", steps, speaks
    own = ranks.turns.get(key)
    turn = 4 if own is None else min(own[0], 3)
    yield group, "turn", turn, "speaks" if speaks else "quoted" if quoted else "-"
    if own is not None:
        token, turns = own[1], min(turn, 2)
        yield group, "spoke", turns, bisect_right(_STEPS, here - sentence_of[token]) - 1, speaks
        paragraphs = min(reading.paragraph(pronoun) - reading.paragraph(token), 3)
        yield group, "spoke", turns, paragraphs, "paragraphs", speaks, outer == 0
    if speaks:
        # "Lin disagreed. “It leaks,” she said."
        leads = same and role == "subject" and outer == 0 and its is None
        yield group, "leads", leads, min(turn, 1)
        away = min(reading.paragraph(pronoun) - reading.paragraph(ranks.last(chain)), 3)
        yield group, "speaks", away, outer, named


def _last_in_sentence(chain: Chain, sentence_of: Sequence[int]) -> list[int]:
    """Heads of the mentions of a chain in the sentence of the last."""
    there = sentence_of[chain.read[-1].head]
    heads = []
    for mention in reversed(chain.read):
        if sentence_of[mention.head] != there:
            break
        heads.append(mention.head)
    return heads


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


def open_features(reading: Reading, pronoun: int) -> Iterator[Feature]:
    """Say what speaks for a pronoun's standing for none of the chains."""
    syntax = reading.tree.syntax
    kind = KINDS[syntax.words[pronoun].lower()]
    group = "person" if kind in {"she", "he"} else kind
    yield group, _OPEN
    yield group, _OPEN, "quoted", pronoun in reading.inside
    yield group, _OPEN, "speaks", pronoun in reading.speakers
    if kind == "it":
        head, relation = syntax.heads[pronoun], syntax.relations[pronoun]
        tag = syntax.tags[head][:2]
        yield group, _OPEN, relation, tag
        clause = any(
            syntax.relations[c] in {"csubj", "ccomp", "advcl", "xcomp"} and c > head
            for c in reading.tree.children[head]
        )
        yield group, _OPEN, "clause", clause, tag
        yield group, _OPEN, "passive", relation == "nsubj:pass"


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
    return by_feature(json.loads(path.read_text(encoding="utf-8")))


def by_feature(weights: Mapping[str, float]) -> Weights:
    """Look weights up by features instead of their names."""
    return {tuple(map(_part, name.split(" "))): weight for name, weight in weights.items()}


def name_of(feature: Feature) -> str:
    """Return the name that a feature's weight is stored under."""
    return " ".join(map(str, feature))


def _part(word: str) -> str | int:
    if word in {"True", "False"}:
        return word == "True"
    return int(word) if word.isdigit() else word


def rank_candidates(
    reading: Reading, pronoun: int, near: Sequence[Chain], spoken: Spoken, weights: Weights
) -> list[tuple[float, Chain | None]]:
    """Return the probability of each chain, and of none, for a pronoun; the likeliest first."""
    ranks = Ranks.of(reading, near, spoken)
    place = Place.of(reading, pronoun)

    def weigh(features: Iterable[Feature]) -> float:
        return sum(filter(None, map(weights.get, features)))

    scored: list[tuple[float, Chain | None]] = [
        (weigh(describe(reading, place, chain, ranks)), chain) for chain in near
    ]
    scored.append((weigh(open_features(reading, pronoun)), None))
    top = max(score for score, _ in scored)
    total = sum(math.exp(score - top) for score, _ in scored)
    likely = [(math.exp(score - top) / total, chain) for score, chain in scored]
    return sorted(likely, key=lambda pair: -pair[0])
