"""MUC, B-cubed and CEAF: how alike two partitions of mentions into chains are.

Mentions that only one side has count against it; none are added or taken away beforehand.

References
----------
Vilain, M., Burger, J., Aberdeen, J., Connolly, D., & Hirschman, L. (1995). A Model-Theoretic
Coreference Scoring Scheme. MUC-6. Bagga, A., & Baldwin, B. (1998). Algorithms for Scoring
Coreference Chains. LREC. Luo, X. (2005). On Coreference Resolution Performance Metrics. HLT/EMNLP.
Pradhan, S. et al. (2014). Scoring Coreference Partitions of Predicted Mentions. ACL.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from scipy.optimize import linear_sum_assignment

Chain = frozenset[Hashable]


class Counts(NamedTuple):
    """What precision and recall are made of; counts of several texts add up."""

    kept: float
    predicted: float
    recalled: float
    labelled: float


def f1_of(counts: Iterable[Sequence[float]]) -> float:
    """F1 of added counts; nan where there is nothing labelled and nothing predicted."""
    kept, predicted, recalled, labelled = np.sum([tuple(row) for row in counts], axis=0).tolist()
    if not predicted and not labelled:
        return math.nan
    precision = kept / predicted if predicted else 0.0
    recall = recalled / labelled if labelled else 0.0
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def muc(labelled: Sequence[Chain], predicted: Sequence[Chain]) -> Counts:
    """Count links: how many of a chain's are left when the other side cuts it."""
    kept, links = _links(predicted, labelled)
    recalled, labelled_links = _links(labelled, predicted)
    return Counts(kept, links, recalled, labelled_links)


def b_cubed(labelled: Sequence[Chain], predicted: Sequence[Chain]) -> Counts:
    """Add up, over mentions, the share of a mention's chain that the other side gives it too."""
    kept, mentions = _shares(predicted, labelled)
    recalled, labelled_mentions = _shares(labelled, predicted)
    return Counts(kept, mentions, recalled, labelled_mentions)


def ceaf(labelled: Sequence[Chain], predicted: Sequence[Chain]) -> Counts:
    """Match chains one to one so that the sum of their Dice coefficients is largest (CEAF-e)."""
    alike = 0.0
    if labelled and predicted:
        dice = np.array([[2 * len(a & b) / (len(a) + len(b)) for b in predicted] for a in labelled])
        alike = float(dice[linear_sum_assignment(dice, maximize=True)].sum())
    return Counts(alike, len(predicted), alike, len(labelled))


def _links(chains: Sequence[Chain], others: Sequence[Chain]) -> tuple[int, int]:
    chain_of = _chain_of(others)
    kept = 0
    for chain in chains:
        whole = {chain_of[mention] for mention in chain if mention in chain_of}
        alone = sum(mention not in chain_of for mention in chain)
        kept += len(chain) - len(whole) - alone
    return kept, sum(len(chain) - 1 for chain in chains)


def _shares(chains: Sequence[Chain], others: Sequence[Chain]) -> tuple[float, int]:
    chain_of = _chain_of(others)
    total = 0.0
    for chain in chains:
        for mention in chain:
            if mention in chain_of:
                total += len(chain & others[chain_of[mention]]) / len(chain)
    return total, sum(map(len, chains))


def _chain_of(chains: Sequence[Chain]) -> Mapping[Hashable, int]:
    return {mention: number for number, chain in enumerate(chains) for mention in chain}
