"""Wording: which words set the sources apart, and how the sentences are built."""

from __future__ import annotations

from divergence.comparing.results import KeyTerm, WordShift
from divergence.plots.numerals import count, number
from divergence.plots.shift import shown
from divergence.reporting import words
from divergence.reporting.desk import Desk
from divergence.reporting.pages import parts
from divergence.reporting.report import Block, Cell, Chart, Page, Sentence, Table, Words

MOST_TERMS = 8
MOST_SHIFTS = 1


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
    if comparison.keyness:
        blocks.append(_keyness(desk) if len(desk.sources) <= 2 else _terms(desk))
    if columns:
        blocks += parts.measures(desk, columns, "wording")
    return Page("wording", words.HEADINGS["wording"], tuple(blocks))


def _said(one: WordShift) -> Sentence:
    apart = one.divergence > one.floor_high
    says = (
        "more than two random halves of the same sentences would"
        if apart
        else "no more than two random halves of the same sentences might"
    )
    return Sentence(
        f"The vocabularies of {words.short(one.source)} and {words.short(one.reference)} differ "
        f"{says}: divergence {number(one.divergence)} bits, where chance gives "
        f"{number(one.floor)} on average and up to {number(one.floor_high)}."
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
    return sorted(own, key=lambda term: (-term.z, term.term))


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
        subtitle=f"{words.READ_KEYNESS} n: {count(len(terms), 'word')} shown.",
        data=tuple(terms),
        alt="; ".join(
            f"{term.term}: {term.count} against {term.count_reference}" for term in terms
        ),
    )


def _apart(clear: int, source: str, reference: str) -> str:
    if not clear:
        return f"No word sets {source} and {reference} clearly apart"
    verb = "sets" if clear == 1 else "set"
    return f"{count(clear, 'word')} {verb} {source} and {reference} apart"


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
        subtitle=words.READ_KEYNESS,
        head=("Source", "Words (uses in the source : in the others)"),
        widths=(0.24, 0.76),
        align=("left", "left"),
        rows=tuple(rows),
    )
