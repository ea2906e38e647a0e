"""Credits: which agency an article says it was taken from, and which ones it merely names.

A credit stands where credits stand: in the dateline, in a byline, on a line of its own, in
brackets or behind a dash at the end, or in a closing line about who contributed. "The minister told
Reuters" in the middle of a text is no credit: it says where one statement came from.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from divergence.lexicons.agencies import by_form

# A dateline stands within the first two lines, a closing line within the last ones.
_HEAD, _TAIL = 240, 420
# Forms that are ordinary capitals elsewhere count as credits but not as mentions.
_SHORTEST_MENTION = 3


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], re.Pattern[str]]:
    """Patterns of the head, of the tail, and of a mention; each has the form as a group."""
    agency = _either(by_form("agency"))
    dash = r"\s*(?:-{1,2}|[–—―|:])\s"
    head = re.compile(
        # "KYIV, March 3 (AP) —", "(AP)" that opens the text, "Reuters — "
        rf"\A[^\n]{{0,80}}?\((?P<a>{agency})\)(?:{dash}|\s)"
        rf"|\A[^\n]{{0,80}}?(?:\A|[,/(|]\s*)(?P<b>{agency})\)?{dash}"
        # "By Ada Lin, Associated Press", "Source: dpa" or the name alone, on a line of its own
        rf"|^[ \t]*(?:[Bb][Yy]|BY)\b[^\n.!?]{{0,80}}?\b(?P<c>{agency})"
        r"(?:[ \t]+\w{1,14}){0,2}[ \t]*$"
        rf"|^[ \t]*(?:Source:|©|\(c\)|From)?[ \t]*(?:the[ \t]+|The[ \t]+)?(?P<d>{agency})[ \t]*$",
        re.MULTILINE,
    )
    tail = re.compile(
        rf"[(\[](?:[^()\[\]\n]{{0,60}}\b)?(?P<a>{agency})[)\]][ \t.]*(?=\n|\Z)"
        rf"|[–—―-][ \t]*(?:[Ww]ith[ \t]+)?(?P<b>{agency})[ \t.]*\Z"
        rf"|\b[Ww]ith[ \t]+(?:reporting[ \t]+by[ \t]+|inputs[ \t]+from[ \t]+|files[ \t]+from[ \t]+"
        rf"|agency[ \t]+inputs[ \t]+from[ \t]+|material[ \t]+from[ \t]+)?(?:the[ \t]+|The[ \t]+)?"
        rf"(?P<c>{agency})[ \t.)\]]*\Z"
        rf"|\b(?P<d>{agency})\b[^.\n]{{0,120}}?\bcontributed[ \t]+(?:\w+[ \t]+)?to[ \t]+this\b"
        rf"|^[ \t]*(?:Source:|©|Copyright|\(c\))?[ \t]*(?:\d{{4}}[ \t]+)?(?:the[ \t]+|The[ \t]+)?"
        rf"(?P<e>{agency})[ \t.]*$",
        re.MULTILINE,
    )
    named = re.compile(rf"\b(?:{_either(by_form(), _SHORTEST_MENTION)})\b")
    return (head, tail), named


def _either(forms: Iterable[str], shortest: int = 1) -> str:
    """Join forms, longer ones first, so that "AP" does not win over "AP News"."""
    kept = [form for form in forms if len(form) >= shortest]
    return "|".join(map(re.escape, sorted(kept, key=lambda form: (-len(form), form))))


def credits(text: str, *, byline: str = "") -> tuple[str, ...]:
    """Return the agencies that an article credits for the story as a whole."""
    names = by_form("agency")
    head, tail = _patterns()[0]
    body = text.strip()
    agencies = {names[form] for form in _forms(head, body[:_HEAD])}
    agencies |= {names[form] for form in _forms(tail, body[-_TAIL:])}
    if byline.strip():
        whole = re.compile(rf"(?<!\w)(?:{_either(names)})(?!\w)")
        agencies |= {names[match[0]] for match in whole.finditer(byline)}
    return tuple(sorted(agencies))


def named(text: str) -> tuple[str, ...]:
    """Return the agencies, outlets and institutes that a text names anywhere."""
    names = by_form()
    return tuple(sorted({names[match[0]] for match in _patterns()[1].finditer(text)}))


def _forms(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    for match in pattern.finditer(text):
        yield from (form for form in match.groupdict().values() if form)
