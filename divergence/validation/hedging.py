"""How well uncertain sentences and their cues are found.

Rows: ``text``, ``label`` (certain or uncertain) and ``cues``, a list of ``[start, end]`` character
spans (a third entry, the class of the cue, is not read).

References
----------
Farkas, R. et al. (2010). The CoNLL-2010 Shared Task: Learning to Detect Hedges and their Scope in
Natural Language Text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from divergence.types import Span
from divergence.validation.labelled_rows import read_rows
from divergence.validation.resampled_metrics import Rows, auc, f1, resampled_score
from divergence.validation.scoring import Score

LABELS = ("certain", "uncertain")


@dataclass(frozen=True, slots=True)
class Judged:
    """One sentence: the label and labelled cues, and what was found; cues as character spans.

    ``listed`` says whether the feature ``hedging``, which reads a list, finds a hedge in it.
    """

    uncertain: bool
    cues: frozenset[Span]
    probability: float
    found_uncertain: bool
    found_cues: frozenset[Span]
    listed: bool


def score_hedging(path: Path) -> Score:
    """Score uncertain sentences and cues, from raw text."""
    from divergence.features.hedging import find
    from divergence.instruments.linear import load
    from divergence.instruments.uncertainty_cues import cue_probabilities, likely_cues, uncertainty
    from divergence.validation.parsed_rows import parsed

    threshold = load("hedging").numbers["sentence"]
    rows = read_rows(path)
    gold = [
        (row.text, row.label("label", LABELS) == "uncertain", frozenset(row.spans("cues")))
        for row in rows
    ]
    judged, predictions = [], []
    documents = parsed([text for text, _, _ in gold])
    for row, (text, uncertain, cues), document in zip(rows, gold, documents, strict=True):
        probabilities = cue_probabilities(document)
        probability = uncertainty(probabilities, probabilities).score
        found = [document.characters(tokens) for tokens in likely_cues(probabilities)]
        one = Judged(
            uncertain,
            cues,
            probability,
            probability >= threshold,
            frozenset(found),
            bool(find(document)),
        )
        judged.append(one)
        predictions.append(
            {
                "line": row.line,
                "label": LABELS[uncertain],
                "predicted": LABELS[one.found_uncertain],
                "probability": round(probability, 4),
                "cues": [[start, end, text[start:end]] for start, end in found],
            }
        )
    scored = score_judged(judged)
    return Score(scored.n, scored.metrics, scored.intervals, predictions)


def score_judged(judged: Sequence[Judged]) -> Score:
    """Score judged sentences; see :func:`score_hedging`."""
    gold = np.array([one.uncertain for one in judged])
    found = np.array([one.found_uncertain for one in judged])
    listed = np.array([one.listed for one in judged])
    probability = np.array([one.probability for one in judged])
    cues = np.array(
        [(len(one.cues & one.found_cues), len(one.cues), len(one.found_cues)) for one in judged]
    )

    def metrics(rows: Rows) -> dict[str, float]:
        right = float((gold & found)[rows].sum())
        labelled, claimed = float(gold[rows].sum()), float(found[rows].sum())
        return {
            "f1": f1(right, labelled, claimed),
            "precision": right / claimed if claimed else float("nan"),
            "recall": right / labelled if labelled else float("nan"),
            "auc": auc(gold[rows], probability[rows]),
            "cue_f1": f1(*cues[rows].sum(axis=0).tolist()),
            "list_f1": f1(float((gold & listed)[rows].sum()), labelled, float(listed[rows].sum())),
        }

    return resampled_score(metrics, len(judged))
