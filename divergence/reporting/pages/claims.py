"""Claims and figures: the ledger, and which source carries which statement."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from divergence.comparing.claims.carriers import only_one, presence, shared
from divergence.comparing.claims.claim_results import LedgerEntry, Statement
from divergence.comparing.claims.ledger import verdicts
from divergence.displays import agreement, figure_labels, ledger
from divergence.phrases import commas, row, say, semicolons
from divergence.plots.agreement import Agreement
from divergence.plots.lettering import plain
from divergence.plots.number_format import number
from divergence.reporting import number_sentences
from divergence.reporting.pages import disputes, origins, shared_blocks
from divergence.reporting.report import Block, Cell, Chart, Page, Sentence, Table, Words
from divergence.reporting.report_context import Desk

MOST_ALONE = 24
MOST_STATEMENTS, MOST_PAIRS, MOST_ONLY = 14, 6, 8


def page(desk: Desk) -> Page | None:
    """Return the page, or None where no figure and no statement was found.

    Where articles name no event the page says that nothing was aligned.
    """
    ledger, statements = desk.comparison.ledger, desk.comparison.statements
    if not ledger and not statements and not desk.unaligned:
        return None
    blocks: list[Block] = [Words((Sentence(_opening(desk)),), kind="body")]
    blocks += origins.among_claims(desk)
    # The side-by-side table of two sources can fill a sheet that is begun; a chart cannot.
    pair = len(desk.sources) == 2
    blocks += _agreement(desk) if pair else ()
    if any(entry.verdict != "only" for entry in ledger):
        blocks.append(_chart(desk))
    blocks += disputes.among_claims(desk)
    alone = [entry for entry in ledger if entry.verdict == "only"]
    if alone:
        blocks.append(_alone(desk, alone))
    blocks += () if pair else _agreement(desk)
    blocks += _only_one(desk)
    columns = desk.family("claims")
    if columns:
        blocks += shared_blocks.measures(desk, columns, "claims")
    return Page("claims", say("heading.claims"), tuple(blocks))


def differing(ledger: Iterable[LedgerEntry]) -> list[LedgerEntry]:
    """Return the entries whose numbers differ, then those that agree but for something else."""
    numbers = [entry for entry in ledger if entry.verdict == "differ"]
    others = [entry for entry in ledger if entry.verdict == "agree" and entry.differences]
    return numbers + others


def subject(desk: Desk, entry: LedgerEntry) -> str:
    """Write what an entry counts, with its event where there are several."""
    several = len(desk.comparison.events) > 1
    return figure_labels.subject(entry, desk.event(entry.event) if several else "")


def _opening(desk: Desk) -> str:
    if desk.unaligned:
        return say("caution.not_aligned")
    ledger = desk.comparison.ledger
    n = sum(len(entry.figures) for entry in ledger)
    if len(desk.sources) < 2:
        return say("claims.opening_alone", figures=n, subjects=len(ledger))
    found = verdicts(ledger)
    return say(
        "claims.opening",
        figures=n,
        subjects=len(ledger),
        compared=found.compared,
        agree=found.agree,
        differ=found.differ,
        only=found.only,
    )


def _chart(desk: Desk) -> Chart:
    choice = ledger.choose(desk.comparison)
    groups = tuple(
        figure_labels.group(entry, subject(desk, entry), most=ledger.MOST_ROWS)
        for entry in choice.drawn
    )
    return Chart(
        name="claims-ledger",
        kind="ledger",
        title=ledger.headline(choice.entries),
        subtitle=ledger.how_to_read(groups),
        data=groups,
        caution=say("caution.more_entries", n=choice.left) if choice.left else "",
        alt=" ".join(
            f"{group.heading}: " + semicolons([f"{one.source}, {one.text}" for one in group.rows])
            for group in groups
        )[:2000],
    )


def _alone(desk: Desk, alone: Sequence[LedgerEntry]) -> Table:
    pairs = [
        (subject(desk, entry), figure)
        for entry in alone
        for figure in figure_labels.once(entry.figures)
    ]
    rows = []
    for what, figure in pairs[:MOST_ALONE]:
        notes = desk.footnotes.of_sentences((figure.at,), label="figures")
        told = (plain(figure.window, limit=40), plain(figure.place))
        where = commas([text for text in told if text])
        rows.append(
            (
                Cell(figure_labels.amount(figure), figure.low, notes=notes),
                Cell(what),
                Cell(figure_labels.claimant(figure)),
                Cell(where or "–"),
                Cell(number_sentences.short(figure.at.source)),
            )
        )
    return Table(
        name="claims-alone",
        title=say("claims.alone" if len(desk.sources) > 1 else "claims.figures"),
        subtitle=say("claims.alone_how"),
        head=row("claims.alone_head"),
        widths=(0.17, 0.27, 0.2, 0.2, 0.16),
        align=("left",) * 5,
        rows=tuple(rows),
        more=number_sentences.and_more(len(pairs) - len(rows), "figure"),
    )


def _only_one(desk: Desk) -> tuple[Block, ...]:
    alone = only_one(desk.comparison.statements)
    if not alone:
        return ()
    rows = tuple(
        (
            Cell(number_sentences.short(one.sources[0])),
            Cell(
                number_sentences.in_quotes(plain(agreement.shortest(one).text, limit=240)),
                notes=desk.footnotes.of_sentences(one.sentences[:1], label="statement"),
            ),
        )
        for one in alone[:MOST_ONLY]
    )
    table = Table(
        name="claims-only-one",
        title=say("claims.only_one", statements=len(alone)),
        subtitle=say("claims.only_one_how"),
        head=row("claims.only_one_head"),
        widths=(0.2, 0.8),
        align=("left", "left"),
        rows=rows,
        more=number_sentences.and_more(len(alone) - len(rows), "statement"),
    )
    return (table,)


def _side_by_side(desk: Desk, together: Sequence[Statement]) -> Table:
    rows = []
    for one in together[:MOST_PAIRS]:
        pair = []
        for source in desk.sources:
            ref = next((ref for ref in one.sentences if ref.source == source), None)
            notes = desk.footnotes.of_sentences((ref,), label="statement") if ref else ()
            pair.append(Cell(plain(ref.text, limit=240) if ref else "–", notes=notes))
        rows.append((*pair, Cell(number(one.similarity), one.similarity)))
    return Table(
        name="claims-agreement",
        title=say("claims.pairs", statements=len(together)),
        subtitle=say("claims.pairs_how"),
        head=(*map(number_sentences.short, desk.sources), say("claims.similarity")),
        widths=(0.45, 0.45, 0.1),
        align=("left", "left", "right"),
        rows=tuple(rows),
        more=number_sentences.and_more(len(together) - len(rows), "statement"),
    )


def _agreement(desk: Desk) -> tuple[Block, ...]:
    if len(desk.sources) < 2:
        return ()
    together = shared(desk.comparison.statements)
    if not together:
        return ()
    if len(desk.sources) == 2:
        return (_side_by_side(desk, sorted(together, key=lambda one: -one.similarity)),)
    shown = together[:MOST_STATEMENTS]
    sources = desk.shown_sources
    statements = []
    for one in shown:
        notes = desk.footnotes.of_sentences(one.sentences[:1], label="statement")
        mark = f" [{notes[0]}]" if notes else ""
        statements.append(plain(agreement.shortest(one).text, limit=200) + mark)
    carried = tuple(presence(one, sources) for one in shown)
    chart = Chart(
        name="claims-agreement",
        kind="agreement",
        title=agreement.headline(together),
        subtitle=agreement.how_to_read(together, carried),
        data=Agreement(tuple(statements), sources, carried),
        caution=number_sentences.and_more(len(together) - len(shown), "statement"),
        alt=" ".join(
            say("claims.carried_by", statement=text, sources=number_sentences.list_of(one.sources))
            for text, one in zip(statements, shown, strict=True)
        )[:2000],
    )
    return (chart,)
