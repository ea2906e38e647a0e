"""Differences between sources: how large, how sure, and why to doubt them."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from divergence.comparing import cautions
from divergence.comparing.groups import Group
from divergence.comparing.parts import Measured, Part, measured, parts, pooled, without
from divergence.comparing.results import Column, Contrast
from divergence.comparing.testing import Shuffler, benjamini_hochberg, permutation_p
from divergence.measuring.ratio import VOICE_CHOICES, ratios, scales, with_all
from divergence.measuring.tally import Floats


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

    The others are pooled by their counts: a source with many articles weighs more among them.
    The interval of a difference is put together from those of its two values, so that a source in
    which nothing was seen does not count as known exactly.

    References
    ----------
    Zou, G. Y., & Donner, A. (2008). Construction of confidence limits about effect measures: a
    general approach. Statistics in Medicine, 27 (after Newcombe 1998).
    Lijffijt, J., et al. (2016). Significance testing of word frequencies in corpora. Digital
    Scholarship in the Humanities, 31. Good, P. (2005). Permutation, Parametric and Bootstrap Tests
    of Hypotheses.
    """
    return tuple(
        contrast
        for found in _contrasts(groups, columns, rounds=rounds, seed=seed)
        for contrast in _with_q(found, columns)
    )


def _contrasts(
    groups: Sequence[Group], columns: Sequence[Column], *, rounds: int, seed: int
) -> Iterator[list[Contrast]]:
    """Yield the contrasts of one part and its reference at a time."""
    if len(groups) < 2:
        return
    scale = scales(columns)
    shuffler = Shuffler(groups, rounds=rounds, seed=seed)
    if len(groups) == 2:
        part, reference = parts(groups, rounds=rounds, seed=seed)
        shuffled = ratios(with_all(shuffler.sums(0)), scale) - ratios(
            with_all(shuffler.sums(1)), scale
        )
        yield list(_contrast(part, reference, columns, shuffled))
        return
    # Resamples are drawn twice rather than kept: memory does not grow with the number of sources.
    total = pooled(parts(groups, rounds=rounds, seed=seed))
    dealt = with_all(shuffler.total)
    for number, part in enumerate(parts(groups, rounds=rounds, seed=seed)):
        mine = with_all(shuffler.sums(number))
        shuffled = ratios(mine, scale) - ratios(dealt - mine, scale)
        yield list(_contrast(part, without(total, part), columns, shuffled))


def _contrast(
    part: Part, reference: Part, columns: Sequence[Column], shuffled: Floats
) -> Iterator[Contrast]:
    here, there = measured(part, columns), measured(reference, columns)
    differences = here.values - there.values
    lows, highs = _interval(here, there)
    p_values = np.full(differences.shape, np.nan)
    if part.n_articles > 1 and reference.n_articles > 1:
        p_values = permutation_p(differences, shuffled)
    for number, column in enumerate(columns):
        for place, voice in enumerate(VOICE_CHOICES):
            at = number, place
            difference, low, high = float(differences[at]), float(lows[at]), float(highs[at])
            half = (high - low) / 2
            reasons = [
                f"{side.name}: {reason}"
                for side, found in ((part, here), (reference, there))
                for reason in found.reasons[number][place]
            ]
            if half == 0:
                reasons.append(cautions.NO_VARIATION)
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
                caution=cautions.joined(*reasons),
            )


def _interval(here: Measured, there: Measured) -> tuple[Floats, Floats]:
    """Interval of a difference from the intervals of its two values (Zou & Donner 2008)."""
    below_here = np.maximum(here.values - here.lows, 0.0)
    above_here = np.maximum(here.highs - here.values, 0.0)
    below_there = np.maximum(there.values - there.lows, 0.0)
    above_there = np.maximum(there.highs - there.values, 0.0)
    difference = here.values - there.values
    return (
        difference - np.sqrt(below_here**2 + above_there**2),
        difference + np.sqrt(above_here**2 + below_there**2),
    )


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
