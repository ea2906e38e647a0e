"""Frames: how many sentences carry a term of each generic news frame.

It claims to show what a telling dwells on: conflict, resolution, human interest, morality or the
economy. A sentence carries a frame when one term of the frame's list occurs in it. Where a sentence
is part reporter, part quotation, each part counts on its own, by its share of the sentence's words,
so that the two voices add up. Further frames are lists of terms of a user's own.

References
----------
Semetko and Valkenburg (2000) Framing European politics; Frermann et al. (2023) Conflicts, villains,
resolutions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from divergence.counting.declaration import Measure
from divergence.counting.feature import Feature
from divergence.counting.readers import read
from divergence.errors import ConfigError
from divergence.features.token_evidence import evidence_at
from divergence.lexicons.matching import Matcher
from divergence.lexicons.packaged import load
from divergence.lexicons.word_list import Entry
from divergence.text.annotate import as_document
from divergence.types import Article, Document, Evidence, Voice, VoiceChoice

__all__ = ["FEATURE", "feature", "find", "share"]

_TITLES = {
    "conflict": "Conflict",
    "resolution": "Resolution",
    "human_interest": "Human interest",
    "morality": "Morality",
    "economic": "Economic consequences",
}
_NAME = re.compile(r"[a-z][a-z0-9_]*")


def feature(extra: Mapping[str, Sequence[str]]) -> Feature:
    """Build the feature with further frames.

    Parameters
    ----------
    extra : mapping of str to sequence of str
        Terms by the name of a frame; a term is a lemma or a phrase of lower-case words. A frame
        that exists already is replaced.

    Returns
    -------
    Feature
        With one measure a frame, ``frames.<name>``.

    Raises
    ------
    ConfigError
        If a name is not made of small letters, digits and underscores, or a frame has no terms or
        terms that are no strings.

    Examples
    --------
    >>> [measure.name for measure in feature({"energy": ["oil", "gas"]}).measures][-1]
    'frames.energy'
    """
    given: object = extra
    if not isinstance(given, Mapping):
        raise ConfigError(f"frames take {{'name': ['term', ...]}}, not {type(given).__name__}.")
    for name, terms in extra.items():
        if not isinstance(name, str) or not _NAME.fullmatch(name):
            raise ConfigError(f"frame '{name}': use small letters, digits and underscores.")
        if not _has_terms(terms):
            raise ConfigError(f"frame '{name}' has no terms; give a list of words or phrases.")
    entries = [entry for entry in load("frames").entries if entry.category not in extra]
    entries += [
        Entry(" ".join(term.lower().split()), name)
        for name, terms in sorted(extra.items())
        for term in terms
        if term.strip()
    ]
    # One matcher a frame: a word may stand for several frames.
    matchers = {
        name: Matcher(entry for entry in entries if entry.category == name)
        for name in (*_TITLES, *sorted(set(extra) - set(_TITLES)))
    }

    return Feature(
        name="frames",
        version=1,
        family="frames",
        claim="How many of its sentences a text spends on each generic news frame.",
        reference="Semetko and Valkenburg 2000; Frermann et al. 2023",
        misfires=(
            'One word makes a frame, whatever its sense ("battled the flames", "the price of '
            'peace"); frames are properties of a whole story and need not show in words; the lists '
            "are as long as they are, so compare one frame across sources, not frames in a source."
        ),
        # Not a function made here: tables and fitted steps hold their features when pickled.
        find=partial(_find_terms, matchers=matchers),
        measures=tuple(_measure(name) for name in matchers),
    )


def _has_terms(terms: object) -> bool:
    """Whether these are words, one of them more than blanks; a lone string is none of several."""
    if isinstance(terms, str) or not isinstance(terms, Iterable):
        return False
    listed = list(terms)
    return all(isinstance(term, str) for term in listed) and any(map(str.strip, listed))


def _find_terms(document: Document, matchers: Mapping[str, Matcher]) -> list[Evidence]:
    """Find every frame term; a frame's first in a sentence and voice carries the weight."""
    spans = [
        piece for name, matcher in matchers.items() for piece in _weighted(document, name, matcher)
    ]
    return sorted(spans, key=lambda piece: (piece.start, piece.end, piece.category))


def find(text: str | Article | Document) -> list[Evidence]:
    """Find every term of the five generic frames; a word may stand for several.

    Parameters
    ----------
    text : str, Article or Document
        Where to look.

    Returns
    -------
    list of Evidence
        In text order; the category is the frame. The first term of a frame in a sentence and voice
        weighs as much as the voice's share of the sentence, further ones nothing.

    Examples
    --------
    >>> [e.category for e in find("The two armies clashed.")]
    ['conflict']
    """
    return FEATURE.find(as_document(text))


def share(text: str | Article | Document, frame: str, *, voice: VoiceChoice = "all") -> float:
    """Share of sentences that carry a frame.

    Parameters
    ----------
    text : str, Article or Document
        What to measure.
    frame : {"conflict", "resolution", "human_interest", "morality", "economic"}
        The frame.
    voice : {"all", "reporter", "quoted"}
        Whose words to count.

    Returns
    -------
    float
        In [0, 1]; ``nan`` where the voice has no words.

    Raises
    ------
    UsageError
        If the frame or the voice is not known.

    Notes
    -----
    Levels depend on the length of the lists: compare sources by one frame.

    References
    ----------
    Semetko and Valkenburg (2000) Framing European politics.

    Examples
    --------
    >>> share("The two armies clashed. Rain fell.", "conflict")
    0.5
    """
    return read(FEATURE, FEATURE.measure(frame), text, voice=voice)


def _measure(name: str) -> Measure:
    title = _TITLES.get(name, name.replace("_", " ").capitalize())
    return Measure(
        name=f"frames.{name}",
        title=title,
        unit="share of sentences",
        direction=f"higher: more sentences with a term of the {title.lower()} frame",
        per="sentences",
        of=(name,),
        bounds=(0.0, 1.0),
    )


def _weighted(document: Document, name: str, matcher: Matcher) -> list[Evidence]:
    seen: set[tuple[int, Voice]] = set()
    spans = []
    for match in matcher.find(document):
        token = match.tokens.start
        place = (document.sentence_of[token], document.voices[token])
        weight = 0.0 if place in seen else _share_of_sentence(document, *place)
        seen.add(place)
        spans.append(evidence_at(document, "frames", name, match.tokens, weight=weight))
    return spans


def _share_of_sentence(document: Document, sentence: int, voice: Voice) -> float:
    span = document.syntax.sentences[sentence]
    voices = [document.voices[token] for token in range(*span) if document.is_word[token]]
    return voices.count(voice) / len(voices)


FEATURE = feature({})
