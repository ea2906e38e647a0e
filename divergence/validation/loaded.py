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
from dataclasses import replace
from pathlib import Path

import numpy as np

from divergence.features.labels import find
from divergence.instruments.linear import Model, load
from divergence.instruments.loaded_words import slant
from divergence.text.normalize import clean_marks
from divergence.types import Document
from divergence.validation.judged_sentences import JudgedSentence, Judgments
from divergence.validation.labelled_rows import read_rows
from divergence.validation.parsed_rows import parsed
from divergence.validation.resampled_metrics import Rows, resampled_score
from divergence.validation.scoring import Score

LABELS = ("plain", "loaded")


def score_loaded(path: Path) -> Score:
    """Score loaded sentences and words, from raw text."""
    model, rows = load("loaded"), read_rows(path)
    labels = [(row.label("label", LABELS) == "loaded", row.strings("words")) for row in rows]
    judged, predictions = [], []
    documents = parsed([row.text for row in rows])
    for row, (loaded, words), document in zip(rows, labels, documents, strict=True):
        sentence = judge(document, loaded, marked(document, words), model)
        judged.append(sentence)
        predictions.append(
            {
                "line": row.line,
                "label": LABELS[loaded],
                "predicted": LABELS[sentence.predicted],
                "probability": round(sentence.probability, 4),
                "words": [
                    document.syntax.words[token] for token in sorted(sentence.predicted_marks)
                ],
            }
        )
    return replace(score_judged(judged), predictions=predictions)


def judge(document: Document, loaded: bool, marks: frozenset[int], model: Model) -> JudgedSentence:
    """Judge a sentence; its marks are tokens."""
    verdict = slant(document, range(len(document.lowered)), model)
    return JudgedSentence(
        loaded,
        marks,
        verdict.probability,
        verdict.probability >= model.numbers["sentence"],
        frozenset(token for token, p in verdict.words.items() if p >= model.numbers["word"]),
        bool(find(document)),
    )


def score_judged(sentences: Sequence[JudgedSentence]) -> Score:
    """Score judged sentences; see :func:`score_loaded`."""
    judged = Judgments.of(sentences)

    def metrics(rows: Rows) -> dict[str, float]:
        from sklearn.metrics import f1_score

        gold = judged.labelled[rows]

        def macro(labels: np.ndarray) -> float:
            return float(f1_score(gold, labels[rows], average="macro", zero_division=0.0))

        return {
            "auc": judged.auc(rows),
            "macro_f1": macro(judged.predicted),
            "word_f1": judged.mark_f1(rows),
            "list_macro_f1": macro(judged.listed),
        }

    return resampled_score(metrics, len(sentences))


def marked(document: Document, words: Iterable[str]) -> frozenset[int]:
    """Return the tokens of a text that are among the words or phrases people marked in it.

    A word that occurs more than once counts everywhere: labels name words, not places.
    """
    tokens = document.lowered
    marks: set[int] = set()
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
                marks.update(range(start, end))
    return frozenset(marks)
