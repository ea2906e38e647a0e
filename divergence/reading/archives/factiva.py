"""Factiva: from the lines of a delivery to its documents, with field codes or without.

With codes ("Full Article plus Indexing") a document is a table of HD (headline), BY, WC (words),
PD (date), SN (source), LP (lead), TD (text) and AN (number). Without, it is a headline, a byline,
"877 words", a date, a source, its code, a language, a copyright line, the text and "Document"
with the number. Both end with the number, and that is where they are split.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from divergence.reading.archives.delivered_document import DeliveredDocument
from divergence.reading.dates import leading_date
from divergence.reading.fields import author_name

# Marks that a page's classes give to lines where no code stands before them.
HEADLINE, AUTHOR, PARAGRAPH, START = MARKS = "\x01\x02\x03\x04"
_CODES = frozenset(
    "CLM SE HD BY CR WC PD ET SN SC ED PG VOL LA CY LP TD CT RF CO IN NS RE IPC IPD PUB AN ART CX "
    "DE".split()
)
_CODED = re.compile(r"(?P<code>[A-Z]{2,3})(?:\s*[|\t]\s*(?P<value>.*)|)")
_NUMBER = re.compile(
    r"(?:AN\s*[|\t]?\s*)?(?:Document|Dokument|Documento)\s*[|\t]?\s*"
    r"(?P<id>(?=(?:[A-Za-z]*\d){8})[A-Za-z0-9]{16,34})"
)
_WORDS = re.compile(r"[\d.,]+ (?:words?|W.rter|mots|palabras|parole|palavras|woorden|слов)")
_TIME = re.compile(r"\d{1,2}:\d{2}(?: [A-Z]{2,4})?")
_CODE_OF_SOURCE = re.compile(r"[A-Z0-9]{2,10}")
_LANGUAGE = re.compile(r"English|Englisch|Anglais|Ingl.s|Inglese|Engels|Английский|英语|英語", re.I)
_COPYRIGHT = re.compile(r"Copyright\b|©|\(c\) ?\d{4}|.*\bAll rights reserved\.?", re.I)
_FURNITURE = re.compile(
    r"Page \d+ of \d+(?: ©.*)?|.{0,60}© \d{4} Factiva, Inc\..*|.{0,80}\(Full Text\)", re.I
)
_BREAKS_OFF = "breaks off: no line with its document number comes after it"
_LOOK_AHEAD = 6
_SHORT_SECTION = 4
_FEW_CODES = 4


def split_documents(lines: Sequence[str]) -> tuple[DeliveredDocument, ...]:
    """Split the lines of a delivery into documents."""
    lines = [line for raw in lines if (line := raw.rstrip("|\t ")) and not _is_furniture(line)]
    lines = _joined_numbers(lines)
    coded = {match["code"] for line in lines if (match := _code(line))}
    if not ("HD" in coded and coded & {"LP", "TD"}) and not any(map(_WORDS.fullmatch, lines)):
        return ()
    ends = [at for at, line in enumerate(lines) if _NUMBER.fullmatch(line)]
    if not ends and "HD" not in coded:
        return ()
    split: list[DeliveredDocument] = []
    start = 0
    for end in ends:
        split.append(_document(lines[start : end + 1]))
        start = end + 1
    rest = lines[start:]
    if any(_WORDS.fullmatch(line) or _code(line) for line in rest):
        split.append(DeliveredDocument(_document(rest).fields, (), _BREAKS_OFF))
    return tuple(split)


def _is_furniture(line: str) -> bool:
    return _FURNITURE.fullmatch(line.lstrip(MARKS)) is not None


def _joined_numbers(lines: Sequence[str]) -> list[str]:
    """Lines in which "AN" alone is joined to the number below it, as cells of a .docx are."""
    joined: list[str] = []
    for line in lines:
        if joined and joined[-1] == "AN" and _NUMBER.fullmatch(line):
            joined[-1] = f"AN\t{line}"
        else:
            joined.append(line)
    return joined


def _code(line: str) -> re.Match[str] | None:
    match = _CODED.fullmatch(line)
    return match if match and match["code"] in _CODES else None


def _document(lines: Sequence[str]) -> DeliveredDocument:
    starts = [at for at, line in enumerate(lines) if line.startswith(START)]
    lines = [line.lstrip(START) for line in lines[starts[-1] if starts else 0 :]]
    lines = [line for line in lines if line]
    parts: dict[str, list[str]] = {"": []}
    current = ""
    for line in lines:
        coded = _code(line)
        if coded:
            current = coded["code"]
            parts.setdefault(current, [])
            if coded["value"]:
                parts[current].append(coded["value"].lstrip(MARKS))
        else:
            parts[current].append(line.lstrip(MARKS))
    if "HD" in parts and len(parts) > _FEW_CODES:
        return _coded(parts)
    number = _NUMBER.fullmatch(lines[-1]) if lines else None
    plain = [line for line in lines if not _NUMBER.fullmatch(line)]
    return _uncoded(plain, number["id"] if number else "")


def _coded(parts: dict[str, list[str]]) -> DeliveredDocument:
    def joined(code: str) -> str:
        return " ".join(parts.get(code, ())).strip()

    number = _NUMBER.fullmatch("Document " + joined("AN").removeprefix("Document "))
    fields = {
        "title": joined("HD"),
        "author": author_name(joined("BY")),
        "date": _date(joined("PD")),
        "source": joined("SN"),
        "section": joined("SE") or joined("CLM"),
        "edition": joined("ED"),
        "id": number["id"] if number else "",
    }
    return DeliveredDocument(fields, tuple(parts.get("LP", []) + parts.get("TD", [])))


def _uncoded(lines: Sequence[str], number: str) -> DeliveredDocument:
    at = next((at for at, line in enumerate(lines) if _WORDS.fullmatch(line)), None)
    if at is None:
        title = lines[0].lstrip(HEADLINE) if lines else ""
        return DeliveredDocument(
            {"title": title}, (), "has no line with its number of words to read it by"
        )
    fields = _above(lines[:at])
    after = list(lines[at + 1 :])
    if after and (dated := leading_date(after[0]) or re.search(r"\b(?:19|20)\d\d$", after[0])):
        fields["date"] = _date(after.pop(0)) if dated else ""
    if after and _TIME.fullmatch(after[0]):
        after.pop(0)
    if after and not after[0].startswith(PARAGRAPH) and not _COPYRIGHT.fullmatch(after[0]):
        fields["source"] = after.pop(0)
    ahead = after[:_LOOK_AHEAD]
    language = next((n for n, line in enumerate(ahead) if _LANGUAGE.fullmatch(line)), None)
    if language is not None:
        between = [line for line in ahead[:language] if not _CODE_OF_SOURCE.fullmatch(line)]
        fields["edition"] = " ".join(between[:1])
        after = after[language + 1 :]
    elif after and _CODE_OF_SOURCE.fullmatch(after[0]):
        after.pop(0)
    while after and _COPYRIGHT.match(after[0]):
        after.pop(0)
    marked = [line.lstrip(PARAGRAPH) for line in after if line.startswith(PARAGRAPH)]
    return DeliveredDocument({**fields, "id": number}, tuple(marked or after))


def _above(lines: Sequence[str]) -> dict[str, str]:
    """Section, title and byline above the number of words."""
    titles = [line.lstrip(HEADLINE) for line in lines if line.startswith(HEADLINE)]
    authors = [line.lstrip(AUTHOR) for line in lines if line.startswith(AUTHOR)]
    plain = [line for line in lines if not line.startswith((HEADLINE, AUTHOR))]
    if titles:
        section = lines[0] if lines[0] in plain else ""
        return {
            "title": " ".join(titles),
            "author": author_name(" ".join(authors)),
            "section": section,
        }
    fields = {"section": "", "author": ""}
    short = len(plain) > 2 and len(plain[0].split()) <= _SHORT_SECTION
    if short or (len(plain) == 2 and ";" in plain[0]):
        fields["section"] = plain.pop(0)
    if len(plain) > 1 and _is_people(plain[-1]):
        fields["author"] = author_name(plain.pop())
    fields["title"] = " ".join(plain[:1])
    return fields


def _is_people(line: str) -> bool:
    if re.match(r"by\s", line, re.I):
        return True
    words = re.findall(r"[^\W\d]+", line)
    small = sum(1 for word in words if word[0].islower())
    return 1 < len(words) <= 8 and small <= 2 and not re.search(r"[\d?!:]", line)


def _date(value: str) -> str:
    dated = leading_date(value)
    return dated.date.isoformat() if dated else value
