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

import numpy as np
from scipy.optimize import linear_sum_assignment

from divergence.text.annotate import annotate_with_attitudes
from divergence.types import Document, Span
from divergence.validation.attribution_rows import FIELDS, GoldArticle, read_attributions
from divergence.validation.ratio_metrics import Part, ratio_score
from divergence.validation.scoring import Score
from divergence.validation.token_spans import token_set

ENOUGH = 0.5
_FUNCTION_TAGS = frozenset(
    {"DT", "PDT", "IN", "TO", "CC", "POS", "HYPH", "SYM", ",", ".", ":", "``", "''", '"'}
    | {"(", ")", "-LRB-", "-RRB-", "NFP"}
)


@dataclass(frozen=True, slots=True)
class TokenSets:
    """One attribution as sets of tokens."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]


def score_attribution(path: Path) -> Score:
    """Score attributions on labelled articles, from raw text."""
    articles = list(read_attributions(path))
    documents = annotate_with_attitudes(article.text for article in articles)
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
                "source": characters(attribution.speaker.tokens),
                "cue": characters(attribution.cue),
                "content": characters(*attribution.content),
                "speaker": attribution.speaker.name,
                "class": attribution.cue_class,
            }
            for attribution in document.attributions
        ],
    }


def count(gold: GoldArticle, document: Document) -> Mapping[str, Part]:
    """Count what one article adds to every metric."""
    labelled, extracted = labelled_sets(gold, document), extracted_sets(document)
    parts = {
        f"{name}_f1": _overlap(_union(labelled, name), _union(extracted, name)) for name in FIELDS
    }
    with_content = [sets for sets in labelled if sets.content]
    pairs = matched(with_content, extracted)
    n, n_gold, n_extracted = len(pairs), len(with_content), len(extracted)
    named = [(a, b) for a, b in pairs if a.source]
    unknown = sum(a.speaker.kind == "unknown" for a in document.attributions)
    return parts | {
        "detected_precision": Part(n, n_extracted),
        "detected_recall": Part(n, n_gold),
        "detected_f1": Part(2 * n, n_gold + n_extracted),
        "speaker_accuracy": Part(
            sum(_same_speaker(a, b, document.syntax.tags) for a, b in named), len(named)
        ),
        "unknown_share": Part(unknown, n_extracted),
    }


def labelled_sets(gold: GoldArticle, document: Document) -> list[TokenSets]:
    """Return the labelled attributions as tokens of the document: those that a span touches."""
    return [
        TokenSets(*(token_set(getattr(a, name), document.syntax) for name in FIELDS))
        for a in gold.attributions
    ]


def extracted_sets(document: Document) -> list[TokenSets]:
    """Return the document's own attributions as sets of tokens."""
    return [
        TokenSets(_tokens(a.speaker.tokens), _tokens(a.cue), _tokens(*a.content))
        for a in document.attributions
    ]


def dice(first: frozenset[int], second: frozenset[int]) -> float:
    """Dice's coefficient of two sets, 0 where both are empty."""
    both = len(first) + len(second)
    return 2 * len(first & second) / both if both else 0.0


def matched(
    labelled: Sequence[TokenSets], extracted: Sequence[TokenSets]
) -> list[tuple[TokenSets, TokenSets]]:
    """Match attributions one to one by their contents, so that the sum of Dice is largest."""
    if not labelled or not extracted:
        return []
    alike = np.array([[dice(a.content, b.content) for b in extracted] for a in labelled])
    alike[alike < ENOUGH] = 0.0
    rows, columns = linear_sum_assignment(alike, maximize=True)
    return [
        (labelled[row], extracted[column])
        for row, column in zip(rows.tolist(), columns.tolist(), strict=True)
        if alike[row, column] > 0
    ]


def _tokens(*spans: Span | None) -> frozenset[int]:
    return frozenset(token for span in spans if span for token in range(*span))


def _union(attributions: Iterable[TokenSets], name: str) -> frozenset[int]:
    return frozenset[int]().union(*(getattr(sets, name) for sets in attributions))


def _overlap(labelled: frozenset[int], extracted: frozenset[int]) -> Part:
    return Part(2 * len(labelled & extracted), len(labelled) + len(extracted))


def _same_speaker(labelled: TokenSets, extracted: TokenSets, tags: Sequence[str]) -> bool:
    telling = {token for token in labelled.source if tags[token] not in _FUNCTION_TAGS}
    return bool((telling or labelled.source) & extracted.source)
