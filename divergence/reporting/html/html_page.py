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
from divergence.reporting.html.drawing import svg
from divergence.reporting.html.numbers_behind import behind
from divergence.reporting.html.reader import Shelf
from divergence.reporting.html.reader_links import Places
from divergence.reporting.html.shards import FOLDER, Shard, dealt
from divergence.reporting.report import Chart, Notes, Report, Table, Words

ESCAPED = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a note's sentence can be read: a link, and whether the article is on this page."""

    href: str
    here: bool


def render(report: Report) -> dict[str, bytes]:
    """Write a report as a page.

    Everything that comes from articles is escaped by the template or set as text by the script,
    and the policy of the page lets no other script run and nothing be fetched.
    """
    with speaking(load(report.language)):
        return _rendered(report)


def _rendered(report: Report) -> dict[str, bytes]:
    shelf = Shelf(report)
    shards = dealt(shelf)
    inside = shards[0].articles if len(shards) == 1 else ()
    data = _data(shelf, inside)
    pages = {"report.html": _page("report.html.jinja", report, shelf, shards, data)}
    if len(shards) > 1:
        for shard in shards:
            held = _data(shelf, shard.articles)
            pages[f"{FOLDER}/{shard.name}"] = _page(
                "articles.html.jinja", report, shelf, shards, held, shard=shard
            )
    return pages


def _data(shelf: Shelf, articles: Sequence[int]) -> Markup:
    text = json.dumps(
        shelf.data(articles), ensure_ascii=False, separators=(",", ":"), allow_nan=False
    )
    return Markup(text.translate(ESCAPED))


def _page(
    template: str,
    report: Report,
    shelf: Shelf,
    shards: Sequence[Shard],
    data: Markup,
    **more: Any,
) -> bytes:
    style, script = _part("page.css"), _part("page.js")
    places = _places(report, shelf, shards)
    cited = {number: place.href if place.here else "" for number, place in places.items()}
    ways = Places(shelf, shards, shelf.measures)
    text = (
        _environment()
        .get_template(template)
        .render(
            report=report,
            places=places,
            shards=shards if len(shards) > 1 else (),
            style=Markup(style),
            script=Markup(script),
            policy=_policy(style, script),
            data=data,
            folder=FOLDER,
            evidence=say("behind.evidence"),
            nothing=say("behind.nothing"),
            behind=lambda block: behind(block, report, ways),
            svg=lambda chart, prefix, narrow=False: svg(chart, prefix, cited, narrow=narrow),
            **more,
        )
    )
    return text.encode("utf-8", "replace")


def _places(report: Report, shelf: Shelf, shards: Sequence[Shard]) -> Mapping[int, Place]:
    """Tell for every note where its sentence can be read."""
    shown = {plain(one.article, limit=120): one.article for one in report.material}
    of = {article: shard for shard in shards for article in shard.articles}
    found = {}
    for note in report.notes:
        place = shelf.place(shown.get(note.article, note.article), note.sentence - 1)
        if place is not None:
            anchor = f"#s{place[0]}-{place[1] + 1}"
            here = len(shards) == 1
            file = "" if here else f"{FOLDER}/{of[place[0]].name}"
            found[note.number] = Place(file + anchor, here)
    return found


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
    kinds = {"words": Words, "table": Table, "chart": Chart, "notes": Notes}
    for name, kind in kinds.items():
        environment.tests[name] = lambda value, kind=kind: isinstance(value, kind)
    environment.filters["plain"] = plain
    environment.globals |= {"say": say, "declared": declared}
    return environment
