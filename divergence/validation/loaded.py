"""How well loaded sentences are told from plain ones, and which of their words are loaded.

Rows: ``text``, ``label`` (loaded or plain) and ``words``, the words or phrases of the text that
people marked as loaded.

References
----------
Spinde, T. et al. (2021). Neural Media Bias Detection Using Distant Supervision With BABE. Findings
of EMNLP.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from divergence.text.normalize import clean_marks
from divergence.types import Document
from divergence.validation.labelled_rows import read_rows
from divergence.validation.resampled_metrics import Rows, auc, f1, resampled_score
from divergence.validation.scoring import Score

LABELS = ("plain", "loaded")


@dataclass(frozen=True, slots=True)
class Judged:
    """One sentence: its label and marked tokens, and what was found.

    ``listed`` says whether the feature ``labels``, which reads a list, finds a label in it.
    """

    loaded: bool
    marked: frozenset[int]
    probability: float
    found_loaded: bool
    found_words: frozenset[int]
    listed: bool


def score_loaded(path: Path) -> Score:
    """Score loaded sentences and words, from raw text."""
    from divergence.features.labels import find
    from divergence.instruments.linear import load
    from divergence.instruments.loaded_words import slant
    from divergence.validation.parsed_rows import parsed

    numbers = load("loaded").numbers
    rows = read_rows(path)
    gold = [
        (row.text, row.label("label", LABELS) == "loaded", row.strings("words")) for row in rows
    ]
    judged, predictions = [], []
    documents = parsed([text for text, _, _ in gold])
    for row, (_, loaded, words), document in zip(rows, gold, documents, strict=True):
        found = slant(document, range(len(document.lowered)))
        strong = [token for token, p in found.words.items() if p >= numbers["word"]]
        one = Judged(
            loaded,
            marked(document, words),
            found.probability,
            found.probability >= numbers["sentence"],
            frozenset(strong),
            bool(find(document)),
        )
        judged.append(one)
        predictions.append(
            {
                "line": row.line,
                "label": LABELS[loaded],
                "predicted": LABELS[one.found_loaded],
                "probability": round(found.probability, 4),
                "words": [document.syntax.words[token] for token in strong],
            }
        )
    scored = score_judged(judged)
    return Score(scored.n, scored.metrics, scored.intervals, predictions)


def score_judged(judged: Sequence[Judged]) -> Score:
    """Score judged sentences; see :func:`score_loaded`."""
    gold = np.array([one.loaded for one in judged])
    found = np.array([one.found_loaded for one in judged])
    listed = np.array([one.listed for one in judged])
    probability = np.array([one.probability for one in judged])
    words = np.array(
        [
            (len(one.marked & one.found_words), len(one.marked), len(one.found_words))
            for one in judged
        ]
    )

    def metrics(rows: Rows) -> dict[str, float]:
        from sklearn.metrics import f1_score

        def macro(said: np.ndarray) -> float:
            return float(f1_score(gold[rows], said[rows], average="macro", zero_division=0.0))

        return {
            "auc": auc(gold[rows], probability[rows]),
            "macro_f1": macro(found),
            "word_f1": f1(*words[rows].sum(axis=0).tolist()),
            "list_macro_f1": macro(listed),
        }

    return resampled_score(metrics, len(judged))


def marked(document: Document, words: Iterable[str]) -> frozenset[int]:
    """Return the tokens of a text that are among the words or phrases people marked in it.

    A word that occurs more than once counts everywhere: labels name words, not places.
    """
    tokens = document.lowered
    found: set[int] = set()
    for word in words:
        wanted = "".join(clean_marks(word).lower().split())
        for start in range(len(tokens)):
            if not wanted.startswith(tokens[start]):
                continue
            end, spelled = start, ""
            while end < len(tokens) and len(spelled) < len(wanted):
                spelled += tokens[end]
                end += 1
            if spelled == wanted:
                found.update(range(start, end))
    return frozenset(found)
