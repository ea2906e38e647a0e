"""Estimates: "the ministry put deaths at 1,100" gives a figure to somebody without speech.

The construction is a verb of reckoning, what is counted, "at" and a number. A tagger that has
learned from speeches and polls has seen too few of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from divergence.lexicons.packaged import load
from divergence.text.attributions.tagging import Parts
from divergence.text.attributions.token_ranges import overlap
from divergence.text.dependency_tree import Tree
from divergence.text.word_classes import VERB_TAGS
from divergence.types import Document, Span

_ESTIMATING = frozenset("assess calculate estimate peg place put reckon".split())
_COUNTED = frozenset(
    "amount bill cost count crowd damage deficit estimate figure loss number percentage population "
    "price probability rate share size strength sum tally toll total turnout value".split()
)
_ESTIMATED = ("obj", "nsubj:pass")
_FINITE = frozenset({"VB", "VBD", "VBP", "VBZ", "MD"})
_JOINTS = frozenset({"and", "but", "while", ","})
_FAR = 3
_REACH = 10
_SIGNS = frozenset({"$", "£", "€", "%", "percent"})


def with_estimates(tree: Tree, parts: Parts) -> Parts:
    """Add sources, cues and contents of reckoned figures.

    "They put guards at 12 gates" counts gates and guards, and is not an estimate: either the number
    stands alone or what is counted is a toll, a cost, a share, a loss.
    """
    estimates = list(_estimates(tree, parts))
    if not estimates:
        return parts
    new = [
        span
        for estimate in estimates
        for spans in (estimate.sources, estimate.cues, estimate.contents)
        for span in spans
    ]

    def kept(spans: tuple[Span, ...], added: Iterable[Span]) -> tuple[Span, ...]:
        old = [span for span in spans if not any(overlap(span, other) for other in new)]
        return tuple(sorted({*old, *added}))

    return Parts(
        kept(parts.sources, (span for estimate in estimates for span in estimate.sources)),
        kept(parts.cues, (span for estimate in estimates for span in estimate.cues)),
        kept(parts.contents, (span for estimate in estimates for span in estimate.contents)),
    )


def is_estimate(tree: Tree, verb: int) -> bool:
    """Whether a word is a verb that puts something at a number."""
    if tree.syntax.lemmas[verb] not in _ESTIMATING or tree.syntax.tags[verb] not in VERB_TAGS:
        return False
    estimated = tree.child(verb, *_ESTIMATED)
    return estimated is not None and _number(tree, verb, estimated) is not None


def _estimates(tree: Tree, parts: Parts) -> Iterator[Parts]:
    lemmas, tags = tree.syntax.lemmas, tree.syntax.tags
    for verb in [verb for verb, lemma in enumerate(lemmas) if lemma in _ESTIMATING]:
        if tags[verb] not in VERB_TAGS:
            continue
        estimated = tree.child(verb, *_ESTIMATED)
        number = None if estimated is None else _number(tree, verb, estimated)
        if estimated is None or number is None or _is_said(verb, parts):
            continue
        passive = tree.syntax.relations[estimated] == "nsubj:pass"
        speaker = tree.child(verb, "obl:agent") if passive else tree.subject(verb)
        if speaker is None and not passive:
            continue
        content = tree.subtree(estimated) | tree.subtree(number) | set(_further(tree, number))
        source = (
            ()
            if speaker is None
            else tree.spans(tree.subtree(speaker, without=[verb]) - _cases(tree, speaker))
        )
        contents = tree.spans(content)
        cue = Span(verb, verb + 1)
        if contents and not any(overlap(cue, part) for part in (*contents, *source)):
            yield Parts(source[:1], (cue,), contents)


def _number(tree: Tree, verb: int, estimated: int) -> int | None:
    """Topmost word of "at 40": below the verb, or below what is counted."""
    syntax = tree.syntax
    for token in sorted({*tree.children[verb], *tree.subtree(estimated)}):
        at = tree.child(token, "case")
        if token <= verb or at is None or syntax.words[at].lower() != "at":
            continue
        following = range(at + 1, min(max(token + 1, at + _FAR), len(syntax.words)))
        is_number = any(syntax.tags[place] == "CD" for place in range(at + 1, token + 1)) or (
            syntax.words[token] in _SIGNS and any(syntax.tags[place] == "CD" for place in following)
        )
        alone = syntax.tags[token] == "CD" or syntax.words[token] in _SIGNS
        if is_number and (_is_counted(tree, estimated) or alone):
            return token
    return None


def estimated_noun(document: Document, number: int) -> int | None:
    """Return what somebody puts at a number: "passengers" of "the number of passengers"."""
    syntax, verb = document.syntax, document.syntax.heads[number]
    if syntax.lemmas[verb] not in _ESTIMATING or not syntax.tags[verb].startswith("VB"):
        return None
    cases = {document.lowered[child] for child in document.children[number]}
    things = [c for c in document.children[verb] if syntax.relations[c] in _ESTIMATED]
    known = _COUNTED | _happenings()
    if "at" not in cases or not things or syntax.lemmas[things[0]].lower() not in known:
        return None
    # "The cost at $4 million and the deaths at 12": the second number is of another thing.
    if "CD" in syntax.tags[things[0] : number]:
        beside = min(c for c in document.children[number] if document.lowered[c] == "at") - 1
        return beside if syntax.lemmas[beside].lower() in known else None
    below = document.children[things[0]]
    return next((c for c in below if syntax.relations[c] in {"nmod", "acl"}), things[0])


def _further(tree: Tree, number: int) -> range:
    """What follows of "its losses at 300 and the enemy's at 900", up to the last number."""
    syntax = tree.syntax
    end = start = number + 1
    for token in range(start, len(syntax.words)):
        if token - start > _REACH or syntax.tags[token] in _FINITE or syntax.words[token] in ".;":
            break
        if syntax.tags[token] == "CD" and "at" in syntax.words[start:token]:
            end = start = token + 1
    joined = any(word in _JOINTS for word in syntax.words[number + 1 : end])
    return range(number + 1, end if joined else number + 1)


def _is_counted(tree: Tree, noun: int) -> bool:
    return tree.syntax.lemmas[noun].lower() in _COUNTED | _happenings()


@cache
def _happenings() -> frozenset[str]:
    return frozenset(entry.term for entry in load("figure_events").entries)


def _cases(tree: Tree, token: int) -> set[int]:
    """The "by" before who reckoned."""
    return {child for child in tree.children[token] if tree.syntax.relations[child] == "case"}


def _is_said(verb: int, parts: Parts) -> bool:
    return any(part.start <= verb < part.end for part in parts.contents)
