"""Evidence and method: the numbered sentences, then what was measured how, and what was not."""

from __future__ import annotations

import math

from divergence.lists.coverage import Coverage
from divergence.phrases import declared, row, say, semicolons
from divergence.plots.lettering import FALLBACK, SANS, SERIF, plain
from divergence.plots.number_format import number
from divergence.reporting import number_sentences
from divergence.reporting.report import Block, Cell, Notes, Page, Sentence, Table, Words
from divergence.reporting.report_context import Desk

MOST_REJECTED = 40
MOST_CAUTIONS = 16


def evidence(desk: Desk) -> Page | None:
    """Return the evidence page, or None where nothing was cited."""
    notes = desk.footnotes.notes
    if not notes:
        return None
    opening = Words((Sentence(say("evidence.opening")),))
    return Page("evidence", say("heading.evidence"), (opening, Notes(notes)))


def page(desk: Desk) -> Page:
    """Return the method page."""
    info = desk.info
    blocks: list[Block] = [
        Words(_cautions(desk), kind="list", heading=say("method.cautions")),
        Words(_run(desk), kind="body", heading=say("method.run")),
        Words(_sides(desk), kind="body", heading=say("method.sides")),
    ]
    blocks += _scores(info.scores)
    blocks += _lexicons(desk)
    if info.features:
        blocks.append(_features(desk))
    blocks += _rejections(desk)
    return Page("method", say("heading.method"), tuple(blocks))


def _cautions(desk: Desk) -> tuple[Sentence, ...]:
    own = dict.fromkeys(plain(str(each), limit=400) for each in desk.comparison.cautions)
    listed = [Sentence(_proper(text)) for text in list(own)[:MOST_CAUTIONS]]
    left = len(own) - len(listed)
    if left:
        listed.append(Sentence(number_sentences.and_more(left, "caution")))
    return (
        *listed,
        Sentence(say("caution.no_verdict")),
        Sentence(say("method.intervals")),
        Sentence(say("method.undefined")),
    )


def _proper(text: str) -> str:
    return say("method.caution", caution=number_sentences.capital(text.rstrip(".")))


def _run(desk: Desk) -> tuple[Sentence, ...]:
    info, comparison = desk.info, desk.comparison
    read = number_sentences.list_of([plain(path, limit=200) for path in info.paths], most=4)
    config = plain(info.config, limit=200)
    said = [
        say("method.version", version=info.version) if info.version else "",
        say("method.read", paths=read) if read else "",
        say(
            "method.used",
            inputs=info.n_in,
            used=info.n_used,
            rejected=len(info.rejections),
        ),
        say("method.seed", seed=str(comparison.seed), rounds=comparison.rounds),
        say("method.config", path=config) if config else say("method.no_config"),
        _settings(info.settings),
        say("method.fonts", letters=number_sentences.list_of([SANS, SERIF]), others=FALLBACK),
    ]
    return tuple(Sentence(text) for text in said if text)


def _settings(pairs: tuple[tuple[str, str], ...]) -> str:
    told = [f"{plain(declared(key))}: {plain(declared(value), limit=300)}" for key, value in pairs]
    return say("method.settings", settings=semicolons(told)) if told else ""


def _sides(desk: Desk) -> tuple[Sentence, ...]:
    sides = desk.info.sides
    if not sides:
        return (Sentence(say("caution.no_sides")),)
    said = [Sentence(say("caution.proposed"))] if desk.info.sides_proposed else []
    for side in sides:
        aliases = number_sentences.list_of(side.aliases, most=40)
        said.append(Sentence(say("method.side", side=plain(side.name, limit=80), aliases=aliases)))
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
            title=say("method.lexicons"),
            subtitle=say("method.lexicons_how"),
            head=row("method.lexicons_head"),
            widths=(0.2, 0.2, 0.2, 0.4),
            align=("left", "right", "right", "left"),
            rows=tuple(_lexicon(name, versions.get(name, ""), seen.get(name)) for name in names),
        )
    ]


def _lexicon(name: str, version: str, seen: Coverage | None) -> tuple[Cell, ...]:
    shares = (math.nan, math.nan) if seen is None else (seen.tokens, seen.terms)
    return (Cell(plain(name)), *map(_share, shares), Cell(plain(declared(version), limit=80)))


def _share(share: float) -> Cell:
    if math.isnan(share):
        return Cell(say("number.undefined"), reason=say("number.nothing_to_count"))
    return Cell(number(share, share=True), value=share)


def _features(desk: Desk) -> Table:
    return Table(
        name="method-features",
        title=say("method.features"),
        subtitle=say("method.features_how"),
        head=row("method.features_head"),
        widths=(0.12, 0.37, 0.51),
        align=("left",) * 3,
        rows=tuple(
            (
                Cell(say("method.feature", name=feature.name, version=feature.version)),
                Cell(f"{plain(declared(feature.claim))} ({plain(feature.reference)})"),
                Cell(plain(declared(feature.misfires))),
            )
            for feature in desk.info.features
        ),
    )


def _scores(pairs: tuple[tuple[str, str], ...]) -> list[Block]:
    if not pairs:
        return []
    return [
        Table(
            name="method-scores",
            title=say("method.scores"),
            subtitle=say("method.scores_how"),
            head=(),
            widths=(0.22, 0.78),
            align=("left", "left"),
            rows=tuple(
                (Cell(plain(declared(key))), Cell(plain(declared(value), limit=600)))
                for key, value in pairs
            ),
        )
    ]


def _rejections(desk: Desk) -> list[Block]:
    rejected = desk.info.rejections
    if not rejected:
        return []
    shown = rejected[:MOST_REJECTED]
    # A column of which every cell is empty is left out.
    told = 3 if any(one.remedy for one in shown) else 2
    return [
        Table(
            name="method-rejections",
            title=say("method.rejected", n=len(rejected)),
            subtitle="",
            head=row("method.rejected_head")[:told],
            widths=(0.36, 0.36, 0.28) if told == 3 else (0.5, 0.5),
            align=("left", "left", "left") if told == 3 else ("left", "left"),
            rows=tuple(
                tuple(map(Cell, cells))
                for cells in (
                    (
                        plain(one.path, limit=160),
                        plain(declared(one.reason), limit=200),
                        plain(declared(one.remedy), limit=200),
                    )[:told]
                    for one in shown
                )
            ),
            more=number_sentences.and_more(len(rejected) - MOST_REJECTED, "input"),
        )
    ]
