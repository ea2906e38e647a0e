"""Word lists that lie among the articles: they are set aside and said to be what they are."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from divergence.types import Article, Rejection

_ROW = re.compile(r":\d+$")


def without_lists(
    items: Iterable[Article | Rejection], root: Path, lists: Collection[Path]
) -> Iterator[Article | Rejection]:
    """Pass inputs on, with one rejection for each file that is a word list of the settings.

    Parameters
    ----------
    items : iterable of Article or Rejection
        As :func:`divergence.reading.iter_read` gives them.
    root : Path
        What was read.
    lists : collection of Path
        Files of word lists.

    Yields
    ------
    Article or Rejection
        In the same order.
    """
    known = {path.resolve() for path in lists}
    said = ""
    for item in items:
        place = _ROW.sub("", item.path)
        there = root / place if root.is_dir() else root
        if not known or there.resolve() not in known:
            yield item
        elif place != said:
            said = place
            yield Rejection(place, "not an article: a word list of the settings")
