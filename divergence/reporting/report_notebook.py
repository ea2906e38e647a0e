"""What a notebook shows of a report: a few lines, everything escaped."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from divergence.phrases import commas, load, say, speaking
from divergence.plots.lettering import plain

if TYPE_CHECKING:
    from divergence.reporting.report import Report

MOST = 12
LONGEST = 300


def report_html(report: Report) -> str:
    """Return title, opening sentences and topics of a report as HTML."""
    from divergence.reporting.report import Paragraph

    first = report.pages[0].blocks if report.pages else ()
    listed = next((b for b in first if isinstance(b, Paragraph) and b.kind == "list"), None)
    opening = [sentence.text for sentence in listed.sentences] if listed else []
    with speaking(load(report.language)):
        last = say(
            "notebook.last",
            topics=plain(commas([page.heading for page in report.pages]), limit=LONGEST),
            figures=len(report.charts),
            notes=len(report.notes),
        )
    return "".join(
        (
            f"<h3>{_text(report.title)}</h3><p>{_text(report.subtitle)}</p>",
            f"<ol>{''.join(f'<li>{_text(text)}</li>' for text in opening[:MOST])}</ol>"
            if opening
            else "",
            f"<p>{escape(last)}</p>",
        )
    )


def _text(text: str) -> str:
    return escape(plain(text, limit=LONGEST))
