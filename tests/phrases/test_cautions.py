"""Every caution in a made-up language: pages, tables and report.json say it from the catalogue."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
from string import Formatter
from typing import Any

import pytest

from divergence import phrases
from divergence.comparing.cautions import Caution, because
from divergence.comparing.parties import THE_OTHERS
from divergence.counting.reasons import undefined
from divergence.reporting import build, csv_tables, report_json
from divergence.reporting.report import Paragraph
from tests.phrases import foreign
from tests.phrases.test_translation import ENGLISH, MADE_UP, leaks

KINDS = sorted(key.removeprefix("doubt.") for key in ENGLISH.phrases if key.startswith("doubt."))
NUMBERS = {"n", "used"}


def made(kind: str) -> Caution:
    """A caution of a kind, its names in another script."""
    phrase = ENGLISH.phrases[f"doubt.{kind}"]
    form = phrase if isinstance(phrase, str) else phrase["other"]  # type: ignore[call-overload]
    fields: dict[str, Any] = {}
    for _, name, noun, _ in Formatter().parse(form):
        if name:
            fields[name] = 3 if noun or name in NUMBERS else "Орм"
    if "sources" in fields:
        fields["sources"] = ("Орм", "Лен")
    return because(kind, **fields)


@pytest.fixture(scope="module")
def speaking_it() -> Any:
    with pytest.MonkeyPatch.context() as patch:
        for module in (build, report_json, csv_tables):
            patch.setattr(module, "load", lambda language: MADE_UP)
        comparison, info, articles = foreign.made(2)
        cautions = tuple(made(kind) for kind in KINDS)
        comparison = dataclasses.replace(
            comparison,
            cautions=cautions[:16],
            estimates=tuple(
                dataclasses.replace(one, cautions=cautions) for one in comparison.estimates
            ),
        )
        report = build.build_report(comparison, info, articles, language="xx")
        yield report, json.loads(report_json.render(report)), csv_tables.render(report)


def test_every_kind_is_said_in_the_language_that_is_spoken() -> None:
    with phrases.speaking(MADE_UP):
        said = [str(made(kind)) for kind in KINDS]
        named = str(dataclasses.replace(made("wilson"), party=THE_OTHERS))
    assert [text for text in (*said, named) if leaks(text, set())] == []
    assert [str(made(kind)) for kind in KINDS] != said


def test_a_result_says_its_cautions_in_the_language_of_the_moment() -> None:
    (one, *_) = foreign.made(2)[0].contrasts
    before = one.caution
    with phrases.speaking(MADE_UP):
        assert not leaks(one.caution, set())
    assert one.caution == before == "describes this article only"


def test_cautions_of_tables_are_of_the_catalogue(speaking_it: Any) -> None:
    _, _, files = speaking_it
    found = [
        row["caution"]
        for data in files.values()
        for row in csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
        if row.get("caution")
    ]
    assert len(found) > len(KINDS)
    assert [text for text in found if leaks(text, set())] == []


def test_the_document_says_cautions_and_keeps_their_kinds(speaking_it: Any) -> None:
    report, document, _ = speaking_it
    comparison = document["comparison"]
    (estimate, *_) = comparison["estimates"]
    assert estimate["caution_kinds"] == KINDS
    assert not leaks(estimate["caution"], set())
    assert comparison["caution_kinds"] == [one.kind for one in report.comparison.cautions]
    assert [text for text in comparison["cautions"] if leaks(text, set())] == []


def test_the_method_page_says_what_could_not_be_compared(speaking_it: Any) -> None:
    report, _, _ = speaking_it
    method = next(page for page in report.pages if page.name == "method")
    words = next(block for block in method.blocks if isinstance(block, Paragraph))
    assert len(words.sentences) > 16
    assert [one.text for one in words.sentences if leaks(one.text, set())] == []


def test_why_a_rate_is_not_defined_is_of_the_catalogue() -> None:
    with phrases.speaking(MADE_UP):
        for voice in ("all", "reporter", "quoted"):
            assert not leaks(undefined("side_evidence", voice), set())
