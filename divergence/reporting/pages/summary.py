"""Page one: the event, the sources, the largest differences, and who reports what."""

from __future__ import annotations

from divergence.comparing.claims.claim_results import Conflict, LedgerEntry, Statement
from divergence.comparing.claims.ledger import verdicts
from divergence.comparing.claims.statement_carriers import only_one, reach, shared
from divergence.displays import contrast_selection
from divergence.displays.agreement import shortest
from divergence.displays.figure_labels import amount, said
from divergence.phrases import commas, say, semicolons
from divergence.plots.lettering import plain
from divergence.plots.party_names import capital, list_of, short
from divergence.reporting.number_sentences import and_more, in_quotes
from divergence.reporting.pages import conflicts_and_omissions, origins, shared_blocks
from divergence.reporting.pages.claims import differing, subject
from divergence.reporting.report import Align, Block, Cell, Page, Paragraph, Sentence, Table
from divergence.reporting.report_context import ReportContext

MOST_DIFFERENCES, MOST_LISTED = 5, 8
MOST_ROWS = 2
PLACE_IN_TABLE, ENTRY_IN_TABLE = 150, 190
LEFT: tuple[Align, Align] = ("left", "left")


def page(context: ReportContext) -> Page:
    """Return the first page; a single source gets a profile that says that it compares nothing."""
    blocks: list[Block] = [
        Paragraph((Sentence(_sources(context)), Sentence(_used(context))), kind="body")
    ]
    single = len(context.sources) < 2
    if single:
        only = "caution.single_article" if context.n_articles == 1 else "caution.single_source"
        blocks.append(Paragraph((Sentence(say(only)),), kind="caution"))
    blocks += _cautions(context)
    if single:
        profile = shared_blocks.lead(context, context.comparison.columns, "profile", most=10)
        blocks.append(Paragraph(profile.sentences, kind="list", heading=say("summary.in_numbers")))
    else:
        blocks.append(_differences(context))
    blocks += _claim_tables(context)
    heading = say("heading.profile" if single else "heading.summary")
    return Page("profile" if single else "summary", heading, tuple(blocks))


def _sources(context: ReportContext) -> str:
    profiles = sorted(
        context.comparison.sources, key=lambda profile: (-profile.n_articles, profile.source)
    )
    if not profiles:
        return say("summary.nothing_measured")
    listed = commas(
        [
            say(
                "summary.source",
                source=short(profile.source),
                articles=profile.n_articles,
                words=profile.n_words,
            )
            for profile in profiles[:MOST_LISTED]
        ]
    )
    rest = len(profiles) - MOST_LISTED
    if rest > 0:
        listed = say("summary.more_sources", told=listed, sources=rest)
    events = [event for event in context.comparison.events if event]
    if len(events) > 1:
        return say("summary.on_events", sources=len(profiles), events=len(events), told=listed)
    return say("summary.sources", sources=len(profiles), told=listed)


def _used(context: ReportContext) -> str:
    info = context.info
    n = {"inputs": info.n_in, "used": info.n_used, "rejected": len(info.rejections)}
    return say("summary.used", **n) if info.rejections else say("method.used", **n)


def _cautions(context: ReportContext) -> list[Block]:
    said = [Sentence(say("caution.no_verdict"))]
    sources = context.comparison.sources
    if len(sources) > 1 and any(profile.n_articles == 1 for profile in sources):
        said.append(Sentence(say("caution.one_each")))
    if context.info.sides_proposed and context.comparison.sides:
        sides = say("summary.sides", sides=list_of(context.comparison.sides))
        said.append(Sentence(f"{sides} {say('caution.proposed')}"))
    return [Paragraph(tuple(said), kind="caution")]


def _differences(context: ReportContext) -> Paragraph:
    columns = contrast_selection.leading(context.comparison)
    chosen = context.strongest(columns, most=MOST_DIFFERENCES, per_feature=2)
    sentences = tuple(shared_blocks.sentence(context, contrast, most=1) for contrast in chosen)
    if not sentences:
        sentences = (Sentence(say("summary.no_difference")),)
    return Paragraph(sentences, kind="list", heading=say(f"summary.largest.{len(sentences)}"))


def _claim_tables(context: ReportContext) -> list[Block]:
    comparison = context.comparison
    if len(context.sources) < 2:
        return []
    if context.unaligned:
        said = Sentence(say("caution.not_aligned"))
        return [Paragraph((said,), kind="body", heading=say("heading.claims"))]
    alone = only_one(comparison.statements)
    together = shared(comparison.statements)
    everyone = [statement for statement in together if reach(statement) == "all"]
    carried = everyone or together
    entries = differing(comparison.ledger)
    conflicts = comparison.conflicts
    differ = not entries or entries[0].verdict == "differ"
    return [
        _table(
            "shared",
            "all" if everyone or not together else "several",
            [_statement(context, statement) for statement in carried[:MOST_ROWS]],
            len(carried),
            nothing=say("summary.nothing.shared"),
        ),
        _table(
            "disputed",
            _disputed(bool(conflicts), differ),
            [_conflict(context, conflict) for conflict in conflicts[:MOST_ROWS]]
            or [_entry(context, entry) for entry in entries[:MOST_ROWS]],
            len(conflicts) or len(entries),
            nothing=_nothing_differs(context),
        ),
        _table(
            "alone",
            "alone",
            [_statement(context, statement) for statement in alone[:MOST_ROWS]],
            len(alone),
            nothing=say("summary.nothing.alone"),
        ),
    ]


def _disputed(conflicts: bool, differ: bool) -> str:
    if conflicts:
        return "conflicts"
    return "differ" if differ else "same_figure"


def _nothing_differs(context: ReportContext) -> str:
    """Say how many figures were compared and how many match: not that nothing differs."""
    tally = verdicts(context.comparison.ledger)
    if not tally.compared:
        return say("summary.nothing.compared")
    counts = {"compared": tally.compared, "agree": tally.agree, "differ": tally.differ}
    return say("summary.nothing.disputed", **counts)


def _conflict(context: ReportContext, conflict: Conflict) -> tuple[Cell, ...]:
    cell = conflicts_and_omissions.conflict_cell(context, conflict)
    aspect = capital(say(f"aspect.{conflict.aspect}"))
    text = say(
        "summary.conflict",
        aspect=aspect,
        told=cell.text,
        sure=conflicts_and_omissions.confidence_in_words(conflict),
    )
    return (Cell(plain(text, limit=ENTRY_IN_TABLE + 40), notes=cell.notes),)


def _statement(context: ReportContext, statement: Statement) -> tuple[Cell, ...]:
    notes = context.footnotes.cite_sentences(statement.sentences[:2], label="statement")
    text = in_quotes(plain(shortest(statement).text, limit=PLACE_IN_TABLE))
    event = context.event_among_several(statement.event)
    said = Cell(f"{text} ({event})" if event else text, notes=notes)
    # Of two sources, both carry what is shared: naming them again would only take room.
    if len(context.sources) == 2 and len(statement.sources) == 2:
        return (said,)
    who = list_of(statement.sources, most=3)
    if reach(statement) == "several":
        who = say(
            "summary.by_several", n=len(statement.sources), of=statement.n_sources, sources=who
        )
    return said, Cell(who + origins.independent_origins(statement))


def _entry(context: ReportContext, entry: LedgerEntry) -> tuple[Cell, ...]:
    amounts = list(dict.fromkeys(said(figure) for figure in entry.figures))
    if entry.verdict == "agree":
        in_each = say("summary.in_each", amount=amount(entry.figures[0]))
        amounts = [in_each, *map(str, entry.differences)]
    text = f"{subject(context, entry)}: {semicolons(amounts[:4])}"
    notes = context.footnotes.cite_sentences(
        (figure.at for figure in entry.figures[:2]), label="figures"
    )
    return (Cell(plain(text, limit=ENTRY_IN_TABLE), notes=notes),)


def _table(name: str, title: str, rows: list[tuple[Cell, ...]], n: int, *, nothing: str) -> Table:
    width = len(rows[0]) if rows else 1
    left = n - len(rows)
    title = say(f"summary.title.{title}")
    return Table(
        name=f"summary-{name}",
        title=say("summary.counted", title=title, n=n) if n else title,
        subtitle="",
        head=(),
        widths=(0.76, 0.24) if width == 2 else (1.0,),
        align=LEFT[:width],
        rows=tuple(rows) or ((Cell(nothing),),),
        more=and_more(left, "dispute" if name == "disputed" else "statement"),
    )
