"""What the claims page says of conflicts and omissions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from divergence.comparing.claims.claim_results import Conflict, Omission, Statement, Version
from divergence.comparing.comparison import Comparison
from divergence.digesting.quotable import SentenceRef
from divergence.phrases.saying import saying
from divergence.reporting import report_json
from divergence.reporting.build import build_report
from divergence.reporting.pages.conflicts_and_omissions import confidence_in_words
from divergence.reporting.report import Report, Table
from tests.reporting import builders

Maker = Callable[[], tuple[Comparison, Any, Any]]


def refs(comparison: Comparison) -> list[SentenceRef]:
    return [figure.at for entry in comparison.ledger for figure in entry.figures]


def conflict(comparison: Comparison, *said: str, confidence: float = 0.7) -> Conflict:
    versions = tuple(
        Version(words, (ref,)) for words, ref in zip(said, refs(comparison), strict=False)
    )
    return Conflict(comparison.events[0], "place", versions, confidence)


def built(make: Maker, **changes: Callable[[Comparison], Any]) -> Report:
    comparison, info, articles = make()
    changed = {name: change(comparison) for name, change in changes.items()}
    return build_report(replace(comparison, **changed), info, articles)


def table(report: Report, name: str) -> Table | None:
    tables = [block for page in report.pages for block in page.blocks if isinstance(block, Table)]
    return next((shown for shown in tables if shown.name == name), None)


def words(shown: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in shown.rows]


def test_a_conflict_stands_with_its_words_sources_and_notes() -> None:
    report = built(builders.two, conflicts=lambda c: (conflict(c, "in Orm", "near Orm"),))
    shown = table(report, "claims-conflicts")
    assert shown is not None
    ((aspect, versions, match),) = words(shown)
    assert (aspect, match) == ("Place", "probably the same matter")
    assert "“in Orm”" in versions
    assert "“near Orm”" in versions
    assert shown.rows[0][1].notes
    assert shown.rows[0][2].value == 0.7


@pytest.mark.parametrize(
    ("confidence", "said"), [(0.9, "likely"), (0.75, "likely"), (0.6, "probably"), (0.5, "perhaps")]
)
def test_bands_of_confidence(confidence: float, said: str) -> None:
    comparison, _, _ = builders.two()
    matched = conflict(comparison, "in Orm", "near Orm", confidence=confidence)
    assert confidence_in_words(matched) == f"{said} the same matter"


def test_more_versions_and_conflicts_than_fit_are_counted() -> None:
    said = [f"at mile {number}" for number in range(5)]
    many = built(builders.twenty, conflicts=lambda c: (conflict(c, *said),) * 11)
    shown = table(many, "claims-conflicts")
    assert shown is not None
    assert len(shown.rows) == 8
    assert "… and 2 more" in shown.rows[0][1].text
    assert "3" in shown.more


def test_without_conflicts_and_omissions_there_is_no_table() -> None:
    report = built(builders.two, conflicts=lambda _: (), omissions=lambda _: ())
    assert table(report, "claims-conflicts") is None
    assert table(report, "claims-omissions") is None


def test_an_omission_says_its_innocent_reason() -> None:
    def omitted(comparison: Comparison) -> tuple[Omission, ...]:
        names = [profile.source for profile in comparison.sources]
        at = refs(comparison)[0]
        detail = saying("left_unsaid_as.words", words=90, usual=400)
        shorter = Omission(
            comparison.events[0], at, names[2], tuple(names[:2]), 3, "shorter article", detail
        )
        return (shorter, replace(shorter, source=names[3], reason="missing", detail=""))

    shown = table(built(builders.twenty, omissions=omitted), "claims-omissions")
    assert shown is not None
    ((told_by, _, without),) = words(shown)
    assert told_by == "2 of 3"
    assert "shorter article: 90 words" in without
    assert without.endswith("(median)); Outlet D")


def test_json_counts_the_sources_that_lack_a_statement_and_names_the_first() -> None:
    lacking = tuple(f"Gazette {number}" for number in range(300))

    def lone(comparison: Comparison) -> tuple[Statement, ...]:
        return (replace(comparison.statements[0], missing=lacking),)

    comparison = report_json.document(built(builders.twenty, statements=lone))["comparison"]
    (statement,) = comparison["statements"]
    assert statement["n_missing"] == 300
    assert statement["missing"] == list(lacking[: report_json.MOST_MISSING])
