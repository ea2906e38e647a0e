"""Every figure of a report as a file of its own: PNG, SVG or PDF, for paper, slides or screen."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

import matplotlib
from lxml import etree

from divergence.errors import UsageError, must_be_one_of
from divergence.phrases import load, speaking
from divergence.plots import style
from divergence.reporting.chart_drawing import PLOTS
from divergence.reporting.hatching import shrink
from divergence.reporting.pdf.sheet import Sheet
from divergence.reporting.pdf.typesetting import chart_box
from divergence.reporting.report import Chart, Report

__all__ = ["FigureSettings"]


KINDS = ("png", "svg", "pdf")
WIDE, HALF, EDGE = 6.57, 4.3, 0.3
LEAST_DPI, MOST_DPI = 30, 1200
# A date or a version of the drawing library would make equal figures differ.
METADATA: dict[str, dict[str, Any]] = {
    "png": {"Software": None},
    "svg": {"Date": None, "Creator": None},
    "pdf": {"CreationDate": None, "Creator": None, "Producer": None},
}


@dataclass(frozen=True, slots=True)
class FigureSettings:
    """Which files are made of each figure, how fine, and in which look.

    Attributes
    ----------
    kinds : tuple of {"png", "svg", "pdf"}
        One file of each; none for no figures.
    dpi : int
        Of PNG files and of the fills of the others, whose lines and letters have no resolution.
    look : {"paper", "slides", "screen"}
        Sizes and colors.

    Examples
    --------
    >>> FigureSettings(("svg", "pdf"), look="slides").kinds
    ('svg', 'pdf')
    """

    kinds: tuple[str, ...] = ("png",)
    dpi: int = 200
    look: str = "paper"

    def __post_init__(self) -> None:
        """Refuse what cannot be drawn, naming what can."""
        for kind in self.kinds:
            if kind not in KINDS:
                raise UsageError(must_be_one_of("kind of figure", kind, KINDS))
        if self.look not in style.LOOKS:
            raise UsageError(must_be_one_of("style", self.look, style.LOOKS))
        if not LEAST_DPI <= self.dpi <= MOST_DPI:
            raise UsageError(f"--dpi {self.dpi}: give a number from {LEAST_DPI} to {MOST_DPI}.")


DEFAULT = FigureSettings()


def render(report: Report, settings: FigureSettings = DEFAULT) -> dict[str, bytes]:
    """Draw every figure."""
    with speaking(load(report.language)):
        return {
            f"{number:02d}-{chart.name}.{kind}": figure(chart, kind, settings)
            for number, chart in enumerate(report.charts, start=1)
            for kind in settings.kinds
        }


def figure(chart: Chart, kind: str = "png", settings: FigureSettings = DEFAULT) -> bytes:
    """Draw one figure, with title, subtitle and caution, as one file."""
    look = style.LOOKS[settings.look]
    with style.context(), matplotlib.rc_context({"savefig.facecolor": look.background}):
        width = HALF if PLOTS[chart.kind].half else WIDE
        box = chart_box(chart, width)
        edge = EDGE * look.edge
        sheet = Sheet(width + 2 * edge, box.height + 2 * edge)
        box.draw(sheet, edge, edge)
        held = io.BytesIO()
        dpi = round(settings.dpi * look.scale) if kind == "png" else settings.dpi
        sheet.figure.savefig(held, format=kind, dpi=dpi, metadata=METADATA[kind])
    return _sized(held.getvalue(), look.scale) if kind == "svg" else held.getvalue()


def _sized(svg: bytes, scale: float) -> bytes:
    """Make a drawing small as a file and enlarge it; its view box stays: everything grows alike."""
    root = etree.fromstring(svg, etree.XMLParser(resolve_entities=False))
    for pattern in root.iter("{*}pattern"):
        shrink(pattern)
    for name in ("width", "height"):
        size = float(str(root.get(name)).removesuffix("pt"))
        root.set(name, f"{size * scale:.6g}pt")
    return bytes(etree.tostring(root, xml_declaration=True, encoding="utf-8"))
