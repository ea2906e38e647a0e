"""What the articles tell differently, and what most of them tell and one does not."""

from __future__ import annotations

from collections.abc import Sequence

from divergence.comparing.claims.claim_results import Conflict, Omission, Version
from divergence.digesting.quotable import SentenceRef
from divergence.phrases import row, say, semicolons
from divergence.phrases.saying import Saying
from divergence.plots.lettering import plain
from divergence.plots.party_names import capital, list_of, short
from divergence.reporting.number_sentences import and_more, in_quotes
from divergence.reporting.report import Block, Cell, Table
from divergence.reporting.report_context import ReportContext

MOST_CONFLICTS, MOST_OF_PAIR, MOST_OMISSIONS = 8, 5, 8
MOST_VERSIONS, MOST_SOURCES = 3, 4
# Confidence in words; it is no probability, so that a finer scale would say too much. The bands
# are steps of the scale: too few conflicts were read in real news to measure each.
LIKELY, PROBABLY = 0.75, 0.6


def conflict_blocks(context: ReportContext) -> tuple[Block, ...]:
    """Return the tables of conflicts and of omissions, where there are any."""
    conflicts, omissions = context.comparison.conflicts, context.comparison.omissions
    blocks: list[Block] = []
    if conflicts:
        blocks.append(_conflicts(context, conflicts))
    if omissions:
        blocks.append(_omissions(context, omissions))
    return tuple(blocks)


def _version_in_words(version: Version) -> str:
    """Quote an article's words, and only those: what is said of an article is no quotation."""
    words = plain(str(version.words), limit=60)
    return words if isinstance(version.words, Saying) else in_quotes(words)


def conflict_cell(context: ReportContext, conflict: Conflict) -> Cell:
    """Say a conflict: each version with its source, and how sure the match is."""
    versions = [
        say(
            "disputes.version",
            words=_version_in_words(version),
            sources=_sources(version.sentences),
        )
        for version in conflict.versions[:MOST_VERSIONS]
    ]
    left = len(conflict.versions) - MOST_VERSIONS
    said = semicolons([*versions, *_more(left)])
    refs = [version.sentences[0] for version in conflict.versions[:MOST_VERSIONS]]
    notes = context.footnotes.cite_sentences(refs, label="conflict")
    event = context.event_among_several(conflict.event)
    return Cell(f"{event}: {said}" if event else said, notes=notes)


def confidence_in_words(conflict: Conflict) -> str:
    """Say a confidence in words."""
    if conflict.confidence >= LIKELY:
        return say("disputes.likely")
    return say("disputes.probably" if conflict.confidence >= PROBABLY else "disputes.perhaps")


def _more(left: int) -> list[str]:
    return [say("caution.more", n=left)] if left > 0 else []


def _conflicts(context: ReportContext, conflicts: Sequence[Conflict]) -> Table:
    shown = conflicts[: MOST_OF_PAIR if len(context.sources) == 2 else MOST_CONFLICTS]
    rows = tuple(
        (
            Cell(capital(say(f"aspect.{conflict.aspect}"))),
            conflict_cell(context, conflict),
            Cell(confidence_in_words(conflict), conflict.confidence),
        )
        for conflict in shown
    )
    return Table(
        name="claims-conflicts",
        title=say("disputes.title", places=len(conflicts)),
        subtitle=say("disputes.how"),
        head=row("disputes.head"),
        widths=(0.13, 0.67, 0.2),
        align=("left",) * 3,
        rows=rows,
        more=and_more(len(conflicts) - len(shown), "conflict"),
    )


def _omissions(context: ReportContext, omissions: Sequence[Omission]) -> Table:
    of_statement: dict[tuple[str, SentenceRef], list[Omission]] = {}
    for omission in omissions:
        of_statement.setdefault((omission.event, omission.statement), []).append(omission)
    groups = list(of_statement.values())
    rows = []
    for group in groups[:MOST_OMISSIONS]:
        first = group[0]
        notes = context.footnotes.cite_sentences((first.statement,), label="statement")
        without = [_with_reason(omission) for omission in group[:MOST_SOURCES]]
        left = len(group) - len(without)
        rows.append(
            (
                Cell(
                    say("omissions.of", told_by=len(first.told_by), sources=first.n_sources),
                    len(first.told_by) / first.n_sources,
                ),
                Cell(in_quotes(plain(first.statement.text, limit=170)), notes=notes),
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
        more=and_more(len(groups) - len(rows), "statement"),
    )


def _with_reason(omission: Omission) -> str:
    source = short(omission.source)
    if omission.reason == "missing":
        return source
    reason = say(f"left_unsaid.{omission.reason.replace(' ', '_')}")
    return say("omissions.reason", source=source, reason=reason, detail=omission.detail)


def _sources(sentences: Sequence[SentenceRef]) -> str:
    names = sorted({ref.source for ref in sentences})
    return list_of(names, most=2)
