"""Word processors' files (``.docx``, ``.rtf``, ``.doc``): an archive's delivery, or one article."""

from __future__ import annotations

from collections.abc import Iterator

from divergence.reading.archives import deliveries
from divergence.reading.draft import (
    MAX_CHARACTERS,
    TOO_LONG_REMEDY,
    Draft,
    InputFile,
    Unreadable,
    too_long,
)
from divergence.reading.formats import docx, html, rtf
from divergence.reading.headers import split_header
from divergence.types import Rejection

_SAVE_AS_DOCX = "Open it in a word processor and save it as .docx, without a password."


def drafts(file: InputFile) -> Iterator[Draft | Rejection]:
    """Read a ``.docx``, ``.rtf`` or ``.doc`` file, by what it is and not by its name."""
    with file.path.open("rb") as stream:
        head = stream.read(512)
    if head.startswith(b"{\\rtf"):
        lines = rtf.lines(file.path)
    elif head.startswith(b"PK"):
        lines = docx.lines(file.path)
    elif head.startswith(b"\xd0\xcf\x11\xe0"):
        raise Unreadable("an old Word document, or one locked with a password", _SAVE_AS_DOCX)
    elif head.lstrip(b"\xef\xbb\xbf \r\n\t").lower().startswith((b"<html", b"<!doctype", b"<?xml")):
        yield from html.drafts(file)
        return
    elif not head.strip():
        raise Unreadable("the file is empty", "Export it again.")
    else:
        raise Unreadable("neither a Word document nor rich text, by what is in it", _SAVE_AS_DOCX)
    delivered = deliveries.drafts(lines, file)
    if delivered is not None:
        yield from delivered
        return
    deliveries.refuse_unsplit(lines)
    text = "\n\n".join(line.strip() for line in lines if line.strip())
    if len(text) > MAX_CHARACTERS:
        raise Unreadable(too_long(len(text)), TOO_LONG_REMEDY)
    header = split_header(text)
    yield Draft(file.place, file.stem, header.body, header.fields)
