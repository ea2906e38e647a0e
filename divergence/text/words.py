"""Words: NLTK's tokenizer, brought to the conventions of the treebanks the syntax is trained on.

NLTK keeps hyphenated words, number ranges and slashed pairs whole and breaks addresses; the
Universal Dependencies treebanks of English do the opposite. Training and running go through the
same conventions, so that the syntax model never sees words that it was not trained on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from divergence.text.normalize import FILLER
from divergence.types import Span

if TYPE_CHECKING:
    from nltk.tokenize import NLTKWordTokenizer

# One word in the treebanks, several in NLTK: addresses, tags, firms, runs of marks, faces.
_WHOLE = re.compile(
    r"\b(?:https?://|www\.)[^\s<>\"]*[^\s<>\".,;:!?)\]'’]"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w&])[@#]\w+"
    r"|\b[A-Z]{1,3}&[A-Z]{1,2}\b"
    r"|[!?]{2,}|\*{2,}|<<+|>>+|-{3,}|={2,}|(?<!\w)[:;]-?[()DP](?!\w)"
    r"|(?<!\w)'\d\ds?\b|\b(?:[A-Z]\.)+[A-Z]\.(?=[\s\"')\]’]*$)"
)
# Parts that stay tied to what follows the hyphen.
_PREFIXES = frozenset(
    "anti bi co counter cross de e ex extra hyper infra inter intra macro mega micro mid mini mono "
    "multi neo non over poly post pre pro pseudo re semi socio sub super trans ultra un".split()
)
_CHUNK = re.compile(r"\S+")
_FULL_STOP = re.compile(rf"(?<=[^.])\.(?=[\])}}>\"'»”’ ]*[^\S{FILLER}]*$)")
_PLAIN = re.compile(r"([^\W\d_]+)([,;:?!]?)")
_CONTRACTED = frozenset("cannot gimme gonna gotta lemme wanna".split())
_HYPHENS = re.compile(r"(?<=\w)-(?=\w)")
_BETWEEN_WORDS = re.compile(
    r"(?<=\d)[-–](?=[$£€]?\d)|(?<=[^\W\d]{2})/(?=[^\W\d]{2})|[–—]|--+|\.{2,}|…"
)
_UNCUT = re.compile(r"\d+(?:/\d+)+|\d{3}-\d{3}-\d{4}|\d{3}-\d{4}|\d{4}-\d\d-\d\d")
_NUMBER_AND_UNIT = re.compile(r"(?i)(?<=\d)(?=(?:am|pm|a\.m\.|p\.m\.|km|kg|mm|cm|mph)$)")
_LOST_PERIOD = re.compile(r"\d+|[^\W\d]{6,}")
_NO_APOSTROPHE = {
    **dict.fromkeys(("dont", "wont", "cant"), 2),
    **dict.fromkeys(("didnt", "isnt", "wasnt", "hasnt", "hadnt"), -2),
    **dict.fromkeys(("doesnt", "arent", "werent", "havent", "couldnt", "wouldnt", "shouldnt"), -2),
}


def find_words(cleaned: str, sentence: Span) -> list[Span]:
    """Find the words of one sentence.

    NLTK's tokenizer follows the Penn Treebank; the further cuts follow
    https://universaldependencies.org/en/tokenization.html
    """
    text = cleaned[sentence.start : sentence.end]
    spans = _joined(text, _nltk_words(text))
    words = []
    for start, end in spans:
        at = start
        for cut in (*_cuts(text[start:end]), end - start):
            if start + cut > at:
                words.append(Span(sentence.start + at, sentence.start + start + cut))
            at = start + cut
    return words


def _nltk_words(text: str) -> list[Span]:
    # NLTK turns straight marks into `` and '' and then has to guess which was which; a closing
    # curly mark it only sets apart, and never changes.
    marked = text.replace('"', "”")
    # NLTK cuts a full stop off the end of a sentence only; all else it does chunk by chunk.
    stop = _FULL_STOP.search(marked)
    edges = (0, *stop.span(), len(text)) if stop else (0, len(text))
    words = [
        Span(chunk.start() + start, chunk.start() + end)
        for edge in pairwise(edges)
        for chunk in _CHUNK.finditer(marked, *edge)
        for start, end in _words_of_chunk(chunk[0])
    ]
    if FILLER not in text:
        return words
    return [
        Span(start, end + 1)
        if text[start:end] == '"' and text[end : end + 1] == FILLER
        else Span(start, end)
        for start, end in words
    ]


@lru_cache(maxsize=50_000)
def _words_of_chunk(chunk: str) -> tuple[tuple[int, int], ...]:
    """Words of a stretch without white space: most are one word, perhaps with a mark behind."""
    plain = _PLAIN.fullmatch(chunk)
    if plain and plain[1].lower() not in _CONTRACTED:
        return tuple(span for span in (plain.span(1), plain.span(2)) if span[1] > span[0])
    spans = list(_tokenizer().span_tokenize(f" {chunk} x"))
    return tuple((start - 1, end - 1) for start, end in spans[:-1])


@cache
def _tokenizer() -> NLTKWordTokenizer:
    from nltk.tokenize import NLTKWordTokenizer

    return NLTKWordTokenizer()


def _joined(text: str, words: Iterable[Span]) -> Iterator[Span]:
    """Put together again what the treebanks write as one word."""
    wholes = [Span(*match.span()) for match in _WHOLE.finditer(text)]
    if not wholes:
        yield from words
        return
    pending = iter([*wholes, Span(len(text), len(text))])
    whole = next(pending)
    for start, end in words:
        while start >= whole.end and whole.start < len(text):
            yield whole
            whole = next(pending)
        if start < whole.start:
            yield Span(start, min(end, whole.start))
        if end > whole.end:
            yield whole
            start, whole = whole.end, next(pending)
            yield Span(start, end)
    if whole.start < len(text):
        yield whole


@lru_cache(maxsize=50_000)
def _cuts(word: str) -> tuple[int, ...]:
    """Offsets inside a word where the treebanks begin another one."""
    if word.isalpha():
        cut = _NO_APOSTROPHE.get(word.lower())
        return () if cut is None else (cut % len(word),)
    if _UNCUT.fullmatch(word) or _WHOLE.fullmatch(word):
        return ()
    cuts = {match.start() for match in _NUMBER_AND_UNIT.finditer(word)}
    if match := _LOST_PERIOD.fullmatch(word[:-1]) if word.endswith(".") else None:
        cuts.add(match.end())
    for match in _BETWEEN_WORDS.finditer(word):
        cuts.update(match.span())
    part = 0
    for match in _HYPHENS.finditer(word):
        if word[part : match.start()].lower() not in _PREFIXES:
            cuts.update(match.span())
        part = match.end()
    return tuple(sorted(cuts - {0, len(word)}))
