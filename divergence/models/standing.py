"""Standing: whether a text shows a party as acting and strong, or as acted upon and weak.

Every clause in which the party acts or is acted upon counts, by what the verb says: who gives way
does not act from strength. No learned weights; the words are in ``lexicons/data/standing.csv``.
"""

from __future__ import annotations

from functools import cache

from divergence.lexicons.packaged import load
from divergence.types import Document

_STATES = frozenset("be have seem remain appear become belong contain consist".split())
_ACTS = {"power": 1.0, "aggression": 1.0, "weakness": -1.0}
_UNDERGOES = {"power": -0.5, "aggression": -1.0, "weakness": 0.0}
_OTHER_ACT, _OTHER_UNDERGONE = 0.5, -0.5


def standing(document: Document, side: str) -> float:
    """Net acts: clauses in which a side acts, less those in which it is acted upon or gives way.

    Parameters
    ----------
    document : Document
        Annotated with the side.
    side : str
        Name of the side.

    Returns
    -------
    float
        Weighted count, at most 1 a clause; it grows with the length of the text, so compare sides
        of one text or divide by its sentences. nan where the side neither acts nor is acted upon.

    Examples
    --------
    >>> from divergence.text.annotate import annotate
    >>> from divergence.types import Side
    >>> document = annotate("Norland attacked the port.", sides=(Side("Norland", ("Norland",)),))
    >>> standing(document, "Norland")
    1.0
    """
    heads = {mention.head for mention in document.mentions if mention.side == side}
    kinds = _kinds()
    amounts = []
    for clause in document.clauses:
        lemma = document.syntax.lemmas[clause.verb].lower()
        if lemma in _STATES:
            continue
        kind = kinds.get(lemma, "")
        amounts += [_ACTS.get(kind, _OTHER_ACT) for party in clause.agents if party in heads]
        amounts += [
            _UNDERGOES.get(kind, _OTHER_UNDERGONE) for party in clause.patients if party in heads
        ]
    return sum(amounts) if amounts else float("nan")


@cache
def _kinds() -> dict[str, str]:
    return {entry.term: entry.category for entry in load("standing").entries}
