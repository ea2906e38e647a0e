"""Which tokens stand for a side as somebody who can act or suffer, through coreference too.

A mention by name or alias stands for its side, and so do all other phrases for the same entity
("the servicemen", "they") and people who are a side's own ("its soldiers").
"""

from __future__ import annotations

from collections.abc import Mapping

from divergence.lexicons.attribution_cues import actor_kinds
from divergence.lexicons.representation import OPPOSED
from divergence.types import Document


def side_heads(document: Document) -> Mapping[int, str]:
    """Map the head of each phrase that stands for a side to the side."""
    sides = {mention.head: mention.side for mention in document.mentions if mention.actor}
    if not sides:
        return sides
    known = dict(sides)
    for entity in document.entities:
        if entity.type in {"person", "organization"}:
            of = {sides[m.head] for m in entity.mentions if m.head in sides}
            if len(of) == 1:
                (side,) = of
                for mention in entity.mentions:
                    known.setdefault(mention.head, side)
    syntax = document.syntax
    for token, relation in enumerate(syntax.relations):
        head = syntax.heads[token]
        if relation == "nmod:poss" and token in known and head not in known:
            lemma = syntax.lemmas[head].lower()
            if lemma in actor_kinds() and lemma not in OPPOSED:
                known[head] = known[token]
    return known
