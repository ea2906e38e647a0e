"""Time and memory of looking for copies, shared text and shared accounts in a large corpus.

    python tests/benchmarks/origins.py ARTICLES.jsonl[.gz] [N ...]

Prints, for the first N articles of the file (400 and 4,000 by default), seconds and the memory
above what the digests take. Digests are made without an annotator: sentences end at full stops,
words between quotation marks are quotations, and every number is a figure. Articles are dealt into
events of twenty.
"""

from __future__ import annotations

import re
import resource
import subprocess
import sys
import time
from itertools import islice
from pathlib import Path

EVENT = 20


def digests(path: Path, n_articles: int) -> list[object]:
    """Read articles and make plain digests of them."""
    from divergence.comparing.origins.shingles import stream_of_text
    from divergence.digesting.agency_credits import credits, named
    from divergence.digesting.digest import Digest, Sentence
    from divergence.digesting.quotable import LedgerFigure, SentenceRef
    from divergence.digesting.sourcing import Quote, Sourcing
    from divergence.reading import iter_read
    from divergence.types import Article, Span
    from tests.comparing.conftest import made_column, made_tally

    column = made_column("none.rate")
    found: list[object] = []
    articles = (item for item in iter_read(path) if isinstance(item, Article))
    for number, article in enumerate(islice(articles, n_articles)):
        event = f"event {number // EVENT}"
        tally = made_tally(article.source, article.id, [[[[0, 1], [0, 0]]]], [column], event)
        pieces = [p for p in re.split(r"(?<=[.!?])\s+", " ".join(article.text.split())) if p]
        refs = [
            SentenceRef(article.id, article.source, place, 0, len(text), text)
            for place, text in enumerate(pieces)
        ]
        flags = stream_of_text(" ".join(pieces)).quoted.tolist()
        edges = [n for n, (a, b) in enumerate(zip([*flags, 0], [0, *flags], strict=True)) if a != b]
        quotes = tuple(
            Quote(Span(start, end), "somebody", True)
            for start, end in zip(edges[::2], edges[1::2], strict=True)
        )
        figures = tuple(
            LedgerFigure(
                ref, digits, value, value, "exact", "people", "", None, "", "", "", None, "reporter"
            )
            for ref in refs
            for digits in re.findall(r"\b\d{2,6}\b", ref.text)
            for value in (float(digits),)
        )
        sourcing = Sourcing(quotes, credits(article.text), named(article.text))
        found.append(Digest(tally, tuple(Sentence(ref, ()) for ref in refs), figures, sourcing))
    return found


def look(path: Path, n_articles: int) -> str:
    """Make digests, look for origins in them, and say what that took."""
    from divergence.comparing.origins.origins import origins

    made = digests(path, n_articles)
    events: dict[str, list[object]] = {}
    for each in made:
        events.setdefault(each.tally.article.event, []).append(each)
    base = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    started, ticked = time.perf_counter(), time.process_time()
    found = origins(made, events)
    seconds, ticks = time.perf_counter() - started, time.process_time() - ticked
    above = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 - base
    return (
        f"{len(made):>8,}{seconds:>10.1f}{ticks:>14.1f}{above:>16,.0f}{base:>16,.0f}"
        f"{len(found.origins):>9,}{len(found.kinships):>10,}"
    )


def main() -> None:
    """Run each size in a process of its own and print a table."""
    if len(sys.argv) > 2 and sys.argv[1] == "look":
        print(look(Path(sys.argv[2]), int(sys.argv[3])))  # noqa: T201
        return
    print("articles   seconds   processor s   MiB above base   MiB of digests  groups  kinships")  # noqa: T201
    for size in sys.argv[2:] or ["400", "4000"]:
        command = [sys.executable, "-m", "tests.benchmarks.origins", "look", sys.argv[1], size]
        print(subprocess.run(command, capture_output=True, text=True, check=True).stdout, end="")  # noqa: T201


if __name__ == "__main__":
    main()
