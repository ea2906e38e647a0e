"""What the articles tell differently, and what most of them tell and one does not."""

from __future__ import annotations

from collections.abc import Sequence

from divergence.comparing.results import Conflict, Omission, SentenceRef
from divergence.plots.lettering import plain
from divergence.plots.numerals import count
from divergence.reporting import words
from divergence.reporting.desk import Desk
from divergence.reporting.report import Block, Cell, Table

MOST_CONFLICTS, MOST_OF_PAIR, MOST_OMISSIONS = 8, 5, 8
MOST_VERSIONS, MOST_SOURCES = 3, 4
# Confidence in words; it is no probability, so that a finer scale would say too much. The bands
# are steps of the scale: too few conflicts were read in real news to measure each.
LIKELY, PROBABLY = 0.75, 0.6


def among_claims(desk: Desk) -> tuple[Block, ...]:
    """Return the tables of conflicts and of omissions, where there are any."""
    conflicts, omissions = desk.comparison.conflicts, desk.comparison.omissions
    blocks: list[Block] = []
    if conflicts:
        blocks.append(_conflicts(desk, conflicts))
    if omissions:
        blocks.append(_omissions(desk, omissions))
    return tuple(blocks)


def told(desk: Desk, one: Conflict) -> Cell:
    """Say a conflict: each version with its source, and how sure the match is."""
    said = "; ".join(
        f"{words.in_quotes(plain(version.words, limit=60))} ({_sources(version.sentences)})"
        for version in one.versions[:MOST_VERSIONS]
    )
    left = len(one.versions) - MOST_VERSIONS
    more = f"; … and {left} more" if left > 0 else ""
    refs = [version.sentences[0] for version in one.versions[:MOST_VERSIONS]]
    notes = desk.footnotes.of_sentences(refs, label="conflict")
    event = f"{desk.event(one.event)}: " if len(desk.comparison.events) > 1 and one.event else ""
    return Cell(f"{event}{said}{more}", notes=notes)


def sure(one: Conflict) -> str:
    """Say a confidence in words."""
    if one.confidence >= LIKELY:
        return "likely the same matter"
    return "probably the same matter" if one.confidence >= PROBABLY else "perhaps the same matter"


def _conflicts(desk: Desk, conflicts: Sequence[Conflict]) -> Table:
    shown = conflicts[: MOST_OF_PAIR if len(desk.sources) == 2 else MOST_CONFLICTS]
    rows = tuple(
        (
            Cell(one.aspect.capitalize()),
            told(desk, one),
            Cell(sure(one), one.confidence),
        )
        for one in shown
    )
    return Table(
        name="claims-conflicts",
        title=f"Told differently in {count(len(conflicts), 'place')}",
        subtitle="Sentences on one matter that differ; all may be right, of other hours or parts.",
        head=("What differs", "Versions, in the articles' words", "Match"),
        widths=(0.13, 0.67, 0.2),
        align=("left",) * 3,
        rows=rows,
        more=words.and_more(len(conflicts) - len(shown), "conflict"),
    )


def _omissions(desk: Desk, omissions: Sequence[Omission]) -> Table:
    of_statement: dict[tuple[str, SentenceRef], list[Omission]] = {}
    for one in omissions:
        of_statement.setdefault((one.event, one.statement), []).append(one)
    groups = list(of_statement.values())
    rows = []
    for group in groups[:MOST_OMISSIONS]:
        first = group[0]
        notes = desk.footnotes.of_sentences((first.statement,), label="statement")
        without = [_reasoned(one) for one in group[:MOST_SOURCES]]
        left = len(group) - len(without)
        rows.append(
            (
                Cell(
                    f"{len(first.told_by):,} of {first.n_sources:,}",
                    len(first.told_by) / first.n_sources,
                ),
                Cell(words.in_quotes(plain(first.statement.text, limit=170)), notes=notes),
                Cell("; ".join(without) + (f"; … and {left} more" if left else "")),
            )
        )
    return Table(
        name="claims-omissions",
        title=f"{count(len(groups), 'statement')} of most sources that one or more do not have",
        subtitle="Nothing alike was found there; a shorter or earlier article may well lack it.",
        head=("Told by", "Statement", "Not found in"),
        widths=(0.1, 0.6, 0.3),
        align=("left",) * 3,
        rows=tuple(rows),
        more=words.and_more(len(groups) - len(rows), "statement"),
    )


def _reasoned(one: Omission) -> str:
    source = words.short(one.source)
    return source if one.reason == "missing" else f"{source} ({one.reason}: {one.detail})"


def _sources(sentences: Sequence[SentenceRef]) -> str:
    names = sorted({ref.source for ref in sentences})
    return words.list_of(names, most=2)
