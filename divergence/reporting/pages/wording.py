"""Wording: which words set the sources apart, and how the sentences are built."""

from __future__ import annotations

from divergence.comparing.keyterms import ONE_ARTICLE
from divergence.comparing.results import KeyTerm, Naming, WordShift
from divergence.phrases import commas, declared, row, say, semicolons
from divergence.plots.numerals import in_digits, number
from divergence.plots.shift import shown
from divergence.reporting import words
from divergence.reporting.desk import Desk
from divergence.reporting.pages import parts
from divergence.reporting.report import Block, Cell, Chart, Page, Sentence, Table, Words

MOST_TERMS = 8
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
        blocks += parts.measures(desk, columns, "wording")
    return Page("wording", say("heading.wording"), tuple(blocks))


def _said(one: WordShift) -> Sentence:
    said = say(
        "wording.differ" if one.divergence > one.floor_high else "wording.differ_by_chance",
        source=words.short(one.source),
        reference=words.short(one.reference),
        divergence=number(one.divergence),
        chance=number(one.floor),
        most=number(one.floor_high),
    )
    if one.n_events > 1:
        return Sentence(say("wording.averaged", said=said, n=one.n_events))
    return Sentence(say("wording.said", said=said))


def _shift(one: WordShift, n: int) -> Chart:
    terms = shown(one)
    first = next((term.term for term in terms if term.contribution > 0), "")
    second = next((term.term for term in terms if term.contribution < 0), "")
    source, reference = words.short(one.source), words.short(one.reference)
    told = [
        say("wording.marks", term=words.quoted(words.short(term)), source=who)
        for term, who in ((first, source), (second, reference))
        if term
    ]
    title = commas(told) or say("wording.share", source=source, reference=reference)
    if one.divergence <= one.floor_high:
        title = say("wording.by_chance")
    return Chart(
        name="wording-shift",
        kind="shift",
        title=title,
        subtitle=say(
            "wording.shift_how",
            divergence=number(one.divergence),
            chance=number(one.floor),
            n=len(terms),
        ),
        data=one,
        caution=words.and_more(n - 1, "comparison"),
        alt=semicolons([f"{term.term} {number(term.contribution)}" for term in terms])[:2000],
    )


def _ranked(desk: Desk, source: str) -> list[KeyTerm]:
    own = [term for term in desk.comparison.keyness if term.source == source]
    # The comparison's order within a sign: terms of one article come after those of several.
    return sorted(own, key=lambda term: term.z <= 0)


def _keyness(desk: Desk) -> Chart:
    terms: list[KeyTerm] = []
    sources = list(dict.fromkeys(term.source for term in desk.comparison.keyness))
    for source in sources:
        ranked = _ranked(desk, source)
        half = MOST_TERMS if len(sources) > 1 else MOST_TERMS * 2
        terms += [term for term in ranked if term.z > 0][:half]
        if len(sources) == 1:
            terms = terms[:MOST_TERMS]
            terms += [term for term in ranked if term.z < 0][-MOST_TERMS:]
    clear = sum(abs(term.z) >= 1.96 for term in terms)
    reference = words.short(terms[0].reference) if terms else ""
    first = words.short(terms[0].source) if terms else ""
    return Chart(
        name="wording-keyness",
        kind="keyness",
        title=_apart(clear, first, reference),
        subtitle=f"{_method(desk)} {say('wording.shown', terms=len(terms))}",
        data=tuple(terms),
        caution=_doubts(terms),
        alt=semicolons(
            [
                say("wording.alt", term=each.term, own=each.count, other=each.count_reference)
                for each in terms
            ]
        ),
    )


def _method(desk: Desk) -> str:
    """Say how terms were scored: the prior, its strength, and the events it was done within."""
    bases = desk.comparison.keyness_basis
    if not bases:
        return say("wording.keyness_how")
    low, high = min(b.strength for b in bases), max(b.strength for b in bases)
    worth = in_digits(f"{low:,.0f}")
    if low != high:
        worth = say("number.interval", low=worth, high=in_digits(f"{high:,.0f}"))
    told = [
        say("wording.keyness_how"),
        say("wording.prior", prior=declared(bases[0].prior), worth=worth),
    ]
    within = max((b.n_events for b in bases if b.n_events), default=0)
    if within > 1:
        told.append(say("wording.pooled", n=within))
    return " ".join(told)


def _doubts(terms: list[KeyTerm]) -> str:
    once = [words.short(term.term) for term in terms if term.caution == ONE_ARTICLE]
    return say("wording.once", terms=words.list_of(once)) if once else ""


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
                Cell(words.short(actor)),
                Cell(
                    semicolons(
                        [
                            f"{words.short(source)}: {commas([_label(one) for one in own[:4]])}"
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
                label=words.quoted(words.short(one.label)),
                source=words.short(one.source),
            )
            for one in own[:2]
        ]
    )
    return Table(
        name="wording-naming",
        title=say("wording.naming", actor=words.short(told[0]), labels=told_so),
        subtitle=say("wording.naming_how"),
        head=row("wording.naming_head"),
        widths=(0.24, 0.76),
        align=("left", "left"),
        rows=tuple(lines),
        more=words.and_more(len(told) - MOST_ACTORS, "actor"),
    )


def _label(one: Naming) -> str:
    label = words.short(one.label)
    return say("wording.times", label=label, n=one.count) if one.count > 1 else label


def _apart(clear: int, source: str, reference: str) -> str:
    if not clear:
        return say("wording.none_apart", source=source, reference=reference)
    return say("wording.apart", n=clear, source=source, reference=reference)


def _terms(desk: Desk) -> Table:
    rows = []
    for source in desk.shown_sources:
        best = [term for term in _ranked(desk, source) if term.z > 0][:6]
        if best:
            told = commas(
                [
                    say(
                        "wording.uses",
                        term=words.short(each.term),
                        own=each.count,
                        other=each.count_reference,
                    )
                    for each in best
                ]
            )
            rows.append((Cell(words.short(source)), Cell(told)))
    return Table(
        name="wording-keyness",
        title=say("wording.terms"),
        subtitle=_method(desk),
        head=row("wording.terms_head"),
        widths=(0.24, 0.76),
        align=("left", "left"),
        rows=tuple(rows),
    )
