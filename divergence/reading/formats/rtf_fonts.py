"""Fonts of rich text: bytes in a font with a code page of its own, and files that stop too soon."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

_TOKEN = re.compile(r"\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\.|[{}]", re.I | re.S)
# Numbers that mean the document's own code page, or symbols, are not here.
_CODE_PAGES = {
    128: "cp932", 129: "cp949", 130: "johab", 134: "gbk", 136: "cp950", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251",
    222: "cp874", 238: "cp1250",
}  # fmt: skip


class Stretch(NamedTuple):
    """Bytes that follow one another, what stands on both sides, and how they are escaped."""

    start: int
    end: int
    data: bytes
    before: str
    after: str
    encoding: str
    n_replaced: int


@dataclass(slots=True)
class _Walk:
    """Where a walk through the marks is: groups that are open, the font, what was found."""

    stack: list[tuple[str, int]] = field(default_factory=list)
    font: str = ""
    default: str = ""
    skip: int = 1
    charsets: dict[str, str] = field(default_factory=dict)
    table: int = 0
    closed: bool = False

    def word(self, word: str, number: str) -> None:
        if word == "fonttbl":
            self.table = len(self.stack)
        elif word == "f":
            self.font = number
        elif word == "fcharset" and self.table:
            self.charsets[self.font] = _CODE_PAGES.get(int(number or 0), "")
        elif word == "deff":
            self.font = self.default = number
        elif word == "plain":
            self.font = self.default
        elif word == "uc":
            self.skip = max(0, min(int(number or 1), 9))

    def brace(self, brace: str) -> None:
        if brace == "{":
            self.stack.append((self.font, self.skip))
        elif self.stack:
            self.font, self.skip = self.stack.pop()
            self.table = 0 if len(self.stack) < self.table else self.table
            self.closed = not self.stack


class Marks(NamedTuple):
    """Bytes in fonts with a code page of their own, and whether the file stops too soon."""

    stretches: tuple[Stretch, ...]
    cut_off: bool


def read_marks(text: str) -> Marks:
    """Go through the marks of rich text once."""
    walk = _Walk()
    stretches: list[Stretch] = []
    end = left = 0
    for token in _TOKEN.finditer(text):
        word, number, byte = token.groups()
        adjacent = token.start() == end
        if byte is None:
            left = 0
        if word:
            walk.word(word, number or "")
            left = walk.skip if word == "u" and number else 0
        elif byte and adjacent and left:
            # It stands in for a character that was given by its number just before.
            left -= 1
        elif byte and walk.charsets.get(walk.font) and not walk.table:
            left = 0
            _add_byte(stretches, token, text, "" if adjacent else text[token.start() - 1], walk)
        elif token[0] in ("{", "}"):
            walk.brace(token[0])
            if walk.closed:
                break
        end = token.end()
    # Pictures kept as bytes may hold braces that are none.
    doubtful = "\\bin" in text and text.rstrip("\x00 \r\n\t").endswith("}")
    return Marks(tuple(stretches), bool(walk.stack) and not doubtful)


def _add_byte(
    stretches: list[Stretch], token: re.Match[str], text: str, before: str, walk: _Walk
) -> None:
    data, after = bytes.fromhex(token[3]), text[token.end() : token.end() + 1]
    encoding = walk.charsets[walk.font]
    last = stretches[-1] if stretches else None
    if last and last.end == token.start() and last.encoding == encoding:
        stretches[-1] = last._replace(end=token.end(), data=last.data + data, after=after)
    else:
        stretches.append(
            Stretch(token.start(), token.end(), data, before, after, encoding, walk.skip)
        )


def with_unicode_numbers(
    text: str, stretches: tuple[Stretch, ...], fits: Callable[[str], bool]
) -> str:
    """Write the bytes of fonts by the numbers of their characters."""
    believed = {name for name in {stretch.encoding for stretch in stretches} if fits(name)}
    pieces, end = [], 0
    for stretch in stretches:
        if stretch.encoding not in believed or _is_utf_8(stretch.data):
            continue
        units = stretch.data.decode(stretch.encoding).encode("utf-16-le")
        numbers = (int.from_bytes(units[at : at + 2], "little") for at in range(0, len(units), 2))
        filler = "?" * stretch.n_replaced or " "
        pieces += [text[end : stretch.start], *(f"\\u{number}{filler}" for number in numbers)]
        end = stretch.end
    return "".join([*pieces, text[end:]])


def _is_utf_8(data: bytes) -> bool:
    try:
        return not data.isascii() and bool(data.decode("utf-8"))
    except UnicodeDecodeError:
        return False
