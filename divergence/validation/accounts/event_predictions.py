"""What the program says of all accounts of one event: each article's own, and the comparison's.

Every article is a source of its own, and the comparison is the one that a report is made of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from divergence.comparing.claims.claim_results import Conflict, LedgerEntry, Statement
from divergence.comparing.claims.statement_carriers import only_one, shared
from divergence.comparing.compare import compare
from divergence.digesting.digest import Digest
from divergence.digesting.quotable import LedgerFigure, SentenceRef
from divergence.features.figures import FEATURE
from divergence.measuring.measure import measure
from divergence.text.annotate import annotate_many
from divergence.types import Article, Document, Side
from divergence.validation.accounts.document_predictions import predict_figures, predict_speech

Row = dict[str, object]


def predict(event: str, articles: Sequence[Article], sides: Sequence[Side]) -> Row:
    """Read the articles of one event with its sides, and say what is in them as a reader would."""
    documents = list(annotate_many(articles, sides=sides))
    table = measure(documents, features=[FEATURE], keep="articles")
    # Nothing here needs an interval.
    comparison = compare(table, rounds=1)
    digests = table.kept.digests if table.kept else ()
    groups = dict(_groups(comparison.ledger))
    return {
        "event": event,
        "speech": [row for document in documents for row in predict_speech(document)],
        "figures": [
            row
            for document, digest in zip(documents, digests, strict=True)
            for row in _figures(document, digest, groups)
        ],
        "matters": [_matter(statement) for statement in shared(comparison.statements)],
        "only": [_only(statement) for statement in only_one(comparison.statements)],
        "conflicts": [_conflict(conflict) for conflict in comparison.conflicts],
    }


def _groups(ledger: Iterable[LedgerEntry]) -> Iterator[tuple[LedgerFigure, str]]:
    """Name the entry of every figure that stands beside another article's."""
    for number, entry in enumerate(ledger, start=1):
        if entry.verdict != "only":
            for figure in entry.figures:
                yield figure, f"G{number}"


def _figures(
    document: Document, digest: Digest, groups: Mapping[LedgerFigure, str]
) -> Iterator[Row]:
    for row, figure in zip(predict_figures(document), digest.figures, strict=True):
        yield {**row, "group": groups.get(figure)}


def _matter(statement: Statement) -> Row:
    sentences: dict[str, list[SentenceRef]] = {}
    for ref in statement.sentences:
        sentences.setdefault(ref.article, []).append(ref)
    return {
        "told": {article: [ref.text for ref in refs] for article, refs in sentences.items()},
        "sentence_spans": {
            article: [[ref.start, ref.end] for ref in refs] for article, refs in sentences.items()
        },
    }


def _only(statement: Statement) -> Row:
    ref = statement.sentences[0]
    return {"article": ref.article, "sentence": ref.text, "span": [ref.start, ref.end]}


def _conflict(conflict: Conflict) -> Row:
    """Give of every article the first sentence with a version."""
    sentences: dict[str, SentenceRef] = {}
    for version in conflict.versions:
        for ref in version.sentences:
            sentences.setdefault(ref.article, ref)
    return {
        "kind": conflict.aspect,
        "versions": {article: ref.text for article, ref in sentences.items()},
        "version_spans": {article: [ref.start, ref.end] for article, ref in sentences.items()},
    }
