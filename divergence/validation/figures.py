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

import math
from pathlib import Path
from typing import get_args

import numpy as np

from divergence.comparing.claims.claim_results import Aspect
from divergence.comparing.claims.sentence_judgment import Judgment, Label, judge_pairs, read_many
from divergence.validation.labelled_rows import Row, read_rows
from divergence.validation.resampled_metrics import Rows, auc, f1, resampled_score
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
    told = read_many(texts)
    judged = judge_pairs(list(zip(told[::2], told[1::2], strict=True)))
    found = np.array([one.label for one in judged])
    first = np.array([one.differences[0].aspect if one.differences else "" for one in judged])
    sure = np.array([one.differences[0].confidence if one.differences else 0.0 for one in judged])

    def metrics(kept: Rows) -> dict[str, float]:
        conflicts = kept[found[kept] == "differ"]
        singles = {
            f"{label}_f1": _f1(gold[kept] == label, found[kept] == label) for label in LABELS
        }
        values = {
            "accuracy": _mean(gold[kept] == found[kept]),
            "macro_f1": _defined_mean(list(singles.values())),
            **singles,
            "aspect_accuracy": _aspects(aspects[kept], first[kept]),
            "confidence_auc": auc(gold[conflicts] == "differ", sure[conflicts]),
        }
        for split in (name for name in SPLITS if name in splits):
            own = kept[splits[kept] == split]
            values[f"{split}_accuracy"] = _mean(gold[own] == found[own])
            values[f"{split}_macro_f1"] = _defined_mean(
                [_f1(gold[own] == label, found[own] == label) for label in LABELS]
            )
            values[f"{split}_aspect_accuracy"] = _aspects(aspects[own], first[own])
        return values

    scored = resampled_score(metrics, len(rows))
    predictions = [_prediction(row, one) for row, one in zip(rows, judged, strict=True)]
    return Score(scored.n, scored.metrics, scored.intervals, predictions)


def _aspect(row: Row) -> str:
    if row.fields.get("aspect") in (None, ""):
        return ""
    if row.fields["label"] != "differ":
        raise row.error("aspect", "stands beside a label other than differ; leave it out")
    return row.label("aspect", ASPECTS)


def _prediction(row: Row, one: Judgment) -> dict[str, object]:
    best = one.differences[0] if one.differences else None
    return {
        "line": row.line,
        "label": row.fields["label"],
        "aspect": row.fields.get("aspect"),
        "predicted": one.label,
        "predicted_aspect": best.aspect if best else None,
        "words": [str(best.words), str(best.other)] if best else None,
        "confidence": best.confidence if best else None,
        "alike": round(one.alike, 3),
    }


def _f1(gold: np.ndarray, found: np.ndarray) -> float:
    return f1(float((gold & found).sum()), float(gold.sum()), float(found.sum()))


def _mean(values: np.ndarray) -> float:
    return float(values.mean()) if values.size else math.nan


def _defined_mean(values: list[float]) -> float:
    defined = [value for value in values if not math.isnan(value)]
    return sum(defined) / len(defined) if defined else math.nan


def _aspects(gold: np.ndarray, first: np.ndarray) -> float:
    labelled = gold != ""
    return _mean(gold[labelled] == first[labelled])
