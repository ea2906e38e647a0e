"""The key terms of two parties: words and collocations, within events, spread over articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from divergence.comparing.cautions import Caution, because
from divergence.comparing.words.dispersion import dispersion
from divergence.comparing.words.keyness import Cells, cells, pooled, strengths
from divergence.comparing.words.party_texts import Texts, shared_events
from divergence.comparing.words.priors import Prior, background_prior, weights
from divergence.comparing.words.term_table import Integers, TermTable, term_table
from divergence.comparing.words.word_results import KeynessBasis, KeyTerm
from divergence.counting.tally import Floats

__all__ = ["Keyness", "key_terms"]


FEWEST_SENTENCES = 2
# From this many articles on, a term that only one of them uses is listed last.
FEWEST_ARTICLES = 3
ONE_ARTICLE = because("term_in_one_article")
NO_DISPERSION = because("no_dispersion")
PARTLY = 0.5


@dataclass(frozen=True, slots=True)
class Keyness:
    """Key terms of two parties, and what they rest on."""

    terms: tuple[KeyTerm, ...]
    basis: KeynessBasis


@dataclass(frozen=True, slots=True, eq=False)
class _Party:
    """A party's articles that are compared: rows of the table, and sums over them."""

    name: str
    rows: Integers
    counts: Floats
    articles: Floats
    sentences: Floats


def key_terms(a: Texts, b: Texts, *, prior: Prior | None = None, most: int = 30) -> Keyness:
    """Find the words and collocations that set two parties apart.

    Parameters
    ----------
    a, b : Texts
        Two sources, or a source and the others, under different names.
    prior : Prior, optional
        What is expected of words; by default the background frequencies of the package.
    most : int, optional
        How many terms to keep on either side.

    Returns
    -------
    Keyness
        First the terms of ``a``, by falling z, last those of ``b``.
        Where both wrote on one named event or more, only articles on such events are compared,
        each event by itself, and the log-odds are pooled. Terms in a single sentence of both
        together are left out; so are the words of a collocation that sets the parties apart as
        clearly as either word. In a party of three articles or more, a term that lives in one of
        them comes after all others and says so.

    Notes
    -----
    The prior of each event is worth as many words as the shorter text there. A collocation is
    expected as often as its words, times the part of their uses that it makes up in both texts
    together, by whichever word gives more: one that is all there is of its words is as clear as the
    clearer of them, and is shown for both.

    Examples
    --------
    >>> paper = Texts("Post", ((("harbor", "fire"), ("harbor", "closed")),))
    >>> other = Texts("Echo", ((("port", "fire"), ("port", "closed")),))
    >>> [term.term for term in key_terms(paper, other).terms]
    ['harbor', 'port']
    """
    table = term_table([a, b])
    owners = np.array(table.owners, dtype=object)
    return contrasting_terms(
        table,
        (a.name, np.flatnonzero(owners == a.name)),
        (b.name, np.flatnonzero(owners == b.name)),
        prior=prior,
        most=most,
    )


def contrasting_terms(
    table: TermTable,
    a: tuple[str, Integers],
    b: tuple[str, Integers],
    *,
    prior: Prior | None = None,
    most: int = 30,
) -> Keyness:
    """Find the terms that set the articles of two parties apart; see :func:`key_terms`.

    ``a`` and ``b`` are the name of either party and the rows of its articles.
    """
    prior = prior or background_prior()
    names = np.array(table.events, dtype=object)
    shared = shared_events(names[a[1]].tolist(), names[b[1]].tolist())
    strata = [
        (rows_a, rows_b)
        for event in (shared or (None,))
        for rows_a, rows_b in [
            tuple(r if event is None else r[names[r] == event] for _, r in (a, b))
        ]
        if table.sizes[rows_a].sum() and table.sizes[rows_b].sum()
    ]
    basis = _basis(table, (a, b), strata, prior, within=bool(shared))
    if not strata:
        return Keyness((), basis)
    listed = _listed(table, prior)
    made = [_cells(table, pair, len(strata), prior, listed) for pair in strata]
    delta, z = pooled(made, len(table.terms))
    mine, theirs = (
        _party(table, party[0], np.concatenate([pair[side] for pair in strata]))
        for side, party in enumerate((a, b))
    )
    often = np.zeros(len(table.terms), dtype=np.int64)
    if shared:
        for stratum in made:
            often[stratum.at] += 1
    enough = mine.sentences + theirs.sentences >= FEWEST_SENTENCES
    size = np.where(np.isnan(z), 0.0, np.abs(z))
    chosen = []
    for party, sign in ((mine, 1), (theirs, -1)):
        own = np.flatnonzero(enough & (party.counts > 0) & (sign * np.nan_to_num(z) > 0))
        kept = list(_without_doubles(table, own, size))
        once = _lives_in_one(party, kept)
        ordered = sorted((at in once, -size[at], table.terms[at], at) for at in kept)
        chosen.append([(at, party, at in once) for *_, at in ordered[:most]])
    spread: dict[int, float] = {}
    for party, side in zip((mine, theirs), chosen, strict=True):
        spread |= _dispersions(table, party.rows, [at for at, _, _ in side])
    return Keyness(
        tuple(
            KeyTerm(
                source=mine.name,
                reference=theirs.name,
                term=table.terms[at],
                log_odds=float(delta[at]),
                z=float(z[at]),
                count=int(mine.counts[at]),
                count_reference=int(theirs.counts[at]),
                n_articles=int(mine.articles[at]),
                n_articles_reference=int(theirs.articles[at]),
                n_events=int(often[at]),
                dispersion=spread[at],
                cautions=(ONE_ARTICLE,) if once else () if spread[at] >= 0 else (NO_DISPERSION,),
            )
            for at, _, once in (*chosen[0], *reversed(chosen[1]))
        ),
        basis,
    )


def _listed(table: TermTable, prior: Prior) -> Floats:
    """Counts of all words in the prior's library, looked up once."""
    if prior.counts is None:
        return np.zeros(table.n_words)
    words = table.terms[: table.n_words]
    return np.array([prior.counts.get(word, prior.unlisted) for word in words], dtype=np.float64)


def _cells(
    table: TermTable, rows: tuple[Integers, ...], n_strata: int, prior: Prior, listed: Floats
) -> Cells:
    """Counts of the terms that either text uses, with the prior of this stratum."""
    used_a, used_b = (_sum(table.counts, side) for side in rows)
    both = used_a + used_b
    at = np.flatnonzero(both)
    size_a, size_b = (float(table.sizes[side].sum()) for side in rows)
    words = at[at < table.n_words]
    share = np.zeros(len(table.terms))
    share[words] = weights(prior, both[words], listed[words])
    pairs = at[at >= table.n_words]
    parts = [column[pairs - table.n_words] for column in (table.first, table.second)]
    share[pairs] = np.maximum(*(share[part] * both[pairs] / both[part] for part in parts))
    worth = strengths(min(size_a, size_b), (size_a, size_b), n_strata)
    return cells(at, (used_a[at], used_b[at]), share[at], (size_a, size_b), worth)


def _sum(matrix: object, rows: Integers) -> Floats:
    return np.asarray(matrix[rows].sum(axis=0), dtype=np.float64).ravel()  # type: ignore[index]


def _party(table: TermTable, name: str, rows: Integers) -> _Party:
    counts = table.counts[rows]
    return _Party(
        name,
        rows,
        _sum(table.counts, rows),
        np.asarray(counts.getnnz(axis=0), dtype=np.float64),
        _sum(table.sentences, rows),
    )


def _without_doubles(table: TermTable, own: Integers, size: Floats) -> Iterator[int]:
    """Terms, each pair of words either as a collocation or as its words."""
    inside: set[int] = set()
    pairs = sorted(own[own >= table.n_words].tolist(), key=lambda at: (-size[at], table.terms[at]))
    for at in pairs:
        words = {int(side[at - table.n_words]) for side in (table.first, table.second)}
        if not words & inside and all(size[at] >= (1 - 1e-9) * size[word] for word in words):
            inside |= words
            yield at
    yield from (at for at in own[own < table.n_words].tolist() if at not in inside)


def _lives_in_one(party: _Party, terms: Sequence[int]) -> set[int]:
    if len(party.rows) < FEWEST_ARTICLES:
        return set()
    return {at for at in terms if party.articles[at] == 1}


def _dispersions(table: TermTable, rows: Integers, terms: Sequence[int]) -> dict[int, float]:
    used = np.asarray(table.counts[rows][:, terms].toarray())
    sizes = table.sizes[rows].tolist()
    return {at: dispersion(used[:, place].tolist(), sizes) for place, at in enumerate(terms)}


def _basis(
    table: TermTable,
    parties: tuple[tuple[str, Integers], tuple[str, Integers]],
    strata: Sequence[tuple[Integers, Integers]],
    prior: Prior,
    *,
    within: bool,
) -> KeynessBasis:
    sizes = [[float(table.sizes[rows].sum()) for rows in pair] for pair in strata]
    used = [int(sum(pair[side] for pair in sizes)) for side in (0, 1)]
    whole = [float(table.sizes[rows].sum()) for _, rows in parties]
    cautions: tuple[Caution, ...] = ()
    if not strata:
        cautions = (because("party_without_words"),)
    elif within and any(part < PARTLY * size for part, size in zip(used, whole, strict=True)):
        cautions = (because("words_on_other_events"),)
    return KeynessBasis(
        source=parties[0][0],
        reference=parties[1][0],
        prior=prior.said(),
        strength=float(sum(min(pair) for pair in sizes)),
        n_events=len(strata) if within else 0,
        n_words=used[0],
        n_words_reference=used[1],
        cautions=cautions,
    )
