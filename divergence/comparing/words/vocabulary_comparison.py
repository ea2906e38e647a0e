"""The wording of sources: the words that are their own, and how far vocabularies lie apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from divergence.comparing.parties import compared_pairs
from divergence.comparing.words.key_terms import contrasting_terms
from divergence.comparing.words.label_comparison import namings
from divergence.comparing.words.party_texts import Texts
from divergence.comparing.words.priors import Prior
from divergence.comparing.words.shift_units import shift_units
from divergence.comparing.words.term_table import term_table
from divergence.comparing.words.vocabulary_shift import FLOOR_ROUNDS, shift_between
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
    for digest in ordered:
        by_source.setdefault(digest.tally.article.source, []).append(digest)
    names = list(by_source)
    if len(names) < 2:
        return Wording((), ())
    texts = {name: _texts(name, by_source[name]) for name in names}
    pairs = [pair.names for pair in compared_pairs(names, reference)]
    rounds = max(FEWEST_FLOOR_ROUNDS, min(FLOOR_ROUNDS, 10 * FLOOR_ROUNDS // len(pairs)))
    table, units = term_table(list(texts.values())), shift_units(list(texts.values()))
    owners = np.array(table.owners, dtype=object)
    rows = {name: np.flatnonzero(owners == name) for name in names}
    terms: list[KeyTerm] = []
    basis: list[KeynessBasis] = []
    shifts: list[WordShift] = []
    for name, against in pairs:
        other = rows[against] if against in texts else np.flatnonzero(owners != name)
        keyness = contrasting_terms(table, (name, rows[name]), (against, other), prior=prior)
        terms += keyness.terms
        basis.append(keyness.basis)
        shifts.append(shift_between(units, name, against, rounds=rounds, seed=seed))
    return Wording(tuple(terms), tuple(shifts), tuple(basis), namings(ordered))


def _texts(name: str, digests: Sequence[Digest]) -> Texts:
    return Texts(
        name,
        tuple(tuple(sentence.words for sentence in digest.sentences) for digest in digests),
        tuple(digest.tally.article.event for digest in digests),
        tuple(tuple(sentence.pairs for sentence in digest.sentences) for digest in digests),
    )
