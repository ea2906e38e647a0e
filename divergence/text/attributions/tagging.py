"""Tagging: which words belong to a source, a cue or a content, by a small network of our own.

Every description of a word's surroundings looks up one row of a table; the rows are added up, three
layers let each word see its neighbors, and the best sequence of labels in a paragraph is chosen.
The weights are plain arrays: loading them runs no code.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from divergence.text.attributions.token_columns import Column, columns
from divergence.types import Quotation, Span, Syntax
from divergence.weights import WEIGHTS_FOLDER

WEIGHTS = WEIGHTS_FOLDER / "attribution" / "weights.npz"
LABELS = ("outside", "source", "source+", "cue", "cue+", "content", "content+")
N_LAYERS = 3
N_BITS = 15
FORBIDDEN = -1e4
Floats = NDArray[np.float32]
Ids = NDArray[np.int32]

# Each line is a list of columns that are read together; a number after "@" looks at a neighbour.
TEMPLATES = tuple(
    tuple(line.split())
    for line in """
    lemma; word; tag; relation; cue; actor; shape
    lemma@-1; lemma@1; lemma lemma@1; lemma@-1 lemma; cue from_start
    tag@-1; tag@1; relation@-1; relation@1
    frame; more; subject_tag; subject_kind; lemma frame
    head_lemma; head_tag; head_relation; head_cue; head_frame; head_side
    head_lemma relation head_side; second_lemma; second_relation; third_lemma; fourth_lemma
    clause_relation; clause_lemma; clause_relation clause_lemma; governor_lemma; governor_cue
    governor_side; governor_lemma clause_relation governor_side
    outer_relation; outer_lemma; outer_cue
    branch_relation; branch_lemma; branch_cue; branch_side; branch_relation branch_lemma branch_side
    opens_relation; opens_lemma; opens_cue; opens_relation opens_lemma
    closes_relation; closes_lemma; closes_cue; closes_relation closes_lemma; depth
    quote; quoted; quoted_before; quoted_after; quote relation; to_opening; from_closing
    before_lemma; before_cue; before_distance; before_quote; before_covers; before_frame
    before_relation; before_breaks; before_cue before_breaks; before_lemma before_breaks to_end
    before_cue before_covers relation
    after_lemma; after_cue; after_distance; after_quote; after_covers; after_frame
    after_relation; after_breaks; after_cue after_breaks; after_lemma after_breaks quote
    colon; from_start; to_end; paragraph; sentence; length
    """.replace("\n", ";").split(";")
    if line.strip()
)


@dataclass(frozen=True, slots=True)
class Parts:
    """Token spans that read as sources, cues and contents, each in text order, none overlapping."""

    sources: tuple[Span, ...]
    cues: tuple[Span, ...]
    contents: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Tagging:
    """The parts of a text, and how likely each token is a source, a cue, a content by itself."""

    parts: Parts
    source: Floats
    cue: Floats
    content: Floats


@dataclass(frozen=True, slots=True)
class Network:
    """Weights: the table, and the layers by name."""

    table: Floats
    layers: Mapping[str, Floats]


def tag_parts(syntax: Syntax, quotations: Sequence[Quotation]) -> Tagging:
    """Find the sources, cues and contents of a text.

    The model card in ``divergence/weights/attribution`` says how often it is wrong and where.
    """
    if not syntax.words:
        return Tagging(Parts((), (), ()), *(np.zeros(0, np.float32) for _ in range(3)))
    network = load()
    ids = table_rows(columns(syntax, quotations))
    lengths = paragraph_lengths(syntax)
    scores = label_scores(network, ids, lengths)
    labels = best_labels(scores, network.layers, lengths)
    parts = Parts(*(tuple(label_spans(labels, kind)) for kind in (1, 3, 5)))
    shares = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares /= shares.sum(axis=1, keepdims=True)
    return Tagging(parts, *(shares[:, kind] + shares[:, kind + 1] for kind in (1, 3, 5)))


@cache
def load(path: Path = WEIGHTS) -> Network:
    """Read weights that :mod:`divergence.training.attribution` wrote."""
    with np.load(path, allow_pickle=False) as stored:
        table = stored["table"].astype(np.float32) * stored["table_scale"]
        names = [name for name in stored.files if not name.startswith("table")]
        return Network(table, {name: stored[name].astype(np.float32) for name in names})


def table_rows(columns_by_name: Mapping[str, Column], *, bits: int = N_BITS) -> Ids:
    """Row of the table for every token and template."""
    shifted: dict[str, NDArray[np.uint64]] = {}
    for part in {part for template in TEMPLATES for part in template}:
        name, _, offset = part.partition("@")
        shifted[part] = _shift(columns_by_name[name], int(offset or 0)).astype(np.uint64)
    n = len(columns_by_name["lemma"])
    ids = np.empty((len(TEMPLATES), n), np.int32)
    spread, end = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F)
    down, rest = np.uint64(29), np.uint64(64 - bits)
    for place, template in enumerate(TEMPLATES):
        mixed = np.full(n, (place + 1) * 0x165667B19E3779F9 % 2**64, np.uint64)
        for part in template:
            mixed = (mixed ^ shifted[part]) * spread
            mixed ^= mixed >> down
        ids[place] = (mixed * end) >> rest
    return ids


def _shift(column: Column, offset: int) -> Column:
    if not offset:
        return column
    moved = np.full_like(column, 7)
    if offset > 0:
        moved[:-offset] = column[offset:]
    else:
        moved[-offset:] = column[:offset]
    return moved


def paragraph_lengths(syntax: Syntax) -> list[int]:
    """Number of tokens of every paragraph."""
    lengths: list[int] = []
    number: int | None = None
    for span, paragraph in zip(syntax.sentences, syntax.paragraph_of, strict=True):
        if paragraph == number:
            lengths[-1] += span.end - span.start
        else:
            lengths.append(span.end - span.start)
        number = paragraph
    return lengths


def label_scores(network: Network, ids: Ids, lengths: Sequence[int]) -> Floats:
    """How well every label fits every token, by itself."""
    layers = network.layers
    total = np.zeros((ids.shape[1], network.table.shape[1]), np.float32)
    looked_up = np.empty_like(total)
    for rows in ids:
        # Without "clip" numpy would copy once more.
        total += np.take(network.table, rows, axis=0, out=looked_up, mode="clip")
    hidden = np.maximum(total + layers["b0"], 0)
    for layer in range(N_LAYERS):
        seen = neighbors(hidden, lengths)
        hidden = hidden + np.maximum(seen @ layers[f"W{layer}"] + layers[f"b{layer + 1}"], 0)
    result: Floats = hidden @ layers["U"] + layers["bu"]
    return result


def neighbors(hidden: Floats, lengths: Sequence[int]) -> Floats:
    """Each token's vector between those before and after it, nothing beyond a paragraph."""
    n, width = hidden.shape
    seen = np.zeros((n, 3 * width), np.float32)
    seen[1:, :width] = hidden[:-1]
    seen[:, width : 2 * width] = hidden
    seen[:-1, 2 * width :] = hidden[1:]
    firsts = np.cumsum([0, *lengths[:-1]])
    seen[firsts, :width] = 0
    seen[firsts[1:] - 1, 2 * width :] = 0
    return seen


def label_transitions() -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Which label may follow which, and which may come first: "+" continues its own kind."""
    follows = np.ones((len(LABELS), len(LABELS)), bool)
    first = np.array([not label.endswith("+") for label in LABELS])
    for place, label in enumerate(LABELS):
        if label.endswith("+"):
            follows[:, place] = [other.rstrip("+") == label[:-1] for other in LABELS]
    return follows, first


def best_labels(
    fits: NDArray[Any], layers: Mapping[str, Floats], lengths: Sequence[int]
) -> NDArray[np.int8]:
    """Choose the best sequence of labels in every paragraph (Viterbi, all paragraphs at once)."""
    follows, first = label_transitions()
    steps = np.where(follows, layers["trans"], FORBIDDEN)
    leading = steps.T.copy()
    firsts = np.cumsum([0, *lengths[:-1]])
    order = np.argsort(-np.array(lengths), kind="stable")
    sizes, begins = np.array(lengths)[order], firsts[order]
    active = [int((sizes > step).sum()) for step in range(int(sizes[0]))]
    places = [begins[:n] + step for step, n in enumerate(active)]
    best = fits[places[0]] + np.where(first, layers["start"], FORBIDDEN)
    ends = [best]
    for at in places[1:]:
        best = (best[: len(at), :, None] + steps).max(axis=1) + fits[at]
        ends.append(best)
    labels = np.zeros(len(fits), np.int8)
    chosen = np.zeros(0, np.int64)
    for step in range(len(active) - 1, -1, -1):
        ending = ends[step][len(chosen) :].argmax(axis=1)
        if len(chosen):
            chosen = (ends[step][: len(chosen)] + leading[chosen]).argmax(axis=1)
        chosen = np.concatenate([chosen, ending])
        labels[places[step]] = chosen
    return labels


def label_spans(labels: NDArray[np.int8], kind: int) -> list[Span]:
    """Spans of a kind, from where it begins for as long as it goes on."""
    begins = labels == kind
    inside = begins | (labels == kind + 1)
    starts = np.flatnonzero(begins)
    stops = np.flatnonzero(np.append(inside, False)[1:] < inside) + 1
    cuts = np.union1d(stops, starts)
    return [
        Span(int(start), int(cuts[np.searchsorted(cuts, start, side="right")])) for start in starts
    ]
