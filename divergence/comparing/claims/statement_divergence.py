"""How much of what two parties tell, both tell: the divergence of their statements."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from divergence.comparing import cautions
from divergence.comparing.claims.claim_results import Statement
from divergence.comparing.noise_floor import (
    FLOOR_ROUNDS,
    FamilyDivergence,
    beside_floor,
    unknown_divergence,
)
from divergence.comparing.parties import THE_OTHERS
from divergence.comparing.random_draws import generator, permutations
from divergence.counting.tally import Floats
from divergence.phrases.saying import saying

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

UNIT = saying("distance_unit.statements")
CHUNK = 50

Key = tuple[str, str]
ArticlesByStatement = dict[str, list[frozenset[Key]]]


@dataclass(frozen=True, slots=True, eq=False)
class _EventStatements:
    """Statements by articles of one event, and which articles are the part's."""

    event: str
    statements: csr_matrix
    mine: np.ndarray


def articles_by_statement(statements: Iterable[Statement]) -> ArticlesByStatement:
    """For every event, the articles that tell each of its statements, by source and article."""
    by_event: ArticlesByStatement = defaultdict(list)
    for statement in statements:
        articles = frozenset((ref.source, ref.article) for ref in statement.sentences)
        by_event[statement.event].append(articles)
    return by_event


def statement_divergence(
    told_by: ArticlesByStatement,
    articles: Mapping[str, Sequence[Key]],
    source: str,
    reference: str | None,
    *,
    rounds: int = FLOOR_ROUNDS,
    seed: int = 0,
) -> FamilyDivergence:
    """Measure how far two parties tell different things, by the Jaccard index, beside its floor.

    Paraphrases count as two statements, which raises the divergence and its floor alike.
    """
    events = list(_by_event(told_by, articles, source, reference))
    names = source, reference or THE_OTHERS
    if not events:
        return unknown_divergence(names, "claims", UNIT, cautions.NO_COMMON_EVENT)
    distance = _distance([_counts(event, event.mine[None, :]) for event in events])
    deals = []
    for event in events:
        random = generator(seed, "claims", event.event)
        order = permutations(random, len(event.mine), rounds)
        deals.append(_counts(event, event.mine[order]))
    unmeasured = replace(
        unknown_divergence(names, "claims", UNIT),
        n_columns=1,
        n_events=len(events),
        basis="articles",
    )
    return beside_floor(unmeasured, float(distance[0]), _distance(deals))


def _by_event(
    told_by: ArticlesByStatement,
    articles: Mapping[str, Sequence[Key]],
    source: str,
    reference: str | None,
) -> Iterator[_EventStatements]:
    from scipy.sparse import csr_matrix

    for event in sorted(told_by):
        # By article first: exchanging two sources must not change the deals.
        keys = sorted(
            (
                key
                for key in articles.get(event, ())
                if reference in (None, key[0]) or key[0] == source
            ),
            key=lambda key: (key[1], key[0]),
        )
        mine = np.array([key[0] == source for key in keys], dtype=bool)
        if not keys or mine.all() or not mine.any():
            continue
        place = {key: number for number, key in enumerate(keys)}
        rows = [sorted(place[key] for key in tellers if key in place) for tellers in told_by[event]]
        rows = [row for row in rows if row]
        starts = np.concatenate([[0], np.cumsum([len(row) for row in rows])])
        flat = [number for row in rows for number in row]
        matrix = csr_matrix((np.ones(len(flat)), flat, starts), shape=(len(rows), len(keys)))
        yield _EventStatements(event, matrix, mine)


def _counts(event: _EventStatements, mine: np.ndarray) -> Floats:
    """Statements that both tell, and that either tells, for every deal (rows of ``mine``)."""
    counts = []
    for start in range(0, len(mine), CHUNK):
        chosen = mine[start : start + CHUNK].T.astype(np.float64)
        here = np.asarray(event.statements @ chosen) > 0
        there = np.asarray(event.statements @ (1.0 - chosen)) > 0
        counts.append(np.stack([(here & there).sum(axis=0), (here | there).sum(axis=0)], axis=-1))
    return np.concatenate(counts).astype(np.float64)


def _distance(counts: Sequence[Floats]) -> Floats:
    """One minus the Jaccard index over all events, for every deal."""
    total = np.sum(counts, axis=0)
    share = np.full(len(total), math.nan)
    np.divide(total[:, 0], total[:, 1], out=share, where=total[:, 1] > 0)
    return np.asarray(1.0 - share)
