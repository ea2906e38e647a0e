"""Wording: which words set the sources apart, and how the sentences are built."""

from __future__ import annotations

from collections.abc import Sequence

from divergence.comparing.words.key_terms import ONE_ARTICLE
from divergence.comparing.words.word_results import KeyTerm, Naming, WordShift
from divergence.displays import keyness, word_shift
from divergence.phrases import commas, row, say, semicolons
from divergence.plots.keyness import TELLING_Z
from divergence.plots.number_format import number
from divergence.plots.party_names import list_of, short
from divergence.plots.word_shift import shown
from divergence.reporting.number_sentences import and_more, quoted
from divergence.reporting.pages import shared_blocks
from divergence.reporting.report import Block, Cell, Chart, Page, Paragraph, Sentence, Table
from divergence.reporting.report_context import ReportContext

MOST_SHIFTS = 1
MOST_ACTORS, MOST_TERMS = 6, 6


def page(context: ReportContext) -> Page | None:
    """Return the page, or None where no wording was measured or compared."""
    columns = context.family("wording")
    comparison = context.comparison
    if not columns and not comparison.keyness and not comparison.shifts:
        return None
    blocks: list[Block] = []
    shifts = sorted(
        comparison.shifts, key=lambda shift: (-(shift.divergence - shift.floor), shift.source)
    )
    if shifts:
        blocks.append(Paragraph(tuple(_shift_sentence(shift) for shift in shifts[:3]), kind="list"))
    blocks += [_shift_chart(shift, len(shifts)) for shift in shifts[:MOST_SHIFTS]]
    naming = _naming_table(context)
    if comparison.keyness:
        blocks.append(_keyness_chart(context) if len(context.sources) <= 2 else _key_terms(context))
    if naming:
        blocks.append(naming)
    if columns:
        blocks += shared_blocks.measures(context, columns, "wording")
    return Page("wording", say("heading.wording"), tuple(blocks))


def _shift_sentence(shift: WordShift) -> Sentence:
    said = say(
        "wording.differ" if shift.divergence > shift.floor_high else "wording.differ_by_chance",
        source=short(shift.source),
        reference=short(shift.reference),
        divergence=number(shift.divergence),
        chance=number(shift.floor),
        most=number(shift.floor_high),
    )
    if shift.n_events > 1:
        return Sentence(say("wording.averaged", said=said, n=shift.n_events))
    return Sentence(say("wording.said", said=said))


def _shift_chart(shift: WordShift, n: int) -> Chart:
    return Chart(
        name="wording-shift",
        kind="shift",
        title=word_shift.headline(shift),
        subtitle=word_shift.how_to_read(shift),
        data=shift,
        caution=and_more(n - 1, "comparison"),
        alt=semicolons([f"{term.term} {number(term.contribution)}" for term in shown(shift)])[
            :2000
        ],
    )


def _keyness_chart(context: ReportContext) -> Chart:
    ranked = keyness.ranked(context.comparison.keyness, context.comparison.keyness[0].source)
    terms = keyness.chosen(ranked)
    how = keyness.how_to_read(context.comparison.keyness_basis)
    return Chart(
        name="wording-keyness",
        kind="keyness",
        title=keyness.headline(terms),
        subtitle=f"{how} {say('wording.shown', terms=len(terms))}",
        data=terms,
        caution=_doubts(terms),
        alt=semicolons(
            [
                say("wording.alt", term=term.term, own=term.count, other=term.count_reference)
                for term in terms
            ]
        ),
    )


def _doubts(terms: Sequence[KeyTerm]) -> str:
    once = [short(term.term) for term in terms if ONE_ARTICLE in term.cautions]
    return say("wording.once", terms=list_of(once)) if once else ""


def _naming_table(context: ReportContext) -> Table | None:
    """The actors that sources label differently, a column for each of two sources."""
    rows: dict[str, dict[str, list[Naming]]] = {}
    for naming in context.comparison.namings:
        rows.setdefault(naming.actor, {}).setdefault(naming.source, []).append(naming)
    # One source's label beside a bare name elsewhere is no other label.
    actors = [
        actor
        for actor, by in rows.items()
        if len(by) > 1 and any(naming.only_here for own in by.values() for naming in own)
    ]
    if not actors:
        return None
    lines = []
    for actor in actors[:MOST_ACTORS]:
        labels = [naming for own in rows[actor].values() for naming in own]
        notes = context.footnotes.cite_sentences(
            [naming.sentences[0] for naming in labels[:3] if naming.sentences], label="naming"
        )
        lines.append(
            (
                Cell(short(actor)),
                Cell(
                    semicolons(
                        [
                            f"{short(source)}: " + commas([_label(naming) for naming in own[:4]])
                            for source, own in list(rows[actor].items())[:4]
                        ]
                    ),
                    notes=notes,
                ),
            )
        )
    # Own labels first, so that the title does not name one that both use.
    own = [min(by, key=lambda naming: not naming.only_here) for by in rows[actors[0]].values()]
    told_so = commas(
        [
            say("wording.label_in", label=quoted(short(naming.label)), source=short(naming.source))
            for naming in own[:2]
        ]
    )
    return Table(
        name="wording-naming",
        title=say("wording.naming", actor=short(actors[0]), labels=told_so),
        subtitle=say("wording.naming_how"),
        head=row("wording.naming_head"),
        widths=(0.24, 0.76),
        align=("left", "left"),
        rows=tuple(lines),
        more=and_more(len(actors) - MOST_ACTORS, "actor"),
    )


def _label(naming: Naming) -> str:
    label = short(naming.label)
    return say("wording.times", label=label, n=naming.count) if naming.count > 1 else label


def own_terms(terms: Sequence[KeyTerm], source: str) -> list[KeyTerm]:
    """Return the first terms that are a source's own, as a table of many sources lists them."""
    return [term for term in terms if term.source == source and term.z > 0][:MOST_TERMS]


def _key_terms(context: ReportContext) -> Table:
    rows = []
    telling: list[KeyTerm] = []
    for source in context.shown_sources:
        best = own_terms(context.comparison.keyness, source)
        telling += [term for term in best if term.z >= TELLING_Z]
        if best:
            uses = commas(
                [
                    say("wording.uses", term=short(t.term), own=t.count, other=t.count_reference)
                    for t in best
                ]
            )
            rows.append((Cell(short(source)), Cell(uses)))
    return Table(
        name="wording-keyness",
        title=_key_terms_title(telling),
        subtitle=keyness.how_to_read(context.comparison.keyness_basis),
        head=row("wording.terms_head"),
        widths=(0.24, 0.76),
        align=("left", "left"),
        rows=tuple(rows),
    )


def _key_terms_title(telling: Sequence[KeyTerm]) -> str:
    """Say how many of the terms shown set a source apart, and which one does most."""
    if not telling:
        return say("wording.terms_none")
    best = max(telling, key=lambda term: term.z)
    named = {"best": quoted(short(best.term)), "source": short(best.source)}
    return say("wording.terms", n=len(telling), **named)
