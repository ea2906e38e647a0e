"""What a report is: pages of sentences, tables and figures that renderers only lay out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from divergence.comparing.comparison import Comparison
from divergence.digesting.material import Material
from divergence.phrases import DEFAULT
from divergence.reporting.run_info import RunInfo

__all__ = ["Report"]


Align = Literal["left", "right"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in plain words and the numbers of the evidence notes that it rests on."""

    text: str
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its sentences; ``kind`` says how it is set."""

    sentences: tuple[Sentence, ...]
    kind: Literal["lead", "body", "list", "caution", "small"] = "body"
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """What a table shows in one place, the number behind it, and why a number is missing."""

    text: str
    value: float | None = None
    reason: str = ""
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under a head; ``widths`` are shares of the page's width.

    ``more`` says what was left out ("and 12 more in report.json").
    """

    name: str
    title: str
    subtitle: str
    head: tuple[str, ...]
    widths: tuple[float, ...]
    align: tuple[Align, ...]
    rows: tuple[tuple[Cell, ...], ...]
    more: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A figure: its kind, the result that it draws, and what stands above and below it.

    ``title`` says what was found, ``subtitle`` the measure, unit and n, ``caution`` when not to
    trust it, ``alt`` the same in words for people who cannot see it.
    """

    name: str
    kind: str
    title: str
    subtitle: str
    data: object
    caution: str = ""
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A part of a cited sentence that counts for a feature; the offsets point into its text."""

    feature: str
    category: str
    start: int
    end: int
    voice: str
    side: str | None


@dataclass(frozen=True, slots=True)
class Note:
    """Numbered evidence: a sentence, counted from 1, the parts that count, and its uses."""

    number: int
    article: str
    source: str
    sentence: int
    text: str
    marks: tuple[Mark, ...]
    uses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Notes:
    """A block of evidence notes."""

    notes: tuple[Note, ...]


Block = Paragraph | Table | Chart | Notes


@dataclass(frozen=True, slots=True)
class Page:
    """A topic: a short name, a heading, and blocks in reading order."""

    name: str
    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Report:
    """Everything that a reader sees, in every format.

    Attributes
    ----------
    title, subtitle : str
        What stands above it.
    pages : tuple of Page
        Topics, each with its sentences, tables and figures in reading order.
    notes : tuple of Note
        Numbered evidence.
    info : RunInfo
        Inputs, settings and instruments.
    comparison : Comparison
        Every number behind it.
    material : tuple of Material
        The articles themselves, for formats in which they can be read.
    language : str
        That of the report's own words.
    """

    title: str
    subtitle: str
    pages: tuple[Page, ...]
    notes: tuple[Note, ...]
    info: RunInfo
    comparison: Comparison
    material: tuple[Material, ...] = ()
    language: str = DEFAULT

    def __repr__(self) -> str:
        # All of it is as long as the report.
        counted = ((len(self.pages), "page"), (len(self.notes), "note"))
        listed = ", ".join(f"{n:,} {what}{'' if n == 1 else 's'}" for n, what in counted)
        return f"<Report {self.title!r}: {listed}>"

    @property
    def charts(self) -> tuple[Chart, ...]:
        """Every figure, in reading order."""
        return tuple(
            block for page in self.pages for block in page.blocks if isinstance(block, Chart)
        )

    def _repr_html_(self) -> str:
        """Return title and opening sentences for a notebook."""
        from divergence.reporting.report_notebook import report_html

        return report_html(self)
