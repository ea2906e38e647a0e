"""Rich text (``.rtf``): its lines, with bytes decoded by what fits and not by what the file claims.

striprtf reads the marks; the bytes between them (``\\'92``) are kept as bytes until the whole text
is there, because many exports name one code page and write another, or UTF-8.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from pathlib import Path

from divergence.reading.draft import Unreadable
from divergence.reading.formats.rtf_fonts import Marks, read_marks, with_unicode_numbers

MAX_BYTES = 60_000_000
_CODE_PAGE = re.compile(rb"\\ansicpg(\d{1,5})")
_HIGH_BYTE = re.compile(rb"[\x80-\xff]")
# Fonts and addresses of links are no text. Both are put where striprtf skips them: its patterns
# for them take the square of the length, and it would print the addresses among the words.
_NOT_TEXT = ((r"\fonttbl", r"\colortbl"), (r"\fldinst", r"\datafield"), (r"\ansicpg", r"\deflang"))
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_RUN = re.compile("[\udc80-\udcff]+")
_LONE = re.compile("[\ud800-\udfff]")
_CHARACTER_SETS = ((rb"\mac", "mac_roman"), (rb"\pca", "cp850"), (rb"\pc", "cp437"))
_FETCH_AGAIN = "Fetch it again, or open it in a word processor and save it as .docx."
_SAVE_AGAIN = "Open it in a word processor and save it as .docx."


def lines(path: Path) -> list[str]:
    """Read the lines of an ``.rtf`` file.

    A code page that one font alone has is followed where all that is written in it fits it; else
    the document's own counts.
    """
    size = path.stat().st_size
    if size > MAX_BYTES:
        raise Unreadable(
            f"too long: {size:,} bytes, the limit is {MAX_BYTES:,}",
            "Ask the archive for fewer articles a file.",
        )
    return to_text(path.read_bytes()).split("\n")


def to_text(data: bytes) -> str:
    """Take the text out of rich text."""
    # Imported here: reading is imported by the command line.
    from striprtf.striprtf import rtf_to_text

    convert: Callable[..., str] = rtf_to_text
    marked = _HIGH_BYTE.sub(lambda fonts: b"\\'%02x" % fonts[0][0], data).decode("ascii")
    fonts = read_marks(marked)
    if fonts.cut_off:
        raise Unreadable("the rich text is cut off: its closing brace is missing", _FETCH_AGAIN)
    marked = with_unicode_numbers(
        marked, fonts.stretches, lambda page: _fits(_runs_of(page, fonts), page)
    )
    for word, skipped in _NOT_TEXT:
        marked = marked.replace(word, skipped)
    try:
        # Bytes come back as halves of surrogate pairs, one for one.
        text = convert(marked, encoding="ascii", errors="surrogateescape")
    except (ValueError, TypeError, LookupError, OverflowError):
        raise Unreadable("broken rich text: a mark in it has no meaning", _SAVE_AGAIN) from None
    text = _PAIR.sub(_joined, text)
    return _LONE.sub("\ufffd", _decoded(text, _declared(data)))


def _runs_of(page: str, marked: Marks) -> list[tuple[str, str, str]]:
    """What is written in a font's code page, as :func:`_fits` takes it; UTF-8 is told by itself."""
    written = (
        (stretch.data.decode("ascii", "surrogateescape"), stretch.before, stretch.after)
        for stretch in marked.stretches
        if stretch.encoding == page
    )
    return [run for run in written if run[0].isascii() or _decode_or_none(run[0], "utf-8") is None]


def _joined(pair: re.Match[str]) -> str:
    return pair[0].encode("utf-16", "surrogatepass").decode("utf-16")


def _declared(data: bytes) -> str:
    """The code page that the file names for itself."""
    head = data[:4096]
    code_page = _CODE_PAGE.search(head)
    number = int(code_page[1]) if code_page else 0
    if number:
        name = {10000: "mac_roman", 65001: "utf-8"}.get(number, f"cp{number}")
        try:
            return codecs.lookup(name).name
        except LookupError:
            return "cp1252"
    sets = (name for mark, name in _CHARACTER_SETS if re.search(re.escape(mark) + rb"\b", head))
    return next(sets, "cp1252")


def _decoded(text: str, declared: str) -> str:
    runs = [(run[0], text[run.start() - 1 : run.start()], text[run.end() : run.end() + 1])
            for run in _RUN.finditer(text)]  # fmt: skip
    plain = [run for run in runs if _decode_or_none(run[0], "utf-8") is None]
    encoding = next((name for name in (declared, "cp1252") if _fits(plain, name)), "")
    if not encoding:
        wrong = next(
            run
            for run, *_ in plain
            if _decode_or_none(run, declared) is None or declared != "cp1252"
        )
        shown = " ".join(f"0x{byte:02x}" for byte in _bytes(wrong)[:4])
        raise Unreadable(
            f"the rich text says that its code page is {declared}, which bytes in it ({shown}) do "
            "not fit, nor do they fit UTF-8 or Windows-1252",
            _SAVE_AGAIN,
        )
    return _RUN.sub(
        lambda run: _decode_or_none(run[0], "utf-8") or _decode_or_none(run[0], encoding) or "",
        text,
    )


def _fits(runs: list[tuple[str, str, str]], encoding: str) -> bool:
    """Whether every run has characters there, and no English word gets a Cyrillic letter in it."""
    for run, before, after in runs:
        text = _decode_or_none(run, encoding)
        if text is None:
            return False
        inside = (before.isascii() and before.isalpha()) or (after.isascii() and after.isalpha())
        if inside and any(letter.isalpha() and letter > "ɏ" for letter in text):
            return False
    return True


def _bytes(run: str) -> bytes:
    return run.encode("ascii", "surrogateescape")


def _decode_or_none(run: str, encoding: str) -> str | None:
    try:
        return _bytes(run).decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None
