"""A whole run, from articles to pages, in a made-up language: what is composed in English is seen.

Every word of the pages is of the catalogue, of the articles, or a name or number that was given.
"""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from divergence import phrases
from divergence.config import Config
from divergence.plots import headings, style
from divergence.reporting import build
from divergence.reporting.chart_drawing import PLOTS
from divergence.reporting.html import html_page as html_page
from divergence.reporting.report import Report
from divergence.runs import run
from divergence.text.annotate import annotate_many
from divergence.types import Side
from tests.phrases.test_translation import MADE_UP, leaks, names, told

# Figures that agree in another window, place, precision and name; figures that differ, also in
# what happened; a denial, a doubt and a distance that one has and others have not; a short text.
BERGLAND = """
The river Orm flooded Tarn on Monday. The flood killed 12 people in Tarn, mayor Ada Lin said.
The dam at Holm was destroyed. The storm blew for 9 kilometers along the coast of Norrland.
The bridge at Lenz collapsed, and 40 boats sank near the harbor.
Soldiers carried 300 sandbags.
“We lost everything,” farmer Ivo Berg said. At least 70 people were injured in the past week.
Roughly 2,000 homes had no power, it was said. Rescuers pulled a boy out of the cold water.
"""
VALLEY = """
The river Orm flooded Tarn on Monday. The flood killed 15 people near Tarn, police said.
The dam at Holm was not destroyed. The storm blew for 9 miles along the coast of Norrland.
The bridge at Lenz perhaps collapsed, and 40 boats sank near the harbor.
Soldiers carried 300 sandbags.
“We will rebuild,” governor Otto Dahl said. Some 70 people were injured in the past few days.
Roughly 2,000 homes had no power. Rescuers pulled a boy out of the cold water.
"""
COAST = """
The river Orm flooded Tarn on Monday. The flood injured 12 people in Tarn.
The dam at Holm was destroyed. At least 40 boats sank near the harbor.
Rescuers pulled a boy out of the cold water.
"""
SIDES = (Side("Norrland", ("Norrland", "Otto Dahl")), Side("Tarn", ("Tarn", "Ada Lin")))
# The last is shorter; outlets go by the names of their files.
ACCOUNTS = {"Bergland": BERGLAND, "Valley": VALLEY * 2, "Coast": COAST}


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    folder = tmp_path_factory.mktemp("articles")
    for name, text in ACCOUNTS.items():
        path = folder / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
    made = run(folder, replace(Config(), sides=SIDES, rounds=20)).report
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(build, "load", lambda language: MADE_UP)
        return build.build_report(made.comparison, made.info, made.material, language="xx")


@pytest.fixture(scope="module")
def given(report: Report) -> set[str]:
    """Words of the articles with their lemmas, and names that instruments and readers gave."""
    texts = [article.text for article in report.material]
    lemmas = {lemma for one in annotate_many(texts) for lemma in one.syntax.lemmas}
    info = report.info
    # What a run says of itself stays English unless a translation gives it; see the guide.
    own = [text for pair in (*info.settings, *info.scores, *info.lexicons) for text in pair]
    own += [*info.paths, *(text for one in info.rejections for text in (one.reason, one.remedy))]
    own += [text for a in report.material for text in (a.article, a.source, a.title, a.event)]
    own += [alias for side in info.sides for alias in (side.name, *side.aliases)]
    # What is counted is named in the language of the articles, whatever the report's.
    own += [figure.subject for entry in report.comparison.ledger for figure in entry.figures]
    own += ["divergence", *texts, *lemmas]
    words = {word for text in own for word in re.findall("[A-Za-z]+", text)}
    # Words are counted and compared in small letters.
    return names(report) | words | {word.lower() for word in words}


def seen(text: str, given: set[str]) -> list[str]:
    """Words that are nobody's: a heading may begin with a capital."""
    return [word for word in leaks(text, given) if word.lower() not in given]


def test_the_articles_bring_up_what_can_be_said_of_them(report: Report) -> None:
    comparison = report.comparison
    assert {basis.prior.key for basis in comparison.keyness_basis} == {"prior.partly"}
    respects = {each.respect for entry in comparison.ledger for each in entry.differences}
    assert respects >= {"number", "bound", "window", "claimant"}
    assert {one.aspect for one in comparison.conflicts} >= {"negation", "certainty", "unit"}
    assert {one.reason for one in comparison.omissions} >= {"shorter article"}


def test_every_word_of_the_pages_is_given_or_of_the_catalogue(
    report: Report, given: set[str]
) -> None:
    assert [(where, text) for where, text in told(report) if seen(text, given)] == []


def test_every_word_in_the_charts_is_given_or_of_the_catalogue(
    report: Report, given: set[str]
) -> None:
    from matplotlib.text import Text

    found = []
    with phrases.speaking(MADE_UP), style.context():
        for chart in report.charts:
            ax = headings.standalone(PLOTS[chart.kind], chart.data)
            figure = ax.get_figure(root=True)
            figure.draw_without_rendering()
            texts = {text.get_text() for text in figure.findobj(Text) if text.get_visible()}
            found += [(chart.name, text) for text in sorted(texts) if seen(text, given)]
    assert found == []


def test_every_word_of_the_page_is_given_or_of_the_catalogue(
    report: Report, given: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from lxml import html

    monkeypatch.setattr(html_page, "load", lambda language: MADE_UP)
    made = html.fromstring(html_page.render(report)["report.html"].decode())
    for unread in made.xpath("//script | //style | //svg"):
        unread.getparent().remove(unread)
    texts = [*made.xpath("//text()"), *made.xpath("//@aria-label"), *made.xpath("//@title")]
    assert [text for text in texts if seen(text, given)] == []
