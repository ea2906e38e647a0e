"""What the articles tell differently, and what most of them tell and one does not."""

from __future__ import annotations

from collections.abc import Sequence

from divergence.comparing.claims.claim_results import Conflict, Omission
from divergence.digesting.quotable import SentenceRef
from divergence.phrases import row, say, semicolons
from divergence.plots.lettering import plain
from divergence.reporting import number_sentences
from divergence.reporting.report import Block, Cell, Table
from divergence.reporting.report_context import Desk

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
    versions = [
        say(
            "disputes.version",
            words=number_sentences.in_quotes(plain(str(version.words), limit=60)),
            sources=_sources(version.sentences),
        )
        for version in one.versions[:MOST_VERSIONS]
    ]
    left = len(one.versions) - MOST_VERSIONS
    said = semicolons([*versions, *_more(left)])
    refs = [version.sentences[0] for version in one.versions[:MOST_VERSIONS]]
    notes = desk.footnotes.of_sentences(refs, label="conflict")
    event = f"{desk.event(one.event)}: " if len(desk.comparison.events) > 1 and one.event else ""
    return Cell(f"{event}{said}", notes=notes)


def sure(one: Conflict) -> str:
    """Say a confidence in words."""
    if one.confidence >= LIKELY:
        return say("disputes.likely")
    return say("disputes.probably" if one.confidence >= PROBABLY else "disputes.perhaps")


def _more(left: int) -> list[str]:
    return [say("caution.more", n=left)] if left > 0 else []


def _conflicts(desk: Desk, conflicts: Sequence[Conflict]) -> Table:
    shown = conflicts[: MOST_OF_PAIR if len(desk.sources) == 2 else MOST_CONFLICTS]
    rows = tuple(
        (
            Cell(number_sentences.capital(say(f"aspect.{one.aspect}"))),
            told(desk, one),
            Cell(sure(one), one.confidence),
        )
        for one in shown
    )
    return Table(
        name="claims-conflicts",
        title=say("disputes.title", places=len(conflicts)),
        subtitle=say("disputes.how"),
        head=row("disputes.head"),
        widths=(0.13, 0.67, 0.2),
        align=("left",) * 3,
        rows=rows,
        more=number_sentences.and_more(len(conflicts) - len(shown), "conflict"),
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
                    say("omissions.of", told_by=len(first.told_by), sources=first.n_sources),
                    len(first.told_by) / first.n_sources,
                ),
                Cell(
                    number_sentences.in_quotes(plain(first.statement.text, limit=170)), notes=notes
                ),
                Cell(semicolons([*without, *_more(left)])),
            )
        )
    return Table(
        name="claims-omissions",
        title=say("omissions.title", statements=len(groups)),
        subtitle=say("omissions.how"),
        head=row("omissions.head"),
        widths=(0.1, 0.6, 0.3),
        align=("left",) * 3,
        rows=tuple(rows),
        more=number_sentences.and_more(len(groups) - len(rows), "statement"),
    )


def _reasoned(one: Omission) -> str:
    source = number_sentences.short(one.source)
    if one.reason == "missing":
        return source
    reason = say(f"left_unsaid.{one.reason.replace(' ', '_')}")
    return say("omissions.reason", source=source, reason=reason, detail=one.detail)


def _sources(sentences: Sequence[SentenceRef]) -> str:
    names = sorted({ref.source for ref in sentences})
    return number_sentences.list_of(names, most=2)
