"""Attributions: which words the text gives to somebody else, by which cue, in which form.

A tagger finds sources, cues and contents, a linker puts them together, quotation marks tell direct,
mixed and indirect speech apart. A quotation that no cue explains continues the attribution before
it in its paragraph, or else has an unknown speaker.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from divergence.lexicons.attribution_cues import Cues, cues
from divergence.text.attributions.content_beside_cue import content_beside_cue
from divergence.text.attributions.content_repair import content_by_parse, split_at_according_to
from divergence.text.attributions.cue_stance import stance
from divergence.text.attributions.estimate_verbs import with_estimates
from divergence.text.attributions.linking import LinkedParts, link
from divergence.text.attributions.no_attribution import (
    is_nobody,
    is_silence,
    is_spoken_of,
    without_earlier_sentences,
)
from divergence.text.attributions.non_speech_cues import is_non_speech
from divergence.text.attributions.tagging import find_parts
from divergence.text.dependency_tree import Tree
from divergence.text.word_classes import VERB_TAGS
from divergence.types import AttributionKind, CueClass, Quotation, Span

_PASSIVE_SUBJECTS = frozenset({"nsubj:pass", "csubj:pass"})
_AUXILIARY = frozenset({"aux", "aux:pass", "cop"})
_ACCORDING = frozenset({"accord", "according"})
_SHORTEST_SPEECH = 2
_REACH = 2


@dataclass(frozen=True, slots=True)
class AttributionDraft:
    """An attribution before its speaker has a name.

    ``source`` is the whole phrase of the speaker, ``speaker_head`` its topmost word; where only the
    parse shows who speaks, ``source`` is None.
    """

    sentence: int
    source: Span | None
    speaker_head: int | None
    cue: Span | None
    cue_lemma: str
    cue_class: CueClass
    content: tuple[Span, ...]
    kind: AttributionKind


def find_attribution_drafts(
    tree: Tree, quotations: Sequence[Quotation], paragraph_of: Sequence[int]
) -> tuple[AttributionDraft, ...]:
    """Find attributions, in text order, with the source of each.

    Statements and beliefs, the outermost ones only: what Ada says that Ben thinks is Ada's.
    Reference: Pareti 2015, Attribution: A Computational Approach (PhD, Edinburgh).
    """
    firsts = [span.start for span in tree.syntax.sentences]
    parts = with_estimates(tree, split_at_according_to(tree, find_parts(tree.syntax, quotations)))
    taken = {
        token for spans in (parts.sources, parts.contents) for s in spans for token in range(*s)
    }
    marked = {token for quotation in quotations for token in range(*quotation.tokens)}
    drafts = []
    for linked in link(tree, parts):
        cue = linked.cue
        if cue is None:
            continue
        content = (
            linked.content
            or content_by_parse(tree, cue, taken)
            or content_beside_cue(tree, cue, linked.source, parts.contents)
        )
        word = _cue_word(tree, cue, cues())
        linked = replace(linked, content=without_earlier_sentences(word, content, marked, firsts))
        if linked.content and not _is_no_attribution(tree, linked, cue, marked):
            drafts.append(_draft(tree, firsts, linked))
    speech = [
        quotation for quotation in with_reported_speech(quotations, drafts) if quotation.speech
    ]
    claimed = {token for draft in drafts for part in draft.content for token in range(*part)}
    loose = [quotation for quotation in speech if claimed.isdisjoint(range(*quotation.tokens))]
    drafts = _with_quotations(firsts, drafts, loose, paragraph_of)
    quoted = {token for quotation in speech for token in range(*quotation.tokens)}
    whole = [replace(draft, kind=_kind(tree, draft, quoted)) for draft in drafts]
    return tuple(sorted(whole, key=lambda draft: (draft.sentence, draft.cue or (0, 0))))


def _draft(tree: Tree, firsts: Sequence[int], linked: LinkedParts) -> AttributionDraft:
    cue = linked.cue or linked.content[0]
    word = _cue_word(tree, cue, cues())
    lemma = tree.syntax.lemmas[word].lower()
    source = next(iter(tree.spans(range(*linked.source))), None) if linked.source else None
    if is_spoken_of(tree, word, cue, source):
        source = None
    head = _noun_of(tree, source) if source else _subject(tree, tree.head_of(cue), linked.content)
    return AttributionDraft(
        sentence=bisect_right(firsts, cue.start) - 1,
        source=source,
        speaker_head=head,
        cue=cue,
        cue_lemma="according to" if lemma in _ACCORDING else lemma,
        cue_class=stance(tree, word, _cue_class(tree, word, cues())),
        content=linked.content,
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


def _is_no_attribution(tree: Tree, linked: LinkedParts, cue: Span, marked: set[int]) -> bool:
    """Whether a cue gives nobody words: a silence, nobody, or an act.

    An act is listed as such, or an unlisted verb with a bare object: what is learned on politics
    takes "two officials painted the bridge" for words.
    """
    content = {token for part in linked.content for token in range(*part)}
    word = _cue_word(tree, cue, cues())
    if is_non_speech(tree, word, content, marked):
        return True
    if content & marked:
        return False
    if is_silence(tree, word) or is_nobody(tree, linked.source):
        return True
    if any(tree.syntax.tags[t].startswith(("VB", "MD")) for t in content):
        return False
    colon = tree.syntax.words[cue.start] == ":"
    listed = _is_known(tree, word, cues()) or _cue_class(tree, word, cues()) != "neutral"
    return not (colon or listed)


def _subject(tree: Tree, word: int, content: Sequence[Span]) -> int | None:
    """Who speaks by the parse, where the tagger has seen no source."""
    if not tree.syntax.tags[word].startswith(("VB", "JJ")):
        return None
    passive = tree.child(word, *_PASSIVE_SUBJECTS) is not None
    head = tree.child(word, "obl:agent") if passive else tree.subject(word)
    inside = head is not None and any(part.start <= head < part.end for part in content)
    return None if inside else head


def _cue_word(tree: Tree, cue: Span, known: Cues) -> int:
    """The word of a cue that says how the content is given: "did not say" -> "say"."""
    telling = [
        token
        for token in range(*cue)
        if tree.syntax.relations[token] not in _AUXILIARY
        and (_cue_class(tree, token, known) != "neutral" or _is_known(tree, token, known))
    ]
    return telling[0] if telling else tree.head_of(cue)


def _lists(tree: Tree, token: int, known: Cues) -> Mapping[str, CueClass]:
    tag = tree.syntax.tags[token]
    if tag in VERB_TAGS:
        return known.verbs
    if tag.startswith("JJ"):
        return known.adjectives
    if not tag.startswith("NN"):
        return {}
    # "The company confirms" may be tagged as two nouns.
    lemma = tree.syntax.lemmas[token].lower()
    return known.nouns if lemma in known.nouns or lemma not in known.verbs else known.verbs


def _is_known(tree: Tree, token: int, known: Cues) -> bool:
    return tree.syntax.lemmas[token].lower() in _lists(tree, token, known)


def _cue_class(tree: Tree, token: int, known: Cues) -> CueClass:
    lemma = tree.syntax.lemmas[token].lower()
    if lemma in _ACCORDING:
        return "according_to"
    return _lists(tree, token, known).get(lemma, "neutral")


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


def _with_quotations(
    firsts: Sequence[int],
    drafts: list[AttributionDraft],
    loose: Sequence[Quotation],
    paragraph_of: Sequence[int],
) -> list[AttributionDraft]:
    """Give quotations that no cue explains to the attribution before them in their paragraph."""
    for quotation in loose:
        number = bisect_right(firsts, quotation.tokens.start) - 1
        before = [
            (draft.sentence, at)
            for at, draft in enumerate(drafts)
            if 0 <= number - draft.sentence <= _REACH
            and paragraph_of[draft.sentence] == paragraph_of[number]
        ]
        if before:
            _, at = max(before)
            drafts[at] = replace(drafts[at], content=(*drafts[at].content, quotation.tokens))
        else:
            drafts.append(
                AttributionDraft(
                    number, None, None, None, "", "neutral", (quotation.tokens,), "direct"
                )
            )
    return drafts


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
