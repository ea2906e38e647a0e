"""Which sources carry a statement: all of them, several, or one where nothing like it was found.

Every page, table and file asks here, so that none of them calls a statement one source's own that
another tells in other words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from divergence.comparing.claims.claim_results import (
    Content,
    Presence,
    Reach,
    Statement,
    text_order,
)
from divergence.comparing.claims.sentence_judgment import ReadSentence

CONTENTS: tuple[Content, ...] = ("figure", "claim", "actor", "clause")


def reach(statement: Statement) -> Reach:
    """Say how far a statement reaches among the sources that wrote on its event."""
    if len(statement.sources) > 1:
        return "all" if len(statement.sources) == statement.n_sources else "several"
    return "one" if statement.missing and not statement.alike else "open"


def presence(statement: Statement, sources: Iterable[str]) -> tuple[Presence, ...]:
    """Say of each source whether it carries a statement."""
    known: dict[str, Presence] = {
        **dict.fromkeys(statement.missing, "nothing"),
        **dict.fromkeys(statement.alike, "alike"),
        **dict.fromkeys(statement.sources, "carries"),
    }
    return tuple(known.get(source, "absent") for source in sources)


def shared(statements: Iterable[Statement]) -> list[Statement]:
    """Return those that two sources or more carry, the most widely told first."""
    several = [statement for statement in statements if len(statement.sources) > 1]
    return sorted(several, key=lambda statement: (-len(statement.sources), statement.n_sources))


def only_one(statements: Iterable[Statement]) -> list[Statement]:
    """Return the statements of one source that nothing like was found to in any other."""
    alone = [statement for statement in statements if reach(statement) == "one"]
    alone.sort(key=lambda statement: (_standing(statement), _place(statement)))
    turns: Counter[tuple[int, str]] = Counter()
    in_turn = []
    for statement in alone:
        queue = _standing(statement), statement.sources[0]
        in_turn.append((queue[0], turns[queue], _place(statement), statement))
        turns[queue] += 1
    return [statement for *_, statement in sorted(in_turn, key=lambda entry: entry[:3])]


def contents(sentences: Sequence[ReadSentence]) -> tuple[Content, ...]:
    """Say what sentences hold that tells how much a reader can do with them."""
    assertions = [sentence.assertion for sentence in sentences]
    known: dict[Content, bool] = {
        "figure": any(sentence.figures for sentence in sentences),
        "claim": any(assertion.claimants for assertion in assertions),
        "actor": any(assertion.actor for assertion in assertions),
        "clause": any(assertion.clause for assertion in assertions),
    }
    return tuple(content for content in CONTENTS if known[content])


def _standing(statement: Statement) -> int:
    """What an editor would ask of a sentence first: something to check, then a sentence at all."""
    if "clause" not in statement.contents:
        return 2
    return 0 if len(statement.contents) > 1 else 1


def _place(statement: Statement) -> tuple[str, str, int]:
    return text_order(statement.sentences[0])
