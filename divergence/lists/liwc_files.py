"""LIWC dictionaries: numbered categories between ``%`` lines, then terms with their numbers.

The layouts of 2001 to 2022 differ in small things: a category may be indented below another and
carry a title in parentheses; the editions of 2007 and 2015 have a few terms that count only beside
certain words. Such conditions are left out, and a note says so.

References
----------
Pennebaker, J. W., Booth, R. J., Boyd, R. L., & Francis, M. E. (2015). Linguistic Inquiry and Word
Count: LIWC2015. Boyd, R. L., Ashokkumar, A., Seraj, S., & Pennebaker, J. W. (2022). The development
and psychometric properties of LIWC-22.
"""

from __future__ import annotations

import re

from divergence.lists.entry_rows import Note, Parsed, Row

_DECLARED = re.compile(r"(\d+)\s+(\S.*)")
_TITLED = re.compile(r"(\S+)\s+\((.+)\)")
_NO_TAB = re.compile(r"(.*?)\s+([\d\s]+)")
# "(02 134)125/464" and "<of>131/125": a category where certain words stand beside, else another.
_CONDITION = re.compile(r"(?:\([^)]*\)|<[^>]*>) *(?:\d+(?:/\d+)?)?|\d+/\d+")
_CONDITIONAL_TERM = re.compile(r"[(<][^)>]*\w[^)>]*[)>]")
_SHAPE = "write the term, a tab and the numbers of its categories with tabs between them"


def parse_dic(text: str) -> Parsed:
    """Read a ``.dic`` file."""
    lines = list(enumerate(text.split("\n"), start=1))
    filled = [(number, line) for number, line in lines if line.strip()]
    marks = [place for place, (_, line) in enumerate(filled) if line.strip() == "%"]
    if marks[:1] != [0] or len(marks) < 2:
        missing = "opening" if marks[:1] != [0] else "closing"
        problem = (
            f"the {missing} '%' is missing; put the numbered categories between two '%' lines."
        )
        return Parsed((), (Note(filled[0][0] if filled else 0, "problem", problem),))
    notes: list[Note] = []
    names: dict[int, str] = {}
    labels: dict[str, str] = {}
    for number, line in filled[1 : marks[1]]:
        _declare(number, line.strip(), names, labels, notes)
    rows: list[Row] = []
    for number, line in filled[marks[1] + 1 :]:
        rows += _rows(number, line.strip(), names, notes)
    used = {row.category for row in rows}
    if not any(note.kind == "problem" for note in notes):
        notes += [
            Note(0, "left out", f"category '{name}' has no terms and gives no measure.")
            for name in names.values()
            if name not in used
        ]
    return Parsed(tuple(rows), tuple(notes), tuple(labels.items()))


def _declare(
    number: int, line: str, names: dict[int, str], labels: dict[str, str], notes: list[Note]
) -> None:
    declared = _DECLARED.fullmatch(line)
    if not declared:
        problem = f"{line[:40]!r} declares no category; write its number, a tab and its name."
        notes.append(Note(number, "problem", problem))
        return
    titled = _TITLED.fullmatch(declared[2])
    name, title = (titled[1], titled[2]) if titled else (declared[2], declared[2])
    if int(declared[1]) in names or name in names.values():
        what = f"number {declared[1]}" if int(declared[1]) in names else f"category '{name}'"
        notes.append(Note(number, "problem", f"{what} is declared twice; keep one line."))
        return
    names[int(declared[1])] = name
    labels[name] = title


def _rows(number: int, line: str, names: dict[int, str], notes: list[Note]) -> list[Row]:
    term, tab, rest = line.partition("\t")
    if not tab:
        parted = _NO_TAB.fullmatch(line)
        term, rest = (parted[1], parted[2]) if parted else (line, "")
    term = term.strip()

    def refuse(text: str) -> list[Row]:
        notes.append(Note(number, "problem", f"'{term[:40]}' {text}"))
        return []

    if _CONDITIONAL_TERM.search(term):
        reason = f"'{term[:40]}' counts only beside certain words, which is not supported."
        notes.append(Note(number, "left out", reason))
        return []
    plain = _CONDITION.sub(" ", rest)
    if plain != rest:
        reason = f"'{term[:40]}': the condition in '{' '.join(rest.split())[:40]}' is left out"
        if not plain.strip():
            notes.append(Note(number, "left out", f"{reason}; nothing is left of it."))
            return []
        notes.append(Note(number, "in part", f"{reason}; its other numbers count."))
    numbers = plain.split()
    if not numbers:
        return refuse(f"has no category; {_SHAPE}.")
    for category in numbers:
        if not category.isdecimal():
            return refuse(f"is followed by {category[:20]!r}, which is no number; {_SHAPE}.")
        if int(category) not in names:
            return refuse(
                f"has category {category}, which is not declared; declare it between the '%' lines "
                "or take it out."
            )
    return [Row(number, term, names[category]) for category in dict.fromkeys(map(int, numbers))]
