"""What a notebook shows of a report or a comparison: a few lines, everything escaped."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from divergence.plots.lettering import plain
from divergence.plots.numerals import count

if TYPE_CHECKING:
    from divergence.comparing.results import Comparison
    from divergence.reporting.report import Report

MOST = 12
LONGEST = 300


def of_report(report: Report) -> str:
    """Return title, opening sentences and topics of a report as HTML."""
    from divergence.reporting.report import Words

    first = report.pages[0].blocks if report.pages else ()
    listed = next((b for b in first if isinstance(b, Words) and b.kind == "list"), None)
    told = [sentence.text for sentence in listed.sentences] if listed else []
    topics = ", ".join(page.heading for page in report.pages)
    return "".join(
        (
            f"<h3>{_text(report.title)}</h3><p>{_text(report.subtitle)}</p>",
            f"<ol>{''.join(f'<li>{_text(text)}</li>' for text in told[:MOST])}</ol>"
            if told
            else "",
            f"<p>{_text(topics)}: {count(len(report.charts), 'figure')}, "
            f"{count(len(report.notes), 'evidence note')}.</p>",
        )
    )


def of_comparison(comparison: Comparison) -> str:
    """Return the sources of a comparison and how much was compared as HTML."""
    rows = [
        (one.source, f"{one.n_articles:,}", f"{one.n_sentences:,}", f"{one.n_words:,}")
        for one in comparison.sources[:MOST]
    ]
    left = len(comparison.sources) - len(rows)
    counts = (
        count(len(comparison.columns), "measure"),
        count(len(comparison.contrasts), "contrast"),
        count(len(comparison.statements), "statement"),
        count(len(comparison.ledger), "entry", "entries") + " in the ledger",
        count(len(comparison.conflicts), "conflict"),
    )
    return "".join(
        (
            _table(("Source", "Articles", "Sentences", "Words"), rows),
            f"<p>… and {left:,} more sources</p>" if left > 0 else "",
            f"<p>{', '.join(counts)}; seed {comparison.seed}.</p>",
        )
    )


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    top = "".join(f'<th scope="col">{_text(cell)}</th>' for cell in head)
    body = "".join(
        "<tr>" + "".join(f"<td>{_text(cell)}</td>" for cell in row) + "</tr>" for row in rows
    )
    return f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"


def _text(text: str) -> str:
    return escape(plain(text, limit=LONGEST))
