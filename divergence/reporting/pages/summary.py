"""Page one: the event, the sources, the largest differences, and who reports what."""

from __future__ import annotations

from divergence.comparing.results import Conflict, LedgerEntry, Statement
from divergence.plots.lettering import plain
from divergence.plots.numerals import count
from divergence.reporting import words
from divergence.reporting.desk import Desk
from divergence.reporting.pages import disputes, origins, parts
from divergence.reporting.pages.claims import amount, differing, said, subject
from divergence.reporting.report import Align, Block, Cell, Page, Sentence, Table, Words

MOST_DIFFERENCES = 5
MOST_ROWS = 2
PLACE_IN_TABLE, ENTRY_IN_TABLE = 150, 190
LEFT: tuple[Align, Align] = ("left", "left")


def page(desk: Desk) -> Page:
    """Return the first page; a single source gets a profile that says that it compares nothing."""
    blocks: list[Block] = [Words((Sentence(_sources(desk)), Sentence(_used(desk))), kind="body")]
    single = len(desk.sources) < 2
    if single:
        only = words.SINGLE_ARTICLE if desk.n_articles == 1 else words.SINGLE_SOURCE
        blocks.append(Words((Sentence(only),), kind="caution"))
    blocks += _cautions(desk)
    if single:
        profile = parts.lead(desk, desk.comparison.columns, "profile", most=10)
        blocks.append(Words(profile.sentences, kind="list", heading="In numbers"))
    else:
        blocks.append(_differences(desk))
    blocks += _shared(desk)
    heading = words.HEADINGS["profile" if single else "summary"]
    return Page("profile" if single else "summary", heading, tuple(blocks))


def _sources(desk: Desk) -> str:
    profiles = sorted(desk.comparison.sources, key=lambda one: (-one.n_articles, one.source))
    if not profiles:
        return "No article could be measured."
    told = [
        f"{words.short(one.source)} ({count(one.n_articles, 'article')}, "
        f"{count(one.n_words, 'word')})"
        for one in profiles[:8]
    ]
    rest = len(profiles) - len(told)
    more = f" … and {count(rest, 'source')} more" if rest else ""
    kind = count(len(profiles), "source")
    events = [event for event in desk.comparison.events if event]
    of = f" on {count(len(events), 'event')}" if len(events) > 1 else ""
    return f"{kind}{of}: {', '.join(told)}{more}."


def _used(desk: Desk) -> str:
    info = desk.info
    rejected = len(info.rejections)
    said = f"{count(info.n_in, 'input')} read, {info.n_used:,} used, {rejected:,} not used"
    return said + ("; the last page lists each with its reason." if rejected else ".")


def _cautions(desk: Desk) -> list[Block]:
    said = [Sentence(words.NO_VERDICT)]
    sources = desk.comparison.sources
    if len(sources) > 1 and any(one.n_articles == 1 for one in sources):
        said.append(Sentence(words.ONE_EACH))
    if desk.info.sides_proposed and desk.comparison.sides:
        sides = words.list_of(desk.comparison.sides)
        said.append(Sentence(f"Sides: {sides}. {words.PROPOSED}"))
    return [Words(tuple(said), kind="caution")]


def _differences(desk: Desk) -> Words:
    chosen = desk.strongest(desk.comparison.columns, most=MOST_DIFFERENCES, per_feature=2)
    sentences = tuple(parts.sentence(desk, contrast, most=1) for contrast in chosen)
    if not sentences:
        sentences = (Sentence("No difference is defined: nothing was found to compare."),)
    n = {1: "The largest difference"}.get(
        len(sentences), f"The {_in_words(len(sentences))} largest differences"
    )
    return Words(sentences, kind="list", heading=n)


def _in_words(n: int) -> str:
    return ("no", "one", "two", "three", "four", "five")[n] if n < 6 else str(n)


def _shared(desk: Desk) -> list[Block]:
    comparison = desk.comparison
    if len(desk.sources) < 2:
        return []
    if desk.unaligned:
        heading = words.HEADINGS["claims"]
        return [Words((Sentence(words.NOT_ALIGNED),), kind="body", heading=heading)]
    alone = [one for one in comparison.statements if len(one.sources) == 1]
    together = [one for one in comparison.statements if len(one.sources) > 1]
    together.sort(key=lambda one: (len(one.missing), -len(one.sources)))
    everyone = [one for one in together if not one.missing]
    entries = differing(comparison.ledger)
    conflicts = comparison.conflicts
    differ = not entries or entries[0].verdict == "differ"
    many = len(desk.sources) > 2
    return [
        _table(
            desk,
            "shared",
            "Told by all, in similar words"
            if everyone or not many
            else "Told by several, in similar words",
            [_statement(desk, one) for one in (everyone or together)[:MOST_ROWS]],
            len(everyone or together),
            "Alignment found no sentence that sources share.",
        ),
        _table(
            desk,
            "disputed",
            _disputed(bool(conflicts), differ),
            [_conflict(desk, one) for one in conflicts[:MOST_ROWS]]
            or [_entry(desk, one) for one in entries[:MOST_ROWS]],
            len(conflicts) or len(entries),
            "No figure on the same thing differs between sources.",
        ),
        _table(
            desk,
            "alone",
            "What only one has",
            [_statement(desk, one) for one in _by_turns(alone, MOST_ROWS)],
            len(alone),
            "No sentence stands alone.",
        ),
    ]


def _disputed(conflicts: bool, differ: bool) -> str:
    if conflicts:
        return "Told differently"
    return "What they disagree on" if differ else "Same figure, told differently"


def _conflict(desk: Desk, one: Conflict) -> tuple[Cell, ...]:
    cell = disputes.told(desk, one)
    text = f"{one.aspect.capitalize()}: {cell.text} – {disputes.sure(one)}"
    return (Cell(plain(text, limit=ENTRY_IN_TABLE + 40), notes=cell.notes),)


def _by_turns(alone: list[Statement], most: int) -> list[Statement]:
    """Take statements source by source in turn, longest first, so that every side is heard."""
    queues: dict[str, list[Statement]] = {}
    for one in sorted(alone, key=lambda one: -len(one.sentences[0].text)):
        queues.setdefault(one.sources[0], []).append(one)
    taken: list[Statement] = []
    while len(taken) < most and any(queues.values()):
        for queue in queues.values():
            if queue and len(taken) < most:
                taken.append(queue.pop(0))
    return taken


def _statement(desk: Desk, one: Statement) -> tuple[Cell, ...]:
    shortest = min(one.sentences, key=lambda ref: (len(ref.text), ref.article))
    notes = desk.footnotes.of_sentences(one.sentences[:2], label="statement")
    text = words.in_quotes(plain(shortest.text, limit=PLACE_IN_TABLE))
    event = f" ({desk.event(one.event)})" if len(desk.comparison.events) > 1 else ""
    said = Cell(f"{text}{event}", notes=notes)
    # Of two sources, both carry what is shared: naming them again would only take room.
    if len(desk.sources) == 2 and len(one.sources) == 2:
        return (said,)
    return said, Cell(words.list_of(one.sources, most=3) + origins.fewer(one))


def _entry(desk: Desk, one: LedgerEntry) -> tuple[Cell, ...]:
    told = list(dict.fromkeys(f"{said(figure)}" for figure in one.figures))
    if one.verdict == "agree":
        told = [f"{amount(one.figures[0])} in each", *one.differences]
    text = f"{subject(desk, one)}: {'; '.join(told[:4])}"
    notes = desk.footnotes.of_sentences((figure.at for figure in one.figures[:2]), label="figures")
    return (Cell(plain(text, limit=ENTRY_IN_TABLE), notes=notes),)


def _table(
    desk: Desk, name: str, title: str, rows: list[tuple[Cell, ...]], n: int, nothing: str
) -> Table:
    width = len(rows[0]) if rows else 1
    noun = "entry" if name == "disputed" else "statement"
    return Table(
        name=f"summary-{name}",
        title=f"{title} ({n:,})" if n else title,
        subtitle="",
        head=(),
        widths=(0.76, 0.24) if width == 2 else (1.0,),
        align=LEFT[:width],
        rows=tuple(rows) or ((Cell(nothing),),),
        more=words.and_more(n - len(rows), noun) if noun == "statement" else _more(n - len(rows)),
    )


def _more(n: int) -> str:
    return f"… and {n:,} more under claims and figures." if n > 0 else ""
