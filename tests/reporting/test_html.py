"""The page as text: well formed, closed to everything outside, the same bytes twice."""

import base64
import hashlib
import json
import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from urllib.parse import parse_qsl

import pytest

from divergence.reporting.build import build_report
from divergence.reporting.html import drawing, html_page, shards
from divergence.reporting.html.article_index import safe_url
from divergence.reporting.report import Chart, Table
from divergence.types import Evidence, Span
from tests.reporting import builders

VOID = {"meta", "link", "br", "hr", "img", "input", "col"}


class Outline(HTMLParser):
    """Every element with its attributes; complains where tags do not match."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.elements, self.open, self.texts = [], [], []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open[-1:] not in (["script"], ["style"]):
            self.texts.append(data)

    def of(self, *tags):
        return [given for tag, given in self.elements if tag in tags]

    @property
    def shown(self):
        return " ".join(" ".join(self.texts).split())


def html(report):
    return html_page.render(report)["report.html"].decode("utf-8")


def held(text):
    match = re.search(r'<script type="application/json" id="data">(.*?)</script>', text, re.S)
    return json.loads(match[1])


@pytest.fixture(scope="module")
def two_html(two):
    return html(two)


@pytest.fixture(scope="module")
def hostile_html():
    return html(build_report(*hostile_material()))


@pytest.fixture
def undrawn(monkeypatch):
    """Pages without their drawings, which take most of the time."""
    monkeypatch.setattr(html_page, "svg", lambda *given, **layout: "")


HOSTILE_NAMES = ("<svg onload=owned=5>$x$\u202e 北方 Північ", "N" * 10_000)


def hostile_material():
    comparison, info, articles = builders.made(HOSTILE_NAMES, 1)
    info = replace(info, title="<script>window.owned = 1</script>\u202e")
    text = "</script><script>window.owned = 2</script> \u202eMay <img src=x onerror=owned=3> fall."
    may = text.index("May")
    bad = replace(
        articles[0],
        title="<svg onload=alert(1)>" + "N" * 10_000,
        url="javascript:alert(1)",
        text=text,
        sentences=(Span(0, len(text)),),
        evidence=(Evidence("hedging", "<b>hit", may, may + 3, 0, "reporter", "<i>Northland"),),
    )
    good = replace(articles[1], url="https://example.org/a?b=1&c=2")
    return comparison, info, (bad, good)


def test_tags_match_and_ids_are_unique(two_html):
    outline = Outline(two_html)
    ids = [given["id"] for _, given in outline.elements if "id" in given]
    assert len(ids) == len(set(ids)) > 20


def test_every_address_inside_the_page_leads_somewhere(two_html):
    outline = Outline(two_html)
    ids = {given["id"] for _, given in outline.elements if "id" in given}
    inside = {
        given["href"][1:]
        for _, given in outline.elements
        if given.get("href", "").startswith("#")
        and not re.match(r"#(s\d+-\d+|read\?)", given["href"])
    }
    assert inside
    assert inside <= ids


def test_nothing_outside_is_named(two_html):
    outline = Outline(two_html)
    for tag, given in outline.elements:
        assert "src" not in given, tag
        assert "style" not in given, tag
        assert not any(name.startswith("on") for name in given), tag
        picture = "data:image/png;base64," if tag == "image" else "#"
        assert given.get("href", picture).startswith(picture), tag
    assert "url(http" not in two_html
    assert "@import" not in two_html


def test_the_policy_lets_only_this_script_and_this_style_run(two_html):
    (policy,) = [
        given["content"]
        for given in Outline(two_html).of("meta")
        if given.get("http-equiv") == "Content-Security-Policy"
    ]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    script = re.search(r"<script>(.*?)</script>", two_html, re.S)[1]
    style = re.search(r"<style>(.*?)</style>", two_html, re.S)[1]
    assert rules["default-src"] == "'none'"
    for name, text in (("script-src", script), ("style-src", style)):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert rules[name] == f"'sha256-{digest}'"


def test_same_report_same_bytes(two, two_html, monkeypatch):
    again = {chart.kind: chart for chart in two.charts}
    for number, chart in enumerate(two.charts, start=1):
        if again.pop(chart.kind, None) is not None:
            drawn = drawing.svg(chart, f"g{number}-", dict.fromkeys(range(999), "#s0-1"))
            assert re.sub(' data-at="[^"]*"', "", drawn) in re.sub(' data-at="[^"]*"', "", two_html)
    monkeypatch.setattr(html_page, "svg", lambda *given, **layout: "")
    assert html(two) == html(two)


def test_every_page_table_and_figure_of_the_report_is_there(two, two_html):
    outline = Outline(two_html)
    ids = {given["id"] for _, given in outline.elements if "id" in given}
    for part in two.pages:
        assert part.name in ids
        for block in part.blocks:
            if isinstance(block, Table):
                assert f"table-{block.name}" in ids
                assert all(cell.text in outline.shown for row in block.rows for cell in row)
            if isinstance(block, Chart):
                assert f"figure-{block.name}" in ids
    drawings = outline.of("svg")
    # Each stands there twice, for wide and for narrow screens.
    assert len(drawings) == 2 * len(two.charts)
    assert all(given["aria-label"] for given in drawings)
    # What is a picture to those who listen may hold no links, or nobody would find them.
    for drawn in re.findall(r"<svg.*?</svg>", two_html, re.S):
        role = re.search(r' role="(\w+)"', drawn)[1]
        assert role == ("group" if "<a " in drawn else "img")
    assert {given["scope"] for given in outline.of("th")} == {"row", "col"}


def test_every_note_is_listed_and_leads_to_its_sentence(two, two_html):
    data = held(two_html)
    leads = re.findall(r'<li id="note-(\d+)".*?href="#s(\d+)-(\d+)"', two_html, re.S)
    assert [int(number) for number, _, _ in leads] == [note.number for note in two.notes]
    for note, (_, article, sentence) in zip(two.notes, leads, strict=True):
        text, _ = data["articles"][article]["sentences"][int(sentence) - 1]
        assert text.split() == note.text.split()


def test_offsets_of_places_point_at_the_words_that_count(two_html):
    data = held(two_html)
    names = [name for name, _, _ in data["features"]]
    marked = {
        (names[feature], text[start:end])
        for article in data["articles"].values()
        for text, marks in article["sentences"]
        for start, end, feature, *_ in marks
    }
    assert marked == {
        ("hedging", "may"),
        ("agency", "northern army"),
        ("frames", "destroyed"),
    }


def test_offsets_count_as_the_script_counts(undrawn):
    comparison, info, articles = builders.two()
    text = "\U0001f54a\u202e They may go."
    may = text.index("may")
    article = replace(
        articles[0],
        text=text,
        sentences=(Span(0, len(text)),),
        evidence=(Evidence("hedging", "hit", may, may + 3, 0, "reporter"),),
    )
    data = held(html(build_report(comparison, info, (article, articles[1]))))
    said, ((start, end, *_),) = data["articles"]["0"]["sentences"][0]
    assert said.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le") == "may"
    assert "\u202e" not in said


def test_hostile_text_is_text(hostile_html):
    outline = Outline(hostile_html)
    assert len(outline.of("script")) == 2
    assert "<script>window.owned = 1</script>" in outline.shown
    assert outline.of("img", "b", "i") == []
    assert "\u202e" not in hostile_html
    assert "<svg onload=owned=5>$x$ 北方 Північ" in outline.shown
    assert len(outline.of("svg")) == 2 * len(
        re.findall('class="scroll drawing wide"', hostile_html)
    )
    assert "N" * 2_500 not in hostile_html
    assert "javascript:" not in hostile_html
    data = held(hostile_html)
    assert data["articles"]["0"]["url"] == ""
    assert data["articles"]["1"]["url"] == "https://example.org/a?b=1&c=2"
    assert "</script><script>window.owned = 2" in data["articles"]["0"]["sentences"][0][0]
    assert len(data["articles"]["0"]["title"]) <= 400


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("http://example.org", "http://example.org"),
        ("HTTPS://example.org/x", "HTTPS://example.org/x"),
        ("java\nscript:alert(1)", ""),
        (" data:text/html,<script>", ""),
        ("//example.org", ""),
        ("https://", ""),
        ("https://[bad", ""),
    ],
)
def test_only_web_addresses_become_links(given, kept):
    assert safe_url(given) == kept


def test_too_many_articles_lie_on_pages_of_their_own(twenty, undrawn, monkeypatch):
    monkeypatch.setattr(shards, "MOST_HERE", 50_000)
    monkeypatch.setattr(shards, "MOST_ELSEWHERE", 60_000)
    files = html_page.render(twenty)
    names = sorted(name for name in files if name != "report.html")
    assert len(names) > 1
    main = files["report.html"].decode()
    assert held(main)["articles"] == {}
    seen = {}
    for name in names:
        data = held(files[name].decode())
        for number, article in data["articles"].items():
            assert seen.setdefault(article["event"], name) == name, "an event is kept together"
            assert f'href="{name}"' in main
            assert int(number) < len(twenty.material)
    leads = re.findall(rf'href="({shards.FOLDER}/\d+\.html)#s(\d+)-\d+" aria-label="read ev', main)
    assert len(leads) == len(twenty.notes)
    sizes = [len(files[name]) for name in names]
    assert max(sizes) < 1.6 * min(sizes), "pages are of about one size"
    articles_of = {name: held(files[name].decode())["articles"] for name in names}
    every = re.findall(rf'href="({shards.FOLDER}/\d+\.html)#s(\d+)-(\d+)"', main)
    for name, article, sentence in every:
        assert len(articles_of[name][article]["sentences"]) >= int(sentence)
    asked = re.findall(rf'href="({shards.FOLDER}/\d+\.html)#read\?([^"]*)"', main)
    assert asked
    assert 'href="#read?' not in main
    for name, query in asked:
        asked_for = dict(parse_qsl(unescape(query)))
        assert asked_for["source"] in {article["source"] for article in articles_of[name].values()}
    assert all(number in articles_of[name] for name, number in leads)


def test_a_single_article_has_a_page(single, undrawn):
    text = html(single)
    assert len(held(text)["articles"]) == 1
    assert ">nan<" not in text
