"""What a notebook shows of a comparison: its sources and how much was compared, escaped."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from divergence.phrases import row, say

if TYPE_CHECKING:
    from divergence.comparing.comparison import Comparison

MOST_SOURCES = 12
LONGEST_NAME = 300


def html(comparison: Comparison) -> str:
    """Return the sources of a comparison and how much was compared as HTML."""
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in row("notebook.head"))
    rows = "".join(
        f"<tr><td>{_text(source.source)}</td><td>{source.n_articles:,}</td>"
        f"<td>{source.n_sentences:,}</td><td>{source.n_words:,}</td></tr>"
        for source in comparison.sources[:MOST_SOURCES]
    )
    left = len(comparison.sources) - MOST_SOURCES
    return (
        f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
        + (f"<p>{escape(say('caution.more', n=left))}</p>" if left > 0 else "")
        + f"<p>{escape(_counts(comparison))}</p>"
    )


def _counts(comparison: Comparison) -> str:
    return say(
        "notebook.compared",
        measures=len(comparison.columns),
        contrasts=len(comparison.contrasts),
        statements=len(comparison.statements),
        figures=len(comparison.ledger),
        conflicts=len(comparison.conflicts),
        seed=str(comparison.seed),
    )


def _text(text: str) -> str:
    visible = "".join(letter if letter.isprintable() else " " for letter in text[:LONGEST_NAME])
    return escape(" ".join(visible.split()))
