"""Measures what is usual: quartiles of every measure over news articles, for the pages.

Run by hand when a feature changes: ``python docs/extensions/typical.py articles.jsonl.gz``. It
writes ``docs/features/typical.toml``; a page shows the quartiles only while the feature has the
version that they were measured with. No text is stored.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import numpy as np

from divergence.counting.tally import VOICE_CHOICES, values
from divergence.features.registry import all_features
from divergence.measuring.measure import tallies

OUT = Path(__file__).parents[1] / "features" / "typical.toml"
EVERY, FEWEST_CHARACTERS = 20, 1000


def main(path: Path) -> None:
    """Measure every twentieth article and write the quartiles."""
    features = all_features()
    counted = list(tallies(_texts(path), features))
    columns = counted[0].columns
    table = np.stack([values(each)[:, VOICE_CHOICES.index("all")] for each in counted])
    lines = [
        "# Quartiles over news articles, all voices; written by docs/extensions/typical.py.",
        f"articles = {len(counted)}",
        'text = "US news on politics, 2012 to 2020 (AllSides, Baly et al. 2020)"',
    ]
    for feature in features:
        own = [n for n, each in enumerate(columns) if each.feature == feature.name]
        if not own:
            continue
        lines += ["", f"[{feature.name}]", f"version = {feature.version}"]
        for number in own:
            low, middle, high = np.nanpercentile(table[:, number], (25, 50, 75))
            name = columns[number].name
            lines.append(f'"{name}" = [{low:.3g}, {middle:.3g}, {high:.3g}]')
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _texts(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in islice(file, 0, None, EVERY):
            text = json.loads(line)["text"]
            if len(text) >= FEWEST_CHARACTERS:
                yield text


if __name__ == "__main__":
    main(Path(sys.argv[1]))
