"""Wording: which words set the sources apart, and how the sentences are built."""

from __future__ import annotations

from divergence.comparing.keyterms import ONE_ARTICLE
from divergence.comparing.results import KeyTerm, Naming, WordShift
from divergence.plots.numerals import count, number
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
    return Page("wording", words.HEADINGS["wording"], tuple(blocks))


def _said(one: WordShift) -> Sentence:
    apart = one.divergence > one.floor_high
    says = (
        "more than two random halves of the same text would"
        if apart
        else "no more than two random halves of the same text might"
    )
    within = f", averaged over the {one.n_events:,} events that both wrote on" * (one.n_events > 1)
    return Sentence(
        f"The vocabularies of {words.short(one.source)} and {words.short(one.reference)} differ "
        f"{says}: divergence {number(one.divergence)} bits, where chance gives "
        f"{number(one.floor)} on average and up to {number(one.floor_high)}{within}."
    )


def _shift(one: WordShift, n: int) -> Chart:
    terms = shown(one)
    first = next((term.term for term in terms if term.contribution > 0), "")
    second = next((term.term for term in terms if term.contribution < 0), "")
    source, reference = words.short(one.source), words.short(one.reference)
    told = [
        f"“{words.short(term)}” marks {who}"
        for term, who in ((first, source), (second, reference))
        if term
    ]
    title = ", ".join(told) or f"{source} and {reference} share their words"
    if one.divergence <= one.floor_high:
        title = "Words differ no more than by chance; these weigh most"
    return Chart(
        name="wording-shift",
        kind="shift",
        title=title,
        subtitle=(
            f"Contribution of each word to the Jensen-Shannon divergence ({number(one.divergence)} "
            f"bits; chance gives {number(one.floor)}). n: the {count(len(terms), 'word')} of most "
            "weight."
        ),
        data=one,
        caution=words.and_more(n - 1, "comparison"),
        alt="; ".join(f"{term.term} {number(term.contribution)}" for term in terms)[:2000],
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
        subtitle=f"{_method(desk)} n: {count(len(terms), 'term')} shown.",
        data=tuple(terms),
        caution=_doubts(terms),
        alt="; ".join(
            f"{term.term}: {term.count} against {term.count_reference}" for term in terms
        ),
    )


def _method(desk: Desk) -> str:
    """Say how terms were scored: the prior, its strength, and the events it was done within."""
    bases = desk.comparison.keyness_basis
    if not bases:
        return words.READ_KEYNESS
    base = bases[0]
    low, high = min(b.strength for b in bases), max(b.strength for b in bases)
    worth = f"{low:,.0f}" if low == high else f"{low:,.0f} to {high:,.0f}"
    within = [b.n_events for b in bases if b.n_events]
    events = ""
    if max(within, default=0) > 1:
        events = f" Within {max(within):,} events, pooled after Mantel and Haenszel."
    return f"{words.READ_KEYNESS} Prior: {base.prior}, worth {worth} words.{events}"


def _doubts(terms: list[KeyTerm]) -> str:
    once = [words.short(term.term) for term in terms if term.caution == ONE_ARTICLE]
    return f"In one article only: {words.list_of(once)}." if once else ""


def _naming(desk: Desk) -> Table | None:
    """The actors that sources label differently, a column for each of two sources."""
    rows: dict[str, dict[str, list[Naming]]] = {}
    for row in desk.comparison.namings:
        rows.setdefault(row.actor, {}).setdefault(row.source, []).append(row)
    # One source's label beside a bare name elsewhere is no other label.
    told = [
        actor
        for actor, by in rows.items()
        if len(by) > 1 and any(row.only_here for own in by.values() for row in own)
    ]
    if not told:
        return None
    lines = []
    for actor in told[:MOST_ACTORS]:
        labels = [row for own in rows[actor].values() for row in own]
        notes = desk.footnotes.of_sentences(
            [row.sentences[0] for row in labels[:3] if row.sentences], label="naming"
        )
        lines.append(
            (
                Cell(words.short(actor)),
                Cell(
                    "; ".join(
                        f"{words.short(source)}: "
                        + ", ".join(
                            f"{words.short(row.label)}" + f" ({row.count:,})" * (row.count > 1)
                            for row in own[:4]
                        )
                        for source, own in list(rows[actor].items())[:4]
                    ),
                    notes=notes,
                ),
            )
        )
    # Own labels first, so that the title does not name one that both use.
    own = [min(by, key=lambda row: not row.only_here) for by in rows[told[0]].values()]
    told_so = ", ".join(
        f"“{words.short(one.label)}” in {words.short(one.source)}" for one in own[:2]
    )
    return Table(
        name="wording-naming",
        title=f"{words.short(told[0])} is labelled differently: {told_so}",
        subtitle=words.READ_NAMING,
        head=("Named", "Labels in each source's own words"),
        widths=(0.24, 0.76),
        align=("left", "left"),
        rows=tuple(lines),
        more=words.and_more(len(told) - MOST_ACTORS, "actor"),
    )


def _apart(clear: int, source: str, reference: str) -> str:
    if not clear:
        return f"No term sets {source} and {reference} clearly apart"
    verb = "sets" if clear == 1 else "set"
    return f"{count(clear, 'term')} {verb} {source} and {reference} apart"


def _terms(desk: Desk) -> Table:
    rows = []
    for source in desk.shown_sources:
        best = [term for term in _ranked(desk, source) if term.z > 0][:6]
        if best:
            told = ", ".join(
                f"{words.short(term.term)} ({term.count:,} : {term.count_reference:,})"
                for term in best
            )
            rows.append((Cell(words.short(source)), Cell(told)))
    return Table(
        name="wording-keyness",
        title="Words that each source uses more than the others",
        subtitle=_method(desk),
        head=("Source", "Words (uses in the source : in the others)"),
        widths=(0.24, 0.76),
        align=("left", "left"),
        rows=tuple(rows),
    )
