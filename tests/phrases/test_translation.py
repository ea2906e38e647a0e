"""A report in a made-up language: whatever is not marked was not taken from the catalogue."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import pytest

from divergence import phrases
from divergence.features.registry import all_features
from divergence.phrases.catalogue import Catalogue, Phrase
from divergence.plots import headings, style
from divergence.reporting import build
from divergence.reporting.chart_drawing import PLOTS
from divergence.reporting.html import html_page as html_page
from divergence.reporting.report import Chart, Notes, Paragraph, Report, Table
from tests.phrases import foreign

OPEN, CLOSE = "‹", "›"
ENGLISH = phrases.load("en")


def declared() -> Iterator[str]:
    """Texts that a translation can give, as its guide lists them: of instruments and of a run."""
    comparison, info, _ = foreign.made(2)
    for feature in (*all_features(), *info.features):
        yield from (feature.claim, feature.misfires, feature.name.replace("_", " ").capitalize())
        yield from (category for measure in feature.measures for category in measure.of)
    measures = [measure for feature in all_features() for measure in feature.measures]
    for measure in (*measures, *comparison.columns):
        yield from (measure.title, measure.unit, measure.direction)
        yield measure.unit.removeprefix("share").strip()
    yield from (text for pair in (*info.settings, *info.scores, *info.lexicons) for text in pair)
    yield from (text for one in info.rejections for text in (one.reason, one.remedy))


def mark(text: str) -> str:
    """Mark a phrase that has words; one that only joins or frames has none."""
    return f"{OPEN}{text}{CLOSE}" if re.search("[A-Za-z]", re.sub(r"{[^}]*}", "", text)) else text


def marked(phrase: Phrase) -> Phrase:
    if isinstance(phrase, str):
        return mark(phrase)
    if isinstance(phrase, Mapping):
        return {name: mark(form) for name, form in phrase.items()}
    return tuple(map(mark, phrase))


MADE_UP = Catalogue(
    "xx",
    ENGLISH.plurals,
    {key: marked(phrase) for key, phrase in ENGLISH.phrases.items()},
    # What is composed elsewhere is not among them, and so comes out in English and is noticed.
    {text: mark(text) for text in declared()},
)


@pytest.fixture(scope="module", params=[1, 2, 20])
def report(request: pytest.FixtureRequest) -> Iterator[Report]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(build, "load", lambda language: MADE_UP)
        yield build.build_report(*foreign.made(request.param), language="xx")


def unmarked(text: str) -> str:
    """What stands outside of marks; a text that was cut or wrapped may lack an end of a mark."""
    left: list[str] = []
    deep = 0
    for letter in text:
        if letter == CLOSE and deep == 0:
            left.clear()
        deep = max(0, deep + (letter == OPEN) - (letter == CLOSE))
        if deep == 0 and letter != CLOSE:
            left.append(letter)
    return "".join(left)


def leaks(text: str, names: set[str]) -> list[str]:
    found = re.findall("[A-Za-z]+", unmarked(text))
    return [word for word in found if word not in names]


def names(report: Report) -> set[str]:
    """Names of instruments and of works, which no language translates."""
    info = report.info
    own = [text for f in info.features for text in (f.name, f"v{f.version}", f.reference)]
    own += [name for name, _ in info.lexicons] + [each.lexicon for each in info.coverage]
    return {word for text in own for word in re.findall("[A-Za-z]+", text)}


def told(report: Report) -> Iterator[tuple[str, str]]:
    yield "title", report.title
    yield "subtitle", report.subtitle
    for page in report.pages:
        yield page.name, page.heading
        for block in page.blocks:
            if isinstance(block, Paragraph):
                yield page.name, block.heading
                yield from ((page.name, sentence.text) for sentence in block.sentences)
            elif isinstance(block, Chart):
                texts = (block.title, block.subtitle, block.caution, block.alt)
                yield from ((block.name, text) for text in texts)
            elif isinstance(block, Table):
                cells = [cell for row in block.rows for cell in row]
                texts = (block.title, block.subtitle, *block.head, block.more)
                texts += (*(cell.text for cell in cells), *(cell.reason for cell in cells))
                yield from ((block.name, text) for text in texts)
            elif isinstance(block, Notes):
                yield from ((page.name, use) for note in block.notes for use in note.uses)


def test_every_word_of_the_pages_is_of_the_catalogue(report: Report) -> None:
    own = names(report)
    found = [(where, text) for where, text in told(report) if leaks(text, own)]
    assert found == []
    assert sum(text.startswith(OPEN) for _, text in told(report)) > 20


def test_every_word_in_the_charts_is_of_the_catalogue(report: Report) -> None:
    from matplotlib.text import Text

    own = names(report)
    found = []
    with phrases.speaking(MADE_UP), style.context():
        for chart in report.charts:
            ax = headings.standalone(PLOTS[chart.kind], chart.data)
            figure = ax.get_figure(root=True)
            figure.draw_without_rendering()
            texts = {text.get_text() for text in figure.findobj(Text) if text.get_visible()}
            found += [(chart.name, text) for text in sorted(texts) if leaks(text, own)]
    assert found == []


def test_every_word_of_the_page_is_of_the_catalogue(
    report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    from lxml import html

    monkeypatch.setattr(html_page, "load", lambda language: MADE_UP)
    made = html.fromstring(html_page.render(report)["report.html"].decode())
    for unread in made.xpath("//script | //style | //svg"):
        unread.getparent().remove(unread)
    texts = [*made.xpath("//text()"), *made.xpath("//@aria-label"), *made.xpath("//@title")]
    own = names(report) | {"divergence"}
    assert [text for text in texts if leaks(text, own)] == []
    assert made.get("lang") == "xx"


def test_heads_have_a_label_for_every_column(report: Report) -> None:
    tables = [b for page in report.pages for b in page.blocks if isinstance(b, Table)]
    assert all(len(table.head) in (0, len(table.widths)) for table in tables)
