"""Where the texts come from: copies counted once, passages and accounts that articles share."""

from __future__ import annotations

import math

from divergence.comparing.claims.claim_results import Statement
from divergence.comparing.origins.origin_results import Kinship, Member, Origin, SharedPassage
from divergence.phrases import commas, row, say, semicolons
from divergence.plots.lettering import plain
from divergence.plots.number_format import day, number
from divergence.plots.party_names import list_of, short
from divergence.reporting.number_sentences import and_more, quoted
from divergence.reporting.report import Block, Cell, Page, Paragraph, Sentence, Table
from divergence.reporting.report_context import ReportContext

MOST_GROUPS, MOST_PAIRS, MOST_PASSAGES = 10, 10, 2
PASSAGE = 150


def page(context: ReportContext) -> Page | None:
    """Return the page; None where nothing was found, or two articles have it among the claims."""
    comparison = context.comparison
    if not (comparison.origins or comparison.kinships) or _pair(context):
        return None
    blocks: list[Block] = [
        Paragraph((Sentence(_opening(context)), Sentence(say("origins.meaning"))), kind="body")
    ]
    if comparison.origins:
        blocks.append(_copies_table(context))
    kin = [kinship for kinship in comparison.kinships if kinship.kind != "copy"]
    if kin:
        blocks.append(_kinship_table(context, kin))
    return Page("origins", say("heading.origins"), tuple(blocks))


def origin_blocks(context: ReportContext) -> tuple[Block, ...]:
    """Return what the page of claims says: of two articles all, else that nothing is shared."""
    if len(context.sources) < 2 or context.n_articles < 2 or not context.comparison.statements:
        return ()
    kinships = context.comparison.kinships
    if not kinships:
        return (Paragraph((Sentence(say("origins.nothing")),), kind="body"),)
    if not _pair(context):
        return ()
    only = kinships[0]
    return (Paragraph(_pair_sentences(context, only), heading=say(f"origins.found.{_kind(only)}")),)


def independent_origins(statement: Statement) -> str:
    """Say how many independent origins a statement has where its sources are more."""
    n = statement.n_origins
    return f" ({say('noun.independent_origin', n=n)})" if n and n < len(statement.sources) else ""


def _kind(kinship: Kinship) -> str:
    return kinship.kind.replace(" ", "_")


def _pair(context: ReportContext) -> bool:
    return context.n_articles == 2


def _pair_sentences(context: ReportContext, kinship: Kinship) -> tuple[Sentence, ...]:
    """Tell of two articles what they share, with the passages."""
    a, b = (short(member.source) for member in (kinship.a, kinship.b))
    sentences = [Sentence(_headline(kinship, a, b))]
    if kinship.n_shared and kinship.speakers:
        behind = list_of(kinship.speakers, most=5)
        sentences.append(Sentence(say("origins.behind", speakers=behind)))
    if kinship.named:
        sentences.append(Sentence(say("origins.both_name", names=list_of(kinship.named, most=4))))
    for place, passage in enumerate(kinship.passages[:MOST_PASSAGES]):
        key = "origins.same_words" if place == 0 else "origins.also"
        sentences.append(
            Sentence(say(key, passage=_quoted_passage(passage)), _cite(context, passage))
        )
    more = len(kinship.passages) - MOST_PASSAGES
    last = [
        say("origins.more", passages=more) if more > 0 else "",
        _dates(kinship),
        say("origins.no_verdict"),
    ]
    sentences.append(Sentence(" ".join(filter(None, last))))
    return tuple(sentences)


def _headline(kinship: Kinship, a: str, b: str) -> str:
    if kinship.kind == "copy":
        return say("origins.same_text", a=a, b=b, share=_percent(kinship.resemblance))
    items = _items(kinship, a, b)
    if kinship.kind == "shared text":
        said = say("origins.shared_text", a=a, b=b, share=_percent(max(kinship.containment)))
        return f"{said} {say('origins.in_all', items=items)}" if kinship.n_shared else said
    return say("origins.shared_account", a=a, b=b, items=items)


def _items(kinship: Kinship, a: str, b: str) -> str:
    """Say how many quotations and figures are in both, the article with the larger share first."""
    first, second = kinship.n_items
    if first > second:
        a, b, first, second = b, a, second, first
    return say("origins.items", shared=kinship.n_shared, first=first, second=second, a=a, b=b)


def _percent(share: float) -> str:
    return number(share, share=True)


def _dates(kinship: Kinship) -> str:
    """Say which was published first, and that this is all that a date tells."""
    if not (kinship.a.date and kinship.b.date) or kinship.a.date == kinship.b.date:
        return ""
    first = short(kinship.a.source)
    return say("origins.published_first", source=first, date=day(kinship.a.date))


def _quoted_passage(passage: SharedPassage) -> str:
    said = quoted(plain(passage.text, limit=PASSAGE).rstrip("."))
    return say("origins.quoted_in_both", passage=said) if passage.quoted else said


def _cite(context: ReportContext, passage: SharedPassage) -> tuple[int, ...]:
    refs = (*passage.a[:1], *passage.b[:1])
    return context.footnotes.cite_sentences(refs, label="passage")


def _passage(context: ReportContext, passage: SharedPassage | None) -> Cell:
    return Cell(_quoted_passage(passage), notes=_cite(context, passage)) if passage else Cell("–")


def _opening(context: ReportContext) -> str:
    comparison = context.comparison
    spare = sum(len(origin.members) - 1 for origin in comparison.origins)
    kinds = [kinship.kind for kinship in comparison.kinships]
    return say(
        "origins.opening",
        articles=context.n_articles,
        origins=context.n_articles - spare,
        texts=kinds.count("shared text"),
        accounts=kinds.count("shared account"),
    )


def _copies_table(context: ReportContext) -> Table:
    """List groups of copies, the largest first."""
    ranked = sorted(context.comparison.origins, key=lambda group: -len(group.members))
    rows = []
    for origin in ranked[:MOST_GROUPS]:
        kin = _kinships_within(context, origin)
        alike = min((kinship.resemblance for kinship in kin), default=math.nan)
        passage = next((passage for kinship in kin for passage in kinship.passages), None)
        sources = list_of(sorted({member.source for member in origin.members}), most=5)
        rows.append(
            (
                Cell(number(len(origin.members)), len(origin.members)),
                Cell(sources),
                Cell(list_of(origin.credits, most=3) or say("origins.no_credit")),
                Cell(_percent(alike), alike, reason=say("origins.no_run")),
                _passage(context, passage),
            )
        )
    return Table(
        name="origins-copies",
        title=say("origins.copies", n=len(ranked)),
        subtitle=say("origins.copies_how"),
        head=row("origins.copies_head"),
        widths=(0.09, 0.26, 0.13, 0.09, 0.43),
        align=("right", "left", "left", "right", "left"),
        rows=tuple(rows),
        more=and_more(len(ranked) - len(rows), "group"),
    )


def _kinships_within(context: ReportContext, origin: Origin) -> list[Kinship]:
    members = {_key(member) for member in origin.members}
    return [
        kinship
        for kinship in context.comparison.kinships
        if kinship.kind == "copy" and _key(kinship.a) in members
    ]


def _key(member: Member) -> tuple[str, str]:
    return member.source, member.article


def _shared(kinship: Kinship, a: str, b: str) -> str:
    kind = say(f"origins.kind.{_kind(kinship)}")
    return semicolons((kind, _items(kinship, a, b))) if kinship.n_shared else kind


def _kinship_table(context: ReportContext, kin: list[Kinship]) -> Table:
    """List pairs that share passages or an account."""
    rows = []
    for kinship in kin[:MOST_PAIRS]:
        a, b = (short(member.source) for member in (kinship.a, kinship.b))
        event = context.event_among_several(kinship.a.event)
        behind = list_of((*kinship.speakers, *kinship.named), most=4) or "–"
        passage = next(iter(kinship.passages), None)
        rows.append(
            (
                Cell(f"{commas((a, b))} ({event})" if event else commas((a, b))),
                Cell(_shared(kinship, a, b)),
                Cell(plain(behind, limit=120)),
                _passage(context, passage),
            )
        )
    return Table(
        name="origins-shared",
        title=say("origins.kin", n=len(kin)),
        subtitle=say("origins.kin_how"),
        head=row("origins.kin_head"),
        widths=(0.2, 0.26, 0.18, 0.36),
        align=("left",) * 4,
        rows=tuple(rows),
        more=and_more(len(kin) - len(rows), "pair"),
    )
