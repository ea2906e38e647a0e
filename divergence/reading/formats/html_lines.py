"""The lines of a page that a news archive has saved: one for every block, cells parted by tabs."""

from __future__ import annotations

import re
from typing import Any

from divergence.reading.archives.factiva import AUTHOR, HEADLINE, MARKS, PARAGRAPH, START
from divergence.reading.draft import Unreadable

_BLOCKS = frozenset(
    "address article aside blockquote body br center dd div dl dt footer form h1 h2 h3 h4 h5 h6 "
    "header hr li main nav ol p pre section table tbody td th thead title tr ul".split()
)
_SKIPPED = frozenset("head script style noscript template select option button".split())
_CELLS = ("td", "th")
_CLASSES = (
    (re.compile(r"\barticle [a-z]{2}Article\b"), START),
    (re.compile(r"\b[a-z]{2}Headline\b"), HEADLINE),
    (re.compile(r"\bauthor\b"), AUTHOR),
    (re.compile(r"\barticleParagraph\b"), PARAGRAPH),
)
_MAX_DEPTH = 400


def lines(page: str) -> list[str]:
    """Read the lines of a page."""
    # Imported here: reading is imported by the command line.
    from lxml import html
    from lxml.etree import LxmlError

    try:
        parser = html.HTMLParser(encoding="utf-8", no_network=True)
        root = html.document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    except (LxmlError, ValueError) as error:
        raise Unreadable(
            f"the page could not be parsed ({type(error).__name__})", "Export it again."
        ) from None
    pieces: list[str] = []
    _gather(root, pieces, 0)
    folded = (" ".join(re.split(r"[ \n\r\f\v\xa0]+", line)) for line in "".join(pieces).split("\0"))
    tidy = (re.sub(r" ?\t[ \t]*", "\t", line).strip() for line in folded)
    return [line for line in tidy if line.strip(MARKS.replace(START, "") + "\t ")]


def _gather(element: Any, pieces: list[str], depth: int) -> None:
    name = element.tag if isinstance(element.tag, str) else ""
    if name and name not in _SKIPPED and depth < _MAX_DEPTH:
        cell = name in _CELLS and element.getprevious() is not None
        mark = _mark(element)
        block = (name in _BLOCKS or bool(mark)) and not _is_first_in_cell(element)
        pieces.append("\t" if cell else "\0" if block else "")
        pieces.append(mark + (element.text or "").replace("\t", " "))
        for child in element:
            _gather(child, pieces, depth + 1)
        pieces.append("\0" if block and name not in _CELLS else "")
    pieces.append((element.tail or "").replace("\t", " "))


def _is_first_in_cell(element: Any) -> bool:
    """A block that only opens a cell begins no line: the code in the cell before goes with it."""
    parent = element.getparent()
    return (
        parent is not None
        and parent.tag in _CELLS
        and element.getprevious() is None
        and not (parent.text or "").strip()
    )


def _mark(element: Any) -> str:
    classes = element.get("class") or ""
    return next((mark for pattern, mark in _CLASSES if pattern.search(classes)), "")
