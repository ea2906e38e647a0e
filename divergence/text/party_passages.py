"""Passages around a party, with every name masked, so that no name can be liked or disliked.

The party itself becomes ``TARGET``, every other name ``OTHER``, every number ``0``. A run of masked
words counts as one, so that it makes no difference how many words a name has.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from divergence.text.dependency_tree import head_of
from divergence.text.word_classes import PROPER_TAGS
from divergence.types import Document, Span

TARGET, OTHER, NUMBER = "TARGET", "OTHER", "0"
MASKS = frozenset({TARGET, OTHER, NUMBER})
_NAMING = frozenset({"JJ", "NN", "NNS"})


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage seen from one party, as parallel columns.

    ``tokens`` are indices into the document, one for each run of masked words; ``place`` says
    where in the columns the party stands, ``head`` is its token in the sentence's syntax, and
    ``party`` are all of its tokens.
    """

    tokens: tuple[int, ...]
    words: tuple[str, ...]
    lemmas: tuple[str, ...]
    place: int
    head: int
    party: Span


def passage(
    document: Document,
    within: Span,
    party: Span,
    *,
    head: int | None = None,
    names: Collection[int] = (),
) -> Passage:
    """Look at a passage from one party."""
    syntax = document.syntax
    first_words = {span.start for span in syntax.sentences}
    tokens: list[int] = []
    words: list[str] = []
    lemmas: list[str] = []
    for token in range(*within):
        if party.start <= token < party.end:
            mask = TARGET
        elif token in names or _is_name(document, token, token in first_words):
            mask = OTHER
        elif syntax.tags[token] == "CD" and any(map(str.isdigit, syntax.words[token])):
            mask = NUMBER
        else:
            mask = ""
        if mask and mask != NUMBER and words and words[-1] == mask:
            continue
        tokens.append(token)
        words.append(mask or document.lowered[token])
        lemmas.append(mask or syntax.lemmas[token].lower())
    return Passage(
        tokens=tuple(tokens),
        words=tuple(words),
        lemmas=tuple(lemmas),
        place=words.index(TARGET),
        head=head_of(syntax.heads, party) if head is None else head,
        party=party,
    )


def _is_name(document: Document, token: int, opens: bool) -> bool:
    """Proper nouns, and what is written like one: "Norlander" as an adjective."""
    tag = document.syntax.tags[token]
    if tag in PROPER_TAGS:
        return True
    word = document.syntax.words[token]
    return tag in _NAMING and not opens and word[0].isupper() and not word.isupper()
