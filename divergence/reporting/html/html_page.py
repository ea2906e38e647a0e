"""The page itself: a template, a style sheet and a script of our own, in one file."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from divergence.phrases import declared, load, say, speaking
from divergence.plots.lettering import plain
from divergence.reporting.html.article_index import ArticleIndex
from divergence.reporting.html.drawing import svg
from divergence.reporting.html.reader_links import ReaderLinks
from divergence.reporting.html.shards import FOLDER, Shard, split_into_shards
from divergence.reporting.html.table_below_chart import data_table_of
from divergence.reporting.report import Chart, Notes, Paragraph, Report, Table

ESCAPED = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)


@dataclass(frozen=True, slots=True)
class NoteLink:
    """Where a note's sentence can be read, and whether its article is on this page."""

    href: str
    here: bool


def render(report: Report) -> dict[str, bytes]:
    """Write a report as a page whose policy lets no other script run and nothing be fetched."""
    with speaking(load(report.language)):
        index = ArticleIndex(report)
        shards = split_into_shards(index)
        inside = shards[0].articles if len(shards) == 1 else ()
        data = _data(index, inside)
        pages = {"report.html": _page("report.html.jinja", report, index, shards, data)}
        if len(shards) > 1:
            for shard in shards:
                held = _data(index, shard.articles)
                pages[f"{FOLDER}/{shard.name}"] = _page(
                    "articles.html.jinja", report, index, shards, held, shard=shard
                )
        return pages


def _data(index: ArticleIndex, articles: Sequence[int]) -> Markup:
    text = json.dumps(
        index.data(articles), ensure_ascii=False, separators=(",", ":"), allow_nan=False
    )
    return Markup(text.translate(ESCAPED))


def _page(
    template: str,
    report: Report,
    index: ArticleIndex,
    shards: Sequence[Shard],
    data: Markup,
    **more: Any,
) -> bytes:
    style, script = _part("page.css"), _part("page.js")
    note_links = _note_links(report, index, shards)
    cited = {number: link.href if link.here else "" for number, link in note_links.items()}
    reader = ReaderLinks(index, shards)
    text = (
        _environment()
        .get_template(template)
        .render(
            report=report,
            note_links=note_links,
            shards=shards if len(shards) > 1 else (),
            style=Markup(style),
            script=Markup(script),
            policy=_policy(style, script),
            data=data,
            folder=FOLDER,
            evidence=say("behind.evidence"),
            nothing=say("behind.nothing"),
            data_table_of=lambda block: data_table_of(block, report, reader),
            svg=lambda chart, prefix, narrow=False: svg(chart, prefix, cited, narrow=narrow),
            **more,
        )
    )
    return text.encode("utf-8", "replace")


def _note_links(
    report: Report, index: ArticleIndex, shards: Sequence[Shard]
) -> Mapping[int, NoteLink]:
    """Tell for every note where its sentence can be read."""
    by_shown_name = {plain(item.article, limit=120): item.article for item in report.material}
    shard_of = {article: shard for shard in shards for article in shard.articles}
    here = len(shards) == 1
    links = {}
    for note in report.notes:
        place = index.place(by_shown_name.get(note.article, note.article), note.sentence - 1)
        if place is not None:
            file = "" if here else f"{FOLDER}/{shard_of[place[0]].name}"
            links[note.number] = NoteLink(f"{file}#s{place[0]}-{place[1] + 1}", here)
    return links


def _policy(style: str, script: str) -> str:
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src '{_hash(script)}'",
            f"style-src '{_hash(style)}'",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
        )
    )


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _part(name: str) -> str:
    return files("divergence.reporting.html").joinpath(name).read_text("utf-8")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FunctionLoader(_part),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    kinds = {"words": Paragraph, "table": Table, "chart": Chart, "notes": Notes}
    for name, kind in kinds.items():
        environment.tests[name] = lambda value, kind=kind: isinstance(value, kind)
    environment.filters["plain"] = plain
    environment.globals |= {"say": say, "declared": declared}
    return environment
