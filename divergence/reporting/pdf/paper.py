"""The flow of a report over A4 sheets: where pages start, what stands in the margins."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise

from divergence.plots import lettering, style
from divergence.reporting.pdf.sheet import Box, Sheet, TextRun, text_box, wrap_runs
from divergence.reporting.pdf.typesetting import boxes
from divergence.reporting.report import Page, Report

WIDTH, HEIGHT = 8.27, 11.69
LEFT, TOP, BOTTOM = 0.85, 0.84, 0.68
COLUMN = WIDTH - 2 * LEFT
ROOM = HEIGHT - TOP - BOTTOM
BETWEEN = 0.3
TITLES = (style.TITLE, 19.0, 17.0)
ENOUGH, TALL, MOST_OPENING = 0.2, 1.0, 7


@dataclass(slots=True)
class Placed:
    """A sheet to be: boxes with their distance from the top, and the topics that start on it."""

    boxes: list[tuple[float, Box]] = field(default_factory=list)
    topics: list[tuple[str, float]] = field(default_factory=list)
    running: str = ""
    used: float = 0.0


def flow(report: Report) -> list[Placed]:
    """Place every box on sheets; a topic starts on a new one unless it, or its opening, fits."""
    sheets = [Placed()]
    for number, page in enumerate(report.pages):
        laid = [_heading(page), *boxes(page.blocks, COLUMN)]
        if number == 0:
            # The title says enough, and the room is needed.
            laid = [*_title(report), *(laid if page.name == "profile" else laid[1:])]
        if sheets[-1].boxes and not _fits_below(laid, ROOM - sheets[-1].used - BETWEEN):
            sheets.append(Placed())
        here = sheets[-1]
        here.used += BETWEEN if here.boxes else 0.0
        here.topics.append((page.heading, here.used))
        here.running = here.running or page.heading
        _place(sheets, laid, page.heading)
    return sheets


def _fits_below(laid: list[Box], room: float) -> bool:
    """Tell whether a topic fits, or else at least an opening worth starting on this sheet."""
    needs = [box.before + box.height for box in laid]
    if sum(needs) <= room:
        return True
    first = next((at for at, box in enumerate(laid) if box.height > TALL), 2)
    opening = sum(needs[: min(first, MOST_OPENING)])
    tall = laid[first] if first < min(len(laid), MOST_OPENING) else None
    if tall is not None and not (tall.split and tall.split(room - opening - tall.before)):
        opening += needs[first]
    return room >= ENOUGH * ROOM and opening <= room


def _place(sheets: list[Placed], laid: list[Box], heading: str) -> None:
    waiting = list(laid)
    while waiting:
        box = waiting.pop(0)
        here = sheets[-1]
        above = box.before if here.boxes else 0.0
        if here.used + above + _need(box, waiting) > ROOM + 1e-6:
            room = ROOM - here.used - above
            parts = box.split(room) if box.split is not None else ()
            if parts:
                box, *rest = parts
                waiting = [*rest, *waiting]
            elif here.boxes:
                sheets.append(Placed(running=heading))
                here, above = sheets[-1], 0.0
                if box.repeat is not None:
                    here.boxes.append((0.0, box.repeat))
                    here.used = box.repeat.height
                waiting.insert(0, replace(box, before=0.0, repeat=None))
                continue
        here.boxes.append((here.used + above, box))
        here.used += above + box.height


def _need(box: Box, after: list[Box]) -> float:
    """Height of a box with those that it must stand on one sheet with."""
    need = box.height
    for before, following in pairwise([box, *after]):
        if not before.keep:
            break
        need += following.before + following.height
    return need


def _title(report: Report) -> list[Box]:
    # A title that nearly fits on one line is set a little smaller rather than broken.
    whole = lettering.clean(report.title)
    fitting = (size for size in TITLES if lettering.width(whole, size, "bold") <= COLUMN)
    size = next(fitting, TITLES[-1])
    title = lettering.fit_lines(whole, COLUMN, size, most=3, face="bold")
    lines = [(TextRun(line, "bold"),) for line in title]
    below = wrap_runs([TextRun(report.subtitle, "regular", style.SOFT)], COLUMN, style.CHART)
    return [
        text_box(lines, size, keep=True),
        text_box(below, style.CHART, before=0.04, keep=True),
        Box(0.16, lambda sheet, x, y: sheet.rule(x, y + 0.12, COLUMN, color=style.INK), keep=True),
    ]


def _heading(page: Page) -> Box:
    lines = wrap_runs([TextRun(page.heading, "bold", style.ACCENT)], COLUMN, style.HEADING)
    return text_box(lines, style.HEADING, before=0.1, keep=True)


def draw(report: Report, placed: Placed, number: int, total: int) -> Sheet:
    """Draw one sheet with its running head and foot."""
    sheet = Sheet(WIDTH, HEIGHT)
    small = style.TINY + 0.4
    if number > 1:
        half = COLUMN / 2 - 0.1
        soft = style.SOFT
        title = lettering.fit(lettering.clean(report.title), half, small)
        running = lettering.fit(lettering.clean(placed.running), half, small)
        sheet.write(LEFT, 0.52, (TextRun(title, "regular", soft),), small)
        sheet.write(LEFT + COLUMN, 0.52, (TextRun(running, "regular", soft),), small, right=True)
        sheet.rule(LEFT, 0.7, COLUMN, color=style.RULE)
    foot = HEIGHT - 0.55
    version = f"divergence {report.info.version}".strip()
    sheet.write(LEFT, foot, (TextRun(version, "regular", style.SOFT),), small)
    pages = (TextRun(f"{number} / {total}", "regular", style.SOFT),)
    sheet.write(LEFT + COLUMN, foot, pages, small, right=True)
    for down, box in placed.boxes:
        box.draw(sheet, LEFT, TOP + down)
    for _, down in placed.topics:
        if down > 0:
            sheet.rule(LEFT, TOP + down - BETWEEN / 2 + 0.05, COLUMN, color=style.FAINT)
    return sheet
