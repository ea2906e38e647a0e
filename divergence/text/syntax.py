"""Words, lemmas, tags and dependency syntax of a text, from weights that ship in the package.

Sentences come from Punkt, words from NLTK, tags and dependencies from a small spaCy pipeline that
:mod:`divergence.training.syntax` trains. Nothing is downloaded; spaCy is imported at first use.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, islice, pairwise, repeat
from pathlib import Path
from typing import TYPE_CHECKING, Any

from divergence.lexicons.attribution_cues import actor_kinds
from divergence.lexicons.titles import SHORT
from divergence.text.country_stand_ins import stand_ins
from divergence.text.lemmas import lemma_of
from divergence.text.normalize import clean_marks, word_form
from divergence.text.sentences import find_sentences
from divergence.text.words import find_words
from divergence.types import Span, Syntax
from divergence.weights import WEIGHTS_FOLDER

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODEL = WEIGHTS_FOLDER / "syntax"

_N_TEXTS_AT_ONCE = 32
# The parser holds about 6 kB a word while it works.
_N_WORDS_AT_ONCE = 10_000
_LONGEST_SENTENCE = 200
_CLAUSE_MARKS = frozenset(",;:—–)")
_ENDINGS = frozenset('.!?…:;")]}*|>')


@dataclass(frozen=True, slots=True)
class Annotation:
    """Tags and dependencies of the words given; a root is its own head.

    ``breaks`` are the indices at which the parser says that another sentence begins, never 0.
    """

    tags: tuple[str, ...]
    relations: tuple[str, ...]
    heads: tuple[int, ...]
    breaks: tuple[int, ...]


_Starts = list[bool | int | None] | None
_Given = tuple[Sequence[str], _Starts]


@dataclass(frozen=True, slots=True)
class _Words:
    """One sentence's words before they are parsed."""

    forms: tuple[str, ...]
    spans: tuple[Span, ...]
    paragraph: int
    lined: bool


def parse(text: str) -> Syntax:
    """Find words, sentences and syntax of one text.

    The model card in ``divergence/weights/syntax`` says how often it is wrong and where. A sentence
    of more than 200 words is cut at a comma, and each part is parsed as if it were a sentence.

    The parser may find a sentence to end without any mark, as a heading does that has run into the
    text. Where a text has lines, headings stand on lines of their own, and such an end would be a
    mistake ("three boats | Ada Lin counted"): there only a mark ends one. Nor does one end between
    a title and a name.
    """
    return next(parse_many([text]))


def parse_many(texts: Iterable[str]) -> Iterator[Syntax]:
    """Find words, sentences and syntax of many texts, in order, a few at a time."""
    waiting = iter(texts)
    while batch := list(islice(waiting, _N_TEXTS_AT_ONCE)):
        split = [_split(text) for text in batch]
        parsed = annotate(
            [words.forms for sentences in split for words in sentences],
            known=False,
            lined=[words.lined for sentences in split for words in sentences],
        )
        for sentences in split:
            yield _joined(sentences, list(islice(parsed, len(sentences))))


def annotate(
    sentences: Iterable[Sequence[str]], *, known: bool, lined: Iterable[bool] = repeat(False)
) -> Iterator[Annotation]:
    """Tag and parse sentences whose words are already known."""
    nlp = _pipeline()
    waiting = (
        (words, _starts(words, known, marked))
        for words, marked in zip(sentences, lined, strict=False)
    )
    while batch := list(_take(waiting, _N_WORDS_AT_ONCE)):
        yield from _annotate(nlp, batch)


def load(folder: Path) -> Language:
    """Load a pipeline that :mod:`divergence.training.syntax` wrote."""
    import spacy
    from thinc.api import Config, use_ops

    # Built from the config and not with spacy.load, which would compare versions and warn.
    config = Config().from_disk(folder / "config.cfg")
    # numpy's matrix products are faster here than those of blis, spaCy's default.
    with use_ops("numpy", use_blis=False):
        nlp = spacy.util.load_model_from_config(config, auto_fill=True)
    nlp.from_disk(folder, exclude=["tokenizer", "vocab"])
    # Of a new word spaCy works out some twenty attributes; the model reads four of them.
    vocab: Any = nlp.vocab
    read = {vocab.strings[name] for name in ("NORM", "PREFIX", "SUFFIX", "SHAPE")}
    for number in vocab.lex_attr_getters.keys() - read:
        del vocab.lex_attr_getters[number]
    for name in ("tagger", "parser"):
        for label in nlp.pipe_labels[name]:
            nlp.vocab.strings.add(label)
    return nlp


@cache
def _pipeline() -> Language:
    return load(MODEL)


def _take(sentences: Iterator[_Given], n_words: int) -> Iterator[_Given]:
    taken = 0
    for sentence in sentences:
        yield sentence
        taken += len(sentence[0])
        if taken >= n_words:
            return


def _annotate(nlp: Language, sentences: list[_Given]) -> list[Annotation]:
    from spacy.tokens import Doc

    # A memory zone forgets the words of this batch, so that memory stays flat (spaCy 3.8 on).
    zone = nlp.memory_zone() if hasattr(nlp, "memory_zone") else contextlib.nullcontext()
    with zone:
        docs = [Doc(nlp.vocab, stand_ins(words), sent_starts=starts) for words, starts in sentences]
        parsed = nlp.pipe(docs, batch_size=len(docs))
        return [_columns(doc, starts) for doc, (_, starts) in zip(parsed, sentences, strict=True)]


def _starts(words: Sequence[str], known: bool, lined: bool) -> _Starts:
    """Where a sentence begins (1), where none does (-1), and where the parser is to say (None)."""
    if known:
        return [1, *[-1] * (len(words) - 1)]
    if lined:
        return [1, *(None if word[-1] in _ENDINGS else -1 for word in words[:-1])]
    return [
        1,
        *(
            -1 if word.lower() in _titles() and name[0].isupper() and name.isalpha() else None
            for word, name in pairwise(words)
        ),
    ]


@cache
def _titles() -> frozenset[str]:
    """What stands before a name: "Ms", "Captain", "spokesman"."""
    roles = {noun for noun, kind in actor_kinds().items() if kind == "person"}
    return SHORT | roles | {"miss"}


def _columns(doc: Doc, given: _Starts) -> Annotation:
    strings = doc.vocab.strings
    offsets, starts = doc.to_array(["HEAD", "SENT_START"]).astype("int64").T.tolist()
    heads = tuple(token + offset for token, offset in enumerate(offsets))
    begins = [
        at
        for at in range(1, len(heads))
        if starts[at] == 1 and (given is None or given[at] is None)
    ]
    tags, relations = doc.to_array(["TAG", "DEP"]).T.tolist()
    return Annotation(
        tags=tuple(strings[tag] for tag in tags),
        relations=tuple(
            "root" if head == token else strings[relation]
            for token, (head, relation) in enumerate(zip(heads, relations, strict=True))
        ),
        heads=heads,
        breaks=tuple(at for at in begins if not _is_crossed(heads, at)),
    )


def _is_crossed(heads: Sequence[int], at: int) -> bool:
    """Whether an arc leads over the start of a sentence: spaCy lifts some after it has set them."""
    return any((token < at) != (head < at) for token, head in enumerate(heads))


def _split(text: str) -> list[_Words]:
    cleaned = clean_marks(text)
    segments = []
    sentences = list(find_sentences(cleaned))
    lined = len({sentence.paragraph for sentence in sentences}) > 1
    for sentence in sentences:
        spans = find_words(cleaned, sentence.span)
        forms = [word_form(cleaned[start:end]) for start, end in spans]
        for part in _short_enough(forms):
            words = tuple(forms[part.start : part.end])
            places = tuple(spans[part.start : part.end])
            segments.append(_Words(words, places, sentence.paragraph, lined))
    return segments


def _short_enough(forms: list[str]) -> Iterator[Span]:
    """Cut a monstrous sentence at the last comma or dash before the limit, else at the limit."""
    start = 0
    while len(forms) - start > _LONGEST_SENTENCE:
        limit = start + _LONGEST_SENTENCE
        marks = [at for at in range(start + 1, limit) if forms[at] in _CLAUSE_MARKS]
        cut = marks[-1] + 1 if marks else limit
        yield Span(start, cut)
        start = cut
    if start < len(forms):
        yield Span(start, len(forms))


def _joined(segments: list[_Words], parsed: list[Annotation]) -> Syntax:
    firsts = list(accumulate((len(segment.forms) for segment in segments), initial=0))
    starts, paragraphs = [], []
    for first, segment, annotation in zip(firsts, segments, parsed, strict=False):
        starts += [first, *(first + at for at in annotation.breaks)]
        paragraphs += [segment.paragraph] * (1 + len(annotation.breaks))
    words = tuple(form for segment in segments for form in segment.forms)
    tags = tuple(tag for annotation in parsed for tag in annotation.tags)
    return Syntax(
        words=words,
        lemmas=tuple(map(lemma_of, words, tags)),
        tags=tags,
        relations=tuple(name for annotation in parsed for name in annotation.relations),
        heads=tuple(
            first + head
            for first, annotation in zip(firsts, parsed, strict=False)
            for head in annotation.heads
        ),
        starts=tuple(span.start for segment in segments for span in segment.spans),
        ends=tuple(span.end for segment in segments for span in segment.spans),
        sentences=tuple(map(Span, starts, [*starts[1:], firsts[-1]])),
        paragraph_of=tuple(paragraphs),
    )
