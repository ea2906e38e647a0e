"""The phrase of who speaks, without what only stands beside it: datelines, days, photo credits.

"WASHINGTON — The mayor said", "Police on Monday said", "Ada Lin/AFP/Getty Images The mayor said".
"""

from __future__ import annotations

from divergence.lexicons.calendar import DATED, DEICTIC, MONTHS, PARTS_OF_DAY
from divergence.text.datelines import after_dateline, is_dateline
from divergence.text.dependency_tree import Tree
from divergence.types import Span

_BEFORE_A_DAY = frozenset("on late early last this earlier in at".split())
_DAYS = DATED | DEICTIC | frozenset(PARTS_OF_DAY)
_CREDITED = frozenset({"afp", "ap", "epa", "getty", "images", "photo", "pool", "reuters"})


def without_asides(tree: Tree, source: Span) -> Span | None:
    """Cut a dateline or a photo credit before a source, and a day after it; None if all goes."""
    words = [word.lower() for word in tree.syntax.words[source.start : source.end]]
    start = min(source.end, max(source.start, after_dateline(tree, tree.sentence_at(source.start))))
    end = source.end
    credits = [n for n, word in enumerate(words) if word in _CREDITED]
    if credits and any("/" in word for word in words[: credits[-1] + 1]):
        start = max(start, source.start + credits[-1] + 1)
    while end > start and _is_of_a_day(words, end - source.start - 1):
        end -= 1
    return next(iter(tree.spans(range(start, end))), None)


def _is_of_a_day(words: list[str], last: int) -> bool:
    word, before = words[last], words[last - 1] if last else ""
    following = words[last + 1] if last + 1 < len(words) else ""
    return (
        word in _DAYS
        or (word in _BEFORE_A_DAY and following in _DAYS | _BEFORE_A_DAY)
        or (word.isdigit() and before in MONTHS)
    )


def is_no_speaker(tree: Tree, head: int) -> bool:
    """Whether a word that the parse takes for a subject is a day or stands in a dateline."""
    return tree.syntax.words[head].lower() in DATED or is_dateline(tree, head)
