"""Contents beside a cue: what it gives where neither the linker nor its own clause shows it.

"The road is closed, the mayor said, according to the paper": a content may have two cues. It goes
to the likelier one; the other takes what stands next to it in the sentence.
"""

from __future__ import annotations

from collections.abc import Sequence

from divergence.text.dependency_tree import Tree
from divergence.types import Quotation, Span

_BELOW = ("obj", "obl", "nmod", "advcl", "acl")
_ENDS = frozenset({".", ",", ";", "?", "!", "—", "–", ")"})
_BEFORE = 2
_AFTER = 4
_TRAIL = 3


def content_beside_cue(
    tree: Tree, cue: Span, source: Span | None, contents: Sequence[Span]
) -> tuple[Span, ...]:
    """Give a cue the content next to it, the clause before it, or what it governs."""
    sentence = tree.syntax.sentences[tree.sentence_at(cue.start)]
    own = [cue] if source is None else [cue, source]
    own = [span for span in own if sentence.start <= span.start < sentence.end]
    first, last = min(s.start for s in own), max(s.end for s in own)
    return (
        _shared(tree, contents, Span(max(sentence.start, first - _BEFORE), first), sentence)
        or _shared(tree, contents, Span(last, min(sentence.end, last + _AFTER)), sentence)
        or _clause_before(tree, first, last, sentence)
        or _governed(tree, cue)
    )


def content_after_colon(tree: Tree, cue: Span, quotations: Sequence[Quotation]) -> tuple[Span, ...]:
    """The quotation that opens the next paragraph, where a cue's sentence ends with a colon."""
    sentence = tree.syntax.sentences[tree.sentence_at(cue.start)]
    if tree.syntax.words[sentence.end - 1] != ":":
        return ()
    opening = range(sentence.end, sentence.end + _BEFORE)
    return tuple(q.tokens for q in quotations if q.speech and q.tokens.start in opening)[:1]


def _shared(tree: Tree, contents: Sequence[Span], window: Span, sentence: Span) -> tuple[Span, ...]:
    """The part in this sentence of a content that reaches into a window."""
    for start, end in contents:
        if start < window.end and window.start < end:
            return tree.spans(range(max(start, sentence.start), min(end, sentence.end)))
    return ()


def _clause_before(tree: Tree, first: int, last: int, sentence: Span) -> tuple[Span, ...]:
    """All before the comma in "The road is closed, the mayor said."."""
    words = tree.syntax.words
    if first - 1 <= sentence.start or words[first - 1] not in (",", '"'):
        return ()
    if not any(word in _ENDS for word in words[last : min(last + _TRAIL, sentence.end)]):
        return ()
    return tree.spans(range(sentence.start, first - 1))


def _governed(tree: Tree, cue: Span) -> tuple[Span, ...]:
    word = tree.head_of(cue)
    for token in (word, cue.end - 1):
        for child in tree.children[token]:
            if child >= cue.end and tree.syntax.relations[child].split(":")[0] in _BELOW:
                return tree.spans(set(tree.subtree(child)) - set(range(*cue)))
    return ()
