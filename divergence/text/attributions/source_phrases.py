"""The phrase of who speaks, without what only stands beside it: datelines, days, photo credits.

"WASHINGTON — The mayor said", "Police on Monday said", "Ada Lin/AFP/Getty Images The mayor said".
"""

from __future__ import annotations

from bisect import bisect_right

from divergence.lexicons.calendar import DATED, DEICTIC, MONTHS, PARTS_OF_DAY
from divergence.text.dependency_tree import Tree
from divergence.types import Span

_DASHES = frozenset({"—", "–", "-", "--"})
_BEFORE_A_DAY = frozenset("on late early last this earlier in at".split())
_DAYS = DATED | DEICTIC | frozenset(PARTS_OF_DAY)
_CREDITED = frozenset({"afp", "ap", "epa", "getty", "images", "photo", "pool", "reuters"})
_LONGEST_DATELINE = 12


def without_asides(tree: Tree, source: Span) -> Span | None:
    """Cut a dateline or a photo credit before a source, and a day after it; None if all goes."""
    words = [word.lower() for word in tree.syntax.words[source.start : source.end]]
    start, end = _after_dateline(tree, source), source.end
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


def _after_dateline(tree: Tree, source: Span) -> int:
    """Where a source begins behind the dash of a dateline at the start of its paragraph."""
    syntax = tree.syntax
    for token in range(source.start + 1, source.end):
        if syntax.words[token] in _DASHES and is_dateline(tree, token - 1):
            return token + 1
    return source.start


def is_dateline(tree: Tree, token: int) -> bool:
    """Whether a token stands in a dateline: capitals at the start of a paragraph, then a dash."""
    syntax = tree.syntax
    number = bisect_right(syntax.sentences, token, key=lambda span: span.start) - 1
    start, end = syntax.sentences[number]
    if number and syntax.paragraph_of[number - 1] == syntax.paragraph_of[number]:
        return False
    if token - start > _LONGEST_DATELINE or not syntax.words[start].isupper():
        return False
    stop = min(end, start + _LONGEST_DATELINE + 1)
    return any(syntax.words[place] in _DASHES for place in range(token + 1, stop))


def is_no_speaker(tree: Tree, head: int) -> bool:
    """Whether a word that the parse takes for a subject is a day or stands in a dateline."""
    return tree.syntax.words[head].lower() in DATED or is_dateline(tree, head)
