"""What a notebook shows of a comparison: its sources and how much was compared, escaped."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from divergence.phrases import row, say

if TYPE_CHECKING:
    from divergence.comparing.comparison import Comparison

MOST = 12
LONGEST = 300


def html(comparison: Comparison) -> str:
    """Return the sources of a comparison and how much was compared as HTML."""
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in row("notebook.head"))
    rows = "".join(
        f"<tr><td>{_text(one.source)}</td><td>{one.n_articles:,}</td>"
        f"<td>{one.n_sentences:,}</td><td>{one.n_words:,}</td></tr>"
        for one in comparison.sources[:MOST]
    )
    left = len(comparison.sources) - MOST
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
    visible = "".join(letter if letter.isprintable() else " " for letter in text[:LONGEST])
    return escape(" ".join(visible.split()))
