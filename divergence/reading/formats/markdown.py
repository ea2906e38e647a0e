"""Markdown: front matter, a first heading that is the title, and text without its markup."""

from __future__ import annotations

import re
from collections.abc import Iterator

from divergence.reading.draft import Draft, InputFile, first_line
from divergence.reading.formats.encoding import load
from divergence.reading.formats.frontmatter import split_front_matter
from divergence.reading.headers import split_header

_FIRST_HEADING = re.compile(r"\s*#\s+(?P<title>[^\n]+?)\s*#*\s*(?:\n|$)|\s*(?P<under>[^\n]+)\n=+\n")
# Every pattern stops at the next opening bracket of its own kind, so that a text of nothing but
# brackets takes no longer than any other.
_TARGET = r"\((?:[^()\n]|\([^()\n]*\))*\)"
_LINES = (
    (re.compile(r"<!--(?:(?!<!--).)*?-->", re.DOTALL), ""),
    (re.compile(r"^[ \t]*(?:```|~~~).*$", re.MULTILINE), ""),
    (re.compile(r"^[ \t]{0,3}\[[^\]\n]+\]:[ \t]*\S+.*$", re.MULTILINE), ""),
    (re.compile(r"^[ \t]{0,3}(?:(?:[-*_][ \t]*){3,}|=+)$", re.MULTILINE), ""),
    (re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+(.*?)[ \t]*#*$", re.MULTILINE), r"\1"),
    (re.compile(r"^[ \t]{0,3}(?:>[ \t]?)+", re.MULTILINE), ""),
    (re.compile(r"^[ \t]*[-*+][ \t]+(?=\S)", re.MULTILINE), ""),
    (re.compile(r"^\|?[ \t:|-]*-{3}[ \t:|-]*\|?$", re.MULTILINE), ""),
)
_INLINE = (
    (re.compile(rf"!\[[^\[\]\n]*\]{_TARGET}"), ""),
    (re.compile(r"\[\^[^\[\]\n]+\]"), ""),
    (re.compile(rf"\[([^\[\]\n]+)\]{_TARGET}"), r"\1"),
    (re.compile(r"\[([^\[\]\n]+)\]\[[^\[\]\n]*\]"), r"\1"),
    (re.compile(r"<(https?://[^<>\s]+)>"), r"\1"),
    (re.compile(r"</?(?:a|b|i|em|strong|br|p|div|span|sup|sub|u)\b[^<>\n]*>", re.I), ""),
    (re.compile(r"(?<![\\\w*])(\*{1,3})(?=\S)([^*\n]+?)(?<=\S)\1(?![\w*])"), r"\2"),
    (re.compile(r"(?<![\\\w_])(_{1,3})(?=\S)([^_\n]+?)(?<=\S)\1(?![\w_])"), r"\2"),
    (re.compile(r"(?<!`)`([^`\n]+)`(?!`)"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!>|~-])"), r"\1"),
    (re.compile(r"\n{3,}"), "\n\n"),
)


def drafts(file: InputFile) -> Iterator[Draft]:
    """Read a ``.md`` file."""
    text = load(file.path)
    front = split_front_matter(text)
    body = front.body
    fields = dict(front.fields)
    heading = _FIRST_HEADING.match(body)
    if heading:
        body = body[heading.end() :]
        fields.setdefault("title", strip_markup(heading["title"] or heading["under"]))
    header = split_header(strip_markup(body), titled="title" in fields)
    fields = {**header.fields, **fields}
    yield Draft(file.place, file.stem, header.body, fields, first_line(text, header.body))


def strip_markup(text: str) -> str:
    """Take Markdown's marks out of a text and leave its words."""
    for pattern, replacement in (*_LINES, *_INLINE):
        text = pattern.sub(replacement, text)
    return text.strip()
