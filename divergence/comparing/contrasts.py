"""Differences between sources: how large, how sure, and why to doubt them."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from divergence.comparing import cautions
from divergence.comparing.estimates import evidence_counts
from divergence.comparing.groups import Group
from divergence.comparing.resampling import percentile_interval, replicates, stream_keys
from divergence.comparing.results import Column, Contrast
from divergence.comparing.testing import Shuffler, benjamini_hochberg, permutation_p
from divergence.measuring.ratio import VOICE_CHOICES, ratios, scales, with_all
from divergence.measuring.tally import Floats

THE_OTHERS = "the others"


class _Part(NamedTuple):
    """One side of a contrast: who it is, its counts, spans, resamples and shuffled counts."""

    name: str
    groups: tuple[Group, ...]
    counts: Floats
    n_evidence: np.ndarray
    samples: Floats
    shuffled: Floats


def contrasts(
    groups: Sequence[Group], columns: Sequence[Column], *, rounds: int = 1000, seed: int = 0
) -> tuple[Contrast, ...]:
    """Contrast two sources, or each of several with all the others.

    Parameters
    ----------
    groups : sequence of Group
        The sources, sorted. Two give one pair (the first minus the second); more give each source
        minus the others pooled; fewer give nothing.
    columns : sequence of Column
        The columns of their tallies.
    rounds : int, optional
        Bootstrap rounds and permutations.
    seed : int, optional
        Seed of both.

    Returns
    -------
    tuple of Contrast
        By source, column and voice. Differences are in the column's unit. ``p`` is the two-sided
        permutation p-value over articles and ``q`` its Benjamini-Hochberg value among the columns
        of one family of features, in one voice, of one source against its reference; both are nan
        where either side has fewer than two articles. Swapping two sources flips every sign and
        changes nothing else.

    Notes
    -----
    The smallest possible ``p`` is 1 / (rounds + 1), and with few articles much larger: two against
    two articles can be dealt in six ways only. A source with a single article has an interval that
    describes that article; no claim about the source follows from it.

    References
    ----------
    Lijffijt, J., et al. (2016). Significance testing of word frequencies in corpora. Digital
    Scholarship in the Humanities, 31. Good, P. (2005). Permutation, Parametric and Bootstrap Tests
    of Hypotheses.
    """
    found: list[Contrast] = []
    for part, reference in _pairs(groups, rounds=rounds, seed=seed):
        found += _with_q(list(_contrast(part, reference, columns)), columns)
    return tuple(found)


def _pairs(groups: Sequence[Group], *, rounds: int, seed: int) -> Iterator[tuple[_Part, _Part]]:
    if len(groups) < 2:
        return
    keys = stream_keys(groups)
    shuffler = Shuffler(groups, rounds=rounds, seed=seed)

    def part(number: int) -> _Part:
        group = groups[number]
        return _Part(
            group.source,
            (group,),
            with_all(group.counts),
            evidence_counts(group),
            replicates(group, rounds=rounds, seed=seed, key=keys[number]),
            with_all(shuffler.sums(number)),
        )

    if len(groups) == 2:
        yield part(0), part(1)
        return
    total = with_all(shuffler.total)
    spans = sum(evidence_counts(group) for group in groups)
    # Resamples are drawn twice rather than kept: memory does not grow with the number of sources.
    resampled = sum(
        replicates(group, rounds=rounds, seed=seed, key=key)
        for group, key in zip(groups, keys, strict=True)
    )
    for number, group in enumerate(groups):
        mine = part(number)
        yield (
            mine,
            _Part(
                THE_OTHERS,
                tuple(other for other in groups if other is not group),
                total - mine.counts,
                spans - mine.n_evidence,
                resampled - mine.samples,
                total - mine.shuffled,
            ),
        )


def _contrast(part: _Part, reference: _Part, columns: Sequence[Column]) -> Iterator[Contrast]:
    scale = scales(columns)
    differences = ratios(part.counts, scale) - ratios(reference.counts, scale)
    lows, highs = percentile_interval(
        ratios(part.samples, scale) - ratios(reference.samples, scale)
    )
    p_values = np.full(differences.shape, np.nan)
    if _n_articles(part) > 1 and _n_articles(reference) > 1:
        p_values = permutation_p(
            differences, ratios(part.shuffled, scale) - ratios(reference.shuffled, scale)
        )
    unsampled = _unsampled(part) or _unsampled(reference)
    for number, column in enumerate(columns):
        for place, voice in enumerate(VOICE_CHOICES):
            at = number, place
            difference = float(differences[at])
            low, high = float(lows[at]), float(highs[at])
            if math.isnan(difference) or unsampled:
                low = high = math.nan
            half = (high - low) / 2
            yield Contrast(
                source=part.name,
                reference=reference.name,
                column=column.name,
                voice=voice,
                difference=difference,
                low=low,
                high=high,
                strength=difference / half if half > 0 else math.nan,
                p=float(p_values[at]),
                q=math.nan,
                caution=_caution(part, reference, column, at, half),
            )


def _unsampled(part: _Part) -> bool:
    return all(group.basis == "none" for group in part.groups)


def _n_articles(part: _Part) -> int:
    return sum(group.n_articles for group in part.groups)


def _caution(
    part: _Part, reference: _Part, column: Column, at: tuple[int, int], half: float
) -> str:
    reasons: list[str] = []
    for side in (part, reference):
        if side.counts[at][1] == 0:
            reasons.append(f"{side.name}: {cautions.undefined(column)}")
    if reasons:
        return cautions.joined(*reasons)
    if _unsampled(part) or _unsampled(reference):
        reasons.append(cautions.ONE_SENTENCE)
    elif math.isnan(half):
        reasons.append(cautions.SPARSE)
    elif half == 0:
        reasons.append(cautions.NO_VARIATION)
    if any(_n_articles(side) == 1 for side in (part, reference)):
        reasons.append("one article: describes the articles, not the sources")
    for side in (part, reference):
        reasons += [
            f"{side.name}: {reason}"
            for reason in (
                *cautions.few_articles(_n_articles(side)),
                *cautions.few(column, float(side.counts[at][1]), int(side.n_evidence[at])),
            )
        ]
    return cautions.joined(*reasons)


def _with_q(found: Sequence[Contrast], columns: Sequence[Column]) -> list[Contrast]:
    family_of = {column.name: column.family for column in columns}
    families: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, contrast in enumerate(found):
        families[family_of[contrast.column], contrast.voice].append(number)
    adjusted = list(found)
    for members in families.values():
        q_values = benjamini_hochberg([found[number].p for number in members])
        for number, q in zip(members, q_values, strict=True):
            adjusted[number] = replace(found[number], q=q)
    return adjusted
