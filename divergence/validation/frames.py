"""How well the shares of the feature ``frames`` tell which articles people say have a frame.

Rows: ``text`` and ``frames``, a list of none or more of the five frames.

References
----------
Frermann, L., et al. (2023). Conflicts, villains, resolutions: towards models of narrative media
framing. ACL.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from divergence.counting.tally import Floats
from divergence.features.frames import FEATURE, share
from divergence.validation.labelled_rows import Row, read_rows
from divergence.validation.parsed_rows import parsed
from divergence.validation.resampled_metrics import (
    Labels,
    Rows,
    auc,
    defined_mean,
    label_f1,
    resampled_score,
)
from divergence.validation.scoring import Score

FRAMES = tuple(measure.name.removeprefix("frames.") for measure in FEATURE.measures)
FOLDS = 5


def score_frames(path: Path) -> Score:
    """Score the frames of articles, from raw text."""
    rows = read_rows(path)
    labels, texts = labelled_frames(rows), [row.text for row in rows]
    # An article without a word has no share of anything, and no term of any frame.
    shares = np.nan_to_num(
        [[share(document, frame) for frame in FRAMES] for document in parsed(texts)]
    )
    predictions = [
        {
            "line": row.line,
            "frames": row.fields["frames"],
            "shares": dict(zip(FRAMES, own.round(4).tolist(), strict=True)),
        }
        for row, own in zip(rows, shares, strict=True)
    ]
    scored = score_shares(labels, shares, tfidf_guesses(texts, labels))
    return replace(scored, predictions=predictions)


def score_shares(labels: Labels, shares: Floats, tfidf: Labels | None) -> Score:
    """Score shares, articles by frames, beside baselines; see :func:`score_frames`."""
    guesses = largest(labels, shares)
    majority = np.broadcast_to(labels.mean(axis=0) > 0.5, labels.shape)
    everything = np.ones_like(labels)

    def metrics(rows: Rows) -> dict[str, float]:
        gold = labels[rows]
        single = dict(zip(FRAMES, _f1s(gold, guesses[rows]), strict=True))
        areas = [auc(*pair) for pair in zip(gold.T, shares[rows].T, strict=True)]
        return {
            "auc": defined_mean(areas),
            "macro_f1": macro_f1(gold, guesses[rows]),
            **{f"{frame}_f1": value for frame, value in single.items()},
            "baseline_majority": macro_f1(gold, majority[rows]),
            "baseline_all": macro_f1(gold, everything[rows]),
            "baseline_tfidf": math.nan if tfidf is None else macro_f1(gold, tfidf[rows]),
        }

    return resampled_score(metrics, len(labels))


def macro_f1(labels: Labels, guesses: Labels) -> float:
    """Mean F1 of the frames that are labelled or guessed; nan where there is none."""
    return defined_mean(_f1s(labels, guesses))


def largest(labels: Labels, shares: Floats) -> Labels:
    """Give each frame to as many articles as are labelled with it, and to all that tie with them.

    An article without a term of the frame never has it.
    """
    chosen = np.zeros_like(labels)
    for column, n_labelled in enumerate(labels.sum(axis=0).tolist()):
        own = shares[:, column]
        least = np.sort(own)[-n_labelled] if n_labelled else math.inf
        chosen[:, column] = (own >= least) & (own > 0)
    return chosen


def labelled_frames(rows: Sequence[Row]) -> Labels:
    """Return which row has which frame."""
    for row in rows:
        for name in row.strings("frames"):
            if name not in FRAMES:
                raise row.error("frames", f"holds {name!r}; expected some of {', '.join(FRAMES)}")
    return np.array([[frame in row.fields["frames"] for frame in FRAMES] for row in rows])


def tfidf_guesses(texts: Sequence[str], labels: Labels) -> Labels | None:
    """Guess each text's frames by its words, trained on the other folds; None for few texts."""
    if len(texts) < 2 * FOLDS:
        return None
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression

    dealt = np.random.default_rng(0).permutation(len(texts)) % FOLDS
    inputs = TfidfVectorizer(sublinear_tf=True, token_pattern=r"\w+|[^\w\s]+").fit_transform(texts)
    guesses = np.zeros_like(labels)
    for number in range(FOLDS):
        held = dealt == number
        for column in range(labels.shape[1]):
            known = labels[~held, column]
            if known.all() or not known.any():
                guesses[held, column] = known[0]
                continue
            regression = LogisticRegression(
                class_weight="balanced", solver="liblinear", random_state=0
            )
            guesses[held, column] = regression.fit(inputs[~held], known).predict(inputs[held])
    return guesses


def _f1s(labels: Labels, guesses: Labels) -> list[float]:
    return [label_f1(*columns) for columns in zip(labels.T, guesses.T, strict=True)]
