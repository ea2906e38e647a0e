"""The phrase that is counted: its noun, the word it hangs by, and the verb that governs it."""

from __future__ import annotations

from typing import NamedTuple

from divergence.lexicons.calendar import DURATIONS
from divergence.lexicons.numerals import SCALES
from divergence.text.dependency_tree import SUBJECTS
from divergence.text.figures.subjects.changes import change_verbs, changed
from divergence.text.figures.subjects.noun_phrases import preposition
from divergence.text.word_classes import FINITE_TAGS, VERB_TAGS
from divergence.types import Document, Span

GROUPS = frozenset(
    "amount average couple estimate fee figure group handful list maximum minimum number pair "
    "price rate series sum total toll".split()
)
_SCALES = frozenset(
    "amount average come cost equal exceed hit peak range reach stand stay top total weigh".split()
)
_PUTTING = frozenset({"put", "set", "estimate", "keep", "fix"})
_UNITS = frozenset("$ % cent dollar euro percent percentage point pound".split())
_PERCENTS = frozenset({"%", "percent", "digit", "double-digit", "single-digit"})
_POWERS = SCALES.keys() | {"ten", "score"}
_MODIFYING = frozenset({"amod", "compound", "nmod:unmarked", "nummod"})
_LOOSE = frozenset({"appos", "conj", "dep", "parataxis"})
_HELPING = frozenset({"aux", "aux:pass", "cop"})
_STEPS = 3


class CountedNumber(NamedTuple):
    """What is known of a figure before its subject: number, counted noun, unit and event."""

    tokens: Span
    head: int
    unit: str
    event: str


class CountedPhrase(NamedTuple):
    """What a number counts, and how it stands in its clause.

    ``noun`` is the counted noun or None, ``top`` the topmost word of the phrase it is counted in,
    ``governor`` the word above that, and ``relation`` how the phrase hangs on it. ``whole`` says
    that the number takes some of what the noun stands for, or measures its share; ``people`` that
    they are people.
    """

    noun: int | None
    top: int
    tokens: Span
    governor: int
    relation: str
    whole: bool = True
    people: bool = False


def counted_phrase(document: Document, figure: CountedNumber) -> CountedPhrase:
    """Find the counted noun of a number, and the word by which the two hang in their clause."""
    phrase = _counted_phrase(document, figure.tokens, figure.head)
    return phrase._replace(people=figure.unit == "people")


def _counted_phrase(document: Document, tokens: Span, head: int) -> CountedPhrase:
    syntax = document.syntax
    inside = range(*tokens)
    if head not in inside and syntax.lemmas[head].lower() in DURATIONS:
        # "$9 million last year": time is counted by forms of their own.
        head = tokens.end - 1
    noun, top = (None if head in inside else head), head
    whole = noun is None or _takes_some(document, tokens, noun)
    if noun is not None and noun < tokens.start:
        return _hanging(document, noun, noun, tokens)
    if noun is None or is_unit(document, noun):
        for _ in range(_STEPS):
            again = is_unit(document, top) and syntax.relations[top] == "conj"
            if is_unit(document, syntax.heads[top]) and not again:
                top = syntax.heads[top]
        noun = _thing_of(document, top, top) or _thing_behind(document, top, tokens)
        if noun is not None and is_unit(document, noun):
            # "Millions of dollars".
            noun = _thing_of(document, noun, noun)
    if noun is None and syntax.relations[top] == "det:predet":
        # "Half the states".
        noun = top = syntax.heads[top]
    if noun is None and is_unit(document, top) and _names(document, top):
        # "A 40 percent decline", and "$4 million in fees" where the fees are made the head.
        noun = top = syntax.heads[top]
        whole = False
    for _ in range(_STEPS):
        above = syntax.heads[top]
        relation = syntax.relations[top]
        grouped = relation == "nmod" and preposition(document, top) == "of"
        if relation == "conj" and above < top and syntax.tags[above] not in VERB_TAGS:
            top = above
        elif grouped and syntax.lemmas[above].lower() in GROUPS:
            noun = above if noun is None else noun
            top = above
        elif grouped and noun is None and syntax.lemmas[above].lower() in _POWERS:
            top = above
        elif grouped and noun is None and syntax.tags[above].startswith("NN"):
            noun = top = above
        else:
            break
    verb = _verb_behind(document, tokens)
    governed = syntax.relations[head] == "obj" and syntax.heads[head] < tokens.start
    if noun is None and verb is not None and not governed:
        passive = any(syntax.relations[c] == "aux:pass" for c in document.children[verb])
        relation = "nsubj:pass" if passive else "nsubj"
        return CountedPhrase(_fronted(document, tokens), head, tokens, verb, relation)
    verb = tokens.start - 1
    if syntax.relations[head] in _LOOSE and verb >= 0 and syntax.tags[verb] in VERB_TAGS:
        # "Shot 58 people and wounded hundreds": not two of the first verb's objects.
        thing = noun if noun is not None and noun > verb else None
        return CountedPhrase(thing, head, tokens, verb, "obj")
    if noun is None:
        noun = _scaled(document, top)
        whole = noun is None or syntax.tags[noun] == "NNS"
    if noun is None and is_unit(document, top) and syntax.lemmas[syntax.heads[top]] == "pay":
        noun = _thing_of(document, syntax.heads[top], top)
    return _hanging(document, noun, top, tokens, whole)


def _hanging(
    document: Document, noun: int | None, top: int, tokens: Span, whole: bool = True
) -> CountedPhrase:
    syntax = document.syntax
    governor, relation = syntax.heads[top], syntax.relations[top]
    if governor in range(*tokens) and governor != top:
        # "More than a million people lost": the phrase hangs where its first word does.
        governor = syntax.heads[governor]
        verb = syntax.tags[governor] in VERB_TAGS
        relation = "nsubj" if verb and governor > top else syntax.relations[tokens.start]
    return CountedPhrase(noun, top, tokens, governor, relation, whole)


def is_unit(document: Document, token: int) -> bool:
    """Whether a word is a unit of money or of shares."""
    syntax = document.syntax
    return syntax.tags[token] == "$" or syntax.lemmas[token].lower() in _UNITS


def _names(document: Document, top: int) -> bool:
    """Whether a unit stands before a noun and says how much of it: "a 40 percent decline"."""
    syntax = document.syntax
    above = syntax.heads[top]
    noun = above > top and syntax.tags[above] in {"NN", "NNS"}
    return noun and not is_unit(document, above) and syntax.relations[top] in _MODIFYING


def _takes_some(document: Document, tokens: Span, noun: int) -> bool:
    """Whether a number is a share of what a noun stands for, and not its own value."""
    percents = any(w in _PERCENTS for w in document.lowered[tokens.start : noun])
    return not percents or "of" in document.lowered[tokens.end - 1 : noun]


def _verb_behind(document: Document, tokens: Span) -> int | None:
    """The verb that follows a number at once, whose subject it is: "five remained"."""
    syntax = document.syntax
    behind = tokens.end
    if behind + 1 >= len(syntax.words) or syntax.tags[behind] not in FINITE_TAGS:
        return None
    if syntax.tags[behind] == "VBD" and not document.is_word[behind + 1]:
        # "Sustained 40 injured."
        return None
    helping = syntax.relations[behind] in _HELPING
    return syntax.heads[behind] if helping else behind


def _fronted(document: Document, tokens: Span) -> int | None:
    """Of whom a bare number takes some, at the head of its sentence: "of those shot, five"."""
    syntax = document.syntax
    first = syntax.sentences[document.sentence_of[tokens.start]].start
    noun = syntax.heads[first]
    plural = syntax.tags[noun] in {"NNS", "NNPS", "DT"}
    fronted = document.lowered[first] == "of" and plural and first < noun < tokens.start
    return noun if fronted else None


def _thing_of(document: Document, above: int, top: int) -> int | None:
    """The noun behind "of" or, after money, "in": "hundreds of victims", "$4 in fees"."""
    for child in document.children[above]:
        case = preposition(document, child)
        noun = document.syntax.tags[child] in {"NN", "NNS", "NNPS"}
        noun = noun and document.syntax.lemmas[child] not in {*DURATIONS, *_POWERS}
        money = is_unit(document, top)
        if child > top and noun and (case == "of" or (money and case == "in")):
            return child
    return None


def _thing_behind(document: Document, top: int, tokens: Span) -> int | None:
    """What a sum of money is given in, whatever the parser made of it: "earned $4 in fees"."""
    syntax = document.syntax
    noun = (
        syntax.heads[tokens.end] if document.lowered[tokens.end : tokens.end + 1] == ("in",) else 0
    )
    entity = document.entity_of.get(noun)
    apart = entity is not None and entity.type in {"person", "place", "organization", "time"}
    thing = syntax.tags[noun] in {"NN", "NNS"} and syntax.lemmas[noun].lower() not in DURATIONS
    return noun if is_unit(document, top) and noun > tokens.end and thing and not apart else None


def _scaled(document: Document, top: int) -> int | None:
    """What is measured where the number is the measure: "the fine was $4"."""
    syntax = document.syntax
    verb = syntax.heads[top]
    own = [c for c in document.children[top] if syntax.relations[c] in SUBJECTS]
    copular = any(syntax.relations[c] == "cop" for c in document.children[top])
    lemma = syntax.lemmas[verb].lower()
    if lemma in _PUTTING and preposition(document, top) == "at":
        own = [c for c in document.children[verb] if syntax.relations[c] == "obj"]
    elif not (copular and own) and lemma in change_verbs():
        thing = changed(document, top, verb)
        own = [] if thing is None else [thing]
    elif not (copular and own) and lemma in _SCALES:
        own = [c for c in document.children[verb] if syntax.relations[c] in SUBJECTS]
    elif not copular:
        return None
    return own[0] if own and syntax.tags[own[0]].startswith("NN") else None
