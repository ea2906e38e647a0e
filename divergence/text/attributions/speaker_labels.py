"""Transcripts and interviews: the speech behind a speaker's label is that speaker's.

"LIN: We are ready." A label is a name, or Q and A, at the beginning of a paragraph with a colon
behind it. A text is a transcript where most of its paragraphs have one, or where one label comes
back: "Note:" and "More:" head a paragraph of any article.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from divergence.text.attributions.token_ranges import paragraph_spans, tokens_within
from divergence.types import Span, Syntax

_LABEL = re.compile(
    r"(?P<name>Q|A|(?:[A-Z][\w.'’-]*)(?:[ \t]+(?:[A-Z][\w.'’-]*|of|the|de|van|von|al|bin)){0,4})"
    r"(?P<aside>[ \t]*(?:\([^)\n]{1,40}\)|,[^:\n]{1,40}))?[ \t]*:[ \t]+(?=\S)"
)
# What heads a paragraph of any article and is no speaker.
_HEADINGS = frozenset(
    """also analysis background breaking caption claim clarification con cons contact correction
    credit date editor's editors exclusive explainer fact facts file first follow here how listen
    live location more next note opinion photo photos pictured pro pros read recommended related
    second see source sources subscribe the third truth update updated verdict video warning watch
    what when where who why""".split()
)
_FEWEST = 2
_FEWEST_REPEATED = 4


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn of a transcript, in tokens: what is said, and the label; none for "Q" and "A"."""

    content: Span
    label: Span | None


def find_turns(text: str, syntax: Syntax) -> tuple[Turn, ...]:
    """Find the turns of a transcript, in text order; none where the text is no transcript."""
    paragraphs = paragraph_spans(syntax)
    labels = [_label(text, syntax, paragraph) for paragraph in paragraphs]
    names = Counter(label["name"].casefold() for label in labels if label)
    repeated = sum(n for n in names.values() if n > 1)
    many = sum(names.values()) >= max(_FEWEST, len(paragraphs) / 2)
    if len(names) < _FEWEST or not (many or repeated >= _FEWEST_REPEATED):
        return ()
    turns: list[Turn] = []
    for paragraph, label in zip(paragraphs, labels, strict=True):
        if label is not None:
            content = tokens_within(syntax, label.end(), syntax.ends[paragraph.end - 1])
            asks = label["name"] in ("Q", "A")
            name = None if asks else tokens_within(syntax, *label.span("name"))
            turns.append(Turn(content, name))
        elif turns and many and turns[-1].content.end == paragraph.start:
            turns[-1] = Turn(Span(turns[-1].content.start, paragraph.end), turns[-1].label)
    return tuple(turn for turn in turns if turn.content.start < turn.content.end)


def _label(text: str, syntax: Syntax, paragraph: Span) -> re.Match[str] | None:
    start, end = syntax.starts[paragraph.start], syntax.ends[paragraph.end - 1]
    label = _LABEL.match(text, start, end)
    if label is None or label["name"].split()[0].casefold() in _HEADINGS:
        return None
    return label
