"""Subjects that have a form of their own: ages, votes and distances."""

from __future__ import annotations

from divergence.text.dependency_tree import SUBJECTS, Tree
from divergence.text.figures.event_classes import word_event
from divergence.text.figures.subjects.counted_phrase import CountedNumber, CountedPhrase
from divergence.text.figures.subjects.noun_phrases import (
    joined,
    named,
    naming_tokens,
    preposition,
    prepositional_tokens,
)
from divergence.text.word_classes import PROPER_TAGS, VERB_TAGS
from divergence.types import Document, Span

_OPENERS = frozenset({",", "(", "[", "–", "—"})
_ADVERBS = frozenset("already barely just not now only recently still then aged age".split())
_LENGTHS = frozenset("mile kilometer kilometre meter metre foot yard inch km m".split())
_DIMENSIONS = {
    "tall": "height",
    "high": "height",
    "long": "length",
    "wide": "width",
    "deep": "depth",
}
_PLACED = frozenset({"from", "of", "to"})
_MODIFYING = frozenset({"amod", "compound", "nmod", "nummod", "acl", "appos", "nmod:unmarked"})
_ANYBODY = frozenset("anybody anyone everybody everyone nobody somebody someone".split())
_JOINTS = frozenset({("-",), ("–",), ("to",)})
_VOTED_ON = frozenset({"against", "for", "on"})
_STEPS = 6
_CLOSE = 3
_SUFFERING = frozenset({"obj", "nsubj:pass", "nmod", "appos", "conj"})


def age_subject(document: Document, figure: CountedNumber, phrase: CountedPhrase) -> str:
    """Name whose age a number is."""
    person = _bearer(document, figure)
    if person is None:
        return "age"
    if document.syntax.lemmas[person].lower() == "age":
        return joined(document, prepositional_tokens(document, person))
    if document.syntax.tags[person] == "CD":
        # "Seven of the victims ranged in age": theirs.
        person = next((c for c in document.children[person] if preposition(document, c)), person)
    spelled = document.lowered[person].replace("-", "").isalpha()
    if not spelled or not document.syntax.tags[person].startswith(("NN", "PRP")):
        return (
            f"age of {document.lowered[person]}" if document.lowered[person] in _ANYBODY else "age"
        )
    words = named(document, person, besides=figure.tokens)
    if document.syntax.tags[person] in {"NN", "NNS"} and (harm := _harm(document, person)):
        words = f"{words} {harm}"
    return f"age of {words}" if words else "age"


def _harm(document: Document, person: int) -> str:
    """What the text says was done to a person: "killed" or "injured", or ""."""
    syntax = document.syntax
    token = person
    for _ in range(_STEPS):
        above, relation = syntax.heads[token], syntax.relations[token]
        event = word_event(document, above)
        if event in {"killed", "injured"}:
            return event if relation in _SUFFERING else ""
        if relation not in {"conj", "appos"}:
            return ""
        token = above
    return ""


def _bearer(document: Document, figure: CountedNumber) -> int | None:
    """Who is so old: the name before a comma, the noun of "-year-old", or the nearest subject."""
    syntax, words = document.syntax, document.lowered
    start, end = figure.tokens
    first = syntax.sentences[document.sentence_of[start]].start
    opener = start - 1
    while opener > first and words[opener] in _ADVERBS:
        opener -= 1
    if opener > first and words[opener] in _OPENERS and syntax.tags[opener - 1].startswith("NN"):
        return _topmost(document, opener - 1)
    if opener >= first and syntax.lemmas[opener].lower() in _ANYBODY:
        return opener
    near = range(start, min(end + 4, len(words)))
    old = max((t for t in near if words[t] in {"old", "olds"}), default=end - 1)
    hyphened = "-" in words[start:old]
    token = old if hyphened else end - 1
    inside = range(start, old + 1)
    for _ in range(_STEPS):
        subjects = [
            c
            for c in document.children[token]
            if syntax.relations[c] in SUBJECTS and c not in inside
        ]
        if subjects and syntax.tags[subjects[0]] not in {"WP", "WDT"}:
            return subjects[0]
        above, relation = syntax.heads[token], syntax.relations[token]
        if relation in SUBJECTS and token not in inside:
            return token
        if above == token or (hyphened and token == old and relation not in _MODIFYING):
            return None
        nominal = syntax.tags[above].startswith("NN") and above not in inside
        if nominal and relation in _MODIFYING and syntax.lemmas[above].lower() != "age":
            return _by_name(document, above)
        token = above
    return None


def _by_name(document: Document, noun: int) -> int:
    """The name that a noun is given beside it, or the noun."""
    syntax = document.syntax
    for child in document.children[noun]:
        if syntax.relations[child] in {"appos", "flat"} and syntax.tags[child] in PROPER_TAGS:
            return child
        if syntax.relations[child] == "acl" and syntax.lemmas[child] in {
            "name",
            "call",
            "identify",
        }:
            for name in document.children[child]:
                if syntax.tags[name] in PROPER_TAGS and syntax.relations[name] in {"xcomp", "obj"}:
                    return name
    return noun


def _topmost(document: Document, token: int) -> int:
    """The head of a run of names that ends at a token."""
    syntax = document.syntax
    first = token
    while first and syntax.tags[first - 1] in PROPER_TAGS and syntax.tags[token] in PROPER_TAGS:
        first -= 1
    run = range(first, token + 1)
    return next((t for t in run if syntax.heads[t] not in run), token)


def vote_subject(document: Document, figure: CountedNumber, phrase: CountedPhrase) -> str:
    """Say for or against what votes were cast."""
    syntax, words = document.syntax, document.lowered
    start = figure.tokens.start
    before = syntax.tags[max(start - _CLOSE, 0) : start]
    second = words[start - 1 : start] in _JOINTS and "CD" in before
    verb = start
    while syntax.tags[verb] not in VERB_TAGS and syntax.heads[verb] != verb:
        verb = syntax.heads[verb]
    thing = ""
    # Those who vote are not what they vote for.
    voting = syntax.lemmas[verb] == "vote"
    for relation in ("obl", "obj") if voting else ("obj", "nsubj:pass", "nsubj"):
        for child in document.children[verb]:
            noun = syntax.tags[child].startswith(("NN", "PRP"))
            noun = noun and (relation != "obl" or preposition(document, child) in _VOTED_ON)
            if syntax.relations[child] == relation and noun and not thing:
                own = Span(start - 2 * second, len(words) if relation != "obl" else start)
                thing = named(document, child, besides=own)
                thing = _without_adjectives(document, child, thing)
    if not thing and syntax.relations[verb].startswith("acl"):
        thing = named(document, syntax.heads[verb])
    behind = figure.tokens.end
    paired = second or (
        words[behind : behind + 1] in _JOINTS and syntax.tags[behind + 1 : behind + 2] == ("CD",)
    )
    if voting and paired and not thing:
        near = range(behind, min(behind + 2 * _CLOSE, len(words)))
        issue = next((syntax.heads[t] for t in near if words[t] in _VOTED_ON), 0)
        thing = named(document, issue) if issue > behind else ""
        thing = _without_adjectives(document, issue, thing)
        if not thing:
            return f"votes {'against' if second else 'for'}"
    sides = thing.split()
    named_by = len(sides) > (sides[:1] in (["the"], ["a"]))
    again = {"vote", "votes"} & {word.lower() for word in sides}
    named_by = named_by and len(sides[-1]) > 1
    return f"votes {'against' if second else 'for'} {thing}" if named_by and not again else ""


def _without_adjectives(document: Document, noun: int, words: str) -> str:
    """A bill whatever it is called: "the sweeping bill" is the bill."""
    syntax = document.syntax
    described = {
        document.lowered[c] for c in document.children[noun] if syntax.relations[c] == "amod"
    }
    if syntax.tags[noun] in PROPER_TAGS:
        return words
    return " ".join(word for word in words.split() if word.lower() not in described)


def measure_subject(document: Document, figure: CountedNumber, phrase: CountedPhrase) -> str:
    """Say whose length, weight or size a measure is, and from where a distance is taken."""
    syntax = document.syntax
    unit = figure.head
    if figure.unit not in _LENGTHS:
        return ""
    dimension = _DIMENSIONS.get(document.lowered[syntax.heads[unit]])
    if dimension:
        bearer = next(
            (c for c in document.children[syntax.heads[unit]] if syntax.relations[c] in SUBJECTS),
            syntax.heads[syntax.heads[unit]],
        )
        words = named(document, bearer, besides=Span(figure.tokens.start, syntax.heads[unit] + 1))
        return f"{dimension} of {words}" if words else ""
    start = figure.tokens.end
    place = None
    for token in range(start, min(start + 8, len(syntax.words))):
        if document.lowered[token] in _PLACED and syntax.relations[token] == "case":
            place = syntax.heads[token]
            break
    verb = unit
    while syntax.tags[verb] not in VERB_TAGS and syntax.heads[verb] != verb:
        verb = syntax.heads[verb]
    agent = Tree(document.text, syntax, document.children).subject(verb)
    if agent is None and syntax.relations[verb].startswith("acl"):
        agent = syntax.heads[verb]
    thing = "" if agent is None else named(document, agent)
    if place is None or not thing or place <= start:
        return ""
    return f"distance of {thing} from {joined(document, naming_tokens(document, place))}"
