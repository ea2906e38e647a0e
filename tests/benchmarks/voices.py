"""Does tone in the reporter's voice go with the author's labelled tone more than quotations do?

    python tests/benchmarks/voices.py ARTICLES.jsonl

A row is an article: ``text``, ``main_entities`` and ``labels``, whose ``sentiment`` gives each
entity "neg", "neu" or "pos" (BASIL). An entity goes by its name and by the last word of it. Prints
Spearman's correlation of the labels with ``sentiment.toward`` in each voice: on the pairs of
article and entity that each voice has, on the pairs that both have, which alone compare the two,
and on those of them that are not neutral. The interval of the difference is from resampled
articles.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

VOICES = ("reporter", "quoted")
VALUES = {"neg": -1.0, "neu": 0.0, "pos": 1.0}
ROUNDS = 1000
Floats = NDArray[np.float64]


def measured(path: Path) -> tuple[NDArray[np.int64], Floats]:
    """Number of the article, and label, reporter's and quoted tone, by article and entity."""
    from divergence.features.sentiment import FEATURE
    from divergence.text.annotate import annotate
    from divergence.types import Article, Side

    articles, rows = [], []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        row = json.loads(line)
        labels = row["labels"]["sentiment"]
        entities = [name for name in dict.fromkeys(row["main_entities"]) if name in labels]
        sides = tuple(Side(name, (name, name.split()[-1])) for name in entities)
        document = annotate(Article(row["id"], row["source"], row["text"]), sides=sides)
        tones = defaultdict(list)
        for evidence in FEATURE.find(document):
            if evidence.category in ("negative", "neutral", "positive") and evidence.side:
                tones[evidence.side, evidence.voice].append(evidence.weight)
        for name in entities:
            articles.append(number)
            means = [np.mean(tones.get((name, voice), [np.nan])) for voice in VOICES]
            rows.append([VALUES[labels[name]], *means])
    return np.array(articles), np.array(rows, dtype=float)


def correlation(labels: Floats, tones: Floats) -> float:
    """Spearman's, over the pairs where both are defined."""
    from scipy.stats import spearmanr

    known = ~np.isnan(tones)
    return float(spearmanr(labels[known], tones[known]).statistic)


def difference(articles: NDArray[np.int64], labels: Floats, tones: Floats) -> tuple[float, ...]:
    """95% interval of reporter less quoted, articles resampled."""
    places = [np.flatnonzero(articles == number) for number in np.unique(articles)]
    random = np.random.default_rng(0)
    found = []
    for _ in range(ROUNDS):
        chosen = np.concatenate([places[k] for k in random.integers(len(places), size=len(places))])
        both = [correlation(labels[chosen], tones[chosen, column]) for column in (0, 1)]
        found.append(both[0] - both[1])
    return tuple(np.nanpercentile(found, [2.5, 97.5]).tolist())


def main() -> None:
    """Print the figures."""
    articles, table = measured(Path(sys.argv[1]))
    labels, tones = table[:, 0], table[:, 1:]
    both = ~np.isnan(tones).any(axis=1)
    told = []
    for place, voice in enumerate(VOICES):
        n = int((~np.isnan(tones[:, place])).sum())
        told.append(f"{voice}, own pairs: {correlation(labels, tones[:, place]):.3f} (n={n})")
    for name, rows in (("both voices", both), ("and not neutral", both & (labels != 0))):
        pair = [correlation(labels[rows], tones[rows, place]) for place in (0, 1)]
        told.append(f"{name}: {pair[0]:.3f} and {pair[1]:.3f} (n={rows.sum()})")
    low, high = difference(articles[both], labels[both], tones[both])
    told.append(f"difference where both: [{low:.3f}, {high:.3f}]")
    print("\n".join(told))  # noqa: T201


if __name__ == "__main__":
    main()
