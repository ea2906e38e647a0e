"""Quotations that no cue explains: whose they are by layout and by what stands before them.

A quotation goes on with its attribution in its paragraph, and over paragraphs where it is left
open. One that is a paragraph of its own belongs to whoever the paragraph before quoted last. A post
is its signer's, a turn of a transcript is the label's. Whose any other is, is unknown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from divergence.text.attributions.attribution_draft import AttributionDraft
from divergence.text.attributions.embedded_posts import find_posts
from divergence.text.attributions.quotations import runs_on
from divergence.text.attributions.speaker_labels import find_turns
from divergence.text.attributions.token_ranges import overlap, paragraph_spans
from divergence.text.dependency_tree import Tree
from divergence.types import Quotation, Span

_REACH = 2
_MARGIN = 2


def with_uncued_quotations(
    tree: Tree, drafts: Sequence[AttributionDraft], speech: Sequence[Quotation]
) -> list[AttributionDraft]:
    """Give every quotation of speech to an attribution: one that is there, or a new one."""
    known = [*drafts, *_signed(tree)]
    claimed = {token for draft in known for part in draft.content for token in range(*part)}
    loose = [q for q in speech if claimed.isdisjoint(range(*q.tokens))]
    before = {following: q for q, following in pairwise(speech) if _runs_on(tree, q, following)}
    for quotation in loose:
        place = _running(known, before.get(quotation)) or _in_paragraph(tree, known, quotation)
        if place is None:
            known.append(_alone(tree, known, quotation))
        else:
            at = place - 1
            known[at] = replace(known[at], content=(*known[at].content, quotation.tokens))
    return _as_one_mouth(tree, known, before)


def _runs_on(tree: Tree, quotation: Quotation, following: Quotation) -> bool:
    return runs_on(tree.text, tree.syntax, quotation, following)


def _signed(tree: Tree) -> Iterator[AttributionDraft]:
    """Posts and turns of a transcript, each with the name that stands beside it."""
    for post in find_posts(tree.text, tree.syntax):
        yield _without_cue(tree, post.content, post.name)
    for turn in find_turns(tree.text, tree.syntax):
        yield _without_cue(tree, turn.content, turn.label)


def _without_cue(tree: Tree, content: Span, name: Span | None) -> AttributionDraft:
    head = None if name is None else tree.head_of(name)
    return AttributionDraft(
        tree.sentence_at(content.start), name, head, None, "", "neutral", (content,), "direct"
    )


def _running(known: Sequence[AttributionDraft], left_open: Quotation | None) -> int | None:
    """Place, from 1, of the attribution whose quotation was left open before this one."""
    if left_open is None:
        return None
    for place, draft in enumerate(known, start=1):
        if any(overlap(part, left_open.tokens) for part in draft.content):
            return place
    return None


def _in_paragraph(
    tree: Tree, known: Sequence[AttributionDraft], quotation: Quotation
) -> int | None:
    """Place, from 1, of the last attribution before a quotation in its paragraph."""
    number = tree.sentence_at(quotation.tokens.start)
    paragraph_of = tree.syntax.paragraph_of
    before = [
        (draft.sentence, place)
        for place, draft in enumerate(known, start=1)
        if 0 <= number - draft.sentence <= _REACH
        and paragraph_of[draft.sentence] == paragraph_of[number]
    ]
    return max(before)[1] if before else None


def _alone(tree: Tree, known: Sequence[AttributionDraft], quotation: Quotation) -> AttributionDraft:
    """A new attribution without a cue: the speaker of the paragraph before, or nobody known."""
    draft = _without_cue(tree, quotation.tokens, None)
    paragraphs = paragraph_spans(tree.syntax)
    at = next(n for n, span in enumerate(paragraphs) if overlap(span, quotation.tokens))
    own = paragraphs[at]
    whole = (
        quotation.tokens.start - own.start < _MARGIN and own.end - quotation.tokens.end < _MARGIN
    )
    if not at or not whole:
        return draft
    last = tree.sentence_at(paragraphs[at - 1].end - 1)
    speakers = [other for other in known if other.sentence == last and other.cue is not None]
    if len({other.speaker_head for other in speakers}) != 1 or speakers[0].speaker_head is None:
        return draft
    return replace(draft, source=speakers[0].source, speaker_head=speakers[0].speaker_head)


def _as_one_mouth(
    tree: Tree, known: Sequence[AttributionDraft], before: dict[Quotation, Quotation]
) -> list[AttributionDraft]:
    """Give a quotation that runs over paragraphs one speaker, from wherever one is named.

    Where nobody is before its close, who closes it has said it all; where somebody is, the pronoun
    that closes it stands for that speaker.
    """
    drafts = list(known)
    for quotation, left_open in before.items():
        place, opening = _running(drafts, quotation), _running(drafts, left_open)
        if not place or not opening or place == opening:
            continue
        first, last = drafts[opening - 1], drafts[place - 1]
        if first.cue is None and first.speaker_head is None and last.cue is not None:
            drafts[place - 1] = replace(last, content=(*first.content, *last.content))
            del drafts[opening - 1]
        elif last.speaker_head is not None and tree.syntax.tags[last.speaker_head] == "PRP":
            drafts[place - 1] = replace(last, source=first.source, speaker_head=first.speaker_head)
    return drafts
