"""How well sentences of different articles are told to agree, to differ, or to be unrelated.

Rows: ``a`` and ``b``, two sentences, and ``label``, one of agree, differ and unrelated; where they
differ also ``aspect``, one of number, unit, period, place, claimant, certainty and negation, if it
is known; ``split``, dev or test, if there is one. The probe that ships with the package,
``divergence/validation/data/figures.jsonl``, was written by hand for it.

References
----------
de Marneffe, M.-C., Rafferty, A., & Manning, C. (2008). Finding contradictions in text. ACL.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import get_args

import numpy as np

from divergence.comparing.claims.claim_results import Aspect
from divergence.comparing.claims.sentence_judgment import Judgment, Label, judge_pairs, read_many
from divergence.validation.labelled_rows import Row, read_rows
from divergence.validation.resampled_metrics import (
    Labels,
    Rows,
    auc,
    defined_mean,
    label_f1,
    resampled_score,
)
from divergence.validation.scoring import Score

LABELS: tuple[str, ...] = get_args(Label)
ASPECTS: tuple[str, ...] = get_args(Aspect)
SPLITS = ("dev", "test")


def score_figures(path: Path) -> Score:
    """Score agreement and conflict of sentences and their figures, each read on its own."""
    rows = read_rows(path)
    texts = [row.words(name, "a sentence") for row in rows for name in ("a", "b")]
    gold = np.array([row.label("label", LABELS) for row in rows])
    aspects = np.array([_aspect(row) for row in rows])
    splits = np.array([row.label("split", SPLITS) if "split" in row.fields else "" for row in rows])
    sentences = read_many(texts)
    judgments = judge_pairs(list(zip(sentences[::2], sentences[1::2], strict=True)))
    predicted = np.array([judgment.label for judgment in judgments])
    leading = [judgment.differences[0] if judgment.differences else None for judgment in judgments]
    first = np.array([difference.aspect if difference else "" for difference in leading])
    sure = np.array([difference.confidence if difference else 0.0 for difference in leading])

    def agreement(rows: Rows, prefix: str = "") -> dict[str, float]:
        singles = {
            f"{label}_f1": label_f1(gold[rows] == label, predicted[rows] == label)
            for label in LABELS
        }
        return {
            f"{prefix}accuracy": _mean(gold[rows] == predicted[rows]),
            f"{prefix}macro_f1": defined_mean(list(singles.values())),
            **({} if prefix else singles),
            f"{prefix}aspect_accuracy": _aspects(aspects[rows], first[rows]),
        }

    def metrics(rows: Rows) -> dict[str, float]:
        conflicts = rows[predicted[rows] == "differ"]
        values = agreement(rows)
        values["confidence_auc"] = auc(gold[conflicts] == "differ", sure[conflicts])
        for split in (name for name in SPLITS if name in splits):
            values |= agreement(rows[splits[rows] == split], f"{split}_")
        return values

    predictions = [
        _prediction(row, judgment) for row, judgment in zip(rows, judgments, strict=True)
    ]
    return replace(resampled_score(metrics, len(rows)), predictions=predictions)


def _aspect(row: Row) -> str:
    if row.fields.get("aspect") in (None, ""):
        return ""
    if row.fields["label"] != "differ":
        raise row.error("aspect", "stands beside a label other than differ; leave it out")
    return row.label("aspect", ASPECTS)


def _prediction(row: Row, judgment: Judgment) -> dict[str, object]:
    best = judgment.differences[0] if judgment.differences else None
    return {
        "line": row.line,
        "label": row.fields["label"],
        "aspect": row.fields.get("aspect"),
        "predicted": judgment.label,
        "predicted_aspect": best.aspect if best else None,
        "words": [str(best.words), str(best.other)] if best else None,
        "confidence": best.confidence if best else None,
        "alike": round(judgment.alike, 3),
    }


def _mean(right: Labels) -> float:
    return float(right.mean()) if right.size else float("nan")


def _aspects(gold: np.ndarray, first: np.ndarray) -> float:
    labelled = gold != ""
    return _mean(gold[labelled] == first[labelled])
