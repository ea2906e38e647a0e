"""Front matter: ``key: value`` lines between two lines of three dashes, as Markdown tools write.

This reads the part of YAML that such headers use (strings, quoted strings, lists, folded lines);
``+++`` encloses TOML.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

from divergence.reading.draft import Unreadable
from divergence.reading.fields import canonical_name

_KEY = re.compile(r"(?P<key>[A-Za-z][\w -]*?)\s*:(?:\s+(?P<value>.*))?$")
_FENCES = ("---", "+++")
_BRACKET = "Close it, or put the value between quotation marks."
_CLOSE = "Close it with a line of three dashes, or take the first line away."


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Fields by the project's names, and the text below them."""

    fields: Mapping[str, str]
    body: str


def split_front_matter(text: str) -> FrontMatter:
    """Tell front matter from the text below it."""
    lines = text.lstrip("\ufeff\n ").split("\n")
    fence = lines[0].rstrip()
    # A rule of dashes above a text is no front matter; a key in the line below it shows which.
    if fence not in _FENCES or len(lines) < 2 or not re.match(r"[A-Za-z][\w -]*\s*[:=]", lines[1]):
        return FrontMatter({}, text)
    closing = (fence, "...") if fence == "---" else (fence,)
    end = next((at for at, line in enumerate(lines[1:], 1) if line.rstrip() in closing), None)
    if end is None:
        raise Unreadable(f"the front matter that begins with {fence} has no end", _CLOSE)
    head = lines[1:end]
    fields = _toml(head) if fence == "+++" else _yaml(head)
    named = {canonical_name(key): value for key, value in fields.items() if value}
    return FrontMatter(named, "\n".join(lines[end + 1 :]).strip())


def _yaml(lines: list[str]) -> dict[str, str]:
    fields: dict[str, str] = {}
    lists: set[str] = set()
    key = ""
    for line in lines:
        match = _KEY.match(line)
        if match:
            key = match["key"]
            fields[key] = _value(match["value"] or "")
            if fields[key].startswith("[") and (match["value"] or "").lstrip().startswith("["):
                lists.add(key)
            else:
                lists.discard(key)
        elif key and line.strip() and not line.lstrip().startswith("#"):
            item = line.strip().removeprefix("- ").strip()
            joint = ", " if line.strip().startswith("- ") and fields[key] else " "
            fields[key] = (fields[key] + joint + _unquoted(item)).strip()
    for key in (name for name in fields if name in lists):
        if "]" not in fields[key]:
            raise Unreadable(
                f"the front matter's '{key}' opens a bracket and does not close it", _BRACKET
            )
        # Now that its other lines are there.
        fields[key] = _value(fields[key])
    return fields


def _value(value: str) -> str:
    value = value.strip()
    if value in (">", "|", ">-", "|-", "null", "~"):
        return ""
    if value.startswith("[") and value.endswith("]"):
        return ", ".join(_unquoted(item.strip()) for item in value[1:-1].split(","))
    if not value.startswith(("'", '"')):
        value = re.split(r"\s#", value, maxsplit=1)[0].rstrip()
    return _unquoted(value)


def _unquoted(value: str) -> str:
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "'\"":
        inner = value[1:-1]
        return inner.replace("''", "'") if value[0] == "'" else inner.replace('\\"', '"')
    return value


def _toml(lines: list[str]) -> dict[str, str]:
    try:
        table = tomllib.loads("\n".join(lines))
    except tomllib.TOMLDecodeError as error:
        raise Unreadable(f"the front matter is not TOML: {error}", "Mend or remove it.") from None
    return {key: str(value) for key, value in table.items() if not isinstance(value, dict | list)}
