"""Whether the articles that tone puts furthest apart are those whose authors people do.

    python tests/benchmarks/furthest.py BASIL.jsonl

For every event with three articles whose authors are labelled with different sentiments toward its
main entities: is the pair that differs most in sentiment toward these entities the pair that the
labels put furthest apart? Prints the hits in each voice, what chance would give, and the
probability of as many hits by chance (labels that tie share their place).
"""

from __future__ import annotations

import json
import math
import sys
from collections import defaultdict
from itertools import combinations
from pathlib import Path

import numpy as np

LABELS = {"neg": -1.0, "neu": 0.0, "pos": 1.0}
MEASURE = "sentiment.toward"


def measured(rows: list[dict]) -> list[dict[tuple[str, str], float]]:
    """Sentiment of every article toward its main entities, by entity and voice."""
    from divergence.counting.tally import VOICE_CHOICES, tally, values
    from divergence.features.registry import select
    from divergence.text.annotate import annotate
    from divergence.types import Article, Side

    found = []
    for row in rows:
        sides = tuple(
            Side(name, tuple(dict.fromkeys((name, name.split()[-1]))))
            for name in row["main_entities"]
        )
        article = Article(row["id"], row["source"], row["text"])
        counted = tally(annotate(article, sides=sides), select(["sentiment"]))
        by_column = values(counted)
        found.append(
            {
                (column.side, voice): float(by_column[number, place])
                for number, column in enumerate(counted.columns)
                if column.name.startswith(MEASURE)
                for place, voice in enumerate(VOICE_CHOICES)
            }
        )
    return found


def apart(one: dict[str, float], other: dict[str, float]) -> float:
    """Mean distance over the entities that both know; nan where there is none."""
    gaps = [abs(one[name] - other[name]) for name in one.keys() & other.keys()]
    known = [gap for gap in gaps if not math.isnan(gap)]
    return sum(known) / len(known) if known else math.nan


def hits(events: list[list[tuple[dict, dict]]]) -> tuple[int, list[float]]:
    """Count hits; chances are the shares of pairs that the labels put furthest apart."""
    found, chances = 0, []
    for members in events:
        pairs = list(combinations(members, 2))
        labelled = np.array([apart(a[0], b[0]) for a, b in pairs])
        ours = np.array([apart(a[1], b[1]) for a, b in pairs])
        if np.isnan(labelled).any() or np.isnan(ours).any() or np.ptp(labelled) == 0:
            continue
        furthest = labelled == labelled.max()
        chances.append(float(furthest.mean()))
        found += bool(furthest[int(ours.argmax())])
    return found, chances


def by_chance(n: int, chances: list[float]) -> float:
    """Probability of at least ``n`` hits (Poisson binomial)."""
    spread = np.ones(1)
    for chance in chances:
        spread = np.convolve(spread, [1 - chance, chance])
    return float(spread[n:].sum())


def main(path: Path) -> None:
    """Print the hits in each voice."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    tones = measured(rows)
    for voice in ("reporter", "quoted", "all"):
        events = defaultdict(list)
        for row, tone in zip(rows, tones, strict=True):
            labels = {
                name: LABELS[label]
                for name, label in row["labels"]["sentiment"].items()
                if label in LABELS
            }
            mine = {name: value for (name, kind), value in tone.items() if kind == voice}
            events[row["event"]].append((labels, mine))
        found, chances = hits([events[name] for name in sorted(events)])
        sys.stdout.write(
            f"{voice}: {found} of {len(chances)} events, {sum(chances):.1f} by chance,"
            f" p = {by_chance(found, chances):.3f}\n"
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
