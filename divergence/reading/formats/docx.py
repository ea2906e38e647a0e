"""Word documents: the lines of a ``.docx``, read out of its archive within limits.

A ``.docx`` is a ZIP archive of XML. Only the one part that holds the text is unpacked, as a stream,
so that neither a bomb nor a hundred pictures cost memory; text that was struck out under tracked
changes is left out, text that was inserted is kept.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from divergence.reading.draft import Unreadable

MAX_BYTES = 200_000_000
_TEXT_PART = re.compile(r"word/document\d*\.xml", re.I)
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
# What Word shows nowhere, or shows twice.
_SKIPPED = frozenset(
    "del moveFrom instrText delInstrText delText Fallback pict drawing object".split()
)
_SAVE_AGAIN = "Fetch it again, or open it in a word processor and save it as .docx."


def lines(path: Path) -> list[str]:
    """Read the lines of a ``.docx`` file.

    Headers, footers, footnotes, comments and text boxes are not read.
    """
    # Imported here: reading is imported by the command line.
    from lxml.etree import LxmlError

    try:
        with zipfile.ZipFile(path) as archive, archive.open(_text_part(archive)) as stream:
            return [line for text in _paragraphs(stream) for line in text.split("\n")]
    except (zipfile.BadZipFile, zlib.error, EOFError):
        raise Unreadable("the Word document is damaged or cut off", _SAVE_AGAIN) from None
    except (RuntimeError, NotImplementedError):
        raise Unreadable(
            "the Word document is locked with a password, or packed in an unknown way", _SAVE_AGAIN
        ) from None
    except LxmlError:
        raise Unreadable("the text of the Word document is not valid XML", _SAVE_AGAIN) from None


def _text_part(archive: zipfile.ZipFile) -> zipfile.ZipInfo:
    part = next(
        (entry for entry in archive.infolist() if _TEXT_PART.fullmatch(entry.filename)), None
    )
    if part is None:
        raise Unreadable("a ZIP archive, but no Word document is in it", "Unpack it, give .docx.")
    # What an archive says of its own size is all that zipfile unpacks: a lie ends in an error.
    if part.file_size > MAX_BYTES:
        raise Unreadable(
            f"the Word document unpacks to {part.file_size:,} bytes, the limit is {MAX_BYTES:,}",
            "Ask the archive for fewer articles a file.",
        )
    return part


def _paragraphs(stream: IO[bytes]) -> Iterator[str]:
    from lxml.etree import iterparse

    depth = 0
    # No entity is resolved and no other file is loaded, whatever the document asks for.
    events = iterparse(
        stream, events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False
    )
    for event, element in events:
        if _name(element) != "p":
            continue
        depth += 1 if event == "start" else -1
        if event == "end" and depth == 0:
            yield "".join(_pieces(element))
            element.clear()


def _pieces(element: Any) -> Iterator[str]:
    """Text of a paragraph; text boxes inside it, which hold paragraphs themselves, are skipped."""
    for child in element:
        name = _name(child)
        if name in _SKIPPED:
            continue
        if name == "t":
            yield child.text or ""
        elif name in _BREAKS:
            yield _BREAKS[name]
        else:
            yield from _pieces(child)


def _name(element: Any) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
