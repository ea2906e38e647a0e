"""What a model sees of a noun phrase: its words and place, and never which name it is.

Of a name it sees the shape, the company it keeps ("said", "in", "Mr.", "a town") and words in it
that are ordinary ("County", "Ministry"). What a country, its people or its capital is called is one
of four signs, so that two countries swapped get the same types.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from divergence.lexicons.agencies import by_form
from divergence.lexicons.attribution_cues import actor_kinds
from divergence.lexicons.calendar import DATED, DURATIONS, MONTH_WORDS, SHORT_WEEKDAYS
from divergence.lexicons.countries import place_signs
from divergence.lexicons.titles import BEHIND, OF_MEN, OF_WOMEN, SHORT
from divergence.text.dependency_tree import Tree
from divergence.text.entities.noun_phrases import NounPhrase, name_tokens
from divergence.text.word_classes import PROPER_TAGS, VERB_TAGS

NAME = "NAME"
_TITLES = OF_MEN | OF_WOMEN | SHORT | BEHIND
_DATED = DATED | MONTH_WORDS | frozenset(SHORT_WEEKDAYS)
_DESIGNATORS = frozenset(
    "inc corp ltd llc plc co corp. co. inc. ltd. ave ave. st st. rd rd. blvd mt mt. ft ft. dept "
    "dept. univ univ. jr jr. sr sr.".split()
)
_YEAR = re.compile(r"(1[5-9]|20)\d\d")
_RELATIVE = frozenset({"who", "which", "that", "whose", "where", "when", "whom"})


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A text with its phrases by head, and each word as the model may see it."""

    tree: Tree
    phrases: Mapping[int, NounPhrase]
    tags: Sequence[str]
    masked: Sequence[str]
    signs: Mapping[str, str]
    paragraph_starts: frozenset[int]

    @classmethod
    def of(
        cls,
        tree: Tree,
        phrases: Sequence[NounPhrase],
        designators: frozenset[str],
        *,
        places: bool = True,
    ) -> Surroundings:
        """Mask the words of a text, but for ordinary words that stand in names.

        Without ``places`` a country is a name like any other, so that a model can learn from
        countries where places stand.
        """
        syntax = tree.syntax
        signs = place_signs() if places else {}
        proper = name_tokens(syntax)
        tags = [
            "NNP" if token in proper and tag not in PROPER_TAGS else tag
            for token, tag in enumerate(syntax.tags)
        ]
        masked = [
            _masked(word, lemma, tag, designators, signs)
            for word, lemma, tag in zip(syntax.words, syntax.lemmas, tags, strict=True)
        ]
        paragraphs = syntax.paragraph_of
        starts = {
            span.start
            for span, paragraph, before in zip(
                syntax.sentences, paragraphs, (-1, *paragraphs), strict=False
            )
            if paragraph != before
        }
        by_head = {phrase.head: phrase for phrase in phrases}
        return cls(tree, by_head, tags, masked, signs, frozenset(starts))


def features(around: Surroundings, phrase: NounPhrase) -> list[str]:
    """Name what is true of a phrase."""
    syntax, masked = around.tree.syntax, around.masked
    head = phrase.head
    tag, relation = around.tags[head], syntax.relations[head]
    lemma = masked[head]
    place = _place(around, phrase)
    given = [
        f"tr {tag} {relation}",
        f"h {lemma}",
        f"hr {lemma} {relation}" if phrase.form == "pronoun" else f"fr {phrase.form} {relation}",
    ]
    if place:
        given.append(f"place {place}")
        given.append(f"place {place} {relation}")
    elif phrase.form == "name":
        given += _name_features(around, phrase)
    elif phrase.form == "noun":
        word = syntax.words[head]
        given += _noun_features(lemma, word, tag)
    given += _dependents(around, phrase, place)
    given += _governor(around, phrase, place)
    given += _neighbors(around, phrase)
    return given


def _name_features(around: Surroundings, phrase: NounPhrase) -> list[str]:
    syntax, masked = around.tree.syntax, around.masked
    start, end = phrase.name
    words = syntax.words[start:end]
    given = [
        f"n {min(end - start, 5)}",
        f"shape {_shape(syntax.words[phrase.head])}",
        f"last {masked[end - 1]}",
        f"shapes {' '.join(map(_shape, words[:4]))}",
    ]
    plain = [token for token in range(start, end) if masked[token] != NAME]
    given += [f"in {masked[token]}" for token in plain]
    if plain:
        # "Police Chief Ada Lin" is a person, "Lin County Police" is none.
        given.append(f"tail {masked[plain[-1]]} {min(end - plain[-1], 4)}")
    if " ".join(words) in by_form():
        given.append("agency")
    if any(word in around.signs for word in words):
        given.append("in country")
    kinds = actor_kinds()
    given += [f"role {kind}" for word in words if (kind := kinds.get(word.lower()))]
    if words[0].lower().rstrip(".") in _TITLES:
        given.append("titled")
    return given


def _noun_features(lemma: str, word: str, tag: str) -> list[str]:
    given = [f"s3 {lemma[-3:]}", f"s4 {lemma[-4:]}", f"s2 {lemma[-2:]} {tag}"]
    kind = actor_kinds().get(lemma)
    if kind:
        given.append(f"actor {kind}")
    if tag == "CD":
        given.append(f"number {'year' if _YEAR.fullmatch(word) else _shape(word)}")
    if lemma in DURATIONS:
        given.append("duration")
    return given


def _dependents(around: Surroundings, phrase: NounPhrase, place: str) -> list[str]:
    tree, masked = around.tree, around.masked
    syntax = tree.syntax
    form = place or phrase.form
    given = []
    determiner = "none"
    for child in tree.children[phrase.head]:
        relation = syntax.relations[child]
        if relation == "case":
            case = syntax.words[child].lower()
            given.append(f"case {case} {form}")
        elif relation == "det":
            determiner = syntax.words[child].lower()
        elif relation == "nmod:poss":
            determiner = "poss"
            given.append(f"owner {masked[child]}")
        elif relation == "acl:relcl":
            pronouns = [syntax.words[c].lower() for c in tree.children[child] if c < child]
            given += [f"rel {word}" for word in pronouns if word in _RELATIVE]
        elif relation == "nmod":
            case_token = tree.child(child, "case")
            if case_token is not None:
                case = syntax.words[case_token].lower()
                given.append(f"nmod {case} {form}")
                given.append(f"nmod {case} {masked[child]}")
                given.append(f"nmod {case} {_sign(around, child)} {masked[phrase.head]}")
        elif relation not in {"punct", "flat", "conj", "cc"}:
            given.append(f"c {relation} {masked[child]}")
            given.append(f"c {relation} {form}")
        if relation in {"conj", "appos"}:
            given.append(f"{relation} {masked[child]}")
            given.append(f"{relation} {_sign(around, child)} {form}")
    given.append(f"det {determiner} {phrase.form} {around.tags[phrase.head]}")
    return given


def _governor(around: Surroundings, phrase: NounPhrase, place: str) -> list[str]:
    tree, masked = around.tree, around.masked
    syntax = tree.syntax
    head, form = phrase.head, place or phrase.form
    relation, above = syntax.relations[head], syntax.heads[head]
    if relation == "conj" and above != head:
        first = [f"of {masked[above]}", f"of {_sign(around, above)} {form}"]
        relation, above = syntax.relations[above], syntax.heads[above]
    else:
        first = []
    if relation == "root":
        return [*first, f"p root {around.tags[head]}"]
    case = tree.child(head, "case")
    by = syntax.words[case].lower() if case is not None and case < head else ""
    tag = around.tags[above]
    sign = "verb" if tag in VERB_TAGS else _sign(around, above)
    given = [
        *first,
        f"p {relation} {by} {masked[above]}",
        f"pl {relation} {masked[above]} {form}",
        f"pt {relation} {tag} {form}",
        f"ps {relation} {by} {sign} {form}",
    ]
    if relation in {"nsubj", "nsubj:pass"} and tag not in VERB_TAGS:
        given.append(f"is {masked[above]}")
    if relation == "compound":
        given.append(f"within {masked[above]} {form}")
        around_it = around.phrases.get(above)
        if around_it is not None and around_it.name.start <= head < around_it.name.end:
            start, end = around_it.name
            given.append(f"inside {head - start} {end - head} {masked[end - 1]} {form}")
            given.append(f"inside {masked[end - 1]} {around_it.form} {form}")
    return given


def _neighbors(around: Surroundings, phrase: NounPhrase) -> list[str]:
    syntax, masked = around.tree.syntax, around.masked
    start, end = phrase.tokens
    n = len(masked)
    before = masked[start - 1] if start else "^"
    after = masked[end] if end < n else "$"
    form = phrase.form
    given = [f"before {before} {form}", f"after {after} {form}"]
    if end + 1 < n and not after.isalpha():
        given.append(f"after2 {after} {masked[end + 1]} {form}")
    if form != "pronoun":
        if start in around.paragraph_starts:
            given.append(f"opens {form} {after}")
            if end == n or end in around.paragraph_starts:
                given.append(f"alone {form}")
        word = syntax.words[phrase.head]
        if word.isupper() and len(word) > 1:
            given.append(f"upper {form}")
    return given


def _sign(around: Surroundings, token: int) -> str:
    """Name the kind of a neighboring nominal, roughly."""
    tag = around.tags[token]
    if tag in PROPER_TAGS:
        return around.masked[token]
    return actor_kinds().get(around.masked[token]) or tag


def _place(around: Surroundings, phrase: NounPhrase) -> str:
    """Name what a country's word is: the country, its people or its capital; "" for others."""
    start, end = phrase.name
    words = around.tree.syntax.words
    return around.signs.get(" ".join(words[start:end]), "")


def _masked(
    word: str, lemma: str, tag: str, designators: frozenset[str], signs: Mapping[str, str]
) -> str:
    if tag == "CD":
        return f"#{_shape(word)}" if any(map(str.isdigit, word)) else word.lower()
    if tag not in PROPER_TAGS:
        sign = signs.get(word)
        return sign if sign is not None else lemma.lower()
    lowered = word.lower()
    if lowered in _DATED or lowered.removesuffix("s") in DATED:
        return "DATE"
    if lowered in designators or lowered in _DESIGNATORS or lowered.rstrip(".") in _TITLES:
        return f"={lowered}"
    single = lemma.lower()
    if single in designators:
        return f"={single}"
    return signs.get(word, NAME)


@lru_cache(maxsize=100_000)
def _shape(word: str) -> str:
    if word.isalpha():
        if word.isupper():
            return "X" if len(word) == 1 else "XX"
        if word.istitle():
            return "Xx"
        return "x" if word.islower() else "xX"
    if any(character.isdigit() for character in word):
        return f"{len(word)}d" if word.isdigit() else "d."
    if word.endswith(".") and len(word) <= 2:
        return "X."
    return "X.X." if "." in word else "-"
