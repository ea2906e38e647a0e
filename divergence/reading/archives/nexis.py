"""Nexis Uni (and the older LexisNexis Academic): from the lines of a delivery to its documents.

A document of Nexis Uni is a title, a source, a date and a copyright line, labels ("Section:",
"Length:", "Byline:"), "Body", the text, "Load-Date:" and "End of Document"; a cover page with a
table of contents may stand before the first. In the older layout each document begins with
"2 of 12 DOCUMENTS", the source comes first, and labels are in capitals.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from divergence.reading.archives.delivered_document import DeliveredDocument
from divergence.reading.dates import leading_date
from divergence.reading.fields import author_name

_END = re.compile(r"End of Document", re.I)
_OLD_START = re.compile(r"\d+ of \d+ DOCUMENTS?|Document \d+ of \d+", re.I)
_LABEL = re.compile(r"(?P<label>[A-Za-z]+(?:[- ][A-Za-z]+)?)\s?:(?:\s+(?P<value>.*)|$)")
_HEAD_LABELS = {
    "section": "section", "byline": "author", "dateline": "dateline", "url": "url",
    "headline": "title", "length": "", "highlight": "", "series": "", "correction": "",
    "correction-date": "", "distribution": "", "type": "", "abstract": "", "source": "source",
    "graphic": "",
}  # fmt: skip
_TAIL_LABELS = (
    "load-date", "language", "publication-type", "journal code", "journal-code", "subject",
    "geographic", "company", "organization", "person", "industry", "update", "notes", "type",
    "graphic", "pub-type",
)  # fmt: skip
_COVER = re.compile(
    r"(?:User Name|Date and Time|Job Number|Client/Matter|Search Terms|Search Type|Narrowed by"
    r"|Content Type)\b:?.*|Documents? \((?P<n>\d+)\)"
)
_LISTED = re.compile(r"(?P<n>\d+)\.\s*(?P<title>\S.*)")
_COPYRIGHT = re.compile(r"(?:Copyright|©|\(c\))\b|©|All rights reserved", re.I)
_FURNITURE = re.compile(
    r"Link (?:to|zum) (?:PDF|Image|Original|Full Text)(?:[ -]\w+){0,2}|Page \d+ of \d+|"
    r"About LexisNexis(?: ?\|.*)?|LexisNexis®?(?: ?\|.*)?",
    re.I,
)
# What may follow the text, and how many lines it may have: a longer one is a heading of the text.
_SECTIONS = {"graphic": 12, "notes": 4, "correction": 4}
_TAILS = ("load-date", "language")
# Of three signs (an end, a "Body", a label) two make a delivery: one may stand in any text.
_SIGNS = 2
_LONGEST_TAIL = 40
_UNTITLED = "no headline in original"
_NOT_SHOWN = re.compile(
    "there is an error in this document and it is not possible to display", re.I
)
_BREAKS_OFF = "breaks off: no line 'End of Document' comes after it"
_BODILESS = "has no text: there is no line 'Body' in it"


def split_documents(lines: Sequence[str]) -> tuple[DeliveredDocument, ...]:
    """Split the lines of a delivery into documents."""
    lines = [line for line in lines if line and not _FURNITURE.fullmatch(line)]
    starts = [at for at, line in enumerate(lines) if _OLD_START.fullmatch(line)]
    labelled = any(_label(line) in ("length", "load-date", "byline") for line in lines)
    if starts and labelled:
        ends = [*starts[1:], len(lines)]
        return tuple(_older_document(lines[a + 1 : b]) for a, b in zip(starts, ends, strict=True))
    ends = [at for at, line in enumerate(lines) if _END.fullmatch(line)]
    if [bool(ends), "Body" in lines, labelled].count(True) < _SIGNS:
        return ()
    documents, start = [], 0
    for end in ends:
        documents.append(_document(lines[start:end], covered=start == 0))
        start = end + 1
    rest = lines[start:]
    if "Body" in rest or any(_label(line) in ("length", "byline") for line in rest):
        documents.append(
            DeliveredDocument(_document(rest, covered=start == 0).fields, (), _BREAKS_OFF)
        )
    return (*documents, *_missing_documents(lines, documents))


def _label(line: str) -> str:
    match = _LABEL.fullmatch(line)
    return match["label"].lower() if match else ""


def _capital(line: str) -> str:
    """The label of a line where it is in capitals, as all are in the older layout."""
    return _label(line) if line.partition(":")[0].isupper() else ""


def _missing_documents(
    lines: Sequence[str], documents: Sequence[DeliveredDocument]
) -> list[DeliveredDocument]:
    """Documents that the table of contents counts and the file does not hold."""
    top = lines[: next((at for at, line in enumerate(lines) if line == "Body"), len(lines))]
    counts = [int(cover["n"]) for line in top if (cover := _COVER.fullmatch(line)) and cover["n"]]
    n_missing = counts[0] - len(documents) if counts else 0
    if n_missing <= 0:
        return []
    titles = {portion.fields.get("title", "").casefold() for portion in documents}
    listed = [entry["title"] for line in top if (entry := _LISTED.fullmatch(line))]
    absent = [title for title in listed if title.casefold() not in titles]
    if len(absent) != n_missing or n_missing > len(documents):
        # One part of a delivery in several files, perhaps: not hundreds of lines for that.
        held = f"the table of contents counts {counts[0]:,}, {len(documents):,} are in the file"
        return [DeliveredDocument(problem=f"and any after it are missing: {held}")]
    reason = "is counted in the table of contents and missing from the file"
    return [DeliveredDocument({"title": title}, (), reason) for title in absent]


def _document(lines: Sequence[str], *, covered: bool) -> DeliveredDocument:
    if any(_NOT_SHOWN.search(line) for line in lines):
        return DeliveredDocument(problem="is an error page: Nexis could not show it")
    body = next((at for at, line in enumerate(lines) if line == "Body"), len(lines))
    head, rest = list(lines[:body]), lines[body + 1 :]
    covers = [at for at, line in enumerate(head) if _COVER.fullmatch(line)] if covered else []
    fields = _head(head[covers[-1] + 1 :] if covers else head, after_cover=bool(covers))
    if body == len(lines):
        return DeliveredDocument(fields, (), _BODILESS)
    return DeliveredDocument(fields, tuple(_text(rest)))


def _head(lines: list[str], *, after_cover: bool) -> dict[str, str]:
    """Fields by place (title, source, date, edition, copyright) and then by label."""
    labels = next(
        (at for at, line in enumerate(lines) if at and _label(line) in _HEAD_LABELS), len(lines)
    )
    rights = next((at for at, line in enumerate(lines) if at and _COPYRIGHT.match(line)), labels)
    places = lines[: min(labels, rights)]
    dates = [at for at, line in enumerate(places) if at and leading_date(line) is not None]
    fields: dict[str, str] = {}
    if dates:
        at = dates[-1]
        dated = leading_date(places[at])
        fields["date"] = dated.date.isoformat() if dated else ""
        edition = " ".join([dated.rest if dated else "", *places[at + 1 :]])
        fields["edition"] = edition.strip()
        before = places[:at]
    elif len(places) > 2 and re.search(r"\b(?:19|20)\d\d\b", places[-1]):
        fields["date"] = places[-1]
        before = places[:-1]
    else:
        before = places
    if after_cover:
        # Cells of the cover's last table stand directly before the title; it is one line.
        before = before[-2:]
    if len(before) > 1:
        fields["source"] = before[-1]
    title = " ".join(before[:-1] if len(before) > 1 else before)
    fields["title"] = "" if title.casefold() == _UNTITLED else title
    return {**fields, **_labelled(lines[min(labels, rights) :])}


def _labelled(lines: Sequence[str]) -> dict[str, str]:
    fields: dict[str, str] = {}
    for line in lines:
        match = _LABEL.fullmatch(line)
        name = _HEAD_LABELS.get(match["label"].lower(), "") if match else ""
        if match and name and match["value"]:
            value = match["value"].strip()
            fields.setdefault(name, author_name(value) if name == "author" else value)
    return fields


def _text(lines: Sequence[str]) -> list[str]:
    """The text after "Body": up to the sections that follow it."""
    end = len(lines)
    marks = [at for at, line in enumerate(lines) if line == "Classification"]
    marks += [at for at, line in enumerate(lines) if _label(line) in _TAILS]
    end = min((at for at in marks if len(lines) - at <= _LONGEST_TAIL), default=end)
    for name, longest in _SECTIONS.items():
        at = max((at for at in range(end) if lines[at].lower() == name), default=end)
        end = at if end - at <= longest + 1 else end
    kept = list(lines[:end])
    # An abstract by the archive, above the newspaper's own text.
    if "FULL TEXT" in kept and "ABSTRACT" in kept[: kept.index("FULL TEXT")]:
        kept = kept[kept.index("FULL TEXT") + 1 :]
    return [line for line in kept if line != "ABSTRACT"]


def _older_document(lines: Sequence[str]) -> DeliveredDocument:
    """A document of the older layout: source, date, title, labels, text, labels."""
    lines = [line for line in lines if not _COPYRIGHT.match(line)]
    labels = [at for at, line in enumerate(lines) if _capital(line) in _HEAD_LABELS]
    tails = (at for at, line in enumerate(lines) if _capital(line) in _TAIL_LABELS)
    tail = next((at for at in tails if at > (labels or [0])[0]), len(lines))
    labels = [at for at in labels if at < tail]
    if not labels:
        return DeliveredDocument(
            {"title": lines[0] if lines else ""}, (), "has no labels to read it by"
        )
    # The labels of the head follow one another; one further down is a line of the text.
    last = labels[0]
    for at in labels[1:]:
        last = at if at == last + 1 else last
    places = lines[: labels[0]]
    dates = [at for at, line in enumerate(places) if at and leading_date(line) is not None]
    fields = {"source": places[0] if places else ""}
    after = places[1:]
    if dates:
        dated = leading_date(places[dates[0]])
        fields["date"] = dated.date.isoformat() if dated else ""
        after = places[dates[0] + 1 :]
    editions = [line for line in after if re.search(r"\bedition\b", line, re.I)]
    fields["edition"] = " ".join(editions[:1])
    fields["title"] = " ".join(line for line in after if line not in editions[:1])
    fields.update(_labelled(lines[labels[0] : last + 1]))
    return DeliveredDocument(fields, tuple(lines[last + 1 : tail]))
