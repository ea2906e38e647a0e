"""What a comparison costs: processor time and memory over a growing corpus.

    python tests/benchmarks/comparing.py ARTICLES.jsonl[.gz] [N ...]

Prints, for the first N articles of the file (165, 500 and all by default): processor seconds to
measure them, for 1,000 bootstrap rounds of all measures, for the whole comparison, and the peak
memory. Each N runs in a process of its own.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from itertools import islice, pairwise
from pathlib import Path


def comparing(path: Path, n_articles: int) -> dict[str, float]:
    """Measure and compare the first articles."""
    from divergence.comparing.articles_by_source import by_source
    from divergence.comparing.compare import compare
    from divergence.comparing.measures.estimates import estimates
    from divergence.digesting.digest import digest
    from divergence.features.registry import all_features
    from divergence.reading import iter_read
    from divergence.text.annotate import annotate_many
    from divergence.types import Article

    articles = (item for item in iter_read(path) if isinstance(item, Article))
    features = all_features()
    clock = [time.process_time()]
    digests = [digest(each, features) for each in annotate_many(islice(articles, n_articles))]
    clock.append(time.process_time())
    estimates(by_source([each.tally for each in digests]), digests[0].tally.columns, rounds=1000)
    clock.append(time.process_time())
    found = compare(digests, rounds=1000)
    clock.append(time.process_time())
    measuring, bootstrap, whole = (b - a for a, b in pairwise(clock))
    return {
        "articles": len(digests),
        "sources": len(found.sources),
        "events": len(found.events),
        "measuring": measuring,
        "bootstrap": bootstrap,
        "comparing": whole,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def main(arguments: list[str]) -> None:
    """Print one line for each size."""
    if arguments[0] == "one":
        sys.stdout.write(json.dumps(comparing(Path(arguments[1]), int(arguments[2]))))
        return
    sizes = arguments[1:] or ["165", "500", "1000000"]
    sys.stdout.write("articles sources events  measuring  1,000 rounds  comparing  peak MiB\n")
    for size in sizes:
        done = subprocess.run(
            [sys.executable, __file__, "one", arguments[0], size],
            check=True,
            capture_output=True,
            text=True,
        )
        one = json.loads(done.stdout)
        sys.stdout.write(
            f"{one['articles']:8} {one['sources']:7} {one['events']:6}"
            f" {one['measuring']:9.1f}s {one['bootstrap']:12.1f}s {one['comparing']:9.1f}s"
            f" {one['peak']:9.0f}\n"
        )
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
