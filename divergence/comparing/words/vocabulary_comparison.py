"""The wording of sources: the words that are their own, and how far vocabularies lie apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from divergence.comparing.parties import THE_OTHERS
from divergence.comparing.words.key_terms import contrasted
from divergence.comparing.words.label_comparison import namings
from divergence.comparing.words.priors import Prior
from divergence.comparing.words.term_counts import Texts, term_table
from divergence.comparing.words.vocabulary_shift import FLOOR_ROUNDS, between
from divergence.comparing.words.word_counts import lay_out
from divergence.comparing.words.word_results import KeynessBasis, KeyTerm, Naming, WordShift
from divergence.digesting.digest import Digest

# The noise floor of many sources takes fewer rounds each.
FEWEST_FLOOR_ROUNDS = 20


class Wording(NamedTuple):
    """Key terms with what they rest on, word shifts, and how actors are labelled."""

    keyness: tuple[KeyTerm, ...]
    shifts: tuple[WordShift, ...]
    basis: tuple[KeynessBasis, ...] = ()
    namings: tuple[Naming, ...] = ()


def wording(
    ordered: Sequence[Digest],
    *,
    seed: int = 0,
    reference: str | None = None,
    prior: Prior | None = None,
) -> Wording:
    """Find the key terms and word shifts of two sources, or of each against the others."""
    by_source: dict[str, list[Digest]] = {}
    for each in ordered:
        by_source.setdefault(each.tally.article.source, []).append(each)
    names = list(by_source)
    if len(names) < 2:
        return Wording((), ())
    texts = {name: _texts(name, by_source[name]) for name in names}
    if reference is None:
        reference = names[1] if len(names) == 2 else THE_OTHERS
    pairs = [(name, reference) for name in names if name != reference]
    rounds = max(FEWEST_FLOOR_ROUNDS, min(FLOOR_ROUNDS, 10 * FLOOR_ROUNDS // len(pairs)))
    table, layout = term_table(list(texts.values())), lay_out(list(texts.values()))
    owners = np.array(table.owners, dtype=object)
    rows = {name: np.flatnonzero(owners == name) for name in names}
    terms: list[KeyTerm] = []
    basis: list[KeynessBasis] = []
    shifts: list[WordShift] = []
    for name, against in pairs:
        other = rows[against] if against in texts else np.flatnonzero(owners != name)
        found = contrasted(table, (name, rows[name]), (against, other), prior=prior)
        terms += found.terms
        basis.append(found.basis)
        shifts.append(between(layout, name, against, rounds=rounds, seed=seed))
    return Wording(tuple(terms), tuple(shifts), tuple(basis), namings(ordered))


def _texts(name: str, digests: Sequence[Digest]) -> Texts:
    return Texts(
        name,
        tuple(tuple(sentence.words for sentence in each.sentences) for each in digests),
        tuple(each.tally.article.event for each in digests),
        tuple(tuple(sentence.pairs for sentence in each.sentences) for each in digests),
    )
