"""How well uncertain sentences and their cues are found.

Rows: ``text``, ``label`` (certain or uncertain) and ``cues``, a list of ``[start, end]`` character
spans (a third entry, the class of the cue, is not read).

References
----------
Farkas, R. et al. (2010). The CoNLL-2010 Shared Task: Learning to Detect Hedges and their Scope in
Natural Language Text.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from divergence.features.hedging import find
from divergence.instruments.linear import Model, load
from divergence.instruments.uncertainty_cues import cue_probabilities, likely_cues, uncertainty
from divergence.types import Document, Span
from divergence.validation.judged_sentences import JudgedSentence, Judgments
from divergence.validation.labelled_rows import read_rows
from divergence.validation.parsed_rows import parsed
from divergence.validation.resampled_metrics import Rows, label_f1, resampled_score
from divergence.validation.scoring import Score

LABELS = ("certain", "uncertain")


def score_hedging(path: Path) -> Score:
    """Score uncertain sentences and cues, from raw text."""
    model, rows = load("hedging"), read_rows(path)
    labels = [
        (row.label("label", LABELS) == "uncertain", frozenset(row.spans("cues"))) for row in rows
    ]
    documents = parsed([row.text for row in rows])
    judged = [
        judge(document, uncertain, cues, model)
        for document, (uncertain, cues) in zip(documents, labels, strict=True)
    ]
    predictions = [
        {
            "line": row.line,
            "label": LABELS[sentence.labelled],
            "predicted": LABELS[sentence.predicted],
            "probability": round(sentence.probability, 4),
            "cues": [
                [start, end, row.text[start:end]] for start, end in sorted(sentence.predicted_marks)
            ],
        }
        for row, sentence in zip(rows, judged, strict=True)
    ]
    return replace(score_judged(judged), predictions=predictions)


def judge(
    document: Document, uncertain: bool, cues: frozenset[Span], model: Model
) -> JudgedSentence:
    """Judge a sentence; its cues are character spans."""
    probabilities = cue_probabilities(document, model)
    probability = uncertainty(probabilities, probabilities).score
    return JudgedSentence(
        uncertain,
        cues,
        probability,
        probability >= model.numbers["sentence"],
        frozenset(document.characters(tokens) for tokens in likely_cues(probabilities, model)),
        bool(find(document)),
    )


def score_judged(sentences: Sequence[JudgedSentence]) -> Score:
    """Score judged sentences; see :func:`score_hedging`."""
    judged = Judgments.of(sentences)
    gold, predicted = judged.labelled, judged.predicted

    def metrics(rows: Rows) -> dict[str, float]:
        right = float((gold & predicted)[rows].sum())
        labelled, claimed = float(gold[rows].sum()), float(predicted[rows].sum())
        return {
            "f1": label_f1(gold[rows], predicted[rows]),
            "precision": right / claimed if claimed else math.nan,
            "recall": right / labelled if labelled else math.nan,
            "auc": judged.auc(rows),
            "cue_f1": judged.mark_f1(rows),
            "list_f1": label_f1(gold[rows], judged.listed[rows]),
        }

    return resampled_score(metrics, len(sentences))
