"""Page one: the event, the sources, the largest differences, and who reports what."""

from __future__ import annotations

from divergence.comparing.claims.carriers import only_one, reach, shared
from divergence.comparing.claims.claim_results import Conflict, LedgerEntry, Statement
from divergence.comparing.claims.ledger import verdicts
from divergence.displays import contrast_selection
from divergence.displays.agreement import shortest
from divergence.displays.figure_labels import amount, said
from divergence.phrases import commas, say, semicolons
from divergence.plots.lettering import plain
from divergence.reporting import number_sentences
from divergence.reporting.pages import disputes, origins, shared_blocks
from divergence.reporting.pages.claims import differing, subject
from divergence.reporting.report import Align, Block, Cell, Page, Sentence, Table, Words
from divergence.reporting.report_context import Desk

MOST_DIFFERENCES, MOST_LISTED = 5, 8
MOST_ROWS = 2
PLACE_IN_TABLE, ENTRY_IN_TABLE = 150, 190
LEFT: tuple[Align, Align] = ("left", "left")


def page(desk: Desk) -> Page:
    """Return the first page; a single source gets a profile that says that it compares nothing."""
    blocks: list[Block] = [Words((Sentence(_sources(desk)), Sentence(_used(desk))), kind="body")]
    single = len(desk.sources) < 2
    if single:
        only = "caution.single_article" if desk.n_articles == 1 else "caution.single_source"
        blocks.append(Words((Sentence(say(only)),), kind="caution"))
    blocks += _cautions(desk)
    if single:
        profile = shared_blocks.lead(desk, desk.comparison.columns, "profile", most=10)
        blocks.append(Words(profile.sentences, kind="list", heading=say("summary.in_numbers")))
    else:
        blocks.append(_differences(desk))
    blocks += _shared(desk)
    heading = say("heading.profile" if single else "heading.summary")
    return Page("profile" if single else "summary", heading, tuple(blocks))


def _sources(desk: Desk) -> str:
    profiles = sorted(desk.comparison.sources, key=lambda one: (-one.n_articles, one.source))
    if not profiles:
        return say("summary.nothing_measured")
    told = commas(
        [
            say(
                "summary.source",
                source=number_sentences.short(one.source),
                articles=one.n_articles,
                words=one.n_words,
            )
            for one in profiles[:MOST_LISTED]
        ]
    )
    rest = len(profiles) - MOST_LISTED
    if rest > 0:
        told = say("summary.more_sources", told=told, sources=rest)
    events = [event for event in desk.comparison.events if event]
    if len(events) > 1:
        return say("summary.on_events", sources=len(profiles), events=len(events), told=told)
    return say("summary.sources", sources=len(profiles), told=told)


def _used(desk: Desk) -> str:
    info = desk.info
    n = {"inputs": info.n_in, "used": info.n_used, "rejected": len(info.rejections)}
    return say("summary.used", **n) if info.rejections else say("method.used", **n)


def _cautions(desk: Desk) -> list[Block]:
    said = [Sentence(say("caution.no_verdict"))]
    sources = desk.comparison.sources
    if len(sources) > 1 and any(one.n_articles == 1 for one in sources):
        said.append(Sentence(say("caution.one_each")))
    if desk.info.sides_proposed and desk.comparison.sides:
        sides = say("summary.sides", sides=number_sentences.list_of(desk.comparison.sides))
        said.append(Sentence(f"{sides} {say('caution.proposed')}"))
    return [Words(tuple(said), kind="caution")]


def _differences(desk: Desk) -> Words:
    columns = contrast_selection.leading(desk.comparison)
    chosen = desk.strongest(columns, most=MOST_DIFFERENCES, per_feature=2)
    sentences = tuple(shared_blocks.sentence(desk, contrast, most=1) for contrast in chosen)
    if not sentences:
        sentences = (Sentence(say("summary.no_difference")),)
    return Words(sentences, kind="list", heading=say(f"summary.largest.{len(sentences)}"))


def _shared(desk: Desk) -> list[Block]:
    comparison = desk.comparison
    if len(desk.sources) < 2:
        return []
    if desk.unaligned:
        said = Sentence(say("caution.not_aligned"))
        return [Words((said,), kind="body", heading=say("heading.claims"))]
    alone = only_one(comparison.statements)
    together = shared(comparison.statements)
    everyone = [one for one in together if reach(one) == "all"]
    entries = differing(comparison.ledger)
    conflicts = comparison.conflicts
    differ = not entries or entries[0].verdict == "differ"
    return [
        _table(
            "shared",
            "all" if everyone or not together else "several",
            [_statement(desk, one) for one in (everyone or together)[:MOST_ROWS]],
            len(everyone or together),
            nothing=say("summary.nothing.shared"),
        ),
        _table(
            "disputed",
            _disputed(bool(conflicts), differ),
            [_conflict(desk, one) for one in conflicts[:MOST_ROWS]]
            or [_entry(desk, one) for one in entries[:MOST_ROWS]],
            len(conflicts) or len(entries),
            nothing=_compared(desk),
        ),
        _table(
            "alone",
            "alone",
            [_statement(desk, one) for one in alone[:MOST_ROWS]],
            len(alone),
            nothing=say("summary.nothing.alone"),
        ),
    ]


def _disputed(conflicts: bool, differ: bool) -> str:
    if conflicts:
        return "conflicts"
    return "differ" if differ else "same_figure"


def _compared(desk: Desk) -> str:
    """Say how many figures were compared and how many match: not that nothing differs."""
    found = verdicts(desk.comparison.ledger)
    if not found.compared:
        return say("summary.nothing.compared")
    counts = {"compared": found.compared, "agree": found.agree, "differ": found.differ}
    return say("summary.nothing.disputed", **counts)


def _conflict(desk: Desk, one: Conflict) -> tuple[Cell, ...]:
    cell = disputes.told(desk, one)
    aspect = number_sentences.capital(say(f"aspect.{one.aspect}"))
    text = say("summary.conflict", aspect=aspect, told=cell.text, sure=disputes.sure(one))
    return (Cell(plain(text, limit=ENTRY_IN_TABLE + 40), notes=cell.notes),)


def _statement(desk: Desk, one: Statement) -> tuple[Cell, ...]:
    notes = desk.footnotes.of_sentences(one.sentences[:2], label="statement")
    text = number_sentences.in_quotes(plain(shortest(one).text, limit=PLACE_IN_TABLE))
    event = f" ({desk.event(one.event)})" if len(desk.comparison.events) > 1 else ""
    said = Cell(f"{text}{event}", notes=notes)
    # Of two sources, both carry what is shared: naming them again would only take room.
    if len(desk.sources) == 2 and len(one.sources) == 2:
        return (said,)
    who = number_sentences.list_of(one.sources, most=3)
    if reach(one) == "several":
        who = say("summary.by_several", n=len(one.sources), of=one.n_sources, sources=who)
    return said, Cell(who + origins.fewer(one))


def _entry(desk: Desk, one: LedgerEntry) -> tuple[Cell, ...]:
    told = list(dict.fromkeys(f"{said(figure)}" for figure in one.figures))
    if one.verdict == "agree":
        each = say("summary.in_each", amount=amount(one.figures[0]))
        told = [each, *map(str, one.differences)]
    text = f"{subject(desk, one)}: {semicolons(told[:4])}"
    notes = desk.footnotes.of_sentences((figure.at for figure in one.figures[:2]), label="figures")
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
        more=number_sentences.and_more(left, "dispute" if name == "disputed" else "statement"),
    )
