"""What is told, by whom, event by event: statements, and figures side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from divergence.comparing.cautions import Caution, because
from divergence.comparing.claims.alignment import align
from divergence.comparing.claims.claim_results import (
    Conflict,
    LedgerEntry,
    Omission,
    Statement,
    text_order,
)
from divergence.comparing.claims.conflicts import conflicts
from divergence.comparing.claims.ledger import ledger
from divergence.comparing.claims.omissions import Context, omissions
from divergence.comparing.claims.sentence_judgment import ReadSentence, ReadSentences
from divergence.comparing.claims.sentence_links import links_between, without_name_only_links
from divergence.comparing.claims.statement_carriers import contents
from divergence.counting.tally import Tally
from divergence.digesting.digest import Digest, Sentence
from divergence.digesting.quotable import LedgerFigure
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
    parts = [_of_event(event, members, reader) for event, members in events.items()]
    statements = tuple(statement for part in parts for statement in part.statements)
    sources = {digest.tally.article.source for members in events.values() for digest in members}
    alone = len(sources) > 1 and all(len(statement.sentences) == 1 for statement in statements)
    return Claims(
        statements,
        tuple(entry for part in parts for entry in part.ledger),
        (because("nothing_in_common"),) if alone else (),
        tuple(omission for part in parts for omission in part.omissions),
        tuple(conflict for part in parts for conflict in part.conflicts),
    )


def _of_event(event: str, members: Sequence[Digest], reader: SentenceReader) -> Claims:
    sentences = {
        sentence.ref: ReadSentence(sentence.ref, sentence.assertion, figures)
        for digest in members
        for sentence, figures in _with_own_figures(digest)
        if sentence.assertion is not None
    }
    assertions = {ref: sentence.assertion for ref, sentence in sentences.items()}
    candidates = links_between(
        [sentence.ref for digest in members for sentence in digest.sentences], reader=reader
    )
    links = without_name_only_links(candidates, assertions, reader=reader)
    sources = [digest.tally.article.source for digest in members]
    figures = ledger(
        [figure for digest in members for figure in digest.figures], event=event, sources=sources
    )
    aligned = align(links.ordered, event=event, assertions=assertions, links=links)
    statements = _with_contents(_with_figures(aligned, figures), sentences)
    return Claims(
        statements,
        figures,
        (),
        omissions(statements, [_context(digest.tally) for digest in members]),
        conflicts(links, sentences, event=event, ledger=figures),
    )


def _with_own_figures(digest: Digest) -> Iterator[tuple[Sentence, tuple[LedgerFigure, ...]]]:
    own: dict[int, list[LedgerFigure]] = {}
    for figure in digest.figures:
        own.setdefault(figure.at.sentence, []).append(figure)
    for sentence in digest.sentences:
        yield sentence, tuple(own.get(sentence.ref.sentence, ()))


def _context(tally: Tally) -> Context:
    return Context(tally.article.source, tally.article.date, tally.n_words)


def _with_figures(
    statements: Sequence[Statement], figures: Sequence[LedgerEntry]
) -> tuple[Statement, ...]:
    """Do not call a source missing that gives the figure of the sentence in other words."""
    giving: dict[tuple[str, str, int], set[str]] = {}
    for entry in figures:
        givers = {figure.at.source for figure in entry.figures}
        for figure in entry.figures:
            giving.setdefault(text_order(figure.at), set()).update(givers)
    completed = []
    for statement in statements:
        places = map(text_order, statement.sentences)
        givers = {source for place in places for source in giving.get(place, ())}
        missing = tuple(source for source in statement.missing if source not in givers)
        alike = {*statement.alike, *statement.missing} - {*missing}
        completed.append(replace(statement, missing=missing, alike=tuple(sorted(alike))))
    return tuple(completed)


def _with_contents(
    statements: Iterable[Statement], sentences: ReadSentences
) -> tuple[Statement, ...]:
    return tuple(
        replace(
            statement,
            contents=contents([sentences[ref] for ref in statement.sentences if ref in sentences]),
        )
        for statement in statements
    )
