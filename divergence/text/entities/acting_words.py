"""Acting: whether those whom a text names do or say something, read off the words beside them.

Without the parser: a name acts where a verb of speaking or a past tense follows it ("Norland
denied"), or a verb of speaking stands before it ("said Lin").
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from divergence.lexicons.packaged import load

_BETWEEN = frozenset("also then again has have who that later now".split())
_STRONG = frozenset(
    "began beat broke brought built bought came chose cut drove fell fought found gave got held "
    "hit kept knew led left lost made meant met paid put ran rose sat saw sent set shot sold "
    "sought spent spoke stood struck sued swore took thought told took went won wrote".split()
)
# What opens an object: "denied the claim", but not "the plan opposed in Orm".
_OPENING = frozenset("a an her him his it its that the their them this to us".split())
_NO_PAST = frozenset("based bed called feed hundred indeed named need red seed speed".split())
_SPEECH_BEFORE = frozenset({"said", "says", "asked", "told", "urged", "accused", "accuses"})
_IRREGULAR = {"say": "said", "tell": "told", "write": "wrote", "think": "thought", "hold": "held"}


def acts(tokens: Sequence[str], start: int, end: int) -> bool:
    """Whether what stands at ``tokens[start:end]`` acts there."""
    if start and tokens[start - 1].lower() in _SPEECH_BEFORE:
        return True
    at = end
    for _ in range(2):
        if at >= len(tokens):
            return False
        word = tokens[at].lower()
        if word not in _BETWEEN and not word.endswith("ly"):
            break
        at += 1
    word = tokens[at].lower() if at < len(tokens) else ""
    behind = tokens[at + 1].lower() if at + 1 < len(tokens) else ""
    if word in _verbs():
        return behind not in {"by", "in", "as", "at", "on", "for", "with"}
    if word in _STRONG:
        return behind != "by"
    past = word.endswith("ed") and len(word) > 4 and word not in _NO_PAST
    return past and (behind in _OPENING or (at + 1 < len(tokens) and tokens[at + 1].istitle()))


@cache
def _verbs() -> frozenset[str]:
    """The finite forms of verbs of speaking."""
    forms: set[str] = set()
    for entry in load("attribution_cues").entries:
        lemma = entry.term
        if not lemma.isalpha() or entry.pos != "verb":
            continue
        stem = lemma.removesuffix("e")
        past = _IRREGULAR.get(lemma, f"{stem[:-1]}ied" if lemma.endswith("y") else f"{stem}ed")
        forms |= {past, f"{lemma[:-1]}ies" if lemma[-2:] in {"ny", "fy", "ry"} else f"{lemma}s"}
    return frozenset(forms)
