"""Rows of a list of one's own, as its file gives them, and the entries that they come to."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from divergence.lexicons.word_list import Entry

NoteKind = Literal[
    "problem",
    "duplicate",
    "left out",
    "in part",
    "several categories",
    "swallowed",
    "conflict",
    "inside",
]

# The category of every term of a list without categories.
UNCATEGORIZED = "term"
MOST_CHARACTERS = 200
_ALIKE = str.maketrans(
    {
        **dict.fromkeys("‘’ʼ＇´′‛`", "'"),
        **dict.fromkeys("“”„‟«»″〝〞＂", '"'),
        **dict.fromkeys("‐‑", "-"),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", None),
    }
)


@dataclass(frozen=True, slots=True)
class Note:
    """What was noticed about a list: the line (0 for none), the kind, and what to know or do."""

    line: int
    kind: NoteKind
    text: str

    def __str__(self) -> str:
        """Line and text."""
        return f"line {self.line:,}: {self.text}" if self.line else self.text


class Row(NamedTuple):
    """A term in a category, as written; ``category`` is empty where the list has none."""

    line: int
    term: str
    category: str = ""
    weight: float = 1.0


class Parsed(NamedTuple):
    """A file's rows, the titles of its categories, and what was noticed on the way."""

    rows: tuple[Row, ...]
    notes: tuple[Note, ...] = ()
    labels: tuple[tuple[str, str], ...] = ()


class Gathered(NamedTuple):
    """Entries in an order that does not depend on that of the lines."""

    entries: tuple[Entry, ...]
    labels: tuple[tuple[str, str], ...]
    notes: tuple[Note, ...]
    problems: tuple[Note, ...]


def fold(text: str) -> str:
    """Write a word in the one way in which words are compared."""
    return unicodedata.normalize("NFC", text.translate(_ALIKE).casefold())


def key_of(name: str) -> str:
    """Turn a name into small letters, digits and underscores; "" where it has none of them."""
    key = re.sub(r"\W+", "_", unicodedata.normalize("NFC", name).lower()).strip("_")
    return f"list_{key}" if key[:1].isdigit() else key


def gather(parsed: Parsed) -> Gathered:
    """Bring rows together: terms written alike, each once in a category, with its weight."""
    problems = [note for note in parsed.notes if note.kind == "problem"]
    notes = [note for note in parsed.notes if note.kind != "problem"]
    titles = dict(parsed.labels)
    written: dict[str, Row] = {}
    seen: dict[tuple[str, str], Row] = {}
    for row in parsed.rows:
        wrong = _wrong(row)
        if wrong:
            problems.append(Note(row.line, "problem", wrong))
            continue
        term = " ".join(fold(row.term).split())
        category = key_of(row.category) or UNCATEGORIZED
        first = written.setdefault(category, row)
        if first.category != row.category:
            problem = f"category '{row.category}' is '{first.category}' in line {first.line:,}"
            problems.append(Note(row.line, "problem", f"{problem}; write it one way."))
            continue
        before = seen.setdefault((term, category), row)
        if before is not row:
            same = before.weight == row.weight
            where = f"is in line {before.line:,} already"
            said = f"'{term}' {where}; it counts once."
            if not same:
                said = (
                    f"'{term}' {where}, with weight {before.weight:g} "
                    f"instead of {row.weight:g}; keep one."
                )
            (notes if same else problems).append(
                Note(row.line, "duplicate" if same else "problem", said)
            )
    if not seen and not problems:
        problems.append(Note(0, "problem", "the list holds no terms; write one a line."))
    entries = sorted(
        (Entry(term, category, weight=row.weight) for (term, category), row in seen.items()),
        key=lambda entry: (entry.term, entry.category),
    )
    labels = {
        category: titles.get(row.category, row.category)
        for category, row in written.items()
        if row.category
    }
    return Gathered(
        tuple(entries),
        tuple(sorted(labels.items())),
        tuple(notes),
        tuple(sorted(problems, key=lambda note: note.line)),
    )


def first_of(notes: Iterable[Note], file: str = "") -> str:
    """Say the first problem, how many more there are, and how to see those of a file."""
    first, *more = notes
    if not more:
        return str(first)
    if not file:
        return f"{first} ({len(more):,} more)"
    return f"{first} {len(more):,} more: see `divergence lexicon check {file}`."


def _wrong(row: Row) -> str:
    term = " ".join(fold(row.term).split())
    shown = f"'{term[:40]}{'…' if len(term) > 40 else ''}'"
    if not term:
        return "the term is empty; fill it in or take the line out."
    if len(term) > MOST_CHARACTERS:
        return f"{shown} has {len(term):,} characters; a term has at most {MOST_CHARACTERS}."
    if any(not word.removesuffix("*") for word in term.split()):
        return f"{shown}: a lone '*' would match every word; put letters before it."
    if any("*" in word[:-1] for word in term.split()):
        return f"{shown}: '*' is understood only at the end of a word; list the forms instead."
    if not math.isfinite(row.weight):
        return f"the weight of {shown} must be a number such as 0.5."
    if row.category and not key_of(row.category):
        return f"category '{row.category}' has no letter or digit; give it a name."
    return ""
