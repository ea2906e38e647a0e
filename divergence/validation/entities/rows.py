"""Read texts whose entities people have marked: spans with a type, and which are one entity."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, get_args

from divergence.types import EntityType, Span, Syntax
from divergence.validation.labelled_rows import Row, read_rows

# GUM tells living things and stuff apart; here they are objects.
_FOLDED: dict[str, EntityType] = {
    **{kind: kind for kind in get_args(EntityType)},
    **dict.fromkeys(("animal", "plant", "substance"), "object"),
}


class GoldMention(NamedTuple):
    """A marked mention in tokens, its type, and the number of its entity in the text."""

    tokens: Span
    type: EntityType
    chain: int


@dataclass(frozen=True, slots=True)
class GoldText:
    """One text with its marked mentions in characters."""

    line: int
    text: str
    marked: tuple[GoldMention, ...]

    def mentions(self, syntax: Syntax) -> list[GoldMention]:
        """Return the mentions as tokens: from the first that a span touches to the last."""
        from divergence.validation.token_spans import token_spans

        placed = []
        for characters, kind, chain in self.marked:
            for tokens in token_spans([characters], syntax):
                placed.append(GoldMention(tokens, kind, chain))
        return placed


def read_entities(path: Path) -> Iterator[GoldText]:
    """Yield labelled texts; a chain that is no number, or a type of no name, is an error."""
    for row in read_rows(path):
        entries = row.field("entities", list, "a list of mentions")
        yield GoldText(row.line, row.text, tuple(_mention(row, entry) for entry in entries))


def _mention(row: Row, entry: object) -> GoldMention:
    if not isinstance(entry, dict):
        raise row.error("entities", "holds something else; expected objects")
    part = Row(row.path, row.line, entry)
    (span,) = row.spans_in("entities", [[entry.get("start"), entry.get("end")]])
    kind = part.label("type", _FOLDED)
    return GoldMention(span, _FOLDED[kind], part.whole("chain", "the number of an entity"))
