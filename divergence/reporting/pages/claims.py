"""Claims and figures: the ledger, and which source carries which statement."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from divergence.comparing.claims.claim_results import LedgerEntry, Statement
from divergence.comparing.claims.ledger import verdicts
from divergence.comparing.claims.statement_carriers import only_one, presence, shared
from divergence.displays import agreement, figure_labels, ledger
from divergence.phrases import commas, row, say, semicolons
from divergence.plots.agreement import Agreement
from divergence.plots.lettering import plain
from divergence.plots.number_format import number
from divergence.plots.party_names import list_of, short
from divergence.reporting.number_sentences import and_more, in_quotes
from divergence.reporting.pages import conflicts_and_omissions, origins, shared_blocks
from divergence.reporting.report import Block, Cell, Chart, Page, Paragraph, Sentence, Table
from divergence.reporting.report_context import ReportContext

MOST_ALONE = 24
MOST_STATEMENTS, MOST_PAIRS, MOST_ONLY = 14, 6, 8


def page(context: ReportContext) -> Page | None:
    """Return the page, which may say that nothing was aligned; None where nothing was found."""
    ledger, statements = context.comparison.ledger, context.comparison.statements
    if not ledger and not statements and not context.unaligned:
        return None
    blocks: list[Block] = [Paragraph((Sentence(_opening(context)),), kind="body")]
    blocks += origins.origin_blocks(context)
    # The side-by-side table of two sources can fill a sheet that is begun; a chart cannot.
    pair = len(context.sources) == 2
    blocks += _agreement(context) if pair else ()
    if any(entry.verdict != "only" for entry in ledger):
        blocks.append(_chart(context))
    blocks += conflicts_and_omissions.conflict_blocks(context)
    alone = [entry for entry in ledger if entry.verdict == "only"]
    if alone:
        blocks.append(_lone_figures(context, alone))
    blocks += () if pair else _agreement(context)
    blocks += _lone_statements(context)
    columns = context.family("claims")
    if columns:
        blocks += shared_blocks.measures(context, columns, "claims")
    return Page("claims", say("heading.claims"), tuple(blocks))


def differing(ledger: Iterable[LedgerEntry]) -> list[LedgerEntry]:
    """Return the entries whose numbers differ, then those that agree but for something else."""
    numbers = [entry for entry in ledger if entry.verdict == "differ"]
    others = [entry for entry in ledger if entry.verdict == "agree" and entry.differences]
    return numbers + others


def subject(context: ReportContext, entry: LedgerEntry) -> str:
    """Write what an entry counts, with its event where there are several."""
    return figure_labels.subject(entry, context.event_among_several(entry.event))


def _opening(context: ReportContext) -> str:
    if context.unaligned:
        return say("caution.not_aligned")
    ledger = context.comparison.ledger
    n = sum(len(entry.figures) for entry in ledger)
    if len(context.sources) < 2:
        return say("claims.opening_alone", figures=n, subjects=len(ledger))
    tally = verdicts(ledger)
    return say(
        "claims.opening",
        figures=n,
        subjects=len(ledger),
        compared=tally.compared,
        agree=tally.agree,
        differ=tally.differ,
        only=tally.only,
    )


def _chart(context: ReportContext) -> Chart:
    choice = ledger.choose(context.comparison)
    groups = tuple(
        figure_labels.group(entry, subject(context, entry), most=ledger.MOST_ROWS)
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
            f"{group.heading}: "
            + semicolons([f"{figure_row.source}, {figure_row.text}" for figure_row in group.rows])
            for group in groups
        )[:2000],
    )


def _lone_figures(context: ReportContext, alone: Sequence[LedgerEntry]) -> Table:
    pairs = [
        (subject(context, entry), figure)
        for entry in alone
        for figure in figure_labels.once(entry.figures)
    ]
    rows = []
    for what, figure in pairs[:MOST_ALONE]:
        notes = context.footnotes.cite_sentences((figure.at,), label="figures")
        details = (plain(figure.window, limit=40), plain(figure.place))
        where = commas([text for text in details if text])
        rows.append(
            (
                Cell(figure_labels.amount(figure), figure.low, notes=notes),
                Cell(what),
                Cell(figure_labels.claimant(figure)),
                Cell(where or "–"),
                Cell(short(figure.at.source)),
            )
        )
    return Table(
        name="claims-alone",
        title=say("claims.alone" if len(context.sources) > 1 else "claims.figures"),
        subtitle=say("claims.alone_how"),
        head=row("claims.alone_head"),
        widths=(0.17, 0.27, 0.2, 0.2, 0.16),
        align=("left",) * 5,
        rows=tuple(rows),
        more=and_more(len(pairs) - len(rows), "figure"),
    )


def _lone_statements(context: ReportContext) -> tuple[Block, ...]:
    alone = only_one(context.comparison.statements)
    if not alone:
        return ()
    rows = tuple(
        (
            Cell(short(statement.sources[0])),
            Cell(
                in_quotes(plain(agreement.shortest(statement).text, limit=240)),
                notes=context.footnotes.cite_sentences(statement.sentences[:1], label="statement"),
            ),
        )
        for statement in alone[:MOST_ONLY]
    )
    table = Table(
        name="claims-only-one",
        title=say("claims.only_one", statements=len(alone)),
        subtitle=say("claims.only_one_how"),
        head=row("claims.only_one_head"),
        widths=(0.2, 0.8),
        align=("left", "left"),
        rows=rows,
        more=and_more(len(alone) - len(rows), "statement"),
    )
    return (table,)


def _side_by_side(context: ReportContext, together: Sequence[Statement]) -> Table:
    rows = []
    for statement in together[:MOST_PAIRS]:
        pair = []
        for source in context.sources:
            ref = next((ref for ref in statement.sentences if ref.source == source), None)
            notes = context.footnotes.cite_sentences((ref,), label="statement") if ref else ()
            pair.append(Cell(plain(ref.text, limit=240) if ref else "–", notes=notes))
        rows.append((*pair, Cell(number(statement.similarity), statement.similarity)))
    return Table(
        name="claims-agreement",
        title=say("claims.pairs", statements=len(together)),
        subtitle=say("claims.pairs_how"),
        head=(*map(short, context.sources), say("claims.similarity")),
        widths=(0.45, 0.45, 0.1),
        align=("left", "left", "right"),
        rows=tuple(rows),
        more=and_more(len(together) - len(rows), "statement"),
    )


def _agreement(context: ReportContext) -> tuple[Block, ...]:
    if len(context.sources) < 2:
        return ()
    together = shared(context.comparison.statements)
    if not together:
        return ()
    if len(context.sources) == 2:
        return (
            _side_by_side(context, sorted(together, key=lambda statement: -statement.similarity)),
        )
    shown = together[:MOST_STATEMENTS]
    sources = context.shown_sources
    statements = []
    for statement in shown:
        notes = context.footnotes.cite_sentences(statement.sentences[:1], label="statement")
        mark = f" [{notes[0]}]" if notes else ""
        statements.append(plain(agreement.shortest(statement).text, limit=200) + mark)
    carried = tuple(presence(statement, sources) for statement in shown)
    chart = Chart(
        name="claims-agreement",
        kind="agreement",
        title=agreement.headline(together),
        subtitle=agreement.how_to_read(together, carried),
        data=Agreement(tuple(statements), sources, carried),
        caution=and_more(len(together) - len(shown), "statement"),
        alt=" ".join(
            say("claims.carried_by", statement=text, sources=list_of(statement.sources))
            for text, statement in zip(statements, shown, strict=True)
        )[:2000],
    )
    return (chart,)
