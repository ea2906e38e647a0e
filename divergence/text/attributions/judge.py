"""Whether a reader would say that somebody is given words here: a linear model over candidates.

The tagger has learned a wide notion of attribution: what somebody intends, decides, sees or backs
is one there. A reader of the news looks for what is said, thought or reported. The model weighs
what the cue is, what it gives, who would be the speaker, and how sure the tagger was.

Names and numbers are masked. ``divergence.training.speech_judge`` fits it.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import log
from pathlib import Path

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
from divergence.weights import WEIGHTS_FOLDER

WEIGHTS = WEIGHTS_FOLDER / "attribution" / "judge.json"
_LENGTHS = (1, 2, 4, 8, 15, 30)
_LEAST = 0.002
_SELDOM = BESIDE_A_VERB | {"rarely", "seldom", "hardly", "without", "fail"}
_IMAGES = frozenset(
    "camera clip footage frame image map photo photograph picture recording video".split()
)


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
    """What the judge looks at: the tree, the tagger's certainty, what is quoted."""

    tree: Tree
    tagging: Tagging
    firsts: Sequence[int]
    quoted: Collection[int]
    contents: Collection[int]


@cache
def load(path: Path = WEIGHTS) -> Mapping[str, float]:
    """Read the weights by name of feature."""
    weights: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))
    return weights


def is_attribution(text: JudgedText, candidate: Candidate) -> bool:
    """Whether a candidate is more likely an attribution than not."""
    return candidate.by_construction or log_odds(text, candidate) > 0


def log_odds(text: JudgedText, candidate: Candidate) -> float:
    """Log-odds that a reader would label a candidate, less the threshold."""
    weights = load()
    return weights["bias"] + sum(
        weights.get(name, 0.0) * value for name, value in features(text, candidate)
    )


def features(text: JudgedText, candidate: Candidate) -> Iterator[tuple[str, float]]:
    """Name everything that speaks for or against a candidate."""
    word = cue_word(text.tree, candidate.cue)
    kind = kind_of_cue(text.tree, candidate.cue, word)
    if kind != "hearsay":
        yield from _of_tagger(text, candidate)
    given = _given(text, candidate)
    for name in _of_cue(text, candidate, word, kind):
        yield name, 1.0
    for name in given:
        yield name, 1.0
        yield f"{kind} {name}", 1.0
    for name in _of_speaker(text, candidate, word):
        yield name, 1.0
        yield f"{kind} {name}", 1.0
    if kind != "verb":
        return
    syntax = text.tree.syntax
    lemma = syntax.lemmas[word].lower()
    yield f"verb lemma {lemma} {given[0]}", 1.0
    if syntax.tags[word] == "VBN":
        passive = text.tree.child(word, "aux:pass") is not None
        yield f"{cue_class(text.tree, word)} passive {passive} {given[0]}", 1.0
    for act in _acts(text.tree, word):
        yield f"act {act}", 1.0
        for name in (*given[:2], *given[4:], *_of_speaker(text, candidate, word)):
            yield f"act {act} {name}", 1.0
        yield f"act {act} {syntax.tags[word]} {syntax.relations[word]}", 1.0
        if syntax.tags[word] == "VBN":
            yield f"act {act} passive {text.tree.child(word, 'aux:pass') is not None}", 1.0
    if syntax.heads[word] != word:
        for act in _acts(text.tree, syntax.heads[word]):
            yield f"{syntax.tags[word]} {syntax.relations[word]} of {act}", 1.0


def _acts(tree: Tree, word: int) -> tuple[str, ...]:
    return speech_acts().get(tree.syntax.lemmas[word].lower(), ("none",))


def kind_of_cue(tree: Tree, cue: Span, word: int) -> str:
    """Sort a cue: verb, noun, adjective, hearsay, according, colon or other."""
    lemma, tag = tree.syntax.lemmas[word].lower(), tree.syntax.tags[word]
    if lemma in ACCORDING:
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
    cue = max(float(text.tagging.cue[token]) for token in range(*candidate.cue))
    yield "tagger cue", _logit(cue)
    yield ("tagged" if candidate.from_tagger else "passed over"), 1.0
    given = [float(text.tagging.content[t]) for part in candidate.content for t in range(*part)]
    yield "tagger content", _logit(sum(given) / max(1, len(given)))
    if candidate.speaker_head is not None:
        yield "tagger source", _logit(float(text.tagging.source[candidate.speaker_head]))


def _logit(share: float) -> float:
    share = min(max(share, _LEAST), 1 - _LEAST)
    return log(share / (1 - share)) / 3


def _of_cue(text: JudgedText, candidate: Candidate, word: int, kind: str) -> Iterator[str]:
    tree, syntax = text.tree, text.tree.syntax
    lemma, tag = syntax.lemmas[word].lower(), syntax.tags[word]
    yield f"kind {kind}"
    yield f"{kind} lemma {lemma}"
    yield f"{kind} class {cue_class(tree, word)} {is_listed(tree, word)}"
    yield f"tag {tag}"
    yield f"relation {syntax.relations[word]}"
    yield f"{tag} relation {syntax.relations[word]}"
    yield f"words {min(candidate.cue.end - candidate.cue.start, 4)}"
    near = {word, *candidate_tokens(candidate)}
    below = {syntax.lemmas[child].lower() for token in near for child in tree.children[token]}
    below |= {syntax.lemmas[token].lower() for token in candidate_tokens(candidate)}
    if not _SELDOM.isdisjoint(below):
        yield "negated"
        yield f"negated {kind}"
    modal = [
        t for t in (*candidate_tokens(candidate), *tree.children[word]) if syntax.tags[t] == "MD"
    ]
    for token in modal[:1]:
        yield f"modal {syntax.lemmas[token].lower()}"
    governor = syntax.heads[word]
    if syntax.relations[word] == "xcomp":
        yield f"under {syntax.lemmas[governor].lower() in UNREALIZED}"
        yield f"under {syntax.tags[governor][:2]}"
    if any(
        syntax.lemmas[t].lower() in UNREALIZED for t in candidate_tokens(candidate) if t != word
    ):
        yield "unrealized in cue"
    if tag == "VBN":
        yield f"passive {tree.child(word, 'aux:pass') is not None}"
        yield f"agent {tree.child(word, 'obl:agent') is not None}"
    if word in text.quoted:
        yield "quoted"
    if word in text.contents:
        yield f"inside a content {kind}"
    letters = [c for t in candidate_tokens(candidate) for c in syntax.words[t] if c.isalpha()]
    if letters and all(c.isupper() for c in letters):
        yield "capitals"
    if tree.child(word, "mark") is not None:
        yield f"marked {tag}"
    sentence = bisect_right(text.firsts, word) - 1
    yield f"sentence {min(sentence, 2)}"
    ends = syntax.sentences[sentence]
    last = syntax.words[ends.end - 1]
    if last == "?" or not any(map(str.isalnum, syntax.words[ends.start])):
        yield f"ends {last}" if last == "?" else "begins with a mark"
    if not any(t in FINITE_TAGS for t in syntax.tags[ends.start : ends.end]):
        yield "sentence without a verb"
    if ends.end - ends.start > 70:
        yield "sentence long"


def candidate_tokens(candidate: Candidate) -> range:
    """Tokens of the cue."""
    return range(*candidate.cue)


def _given(text: JudgedText, candidate: Candidate) -> list[str]:
    """What the content is like: quoted, a clause, an infinitive, a noun phrase; how long, where."""
    tree, syntax = text.tree, text.tree.syntax
    inside = {token for part in candidate.content for token in range(*part)}
    quoted = len(inside & set(text.quoted))
    tops = [t for t in inside if syntax.heads[t] == t or syntax.heads[t] not in inside]
    finite = [
        t for t in inside if syntax.tags[t] in FINITE_TAGS and syntax.relations[t] != "acl:relcl"
    ]
    clause = any(
        syntax.tags[t] in FINITE_TAGS
        or any(
            syntax.tags[c] in FINITE_TAGS and syntax.relations[c] in {"aux", "cop", "aux:pass"}
            for c in tree.children[t]
        )
        for t in tops
    )
    infinitive = any(tree.child(t, "mark") is not None and syntax.tags[t] == "VB" for t in tops)
    shape = (
        "quotation"
        if quoted and quoted >= 0.8 * len(inside)
        else "part quoted"
        if quoted
        else "clause"
        if clause
        else "infinitive"
        if infinitive
        else "finite below"
        if finite
        else "phrase"
    )
    before = all(part.end <= candidate.cue.start for part in candidate.content)
    word = cue_word(tree, candidate.cue)
    direct = sorted(
        syntax.relations[t]
        for t in tops
        if syntax.heads[t] == word or syntax.heads[t] in candidate_tokens(candidate)
    )
    first = min(inside, default=0)
    complementizer = syntax.words[first].lower()
    names = [
        f"gives {shape}",
        f"gives {'before' if before else 'after'} {shape}",
        f"length {bisect_right(_LENGTHS, len(inside))}",
        f"by {direct[0] if direct else 'none'}",
    ]
    if complementizer in {
        "that",
        "as",
        "to",
        "for",
        "of",
        "on",
        "if",
        "whether",
        "why",
        "how",
        "what",
        "about",
    }:
        names.append(f"first {complementizer}")
    elif first and syntax.words[first - 1].lower() in {"that", "as", ":", ","}:
        names.append(f"preceded {syntax.words[first - 1].lower()}")
    if word in inside:
        names.append("around")
    return names


def _of_speaker(text: JudgedText, candidate: Candidate, word: int) -> Iterator[str]:
    syntax = text.tree.syntax
    head = candidate.speaker_head
    if head is None:
        yield "speaker none"
        return
    lemma, tag = syntax.lemmas[head].lower(), syntax.tags[head]
    kind = (
        "relative"
        if tag in {"WP", "WDT"}
        else f"pronoun {lemma}"
        if tag == "PRP"
        else "determiner"
        if tag in {"PRP$", "DT", "EX"}
        else "name"
        if tag in PROPER_TAGS
        else actor_kinds().get(lemma, "")
        or ("image" if lemma in _IMAGES else "document" if lemma in cues().nouns else "thing")
    )
    yield f"speaker {kind}"
    yield f"speaker is {syntax.relations[head] if syntax.heads[head] == word else 'elsewhere'}"
    place = "before" if head < candidate.cue.start else "after"
    yield f"speaker {place}"
    if candidate.source is None:
        yield "speaker by parse"
