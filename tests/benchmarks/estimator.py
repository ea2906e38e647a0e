"""`TextFeatures` in one process and in two: time, and whether the numbers are the same.

    python -m tests.benchmarks.estimator ARTICLES.jsonl[.gz] [N [ROUNDS]]

Transforms the first N articles of the file (300 by default) with every feature, ROUNDS times (3 by
default) each way in turn, and prints medians. Wall times depend on what else the machine does;
processor time less so. Each way first measures a few texts ("start"): there the parser is loaded,
which happens once in each process. The peak is that of this process and of the largest worker.
"""

from __future__ import annotations

import gzip
import json
import os
import resource
import statistics
import sys
import time
from itertools import islice
from pathlib import Path

from divergence.estimators import TEXTS_AT_ONCE, TextFeatures


def read(path: Path, n_texts: int) -> list[str]:
    """Return the texts of the first rows."""
    with gzip.open(path, "rt") if path.suffix == ".gz" else path.open() as lines:
        return [json.loads(line)["text"] for line in islice(lines, n_texts)]


def main() -> None:
    """Time both and print a table."""
    path = Path(sys.argv[1])
    n_texts = int(sys.argv[2]) if len(sys.argv) > 2 else 300
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 3
    texts = read(path, n_texts)
    warm = texts[: 2 * TEXTS_AT_ONCE]
    print(f"{len(texts):,} texts, {sum(map(len, texts)):,} characters")  # noqa: T201
    starts, walls, own, bits = {}, {1: [], 2: []}, {1: [], 2: []}, set()
    for n_jobs in (1, 2):
        started = time.perf_counter()
        TextFeatures(n_jobs=n_jobs).fit_transform(warm)
        starts[n_jobs] = time.perf_counter() - started
    for _ in range(rounds):
        for n_jobs in (1, 2):
            made = TextFeatures(n_jobs=n_jobs).fit(texts)
            started, before = time.perf_counter(), time.process_time()
            bits.add(made.transform(texts).tobytes())
            walls[n_jobs].append(time.perf_counter() - started)
            own[n_jobs].append(time.process_time() - before)
    print("n_jobs   start s   wall s (median; all)   this process's CPU s")  # noqa: T201
    for n_jobs in (1, 2):
        told = " ".join(f"{wall:.1f}" for wall in walls[n_jobs])
        print(  # noqa: T201
            f"{n_jobs:>6}{starts[n_jobs]:>10.1f}{statistics.median(walls[n_jobs]):>9.1f}"
            f"  ({told}){statistics.median(own[n_jobs]):>12.1f}"
        )
    ratio = statistics.median(walls[1]) / statistics.median(walls[2])
    print(f"one over two: {ratio:.2f}; same bits: {len(bits) == 1}")  # noqa: T201
    print(f"load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")  # noqa: T201
    # Workers are waited for only when they end: end them, so that their peak is known.
    from joblib.externals.loky import get_reusable_executor

    get_reusable_executor().shutdown(wait=True)
    peaks = [
        resource.getrusage(who).ru_maxrss / 1024
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    ]
    print(f"peak MiB: this process {peaks[0]:,.0f}, largest worker {peaks[1]:,.0f}")  # noqa: T201


if __name__ == "__main__":
    main()
