"""Linking: which source and which contents belong to which cue.

Every content goes to one cue of its paragraph, every cue to at most one source there: the pair that
a linear model likes best, from how the two stand to each other in the text and in the parse.
"""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Literal

from divergence.text.attributions.tagging import Parts
from divergence.text.dependency_tree import Tree
from divergence.types import Span
from divergence.weights import WEIGHTS_FOLDER

WEIGHTS = WEIGHTS_FOLDER / "attribution" / "links.json"
Part = Literal["source", "content"]
Weights = Mapping[str, Mapping[str, float]]

_CLIMB_LIMIT = 12
_GAPS = (1, 2, 4, 8, 16, 32)
_TELLING = frozenset({"accord", "according", ":", "say"})
_CANDIDATES = 12
_LEAST_LIKELY = -2.0


@dataclass(frozen=True, slots=True)
class LinkedParts:
    """One attribution as spans; ``cue`` is None for contents that no cue of their paragraph has."""

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class LinkingContext:
    """A text's tree and the parts found in it, as the comparison of two parts reads them."""

    tree: Tree
    parts: Parts
    paragraph_of: Sequence[int]
    firsts: tuple[int, ...]
    starts: Mapping[str, tuple[int, ...]]
    heads: dict[Span, int] = field(default_factory=dict)

    @classmethod
    def of(cls, tree: Tree, parts: Parts) -> LinkingContext:
        """Look a text's parts up."""
        starts = {
            "source": tuple(span.start for span in parts.sources),
            "cue": tuple(span.start for span in parts.cues),
            "content": tuple(span.start for span in parts.contents),
        }
        syntax = tree.syntax
        firsts = tuple(span.start for span in syntax.sentences)
        return cls(tree, parts, syntax.paragraph_of, firsts, starts)

    def sentence(self, token: int) -> int:
        """Sentence of a token."""
        return bisect_right(self.firsts, token) - 1

    def paragraph(self, span: Span) -> int:
        """Paragraph that a span begins in."""
        return self.paragraph_of[self.sentence(span.start)]

    def head(self, span: Span) -> int:
        """Topmost token of a span."""
        if span not in self.heads:
            self.heads[span] = self.tree.head_of(span)
        return self.heads[span]

    def between(self, part: str, low: int, high: int) -> int:
        """How many parts of a kind begin between two tokens, counted to 2."""
        starts = self.starts[part]
        return min(bisect_left(starts, high) - bisect_left(starts, low), 2)


def link(tree: Tree, parts: Parts) -> tuple[LinkedParts, ...]:
    """Put sources, cues and contents together."""
    scene = LinkingContext.of(tree, parts)
    weights = load()
    cues = _by_paragraph(scene, parts.cues)
    sources = _by_paragraph(scene, parts.sources)
    contents: dict[Span, list[Span]] = {}
    alone: list[LinkedParts] = []
    for content in parts.contents:
        near = _nearest(cues.get(scene.paragraph(content), ()), content)
        if not near:
            alone.append(LinkedParts(None, None, (content,)))
            continue
        cue = max(near, key=lambda cue: link_log_odds(scene, "content", content, cue, weights))
        contents.setdefault(cue, []).append(content)
    linked = [
        LinkedParts(
            _source(scene, cue, _nearest(sources.get(scene.paragraph(cue), ()), cue), weights),
            cue,
            tuple(contents.get(cue, ())),
        )
        for cue in parts.cues
    ]
    return (*linked, *alone)


def _source(
    scene: LinkingContext, cue: Span, near: Sequence[Span], weights: Weights
) -> Span | None:
    scored = [(link_log_odds(scene, "source", source, cue, weights), source) for source in near]
    best = max(scored, default=(_LEAST_LIKELY, None))
    return best[1] if best[0] > _LEAST_LIKELY else None


def _nearest(spans: Sequence[Span], to: Span) -> Sequence[Span]:
    """The spans next to one: a paragraph of thousands costs no more than many short ones."""
    place = bisect_left(spans, to)
    return spans[max(place - _CANDIDATES, 0) : place + _CANDIDATES]


def _by_paragraph(scene: LinkingContext, spans: Sequence[Span]) -> dict[int, list[Span]]:
    grouped: dict[int, list[Span]] = {}
    for span in spans:
        grouped.setdefault(scene.paragraph(span), []).append(span)
    return grouped


@cache
def load(path: Path = WEIGHTS) -> Weights:
    """Read the weights of both linkers."""
    weights: Weights = json.loads(path.read_text(encoding="utf-8"))
    return weights


def link_log_odds(
    scene: LinkingContext, part: Part, span: Span, cue: Span, weights: Weights
) -> float:
    """Log-odds that a source or content belongs to a cue."""
    known = weights[part]
    return known["bias"] + sum(known.get(name, 0.0) for name in features(scene, part, span, cue))


def features(scene: LinkingContext, part: Part, span: Span, cue: Span) -> Iterator[str]:
    """Name everything that speaks for or against a source or content belonging to a cue."""
    tree, syntax = scene.tree, scene.tree.syntax
    order = "before" if span.start < cue.start else "after"
    low, high = (span.end, cue.start) if order == "before" else (cue.end, span.start)
    edge = span.start if order == "after" else span.end - 1
    apart = min(abs(scene.sentence(edge) - scene.sentence(cue.start)), 3)
    yield f"apart {apart} {order}"
    yield f"gap {bisect_right(_GAPS, max(0, high - low))} {order} {min(apart, 1)}"
    for kind in ("cue", "source", "content"):
        yield f"{kind}s {scene.between(kind, low, high)} {order}"
    head, cue_head = scene.head(span), scene.head(cue)
    yield f"tree {_tree_path(tree, span, head, cue, cue_head)}"
    if part == "source" and not apart:
        subject = tree.subject(cue_head)
        held = subject is not None and span.start <= subject < span.end
        yield f"subject {held} {subject is not None}"
    marked = syntax.words[span.start] == '"'
    yield f"mark {marked} {order} {apart}"
    lemma = syntax.lemmas[cue.start].lower()
    if lemma in _TELLING:
        yield f"{lemma} {order} {min(apart, 1)}"
    if high > low:
        yield f"comma {',' in syntax.words[low : min(high, low + 3)]} {order}"
    yield f"cue {syntax.tags[cue_head][:2]} {order}"


def _tree_path(tree: Tree, span: Span, head: int, cue: Span, cue_head: int) -> str:
    """How the parse leads from one to the other."""
    relations, heads = tree.syntax.relations, tree.syntax.heads
    for name, start, goal in (("up", head, cue), ("down", cue_head, span)):
        current = start
        for step in range(_CLIMB_LIMIT):
            above = heads[current]
            if goal.start <= above < goal.end and not goal.start <= current < goal.end:
                return f"{name} {min(step, 1)} {relations[current]}"
            if above == current:
                break
            current = above
    if heads[head] == heads[cue_head]:
        return f"same {relations[head]} {relations[cue_head]}"
    return "none"
