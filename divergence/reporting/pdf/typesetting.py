"""From blocks of a report to boxes: fonts, sizes, columns and white space."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import assert_never

from divergence.phrases import say
from divergence.plots import lettering, style
from divergence.plots.multiples import Multiples
from divergence.reporting.chart_drawing import PLOTS
from divergence.reporting.number_sentences import facts
from divergence.reporting.pdf.sheet import Box, Line, Sheet, TextRun, leading, text_box, wrap_runs
from divergence.reporting.report import Block, Cell, Chart, Note, Notes, Paragraph, Sentence, Table

GAP, COLUMN_GAP, PAD, CELL_GAP = 0.17, 0.28, 0.12, 0.12
SIZES = {
    "lead": style.CHART,
    "body": style.BODY,
    "list": style.BODY,
    "caution": style.SMALL + 0.4,
    "small": style.SMALL,
}
MOST_LINES = 16
TIGHT = 0.9
NOTE_GAP, FEWEST_NOTES = 0.08, 4
WORDY, LONGEST_NAME, LEAST_WIDEST = 1500, 0.3, 0.2


def boxes(blocks: Sequence[Block], width: float) -> list[Box]:
    """Lay out blocks in a column of ``width`` inches; small charts stand two abreast."""
    laid: list[Box] = []
    waiting = list(blocks)
    paired = ""
    while waiting:
        block = waiting.pop(0)
        if isinstance(block, Paragraph):
            laid += _words(block, width)
        elif isinstance(block, Table):
            laid += _table(block, width)
        elif isinstance(block, Notes):
            laid += _notes(block.notes, width)
        elif isinstance(block, Chart):
            after = waiting[0] if waiting else None
            if _half(block) and isinstance(after, Chart) and _half(after):
                laid.append(_two_abreast(block, after, width))
                waiting.pop(0)
                paired = block.kind
            elif paired == block.kind:
                # The odd one of a row of heat maps keeps the size of the others.
                laid.append(chart_box(block, (width - COLUMN_GAP) / 2))
            elif isinstance(block.data, Multiples):
                laid += _multiples_by_row(block, block.data, width)
            else:
                laid.append(chart_box(block, width))
        else:
            assert_never(block)
    return laid


def _half(chart: Chart) -> bool:
    return PLOTS[chart.kind].half


def _runs(sentence: Sentence, color: str = style.INK) -> list[TextRun]:
    runs = [TextRun(sentence.text, "regular", color)]
    return [*runs, *_marks(sentence.notes)]


def _marks(notes: Sequence[int]) -> list[TextRun]:
    if not notes:
        return []
    return [TextRun(f" [{','.join(map(str, notes))}]", "regular", style.ACCENT)]


def _words(block: Paragraph, width: float) -> list[Box]:
    size = SIZES[block.kind]
    laid: list[Box] = []
    if block.heading:
        line = wrap_runs([TextRun(block.heading, "bold")], width, style.CHART)
        laid.append(text_box(line, style.CHART, before=GAP, keep=True))
    first = 0.06 if block.heading else GAP
    if block.kind == "caution":
        return [*laid, _caution(block.sentences, width, first)]
    if block.kind == "list":
        indent = 0.2 if len(block.sentences) < 10 else 0.28
        for place, sentence in enumerate(block.sentences):
            lines = wrap_runs(_runs(sentence), width - indent, size)
            before = 0.07 if place else first
            laid.append(text_box(lines, size, indent=indent, mark=f"{place + 1}", before=before))
        return laid
    color = style.SOFT if block.kind == "small" else style.INK
    runs: list[TextRun] = []
    for sentence in block.sentences:
        if runs:
            runs.append(TextRun(" ", "regular", color))
        runs += _runs(sentence, color)
    for place, lines in enumerate(_slices(wrap_runs(runs, width, size), 24)):
        laid.append(text_box(lines, size, before=first if place == 0 else 0.0))
    return laid


def _slices(lines: list[Line], step: int) -> list[list[Line]]:
    return [lines[at : at + step] for at in range(0, len(lines), step)]


def _caution(sentences: Sequence[Sentence], width: float, before: float) -> Box:
    size = SIZES["caution"]
    lines = [
        line
        for sentence in sentences
        for line in wrap_runs(_runs(sentence), width - 2 * PAD - 0.05, size)
    ]
    tall = len(lines) * leading(size) + PAD

    def draw(sheet: Sheet, x: float, y: float) -> None:
        sheet.fill(x, y, width, tall, style.WASH)
        sheet.fill(x, y, 0.04, tall, style.WARM)
        for place, line in enumerate(lines):
            sheet.write(x + PAD + 0.05, y + PAD / 2 + place * leading(size), line, size)

    return Box(tall, draw, before)


def _titles(title: str, subtitle: str, width: float) -> tuple[list[Line], list[Line]]:
    return (
        wrap_runs([TextRun(title, "bold")], width, style.CHART) if title else [],
        wrap_runs([TextRun(subtitle, "regular", style.SOFT)], width, style.SMALL)
        if subtitle
        else [],
    )


def _table(table: Table, width: float) -> list[Box]:
    head, sub = _titles(table.title, table.subtitle, width)
    laid = [text_box(head, style.CHART, before=GAP + 0.04, keep=True)] if head else []
    if sub:
        laid.append(text_box(sub, style.SMALL, before=0.02, keep=True))
    wordy = sum(len(cell.text) for row in table.rows for cell in row) > WORDY
    size = style.SMALL + (-0.9 if wordy else -0.3 if len(table.widths) > 3 else 0.3)
    columns = _column_widths(table, width, size)
    head_box = None
    if table.head:
        cells = tuple(Cell(text) for text in table.head)
        head_box = _row(cells, columns, table, size=style.TINY, step=leading(style.TINY), head=True)
        laid.append(Box(head_box.height, head_box.draw, before=0.06, keep=True))
    else:
        laid.append(Box(0.03, _ruler(width), keep=True))
    for place, row in enumerate(table.rows, start=1):
        step = leading(size) * (TIGHT if wordy else 1.0)
        made = _row(row, columns, table, size=size, step=step)
        last = bool(table.more) and place == len(table.rows)
        laid.append(Box(made.height, made.draw, keep=last, repeat=head_box))
    if table.more:
        lines = wrap_runs([TextRun(table.more, "regular", style.SOFT)], width, style.SMALL)
        laid.append(text_box(lines, style.SMALL, before=0.04))
    return laid


def _column_widths(table: Table, width: float, size: float) -> list[float]:
    """Give columns their shares, and more, out of the widest one, where a word would be broken."""
    columns = [share * width for share in table.widths]
    widest = columns.index(max(columns))
    for place, room in enumerate(columns):
        words = (word for row in table.rows for word in lettering.clean(row[place].text).split())
        need = max((lettering.width(word, size) for word in words), default=0.0) + CELL_GAP
        # What is longer than a name is broken: it would take the room of the others.
        if place != widest and room < need <= LONGEST_NAME * width:
            left = columns[widest] - (need - room)
            if left >= LEAST_WIDEST * width:
                columns[place], columns[widest] = need, left
    return columns


def _ruler(width: float) -> Callable[[Sheet, float, float], None]:
    return lambda sheet, x, y: sheet.rule(x, y + 0.03, width, color=style.FAINT, weight=0.7)


def _row(
    cells: Sequence[Cell],
    columns: Sequence[float],
    table: Table,
    *,
    size: float,
    step: float,
    head: bool = False,
) -> Box:
    color = style.SOFT if head else style.INK
    laid = []
    for cell, room in zip(cells, columns, strict=True):
        text = f"{cell.text} ({cell.reason})" if cell.reason else cell.text
        runs = [TextRun(text, "bold" if head else "regular", color), *_marks(cell.notes)]
        lines = wrap_runs(runs, room - CELL_GAP, size)
        if len(lines) > MOST_LINES:
            lines = [*lines[: MOST_LINES - 1], (TextRun(lettering.ELLIPSIS, "regular", color),)]
        laid.append(lines)
    tall = max(1, *map(len, laid)) * step + 0.06

    def draw(sheet: Sheet, x: float, y: float) -> None:
        at = x
        for lines, room, align in zip(laid, columns, table.align, strict=True):
            for place, line in enumerate(lines):
                right = align == "right"
                edge = at + room - CELL_GAP if right else at
                sheet.write(edge, y + 0.03 + place * step, line, size, right=right)
            at += room
        weight, shade = (0.7, style.FAINT) if head else (0.4, style.RULE)
        sheet.rule(x, y + tall, sum(columns), color=shade, weight=weight)

    return Box(tall, draw)


def chart_box(
    chart: Chart,
    width: float,
    *,
    before: float = GAP + 0.06,
    whole: object = None,
    least: float = 0.0,
) -> Box:
    """Lay out a chart, a part of ``whole``, under titles that take at least ``least`` inches."""
    plot = PLOTS[chart.kind]
    extent = {} if plot.split is None else {"whole": whole or chart.data}
    head, sub = _titles(chart.title, chart.subtitle, width)
    foot = (
        wrap_runs([TextRun(chart.caution, "regular", style.RUST)], width, style.SMALL)
        if chart.caution
        else []
    )
    top = max(least, _titles_height(head, sub)) + (0.1 if head else 0.04)
    tall = plot.height(chart.data)
    below = len(foot) * leading(style.SMALL) + (0.05 if foot else 0.0)

    def draw(sheet: Sheet, x: float, y: float) -> None:
        for place, line in enumerate(head):
            sheet.write(x, y + place * leading(style.CHART), line, style.CHART)
        at = y + len(head) * leading(style.CHART) + 0.01
        for place, line in enumerate(sub):
            sheet.write(x, at + place * leading(style.SMALL), line, style.SMALL)
        room = plot.margins(chart.data)
        ax = sheet.axes(
            x + room.left,
            y + top + room.top,
            width - room.left - room.right,
            tall - room.top - room.bottom,
        )
        plot.draw(chart.data, ax=ax, **extent)
        for place, line in enumerate(foot):
            at = y + top + tall + 0.05 + place * leading(style.SMALL)
            sheet.write(x, at, line, style.SMALL)

    def split(room: float) -> tuple[Box, ...]:
        return _split(chart, width, room - top, whole or chart.data)

    parts = None if plot.split is None else split
    return Box(top + tall + below, draw, before, split=parts)


def _split(chart: Chart, width: float, room: float, whole: object) -> tuple[Box, ...]:
    """Divide a chart into what fits into ``room`` inches and the rest, which says what it is."""
    plot = PLOTS[chart.kind]
    assert plot.split is not None
    first, rest = plot.split(chart.data, room)
    if not first or not rest:
        return ()
    named = chart.subtitle
    if chart.data is whole:
        named = say("paper.continued", title=chart.title or chart.subtitle)
    parts = (
        replace(chart, data=first, caution=""),
        replace(chart, data=rest, title="", subtitle=named),
    )
    return tuple(chart_box(part, width, whole=whole) for part in parts)


def _multiples_by_row(chart: Chart, data: Multiples, width: float) -> list[Box]:
    """Lay out small multiples a row a box, so that a sheet can end between two rows."""
    head, sub = _titles(chart.title, chart.subtitle, width)
    laid = [
        text_box(head, style.CHART, before=GAP + 0.06, keep=True),
        text_box(sub, style.SMALL, before=0.01, keep=True),
    ]
    continued = say("paper.continued", title=chart.title or chart.subtitle)
    again = text_box(_titles("", continued, width)[1], style.SMALL)
    for place, row in enumerate(data.rows):
        single_row = Multiples((row,), data.across)
        part = replace(chart, title="", subtitle="", caution="", data=single_row)
        box = chart_box(part, width, before=0.0 if place else 0.05)
        laid.append(replace(box, repeat=again if place else None))
    if chart.caution:
        laid[-1] = replace(laid[-1], keep=True)
        foot = wrap_runs([TextRun(chart.caution, "regular", style.RUST)], width, style.SMALL)
        laid.append(text_box(foot, style.SMALL, before=0.05))
    return laid


def _titles_height(head: Sequence[Line], sub: Sequence[Line]) -> float:
    return len(head) * leading(style.CHART) + len(sub) * leading(style.SMALL)


def _two_abreast(first: Chart, second: Chart, width: float) -> Box:
    half = (width - COLUMN_GAP) / 2
    # Two of a kind are compared by eye: they start at one height.
    alike = first.kind == second.kind
    titles = (
        _titles_height(*_titles(chart.title, chart.subtitle, half)) for chart in (first, second)
    )
    least = max(titles) if alike else 0.0
    left, right = (chart_box(chart, half, least=least) for chart in (first, second))

    def draw(sheet: Sheet, x: float, y: float) -> None:
        left.draw(sheet, x, y)
        right.draw(sheet, x + half + COLUMN_GAP, y)

    return Box(max(left.height, right.height), draw, left.before)


def _notes(notes: Sequence[Note], width: float) -> list[Box]:
    """Set notes in two columns, read downwards; a sheet ends between any two of them."""
    half = (width - COLUMN_GAP) / 2
    return [_columns([_note(note, half) for note in notes], half)]


def _columns(notes: Sequence[Box], half: float) -> Box:
    """Fill the left column as far as it is no shorter than the right one must be."""
    depths = list(accumulate(note.height + NOTE_GAP for note in notes))
    left = next(at for at, depth in enumerate(depths, start=1) if 2 * depth >= depths[-1])
    tall = _columns_height(notes)

    def draw(sheet: Sheet, x: float, y: float) -> None:
        for column, first in ((notes[:left], x), (notes[left:], x + half + COLUMN_GAP)):
            down = y
            for note in column:
                note.draw(sheet, first, down)
                down += note.height + NOTE_GAP

    def split(room: float) -> tuple[Box, ...]:
        kept = max((n for n in range(len(notes)) if _columns_height(notes[:n]) <= room), default=0)
        # A few notes alone would leave a column, or most of a sheet, empty.
        if not FEWEST_NOTES <= kept < len(notes):
            return ()
        return _columns(notes[:kept], half), _columns(notes[kept:], half)

    return Box(tall, draw, before=0.09, split=split)


def _columns_height(notes: Sequence[Box]) -> float:
    """Height of notes in two columns of nearly the same length."""
    depths = list(accumulate(note.height + NOTE_GAP for note in notes))
    if not depths:
        return 0.0
    left = next(depth for depth in depths if 2 * depth >= depths[-1])
    return max(left, depths[-1] - left)


def _note(note: Note, width: float) -> Box:
    gutter, size = 0.3, style.SMALL + 0.2
    runs = _marked(note)
    lines = wrap_runs([run for run in runs if run.text], width - gutter, size)
    if len(lines) > MOST_LINES:
        lines = [*lines[: MOST_LINES - 1], (TextRun(lettering.ELLIPSIS, "serif"),)]
    first, *rest = facts(note)
    # A name of any length leaves room for the sentence it stands in.
    first = lettering.fit(lettering.clean(first), width - gutter, style.TINY)
    small_print = lettering.fit_lines(
        " · ".join((first, *rest)), width - gutter, style.TINY, most=2
    )

    def draw(sheet: Sheet, x: float, y: float) -> None:
        sheet.write(x, y, (TextRun(str(note.number), "bold", style.ACCENT),), style.SMALL)
        for place, line in enumerate(lines):
            sheet.write(x + gutter, y + place * leading(size), line, size)
        below = y + len(lines) * leading(size)
        for place, text in enumerate(small_print):
            line = (TextRun(text, "regular", style.SOFT),)
            sheet.write(x + gutter, below + place * leading(style.TINY), line, style.TINY)

    return Box(len(lines) * leading(size) + len(small_print) * leading(style.TINY), draw)


def _marked(note: Note) -> list[TextRun]:
    """Set the parts that count in bold; a part that is the whole sentence marks nothing."""
    whole = (0, len(note.text))
    bold = [False] * len(note.text)
    for mark in note.marks:
        if (mark.start, mark.end) != whole:
            bold[mark.start : mark.end] = [True] * (mark.end - mark.start)
    runs: list[TextRun] = []
    for strong, group in itertools.groupby(range(len(bold)), key=bold.__getitem__):
        places = list(group)
        text = note.text[places[0] : places[-1] + 1]
        runs.append(TextRun(text, "serif-bold", style.ACCENT) if strong else TextRun(text, "serif"))
    return runs
