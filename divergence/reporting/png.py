"""Every figure of a report as a PNG of its own, with title, subtitle and caution."""

from __future__ import annotations

import io

from divergence.plots import style
from divergence.reporting.charts import PLOTS
from divergence.reporting.report import Chart, Report
from divergence.reporting.sheet import Sheet
from divergence.reporting.typeset import chart_box

WIDE, HALF, EDGE = 6.57, 4.3, 0.3
DPI = 200


def render(report: Report, *, dpi: int = DPI) -> dict[str, bytes]:
    """Draw every figure.

    Parameters
    ----------
    report : Report
        Any report.
    dpi : int, optional
        Dots per inch.

    Returns
    -------
    dict of str to bytes
        File names and PNG files, in reading order; equal reports give equal bytes.
    """
    names = [f"{number:02d}-{chart.name}" for number, chart in enumerate(report.charts, start=1)]
    return {
        f"{name}.png": figure(chart, dpi=dpi)
        for name, chart in zip(names, report.charts, strict=True)
    }


def figure(chart: Chart, *, dpi: int = DPI) -> bytes:
    """Draw one figure as a PNG file."""
    with style.context():
        width = HALF if PLOTS[chart.kind].half else WIDE
        box = chart_box(chart, width)
        sheet = Sheet(width + 2 * EDGE, box.height + 2 * EDGE)
        box.draw(sheet, EDGE, EDGE)
        held = io.BytesIO()
        sheet.figure.savefig(held, format="png", dpi=dpi, metadata={"Software": None})
    return held.getvalue()
