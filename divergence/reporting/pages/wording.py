"""Wording: which words set the sources apart, and how the sentences are built."""

from __future__ import annotations

from collections.abc import Sequence

from divergence.comparing.words.key_terms import ONE_ARTICLE
from divergence.comparing.words.word_results import KeyTerm, Naming, WordShift
from divergence.displays import keyness, word_shift
from divergence.phrases import commas, row, say, semicolons
from divergence.plots.keyness import TELLING_Z
from divergence.plots.number_format import number
from divergence.plots.word_shift import shown
from divergence.reporting import number_sentences
from divergence.reporting.pages import shared_blocks
from divergence.reporting.report import Block, Cell, Chart, Page, Sentence, Table, Words
from divergence.reporting.report_context import Desk

MOST_SHIFTS = 1
MOST_ACTORS = 6


def page(desk: Desk) -> Page | None:
    """Return the page, or None where no wording was measured or compared."""
    columns = desk.family("wording")
    comparison = desk.comparison
    if not columns and not comparison.keyness and not comparison.shifts:
        return None
    blocks: list[Block] = []
    shifts = sorted(comparison.shifts, key=lambda one: (-(one.divergence - one.floor), one.source))
    if shifts:
        blocks.append(Words(tuple(_said(one) for one in shifts[:3]), kind="list"))
    blocks += [_shift(one, len(shifts)) for one in shifts[:MOST_SHIFTS]]
    naming = _naming(desk)
    if comparison.keyness:
        blocks.append(_keyness(desk) if len(desk.sources) <= 2 else _terms(desk))
    if naming:
        blocks.append(naming)
    if columns:
        blocks += shared_blocks.measures(desk, columns, "wording")
    return Page("wording", say("heading.wording"), tuple(blocks))


def _said(one: WordShift) -> Sentence:
    said = say(
        "wording.differ" if one.divergence > one.floor_high else "wording.differ_by_chance",
        source=number_sentences.short(one.source),
        reference=number_sentences.short(one.reference),
        divergence=number(one.divergence),
        chance=number(one.floor),
        most=number(one.floor_high),
    )
    if one.n_events > 1:
        return Sentence(say("wording.averaged", said=said, n=one.n_events))
    return Sentence(say("wording.said", said=said))


def _shift(one: WordShift, n: int) -> Chart:
    return Chart(
        name="wording-shift",
        kind="shift",
        title=word_shift.headline(one),
        subtitle=word_shift.how_to_read(one),
        data=one,
        caution=number_sentences.and_more(n - 1, "comparison"),
        alt=semicolons([f"{term.term} {number(term.contribution)}" for term in shown(one)])[:2000],
    )


def _keyness(desk: Desk) -> Chart:
    ranked = keyness.ranked(desk.comparison.keyness, desk.comparison.keyness[0].source)
    terms = keyness.chosen(ranked)
    how = keyness.how_to_read(desk.comparison.keyness_basis)
    return Chart(
        name="wording-keyness",
        kind="keyness",
        title=keyness.headline(terms),
        subtitle=f"{how} {say('wording.shown', terms=len(terms))}",
        data=terms,
        caution=_doubts(terms),
        alt=semicolons(
            [
                say("wording.alt", term=each.term, own=each.count, other=each.count_reference)
                for each in terms
            ]
        ),
    )


def _doubts(terms: Sequence[KeyTerm]) -> str:
    once = [number_sentences.short(term.term) for term in terms if ONE_ARTICLE in term.cautions]
    return say("wording.once", terms=number_sentences.list_of(once)) if once else ""


def _naming(desk: Desk) -> Table | None:
    """The actors that sources label differently, a column for each of two sources."""
    rows: dict[str, dict[str, list[Naming]]] = {}
    for one in desk.comparison.namings:
        rows.setdefault(one.actor, {}).setdefault(one.source, []).append(one)
    # One source's label beside a bare name elsewhere is no other label.
    told = [
        actor
        for actor, by in rows.items()
        if len(by) > 1 and any(one.only_here for own in by.values() for one in own)
    ]
    if not told:
        return None
    lines = []
    for actor in told[:MOST_ACTORS]:
        labels = [one for own in rows[actor].values() for one in own]
        notes = desk.footnotes.of_sentences(
            [one.sentences[0] for one in labels[:3] if one.sentences], label="naming"
        )
        lines.append(
            (
                Cell(number_sentences.short(actor)),
                Cell(
                    semicolons(
                        [
                            f"{number_sentences.short(source)}: "
                            + commas([_label(one) for one in own[:4]])
                            for source, own in list(rows[actor].items())[:4]
                        ]
                    ),
                    notes=notes,
                ),
            )
        )
    # Own labels first, so that the title does not name one that both use.
    own = [min(by, key=lambda one: not one.only_here) for by in rows[told[0]].values()]
    told_so = commas(
        [
            say(
                "wording.label_in",
                label=number_sentences.quoted(number_sentences.short(one.label)),
                source=number_sentences.short(one.source),
            )
            for one in own[:2]
        ]
    )
    return Table(
        name="wording-naming",
        title=say("wording.naming", actor=number_sentences.short(told[0]), labels=told_so),
        subtitle=say("wording.naming_how"),
        head=row("wording.naming_head"),
        widths=(0.24, 0.76),
        align=("left", "left"),
        rows=tuple(lines),
        more=number_sentences.and_more(len(told) - MOST_ACTORS, "actor"),
    )


def _label(one: Naming) -> str:
    label = number_sentences.short(one.label)
    return say("wording.times", label=label, n=one.count) if one.count > 1 else label


def _terms(desk: Desk) -> Table:
    rows = []
    telling: list[KeyTerm] = []
    for source in desk.shown_sources:
        ranked = keyness.ranked(desk.comparison.keyness, source)
        best = [term for term in ranked if term.z > 0][:6]
        telling += [term for term in best if term.z >= TELLING_Z]
        if best:
            told = commas(
                [
                    say(
                        "wording.uses",
                        term=number_sentences.short(each.term),
                        own=each.count,
                        other=each.count_reference,
                    )
                    for each in best
                ]
            )
            rows.append((Cell(number_sentences.short(source)), Cell(told)))
    return Table(
        name="wording-keyness",
        title=_apart(telling),
        subtitle=keyness.how_to_read(desk.comparison.keyness_basis),
        head=row("wording.terms_head"),
        widths=(0.24, 0.76),
        align=("left", "left"),
        rows=tuple(rows),
    )


def _apart(telling: Sequence[KeyTerm]) -> str:
    """Say how many of the terms shown set a source apart, and which one does most."""
    if not telling:
        return say("wording.terms_none")
    best = max(telling, key=lambda term: term.z)
    named = {
        "best": number_sentences.quoted(number_sentences.short(best.term)),
        "source": number_sentences.short(best.source),
    }
    return say("wording.terms", n=len(telling), **named)
