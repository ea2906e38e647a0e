"""What stands around every word, as columns of numbers that a tagger can look weights up with.

Names and numbers are masked: the columns hold "a name", never which name, so that nothing can be
learned about a person, a party or a country. A name is told by its tag.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from divergence.lexicons.attribution_cues import actor_kinds, cues
from divergence.text.word_classes import PROPER_TAGS, VERB_TAGS
from divergence.types import Quotation, Syntax
from divergence.weights import WEIGHTS_FOLDER

Column = NDArray[np.int64]
Mask = NDArray[np.bool_]
VOCABULARY = WEIGHTS_FOLDER / "attribution" / "vocabulary.txt"

_CLAUSES = frozenset("root ccomp xcomp advcl advcl:relcl acl acl:relcl parataxis csubj".split())
_NOT_A_CUE = ("aux", "aux:pass", "cop", "case", "fixed", "mark", "compound", "amod")
_DEEPEST = 64
_FRAME = (("nsubj", "nsubj:pass", "csubj"), ("ccomp",), ("xcomp",), ("obj",), ("parataxis",))
_FRAME_MORE = (("mark",), ("cop",), ("aux", "aux:pass"), ("obl:agent",), ("nmod:poss",), ("acl",))
_LENGTHS = (4, 8, 15, 25, 40)
_FAR = 31
_OPENS, _CLOSES, _STRAY = 7, 8, 9


def columns(
    syntax: Syntax, quotations: Sequence[Quotation], *, known: frozenset[str] | None = None
) -> dict[str, Column]:
    """Describe the surroundings of every token."""
    scene = _TokenArrays(syntax, vocabulary() if known is None else known)
    described = scene.words()
    described |= scene.frames(described)
    described |= scene.above(described)
    described |= scene.edges(described)
    described |= scene.quotes(quotations)
    described |= scene.nearest(described)
    described |= scene.places()
    return described


@cache
def vocabulary(path: Path = VOCABULARY) -> frozenset[str]:
    """Return the lemmas that the model knows by themselves."""
    return frozenset(path.read_text(encoding="utf-8").split())


@lru_cache(maxsize=100_000)
def code(text: str) -> int:
    """Turn a string into a number that is the same everywhere and always."""
    return zlib.crc32(text.encode())


class _TokenArrays:
    """One text's syntax as arrays: which words are cues, how deep each stands, how far it goes."""

    def __init__(self, syntax: Syntax, known: frozenset[str]) -> None:
        self.syntax = syntax
        self.n = len(syntax.words)
        self.here = np.arange(self.n)
        self.heads = np.array(syntax.heads, dtype=np.int64)
        lengths = [span.end - span.start for span in syntax.sentences]
        self.sentence = np.repeat(np.arange(len(lengths)), lengths)
        self.first = np.array([span.start for span in syntax.sentences])[self.sentence]
        self.end = np.array([span.end for span in syntax.sentences])[self.sentence]
        self.relations = _codes(syntax.relations)
        self.is_root = self.heads == self.here
        self.forms = [
            _form(lemma.lower(), tag, known)
            for lemma, tag in zip(syntax.lemmas, syntax.tags, strict=True)
        ]
        self.cue = _codes(map(_cue_class, syntax.tags, map(str.lower, syntax.lemmas)))
        self.is_cue = (self.cue != 0) & (
            ~self._related(_NOT_A_CUE) | (self.cue == code("according"))
        )
        self.depth = self._depth()
        self.left, self.right = self.here.copy(), self.here.copy()
        for level in range(int(self.depth.max()), 0, -1):
            at = np.flatnonzero(self.depth == level)
            np.minimum.at(self.left, self.heads[at], self.left[at])
            np.maximum.at(self.right, self.heads[at], self.right[at])

    def _depth(self) -> Column:
        """How many words stand above each."""
        depth = np.zeros(self.n, np.int64)
        current = self.here
        for _ in range(_DEEPEST):
            up = self.heads[current]
            moved = up != current
            if not moved.any():
                break
            depth += moved
            current = up
        return depth

    def words(self) -> dict[str, Column]:
        syntax = self.syntax
        kinds = actor_kinds()
        spelled = [
            form if form[0] == "<" else word.lower()
            for word, form in zip(syntax.words, self.forms, strict=True)
        ]
        return {
            "lemma": _codes(self.forms),
            "word": _codes(spelled),
            "tag": _codes(syntax.tags),
            "relation": self.relations,
            "cue": self.cue,
            "actor": _codes([kinds.get(form, "-") for form in self.forms]),
            "shape": _array(map(_shape, syntax.words)),
        }

    def frames(self, words: dict[str, Column]) -> dict[str, Column]:
        """Which dependents a word has, as bits, and what its subject is."""
        frame = sum(self._has(names) * 2**bit for bit, names in enumerate(_FRAME))
        more = sum(self._has(names) * 2**bit for bit, names in enumerate(_FRAME_MORE))
        subjects = np.flatnonzero(self._related(("nsubj", "nsubj:pass")))
        subject_tag, subject_kind = np.zeros(self.n, np.int64), np.zeros(self.n, np.int64)
        subject_tag[self.heads[subjects]] = words["tag"][subjects]
        subject_kind[self.heads[subjects]] = words["actor"][subjects]
        return {
            "frame": np.asarray(frame, np.int64),
            "more": np.asarray(more, np.int64),
            "subject_tag": subject_tag,
            "subject_kind": subject_kind,
        }

    def _related(self, names: Iterable[str]) -> Mask:
        """Whether each word has one of the relations."""
        return np.isin(self.relations, _codes(names))

    def _has(self, names: Sequence[str]) -> Column:
        has = np.zeros(self.n, np.int64)
        has[self.heads[self._related(names) & ~self.is_root]] = 1
        return has

    def above(self, words: dict[str, Column]) -> dict[str, Column]:
        """The words above: heads, the clause with what governs it, the nearest cue."""
        heads, lemma, relation, cue = self.heads, words["lemma"], words["relation"], self.cue
        steps = [heads]
        for _ in range(3):
            steps.append(heads[steps[-1]])
        clausal = np.array(
            [
                name in _CLAUSES or (name == "conj" and tag in VERB_TAGS)
                for name, tag in zip(self.syntax.relations, self.syntax.tags, strict=True)
            ]
        )
        clause = _top(np.where(clausal | self.is_root, self.here, heads))
        governor = heads[clause]
        outer = clause[governor]
        above_outer = heads[outer]
        free, outer_free = governor == clause, (above_outer == outer) | (governor == clause)
        branch = _top(np.where(self.is_cue[heads] | self.is_root, self.here, heads))
        over = heads[branch]
        under = self.is_cue[over] & (over != branch)
        return {
            "head_lemma": np.where(self.is_root, 0, lemma[heads]),
            "head_tag": words["tag"][heads],
            "head_relation": relation[heads],
            "head_cue": np.where(self.is_root, 0, cue[heads]),
            "head_frame": words["frame"][heads],
            "head_side": self._side(heads),
            "second_lemma": np.where(steps[1] == steps[0], 0, lemma[steps[1]]),
            "second_relation": relation[steps[1]],
            "third_lemma": np.where(steps[2] == steps[1], 0, lemma[steps[2]]),
            "fourth_lemma": np.where(steps[3] == steps[2], 0, lemma[steps[3]]),
            "clause_relation": relation[clause],
            "clause_lemma": lemma[clause],
            "governor_lemma": np.where(free, 0, lemma[governor]),
            "governor_cue": np.where(free, 0, cue[governor] + 1),
            "governor_side": np.where(free, 0, self._side(governor)),
            "outer_relation": relation[outer],
            "outer_lemma": np.where(outer_free, 0, lemma[above_outer]),
            "outer_cue": np.where(outer_free, 0, cue[above_outer] + 1),
            "branch_relation": np.where(under, relation[branch], 1),
            "branch_lemma": np.where(under, lemma[over], 0),
            "branch_cue": np.where(under, cue[over], 0),
            "branch_side": np.where(under, self._side(over), 0),
        }

    def _side(self, other: Column) -> Column:
        return np.where(other == self.here, 0, np.where(other < self.here, 1, 2))

    def edges(self, words: dict[str, Column]) -> dict[str, Column]:
        """The largest phrases that begin or end at a word, and how deep it stands."""
        columns = {"depth": np.minimum(self.depth, 8)}
        for name, edge in (("opens", self.left), ("closes", self.right)):
            top = self.here
            for _ in range(8):
                up = self.heads[top]
                top = np.where((edge[up] == self.here) & (edge[top] == self.here), up, top)
            is_edge = edge[top] == self.here
            over = self.heads[top]
            columns[f"{name}_relation"] = np.where(is_edge, words["relation"][top], 0)
            columns[f"{name}_lemma"] = np.where(is_edge, words["lemma"][over], 0)
            columns[f"{name}_cue"] = np.where(is_edge, words["cue"][over], 0)
        return columns

    def quotes(self, quotations: Sequence[Quotation]) -> dict[str, Column]:
        """Where a word stands to quotation marks, and how much of its sentence is quoted."""
        inside = np.zeros(self.n, np.int64)
        for quotation in quotations:
            start, end = quotation.tokens
            kind = 1 if quotation.speech else 4
            inside[start:end] = kind + 1
            inside[start] = kind
            if end - 1 > start:
                inside[end - 1] = kind + 2
        marks = np.array([word == '"' for word in self.syntax.words])
        following, before = np.append(inside[1:], 0), np.append(0, inside[:-1])
        outside = marks & (inside == 0)
        opens = outside & np.isin(following, (1, 2, 4))
        state = inside.copy()
        state[outside] = _STRAY
        state[outside & (before > 0)] = _CLOSES
        state[opens] = _OPENS
        spoken = ((state > 0) & (state < 4)) | marks
        n = len(self.syntax.sentences)
        share = np.bincount(self.sentence, spoken, n) / np.maximum(
            1, np.bincount(self.sentence, minlength=n)
        )
        level = (share > 0).astype(np.int64) + (share > 0.5) + (share > 0.95)
        next_opening = self._next(state == _OPENS)
        last_closing = self._last(state == _CLOSES)
        return {
            "quote": state,
            "quoted": level[self.sentence],
            "quoted_before": np.append(0, level[:-1])[self.sentence],
            "quoted_after": np.append(level[1:], 0)[self.sentence],
            "to_opening": self._distance(next_opening),
            "from_closing": self._distance(last_closing),
        }

    def _last(self, mask: Mask) -> Column:
        """Last place at or before each token, in its sentence, where ``mask`` holds; or -1."""
        places = np.maximum.accumulate(np.where(mask, self.here, -1))
        return np.where(places >= self.first, places, -1)

    def _next(self, mask: Mask) -> Column:
        places = np.minimum.accumulate(np.where(mask, self.here, self.n)[::-1])[::-1]
        return np.where(places < self.end, places, -1)

    def _distance(self, place: Column) -> Column:
        steps = place - self.here
        far = np.abs(steps)
        size = np.where(far <= 4, far, 5 + np.searchsorted((7, 11, 21), far, side="right"))
        return np.where(place < 0, _FAR, size * 2 + (steps < 0))

    def nearest(self, known: dict[str, Column]) -> dict[str, Column]:
        """The nearest cue of the lexicon to the left and to the right."""
        before = np.append(-1, self._last(self.is_cue)[:-1])
        after = np.append(self._next(self.is_cue)[1:], -1)
        sides = {
            "before": np.where(before >= self.first, before, -1),
            "after": np.where(after < self.end, after, -1),
        }
        breaks = np.cumsum([word in ',:;—–-"' for word in self.syntax.words])
        columns: dict[str, Column] = {}
        for name, place in sides.items():
            has = place >= 0
            covers = (self.left[place] <= self.here) & (self.here <= self.right[place])
            apart = np.minimum(np.abs(breaks[place] - breaks), 2)
            columns |= {
                f"{name}_lemma": np.where(has, known["lemma"][place], 0),
                f"{name}_cue": np.where(has, known["cue"][place], 0),
                f"{name}_distance": self._distance(place),
                f"{name}_quote": np.where(has, known["quote"][place], 0),
                f"{name}_covers": np.where(has, covers, 2),
                f"{name}_frame": np.where(has, known["frame"][place], 99),
                f"{name}_relation": np.where(has, known["relation"][place], 99),
                f"{name}_breaks": np.where(has, apart, 3),
            }
        return columns

    def places(self) -> dict[str, Column]:
        """Where a word stands in its sentence, paragraph and text."""
        colons = np.array([word == ":" for word in self.syntax.words])
        numbers = np.array(self.syntax.paragraph_of)
        opens = np.append(True, numbers[1:] != numbers[:-1])
        closes = np.append(numbers[1:] != numbers[:-1], True)
        return {
            "colon": (self._next(colons) >= 0) * 1 + (self._last(colons) >= 0) * 2,
            "from_start": np.minimum(self.here - self.first, 4),
            "to_end": np.minimum(self.end - 1 - self.here, 3),
            "paragraph": (opens * 1 + closes * 2)[self.sentence],
            "sentence": np.minimum(self.sentence, 3),
            "length": np.searchsorted(_LENGTHS, self.end - self.first, side="right"),
        }


def _top(pointers: Column) -> Column:
    """Follow pointers to where they end: each round doubles the steps taken."""
    for _ in range(6):
        pointers = pointers[pointers]
    return pointers


def _array(values: Any) -> Column:
    return np.fromiter(values, dtype=np.int64)


def _codes(texts: Iterable[str]) -> Column:
    return np.array([*map(code, texts)], dtype=np.int64)


def _form(lemma: str, tag: str, known: frozenset[str]) -> str:
    if tag in PROPER_TAGS:
        return "<name>"
    if tag == "CD":
        return "<number>"
    return lemma if lemma in known else f"<{tag}{lemma[-2:]}>"


@lru_cache(maxsize=100_000)
def _shape(word: str) -> int:
    first = word[:1]
    if first.isupper():
        return 2 if word.isupper() else 1
    return 3 if first.isalpha() else 4 if first.isdigit() else 5


@lru_cache(maxsize=100_000)
def _cue_class(tag: str, lemma: str) -> str:
    known = cues()
    if lemma in ("according", "accord"):
        return "according"
    if tag in VERB_TAGS:
        return known.verbs.get(lemma, "")
    if tag.startswith("NN"):
        return "noun " + known.nouns[lemma] if lemma in known.nouns else ""
    if tag.startswith("JJ"):
        return "adjective " + known.adjectives[lemma] if lemma in known.adjectives else ""
    return ""
