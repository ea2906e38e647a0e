"""Score mentions with their types, and chains of mentions, on labelled texts.

A mention is the whole phrase, with clauses that hang on it, as the labels have it. A typed mention
is right where words and type are those of a label; by heads, where a label with this type has the
same topmost word. Chains are scored over mentions of chains of two and more on either side, by
their exact words; CoNLL is the mean of MUC, B-cubed and CEAF-e.

References
----------
Zeldes, A. (2017). The GUM corpus: creating multilayer resources in the classroom. Language
Resources and Evaluation 51.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import numpy as np

from divergence.text.annotate import annotate_many
from divergence.text.dependency_tree import Tree
from divergence.text.entities.mentions import detect_mentions
from divergence.text.entities.noun_phrases import noun_phrases
from divergence.types import Document, Span
from divergence.validation.entities.chain_metrics import Chain, b_cubed, ceaf, f1_of, muc
from divergence.validation.entities.rows import GoldText, read_entities
from divergence.validation.resampled_metrics import Rows, defined_mean, f1, resampled_score
from divergence.validation.scoring import Score

_CHAINS = {"muc_f1": muc, "b_cubed_f1": b_cubed, "ceaf_f1": ceaf}


class PredictedMention(NamedTuple):
    """A mention by its whole phrase, with its head, its type and the number of its chain."""

    tokens: Span
    head: int
    type: str
    chain: int


def score_entities(path: Path) -> Score:
    """Score the entities of documents on labelled texts, from raw text."""
    golds = list(read_entities(path))
    documents = annotate_many(gold.text for gold in golds)
    counts: list[Mapping[str, Sequence[float]]] = []
    predictions = []
    for gold, document in zip(golds, documents, strict=True):
        mentions = predicted_mentions(document)
        counts.append(count(gold, document, mentions))
        predictions.append({"line": gold.line, **_row(document, mentions)})
    rows = {name: np.array([count[name] for count in counts]) for name in counts[0]}

    def metrics(chosen: Rows) -> dict[str, float]:
        sums = {name: rows[name][chosen].sum(axis=0).tolist() for name in rows}
        right, labelled, predicted = sums["mention"]
        chains = {name: f1_of([sums[name]]) for name in _CHAINS}
        return {
            "mention_f1": f1(right, labelled, predicted),
            "mention_precision": right / predicted if predicted else np.nan,
            "mention_recall": right / labelled if labelled else np.nan,
            "span_f1": f1(*sums["span"]),
            "head_f1": f1(*sums["head"]),
            **chains,
            "conll_f1": defined_mean(list(chains.values())),
        }

    return replace(resampled_score(metrics, len(golds)), predictions=predictions)


def predicted_mentions(document: Document) -> list[PredictedMention]:
    """Return the mentions of a document's entities, and those that no entity has, each alone."""
    tree = Tree.of(document.text, document.syntax)
    wholes = {phrase.head: phrase.whole for phrase in noun_phrases(tree)}
    chained = [
        PredictedMention(
            wholes.get(mention.head, mention.tokens), mention.head, entity.type, number
        )
        for number, entity in enumerate(document.entities)
        for mention in entity.mentions
    ]
    alone = [mention for mention in detect_mentions(tree) if mention.head not in document.entity_of]
    return chained + [
        PredictedMention(mention.whole, mention.head, mention.type, number)
        for number, mention in enumerate(alone, start=len(document.entities))
    ]


def count(
    gold: GoldText, document: Document, predicted: Sequence[PredictedMention]
) -> dict[str, Sequence[float]]:
    """Count what one text adds: right, labelled and predicted mentions, and the chains' counts."""
    labelled = gold.mentions(document.syntax)
    tree = Tree.of(document.text, document.syntax)
    spans = {(mention.tokens, mention.type) for mention in labelled}
    tops = {(tree.head_of(mention.tokens), mention.type) for mention in labelled}
    words = {mention.tokens for mention in labelled}
    sizes = len(gold.marked), len(predicted)
    counts: dict[str, Sequence[float]] = {
        "mention": (sum((m.tokens, m.type) in spans for m in predicted), *sizes),
        "span": (sum(m.tokens in words for m in predicted), *sizes),
        "head": (sum((m.head, m.type) in tops for m in predicted), *sizes),
    }
    chains = (
        _chains((mention.tokens, mention.chain) for mention in labelled),
        _chains((mention.tokens, mention.chain) for mention in predicted),
    )
    return counts | {name: metric(*chains) for name, metric in _CHAINS.items()}


def _chains(mentions: Iterable[tuple[Span, int]]) -> list[Chain]:
    """Chains of two mentions and more; words that two chains claim belong to the first."""
    by_chain: dict[int, set[Span]] = defaultdict(set)
    taken: set[Span] = set()
    for tokens, chain in mentions:
        if tokens not in taken:
            taken.add(tokens)
            by_chain[chain].add(tokens)
    return [frozenset(spans) for spans in by_chain.values() if len(spans) > 1]


def _row(document: Document, mentions: Sequence[PredictedMention]) -> dict[str, object]:
    """Write predictions as labels that could be scored again."""
    return {
        "text": document.text,
        "entities": [
            dict(zip(("start", "end"), document.characters(tokens), strict=True))
            | {"type": kind, "chain": chain}
            for tokens, _, kind, chain in mentions
        ],
    }
