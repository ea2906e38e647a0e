"""How well tone toward a party agrees with people's labels.

A row is one JSON object: ``text``, ``start`` and ``end`` of the target in it, ``target`` (the
words there) and ``label``: negative, neutral or positive toward the target.

References
----------
Hamborg, F., & Donnay, K. (2021). NewsMTSC: A Dataset for (Multi-)Target-dependent Sentiment
Classification in Political News Articles. EACL.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from divergence.instruments.chosen_instruments import ToneJudge
from divergence.instruments.target_tone import LABELS, tone
from divergence.instruments.tone_features import Bags, bags
from divergence.text.party_passages import Passage, passage
from divergence.types import Document, Span
from divergence.validation.labelled_rows import read_rows
from divergence.validation.parsed_rows import parsed
from divergence.validation.resampled_metrics import Rows, resampled_score
from divergence.validation.scoring import Score
from divergence.validation.token_spans import token_spans


@dataclass(frozen=True, slots=True)
class TargetRow:
    """One labelled row: a text, the characters of the target in it, the label toward it."""

    text: str
    start: int
    end: int
    label: str


def read_targets(path: Path) -> list[TargetRow]:
    """Read labelled rows."""
    targets = []
    for row in read_rows(path):
        text = row.text
        label = row.label("label", LABELS)
        start = row.whole("start", "where the target starts")
        end = row.whole("end", "where the target ends")
        target = row.field("target", str, "the target as the text names it")
        if not 0 <= start < end <= len(text):
            raise row.error(
                "start", f"is {start} with end {end}; expected 0 <= start < end <= {len(text)}"
            )
        if text[start:end] != target:
            raise row.error("target", f"is {target!r}, but the text has {text[start:end]!r} there")
        if not target.strip():
            raise row.error("target", "is white space; expected a name or another word")
        targets.append(TargetRow(text, start, end, label))
    return targets


def score_sentiment(path: Path, *, judge: ToneJudge = tone) -> Score:
    """Score tone toward targets."""
    rows = read_targets(path)
    tones = [judge(document, row_passage(document, row)) for document, row in documents_of(rows)]
    scored = score_labels(
        [row.label for row in rows],
        [judgment.label for judgment in tones],
        groups=[row.text for row in rows],
    )
    predictions = [
        {
            "text": row.text,
            "start": row.start,
            "end": row.end,
            "label": row.label,
            "predicted": judgment.label,
            "negative": round(judgment.negative, 4),
            "neutral": round(judgment.neutral, 4),
            "positive": round(judgment.positive, 4),
        }
        for row, judgment in zip(rows, tones, strict=True)
    ]
    return replace(scored, predictions=predictions)


def score_labels(gold: Sequence[str], predicted: Sequence[str], *, groups: Sequence[str]) -> Score:
    """Score predicted labels."""
    import numpy as np
    from sklearn.metrics import f1_score

    truth, guess = np.array(gold), np.array(predicted)
    rows_of: dict[str, list[int]] = {}
    for row, group in enumerate(groups):
        rows_of.setdefault(group, []).append(row)
    blocks = list(rows_of.values())

    def metrics(chosen: Rows) -> dict[str, float]:
        rows = [row for block in chosen.tolist() for row in blocks[block]]
        labels = sorted(set(truth[rows].tolist()))
        macro = f1_score(truth[rows], guess[rows], labels=labels, average="macro", zero_division=0)
        return {"macro_f1": float(macro), "accuracy": float((truth[rows] == guess[rows]).mean())}

    return replace(resampled_score(metrics, len(blocks)), n=len(gold))


def documents_of(rows: Sequence[TargetRow]) -> Iterator[tuple[Document, TargetRow]]:
    """Parse the text of each row, a text that several rows share once."""
    texts = list(dict.fromkeys(row.text for row in rows))
    documents = dict(zip(texts, parsed(texts), strict=True))
    for row in rows:
        yield documents[row.text], row


def row_bags(document: Document, row: TargetRow) -> Bags:
    """Features of a row; the passage is the whole text."""
    return bags(document, row_passage(document, row))


def row_passage(document: Document, row: TargetRow) -> Passage:
    """Look at the whole text of a row from its target, names masked."""
    party = token_spans([Span(row.start, row.end)], document.syntax)[0]
    return passage(document, Span(0, len(document.syntax.words)), party)
