"""What the report says of copies and shared accounts: plain words that accuse nobody."""

from __future__ import annotations

import json
import math
from dataclasses import replace

import jsonschema
import pytest

from divergence.comparing.origins.origin_results import (
    Kinship,
    Member,
    Origin,
    SharedFigure,
    SharedPassage,
)
from divergence.comparing.origins.origins import SAME_ACCOUNT
from divergence.phrases import say
from divergence.reporting import report_json
from divergence.reporting.build import build_report
from divergence.reporting.pages.origins import independent_origins
from divergence.reporting.report import Page, Paragraph, Report, Table
from tests.reporting import builders

ACCUSING = ("copied from", "plagiar", "stole", "lifted", "took it from")


def kinship(kind: str, a: Member, b: Member) -> Kinship:
    first, second = (builders.refs(member.article, member.source)[2] for member in (a, b))
    number = builders.figure(first, 120, 120, "Roth"), builders.figure(second, 120, 120, "Roth")
    return Kinship(
        kind=kind,
        a=a,
        b=b,
        resemblance=0.7,
        containment=(0.8, 0.9),
        quotations=(0.5, math.nan),
        figures=(0.5, 1.0),
        account=(0.5, 0.75),
        n_items=(6, 4),
        n_shared=3,
        speakers=("Ivo Lenz",),
        named=("AP",),
        passages=(SharedPassage("We will certainly hold the town", 6, True, (first,), (second,)),),
        shared_figures=(SharedFigure(*number),),
        cautions=(SAME_ACCOUNT,),
    )


def members(made) -> list[Member]:
    return [
        Member(article.article, article.source, article.event, article.date) for article in made[2]
    ]


def reported(made, kinships=(), origins=()) -> Report:
    comparison = replace(made[0], kinships=tuple(kinships), origins=tuple(origins))
    return build_report(comparison, made[1], made[2])


def page(report: Report, name: str) -> Page | None:
    return next((shown for shown in report.pages if shown.name == name), None)


def words_of(shown: Page) -> str:
    texts = []
    for block in shown.blocks:
        if isinstance(block, Paragraph):
            texts += [block.heading, *(sentence.text for sentence in block.sentences)]
        elif isinstance(block, Table):
            texts += [block.title, *(cell.text for row in block.rows for cell in row)]
    return " ".join(texts)


@pytest.mark.parametrize("kind", ["copy", "shared text", "shared account"])
def test_two_articles_have_it_among_the_claims_with_sentences(kind: str) -> None:
    made = builders.two()
    a, b = members(made)
    report = reported(made, [kinship(kind, a, b)])
    assert page(report, "origins") is None
    claims = page(report, "claims")
    text = words_of(claims)
    assert "We will certainly hold the town" in text
    assert "nothing here tells who had it first" in text
    assert not any(word in text for word in ACCUSING)
    cited = [
        s.notes for block in claims.blocks if isinstance(block, Paragraph) for s in block.sentences
    ]
    assert any(len(notes) == 2 for notes in cited)
    assert ("3 of the 4 quotations and figures" in text) == (kind != "copy")


def test_nothing_found_is_one_sentence() -> None:
    report = reported(builders.two())
    assert words_of(page(report, "claims")).count(say("origins.nothing")) == 1


def test_many_sources_get_a_page_right_after_the_summary() -> None:
    made = builders.twenty()
    everyone = members(made)
    group = Origin(tuple(everyone[:3]), ("AP",))
    kin = [kinship("copy", everyone[0], other) for other in everyone[1:3]]
    kin.append(kinship("shared account", everyone[4], everyone[5]))
    report = reported(made, kin, [group])
    assert [shown.name for shown in report.pages][:2] == ["summary", "origins"]
    text = words_of(page(report, "origins"))
    n = len(everyone)
    assert f"{n:,} articles come from at most {n - 2:,} independent origins" in text
    assert "Copies, counted once (1)" in text
    assert say("origins.nothing") not in words_of(page(report, "claims"))


def test_the_number_of_origins_stands_beside_sources_where_it_is_smaller() -> None:
    statement = next(shared for shared in builders.two()[0].statements if len(shared.sources) == 2)
    assert independent_origins(replace(statement, n_origins=1)) == " (1 independent origin)"
    assert (
        independent_origins(replace(statement, n_origins=2)) == independent_origins(statement) == ""
    )


def test_report_json_holds_it_and_follows_the_schema() -> None:
    made = builders.two()
    a, b = members(made)
    report = reported(made, [kinship("shared account", a, b)], [Origin((a, b), ())])
    written = json.loads(report_json.render(report))
    jsonschema.validate(written, report_json.schema())
    assert written["comparison"]["kinships"][0]["quotations"] == [0.5, None]
