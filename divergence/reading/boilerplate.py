"""Boilerplate: lines of a text that are about the page and not about the event.

Whole lines only, and only those that stand alone; what was taken is handed back with its rule.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache

from divergence.errors import ConfigError, must_be_one_of
from divergence.reading.boilerplate_rules import MAX_LENGTH, MAX_WORDS, NAMES, REPEATED, RULES

# Whoever is quoted or said to say something is in the report, and so is the line.
_SPEECH = re.compile(
    r"[\"“”«»„]|(?<!\w)[‘'][^’'\n]+ [^\n]+?[’'](?!\w)|\b(?:said|says?|told|tells?|asked|added|wrote"
    r"|argued|claim(?:s|ed)?|warned|announced|insisted|denied|according to|reportedly|testified"
    r"|confirmed|stated|noted|explained)\b",
    re.I,
)
_ENDS = tuple(".!?:;…\"”’')]»")
_SENTENCE = re.compile(r"[.!?…][\"”’)\]»]*(?:\s|$)")
_BLANKS = re.compile(r"\n{3,}")
_BYLINE = re.compile(r"(?:By|BY|Written by|Text by|Words by) (.+)")
# A news agency in a credit tells where a text comes from: such a line is evidence, not clutter.
# Bylines may go, because their names stay known.
_CREDITS = ("bylines", "copyright", "repeated")
_LONGEST_REPEATED, _LONGEST_LINE = 20, 200
# Without a full stop it is a label or a heading, if it is short.
_LONGEST_LABEL = 12
_ADDRESS = frozenset("our us your you here".split())


@dataclass(frozen=True, slots=True)
class Line:
    """A line that was taken: its number in the text (from 1), the rule and the words."""

    number: int
    rule: str
    text: str


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text without its boilerplate, and what was taken out of it."""

    text: str
    removed: tuple[Line, ...]


def remove_boilerplate(
    text: str, *, rules: Collection[str] = NAMES, repeated: Collection[str] = frozenset()
) -> Cleaned:
    """Take the lines out of a text that the rules take for boilerplate.

    A line that holds quotation marks or a verb of saying stays, and so does one inside a paragraph
    that is wrapped over several lines, or one of more than 40 words. Boilerplate in the middle of a
    paragraph is therefore not found, nor is any in other languages than English.
    """
    patterns = _patterns(check_rules(rules))
    lines = text.split("\n")
    taken: dict[int, Line] = {}
    for at, line in enumerate(lines):
        stripped = line.strip()
        if not stripped or _is_report(stripped):
            continue
        rule = _rule_of(stripped, patterns)
        if not rule and REPEATED in rules and line_key(stripped) in repeated:
            rule = REPEATED
        if rule and _stands_alone(lines, at, taken) and not _is_credit(stripped, rule):
            taken[at] = Line(at + 1, rule, stripped)
    if not taken:
        return Cleaned(text, ())
    kept = "\n".join(line for at, line in enumerate(lines) if at not in taken)
    return Cleaned(_BLANKS.sub("\n\n", kept).strip(), tuple(taken.values()))


def check_rules(rules: Collection[str]) -> tuple[str, ...]:
    """Make sure that rules exist, and put them into their order."""
    for name in rules:
        if name not in NAMES:
            raise ConfigError(must_be_one_of("rule", name, NAMES))
    return tuple(name for name in NAMES if name in set(rules))


def line_key(line: str) -> str:
    """Give what two lines must share to be the same line: their words, without case."""
    if len(line) > _LONGEST_LINE:
        return ""
    words = re.findall(r"\w+", line.casefold())
    if not words or len(words) > _LONGEST_REPEATED or _is_report(line.strip()):
        return ""
    sentence = _SENTENCE.search(line) or len(words) > _LONGEST_LABEL
    if sentence and not set(words) & _ADDRESS:
        return ""
    return " ".join(words)


@cache
def _patterns(names: tuple[str, ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (rule.name, re.compile(rule.pattern))
        for rule in RULES
        if rule.pattern and rule.name in names
    )


def _rule_of(line: str, patterns: tuple[tuple[str, re.Pattern[str]], ...]) -> str:
    for name, pattern in patterns:
        if pattern.fullmatch(line):
            return name
    return ""


def _is_report(line: str) -> bool:
    long = len(line) > MAX_LENGTH or len(line.split()) > MAX_WORDS
    return long or _SPEECH.search(line) is not None


def _stands_alone(lines: list[str], at: int, taken: Collection[int]) -> bool:
    """Whether no sentence runs into the line from above or out of it below."""
    above = lines[at - 1].strip() if at else ""
    if above and at - 1 not in taken and not above.endswith(_ENDS):
        return False
    below = lines[at + 1].strip() if at + 1 < len(lines) else ""
    return not below or not below[0].islower()


def _is_credit(line: str, rule: str) -> bool:
    if rule not in _CREDITS or _BYLINE.fullmatch(line):
        return False
    # Imported here: the list is read from a file, and few lines come this far.
    from divergence.lexicons.agencies import by_form

    return any(re.search(rf"(?<!\w){re.escape(form)}(?!\w)", line) for form in by_form("agency"))


def byline_names(removed: Collection[Line]) -> Iterator[str]:
    """Give the names in the bylines that were taken, which stay known as the authors."""
    for line in removed:
        byline = _BYLINE.fullmatch(line.text)
        if line.rule == "bylines" and byline:
            yield byline[1]
