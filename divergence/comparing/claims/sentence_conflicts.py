"""In which respects two sentences on one matter differ: figures, denials, doubts, when, where, who.

What only one of them gives is no difference.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from divergence.comparing.claims.claim_results import Aspect
from divergence.comparing.claims.figure_words import thing
from divergence.comparing.claims.same_claimant import may_be_one
from divergence.comparing.claims.same_number import equal, other_unit, reconcilable, same_measure
from divergence.digesting.assertions import Circumstance, Claimant, Mark, Telling
from divergence.digesting.quotable import LedgerFigure
from divergence.digesting.time_phrases import reach
from divergence.lexicons.countries import country_of
from divergence.lexicons.pronouns import ARTICLES, POSSESSIVES
from divergence.phrases.saying import Words, saying

# Without an event, numbers further apart than this are of different things.
FAR = 3.0
# Weights of what differs often without any conflict: two named speakers, two days of speaking.
NAMED, SPOKEN = 0.65, 0.6

_DIRECTIONS = frozenset("east west north south eastern western northern southern".split()) | {
    f"{a}{b}" for a in ("north", "south") for b in ("east", "west", "eastern", "western")
}

Found = tuple[Aspect, Words, Words, float]


def differences(
    a: Telling, b: Telling, figures: Sequence[LedgerFigure], others: Sequence[LedgerFigure]
) -> Iterator[Found]:
    """Yield in which respects two sentences on one matter differ."""
    yield from _numbers(figures, others)
    yield from _marks("negation", a, b)
    yield from _marks("certainty", a, b)
    yield from _circumstances("period", a.times, b.times, same_time)
    yield from _circumstances("place", a.places, b.places, same_place)
    yield from _claimants(a.claimants, b.claimants)


def _numbers(mine: Sequence[LedgerFigure], others: Sequence[LedgerFigure]) -> Iterator[Found]:
    """Figures that find no counterpart in the other sentence, held against each other."""
    left = [a for a in mine if not any(_answered(a, b) for b in others)]
    right = [b for b in others if not any(_answered(a, b) for a in mine)]
    crowd = 1 / max(1, len(left), len(right))
    for a in left:
        for b in right:
            if a.affected_side and b.affected_side and a.affected_side != b.affected_side:
                continue
            if a.unit == b.unit and one_event(a, b) and _near(a, b, len(mine) + len(others)):
                yield "number", a.text, b.text, crowd * (1.0 if a.event == b.event else 0.8)
            elif other_unit(a, b):
                same = 1.0 if equal(a, b) else 0.6
                yield "unit", _measured(a), _measured(b), crowd * same


def _measured(figure: LedgerFigure) -> Words:
    return saying("counted_as.measured", number=figure.text, unit=thing(figure.unit))


def _near(a: LedgerFigure, b: LedgerFigure, n: int) -> bool:
    """Whether two numbers can be of one thing: with a common event, of a size, or the only ones."""
    same_event = a.event == b.event != ""
    return same_event or n == 2 or max(a.high, b.high) <= FAR * min(a.low, b.low)


def _answered(a: LedgerFigure, b: LedgerFigure) -> bool:
    if same_measure(a, b):
        return True
    return not other_unit(a, b) and reconcilable(a, b)


def one_event(a: LedgerFigure, b: LedgerFigure) -> bool:
    """Whether what happened to those counted may be the same; "" says nothing."""
    kinds = set(a.event.split(" or ")), set(b.event.split(" or "))
    return not a.event or not b.event or kinds[0] <= kinds[1] or kinds[1] <= kinds[0]


def _marks(aspect: Aspect, a: Telling, b: Telling) -> Iterator[Found]:
    """Something that one sentence denies or doubts and the other tells without."""
    mine, others = (a.denied, b.denied) if aspect == "negation" else (a.doubted, b.doubted)
    for mark in mine:
        if _bears(mark, b.lemmas, others):
            yield aspect, f"{mark.words} {mark.about[0]}", _without(mark, aspect), 1.0
            return
    for mark in others:
        if _bears(mark, a.lemmas, mine):
            yield aspect, _without(mark, aspect), f"{mark.words} {mark.about[0]}", 1.0
            return


def _without(mark: Mark, aspect: Aspect) -> Words:
    """Phrase what the sentence without the mark says."""
    return saying(f"without.{aspect}", word=mark.about[0])


def _bears(mark: Mark, lemmas: frozenset[str], others: Sequence[Mark]) -> bool:
    """Whether a mark bears on something that the other sentence tells without any such mark.

    Where both sentences deny or doubt something, they mostly mean the same in other words.
    """
    return not others and bool(mark.about) and _known(mark.about[0], lemmas)


def _known(word: str, words: Iterable[str]) -> bool:
    """Whether a lemma, or another word of its family, is among others."""
    start = word[:5]
    return any(word == other or (len(start) == 5 and other.startswith(start)) for other in words)


def _circumstances(
    aspect: Aspect,
    mine: Sequence[Circumstance],
    others: Sequence[Circumstance],
    same: Callable[[Circumstance, Circumstance], bool],
) -> Iterator[Found]:
    for kind in dict.fromkeys(one.kind for one in mine):
        a = [one for one in mine if one.kind == kind]
        b = [one for one in others if one.kind == kind]
        left = [one for one in a if not any(same(one, other) for other in b)]
        right = [one for one in b if not any(same(one, other) for other in a)]
        if left and right:
            # Where both also share one, what is left may be about something else.
            weight = 2 / (len(a) + len(b)) * (SPOKEN if kind.startswith("spoken") else 1.0)
            yield aspect, left[0].words, right[0].words, weight
            return


def same_time(a: Circumstance, b: Circumstance) -> bool:
    """Whether two times of one kind come to the same; "a few days" are two to six."""
    if a.key == b.key:
        return True
    if a.kind not in {"span", "duration"} or a.key[:-1] != b.key[:-1]:
        return False
    (low, high), (other_low, other_high) = reach(a.key[-1]), reach(b.key[-1])
    return low <= other_high and other_low <= high


def same_place(a: Circumstance, b: Circumstance) -> bool:
    """Whether two phrases of where may name one place; "elsewhere in Orm" is not in Orm itself."""
    mine, others = set(a.key), set(b.key)
    if mine <= others or others <= mine:
        return "apart" not in mine ^ others
    if "apart" in mine | others:
        return False
    ways = mine & _DIRECTIONS, others & _DIRECTIONS
    if ways[0] and ways[1] and not ways[0] & ways[1]:
        return False
    names = [" ".join(w.title() for w in one.key if w not in _DIRECTIONS) for one in (a, b)]
    countries = [country_of().get(name) for name in names]
    if countries[0] is not None and countries[1] is not None:
        return countries[0] == countries[1]
    # A country may hold a place that the list does not know.
    return any(
        country is not None and name not in country.capital
        for name, country in zip(names, countries, strict=True)
    )


def _claimants(mine: Sequence[Claimant], others: Sequence[Claimant]) -> Iterator[Found]:
    if not mine or not others:
        return
    if any(same_person(a.words, b.words) for a in mine for b in others):
        return
    a, b = mine[0], others[0]
    if any(may_be_one(one, other) for one in mine for other in others):
        return
    # A name and a description ("the president") may be one person.
    # And so may a letter and the one who wrote it.
    # Two who are named mostly speak for themselves, each on another matter.
    kind = 1.0 if a.named == b.named and a.actor and b.actor else 0.6
    kind *= NAMED if a.named and b.named else 1.0
    yield "claimant", a.words, b.words, kind * 2 / (len(mine) + len(others))


def same_person(a: str, b: str) -> bool:
    """Whether one phrase holds all words of the other, or both end in one name.

    A country is its army and its ministries as well ("Norway", "the Norwegian navy").
    """
    first, second = _words(a), _words(b)
    if not first or not second:
        return first == second
    family = a.split()[-1] == b.split()[-1] and a.split()[-1].istitle()
    return first <= second or second <= first or family or _one_country(a, b)


def _one_country(a: str, b: str) -> bool:
    """Whether one phrase is no more than a country that the other names too."""
    mine, others = (
        [country_of().get(word.strip(".,'’")) for word in phrase.split()] for phrase in (a, b)
    )
    lone = [named for named in (mine, others) if len(named) == 1 and named[0] is not None]
    return bool(lone) and any(one is not None and one in mine for one in others)


def _words(phrase: str) -> set[str]:
    """The words of a phrase without small ones; "his lawyer" may be the lawyers of anybody."""
    words = (
        word.strip(".,'’\"").removesuffix("'s").removesuffix("’s")
        for word in phrase.lower().split()
    )
    return {word.removesuffix("s") for word in words if word not in _OF_SOMEBODY}


def opposed(a: Telling, b: Telling) -> bool:
    """Whether one sentence denies what the other tells."""
    return any(True for _ in _marks("negation", a, b))


def alike_places(a: str, b: str) -> bool:
    """Whether two phrases have the same words, small ones aside ("in the past week")."""
    return _content(a) == _content(b)


def _content(phrase: str) -> set[str]:
    return set(phrase.lower().replace(",", "").split()) - _SMALL_WORDS


_OF_SOMEBODY = ARTICLES | POSSESSIVES | {"of"}
_SMALL_WORDS = ARTICLES | {"in", "over", "during", "within", "on", "at"}
