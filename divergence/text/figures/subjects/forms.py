"""Subjects that have a form of their own: ages, lengths of time, votes and distances."""

from __future__ import annotations

from divergence.lexicons.calendar import DURATIONS
from divergence.lexicons.pronouns import ARTICLES
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
from divergence.text.figures.subjects.parts import complement_of
from divergence.text.figures.subjects.readable import agrees, is_finite
from divergence.text.word_classes import PROPER_TAGS, VERB_TAGS
from divergence.types import Document, Span

_OPENERS = frozenset({",", "(", "[", "–", "—"})
_ADVERBS = frozenset("already barely just not now only recently still then aged age".split())
_SINCE = frozenset({"ago", "earlier"})
_MARKS = frozenset({"after", "since", "when"})
_UNTIL = frozenset({"after", "within", "in", "less", "under"})
_LENGTHS = frozenset("mile kilometer kilometre meter metre foot yard inch km m".split())
_DIMENSIONS = {
    "tall": "height",
    "high": "height",
    "long": "length",
    "wide": "width",
    "deep": "depth",
}
_LASTING = frozenset({"obl", "obl:unmarked", "obl:tmod", "obj"})
_PLACED = frozenset({"from", "of", "to"})
_MODIFYING = frozenset({"amod", "compound", "nmod", "nummod", "acl", "appos", "nmod:unmarked"})
_ANYBODY = frozenset("anybody anyone everybody everyone nobody somebody someone".split())
_LEFT = frozenset({"left", "remaining"})
_SENTENCING = frozenset({"sentence", "jail", "imprison"})
_KNOWN_SPANS = frozenset({"past", "last", "previous", "recent", "next", "coming"})
_PURPOSES = frozenset({"acl", "advcl", "ccomp", "csubj", "xcomp"})
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


def time_subject(document: Document, figure: CountedNumber, phrase: CountedPhrase) -> str:
    """Say what takes or took a length of time."""
    syntax = document.syntax
    unit = figure.head
    verb = syntax.heads[unit]
    if syntax.lemmas[verb] in _SENTENCING and preposition(document, unit) == "to":
        return f"prison sentence {_of_patient(document, verb)}".rstrip()
    for child in document.children[unit]:
        case = preposition(document, child)
        behind = child > unit and syntax.relations[child] == "nmod"
        if behind and case in {"of", "in"}:
            words = joined(document, prepositional_tokens(document, child))
            return f"{figure.unit if case == 'of' else 'time'}{'s' * (case == 'of')} {words}"
    if document.lowered[unit + 1 : unit + 2] == ("of",):
        noun = syntax.heads[unit + 1]
        if noun > unit + 1:
            return f"{figure.unit}s of {joined(document, naming_tokens(document, noun))}"
    above, relation = syntax.heads[unit], syntax.relations[unit]
    if syntax.lemmas[above].lower() == "old":
        above, relation = syntax.heads[above], syntax.relations[above]
    near_noun = syntax.tags[above].startswith("NN") and 0 < above - unit <= _CLOSE
    if near_noun and relation in _MODIFYING and relation != "nmod":
        inside = range(figure.tokens.start, unit + 1)
        rest = [
            t
            for t in naming_tokens(document, above)
            if t not in inside and document.lowered[t] not in ARTICLES | {"old", "-"}
        ]
        of = next((c for c in document.children[above] if _is_of(document, above, c)), None)
        owner = () if of is None else prepositional_tokens(document, of, 0)
        return f"length of the {joined(document, rest)} {joined(document, owner)}".rstrip()
    left = next((c for c in document.children[unit] if document.lowered[c] in _LEFT), None)
    if left is not None and left > unit:
        return f"time {document.lowered[left]}"
    objects = [c for c in document.children[above] if syntax.relations[c] == "obj"]
    first = next((f for t in (above, *objects) if (f := _first_of_its_kind(document, t))), "")
    if first and preposition(document, unit) == "in":
        return f"time since the last {first}"
    before = document.lowered[max(figure.tokens.start - 1, 0) : unit]
    behind_it = document.lowered[unit + 1 : unit + 3]
    near = before + behind_it
    while syntax.tags[above] not in VERB_TAGS and syntax.heads[above] != above:
        above = syntax.heads[above]
    taken = _taken(document, above, unit)
    if taken:
        return taken
    clause = _clause(document, above, unit)
    if not clause:
        return "time"
    if _KNOWN_SPANS.intersection(near):
        return f"time in which {clause}"
    marks = {document.lowered[c] for c in document.children[above]} & _MARKS
    if marks or _SINCE.intersection(near):
        return f"time since {clause}"
    after = _event_before(document, unit)
    if after:
        return f"time from {after} until {clause}"
    by_then = preposition(document, unit) in {"in", "within"} and relation.startswith("obl")
    if by_then or _UNTIL.intersection(before) or "later" in behind_it:
        return f"time until {clause}"
    # "Time she was held": what lasts so long, and no time at which something is so.
    alone = not any(syntax.relations[c] == "obj" and c != unit for c in document.children[above])
    lasts = preposition(document, unit) == "for" if relation == "obl" else alone
    lasts = lasts and relation in _LASTING
    return f"time {clause}" if lasts and syntax.heads[unit] == above else "time"


def _first_of_its_kind(document: Document, noun: int) -> str:
    """Name a noun that is called the first of its kind: "the first strike in ten years"."""
    syntax = document.syntax
    first = [c for c in document.children[noun] if document.lowered[c] == "first"]
    if not first or not syntax.tags[noun].startswith("NN"):
        return ""
    rest = [t for t in naming_tokens(document, noun) if t > first[0]]
    where = [
        t
        for c in document.children[noun]
        if syntax.relations[c] == "nmod" and c > noun and syntax.lemmas[c] not in DURATIONS
        for t in prepositional_tokens(document, c, 0)
    ]
    return joined(document, [*rest, *where])


def _of_patient(document: Document, verb: int) -> str:
    """Name to whom a verb is done, with "of"; ""."""
    for child in document.children[verb]:
        if document.syntax.relations[child] in {"obj", "nsubj:pass"}:
            words = named(document, child)
            return f"of {words}" if words else ""
    return ""


def _taken(document: Document, verb: int, unit: int) -> str:
    """Say what takes a length of time: "it took the crew four hours to clear it"."""
    syntax = document.syntax
    below = document.children[verb]
    if syntax.lemmas[verb] != "take" or syntax.relations[unit] not in {"obj", "obl:unmarked"}:
        return ""
    for child in (c for token in (verb, unit) for c in document.children[token]):
        to = any(document.lowered[c] == "to" for c in document.children[child])
        if child > verb and to and syntax.relations[child] in _PURPOSES:
            who = [c for c in document.children[child] if syntax.relations[c] in SUBJECTS]
            who += [c for c in below if syntax.relations[c] == "iobj"]
            who += [c for c in document.children[unit] if preposition(document, c) == "for"]
            names = [words for c in who if (words := named(document, c))]
            actor = f"for {names[0]} " if names else ""
            behind = complement_of(document, child)
            return f"time {actor}to {joined(document, sorted({child, *behind}))}"
    return ""


def _is_of(document: Document, noun: int, phrase: int) -> bool:
    """Whether a noun is said to be of something: "the two-day delay in payments"."""
    hangs = phrase > noun and document.syntax.relations[phrase] == "nmod"
    return hangs and preposition(document, phrase) in {"of", "in", "between"}


def _event_before(document: Document, unit: int) -> str:
    """From when a time is counted: "a year after the flood"."""
    behind = unit + 1
    syntax = document.syntax
    opens = document.lowered[behind : behind + 1] in {("after",), ("since",)}
    if opens and syntax.relations[behind] == "case" and syntax.heads[behind] > behind:
        noun = syntax.heads[behind]
        words = joined(document, [t for t in naming_tokens(document, noun) if t > behind])
        return words
    return ""


def _clause(document: Document, verb: int, besides: int) -> str:
    """A clause in short: who does what to whom."""
    syntax = document.syntax
    if syntax.tags[verb] not in VERB_TAGS:
        return ""
    agent = Tree(document.text, syntax, document.children).subject(verb)
    subject = "" if agent is None else named(document, agent)
    if syntax.relations[verb] == "acl:relcl" and (agent is None or not subject):
        agent = syntax.heads[verb]
        subject = named(document, agent)
    small = [c for c in document.children[syntax.heads[verb]] if syntax.relations[c] == "obj"]
    if syntax.relations[verb] == "xcomp" and syntax.tags[verb] == "VBN" and small:
        # "They got the road funded for six years".
        return f"{named(document, small[0])} is {document.lowered[verb]}"
    # A clause with its own subject and a verb that can be one, told and not said or planned.
    is_event = syntax.tags[verb] not in {"VBP", "VBZ"} and is_finite(document, verb)
    ccomp = any(syntax.relations[c] == "ccomp" for c in document.children[verb])
    above = syntax.heads[verb]
    apart = agent is None or (syntax.heads[agent] != verb and agent != above) or agent > verb
    if agent is None or apart or not (subject and is_event) or ccomp:
        return ""
    if not agrees(document, agent, verb):
        return ""
    kept = {verb}
    objects = ""
    for child in document.children[verb]:
        relation = syntax.relations[child]
        if relation in {"aux", "aux:pass", "compound:prt"} or document.lowered[child] in {"not"}:
            kept.add(child)
        elif relation == "obj" and child != besides:
            tokens = naming_tokens(document, child)
            measured = any(syntax.tags[t] in {"CD", "$"} for t in tokens) or besides in tokens
            words = named(document, child)
            if measured or not words or syntax.tags[child][0] not in "NP":
                return ""
            objects = f" {words}"
        elif relation == "obl:agent" and preposition(document, child) == "by":
            objects = f" by {named(document, child)}"
    if len(kept) == 1 and not objects:
        kept.update(complement_of(document, verb))
    return f"{subject} {joined(document, sorted(kept))}{objects}".rstrip()


def vote_subject(document: Document, figure: CountedNumber, phrase: CountedPhrase) -> str:
    """Say for or against what votes were cast."""
    syntax, words = document.syntax, document.lowered
    start = figure.tokens.start
    before = syntax.tags[max(start - _CLOSE, 0) : start]
    second = words[start - 1 : start] in {("-",), ("–",), ("to",)} and "CD" in before
    verb = start
    while syntax.tags[verb] not in VERB_TAGS and syntax.heads[verb] != verb:
        verb = syntax.heads[verb]
    thing = ""
    for relation in ("obj", "nsubj:pass", "nsubj"):
        for child in document.children[verb]:
            noun = syntax.tags[child].startswith(("NN", "PRP"))
            if syntax.relations[child] == relation and noun and not thing:
                thing = named(document, child, besides=Span(start - 2 * second, len(words)))
                thing = _without_adjectives(document, child, thing)
    if not thing and syntax.relations[verb].startswith("acl"):
        thing = named(document, syntax.heads[verb])
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
