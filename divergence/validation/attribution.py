"""How well attributions agree with people's: sources, cues, contents, and who says what.

References
----------
Pareti, S. (2015). Attribution: A Computational Approach (PhD, Edinburgh). Newell, E., Margolin, D.,
& Ruths, D. (2018). An Attribution Relations Corpus for Political News. LREC.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from divergence.types import Document, Span
from divergence.validation.attribution_rows import FIELDS, GoldArticle, read_attributions
from divergence.validation.ratio_metrics import Part, ratio_score
from divergence.validation.scoring import Score

ENOUGH = 0.5
_FUNCTION_TAGS = frozenset(
    {"DT", "PDT", "IN", "TO", "CC", "POS", "HYPH", "SYM", ",", ".", ":", "``", "''", '"'}
    | {"(", ")", "-LRB-", "-RRB-", "NFP"}
)


@dataclass(frozen=True, slots=True)
class Said:
    """One attribution as sets of tokens."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]


def score_attribution(path: Path) -> Score:
    """Score attributions on labelled articles, from raw text."""
    from divergence.text.annotate import annotate_many

    articles = list(read_attributions(path))
    documents = annotate_many(article.text for article in articles)
    parts, predictions = [], []
    for gold, document in zip(articles, documents, strict=True):
        parts.append(count(gold, document))
        predictions.append({"line": gold.line, **predicted(document)})
    return replace(ratio_score(parts), predictions=predictions)


def predicted(document: Document) -> dict[str, object]:
    """Write a document's own attributions as a row of labels, with the speaker's name beside."""

    def characters(*spans: Span | None) -> list[list[int]]:
        return [list(document.characters(span)) for span in spans if span is not None]

    return {
        "text": document.text,
        "attributions": [
            {
                "source": characters(one.speaker.tokens),
                "cue": characters(one.cue),
                "content": characters(*one.content),
                "speaker": one.speaker.name,
                "class": one.cue_class,
            }
            for one in document.attributions
        ],
    }


def count(gold: GoldArticle, document: Document) -> Mapping[str, Part]:
    """Count what one article adds to every metric."""
    labelled, found = labelled_sets(gold, document), found_sets(document)
    parts = {
        f"{name}_f1": _overlap(
            _union(getattr(one, name) for one in labelled),
            _union(getattr(one, name) for one in found),
        )
        for name in FIELDS
    }
    with_content = [one for one in labelled if one.content]
    pairs = matched(with_content, found)
    n, n_gold, n_found = len(pairs), len(with_content), len(found)
    named = [(a, b) for a, b in pairs if a.source]
    unknown = sum(one.speaker.kind == "unknown" for one in document.attributions)
    return parts | {
        "detected_precision": Part(n, n_found),
        "detected_recall": Part(n, n_gold),
        "detected_f1": Part(2 * n, n_gold + n_found),
        "speaker_accuracy": Part(
            sum(_same_speaker(a, b, document.syntax.tags) for a, b in named), len(named)
        ),
        "unknown_share": Part(unknown, n_found),
    }


def labelled_sets(gold: GoldArticle, document: Document) -> list[Said]:
    """Return the labelled attributions as tokens of the document: those that a span touches."""
    from bisect import bisect_left, bisect_right

    starts, ends = document.syntax.starts, document.syntax.ends

    def tokens(spans: Iterable[Span]) -> frozenset[int]:
        return frozenset(
            token
            for start, end in spans
            for token in range(bisect_right(ends, start), bisect_left(starts, end))
        )

    return [Said(tokens(a.source), tokens(a.cue), tokens(a.content)) for a in gold.attributions]


def found_sets(document: Document) -> list[Said]:
    """Return the document's own attributions as sets of tokens."""
    return [
        Said(
            frozenset(range(*one.speaker.tokens)) if one.speaker.tokens else frozenset(),
            frozenset(range(*one.cue)) if one.cue else frozenset(),
            frozenset(token for part in one.content for token in range(*part)),
        )
        for one in document.attributions
    ]


def dice(one: frozenset[int], other: frozenset[int]) -> float:
    """Dice's coefficient of two sets, 0 where both are empty."""
    both = len(one) + len(other)
    return 2 * len(one & other) / both if both else 0.0


def matched(labelled: Sequence[Said], found: Sequence[Said]) -> list[tuple[Said, Said]]:
    """Match attributions one to one by their contents, so that the sum of Dice is largest."""
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    if not labelled or not found:
        return []
    alike = np.array([[dice(a.content, b.content) for b in found] for a in labelled])
    alike[alike < ENOUGH] = 0.0
    rows, columns = linear_sum_assignment(alike, maximize=True)
    return [
        (labelled[row], found[column])
        for row, column in zip(rows.tolist(), columns.tolist(), strict=True)
        if alike[row, column] > 0
    ]


def _union(sets: Iterable[frozenset[int]]) -> frozenset[int]:
    return frozenset().union(*sets)


def _overlap(labelled: frozenset[int], found: frozenset[int]) -> Part:
    return Part(2 * len(labelled & found), len(labelled) + len(found))


def _same_speaker(labelled: Said, found: Said, tags: Sequence[str]) -> bool:
    telling = {token for token in labelled.source if tags[token] not in _FUNCTION_TAGS}
    return bool((telling or labelled.source) & found.source)
