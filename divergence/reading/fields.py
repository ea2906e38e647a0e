"""Field names: what structured files call an article's text, source, title, date and the rest."""

from __future__ import annotations

import re
from collections.abc import Mapping

from divergence.reading.draft import Draft
from divergence.types import Rejection

SYNONYMS: dict[str, tuple[str, ...]] = {
    "id": ("id", "uid", "uuid", "guid", "article_id"),
    "source": (
        "source", "outlet", "publisher", "publication", "newspaper", "source_name", "media_name",
        "news_outlet", "site", "sitename", "site_name",
    ),
    "title": ("title", "headline"),
    "date": (
        "date", "published", "published_at", "pubdate", "publish_date", "date_published",
        "publication_date", "published_date", "date_publish", "datetime",
    ),
    "event": ("event", "event_id", "story_id", "cluster"),
    "text": (
        "text", "body", "content", "article", "article_text", "full_text", "maintext", "main_text",
        "article_body", "body_text", "story_text",
    ),
    "url": ("url", "link", "href", "web_url", "permalink"),
    "credit": ("credit", "photo_credit", "image_credit", "photo_by"),
}  # fmt: skip
_CANONICAL = {name: field for field, names in SYNONYMS.items() for name in names}


def canonical_name(name: str) -> str:
    """Give the project's name of a field."""
    plain = re.sub(r"[\s\-]+", "_", name.strip().lstrip("\ufeff")).lower()
    return _CANONICAL.get(plain, name.strip())


def author_name(byline: str) -> str:
    """Give who a byline names, without its "by"."""
    return re.sub(r"^by\s+", "", byline, flags=re.I).strip()


def draft_of(row: Mapping[str, object], place: str, stem: str) -> Draft | Rejection:
    """Make a draft of one object or row."""
    fields: dict[str, str] = {}
    text: object = None
    named = ""
    # Where two names mean one field, the first in SYNONYMS wins, whatever the order in the file.
    for name in sorted(row, key=_rank):
        value = row[name]
        field = canonical_name(name)
        if field == "text":
            if text is None and value is not None:
                text, named = value, name
            continue
        kept = _string(value)
        if kept:
            fields.setdefault(field, kept)
    if text is None:
        names = ", ".join(list(row)[:8]) or "none"
        return Rejection(
            place,
            f"no field holds the text (fields found: {names[:200]})",
            "Name the field 'text' (or body, content, article).",
        )
    if not isinstance(text, str):
        return Rejection(
            place,
            f"field '{named}' is {_kind(text)}, not a string",
            "Give the whole article as one string.",
        )
    return Draft(place, stem, text, fields)


def _rank(name: str) -> tuple[int, str]:
    field = canonical_name(name)
    plain = re.sub(r"[\s\-]+", "_", name.strip().lstrip("\ufeff")).lower()
    names = SYNONYMS.get(field, ())
    return (names.index(plain) if plain in names else len(names), name)


def _string(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, int | float) and value == value:
        return str(value)
    if isinstance(value, dict) and isinstance(value.get("name"), str):
        return str(value["name"]).strip()
    return ""


def _kind(value: object) -> str:
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, int | float):
        return "a number"
    return "a list" if isinstance(value, list) else "an object"
