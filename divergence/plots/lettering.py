"""Text that fits: widths measured in the font that is drawn, wrapping, and characters that exist.

The fonts are those that come with matplotlib (DejaVu Sans and Serif: Latin, Greek, Cyrillic, Arabic
and more) and, for Chinese, Japanese and Korean, one of this package. No font of the machine is
used, so that equal reports look alike everywhere; what none of them holds is shown by its code
point, as in ``[U+0928]``.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache
from importlib.resources import as_file, files
from itertools import pairwise
from typing import Literal, get_args

from matplotlib import font_manager
from matplotlib.ft2font import FT2Font, Kerning, LoadFlags

Face = Literal["regular", "bold", "serif", "serif-bold"]
SANS, SERIF = "DejaVu Sans", "DejaVu Serif"
FALLBACK = "Droid Sans Fallback"
ELLIPSIS = "…"
LONGEST = 4000
_MEASURE_AT = 1000.0
# Hinting and shaping make a drawn line differ a little from what was measured.
_SLACK = 1.01


def families(face: Face) -> list[str]:
    """Families to ask matplotlib for, the main one first."""
    _known()
    return [SERIF if face.startswith("serif") else SANS, FALLBACK]


@cache
def _known() -> None:
    """Make the package's own font known to matplotlib."""
    with as_file(files("divergence.plots") / "fonts" / "DroidSansFallback.ttf") as path:
        fonts = font_manager.fontManager
        fonts.addfont(path)
        own = fonts.ttflist.pop()
        # First, as the machine may have a version of its own; and it stands in for its bold face.
        fonts.ttflist[:0] = [own, replace(own, weight=700)]


@cache
def _fonts(face: Face) -> tuple[FT2Font, ...]:
    weight = "bold" if face.endswith("bold") else "normal"
    wanted = (font_manager.FontProperties(family=name, weight=weight) for name in families(face))
    return tuple(font_manager.get_font(font_manager.findfont(font)) for font in wanted)


@lru_cache(maxsize=8192)
def _advance(face: Face, character: str) -> float:
    code = ord(character)
    for font in _fonts(face):
        if font.get_char_index(code):
            font.set_size(_MEASURE_AT, 72)
            return float(font.load_char(code, flags=LoadFlags.NO_HINTING).linearHoriAdvance) / (
                65536 * _MEASURE_AT
            )
    return 0.6


@lru_cache(maxsize=16384)
def _kerning(face: Face, left: str, right: str) -> float:
    """How much further apart than their widths two neighbours stand; nearer is negative."""
    for font in _fonts(face):
        first, second = font.get_char_index(ord(left)), font.get_char_index(ord(right))
        if first:
            font.set_size(_MEASURE_AT, 72)
            apart = font.get_kerning(first, second, Kerning.UNFITTED) if second else 0
            return apart / (64 * _MEASURE_AT)
    return 0.0


@lru_cache(maxsize=8192)
def _drawable(character: str) -> bool:
    code = ord(character)
    return all(any(font.get_char_index(code) for font in _fonts(face)) for face in get_args(Face))


def plain(text: str, *, limit: int = LONGEST) -> str:
    """Fold white space, drop control and direction characters, and cut what is far too long."""
    head = text[: 4 * limit]
    shown = "".join(
        " " if character.isspace() else character
        for character in head
        if character.isspace() or unicodedata.category(character)[0] != "C"
    )
    folded = " ".join(shown.split())
    return folded if len(folded) <= limit else folded[: limit - 1].rstrip() + ELLIPSIS


def clean(text: str) -> str:
    """Replace what no installed font can draw by its code point: nothing is lost silently."""
    folded = plain(text)
    if all(map(_drawable, folded)):
        return folded
    return "".join(
        character if _drawable(character) else f"[U+{ord(character):04X}]" for character in folded
    )


def width(text: str, size: float, face: Face = "regular") -> float:
    """Width in inches of one line of cleaned text at a size in points."""
    return _SLACK * advance(text, size, face)


def advance(text: str, size: float, face: Face = "regular") -> float:
    """Distance in inches from the start of one line of cleaned text to the start of the next."""
    letters = sum(_advance(face, character) for character in text)
    return (letters + sum(_kerning(face, *pair) for pair in pairwise(text))) * size / 72


def fit(text: str, room: float, size: float, face: Face = "regular") -> str:
    """Shorten cleaned text with an ellipsis until it is at most ``room`` inches wide."""
    if width(text, size, face) <= room:
        return text
    total = width(ELLIPSIS, size, face)
    for end, character in enumerate(text):
        total += _SLACK * _advance(face, character) * size / 72
        if total > room:
            return text[:end].rstrip() + ELLIPSIS
    return text


def fit_apart(texts: Sequence[str], room: float, size: float, face: Face = "regular") -> list[str]:
    """Shorten cleaned texts to ``room`` inches so that different ones still look different.

    Names that would be cut to the same beginning lose their middle instead, and get a number
    where even that does not tell them apart.
    """
    shown = {text: fit(text, room, size, face) for text in texts}
    if len(set(shown.values())) < len(shown):
        shown = {text: _middle(text, room, size, face) for text in shown}
    if len(set(shown.values())) < len(shown):
        numbers = {text: f"{number} " for number, text in enumerate(shown, start=1)}
        shown = {
            text: numbers[text] + _middle(text, room - width(numbers[text], size, face), size, face)
            for text in shown
        }
    return [shown[text] for text in texts]


def _middle(text: str, room: float, size: float, face: Face) -> str:
    """Cut the middle out of a text until it fits."""
    if width(text, size, face) <= room:
        return text
    # No letter is narrower than a fifth of its height: a name of any length takes no longer.
    most = int(5 * room * 72 / size) + 2
    for kept in range(min(len(text) - 1, most), 1, -1):
        head = (kept + 1) // 2
        short = f"{text[:head].rstrip()}{ELLIPSIS}{text[head - kept :].lstrip()}"
        if width(short, size, face) <= room:
            return short
    return ELLIPSIS


def wrap(text: str, room: float, size: float, face: Face = "regular") -> list[str]:
    """Break text into lines at most ``room`` inches wide; words that are wider are broken."""
    lines: list[str] = []
    line = ""
    for word in clean(text).split():
        joined = f"{line} {word}" if line else word
        if width(joined, size, face) <= room:
            line = joined
            continue
        if line:
            lines.append(line)
        *full, line = broken(word, room, size, face)
        lines.extend(full)
    return [*lines, line] if line else lines


def broken(word: str, room: float, size: float, face: Face = "regular") -> list[str]:
    """Break one word into pieces at most ``room`` inches wide, at least a character each."""
    pieces, piece = [], ""
    for character in word:
        if piece and width(piece + character, size, face) > room:
            pieces.append(piece)
            piece = ""
        piece += character
    return [*pieces, piece]


def fit_lines(
    text: str, room: float, size: float, *, most: int, face: Face = "regular"
) -> list[str]:
    """Wrap into at most ``most`` lines; the last one ends with an ellipsis if text is left."""
    lines = wrap(text, room, size, face)
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], fit(" ".join(lines[most - 1 : most + 1]), room, size, face)]
