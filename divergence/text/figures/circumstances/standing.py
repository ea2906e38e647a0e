"""How a phrase stands to a figure in the syntax: in its clause, above, beside, before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from divergence.types import Document, Span

# Relations by which a clause hangs on another.
CLAUSAL = frozenset(
    "acl acl:relcl advcl advcl:relcl ccomp conj csubj parataxis root xcomp appos".split()
)
_STEPS = 12


def way_up(document: Document, token: int) -> list[int]:
    """Return a token and those above it, up to the root."""
    heads = document.syntax.heads
    way = [token]
    while heads[way[-1]] != way[-1] and len(way) < _STEPS:
        way.append(heads[way[-1]])
    return way


def aside_above(document: Document, way: Sequence[int]) -> bool:
    """Whether the first relative clause on a way up is set off by a comma: it adds to a noun."""
    for token in way:
        if document.syntax.relations[token] == "acl:relcl":
            words = (t for t in (token, *document.children[token]) if document.is_word[t])
            first = min(words, default=token)
            start = document.syntax.sentences[document.sentence_of[token]].start
            return first > start and document.lowered[first - 1] == ","
    return False


def sentences_back(document: Document, token: int, reach: int) -> Iterator[Span]:
    """Yield the sentence of a token, and those before it in its paragraph as far as ``reach``."""
    number, paragraph_of = document.sentence_of[token], document.syntax.paragraph_of
    for before in range(number, max(number - reach, 0) - 1, -1):
        if paragraph_of[before] != paragraph_of[number]:
            return
        yield document.syntax.sentences[before]


def opening(document: Document, sentence: Span) -> str:
    """Name what a sentence opens with: the tag of its first word."""
    first = next((t for t in range(*sentence) if document.is_word[t]), sentence.start)
    return f"opens with {document.syntax.tags[first]}"


def standing(document: Document, figure: int, phrase: int) -> Iterator[str]:
    """Name how a phrase stands to a figure, both given by a token."""
    sentence_of = document.sentence_of
    back = sentence_of[figure] - sentence_of[phrase]
    if back:
        yield f"back={back}"
        return
    syntax = document.syntax
    up, down = way_up(document, figure), way_up(document, phrase)
    meeting = next((token for token in up if token in down), up[-1])
    mine = [syntax.relations[t] for t in up[: up.index(meeting)]]
    theirs = [syntax.relations[t] for t in down[: down.index(meeting)]] if meeting in down else []
    crossed = [r for r in mine if r in CLAUSAL]
    other = [r for r in theirs if r in CLAUSAL]
    yield f"clauses up={min(len(crossed), 3)} down={min(len(other), 3)}"
    if crossed:
        yield f"up through {crossed[-1]}"
    if other:
        yield f"down through {other[0]}"
    yield f"meet at {syntax.tags[meeting][:2]}"
    if theirs:
        yield f"hangs as {theirs[-1]}, up {min(len(crossed), 2)}"
        yield f"steps down={min(len(theirs), 4)}"
    yield f"steps up={min(len(mine), 4)}"
    side = "before" if phrase < figure else "after"
    yield f"{side}, far={min(abs(phrase - figure).bit_length(), 6)}"
    low, high = min(figure, phrase), max(figure, phrase)
    between = document.syntax.words[low:high]
    yield f"{side}, commas={min(between.count(','), 2)}"
    numbers = sum(tag == "CD" for tag in syntax.tags[low + 1 : high])
    yield f"{side}, numbers={min(numbers, 2)}"
    if phrase < figure and phrase - syntax.sentences[sentence_of[figure]].start < 4:
        yield "opens the sentence"
    yield from _by_mouth(document, figure, phrase, meeting)


def _by_mouth(document: Document, figure: int, phrase: int, meeting: int) -> Iterator[str]:
    """Whether both stand in the same mouth, or the phrase says when and where somebody spoke."""
    for attribution in document.attributions:
        if attribution.sentence != document.sentence_of[figure]:
            continue
        holds = [
            any(part.start <= token < part.end for part in attribution.content)
            for token in (figure, phrase)
        ]
        if holds[0] != holds[1]:
            yield (
                "the figure in a mouth, the phrase outside" if holds[0] else "the phrase in a mouth"
            )
        if attribution.cue is not None:
            cue = range(*attribution.cue)
            if document.syntax.heads[phrase] in cue or phrase in cue:
                yield "hangs on a cue"
            if meeting in cue:
                yield "meet at a cue"
