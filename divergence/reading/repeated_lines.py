"""Lines that a source puts under its articles again and again, counted over a whole corpus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from hashlib import blake2b

from divergence.reading.boilerplate import line_key
from divergence.reading.draft import Draft

MIN_ARTICLES = 3
MIN_SHARE = 0.5


def find_repeated_lines(drafts: Iterable[Draft]) -> Mapping[str, frozenset[str]]:
    """Find the lines that recur in the articles of one source.

    Three, because two articles on one event may share a heading; half, because a background
    sentence that a desk uses often still is reporting. Of full sentences only those that speak to
    the reader ("you", "our") count. What is kept in memory is one entry for every short line.
    """
    seen: set[bytes] = set()
    n_articles: Counter[str] = Counter()
    n_with: dict[str, Counter[str]] = {}
    for draft in drafts:
        source = source_of(draft)
        mark = blake2b(
            f"{source}\0{draft.text}".encode("utf-8", "replace"), digest_size=16
        ).digest()
        if mark in seen:
            continue
        seen.add(mark)
        n_articles[source] += 1
        lines = {words for line in draft.text.split("\n") if (words := line_key(line.strip()))}
        n_with.setdefault(source, Counter()).update(lines)
    kept = {}
    for source, counted in sorted(n_with.items()):
        enough = max(MIN_ARTICLES, MIN_SHARE * n_articles[source])
        lines = {line for line, n in counted.items() if n >= enough}
        if lines:
            kept[source] = frozenset(lines)
    return kept


def source_of(draft: Draft) -> str:
    """Return what a draft's source is called, as sources are compared."""
    return (draft.fields.get("source", "").strip() or draft.stem).casefold()
