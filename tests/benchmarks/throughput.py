"""Whole `measure` against bare parsing, and its memory over a growing corpus.

    python tests/benchmarks/throughput.py ARTICLES.jsonl[.gz] [N ...]

Prints, for the first N articles of the file (400 and 4,000 by default): tokens a second of
processor time for bare parsing and for the whole walk from file to table, their ratio, and the peak
memory of each walk. Each walk runs in a process of its own, so that peaks do not add up.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

SIDES = {
    "Republicans": ["Republican", "Republicans", "GOP"],
    "Democrats": ["Democrat", "Democrats"],
}


def parsing(path: Path, n_articles: int) -> dict[str, float]:
    """Parse the first articles and do nothing else."""
    from divergence.text.syntax import parse, parse_many
    from divergence.types import Article

    texts = (item.text for item in _items(path, n_articles) if isinstance(item, Article))
    parse("Warm up.")
    started = time.process_time()
    n_tokens = sum(len(syntax.words) for syntax in parse_many(texts))
    return _figures(n_tokens, started)


def measuring(path: Path, n_articles: int) -> dict[str, float]:
    """Read, parse, annotate, find all evidence, and write a table."""
    from divergence.counting.columns import columns
    from divergence.features.registry import all_features
    from divergence.measuring import table, writing
    from divergence.measuring.measure import tallies
    from divergence.text.annotate import annotate, annotate_many
    from divergence.types import Article, Side

    sides = tuple(Side(name, tuple(aliases)) for name, aliases in SIDES.items())
    features = all_features()
    list(tallies([annotate("Warm up, it may.", sides=sides)], features))
    n_tokens = 0

    def documents():
        nonlocal n_tokens
        articles = (item for item in _items(path, n_articles) if isinstance(item, Article))
        for document in annotate_many(articles, sides=sides):
            n_tokens += len(document.syntax.words)
            yield document

    with tempfile.TemporaryDirectory() as folder:
        started = time.process_time()
        writing.write(
            table.rows(tallies(documents(), features)),
            Path(folder) / "table.csv",
            header=table.header(columns(features, sides)),
        )
        return _figures(n_tokens, started)


def _items(path: Path, n_articles: int):
    from divergence.reading import iter_read

    return islice(iter_read(path), n_articles)


def _figures(n_tokens: int, started: float) -> dict[str, float]:
    seconds = time.process_time() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"tokens": n_tokens, "per_second": n_tokens / seconds, "peak_mib": peak}


def main() -> None:
    """Run both walks for each size and print a table."""
    if len(sys.argv) > 2 and sys.argv[1] in {"parsing", "measuring"}:
        walk = {"parsing": parsing, "measuring": measuring}[sys.argv[1]]
        print(json.dumps(walk(Path(sys.argv[2]), int(sys.argv[3]))))  # noqa: T201
        return
    path = sys.argv[1]
    print("articles  walk       tokens      tokens/s   peak MiB   share of parsing")  # noqa: T201
    for size in sys.argv[2:] or ["400", "4000"]:
        bare = 0.0
        for walk in ("parsing", "measuring"):
            command = [sys.executable, __file__, walk, path, size]
            environment = {**os.environ, "OMP_NUM_THREADS": "1"}
            done = subprocess.run(
                command, capture_output=True, text=True, check=True, env=environment
            )
            figures = json.loads(done.stdout)
            bare = bare or figures["per_second"]
            print(  # noqa: T201
                f"{size:>8}  {walk:<9}{figures['tokens']:>9,.0f}{figures['per_second']:>13,.0f}"
                f"{figures['peak_mib']:>11,.0f}{figures['per_second'] / bare:>15.2f}"
            )


if __name__ == "__main__":
    main()
