"""What was compared as CSV tables: a tidy file for each kind of result, safe to open anywhere."""

from __future__ import annotations

import csv
import dataclasses
import io
import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date as Date
from functools import partial
from typing import TypeAlias, TypeVar

from divergence.comparing.cautions import NOTHING_TO_DIVIDE, Doubted
from divergence.comparing.claims.claim_results import Conflict, LedgerEntry, Omission, Statement
from divergence.comparing.claims.statement_carriers import reach
from divergence.comparing.comparison import Comparison
from divergence.comparing.origins.origin_results import Kinship, Member, Origin, SharedPassage
from divergence.comparing.words.word_results import WordShift
from divergence.digesting.quotable import SentenceRef
from divergence.phrases import load, say, speaking
from divergence.phrases.saying import Saying
from divergence.reporting.report import Report
from divergence.reporting.report_json import MOST_MISSING
from divergence.spreadsheets import harmless

Value: TypeAlias = str | int | float | Date | None
Row: TypeAlias = dict[str, Value]
T = TypeVar("T")
DIGITS = 9
BOM = "\ufeff"
NAMES = (
    "sources",
    "measures",
    "estimates",
    "contrasts",
    "profile",
    "periods",
    "partings",
    "keyness",
    "keyness_basis",
    "shifts",
    "namings",
    "statements",
    "figures",
    "omissions",
    "conflicts",
    "origins",
    "kinships",
    "passages",
    "distances",
)


def render(report: Report) -> dict[str, bytes]:
    """Write every result of a report as CSV; what is undefined is empty, and a caution says why."""
    with speaking(load(report.language)):
        made = {name: list(rows) for name, rows in _tables(report.comparison).items()}
    return {f"{name}.csv": _csv(rows) for name, rows in made.items() if rows}


def _csv(rows: Sequence[Row]) -> bytes:
    held = io.StringIO(newline="")
    held.write(BOM)
    writer = csv.writer(held, lineterminator="\r\n")
    writer.writerow(rows[0])
    writer.writerows([_cell(value) for value in row.values()] for row in rows)
    return held.getvalue().encode("utf-8", "replace")


def _cell(value: Value) -> str:
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:.{DIGITS}g}"
    if isinstance(value, int):
        return str(value)
    return harmless(value.isoformat() if isinstance(value, Date) else value.replace("\x00", ""))


def _tables(comparison: Comparison) -> dict[str, Iterable[Row]]:
    units = {column.name: column.unit for column in comparison.columns}

    def with_unit(results: Iterable[object]) -> Iterator[Row]:
        for row in map(_fields_row, results):
            yield row | {"unit": units.get(str(row["column"]), "")}

    return {
        "sources": map(_fields_row, comparison.sources),
        "measures": map(_fields_row, comparison.columns),
        "estimates": with_unit(comparison.estimates),
        "contrasts": with_unit(comparison.contrasts),
        "profile": map(_fields_row, comparison.profile),
        "periods": with_unit(comparison.periods),
        "partings": (
            {"start": parting.start, "end": parting.end, **_fields_row(parting.divergence)}
            for parting in comparison.partings
        ),
        "keyness": map(_fields_row, comparison.keyness),
        "keyness_basis": map(_fields_row, comparison.keyness_basis),
        "shifts": _numbered(_shift, comparison.shifts),
        "namings": map(_fields_row, comparison.namings),
        "statements": _numbered(_statement, comparison.statements),
        "figures": _numbered(_entry, comparison.ledger),
        "omissions": map(_omission, comparison.omissions),
        "conflicts": _numbered(_conflict, comparison.conflicts),
        "origins": _numbered(partial(_origin, kinships=comparison.kinships), comparison.origins),
        "kinships": _numbered(_kinship, comparison.kinships),
        "passages": _numbered(_passages, comparison.kinships),
        "distances": _distances(comparison),
    }


def _numbered(rows_of: Callable[[int, T], Iterable[Row]], results: Iterable[T]) -> Iterator[Row]:
    """Rows of results that have several each, with the number of the result."""
    for number, result in enumerate(results, start=1):
        yield from rows_of(number, result)


def _fields_row(result: object) -> Row:
    """One row of a result: numbers and words as they are, names joined, sentences as places."""
    row: Row = {}
    for field in dataclasses.fields(result):  # type: ignore[arg-type]
        value = getattr(result, field.name)
        if field.name == "bounds":
            row |= {"lowest": value[0], "highest": value[1]}
        elif isinstance(result, Doubted) and field.name == "cautions":
            row["caution"] = result.caution
        elif isinstance(value, Saying):
            row[field.name] = str(value)
        elif isinstance(value, tuple):
            row[field.name] = _joined(value)
        else:
            row[field.name] = value
    nothing = any(isinstance(value, float) and math.isnan(value) for value in row.values())
    if nothing and row.get("caution") == "":
        row["caution"] = str(NOTHING_TO_DIVIDE)
    return row


def _joined(values: Iterable[object]) -> str:
    return "; ".join(
        f"{value.article} {say('evidence.sentence', n=str(value.sentence + 1))}"
        if isinstance(value, SentenceRef)
        else str(value)
        for value in values
    )


def _missing(sources: Sequence[str]) -> Row:
    """The first of the sources that lack something, and how many there are, as in report.json."""
    return {"missing": _joined(sources[:MOST_MISSING]), "n_missing": len(sources)}


def _place(ref: SentenceRef) -> Row:
    """Where a sentence stands (counted from 1, as everywhere a reader sees) and its words."""
    return {
        "source": ref.source,
        "article": ref.article,
        "sentence": ref.sentence + 1,
        "text": ref.text,
    }


def _shift(_: int, shift: WordShift) -> Iterator[Row]:
    for term in shift.terms:
        yield {
            "source": shift.source,
            "reference": shift.reference,
            **_fields_row(term),
            "unit": say("distance_unit.bits"),
            "divergence": shift.divergence,
            "floor": shift.floor,
            "floor_high": shift.floor_high,
            "n_events": shift.n_events,
            "p": shift.p,
            "caution": say("doubt.sentences_dealt") if math.isnan(shift.p) else "",
        }


def _statement(number: int, statement: Statement) -> Iterator[Row]:
    for ref in statement.sentences:
        yield {
            "statement": number,
            "event": statement.event,
            **_place(ref),
            "reach": reach(statement),
            "sources": _joined(statement.sources),
            "alike": _joined(statement.alike),
            **_missing(statement.missing),
            "similarity": statement.similarity,
            "n_origins": statement.n_origins,
            "contents": _joined(statement.contents),
            "caution": say("doubt.stands_alone") if math.isnan(statement.similarity) else "",
        }


def _entry(number: int, entry: LedgerEntry) -> Iterator[Row]:
    for figure in entry.figures:
        own = _fields_row(dataclasses.replace(figure, event=entry.event))
        del own["at"], own["event"], own["text"]
        counted = own.pop("subject")
        yield {
            "entry": number,
            "event": entry.event,
            "subject": str(entry.subject),
            "verdict": entry.verdict,
            "figure": figure.text,
            "counted": counted,
            **own,
            **_place(figure.at),
            **_missing(entry.missing),
            "differences": _joined(entry.differences),
            "n_origins": entry.n_origins,
        }


def _omission(omission: Omission) -> Row:
    return {
        "event": omission.event,
        "left_out_by": omission.source,
        "reason": omission.reason,
        "detail": str(omission.detail),
        "told_by": _joined(omission.told_by),
        "n_sources": omission.n_sources,
        **_place(omission.statement),
    }


def _conflict(number: int, conflict: Conflict) -> Iterator[Row]:
    for place, version in enumerate(conflict.versions, start=1):
        for ref in version.sentences:
            yield {
                "conflict": number,
                "event": conflict.event,
                "aspect": conflict.aspect,
                "confidence": conflict.confidence,
                "version": place,
                "words": str(version.words),
                **_place(ref),
            }


def _origin(number: int, origin: Origin, *, kinships: Sequence[Kinship]) -> Iterator[Row]:
    """An article of a group of copies, with the longest passage that it shares with another."""
    within = [kin for kin in kinships if kin.kind == "copy"]
    for member in origin.members:
        shared = [p for kin in within if member in (kin.a, kin.b) for p in kin.passages]
        yield {
            "origin": number,
            **_fields_row(member),
            "credits": _joined(origin.credits),
            "longest_passage": _longest(shared),
        }


def _longest(passages: Sequence[SharedPassage]) -> str:
    return max(passages, key=lambda passage: passage.n_words).text if passages else ""


def _passages(number: int, kinship: Kinship) -> Iterator[Row]:
    """Every sentence of either article that a shared passage stands in."""
    for place, passage in enumerate(kinship.passages, start=1):
        for member, refs in (("a", passage.a), ("b", passage.b)):
            for ref in refs:
                yield {
                    "kinship": number,
                    "passage": place,
                    "words": passage.text,
                    "n_words": passage.n_words,
                    "quoted": passage.quoted,
                    "member": member,
                    **_place(ref),
                }


def _kinship(number: int, kinship: Kinship) -> Iterator[Row]:
    row: Row = {"kinship": number, "kind": kinship.kind}
    row |= {**_member("a", kinship.a), **_member("b", kinship.b)}
    row["resemblance"] = kinship.resemblance
    for name in ("containment", "quotations", "figures", "account", "n_items"):
        first, second = getattr(kinship, name)
        row |= {f"{name}_a": first, f"{name}_b": second}
    yield row | {
        "n_shared": kinship.n_shared,
        "speakers": _joined(kinship.speakers),
        "named": _joined(kinship.named),
        "n_passages": len(kinship.passages),
        "longest_passage": _longest(kinship.passages),
        "caution": kinship.caution,
    }


def _member(name: str, member: Member) -> Row:
    return {f"{name}_{key}": value for key, value in _fields_row(member).items() if key != "event"}


def _distances(comparison: Comparison) -> Iterator[Row]:
    for matrix in comparison.distances:
        for source, row in zip(matrix.sources, matrix.values, strict=True):
            for other, value in zip(matrix.sources, row, strict=True):
                if source < other:
                    yield {
                        "family": matrix.family,
                        "source": source,
                        "reference": other,
                        "distance": value,
                        "unit": say("distance_unit.root_mean_square"),
                        "n_columns": matrix.n_columns,
                        "caution": say("doubt.nothing_both_have") if math.isnan(value) else "",
                    }
