"""`TextFeatures` in one process and in two: time, and whether the numbers are the same.

    python -m tests.benchmarks.estimator ARTICLES.jsonl[.gz] [N [ROUNDS]]

Transforms the first N articles of the file (300 by default) with every feature, ROUNDS times (3 by
default) each way in turn, every time in processes of their own. "Start" is a first transform of a
few texts, in which each process loads the parser; "wall" the transform after it, the way that a
pipeline's second call goes. Processor time is that of all processes together, start included: it
says what the work costs whatever else the machine does, where wall times do not.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from itertools import islice
from pathlib import Path

EVERYBODY = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)


def read(path: Path, n_texts: int) -> list[str]:
    """Return the texts of the first rows."""
    with gzip.open(path, "rt") if path.suffix == ".gz" else path.open() as lines:
        return [json.loads(line)["text"] for line in islice(lines, n_texts)]


def transform(path: Path, n_texts: int, n_jobs: int) -> dict[str, float | str]:
    """Transform once in this process and its workers."""
    from divergence.estimators import TEXTS_AT_ONCE, TextFeatures

    texts = read(path, n_texts)
    made = TextFeatures(n_jobs=n_jobs).fit(texts)
    times = [time.perf_counter()]
    for batch in (texts[: 2 * TEXTS_AT_ONCE], texts):
        numbers = made.transform(batch)
        times.append(time.perf_counter())
    if n_jobs > 1:
        # What workers used is known when they have ended.
        from joblib.externals.loky import get_reusable_executor

        get_reusable_executor().shutdown(wait=True)
    used = [resource.getrusage(who) for who in EVERYBODY]
    return {
        "start": times[1] - times[0],
        "wall": times[2] - times[1],
        "cpu": sum(each.ru_utime + each.ru_stime for each in used),
        "peak": max(each.ru_maxrss for each in used) / 1024,
        "bits": hashlib.sha256(numbers.tobytes()).hexdigest(),
    }


def main() -> None:
    """Time both ways in turn and print a table."""
    if sys.argv[1] == "--once":
        done = transform(Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
        print(json.dumps(done))  # noqa: T201
        return
    path, *rest = sys.argv[1:]
    n_texts, rounds = (*map(int, rest), *(300, 3)[len(rest) :])
    found: dict[int, list[dict[str, float]]] = {1: [], 2: []}
    for _ in range(rounds):
        for n_jobs, runs in found.items():
            command = [sys.executable, "-m", "tests.benchmarks.estimator", "--once"]
            environment = {**os.environ, "OMP_NUM_THREADS": "1"}
            done = subprocess.run(
                [*command, path, str(n_texts), str(n_jobs)],
                capture_output=True,
                text=True,
                check=True,
                env=environment,
            )
            runs.append(json.loads(done.stdout))
    print(f"{n_texts:,} texts, {rounds} rounds, medians")  # noqa: T201
    print("n_jobs   start s    wall s   all wall s              CPU s   peak MiB")  # noqa: T201
    walls = {}
    for n_jobs, runs in found.items():
        middle = {
            key: statistics.median(run[key] for run in runs)
            for key in ("start", "wall", "cpu", "peak")
        }
        walls[n_jobs] = middle["wall"]
        told = " ".join(f"{run['wall']:.1f}" for run in runs)
        print(  # noqa: T201
            f"{n_jobs:>6}{middle['start']:>10.1f}{middle['wall']:>10.1f}   {told:<20}"
            f"{middle['cpu']:>9.1f}{middle['peak']:>11,.0f}"
        )
    same = len({run["bits"] for runs in found.values() for run in runs}) == 1
    print(f"one over two: {walls[1] / walls[2]:.2f}; same bits: {same}")  # noqa: T201
    load = os.getloadavg()[0]
    print(f"load average {load:.1f} on {os.cpu_count()} processors")  # noqa: T201


if __name__ == "__main__":
    main()
