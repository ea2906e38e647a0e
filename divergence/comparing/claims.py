"""What is told, by whom, event by event: statements, and figures side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from divergence.comparing.alignment import align
from divergence.comparing.ledger import ledger
from divergence.comparing.results import LedgerEntry, Statement
from divergence.measuring.digest import Digest


class Claims(NamedTuple):
    """Statements and figures of all events."""

    statements: tuple[Statement, ...]
    ledger: tuple[LedgerEntry, ...]
    cautions: tuple[str, ...]


def claims(events: Mapping[str, Sequence[Digest]]) -> Claims:
    """Align what articles on the same event tell.

    Parameters
    ----------
    events : mapping of str to sequence of Digest
        Articles by event.

    Returns
    -------
    Claims
        In the order of the events.
    """
    figures = tuple(
        entry
        for event, members in events.items()
        for entry in ledger(
            [figure for each in members for figure in each.figures],
            event=event,
            sources=[each.tally.article.source for each in members],
        )
    )
    statements = _with_figures(
        [
            statement
            for event, members in events.items()
            for statement in align([s.ref for each in members for s in each.sentences], event=event)
        ],
        figures,
    )
    sources = {each.tally.article.source for members in events.values() for each in members}
    alone = len(sources) > 1 and not any(len(each.sentences) > 1 for each in statements)
    said = ("no two articles on one event have a sentence in common",) if alone else ()
    return Claims(statements, figures, said)


def _with_figures(
    statements: Sequence[Statement], figures: Sequence[LedgerEntry]
) -> tuple[Statement, ...]:
    """Do not call a source missing that gives the figure of the sentence in other words."""
    told: dict[tuple[str, str, int], set[str]] = {}
    for entry in figures:
        givers = {figure.at.source for figure in entry.figures}
        for figure in entry.figures:
            at = figure.at
            told.setdefault((at.source, at.article, at.sentence), set()).update(givers)
    found = []
    for statement in statements:
        givers = {
            source
            for ref in statement.sentences
            for source in told.get((ref.source, ref.article, ref.sentence), ())
        }
        missing = tuple(source for source in statement.missing if source not in givers)
        found.append(replace(statement, missing=missing))
    return tuple(found)
