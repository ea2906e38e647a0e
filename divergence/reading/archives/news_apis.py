"""Answers of newspapers' APIs: where the articles lie, what their fields mean, what an error says.

The New York Times (Article Search), The Guardian (Open Platform) and NewsAPI are known by shape;
GNews, newsdata.io, Event Registry, webz.io and others that follow the same habits pass as well.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from divergence.reading.draft import Unreadable
from divergence.reading.fields import author_name
from divergence.types import Rejection

# Where an answer keeps its articles, and where inside that.
_WRAPPERS = ("response", "articles", "results", "docs", "data", "posts", "items", "content")
_ONE = "content"
_OUTER = frozenset(
    "status totalResults total totalArticles response articles results data posts fault".split()
)
_CUT = re.compile(r"\s*(?:…|\.\.\.)?\s*\[\+?(?P<n>\d[\d,]*) chars\]\s*$")
_TEXTS = ("text", "body", "content", "full_text")
# What is given under the project's names as well, or is no part of an article.
_DROPPED = frozenset(
    "content body text full_text creator authors description publishedAt pubDate urlToImage image "
    "image_url".split()
)
_TAG = re.compile(r"<(?:p|br|div|h\d|li|blockquote)\b", re.I)
_ASK_BODY = "Ask The Guardian again with show-fields=bodyText, which puts it in fields.bodyText."
_ASK_AGAIN = "Send the request again, and save its answer."


def articles_of(answer: Mapping[str, object]) -> list[object] | None:
    """Find the articles of an API's answer."""
    said = _error(answer)
    if said is not None:
        raise Unreadable(f"the API's answer is an error: {said or 'no reason given'}", _ASK_AGAIN)
    if not _OUTER & set(answer):
        return None
    articles = _inner(answer, 0)
    if articles is not None and not articles:
        raise Unreadable("the API's answer holds no articles", "Ask for something it has.")
    return articles


def _error(answer: Mapping[str, object]) -> str | None:
    """What an error says; None where the answer is none."""
    fault = answer.get("fault")
    if isinstance(fault, Mapping):
        return _short(fault.get("faultstring"))
    inner = answer.get("response")
    for part in (answer, inner):
        if isinstance(part, Mapping) and str(part.get("status", "")).casefold() in (
            "error", "failure", "fail", "failed"
        ):  # fmt: skip
            results = part.get("results")
            more = results.get("message") if isinstance(results, Mapping) else None
            return _short(part.get("message") or more or part.get("code"))
    message = answer.get("message") or answer.get("errors") or answer.get("error")
    if message and set(answer) <= {"message", "errors", "error", "code", "status", "statusCode"}:
        return _short(message)
    return None


def _short(value: object) -> str:
    return " ".join(str(value).split())[:160] if value else ""


def _inner(value: object, depth: int) -> list[object] | None:
    if isinstance(value, list):
        return value if not value or any(isinstance(row, Mapping) for row in value) else None
    if not isinstance(value, Mapping) or depth > 2:
        return None
    for name in _WRAPPERS:
        held = value.get(name)
        if name == _ONE and isinstance(held, Mapping):
            return [held]
        rows = _inner(held, depth + 1) if name in value else None
        if rows is not None:
            return rows
    return None


def project_fields(item: Mapping[str, object]) -> Mapping[str, object]:
    """Give an API's article the project's field names."""
    if isinstance(item.get("headline"), Mapping) and ("pub_date" in item or "web_url" in item):
        return _new_york_times(item)
    if "webTitle" in item or "webPublicationDate" in item:
        return _guardian(item)
    if "publishedAt" in item or isinstance(item.get("source"), Mapping) or "pubDate" in item:
        return _news_api(item)
    return item


def rejection_without_text(item: Mapping[str, object], rejection: Rejection) -> Rejection:
    """Say of an API's article without a text what it does hold, and what to ask the API for."""
    held = [
        inner
        for name, value in item.items()
        for inner in ([f"{name}.{key}" for key in _table(value)] or [name])
    ]
    shown = f"{', '.join(held[:8])}{' …' if len(held) > 8 else ''}"
    guardian = "webTitle" in item or "webPublicationDate" in item
    return replace(
        rejection,
        reason=f"no field holds the text (fields found: {shown[:200]})",
        remedy=_ASK_BODY if guardian else rejection.remedy,
    )


def _new_york_times(item: Mapping[str, object]) -> Mapping[str, object]:
    headline, byline = _table(item.get("headline")), _table(item.get("byline"))
    lead, abstract = _text(item.get("lead_paragraph")), _text(item.get("abstract"))
    text = lead or abstract or _text(item.get("snippet"))
    return {
        "id": item.get("_id") or item.get("uri"),
        "source": item.get("source") or "The New York Times",
        "title": headline.get("main") or headline.get("print_headline"),
        "date": item.get("pub_date"),
        "section": item.get("section_name") or item.get("news_desk"),
        "author": author_name(_text(byline.get("original"))),
        "url": item.get("web_url"),
        "type": item.get("type_of_material"),
        "text": text or None,
        "extent": f"{'lead paragraph' if lead else 'abstract'} only" if text else None,
    }


def _guardian(item: Mapping[str, object]) -> Mapping[str, object]:
    fields = _table(item.get("fields"))
    markup = _text(fields.get("body"))
    return {
        "id": item.get("id"),
        "source": fields.get("publication") or "The Guardian",
        "title": fields.get("headline") or item.get("webTitle"),
        "date": item.get("webPublicationDate"),
        "section": item.get("sectionName") or item.get("sectionId"),
        "author": fields.get("byline"),
        "url": item.get("webUrl"),
        "type": item.get("type"),
        "text": _text(fields.get("bodyText")) or (_unmarked(markup) if markup else None),
    }


def _news_api(item: Mapping[str, object]) -> Mapping[str, object]:
    source = _table(item.get("source"))
    named = source.get("name") or source.get("title") or item.get("source_name")
    section, author = item.get("category") or item.get("section"), item.get("author")
    authors = item.get("creator") or item.get("authors")
    known = {
        "source": named or (item.get("source") if not source else None) or item.get("source_id"),
        "section": ", ".join(map(str, section)) if isinstance(section, list) else section,
        "date": item.get("date") or item.get("publishedAt") or item.get("pubDate"),
        "author": author or (_names(authors) if isinstance(authors, list) else authors),
    }
    text = next((item[name] for name in _TEXTS if isinstance(item.get(name), str)), None)
    if isinstance(text, str):
        cut = _CUT.search(text)
        known["text"] = text = text[: cut.start()] if cut else text
        known["extent"] = f"cut by the API, {cut['n']} characters are missing" if cut else None
        if _TAG.search(text):
            known["text"] = _unmarked(text)
    rest = {name: value for name, value in item.items() if name not in _DROPPED}
    return {**rest, **{name: value for name, value in known.items() if value is not None}}


def _table(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _names(values: list[object]) -> str:
    named = (person.get("name") if isinstance(person, Mapping) else person for person in values)
    return ", ".join(str(person) for person in named if person)


def _unmarked(markup: str) -> str:
    """The lines of a text that comes as HTML."""
    # Imported here: it leads to lxml, which few files need.
    from divergence.reading.formats.html_lines import lines

    return "\n\n".join(lines(markup))
