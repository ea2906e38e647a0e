"""Read treebank files in CoNLL-U, plain or gzipped, one sentence at a time.

References
----------
The format: https://universaldependencies.org/format.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from divergence.errors import LabelsError
from divergence.types import Span
from divergence.validation.labelled_lines import numbered_lines

_WORD_ID = re.compile(r"[1-9][0-9]*")
_RANGE_ID = re.compile(r"([1-9][0-9]*)-([1-9][0-9]*)")
_EMPTY_ID = re.compile(r"[0-9]+\.[1-9][0-9]*")
_N_COLUMNS = 10
_RELATIONS = frozenset(
    """acl advcl advmod amod appos aux case cc ccomp clf compound conj cop csubj dep det discourse
    dislocated expl fixed flat goeswith iobj list mark nmod nsubj nummod obj obl orphan parataxis
    punct reparandum root vocative xcomp""".split()
)


@dataclass(frozen=True, slots=True)
class GoldSentence:
    """One treebank sentence as parallel columns, with the text it was written as.

    ``places`` are spans of ``text``; the words of a multiword token whose forms do not
    spell it out ("du" = "de" + "le") share its whole span. ``heads`` are indices within the
    sentence, a root is its own head. ``opens_document`` and ``opens_paragraph`` say that a new
    document or paragraph begins here, ``space_after`` that white space follows the sentence.
    ``line`` is where its first word stands in the file.
    """

    forms: tuple[str, ...]
    lemmas: tuple[str, ...]
    tags: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]
    places: tuple[Span, ...]
    text: str
    opens_document: bool
    opens_paragraph: bool
    space_after: bool
    line: int = 0


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of ten columns, with where it stood."""

    line: int
    columns: list[str]

    @property
    def spaced(self) -> bool:
        return "SpaceAfter=No" not in self.columns[9].split("|")


def read_conllu(path: Path) -> Iterator[GoldSentence]:
    """Read the sentences of one CoNLL-U file."""
    comments: list[str] = []
    rows: list[_Row] = []
    empty = True
    lines = numbered_lines(path, expected="CoNLL-U")
    for number, line in chain(lines, [(0, "")]):  # The last sentence may lack its blank line.
        if line.startswith("#") and not rows:
            comments.append(line)
        elif line.strip():
            rows.append(_Row(number, _columns(path, number, line)))
        elif rows:
            empty = False
            yield _sentence(path, comments, rows)
            comments, rows = [], []
    if empty:
        raise LabelsError(f"{path}: no sentence found; expected CoNLL-U with ten columns a line.")


def _columns(path: Path, number: int, line: str) -> list[str]:
    columns = line.split("\t")
    if len(columns) != _N_COLUMNS:
        raise LabelsError(
            f"{path}, line {number}: {len(columns)} tab-separated column(s), expected "
            f"{_N_COLUMNS} (ID FORM LEMMA UPOS XPOS FEATS HEAD DEPREL DEPS MISC)."
        )
    name = columns[0]
    if not any(pattern.fullmatch(name) for pattern in (_WORD_ID, _RANGE_ID, _EMPTY_ID)):
        raise LabelsError(
            f"{path}, line {number}: word id {name!r}, expected a number, a range such as 1-2 or "
            "an empty node such as 1.1."
        )
    if not columns[1]:
        raise LabelsError(f"{path}, line {number}: the second column (FORM) is empty.")
    return columns


def _sentence(path: Path, comments: list[str], rows: list[_Row]) -> GoldSentence:
    words = [row for row in rows if _WORD_ID.fullmatch(row.columns[0])]
    if not words:
        raise LabelsError(f"{path}, line {rows[0].line}: a sentence without words.")
    heads = []
    for index, row in enumerate(words):
        if row.columns[0] != str(index + 1):
            raise LabelsError(
                f"{path}, line {row.line}: word id {row.columns[0]}, expected {index + 1}."
            )
        head = row.columns[6]
        if not head.isdecimal() or int(head) > len(words):
            raise LabelsError(
                f"{path}, line {row.line}: head {head!r} (HEAD), expected a number from 0 to "
                f"{len(words)}."
            )
        if row.columns[7].partition(":")[0] not in _RELATIONS:
            raise LabelsError(
                f"{path}, line {row.line}: relation {row.columns[7]!r} (DEPREL), expected one of "
                "Universal Dependencies such as nsubj or obl:agent."
            )
        heads.append(int(head) - 1 if int(head) else index)
    surface = _surface(rows)
    names = [comment.lstrip("# ").split("=")[0].strip() for comment in comments]
    return GoldSentence(
        forms=tuple(row.columns[1] for row in words),
        lemmas=tuple(row.columns[2] for row in words),
        tags=tuple(row.columns[4] for row in words),
        heads=tuple(heads),
        relations=tuple(row.columns[7] for row in words),
        places=tuple(surface.places),
        text=surface.text.rstrip(" "),
        opens_document=any(name.startswith("newdoc") for name in names),
        opens_paragraph=any(name.startswith("newpar") for name in names),
        space_after=surface.text.endswith(" "),
        line=rows[0].line,
    )


@dataclass(slots=True)
class _Surface:
    """The text of a sentence while it is put together."""

    text: str
    places: list[Span]

    def add(self, form: str, words: list[str], *, spaced: bool) -> None:
        """Add a token: its form, and the forms of its words."""
        at = len(self.text)
        whole = Span(at, at + len(form))
        spelled_out = sum(map(len, words)) == len(form)
        for word in words:
            self.places.append(Span(at, at + len(word)) if spelled_out else whole)
            at += len(word)
        self.text += form + " " * spaced


def _surface(rows: list[_Row]) -> _Surface:
    surface = _Surface("", [])
    whole: _Row | None = None
    inside: list[str] = []
    last_inside = 0
    for row in rows:
        span = _RANGE_ID.fullmatch(row.columns[0])
        if span:
            whole, last_inside, inside = row, int(span[2]), []
        elif not _WORD_ID.fullmatch(row.columns[0]):
            continue
        elif whole is None:
            surface.add(row.columns[1], [row.columns[1]], spaced=row.spaced)
        else:
            inside.append(row.columns[1])
            if int(row.columns[0]) >= last_inside:
                surface.add(whole.columns[1], inside, spaced=whole.spaced)
                whole = None
    if whole is not None:
        surface.add(whole.columns[1], inside, spaced=whole.spaced)
    return surface
