"""Mentions: where a text names a side, and whether it names it as a party or as a description.

An alias stands for the side through the head of its phrase: in "Russian forces" and "Kyiv's
commanders" the party is the noun. An alias that only describes ("the Russian language", "in
Ukraine") is a mention, but not of an actor.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from divergence.lexicons.attribution_cues import actor_kinds
from divergence.lexicons.locatives import NOT_ACTING
from divergence.lexicons.representation import OPPOSED, party_forms
from divergence.text.dependency_tree import Tree
from divergence.text.word_classes import PROPER_TAGS
from divergence.text.words import find_words
from divergence.types import Mention, Side, Span

_MODIFIERS = frozenset({"amod", "nmod:poss", "compound", "nmod", "nmod:desc", "flat"})
_POSSESSIVE = frozenset({"of", "'s", "'"})
_CLIMB_LIMIT = 4

Phrases = Mapping[str, Sequence[tuple[tuple[str, ...], str]]]


def alias_phrases(sides: Sequence[Side]) -> Phrases:
    """Index the aliases of all sides by their first word, longest first.

    A possessive ending needs no alias, because it is a word of its own. An alias in lower case
    also matches capitalised text; an alias with a capital matches only as written. A party goes by
    all its forms ("Democrats", "Democratic"), those that are given to another side left out.
    """
    index: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    given = {alias for side in sides for alias in side.aliases}
    for side in sides:
        forms = (form for alias in side.aliases for form in party_forms(alias))
        for alias in dict.fromkeys((*side.aliases, *(f for f in forms if f not in given))):
            plain = alias.replace("’", "'")
            words = tuple(plain[start:end] for start, end in find_words(plain, Span(0, len(plain))))
            if words:
                index[words[0].lower()].append((words, side.name))
    return {
        first: tuple(sorted(phrases, key=lambda phrase: (-len(phrase[0]), phrase)))
        for first, phrases in index.items()
    }


def find_mentions(tree: Tree, phrases: Phrases) -> tuple[Mention, ...]:
    """Find every mention of every side by one of its aliases, in text order.

    Not to be trusted for aliases that are also ordinary words of the language ("Turkey" in an
    article about poultry), and no better than the parse for ``head`` and ``actor``.
    """
    if not phrases:
        return ()
    words = tree.syntax.words
    mentions = []
    token = 0
    while token < len(words):
        candidates = phrases.get(words[token].lower(), ())
        match = next((c for c in candidates if _matches(words, token, c[0])), None)
        if match is None:
            token += 1
            continue
        phrase, side = match
        span = Span(token, token + len(phrase))
        head, actor = _party(tree, span)
        mentions.append(Mention(span, head, side, actor))
        token = span.end
    return tuple(_apart(tree, mentions))


def _apart(tree: Tree, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Keep the name of one side from standing for another: a parse may hang one on the other."""
    named = {token: mention.side for mention in mentions for token in range(*mention.tokens)}
    for mention in mentions:
        if named.get(mention.head, mention.side) == mention.side:
            yield mention
        else:
            own = tree.head_of(mention.tokens)
            yield Mention(mention.tokens, own, mention.side, _case(tree, own) not in NOT_ACTING)


def _matches(words: Sequence[str], token: int, phrase: Sequence[str]) -> bool:
    window = words[token : token + len(phrase)]
    return len(window) == len(phrase) and all(
        given == word or (word.islower() and given.lower() == word)
        for given, word in zip((w.replace("’", "'") for w in window), phrase, strict=True)
    )


def _party(tree: Tree, span: Span) -> tuple[int, bool]:
    """Return the token that stands for the side, and whether it is a party there."""
    syntax = tree.syntax
    head = tree.head_of(span)
    for _ in range(_CLIMB_LIMIT):
        above = syntax.heads[head]
        if syntax.relations[head] not in _MODIFIERS or above == head:
            break
        preposition = _case(tree, head)
        if syntax.relations[head] == "nmod" and preposition not in _POSSESSIVE:
            break
        if tree.syntax.lemmas[above].lower() in OPPOSED:
            return head, False
        if not _can_act(tree, above) and not _within_actor(tree, above):
            return head, False
        head = above
    return head, _case(tree, head) not in NOT_ACTING


def _within_actor(tree: Tree, token: int) -> bool:
    """Whether a noun is part of the name of somebody who can act ("service members")."""
    above = tree.syntax.heads[token]
    return tree.syntax.relations[token] == "compound" and _can_act(tree, above)


def _can_act(tree: Tree, token: int) -> bool:
    lemma = tree.syntax.lemmas[token].lower()
    return lemma in actor_kinds() or tree.syntax.tags[token] in PROPER_TAGS


def _case(tree: Tree, token: int) -> str:
    """Lower-cased preposition or possessive ending of a nominal, or ""."""
    case = tree.child(token, "case")
    return "" if case is None else tree.syntax.words[case].lower().replace("’", "'")
