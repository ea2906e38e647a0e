"""Bookmarks, language and title display for a finished PDF, as an incremental update.

The PDF format allows a file to be extended by new versions of its objects; nothing of what
matplotlib wrote is touched.

References
----------
ISO 32000-1:2008, 7.5.6 (incremental updates) and 12.3.3 (document outline).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A heading, the number of its sheet from 0, and its distance from the bottom in points."""

    title: str
    sheet: int
    up: float


def with_outline(pdf: bytes, bookmarks: Sequence[Bookmark], *, language: str = "en") -> bytes:
    """Append bookmarks to a PDF with a classic cross-reference table."""
    trailer = re.search(rb"trailer\s*<<(.*?)>>\s*startxref\s*(\d+)\s*%%EOF\s*$", pdf, re.DOTALL)
    kids = re.search(rb"/Type /Pages\s+/Kids\s+\[([^\]]*)\]", pdf)
    if trailer is None or kids is None:
        return pdf
    size, root = _number(rb"/Size (\d+)", trailer[1]), _number(rb"/Root (\d+)", trailer[1])
    catalog = re.search(rb"\n%d 0 obj\s*<<(.*?)>>\s*endobj" % root, pdf, re.DOTALL)
    pages = [int(page) for page in re.findall(rb"(\d+) 0 R", kids[1])]
    if catalog is None or any(mark.sheet >= len(pages) for mark in bookmarks) or not bookmarks:
        return pdf
    first, last = size + 1, size + len(bookmarks)
    objects = {
        root: b"<< %s /Outlines %d 0 R /PageMode /UseOutlines /Lang (%s) "
        b"/ViewerPreferences << /DisplayDocTitle true >> >>"
        % (catalog[1].strip(), size, language.encode("ascii")),
        size: b"<< /Type /Outlines /First %d 0 R /Last %d 0 R /Count %d >>"
        % (first, last, len(bookmarks)),
    }
    for place, mark in enumerate(bookmarks):
        number = first + place
        beside = b"" if place == 0 else b" /Prev %d 0 R" % (number - 1)
        beside += b"" if number == last else b" /Next %d 0 R" % (number + 1)
        title = "\ufeff".encode("utf-16-be") + mark.title.encode("utf-16-be", "replace")
        objects[number] = b"<< /Title <%s> /Parent %d 0 R%s /Dest [%d 0 R /XYZ null %d null] >>" % (
            title.hex().encode("ascii"),
            size,
            beside,
            pages[mark.sheet],
            round(mark.up),
        )
    return _appended(pdf, objects, trailer[1].strip(), int(trailer[2]), last + 1)


def _number(pattern: bytes, text: bytes) -> int:
    match = re.search(pattern, text)
    return int(match[1]) if match else 0


def _appended(
    pdf: bytes, objects: dict[int, bytes], trailer: bytes, previous: int, size: int
) -> bytes:
    body = bytearray(pdf if pdf.endswith(b"\n") else pdf + b"\n")
    places = {}
    for number, text in sorted(objects.items()):
        places[number] = len(body)
        body += b"%d 0 obj\n%s\nendobj\n" % (number, text)
    start = len(body)
    body += b"xref\n"
    for number, place in places.items():
        body += b"%d 1\n%010d 00000 n \n" % (number, place)
    entries = re.sub(rb"/Size \d+", b"/Size %d" % size, trailer)
    body += b"trailer\n<< %s /Prev %d >>\nstartxref\n%d\n%%%%EOF\n" % (entries, previous, start)
    return bytes(body)
