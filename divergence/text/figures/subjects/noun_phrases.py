"""Noun phrases in short: a noun with the words that name it, without clauses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from divergence.lexicons.pronouns import ARTICLES, POSSESSIVES
from divergence.lexicons.titles import POLITE
from divergence.text.word_classes import PROPER_TAGS
from divergence.types import Document, Span

_NAMING = frozenset({"amod", "compound", "flat", "nmod:poss", "nummod", "det", "nmod:unmarked"})
_INSIDE = frozenset({*_NAMING, "case", "punct", "advmod", "conj", "cc", "nmod"})
_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})
# Names are seldom taken for these at the beginning of a sentence.
_OPENING = frozenset({"NNS", "JJ", "DT", "PRP$", "CD", "RB", "VBN", "VBG", "JJR", "RBR"})
_NOTHING = Span(0, 0)
_HYPHENS = frozenset("-–/'")


def joined(document: Document, tokens: Iterable[int]) -> str:
    """Write tokens as the text has them, those that touch there without a space."""
    starts, ends = document.syntax.starts, document.syntax.ends
    written, before = "", None
    for token in tokens:
        apart = before is not None and ends[before] != starts[token]
        word = document.text[starts[token] : ends[token]]
        if _is_common(document, token):
            word = word[0].lower() + word[1:]
        written += " " * apart + word
        before = token
    return " ".join(written.split())


def _is_common(document: Document, token: int) -> bool:
    """Whether a word has its capital from the beginning of the sentence alone."""
    entity = document.entity_of.get(token)
    if entity is not None and entity.type == "person" and entity.mentions[0].form == "name":
        return False
    first = document.syntax.sentences[document.sentence_of[token]].start
    quoted = token == first + 1 and not document.is_word[first]
    if (token != first and not quoted) or document.syntax.tags[token] in PROPER_TAGS:
        return False
    lowered = document.lowered[token]
    tag = document.syntax.tags[token]
    if tag in _OPENING:
        return document.syntax.words[token].istitle()
    return document.syntax.words[token].istitle() and (
        lowered in ARTICLES or lowered in document.syntax.words
    )


def naming_tokens(document: Document, noun: int, *, counted: bool = False) -> tuple[int, ...]:
    """Return a noun and the words before it that name it; of a counted one no articles, numbers."""
    syntax = document.syntax
    kept = {noun}
    for child in document.children[noun]:
        relation = syntax.relations[child]
        if relation not in _NAMING or (child > noun and relation not in {"flat", "compound"}):
            continue
        if syntax.tags[child] == "RBR":
            # "Earlier this month, regulators": no earlier regulators.
            continue
        if counted and (relation in {"nummod", "det"} or syntax.tags[child] == "CD"):
            continue
        if child > noun and child - noun > 3:
            continue
        kept |= _below(document, child)
    kept = {token for token in kept if document.is_word[token] or document.lowered[token] == "$"}
    for token in range(min(kept, default=0) + 1, max(kept, default=0)):
        if document.lowered[token] in _HYPHENS and {token - 1, token + 1} <= kept:
            kept.add(token)
    return tuple(sorted(kept))


def prepositional_tokens(document: Document, noun: int, depth: int = 1) -> tuple[int, ...]:
    """Return a noun with its preposition, what names it, and what it is of."""
    syntax = document.syntax
    kept = set(_with_second(document, noun, naming_tokens(document, noun)))
    for child in document.children[noun]:
        if syntax.relations[child] == "case" and child < noun:
            kept.add(child)
        near = child > noun and syntax.relations[child] == "nmod"
        if near and depth and preposition(document, child) != "":
            kept.update(prepositional_tokens(document, child, depth - 1))
    return tuple(sorted(kept))


def run_around(tokens: Iterable[int], around: int) -> list[int]:
    """Return the tokens on both sides of one, up to the first gaps, with it."""
    known, run = set(tokens), [around]
    while run[0] - 1 in known:
        run.insert(0, run[0] - 1)
    while run[-1] + 1 in known:
        run.append(run[-1] + 1)
    return run


def named(document: Document, token: int, besides: Span = _NOTHING) -> str:
    """Name who or what a noun stands for: the entity that it is, or its own words."""
    entity = document.entity_of.get(token)
    syntax = document.syntax
    if entity is not None and entity.name and entity.mentions[0].form != "pronoun":
        pronoun = syntax.tags[token].startswith(("PRP", "WP"))
        article, _, rest = entity.name.partition(" ")
        if pronoun and rest and article.lower() in ARTICLES:
            # "When she was 14": "the girl".
            return f"the {rest}"
        if pronoun or (entity.type == "person" and syntax.tags[token] in PROPER_TAGS):
            return _surname(document, entity.name) if besides.end else entity.name
    if syntax.tags[token] in PROPER_TAGS and besides.end:
        return _surname(document, joined(document, naming_tokens(document, token)))
    if syntax.tags[token].startswith(("PRP", "WP", "DT", "WDT", "EX")):
        return ""
    tokens: Sequence[int] = naming_tokens(document, token)
    if besides.end:
        # "A 41-year-old man", whatever the parser makes of its parts.
        near = range(besides.end, min(besides.end + 4, token))
        old = max((t for t in near if document.lowered[t] == "old"), default=besides.end - 1)
        tokens = [t for t in tokens if not besides.start <= t <= old]
    if syntax.tags[token] in PROPER_TAGS:
        tokens = _with_second(document, token, tokens)
    words = joined(document, tokens)
    article, _, rest = words.partition(" ")
    if article in {"a", "an", "another"} and rest:
        return f"the {rest}"
    bare = article.lower() not in {"the", *POSSESSIVES} and "'s" not in words and "’s" not in words
    indefinite = syntax.lemmas[token].lower().endswith(("body", "one"))
    return f"the {words}" if syntax.tags[token] == "NN" and bare and not indefinite else words


def _with_second(document: Document, token: int, tokens: Sequence[int]) -> Sequence[int]:
    """Two nouns that are joined by "and": "Ann and Lee Ode", "book sales and speeches"."""
    syntax = document.syntax
    for child in document.children[token]:
        # A name is joined with a name: not "Orm and reports".
        named = (syntax.tags[token] in PROPER_TAGS) <= (syntax.tags[child] in PROPER_TAGS)
        if named and syntax.relations[child] == "conj" and syntax.tags[child].startswith("NN"):
            second = naming_tokens(document, child)
            if (
                second
                and tokens
                and second[0] - tokens[-1] == 2
                and document.lowered[second[0] - 1] == "and"
            ):
                return [*tokens, second[0] - 1, *second]
    return tokens


def _surname(document: Document, name: str) -> str:
    """The last word of a name, if no other name of the text ends so; else the whole."""
    last = name.split()[-1] if name else name
    words, tags = document.syntax.words, document.syntax.tags
    given = {
        words[t - 1]
        for t, word in enumerate(words)
        if word == last and t and tags[t - 1] in PROPER_TAGS and not words[t - 1].endswith(".")
    }
    if (
        last.rstrip(".").lower() in _GENERATIONS
        or sum(word.lower() not in POLITE for word in given) > 1
    ):
        return name
    return last


def preposition(document: Document, noun: int) -> str:
    """Return the preposition of a noun, or ""."""
    syntax = document.syntax
    return next(
        (
            document.lowered[child]
            for child in document.children[noun]
            if syntax.relations[child] == "case" and child < noun
        ),
        "",
    )


def _below(document: Document, token: int) -> set[int]:
    """A word and all below it that is no clause."""
    below = {token}
    for child in document.children[token]:
        if document.syntax.relations[child] in _INSIDE:
            below |= _below(document, child)
    return below
