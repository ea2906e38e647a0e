"""Compare: everything that several articles can tell about each other, in one frozen result."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from divergence.comparing.alignment import align
from divergence.comparing.cautions import NOT_ALIGNED
from divergence.comparing.contrasts import contrasts
from divergence.comparing.distances import distances
from divergence.comparing.estimates import estimates
from divergence.comparing.groups import fingerprint, groups, profile
from divergence.comparing.ledger import ledger
from divergence.comparing.results import Comparison, LedgerEntry, SourceProfile, Statement
from divergence.comparing.wording import wording
from divergence.errors import InputError, UsageError
from divergence.measuring.digest import Digest

# Up to this many articles without a named event are taken to be about one.
ONE_EVENT = 12

Events = dict[str, list[Digest]]


def compare(
    digests: Sequence[Digest], *, sides: Sequence[str] = (), seed: int = 0, rounds: int = 1000
) -> Comparison:
    """Compare the sources of articles.

    Parameters
    ----------
    digests : sequence of Digest
        The articles, in any order, all measured with the same features and sides.
    sides : sequence of str, optional
        Names of the sides, for the record.
    seed : int, optional
        Seed of everything that is drawn at random.
    rounds : int, optional
        Bootstrap rounds and permutations.

    Returns
    -------
    Comparison
        The same for the same articles, whatever their order. With one source there are estimates
        and no contrasts; ``cautions`` says what could not be compared and why.

    Raises
    ------
    InputError
        If there is no article.
    UsageError
        If the articles were measured with different features or sides, or ``rounds`` is not
        above 0.
    """
    if not digests:
        raise InputError("there is no article to compare")
    if rounds < 1:
        raise UsageError(f"rounds={rounds}: at least one round is needed")
    ordered = sorted(digests, key=lambda each: (each.tally.article.source, fingerprint(each.tally)))
    columns = ordered[0].tally.columns
    for each in ordered:
        if each.tally.columns != columns:
            raise UsageError(
                f"{each.tally.article.id}: measured with other features or sides than"
                f" {ordered[0].tally.article.id}; measure all articles alike"
            )
    sources = groups([each.tally for each in ordered])
    events, about_events = _events(ordered)
    figures = tuple(
        entry
        for event, members in events.items()
        for entry in ledger(
            [figure for each in members for figure in each.figures],
            event=event,
            sources=[each.tally.article.source for each in members],
        )
    )
    statements = _with_figures(
        [
            statement
            for event, members in events.items()
            for statement in align([s.ref for each in members for s in each.sentences], event=event)
        ],
        figures,
    )
    keyness, shifts = wording(ordered, seed=seed)
    profiles = tuple(profile(group) for group in sources)
    return Comparison(
        sources=profiles,
        sides=tuple(sides),
        events=tuple(name for name in events if name),
        columns=columns,
        estimates=estimates(sources, columns, rounds=rounds, seed=seed),
        contrasts=contrasts(sources, columns, rounds=rounds, seed=seed),
        keyness=keyness,
        shifts=shifts,
        statements=statements,
        ledger=figures,
        distances=distances(sources, columns) if len(sources) > 1 else (),
        cautions=(
            *_about_sources(profiles),
            *about_events,
            *(
                ["no two articles on one event have a sentence in common"]
                if events and len(sources) > 1 and not any(len(s.sentences) > 1 for s in statements)
                else []
            ),
        ),
        seed=seed,
        rounds=rounds,
    )


def _with_figures(
    statements: Sequence[Statement], figures: Sequence[LedgerEntry]
) -> tuple[Statement, ...]:
    """Do not call a source missing that gives the figure of the sentence in other words."""
    told: dict[tuple[str, str, int], set[str]] = {}
    for entry in figures:
        givers = {figure.at.source for figure in entry.figures}
        for figure in entry.figures:
            at = figure.at
            told.setdefault((at.source, at.article, at.sentence), set()).update(givers)
    found = []
    for statement in statements:
        givers = {
            source
            for ref in statement.sentences
            for source in told.get((ref.source, ref.article, ref.sentence), ())
        }
        missing = tuple(source for source in statement.missing if source not in givers)
        found.append(replace(statement, missing=missing))
    return tuple(found)


def _about_sources(profiles: Sequence[SourceProfile]) -> Iterator[str]:
    if len(profiles) == 1:
        yield (
            f"one source ({profiles[0].source}): a profile without comparison;"
            " give articles of at least two sources to compare"
        )
    empty = [each.source for each in profiles if each.n_words == 0]
    if empty:
        yield f"no words to measure: {', '.join(empty)}"
    by_folded = Counter(each.source.casefold() for each in profiles)
    alike = [each.source for each in profiles if by_folded[each.source.casefold()] > 1]
    if alike:
        yield f"sources that differ in capitals only are compared as different: {', '.join(alike)}"
    single = [each.source for each in profiles if each.n_articles == 1]
    if single and len(profiles) > 1:
        named = ", ".join(single[:5]) + (f" and {len(single) - 5} more" if len(single) > 5 else "")
        yield (
            f"one article each: {named}; intervals describe these articles"
            " and no claim about the sources follows"
        )


def _events(ordered: Sequence[Digest]) -> tuple[Events, list[str]]:
    """Articles by event, and what to say about those without one."""
    found: Events = {}
    for each in ordered:
        found.setdefault(each.tally.article.event, []).append(each)
    without = found.pop("", [])
    if without and not found:
        if len(without) == 1:
            return {"": without}, []
        if len(without) <= ONE_EVENT:
            return {"": without}, ["no events named: all articles are taken to be about one event"]
        return {}, [NOT_ALIGNED]
    if without:
        return dict(sorted(found.items())), [
            f"{len(without)} articles name no event: their statements and figures are not aligned"
        ]
    return dict(sorted(found.items())), []
