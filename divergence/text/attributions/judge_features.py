"""What speaks for or against a candidate being an attribution: cue, content, speaker, tagger.

Names and numbers are masked: a feature holds "a name", never which name.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import product
from math import log

from divergence.lexicons.attribution_cues import actor_kinds, cues
from divergence.lexicons.negators import BESIDE_A_VERB
from divergence.lexicons.speech_acts import speech_acts
from divergence.lexicons.unrealized import UNREALIZED
from divergence.text.attributions.cue_words import (
    ACCORDING,
    cue_class,
    cue_word,
    is_hearsay,
    is_listed,
)
from divergence.text.attributions.tagging import Tagging
from divergence.text.dependency_tree import Tree
from divergence.text.word_classes import FINITE_TAGS, PROPER_TAGS, VERB_TAGS
from divergence.types import Span

_LENGTHS = (1, 2, 4, 8, 15, 30)
_LEAST = 0.002
_SCALE = 3.0
_MOSTLY = 0.8
_LONG = 70
_SELDOM = BESIDE_A_VERB | {"fail", "hardly", "rarely", "seldom", "without"}
_IMAGES = frozenset(
    "camera clip footage frame image map photo photograph picture recording video".split()
)
_OPENERS = frozenset("about as for how if of on that to what whether why".split())
_JOINTS = frozenset({"that", "as", ":", ","})
_HELPING = frozenset({"aux", "aux:pass", "cop"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A cue with what it gives and who would speak: perhaps an attribution.

    ``by_construction`` marks what word order alone makes one: "according to", "put the toll at 40".
    """

    cue: Span
    content: tuple[Span, ...]
    source: Span | None
    speaker_head: int | None
    from_tagger: bool
    by_construction: bool = False


@dataclass(frozen=True, slots=True)
class JudgedText:
    """What the judge looks at: the tree, the tagger's certainty, what is quoted or given."""

    tree: Tree
    tagging: Tagging
    quoted: Set[int]
    contents: Set[int]


def features(text: JudgedText, candidate: Candidate) -> list[tuple[str, float]]:
    """Name everything that speaks for or against a candidate, with its value."""
    tree = text.tree
    word = cue_word(tree, candidate.cue)
    kind = _kind(tree, candidate.cue, word)
    given, speaker = _given(text, candidate, word), _of_speaker(text, candidate, word)
    names = [*_of_cue(text, candidate, word, kind), *given, *speaker]
    names += [f"{kind} {name}" for name in (*given, *speaker)]
    if kind == "verb":
        names += _of_verb(tree, word, given, speaker)
    # Of hearsay the tagger has seen nothing: its doubt says nothing.
    tagged = [] if kind == "hearsay" else _of_tagger(text, candidate)
    return [*tagged, *((name, 1.0) for name in names)]


def _kind(tree: Tree, cue: Span, word: int) -> str:
    """Sort a cue: verb, noun, adjective, hearsay, according, colon or other."""
    tag = tree.syntax.tags[word]
    if tree.syntax.lemmas[word].lower() in ACCORDING:
        return "according"
    if is_hearsay(tree, word):
        return "hearsay"
    if tag in VERB_TAGS:
        return "verb"
    if tag.startswith("NN"):
        return "noun"
    if tag.startswith("JJ"):
        return "adjective"
    return "colon" if tree.syntax.words[cue.end - 1] == ":" else "other"


def _of_tagger(text: JudgedText, candidate: Candidate) -> Iterator[tuple[str, float]]:
    """How sure the tagger was of the cue, of the content and of who speaks."""
    cue = max(float(text.tagging.cue[token]) for token in range(*candidate.cue))
    yield "tagger cue", _logit(cue)
    yield ("tagged" if candidate.from_tagger else "passed over"), 1.0
    shares = [
        float(text.tagging.content[part.start : part.end].sum()) for part in candidate.content
    ]
    length = sum(part.end - part.start for part in candidate.content)
    yield "tagger content", _logit(sum(shares) / max(1, length))
    if candidate.speaker_head is not None:
        yield "tagger source", _logit(float(text.tagging.source[candidate.speaker_head]))


def _logit(share: float) -> float:
    share = min(max(share, _LEAST), 1 - _LEAST)
    return log(share / (1 - share)) / _SCALE


def _of_cue(text: JudgedText, candidate: Candidate, word: int, kind: str) -> Iterator[str]:
    """What the cue is: lemma, list, form, place in the parse, negation, and its sentence."""
    tree, syntax = text.tree, text.tree.syntax
    lemma, tag, relation = syntax.lemmas[word].lower(), syntax.tags[word], syntax.relations[word]
    own = range(*candidate.cue)
    yield f"kind {kind}"
    yield f"{kind} lemma {lemma}"
    yield f"{kind} class {cue_class(tree, word)} {is_listed(tree, word)}"
    yield f"tag {tag}"
    yield f"relation {relation}"
    yield f"{tag} relation {relation}"
    yield f"words {min(len(own), 4)}"
    around = {*own, *(child for token in own for child in tree.children[token])}
    lemmas = {syntax.lemmas[token].lower() for token in around}
    if not _SELDOM.isdisjoint(lemmas):
        yield "negated"
        yield f"negated {kind}"
    modals = sorted(syntax.lemmas[t].lower() for t in around if syntax.tags[t] == "MD")
    yield from (f"modal {modal}" for modal in modals[:1])
    governor = syntax.heads[word]
    if relation == "xcomp":
        yield f"under {syntax.lemmas[governor].lower() in UNREALIZED}"
        yield f"under {syntax.tags[governor][:2]}"
    if any(syntax.lemmas[token].lower() in UNREALIZED for token in own if token != word):
        yield "unrealized in cue"
    if tag == "VBN":
        yield f"passive {tree.child(word, 'aux:pass') is not None}"
        yield f"agent {tree.child(word, 'obl:agent') is not None}"
    if word in text.quoted:
        yield "quoted"
    if word in text.contents:
        yield f"inside a content {kind}"
    if (mark := tree.child(word, "mark")) is not None:
        yield f"marked {tag}"
        yield f"mark {syntax.lemmas[mark].lower()}"
    yield from _of_sentence(text, word)


def _of_sentence(text: JudgedText, word: int) -> Iterator[str]:
    syntax = text.tree.syntax
    number = text.tree.sentence_at(word)
    start, end = syntax.sentences[number]
    yield f"sentence {min(number, 2)}"
    if syntax.words[end - 1] == "?":
        yield "ends ?"
    elif not any(map(str.isalnum, syntax.words[start])):
        yield "begins with a mark"
    if FINITE_TAGS.isdisjoint(syntax.tags[start:end]):
        yield "sentence without a verb"
    if end - start > _LONG:
        yield "sentence long"


def _given(text: JudgedText, candidate: Candidate, word: int) -> list[str]:
    """What the content is like: quoted, a clause, an infinitive, a noun phrase; how long, where."""
    syntax = text.tree.syntax
    inside = {token for part in candidate.content for token in range(*part)}
    tops = [t for t in inside if syntax.heads[t] == t or syntax.heads[t] not in inside]
    shape = _shape(text, inside, tops)
    before = all(part.end <= candidate.cue.start for part in candidate.content)
    own = range(*candidate.cue)
    below = sorted(syntax.relations[t] for t in tops if syntax.heads[t] in own)
    first = min(inside, default=0)
    opener, joint = syntax.words[first].lower(), syntax.words[max(first - 1, 0)].lower()
    names = [
        f"gives {shape}",
        f"gives {'before' if before else 'after'} {shape}",
        f"length {bisect_right(_LENGTHS, len(inside))}",
        f"by {below[0] if below else 'none'}",
    ]
    if opener in _OPENERS:
        names.append(f"first {opener}")
    elif joint in _JOINTS:
        names.append(f"preceded {joint}")
    if word in inside:
        names.append("around")
    return names


def _shape(text: JudgedText, inside: set[int], tops: Sequence[int]) -> str:
    tree, tags, relations = text.tree, text.tree.syntax.tags, text.tree.syntax.relations
    quoted = len(inside & text.quoted)
    if quoted:
        return "quotation" if quoted >= _MOSTLY * len(inside) else "part quoted"

    def is_finite(top: int) -> bool:
        helped = (c for c in tree.children[top] if relations[c] in _HELPING)
        return tags[top] in FINITE_TAGS or any(tags[child] in FINITE_TAGS for child in helped)

    if any(map(is_finite, tops)):
        return "clause"
    if any(tags[t] == "VB" and tree.child(t, "mark") is not None for t in tops):
        return "infinitive"
    below = any(tags[t] in FINITE_TAGS and relations[t] != "acl:relcl" for t in inside)
    return "finite below" if below else "phrase"


def _of_speaker(text: JudgedText, candidate: Candidate, word: int) -> list[str]:
    """Who would speak: a name, a pronoun, a person, a body, a document, a thing; and where."""
    syntax, head = text.tree.syntax, candidate.speaker_head
    if head is None:
        return ["speaker none"]
    below = syntax.relations[head] if syntax.heads[head] == word else "elsewhere"
    names = [
        f"speaker {_kind_of_speaker(syntax.lemmas[head].lower(), syntax.tags[head])}",
        f"speaker is {below}",
        f"speaker {'before' if head < candidate.cue.start else 'after'}",
    ]
    return names if candidate.source is not None else [*names, "speaker by parse"]


def _kind_of_speaker(lemma: str, tag: str) -> str:
    if tag in {"WP", "WDT"}:
        return "relative"
    if tag == "PRP":
        return f"pronoun {lemma}"
    if tag in {"PRP$", "DT", "EX"}:
        return "determiner"
    if tag in PROPER_TAGS:
        return "name"
    if lemma in actor_kinds():
        return actor_kinds()[lemma]
    return "image" if lemma in _IMAGES else "document" if lemma in cues().nouns else "thing"


def _of_verb(tree: Tree, word: int, given: Sequence[str], speaker: Sequence[str]) -> Iterator[str]:
    """What kind of act the verb is, with what it gives, who speaks, and what it hangs on."""
    syntax = tree.syntax
    tag, relation, head = syntax.tags[word], syntax.relations[word], syntax.heads[word]
    yield f"verb lemma {syntax.lemmas[word].lower()} {given[0]}"
    form = [f"{tag} {relation}"]
    if tag == "VBN":
        passive = tree.child(word, "aux:pass") is not None
        yield f"{cue_class(tree, word)} passive {passive} {given[0]}"
        form.append(f"passive {passive}")
    acts = _acts(tree, word)
    for act in acts:
        yield f"act {act}"
        yield f"act {act} {given[0]} {speaker[0]}"
    for act, name in product(acts, (*given[:2], *given[4:], *speaker, *form)):
        yield f"act {act} {name}"
    if head != word:
        for act in _acts(tree, head):
            yield f"{tag} {relation} of {act}"


def _acts(tree: Tree, word: int) -> tuple[str, ...]:
    return speech_acts().get(tree.syntax.lemmas[word].lower(), ("none",))
