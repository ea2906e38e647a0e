"""Where the texts come from: copies counted once, passages and accounts that articles share."""

from __future__ import annotations

import math

from divergence.comparing.claims.claim_results import Statement
from divergence.comparing.origins.origin_results import Kinship, Member, Origin, SharedPassage
from divergence.phrases import commas, row, say, semicolons
from divergence.plots.lettering import plain
from divergence.plots.number_format import day, number
from divergence.reporting import number_sentences
from divergence.reporting.report import Block, Cell, Page, Sentence, Table, Words
from divergence.reporting.report_context import Desk

MOST_GROUPS, MOST_PAIRS, MOST_PASSAGES = 10, 10, 2
PASSAGE = 150


def page(desk: Desk) -> Page | None:
    """Return the page; None where nothing was found, or two articles have it among the claims."""
    found = desk.comparison
    if not (found.origins or found.kinships) or _pair(desk):
        return None
    blocks: list[Block] = [
        Words((Sentence(_opening(desk)), Sentence(say("origins.meaning"))), kind="body")
    ]
    if found.origins:
        blocks.append(_groups(desk))
    kin = [each for each in found.kinships if each.kind != "copy"]
    if kin:
        blocks.append(_kin(desk, kin))
    return Page("origins", say("heading.origins"), tuple(blocks))


def among_claims(desk: Desk) -> tuple[Block, ...]:
    """Return what the page of claims says: of two articles all, otherwise that nothing is shared.

    Nothing is said where no words were compared, and where a page of its own says it.
    """
    if len(desk.sources) < 2 or desk.n_articles < 2 or not desk.comparison.statements:
        return ()
    kinships = desk.comparison.kinships
    if not kinships:
        return (Words((Sentence(say("origins.nothing")),), kind="body"),)
    if not _pair(desk):
        return ()
    only = kinships[0]
    return (Words(_told(desk, only), heading=say(f"origins.found.{_kind(only)}")),)


def fewer(one: Statement) -> str:
    """Say how many independent origins a statement has where its sources are more."""
    n = one.n_origins
    return f" ({say('noun.independent_origin', n=n)})" if n and n < len(one.sources) else ""


def _kind(one: Kinship) -> str:
    return one.kind.replace(" ", "_")


def _pair(desk: Desk) -> bool:
    return desk.n_articles == 2


def _told(desk: Desk, one: Kinship) -> tuple[Sentence, ...]:
    """Tell of two articles what they share, with the passages."""
    a, b = (number_sentences.short(each.source) for each in (one.a, one.b))
    told = [Sentence(_headline(one, a, b))]
    if one.n_shared and one.speakers:
        behind = number_sentences.list_of(one.speakers, most=5)
        told.append(Sentence(say("origins.behind", speakers=behind)))
    if one.named:
        told.append(
            Sentence(say("origins.both_name", names=number_sentences.list_of(one.named, most=4)))
        )
    for place, passage in enumerate(_shown(one)):
        key = "origins.same_words" if place == 0 else "origins.also"
        told.append(Sentence(say(key, passage=_words(passage)), _cite(desk, passage)))
    more = len(one.passages) - MOST_PASSAGES
    last = [
        say("origins.more", passages=more) if more > 0 else "",
        _dates(one),
        say("origins.no_verdict"),
    ]
    told.append(Sentence(" ".join(filter(None, last))))
    return tuple(told)


def _headline(one: Kinship, a: str, b: str) -> str:
    if one.kind == "copy":
        return say("origins.same_text", a=a, b=b, share=_percent(one.resemblance))
    items = _items(one, a, b)
    if one.kind == "shared text":
        said = say("origins.shared_text", a=a, b=b, share=_percent(max(one.containment)))
        return f"{said} {say('origins.in_all', items=items)}" if one.n_shared else said
    return say("origins.shared_account", a=a, b=b, items=items)


def _items(one: Kinship, a: str, b: str) -> str:
    """Say how many quotations and figures are in both, the article with the larger share first."""
    first, second = one.n_items
    if first > second:
        a, b, first, second = b, a, second, first
    return say("origins.items", shared=one.n_shared, first=first, second=second, a=a, b=b)


def _percent(share: float) -> str:
    return number(share, share=True)


def _dates(one: Kinship) -> str:
    """Say which was published first, and that this is all that a date tells."""
    if not (one.a.date and one.b.date) or one.a.date == one.b.date:
        return ""
    first = number_sentences.short(one.a.source)
    return say("origins.published_first", source=first, date=day(one.a.date))


def _shown(one: Kinship) -> tuple[SharedPassage, ...]:
    return one.passages[:MOST_PASSAGES]


def _words(passage: SharedPassage) -> str:
    said = number_sentences.quoted(plain(passage.text, limit=PASSAGE).rstrip("."))
    return say("origins.quoted_in_both", passage=said) if passage.quoted else said


def _cite(desk: Desk, passage: SharedPassage) -> tuple[int, ...]:
    refs = (*passage.a[:1], *passage.b[:1])
    return desk.footnotes.of_sentences(refs, label="passage")


def _opening(desk: Desk) -> str:
    found = desk.comparison
    spare = sum(len(origin.members) - 1 for origin in found.origins)
    kinds = [each.kind for each in found.kinships]
    return say(
        "origins.opening",
        articles=desk.n_articles,
        origins=desk.n_articles - spare,
        texts=kinds.count("shared text"),
        accounts=kinds.count("shared account"),
    )


def _groups(desk: Desk) -> Table:
    """List groups of copies, the largest first."""
    ranked = sorted(desk.comparison.origins, key=lambda one: -len(one.members))
    rows = []
    for origin in ranked[:MOST_GROUPS]:
        kin = _copies(desk, origin)
        alike = min((each.resemblance for each in kin), default=math.nan)
        passage = next((p for each in kin for p in each.passages), None)
        sources = number_sentences.list_of(sorted({each.source for each in origin.members}), most=5)
        rows.append(
            (
                Cell(number(len(origin.members)), len(origin.members)),
                Cell(sources),
                Cell(number_sentences.list_of(origin.credits, most=3) or say("origins.no_credit")),
                Cell(_percent(alike), alike, reason=say("origins.no_run")),
                Cell(_words(passage), notes=_cite(desk, passage)) if passage else Cell("–"),
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
        more=number_sentences.and_more(len(ranked) - len(rows), "group"),
    )


def _copies(desk: Desk, origin: Origin) -> list[Kinship]:
    members = {_key(member) for member in origin.members}
    return [
        each for each in desk.comparison.kinships if each.kind == "copy" and _key(each.a) in members
    ]


def _key(member: Member) -> tuple[str, str]:
    return member.source, member.article


def _shared(one: Kinship, a: str, b: str) -> str:
    kind = say(f"origins.kind.{_kind(one)}")
    return semicolons((kind, _items(one, a, b))) if one.n_shared else kind


def _kin(desk: Desk, kin: list[Kinship]) -> Table:
    """List pairs that share passages or an account."""
    rows = []
    for one in kin[:MOST_PAIRS]:
        a, b = (number_sentences.short(each.source) for each in (one.a, one.b))
        event = f" ({desk.event(one.a.event)})" if len(desk.comparison.events) > 1 else ""
        behind = number_sentences.list_of((*one.speakers, *one.named), most=4) or "–"
        passage = next(iter(one.passages), None)
        rows.append(
            (
                Cell(commas((a, b)) + event),
                Cell(_shared(one, a, b)),
                Cell(plain(behind, limit=120)),
                Cell(_words(passage), notes=_cite(desk, passage)) if passage else Cell("–"),
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
        more=number_sentences.and_more(len(kin) - len(rows), "pair"),
    )
