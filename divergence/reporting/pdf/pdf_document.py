"""The report as a PDF: A4 sheets, real text, embedded fonts, bookmarks, the same bytes twice."""

from __future__ import annotations

import io

from matplotlib.backends.backend_pdf import PdfPages

from divergence.phrases import load, speaking
from divergence.plots import style
from divergence.plots.lettering import clean
from divergence.reporting.pdf import paper
from divergence.reporting.pdf.outline import Bookmark, with_outline
from divergence.reporting.report import Report


def render(report: Report) -> bytes:
    """Draw a report on A4 sheets."""
    with speaking(load(report.language)):
        held = io.BytesIO()
        metadata = {
            "Title": clean(report.title),
            "Subject": clean(report.subtitle),
            "CreationDate": None,
            "Creator": f"divergence {report.info.version}".strip(),
            "Producer": None,
        }
        with style.context():
            sheets = paper.flow(report)
            with PdfPages(held, metadata=metadata) as pages:
                for number, placed in enumerate(sheets, start=1):
                    sheet = paper.draw(report, placed, number, len(sheets))
                    sheet.figure.savefig(pages, format="pdf")
        bookmarks = [
            Bookmark(heading, number, (paper.HEIGHT - paper.TOP - down) * 72 + 8)
            for number, placed in enumerate(sheets)
            for heading, down in placed.topics
        ]
        return with_outline(held.getvalue(), bookmarks, language=report.language)
