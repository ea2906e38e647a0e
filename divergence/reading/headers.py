"""Loose headers: title, date, source and credit in the first lines of a text without fields.

What is found is taken out of the text, so the rule is to leave a line alone unless it can hardly be
a sentence of the article: a label with a fitting value, a date on a line of its own, a short line
without a full stop that an empty line sets apart. "Date palms line the road." is a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from divergence.reading.dates import AT_END, AT_START, date_of, parse_date
from divergence.reading.fields import canonical_name

MAX_TITLE_WORDS = 30
MAX_HEADER_LINES = 12
_FIRST_LINE = 2000
_LABEL = re.compile(r"(?P<label>[A-Za-z][A-Za-z _-]{0,20}?)\s*:\s*(?P<value>\S.*)$")
_LABELS = {
    "source", "outlet", "publisher", "publication", "newspaper", "title", "headline", "date",
    "published", "published at", "publication date", "event", "url", "link", "credit",
    "photo credit", "image credit",
}  # fmt: skip
_PEOPLE = {"by", "author", "authors", "byline", "reporter", "written by"}
_PICTURE = r"(?:Photo(?:graph)?|Picture|Image)s?(?:\s+credit)?"
_NAME = r"[A-Z0-9][\w.'’&-]*(?:[ /,|]+(?:[A-Z0-9][\w.'’&-]*|of|for|and|via|de|van|the))*"
_CREDIT_LINE = re.compile(
    rf"\(?{_PICTURE}\s*(?:(?P<by>\s+by\b)|[:©])\s*:?\s*(?P<credit>.+?)\)?\.?$", re.I
)
_CREDIT_END = re.compile(
    rf"[\s(|–—-]{{1,8}}{_PICTURE}\s*(?:\s+by\b|:)\s*(?P<credit>{_NAME})\)?\.?$"
)
_BYLINE = re.compile(rf"By\s+(?P<people>(?:[A-Z][\w.'’-]*\s+)(?=[A-Z]){_NAME})$")
_DATE_LABEL = re.compile(r"(?:published|updated|posted|date)\s*:?\s+(?:on\s+)?(?=\S)", re.I)
_LATER = re.compile(r"\(?(?:last |first )?(?:updated|modified|published|posted)\b[^.!?]*\d", re.I)
_FULL_STOP = re.compile(r"(?<!\b[ap]\.m)[.!?]$", re.I)
_SEPARATORS = " \t|–—-:·,;"
_ENDS_SENTENCE = re.compile(r"[.:;,…][\"'”’)\]]*$")
_DATELINE = re.compile(r"[A-Z][A-Z .,'-]{2,}(?:,[^—–-]{0,40})?(?:\([^)]{1,30}\))?\s*[—–-]")


@dataclass(frozen=True, slots=True)
class Header:
    """What the first lines hold, by field name, and the text without them."""

    fields: Mapping[str, str]
    body: str


def split_header(text: str, *, titled: bool = False) -> Header:
    """Tell the loose header of a text from its body.

    A header is only looked for in the first lines. A first sentence that lacks its full stop and
    stands in a paragraph of its own is taken for a title.
    """
    fields: dict[str, str] = {"title": ""} if titled else {}
    text = _without_leading_date(text.lstrip("\ufeff \t\n"), fields)
    lines = text.split("\n")
    taken = 0
    for at, line in enumerate(lines[:MAX_HEADER_LINES]):
        stripped = line.strip()
        if not stripped:
            continue
        following = lines[at + 1 :]
        if not any(map(str.strip, following)):
            # Nothing but labels: a form that nobody filled in has no text.
            taken = at + 1 if taken and _labeled_line(stripped) else taken
            break
        header = _header_line(stripped, following, fields)
        if not header:
            break
        fields.update({name: value for name, value in header.items() if name not in fields})
        taken = at + 1
    if titled:
        del fields["title"]
    body = "\n".join(lines[taken:]) if taken else text
    return Header(fields, body.strip())


def _without_leading_date(text: str, fields: dict[str, str]) -> str:
    """Take ``date 2023-03-13`` off a line that goes on with the article itself."""
    line, _, rest = text[:_FIRST_LINE].partition("\n")
    label = _DATE_LABEL.match(line)
    match = AT_START.match(line, label.end()) if label else None
    if match is None or date_of(match) is None:
        return text
    after = line[match.end() :].strip(_SEPARATORS)
    begins_sentence = re.match(r"[\"“‘']?[A-Z]", after)
    if not begins_sentence or (rest.strip() and _could_be_title(_without_credit(after)[0])):
        return text
    fields["date"] = match.group().strip()
    return text[match.end() :].lstrip(_SEPARATORS)


def _header_line(line: str, following: list[str], known: Mapping[str, str]) -> dict[str, str]:
    return (
        _labeled_line(line)
        or _credit_line(line)
        or _byline(line)
        or _date_line(line, known)
        or _title_line(line, following, known)
    )


def _labeled_line(line: str) -> dict[str, str]:
    """``Source: Meridian Wire`` and the like, where the value suits the label."""
    match = _LABEL.match(line)
    label = match["label"].strip().lower() if match else ""
    value = match["value"].strip() if match else ""
    if label in _PEOPLE:
        return {"author": value} if _is_name(value) else {}
    if label not in _LABELS:
        return {}
    field = canonical_name(label)
    fits = {
        # A date that cannot be read, or could be read two ways, is no part of the text either.
        "date": parse_date(value) is not None
        or AT_START.fullmatch(value) is not None
        or (AT_START.match(value) is None and _is_name(value)),
        "url": " " not in value,
        "title": True,
    }.get(field, _is_name(value))
    return {field: value} if fits else {}


def _is_name(value: str) -> bool:
    return len(value.split()) <= 8 and len(value) <= 80 and not re.search(r"[.?!]$", value)


def _credit_line(line: str) -> dict[str, str]:
    match = _CREDIT_LINE.match(line)
    credit = match["credit"].strip() if match and len(line) <= 120 else ""
    if match and match["by"] and not re.fullmatch(_NAME, credit):
        return {}
    return {"credit": credit} if credit and _is_name(credit) else {}


def _byline(line: str) -> dict[str, str]:
    match = _BYLINE.match(line)
    return {"author": match["people"]} if match and len(line.split()) <= 12 else {}


def _date_line(line: str, known: Mapping[str, str]) -> dict[str, str]:
    """A line that begins with a date, alone or with the title (and credit) behind it."""
    label = _DATE_LABEL.match(line)
    start = label.end() if label else 0
    match = AT_START.match(line, start)
    if match is None or date_of(match) is None or "date" in known:
        return {}
    fields = {"date": match.group().strip()}
    rest = line[match.end() :].strip(_SEPARATORS)
    if not rest or _is_another_date(rest):
        return fields
    rest, fields["credit"] = _without_credit(rest)
    if "title" in known or not _could_be_title(rest):
        return {}
    fields["title"] = rest
    return {name: fields[name] for name in ("date", "title", "credit") if fields[name]}


def _is_another_date(rest: str) -> bool:
    """``Updated 5:02 p.m. ET`` behind the date that an article first came out."""
    if _LATER.match(rest) is None or _FULL_STOP.search(rest):
        return False
    return len(rest.split()) <= 10


def _title_line(line: str, following: list[str], known: Mapping[str, str]) -> dict[str, str]:
    """A short first line that an empty line, or a line of the header, sets apart."""
    if "title" in known or not _is_set_apart(line, following):
        return {}
    rest, credit = _without_credit(line)
    bracketed = rest.endswith(")") and "(" in rest
    rest = rest[:-1] if bracketed else rest
    dated = AT_END.search(rest)
    before = rest[: dated.start()].rstrip() if dated else ""
    written = ""
    # "The town fell on 3 March 2023" is a title with a date in it, not a title and a date.
    if dated and date_of(dated) and before[-1:] in tuple("|–—-·,("):
        written, rest = dated.group(), before.rstrip(_SEPARATORS + "(")
    elif bracketed:
        rest += ")"
    if not _could_be_title(rest):
        return {}
    fields = {"title": rest, "date": written, "credit": credit}
    return {name: value for name, value in fields.items() if value}


def _is_set_apart(line: str, following: list[str]) -> bool:
    if _DATELINE.match(line):
        return False
    if not following[0].strip():
        body = next(other.strip() for other in following if other.strip())
        # A lower-case letter there: an empty line inside a sentence, as bad copying leaves it.
        return not body[0].islower()
    under = following[0].strip()
    if (
        _labeled_line(under)
        or _credit_line(under)
        or _byline(under)
        or _date_line(under, {"title": ""})
    ):
        return True
    return line.isupper() and len(line.split()) >= 3


def _without_credit(line: str) -> tuple[str, str]:
    match = _CREDIT_END.search(line)
    if match is None or match.start() == 0:
        return line, ""
    return line[: match.start()].rstrip(_SEPARATORS), match["credit"]


def _could_be_title(line: str) -> bool:
    words = line.split()
    return (
        0 < len(words) <= MAX_TITLE_WORDS
        and len(line) <= 300
        and not line[0].islower()
        and any(character.isalpha() for character in line)
        and not _ENDS_SENTENCE.search(line)
        and not re.search(r"[.!?][\"”’]? [A-Z“\"][a-z]+ [a-z]", line)
    )
