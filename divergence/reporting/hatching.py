"""Hatches of an SVG: a small tile that repeats, where matplotlib writes a square inch of lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

# Every hatch of divergence.plots.style repeats after so many points, both ways.
TILE = 12.0
REACH = 0.5
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e-?\d+)?")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A line or an outline: its points, and whether it is closed."""

    points: tuple[tuple[float, float], ...]
    round: bool


def shrink(pattern: etree._Element) -> None:
    """Make a pattern as matplotlib writes it repeat after a small tile; it looks the same."""
    pattern.set("width", f"{TILE:g}")
    pattern.set("height", f"{TILE:g}")
    for element in pattern:
        if etree.QName(element).localname == "rect":
            element.set("width", f"{TILE:g}")
            element.set("height", f"{TILE:g}")
            continue
        kept = [piece for piece in _pieces(element.get("d", "")) if _seen(piece)]
        element.set("d", " ".join(map(_written, kept)))
        # A ring is two circles that run opposite ways; arcs all run the same way.
        if any(piece.round for piece in kept):
            element.set("fill-rule", "evenodd")


def _pieces(path: str) -> Iterator[_Piece]:
    for part in path.split("M")[1:]:
        numbers = [float(text) for text in _NUMBER.findall(part)]
        yield _Piece(tuple(zip(numbers[::2], numbers[1::2], strict=False)), "C" in part)


def _seen(piece: _Piece) -> bool:
    """Whether any of a piece lies inside the tile."""
    if piece.round or len(piece.points) != 2:
        return all(
            min(values) < TILE + REACH and max(values) > -REACH
            for values in zip(*piece.points, strict=True)
        )
    (x, y), (to_x, to_y) = piece.points
    corners = [(a, b) for a in (-REACH, TILE + REACH) for b in (-REACH, TILE + REACH)]
    sides = [(to_x - x) * (b - y) - (to_y - y) * (a - x) for a, b in corners]
    return min(sides) <= 0 <= max(sides)


def _written(piece: _Piece) -> str:
    if piece.round:
        xs, ys = zip(*piece.points, strict=True)
        radius, middle = (max(xs) - min(xs)) / 2, (max(ys) + min(ys)) / 2
        r, wide = _short(radius), _short(2 * radius)
        return f"M{_short(min(xs))} {_short(middle)}a{r} {r} 0 1 0 {wide} 0a{r} {r} 0 1 0 -{wide} 0"
    return "M" + "L".join(f"{_short(x)} {_short(y)}" for x, y in piece.points)


def _short(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")
