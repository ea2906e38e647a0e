"""From bytes to text: byte order marks, UTF-8, UTF-16, and what English newsrooms saved before.

The order is deliberate. Valid UTF-8 is hardly ever anything else. Text that is UTF-8 in places and
broken in others is damaged, and is refused rather than guessed at. A file whose few high bytes make
sense as Windows-1252 (quotation marks, dashes, single accented letters) is that; only what is left
goes to charset-normalizer, which needs many high bytes to be right, and which is believed only when
it names an encoding that newsrooms used: any bytes at all are letters of some old code page.
"""

from __future__ import annotations

import codecs
import io
import re
from pathlib import Path
from typing import TextIO

from divergence.reading.draft import MAX_CHARACTERS, TOO_LONG_REMEDY, Unreadable, too_long

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "a rich text document"),
)
_SAVE_AS_UTF8 = "Save it as UTF-8 text."
_MAX_BYTES_OF_A_CHARACTER = 4
_CHUNK = 1 << 20
_SAMPLE = 20_000
_MULTI_BYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}")
# UTF-8, UTF-16 and UTF-32 are settled before anything is guessed.
_PLAUSIBLE = ("cp1252", "latin_1", "iso8859_15", "mac_roman", "cp1251")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_C1 = re.compile("[\x80-\x9f]")
_HIGH_RUN = re.compile(r"[^\W\d_a-zA-Z]{2,}")
# Letters that Windows-1252 has and English names and loans do not: signs of another encoding.
_UNLIKELY = re.compile("[¤¦¨¬¯¸ÐÞþðÝý\x80-\x9fªº¹²³ƒ‰†‡ˆ˜]|(?<![A-Za-z])[ÃÂ]|[ÿ]")


def load(path: Path, *, max_characters: int = MAX_CHARACTERS, declared: str = "") -> str:
    """Read a text file in whichever encoding it has."""
    size = path.stat().st_size
    if size > max_characters * _MAX_BYTES_OF_A_CHARACTER:
        raise Unreadable(too_long(size), TOO_LONG_REMEDY)
    text = decode(path.read_bytes(), declared=declared)
    if len(text) > max_characters:
        raise Unreadable(too_long(len(text)), TOO_LONG_REMEDY)
    return text


def open_lines(path: Path) -> TextIO:
    """Open a text file for reading line by line, without holding it where it is UTF-8."""
    if _is_plain_utf8(path):
        return path.open(encoding="utf-8-sig", newline="")
    return io.StringIO(_decode(path.read_bytes(), ""), newline="")


def decode(data: bytes, *, declared: str = "") -> str:
    """Turn the bytes of a text into characters."""
    return _decode(data, declared).replace("\r\n", "\n").replace("\r", "\n")


def _decode(data: bytes, declared: str) -> str:
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise Unreadable(f"not text: it is {what}", "Give the article as a text file.")
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _decode_as(data[len(bom) :], encoding)
    if b"\x00" in data:
        return _decode_as(data, _utf16_without_mark(data))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        text = _legacy(data, declared, error)
    _refuse_binary(text)
    return text


def _decode_as(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        reason = f"invalid {encoding.upper()} at byte {error.start:,}"
        raise Unreadable(reason, _SAVE_AS_UTF8) from None
    _refuse_binary(text)
    return text


def _utf16_without_mark(data: bytes) -> str:
    """UTF-16 English has a zero in every second byte; anything else with zeros is binary."""
    sample = data[:_SAMPLE]
    half = max(1, len(sample) // 2)
    even, odd = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if odd > 0.7 and even < 0.05:
        return "utf-16-le"
    if even > 0.7 and odd < 0.05:
        return "utf-16-be"
    raise Unreadable("not text: it holds zero bytes", "Give the article as a text file.")


def _refuse_binary(text: str) -> None:
    sample = text[:_SAMPLE]
    if len(_CONTROLS.findall(sample)) > 0.02 * len(sample):
        raise Unreadable(
            "not text: it holds control characters", "Give the article as a text file."
        )


def _legacy(data: bytes, declared: str, error: UnicodeDecodeError) -> str:
    undecided = Unreadable(
        f"invalid UTF-8 (byte 0x{data[error.start]:02x} at position {error.start:,}), "
        "and no other encoding that newsrooms use fits",
        _SAVE_AS_UTF8,
    )
    if _MULTI_BYTE.search(data):
        raise undecided
    for encoding in (declared, "cp1252"):
        text = _decode_or_none(data, encoding)
        if text is not None and not _HIGH_RUN.search(text) and not _UNLIKELY.search(text):
            return text
    # Imported here: it is needed for few files, and reading is imported by the command line.
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    if best is None or best.coherence <= 0.2:
        raise undecided
    # Encodings that read these bytes alike are one guess under several names.
    alike = (best.encoding, *best.could_be_from_charset)
    guess = next((encoding for encoding in _PLAUSIBLE if encoding in alike), "")
    text = _decode_or_none(data, guess)
    if text is None or _C1.search(text):
        raise undecided
    return text


def _decode_or_none(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding) if encoding else None
    except (UnicodeDecodeError, LookupError):
        return None


def _is_plain_utf8(path: Path) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        with path.open("rb") as stream:
            first = stream.read(_CHUNK)
            if any(first.startswith(magic) for magic, _ in _MAGIC):
                return False
            chunk = first
            while chunk:
                if b"\x00" in chunk:
                    return False
                decoder.decode(chunk)
                chunk = stream.read(_CHUNK)
            decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True
