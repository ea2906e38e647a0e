"""Attributions: which words the text gives to somebody else, by which cue, in which form.

A tagger finds sources, cues and contents, a linker puts them together, quotation marks tell direct,
mixed and indirect speech apart. A quotation that no cue explains continues the attribution before
it in its paragraph, or else has an unknown speaker.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from divergence.text.attributions.attribution_draft import AttributionDraft
from divergence.text.attributions.content_beside_cue import content_after_colon, content_beside_cue
from divergence.text.attributions.content_repair import (
    clause_before_closing_cue,
    content_by_parse,
    split_at_according_to,
)
from divergence.text.attributions.cue_stance import stance
from divergence.text.attributions.cue_words import ACCORDING, cue_class, cue_word
from divergence.text.attributions.estimate_verbs import is_estimate, with_estimates
from divergence.text.attributions.further_cues import further_cues
from divergence.text.attributions.judge import is_attribution
from divergence.text.attributions.judge_features import Candidate, JudgedText
from divergence.text.attributions.linking import LinkedParts, link
from divergence.text.attributions.no_attribution import (
    is_assault,
    is_denial_of_knowledge,
    is_nobody,
    is_passive,
    is_silence,
    is_spoken_of,
    is_unlisted_act,
    without_earlier_sentences,
)
from divergence.text.attributions.page_furniture import furniture_tokens
from divergence.text.attributions.source_phrases import (
    is_absolute,
    is_no_speaker,
    is_noun_aside,
    shown_in,
    without_asides,
)
from divergence.text.attributions.tagging import tag_parts
from divergence.text.attributions.token_ranges import speech_tokens
from divergence.text.attributions.uncued_quotations import with_uncued_quotations
from divergence.text.dependency_tree import Tree
from divergence.types import AttributionKind, Quotation, Span

# What a reader of the news looks for, or all that the tagger knows.
Notion = Literal["reported", "any"]

_BY = frozenset({"by", "from"})
_AGENTS = frozenset({"obl:agent", "obl", "nmod"})
_SHORTEST_SPEECH = 2


def find_attribution_drafts(
    tree: Tree, quotations: Sequence[Quotation], *, notion: Notion
) -> tuple[AttributionDraft, ...]:
    """Find attributions, in text order, with the source of each.

    Statements and beliefs, reports within reports too: what Ada says that Ben thinks is Ada's, and
    what Ben thinks is his. The notion "any" takes intentions, decisions and acts of support in, as
    the corpora that the tagger has learned from do.
    Reference: Pareti 2015, Attribution: A Computational Approach (PhD, Edinburgh).
    """
    text, candidates = find_candidates(tree, quotations)
    kept = [
        candidate
        for candidate in candidates
        if (
            candidate.from_tagger and not is_unlisted_act(tree, candidate.cue, candidate.content)
            if notion == "any"
            else is_attribution(text, candidate)
            and not is_denial_of_knowledge(tree, cue_word(tree, candidate.cue))
        )
    ]
    drafts = [_draft(tree, candidate) for candidate in kept]
    speech = [q for q in with_reported_speech(quotations, drafts) if q.speech]
    drafts = with_uncued_quotations(tree, drafts, speech)
    quoted = speech_tokens(speech)
    whole = [replace(draft, kind=_kind(tree, draft, quoted)) for draft in drafts]
    return tuple(sorted(whole, key=lambda draft: (draft.sentence, draft.cue or (0, 0))))


def find_candidates(
    tree: Tree, quotations: Sequence[Quotation]
) -> tuple[JudgedText, list[Candidate]]:
    """Find everything that may be an attribution: what the tagger saw, and what it passed over."""
    tagging = tag_parts(tree.syntax, quotations)
    parts = with_estimates(tree, split_at_according_to(tree, tagging.parts))
    taken = {
        token for spans in (parts.sources, parts.contents) for s in spans for token in range(*s)
    }
    marked = {token for quotation in quotations for token in range(*quotation.tokens)}
    quoted = speech_tokens(quotations)
    tagged = set(tagging.parts.cues)
    candidates: list[Candidate] = []
    furniture = furniture_tokens(tree.text, tree.syntax)
    passed = set(furniture)
    for linked in link(tree, parts):
        cue = linked.cue
        if cue is None or cue.start in furniture:
            continue
        content = (
            linked.content
            or content_after_colon(tree, cue, quotations)
            or content_by_parse(tree, cue, taken)
            or content_beside_cue(tree, cue, linked.source, parts.contents)
        )
        content = clause_before_closing_cue(tree, cue, linked.source, content, marked)
        word = cue_word(tree, cue)
        linked = replace(linked, content=without_earlier_sentences(tree, word, content, marked))
        silent = (
            is_silence(tree, word)
            or is_nobody(tree, linked.source)
            or is_assault(tree, word, linked.source)
        )
        inside = (token for part in linked.content for token in range(*part))
        if silent and marked.isdisjoint(inside):
            passed.update(range(*cue))
        elif linked.content:
            passed.update(range(*cue))
            candidate = _candidate(tree, linked, from_tagger=True)
            candidates.append(
                replace(
                    candidate,
                    by_construction=(
                        cue not in tagged or is_estimate(tree, word) or is_absolute(tree, word)
                    ),
                )
            )
    further = [
        _candidate(tree, linked, from_tagger=False)
        for linked in further_cues(tree, passed, quotations)
    ]
    contents = {t for c in candidates for part in c.content for t in range(*part)}
    text = JudgedText(tree, tagging, quoted, contents)
    return text, [*candidates, *further]


def _candidate(tree: Tree, linked: LinkedParts, *, from_tagger: bool) -> Candidate:
    cue = linked.cue or linked.content[0]
    if (shown := shown_in(tree, cue.end - 1)) is not None:
        last = Span(cue.end - 1, cue.end)
        return Candidate(last, linked.content, None, shown, from_tagger)
    word = cue_word(tree, cue)
    source = without_asides(tree, linked.source) if linked.source else None
    if is_noun_aside(tree, word, cue):
        cue, source = Span(word, word + 1), None
    elif is_spoken_of(tree, word, cue, source):
        source = None
    head = _noun_of(tree, source) if source else _subject(tree, tree.head_of(cue), linked.content)
    if head is not None and is_no_speaker(tree, head):
        source = head = None
    return Candidate(cue, linked.content, source, head, from_tagger)


def _draft(tree: Tree, candidate: Candidate) -> AttributionDraft:
    word = cue_word(tree, candidate.cue)
    lemma = tree.syntax.lemmas[word].lower()
    return AttributionDraft(
        sentence=tree.sentence_at(candidate.cue.start),
        source=candidate.source,
        speaker_head=candidate.speaker_head,
        cue=candidate.cue,
        cue_lemma="according to" if lemma in ACCORDING else lemma,
        cue_class=stance(tree, word, cue_class(tree, word)),
        content=candidate.content,
        kind="indirect",
    )


def _noun_of(tree: Tree, source: Span) -> int:
    """The noun or pronoun that a source is about, where the parse has taken it apart."""
    head = tree.head_of(source)
    if tree.syntax.tags[head] not in {"DT", "PRP$", "CD", "JJ"}:
        return head
    tops = (t for t in range(*source) if not source.start <= tree.syntax.heads[t] < source.end)
    nouns = (t for t in tops if tree.syntax.tags[t].startswith("NN"))
    return next((t for t in nouns if tree.child(t, "case") is None), head)


def _subject(tree: Tree, word: int, content: Sequence[Span]) -> int | None:
    """Who speaks by the parse, where the tagger has seen no source."""
    syntax = tree.syntax
    if syntax.tags[word].startswith("NN"):
        head = tree.child(word, "nmod:poss") or _by(tree, word)
    elif syntax.relations[word] == "case" and syntax.lemmas[word].lower() == "per":
        head = syntax.heads[word]
    elif not syntax.tags[word].startswith(("VB", "JJ")):
        return None
    elif is_passive(tree, word):
        return _by(tree, word)
    else:
        head = tree.subject(word)
    inside = head is not None and any(part.start <= head < part.end for part in content)
    return None if inside else head


def _by(tree: Tree, word: int) -> int | None:
    """Whose a claim or a deed is: "reports by witnesses", "was criticized by nurses"."""
    syntax = tree.syntax
    below = (c for c in tree.children[word] if syntax.relations[c] in _AGENTS)
    cases = ((c, tree.child(c, "case")) for c in below)
    return next((c for c, by in cases if by and syntax.words[by].lower() in _BY), None)


def with_reported_speech(
    quotations: Sequence[Quotation], drafts: Sequence[AttributionDraft]
) -> tuple[Quotation, ...]:
    """Count a short quotation as speech where it lies inside what somebody is reported to say."""
    reported = [part for draft in drafts if draft.cue is not None for part in draft.content]
    return tuple(
        quotation
        if quotation.speech or quotation.tokens.end - quotation.tokens.start < _SHORTEST_SPEECH
        else replace(
            quotation,
            speech=any(
                part.start <= quotation.tokens.start and quotation.tokens.end <= part.end
                for part in reported
            ),
        )
        for quotation in quotations
    )


def _kind(tree: Tree, draft: AttributionDraft, quoted: set[int]) -> AttributionKind:
    words = {
        token
        for part in draft.content
        for token in range(*part)
        if tree.syntax.words[token][:1].isalnum()
    }
    inside = len(words & quoted)
    if inside == len(words):
        return "direct"
    return "mixed" if inside else "indirect"
