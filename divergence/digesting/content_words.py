"""What a sentence says beyond names: its nouns, verbs and adjectives without titles and "said".

Two sentences that share only "Mayor Ada Lin" and a place in the text name one person, and need not
say the same.
"""

from __future__ import annotations

from collections.abc import Collection

from divergence.lexicons.attribution_cues import actor_kinds
from divergence.lexicons.auxiliaries import LIGHT
from divergence.lexicons.calendar import DATED
from divergence.lexicons.negators import PARTICLES
from divergence.types import Document, Span

_PROPER = frozenset({"NNP", "NNPS"})
_CONTENT = frozenset({"NN", "VB", "JJ", "CD"})
_BESIDE = frozenset({"RB", "RP"})
_LIGHT = LIGHT | PARTICLES | {"also", "now", "so", "then"}
# Verbs of telling that say nothing but that somebody speaks; "accuse" and "deny" say more.
_PLAIN = frozenset("say tell add state note accord write report speak ask explain comment".split())
_NAMING = frozenset({"appos", "flat", "compound", "nmod:desc"})
_OF_TITLE = _NAMING | {"amod", "nmod:poss", "det", "nummod"}


def substance(
    document: Document, sentence: Span, spoken: Collection[int], located: Collection[int]
) -> str:
    """Return the words with content of a sentence, without names, titles, speakers and "said"."""
    syntax = document.syntax
    tokens = [token for token in range(*sentence) if document.is_word[token]]
    proper = {token for token in tokens if syntax.tags[token] in _PROPER}
    names = proper - _and_others(document, located, proper)
    out = names | {token for token in spoken if not _tells_more(document, token)}
    for token in tokens:
        if token not in names and _is_title(document, token, names):
            out.add(token)
            out |= {
                child for child in document.children[token] if syntax.relations[child] in _OF_TITLE
            }
    kept = [t for t in tokens if t not in out and syntax.lemmas[t].lower() not in _LIGHT]
    if not any(syntax.tags[token][:2] in _CONTENT for token in kept):
        return ""
    said = _CONTENT | _BESIDE
    return " ".join(syntax.words[token] for token in kept if syntax.tags[token][:2] in said)


def names_of(document: Document, sentence: Span) -> tuple[frozenset[str], ...]:
    """Return the names of a sentence, each as its lower-cased words; days and months are none."""
    names: list[list[str]] = [[]]
    for token in range(*sentence):
        word = document.lowered[token]
        if document.syntax.tags[token] in _PROPER and word not in DATED:
            names[-1].append(word)
        elif names[-1]:
            names.append([])
    return tuple(frozenset(name) for name in names if name)


def _and_others(document: Document, located: Collection[int], proper: Collection[int]) -> set[int]:
    """Names in phrases of place and those joined to them: "in Tarn, Malin and Port Ada"."""
    located_names = set(located)
    waiting = list(located_names)
    while waiting:
        for child in document.children[waiting.pop()]:
            joined = document.syntax.relations[child] in _NAMING | {"conj"}
            if joined and child in proper and child not in located_names:
                located_names.add(child)
                waiting.append(child)
    return located_names


def _tells_more(document: Document, token: int) -> bool:
    """Whether a token of speaker and cue is a verb that says what the speaker did."""
    verb = document.syntax.tags[token].startswith("VB")
    return verb and document.syntax.lemmas[token].lower() not in _PLAIN


def _is_title(document: Document, token: int, names: Collection[int]) -> bool:
    """Whether a noun says what a name beside it is: "chief executive", "the chairwoman"."""
    syntax = document.syntax
    lemma = syntax.lemmas[token].lower()
    if not syntax.tags[token].startswith("NN") or not (
        lemma in actor_kinds() or lemma.endswith(("man", "woman"))
    ):
        return False
    above = syntax.heads[token]
    return (above in names and syntax.relations[token] in _NAMING) or any(
        child in names and syntax.relations[child] in _NAMING for child in document.children[token]
    )
