"""What is taller than the rest of a sheet goes on overleaf, and loses nothing."""

import pytest

from divergence.plots import ledger, style
from divergence.reporting.pdf import paper
from divergence.reporting.pdf.sheet import Sheet
from divergence.reporting.pdf.typesetting import boxes
from divergence.reporting.report import Chart, Note, Notes

GROUPS = tuple(
    ledger.LedgerGroup(
        f"Bridges closed, week {week}",
        "the numbers agree",
        (
            ledger.LedgerRow("North", week, week, str(week)),
            ledger.LedgerRow("South", week, 9 * week, f"{week} to {9 * week}"),
        ),
    )
    for week in range(1, 30)
)
LEDGER = Chart("ledger", "ledger", "The numbers agree", "Each row is a figure.", GROUPS)
NOTES = Notes(
    tuple(Note(n, "a", "North", n, "The ferry waits. " * (n % 4 + 1), (), ()) for n in range(1, 60))
)


def texts(box):
    sheet = Sheet(paper.WIDTH, paper.HEIGHT)
    box.draw(sheet, paper.LEFT, paper.TOP)
    written = [text.get_text() for text in sheet.figure.texts]
    return written + [text.get_text() for ax in sheet.figure.axes for text in ax.texts]


@pytest.mark.parametrize("block", [LEDGER, NOTES], ids=["ledger", "notes"])
@pytest.mark.parametrize("room", [1.5, 4.0])
def test_a_part_fits_and_the_rest_follows(block, room):
    with style.context():
        (whole,) = boxes((block,), paper.COLUMN)
        first, rest = whole.split(room)
        assert first.height <= room
        said = texts(first) + texts(rest)
        assert [text for text in texts(whole) if text not in said] == []


def test_parts_of_a_ledger_share_an_axis():
    with style.context():
        (whole,) = boxes((LEDGER,), paper.COLUMN)
        limits = set()
        for box in (whole, *whole.split(4.0)):
            sheet = Sheet(paper.WIDTH, paper.HEIGHT)
            box.draw(sheet, paper.LEFT, paper.TOP)
            limits |= {ax.get_xlim() for ax in sheet.figure.axes}
    assert len(limits) == 1


def test_where_nothing_fits_nothing_is_split():
    with style.context():
        (whole,) = boxes((NOTES,), paper.COLUMN)
        assert whole.split(0.05) == ()
