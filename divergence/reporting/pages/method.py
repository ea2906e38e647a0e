"""Evidence and method: the numbered sentences, then what was measured how, and what was not."""

from __future__ import annotations

import math

from divergence.lexicons.coverage import Coverage
from divergence.plots.lettering import plain
from divergence.plots.numerals import UNDEFINED, count, number
from divergence.reporting import words
from divergence.reporting.desk import Desk
from divergence.reporting.report import Block, Cell, Notes, Page, Sentence, Table, Words

MOST_REJECTED = 40
MOST_CAUTIONS = 16


def evidence(desk: Desk) -> Page | None:
    """Return the evidence page, or None where nothing was cited."""
    notes = desk.footnotes.notes
    if not notes:
        return None
    opening = Words(
        (
            Sentence(
                "Numbers in square brackets lead here: article, sentence, and in bold the part "
                "that counts. These are examples, not all evidence."
            ),
        )
    )
    return Page("evidence", words.HEADINGS["evidence"], (opening, Notes(notes)))


def page(desk: Desk) -> Page:
    """Return the method page."""
    info = desk.info
    blocks: list[Block] = [
        Words(_cautions(desk), kind="list", heading="Read with care"),
        Words(_run(desk), kind="body", heading="This run"),
        Words(_sides(desk), kind="body", heading="Sides"),
    ]
    blocks += _pairs("scores", words.TRUST, words.READ_SCORES, info.scores)
    blocks += _lexicons(desk)
    if info.features:
        blocks.append(_features(desk))
    blocks += _rejections(desk)
    return Page("method", words.HEADINGS["method"], tuple(blocks))


def _cautions(desk: Desk) -> tuple[Sentence, ...]:
    own = dict.fromkeys(plain(text, limit=400) for text in desk.comparison.cautions)
    listed = [Sentence(_proper(text)) for text in list(own)[:MOST_CAUTIONS]]
    left = len(own) - len(listed)
    if left:
        listed.append(Sentence(words.and_more(left, "caution")))
    return (
        *listed,
        Sentence(words.NO_VERDICT),
        Sentence(
            f"Intervals are {words.LEVEL} bootstrap intervals over articles, or over blocks of "
            "sentences where a source has a single article."
        ),
        Sentence(
            "A value is not defined where there is nothing to divide by; it is never shown as 0."
        ),
    )


def _proper(text: str) -> str:
    return text[:1].upper() + text[1:].rstrip(".") + "."


def _run(desk: Desk) -> tuple[Sentence, ...]:
    info, comparison = desk.info, desk.comparison
    read = words.list_of([plain(path, limit=200) for path in info.paths], most=4)
    config = plain(info.config, limit=200)
    said = [
        f"divergence {info.version}." if info.version else "",
        f"Read from {read}." if read else "",
        f"{count(info.n_in, 'input')} read, {info.n_used:,} used, {len(info.rejections):,} not "
        "used.",
        f"Seed {comparison.seed}; {count(comparison.rounds, 'bootstrap round')}.",
        f"Configuration: {config}." if config else "No configuration file was used.",
        _listed("Settings", info.settings),
    ]
    return tuple(Sentence(text) for text in said if text)


def _listed(what: str, pairs: tuple[tuple[str, str], ...]) -> str:
    told = "; ".join(f"{plain(key)}: {plain(value, limit=300)}" for key, value in pairs)
    return f"{what}: {told}." if told else ""


def _sides(desk: Desk) -> tuple[Sentence, ...]:
    sides = desk.info.sides
    if not sides:
        return (Sentence(words.NO_SIDES),)
    said = [Sentence(words.PROPOSED)] if desk.info.sides_proposed else []
    for side in sides:
        aliases = words.list_of(side.aliases, most=40)
        said.append(Sentence(f"{plain(side.name, limit=80)}: {aliases}."))
    return tuple(said)


def _lexicons(desk: Desk) -> list[Block]:
    """Each list with its version, and how much of these articles it can see at all."""
    seen = {each.lexicon: each for each in desk.info.coverage}
    versions = dict(desk.info.lexicons)
    names = [*versions, *(name for name in seen if name not in versions)]
    if not names:
        return []
    return [
        Table(
            name="method-lexicons",
            title=words.LEXICONS,
            subtitle=words.READ_LEXICONS,
            head=("List", "Words of these articles", "Its terms that occur", "Version"),
            widths=(0.2, 0.2, 0.2, 0.4),
            align=("left", "right", "right", "left"),
            rows=tuple(_lexicon(name, versions.get(name, ""), seen.get(name)) for name in names),
        )
    ]


def _lexicon(name: str, version: str, seen: Coverage | None) -> tuple[Cell, ...]:
    shares = (math.nan, math.nan) if seen is None else (seen.tokens, seen.terms)
    return (Cell(plain(name)), *map(_share, shares), Cell(plain(version, limit=80)))


def _share(share: float) -> Cell:
    if math.isnan(share):
        return Cell(UNDEFINED, reason="nothing to count")
    return Cell(number(share, share=True), value=share)


def _features(desk: Desk) -> Table:
    return Table(
        name="method-features",
        title="Instruments",
        subtitle="What each claims to show, the literature it rests on, when it is known to go "
        "wrong.",
        head=("Feature", "Claim and reference", "Known misfires"),
        widths=(0.12, 0.37, 0.51),
        align=("left",) * 3,
        rows=tuple(
            (
                Cell(f"{feature.name} v{feature.version}"),
                Cell(f"{plain(feature.claim)} ({plain(feature.reference)})"),
                Cell(plain(feature.misfires)),
            )
            for feature in desk.info.features
        ),
    )


def _pairs(name: str, title: str, subtitle: str, pairs: tuple[tuple[str, str], ...]) -> list[Block]:
    if not pairs:
        return []
    rows = tuple((Cell(plain(key)), Cell(plain(value, limit=600))) for key, value in pairs)
    return [Table(f"method-{name}", title, subtitle, (), (0.22, 0.78), ("left", "left"), rows)]


def _rejections(desk: Desk) -> list[Block]:
    rejected = desk.info.rejections
    if not rejected:
        return []
    return [
        Table(
            name="method-rejections",
            title=f"Inputs that were not used ({len(rejected):,})",
            subtitle="",
            head=("Where", "Why not", "What to do"),
            widths=(0.36, 0.36, 0.28),
            align=("left",) * 3,
            rows=tuple(
                (
                    Cell(plain(one.path, limit=160)),
                    Cell(plain(one.reason, limit=200)),
                    Cell(plain(one.remedy, limit=200)),
                )
                for one in rejected[:MOST_REJECTED]
            ),
            more=words.and_more(len(rejected) - MOST_REJECTED, "input"),
        )
    ]
