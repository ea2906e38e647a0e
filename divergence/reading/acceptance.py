"""The gate between what a file gave and an article: what is empty, foreign or there twice stops."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import NamedTuple

from divergence.reading import boilerplate
from divergence.reading.boilerplate_rules import NAMES
from divergence.reading.dates import parse_date
from divergence.reading.draft import MAX_CHARACTERS, TOO_LONG_REMEDY, Draft, too_long
from divergence.reading.language import MIN_WORDS, foreign_language
from divergence.reading.repeated_lines import source_of
from divergence.types import Article, Rejection, Removed

# Characters that no renderer can show: controls, halves of surrogate pairs, byte order marks.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufeff\ud800-\udfff]")
_OWN = ("id", "source", "title", "date", "event", "url", "credit")
_UNSTATED = ""
_KEEP_OR_NAME = "Keep one of the two, or name the source in each."


class Admitted(NamedTuple):
    """What became of a draft, and the lines that were taken out of it."""

    item: Article | Rejection
    removed: tuple[Removed, ...] = ()


@dataclass(slots=True)
class Gate:
    """Turns drafts into articles, and remembers identifiers and texts it has seen.

    It keeps a few dozen bytes an article, so that a corpus can stream through it. ``rules`` are
    those that boilerplate is removed by, ``repeated`` the lines that recur in each source.
    """

    rules: Collection[str] = NAMES
    repeated: Mapping[str, frozenset[str]] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)
    texts: dict[bytes, str] = field(default_factory=dict)

    def admit(self, draft: Draft) -> Admitted:
        """Make an article of a draft, or say why not."""
        whole = _clean(draft.text)
        text = whole.strip()
        fields = {name: _clean(value).strip() for name, value in draft.fields.items()}
        refused = _refusal(text, draft.place)
        if refused:
            return Admitted(refused)
        title = " ".join(fields.get("title", "").split())
        text = _without_title(text, title)
        above = whole.count("\n", 0, len(whole.rstrip()) - len(text))
        cleaned = boilerplate.remove_boilerplate(
            text, rules=self.rules, repeated=self.repeated.get(source_of(draft), frozenset())
        )
        text = cleaned.text
        if not text:
            return Admitted(_only_boilerplate(cleaned, draft.place))
        stated = fields.get("source", "")
        source = stated or draft.stem
        keys = _keys(source, text, stated=bool(stated))
        repeated = self._repetition(keys, draft.place, stated=bool(stated))
        if repeated:
            return Admitted(repeated)
        date = parse_date(fields.get("date", ""))
        metadata = {name: value for name, value in fields.items() if name not in _OWN and value}
        if date is None and fields.get("date"):
            # Not thrown away: a date that depends on the country is still what the file says.
            metadata["date"] = fields["date"]
        folder, _, below = draft.place.partition("/")
        if below:
            metadata.setdefault("folder", folder)
        authors = "; ".join(boilerplate.byline_names(cleaned.removed))
        if authors and authors.casefold() not in metadata.get("author", "").casefold():
            metadata["author"] = "; ".join(filter(None, (metadata.get("author"), authors)))
        article = Article(
            id=self._unique(fields.get("id") or draft.place),
            source=source,
            text=text,
            title=title,
            date=date,
            event=fields.get("event", ""),
            url=fields.get("url", ""),
            credit=fields.get("credit", ""),
            path=draft.place,
            metadata=metadata,
        )
        taken = (
            Removed(
                article.id,
                article.path,
                line.number + above + max(0, draft.first_line - 1),
                line.rule,
                line.text,
                in_file=draft.first_line > 0,
            )
            for line in cleaned.removed
        )
        # Only now: a later text must not be told that it repeats one that was refused.
        self.texts.update(dict.fromkeys(keys, draft.place))
        return Admitted(article, tuple(taken))

    def _repetition(
        self, keys: Mapping[bytes, str], place: str, *, stated: bool
    ) -> Rejection | None:
        for key, why in keys.items():
            if key in self.texts:
                return Rejection(
                    place,
                    f"same text as {self.texts[key]}, {why}",
                    "Keep one of the two." if stated else _KEEP_OR_NAME,
                )
        return None

    def _unique(self, wanted: str) -> str:
        number, free = 1, wanted
        while free in self.ids:
            number += 1
            free = f"{wanted}-{number}"
        self.ids.add(free)
        return free


def _keys(source: str, text: str, *, stated: bool) -> Mapping[bytes, str]:
    """What a repeated text would share with this one, each with the words that say so."""
    words = " ".join(text.casefold().split())
    keys = {_key(source, words): "from the same source"}
    if not stated:
        keys[_key(_UNSTATED, words)] = "and neither names its source"
    return keys


def _key(source: str, words: str) -> bytes:
    return blake2b(f"{source.casefold()}\0{words}".encode(), digest_size=16).digest()


def _refusal(text: str, place: str) -> Rejection | None:
    if not text:
        return Rejection(place, "no text: it is empty", "Put the article's text in, or remove it.")
    if len(text) > MAX_CHARACTERS:
        return Rejection(place, too_long(len(text)), TOO_LONG_REMEDY)
    if not any(character.isalpha() for character in text[:MAX_CHARACTERS]):
        return Rejection(place, "no words in the text", "Put the article's text in, or remove it.")
    other = foreign_language(text)
    if other:
        return Rejection(
            place,
            f"not English: language '{other.code}', probability {other.probability:.2f}",
            f"Only English texts are measured (those under {MIN_WORDS} words are not judged).",
        )
    return None


def _only_boilerplate(cleaned: boilerplate.Cleaned, place: str) -> Rejection:
    rules = ", ".join(sorted({line.rule for line in cleaned.removed}))
    return Rejection(
        place,
        f"no text: all lines are taken for boilerplate (rules: {rules})",
        "Put the article's text in, or switch the rule off under [reading] in config.toml.",
    )


def _without_title(text: str, title: str) -> str:
    """Drop a first line that only repeats the title, as extracted pages often begin."""
    first, _, rest = text.partition("\n")
    if title and rest.strip() and " ".join(first.split()).casefold() == title.casefold():
        return rest.strip()
    return text


def _clean(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _UNWRITABLE.sub(_written, text)


def _written(match: re.Match[str]) -> str:
    return "\ufffd" if "\ud800" <= match[0] <= "\udfff" else ""
