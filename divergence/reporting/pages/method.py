"""Evidence and method: the numbered sentences, then what was measured how, and what was not."""

from __future__ import annotations

import math

from divergence.lists.coverage import Coverage
from divergence.phrases import declared, row, say, semicolons
from divergence.plots.lettering import FALLBACK, SANS, SERIF, plain
from divergence.plots.number_format import number
from divergence.plots.party_names import capital, list_of
from divergence.reporting.number_sentences import and_more
from divergence.reporting.report import Block, Cell, Notes, Page, Paragraph, Sentence, Table
from divergence.reporting.report_context import ReportContext

MOST_REJECTED = 40
MOST_CAUTIONS = 16


def evidence(context: ReportContext) -> Page | None:
    """Return the evidence page, or None where nothing was cited."""
    notes = context.footnotes.notes
    if not notes:
        return None
    opening = Paragraph((Sentence(say("evidence.opening")),))
    return Page("evidence", say("heading.evidence"), (opening, Notes(notes)))


def page(context: ReportContext) -> Page:
    """Return the method page."""
    info = context.info
    blocks: list[Block] = [
        Paragraph(_cautions(context), kind="list", heading=say("method.cautions")),
        Paragraph(_run_sentences(context), kind="body", heading=say("method.run")),
        Paragraph(_side_sentences(context), kind="body", heading=say("method.sides")),
    ]
    blocks += _scores(info.scores)
    blocks += _lexicons(context)
    if info.features:
        blocks.append(_features(context))
    blocks += _rejections(context)
    return Page("method", say("heading.method"), tuple(blocks))


def _cautions(context: ReportContext) -> tuple[Sentence, ...]:
    own = dict.fromkeys(plain(str(caution), limit=400) for caution in context.comparison.cautions)
    listed = [Sentence(_caution_sentence(text)) for text in list(own)[:MOST_CAUTIONS]]
    left = len(own) - len(listed)
    if left:
        listed.append(Sentence(and_more(left, "caution")))
    return (
        *listed,
        Sentence(say("caution.no_verdict")),
        Sentence(say("method.intervals")),
        Sentence(say("method.undefined")),
    )


def _caution_sentence(text: str) -> str:
    return say("method.caution", caution=capital(text.rstrip(".")))


def _run_sentences(context: ReportContext) -> tuple[Sentence, ...]:
    info, comparison = context.info, context.comparison
    read = list_of([plain(path, limit=200) for path in info.paths], most=4)
    config = plain(info.config, limit=200)
    said = [
        say("method.version", version=info.version) if info.version else "",
        say("method.read", paths=read) if read else "",
        say("method.used", inputs=info.n_in, used=info.n_used, rejected=len(info.rejections)),
        say("method.seed", seed=str(comparison.seed), rounds=comparison.rounds),
        say("method.config", path=config) if config else say("method.no_config"),
        _settings(info.settings),
        say("method.fonts", letters=list_of([SANS, SERIF]), others=FALLBACK),
    ]
    return tuple(Sentence(text) for text in said if text)


def _settings(pairs: tuple[tuple[str, str], ...]) -> str:
    listed = [
        f"{plain(declared(key))}: {plain(declared(value), limit=300)}" for key, value in pairs
    ]
    return say("method.settings", settings=semicolons(listed)) if listed else ""


def _side_sentences(context: ReportContext) -> tuple[Sentence, ...]:
    sides = context.info.sides
    if not sides:
        return (Sentence(say("caution.no_sides")),)
    said = [Sentence(say("caution.proposed"))] if context.info.sides_proposed else []
    for side in sides:
        aliases = list_of(side.aliases, most=40)
        said.append(Sentence(say("method.side", side=plain(side.name, limit=80), aliases=aliases)))
    return tuple(said)


def _lexicons(context: ReportContext) -> list[Block]:
    """Each list with its version, and how much of these articles it can see at all."""
    seen = {coverage.lexicon: coverage for coverage in context.info.coverage}
    versions = dict(context.info.lexicons)
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


def _features(context: ReportContext) -> Table:
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
            for feature in context.info.features
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


def _rejections(context: ReportContext) -> list[Block]:
    rejected = context.info.rejections
    if not rejected:
        return []
    shown = rejected[:MOST_REJECTED]
    # A column of which every cell is empty is left out.
    n_columns = 3 if any(rejection.remedy for rejection in shown) else 2
    return [
        Table(
            name="method-rejections",
            title=say("method.rejected", n=len(rejected)),
            subtitle="",
            head=row("method.rejected_head")[:n_columns],
            widths=(0.36, 0.36, 0.28) if n_columns == 3 else (0.5, 0.5),
            align=("left", "left", "left") if n_columns == 3 else ("left", "left"),
            rows=tuple(
                tuple(map(Cell, cells))
                for cells in (
                    (
                        plain(rejection.path, limit=160),
                        plain(declared(rejection.reason), limit=200),
                        plain(declared(rejection.remedy), limit=200),
                    )[:n_columns]
                    for rejection in shown
                )
            ),
            more=and_more(len(rejected) - MOST_REJECTED, "input"),
        )
    ]
