"""The word shift of a lexicon score: which words make one text score higher than another."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping

from divergence.comparing.words.word_shifts import Counts, Kind, Share, Shift, frequencies, ranked
from divergence.errors import UsageError

__all__ = ["score_shift"]


def score_shift(
    counts: Counts,
    reference: Counts,
    scores: Mapping[str, float],
    *,
    scores_reference: Mapping[str, float] | None = None,
    middle: float | None = None,
) -> Shift:
    """Parts of words in the difference of two mean scores, for example of a sentiment lexicon.

    Words without a score are left out of both texts: read ``covered``. ``middle`` parts high scores
    from low; by default the mean of the second text. It changes the parts, not the difference:
    ``(p - q) ((s + t) / 2 - middle) + (p + q) / 2 (s - t)`` for frequencies p, q and scores s, t
    (Gallagher et al. 2021, equations 11 and 13).
    """
    own, other = scores, scores if scores_reference is None else scores_reference
    wrong = [term for scored in (own, other) for term in scored if not math.isfinite(scored[term])]
    if wrong or (middle is not None and not math.isfinite(middle)):
        what = f"the score of '{min(wrong)}'" if wrong else f"middle={middle}"
        raise UsageError(f"{what} is not a finite number; leave words without a score out")
    known = own.keys() & other.keys()
    p, q = (frequencies(side, known) for side in (counts, reference))
    covered, covered_reference = (_covered(side, known) for side in (counts, reference))
    if not p or not q:
        return Shift(math.nan, math.nan, math.nan, (), covered, covered_reference)
    mean_p = math.fsum(p[term] * own[term] for term in p)
    mean_q = math.fsum(q[term] * other[term] for term in q)
    center = mean_q if middle is None else middle
    shares = []
    for term in sorted({*p, *q}):
        a, b, s, t = p.get(term, 0.0), q.get(term, 0.0), own[term], other[term]
        part = (a - b) * ((s + t) / 2 - center) + (a + b) / 2 * (s - t)
        shares.append(Share(term, part, a, b, _kind(a - b, (s + t) / 2 - center)))
    return Shift(mean_p, mean_q, mean_p - mean_q, ranked(shares), covered, covered_reference)


def totals(shares: Iterable[Share]) -> dict[Kind, float]:
    """Sum the parts of words by kind, as the bars above a word shift graph do."""
    parts: dict[Kind, list[float]] = {}
    for share in shares:
        if share.kind:
            parts.setdefault(share.kind, []).append(share.contribution)
    return {kind: math.fsum(parts[kind]) for kind in sorted(parts)}


def _kind(more: float, high: float) -> Kind:
    if more == 0 or high == 0:
        return "same"
    if more > 0:
        return "more, higher" if high > 0 else "more, lower"
    return "less, higher" if high > 0 else "less, lower"


def _covered(counts: Counts, known: Collection[str]) -> float:
    """Share of a text's words that have a score; nan without words."""
    total = math.fsum(counts.values())
    return (
        math.fsum(counts[term] for term in counts if term in known) / total if total else math.nan
    )
