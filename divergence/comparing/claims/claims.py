"""What is told, by whom, event by event: statements, and figures side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from divergence.comparing.cautions import Caution, because
from divergence.comparing.claims.alignment import align
from divergence.comparing.claims.carriers import contents
from divergence.comparing.claims.claim_results import Conflict, LedgerEntry, Omission, Statement
from divergence.comparing.claims.conflicts import conflicts
from divergence.comparing.claims.ledger import ledger
from divergence.comparing.claims.omissions import Context, omissions
from divergence.comparing.claims.sentence_judgment import Told
from divergence.comparing.claims.sentence_links import borne_out, links_between
from divergence.digesting.digest import Digest, Sentence
from divergence.digesting.quotable import LedgerFigure, SentenceRef
from divergence.instruments.chosen_instruments import SentenceReader
from divergence.instruments.sentence_similarity import Sentences


class Claims(NamedTuple):
    """Statements, figures, omissions and conflicts of all events."""

    statements: tuple[Statement, ...]
    ledger: tuple[LedgerEntry, ...]
    cautions: tuple[Caution, ...]
    omissions: tuple[Omission, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


def claims(events: Mapping[str, Sequence[Digest]], *, reader: SentenceReader = Sentences) -> Claims:
    """Align what articles on the same event tell."""
    of_events = [_of_event(event, members, reader) for event, members in events.items()]
    statements = tuple(one for each in of_events for one in each.statements)
    sources = {each.tally.article.source for members in events.values() for each in members}
    alone = len(sources) > 1 and not any(len(each.sentences) > 1 for each in statements)
    said = (because("nothing_in_common"),) if alone else ()
    return Claims(
        statements,
        tuple(one for each in of_events for one in each.ledger),
        said,
        tuple(one for each in of_events for one in each.omissions),
        tuple(one for each in of_events for one in each.conflicts),
    )


def _of_event(event: str, members: Sequence[Digest], reader: SentenceReader) -> Claims:
    told = {
        sentence.ref: Told(sentence.ref, sentence.telling, figures)
        for each in members
        for sentence, figures in _with_own_figures(each)
        if sentence.telling is not None
    }
    tellings = {ref: one.telling for ref, one in told.items()}
    found = links_between(
        [sentence.ref for each in members for sentence in each.sentences], reader=reader
    )
    links = borne_out(found, tellings, reader=reader)
    sources = [each.tally.article.source for each in members]
    figures = ledger(
        [figure for each in members for figure in each.figures], event=event, sources=sources
    )
    aligned = align(links.ordered, event=event, tellings=tellings, links=links)
    statements = _with_contents(_with_figures(aligned, figures), told)
    return Claims(
        statements,
        figures,
        (),
        omissions(statements, [_context(each) for each in members]),
        conflicts(links, told, event=event, ledger=figures),
    )


def _with_own_figures(each: Digest) -> Iterator[tuple[Sentence, tuple[LedgerFigure, ...]]]:
    own: dict[int, list[LedgerFigure]] = {}
    for figure in each.figures:
        own.setdefault(figure.at.sentence, []).append(figure)
    for sentence in each.sentences:
        yield sentence, tuple(own.get(sentence.ref.sentence, ()))


def _context(each: Digest) -> Context:
    article = each.tally.article
    return Context(article.source, article.date, each.tally.n_words)


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
        alike = {*statement.alike, *statement.missing} - {*missing}
        found.append(replace(statement, missing=missing, alike=tuple(sorted(alike))))
    return tuple(found)


def _with_contents(
    statements: Iterable[Statement], told: Mapping[SentenceRef, Told]
) -> tuple[Statement, ...]:
    return tuple(
        replace(
            statement,
            contents=contents([told[ref] for ref in statement.sentences if ref in told]),
        )
        for statement in statements
    )
