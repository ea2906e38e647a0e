"""Where the texts come from: copies counted once, passages and accounts that articles share."""

from __future__ import annotations

import math

from divergence.comparing.results import Kinship, Member, Origin, SharedPassage, Statement
from divergence.plots.lettering import plain
from divergence.plots.numerals import count, number
from divergence.reporting import words
from divergence.reporting.desk import Desk
from divergence.reporting.report import Block, Cell, Page, Sentence, Table, Words

MOST_GROUPS, MOST_PAIRS, MOST_PASSAGES = 10, 10, 2
PASSAGE = 150
NOTHING = "No copies, shared passages or shared accounts were found among the articles."
NO_VERDICT = "Both may draw on a third: nothing here tells who had it first."
MEANING = (
    "Copies are articles with mostly the same words in a row; they count as one origin. Shared "
    "text and shared accounts stay origins of their own. A copy told in other words is not found, "
    "and nothing here tells who took from whom: both may draw on a third."
)


def page(desk: Desk) -> Page | None:
    """Return the page; None where nothing was found, or two articles have it among the claims."""
    found = desk.comparison
    if not (found.origins or found.kinships) or _pair(desk):
        return None
    blocks: list[Block] = [Words((Sentence(_opening(desk)), Sentence(MEANING)), kind="body")]
    if found.origins:
        blocks.append(_groups(desk))
    kin = [each for each in found.kinships if each.kind != "copy"]
    if kin:
        blocks.append(_kin(desk, kin))
    return Page("origins", words.HEADINGS["origins"], tuple(blocks))


def among_claims(desk: Desk) -> tuple[Block, ...]:
    """Return what the page of claims says: of two articles all, otherwise that nothing is shared.

    Nothing is said where no words were compared, and where a page of its own says it.
    """
    if len(desk.sources) < 2 or desk.n_articles < 2 or not desk.comparison.statements:
        return ()
    kinships = desk.comparison.kinships
    if not kinships:
        return (Words((Sentence(NOTHING),), kind="body"),)
    if not _pair(desk):
        return ()
    heading = {
        "copy": "The same text",
        "shared text": "Passages in common",
        "shared account": "An account in common",
    }
    only = kinships[0]
    return (Words(_told(desk, only), kind="body", heading=heading[only.kind]),)


def fewer(one: Statement) -> str:
    """Say how many independent origins a statement has where its sources are more."""
    n = one.n_origins
    return f" ({count(n, 'independent origin')})" if n and n < len(one.sources) else ""


def _pair(desk: Desk) -> bool:
    return desk.n_articles == 2


def _told(desk: Desk, one: Kinship) -> tuple[Sentence, ...]:
    """Tell of two articles what they share, with the passages."""
    a, b = (words.short(each.source) for each in (one.a, one.b))
    told = [Sentence(_headline(one, a, b))]
    if one.n_shared and one.speakers:
        behind = words.list_of(one.speakers, most=5)
        told.append(Sentence(f"Behind what is in both: {behind}."))
    if one.named:
        told.append(Sentence(f"Both name {words.list_of(one.named, most=4)}."))
    for place, passage in enumerate(_shown(one)):
        lead = "In the same words: " if place == 0 else ""
        told.append(Sentence(f"{lead}{_words(passage)}.", _cite(desk, passage)))
    more = len(one.passages) - MOST_PASSAGES
    last = f"… and {count(more, 'passage')} more in report.json. " if more > 0 else ""
    told.append(Sentence(f"{last}{_dates(one)}{NO_VERDICT}"))
    return tuple(told)


def _headline(one: Kinship, a: str, b: str) -> str:
    if one.kind == "copy":
        return (
            f"{a} and {b} are mostly the same text, so that they count as one origin: of all runs "
            f"of five words in either, {_percent(one.resemblance)} are in both."
        )
    share = f" In all, {_items(one, a, b)}." if one.n_shared else ""
    if one.kind == "shared text":
        most = max(one.containment)
        return (
            f"{a} and {b} share passages of the reporters' own words: up to {_percent(most)} of "
            f"the runs of five words in one are in the other too.{share}"
        )
    return f"{a} and {b} seem to share an upstream account: {_items(one, a, b)}."


def _items(one: Kinship, a: str, b: str) -> str:
    """Say how many quotations and figures are in both, the article with the larger share first."""
    first, second = one.n_items
    if first > second:
        a, b, first, second = b, a, second, first
    return (
        f"{one.n_shared:,} of the {first:,} quotations and figures in {a} are among the "
        f"{second:,} in {b} too"
    )


def _percent(share: float) -> str:
    return number(share, share=True)


def _dates(one: Kinship) -> str:
    """Say which was published first, and that this is all that a date tells."""
    if not (one.a.date and one.b.date) or one.a.date == one.b.date:
        return ""
    return f"{words.short(one.a.source)} was published first ({one.a.date.isoformat()}). "


def _shown(one: Kinship) -> tuple[SharedPassage, ...]:
    return one.passages[:MOST_PASSAGES]


def _words(passage: SharedPassage) -> str:
    said = f"“{plain(passage.text, limit=PASSAGE).rstrip('.')}”"
    return f"{said} (quoted in both)" if passage.quoted else said


def _cite(desk: Desk, passage: SharedPassage) -> tuple[int, ...]:
    refs = (*passage.a[:1], *passage.b[:1])
    return desk.footnotes.of_sentences(refs, label="shared passage")


def _opening(desk: Desk) -> str:
    found = desk.comparison
    spare = sum(len(origin.members) - 1 for origin in found.origins)
    kinds = [each.kind for each in found.kinships]
    told = (
        f"{count(desk.n_articles, 'article')} come from at most "
        f"{count(desk.n_articles - spare, 'independent origin')}"
    )
    texts, accounts = kinds.count("shared text"), kinds.count("shared account")
    return (
        f"{told}; {count(texts, 'pair')} of articles share passages, and "
        f"{count(accounts, 'pair')} seem to share an upstream account."
    )


def _groups(desk: Desk) -> Table:
    """List groups of copies, the largest first."""
    ranked = sorted(desk.comparison.origins, key=lambda one: -len(one.members))
    rows = []
    for origin in ranked[:MOST_GROUPS]:
        kin = _copies(desk, origin)
        alike = min((each.resemblance for each in kin), default=math.nan)
        passage = next((p for each in kin for p in each.passages), None)
        sources = words.list_of(sorted({each.source for each in origin.members}), most=5)
        rows.append(
            (
                Cell(f"{len(origin.members):,}", len(origin.members)),
                Cell(sources),
                Cell(words.list_of(origin.credits, most=3) or "none"),
                Cell(_percent(alike), alike, reason="no run of five words"),
                Cell(_words(passage), notes=_cite(desk, passage)) if passage else Cell("–"),
            )
        )
    return Table(
        name="origins-copies",
        title=f"Copies, counted once ({len(ranked):,})",
        subtitle="Articles in the group, their sources, the agency that any of them credits, the "
        "least share of five-word runs that a member has in common, and their longest passage.",
        head=("Articles", "Sources", "Credit", "Alike", "Passage"),
        widths=(0.09, 0.26, 0.13, 0.09, 0.43),
        align=("right", "left", "left", "right", "left"),
        rows=tuple(rows),
        more=words.and_more(len(ranked) - len(rows), "group"),
    )


def _copies(desk: Desk, origin: Origin) -> list[Kinship]:
    members = {_key(member) for member in origin.members}
    return [
        each for each in desk.comparison.kinships if each.kind == "copy" and _key(each.a) in members
    ]


def _key(member: Member) -> tuple[str, str]:
    return member.source, member.article


def _kin(desk: Desk, kin: list[Kinship]) -> Table:
    """List pairs that share passages or an account."""
    rows = []
    for one in kin[:MOST_PAIRS]:
        a, b = (words.short(each.source) for each in (one.a, one.b))
        event = f" ({desk.event(one.a.event)})" if len(desk.comparison.events) > 1 else ""
        behind = words.list_of((*one.speakers, *one.named), most=4) or "–"
        passage = next(iter(one.passages), None)
        rows.append(
            (
                Cell(f"{a}, {b}{event}"),
                Cell(f"{one.kind}; {_items(one, a, b)}" if one.n_shared else one.kind),
                Cell(plain(behind, limit=120)),
                Cell(_words(passage), notes=_cite(desk, passage)) if passage else Cell("–"),
            )
        )
    return Table(
        name="origins-shared",
        title=f"Pairs that share text or an account ({len(kin):,})",
        subtitle="Shared account: over half of what one article quotes and counts is in the other "
        "too. Behind it: speakers, and desks that both name. Last, the longest passage in both.",
        head=("Articles", "What they share", "Behind it", "Passage"),
        widths=(0.2, 0.26, 0.18, 0.36),
        align=("left",) * 4,
        rows=tuple(rows),
        more=words.and_more(len(kin) - len(rows), "pair"),
    )
