"""Subjects of lengths of time: what lasts so long, or since or until when it is counted."""

from __future__ import annotations

from divergence.lexicons.calendar import DURATIONS
from divergence.lexicons.pronouns import ARTICLES
from divergence.text.dependency_tree import SUBJECTS, Tree
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
from divergence.text.word_classes import FINITE_TAGS, VERB_TAGS
from divergence.types import Document

_AGO = frozenset({"ago", "earlier"})
_MARKS = frozenset({"after", "since", "when"})
_UNTIL = frozenset({"after", "within", "in", "less", "under"})
_LASTING = frozenset({"obl", "obl:unmarked", "obl:tmod", "obj"})
_LEFT = frozenset({"left", "remaining"})
_SENTENCING = frozenset({"sentence", "jail", "imprison"})
_PRISONS = frozenset({"prison", "jail", "bars"})
_SPANS = frozenset({"past", "last", "previous", "recent", "next", "coming"})
_PERIODS = frozenset({"period", "span", "stretch", "time", "window"})
_EXTREMES = frozenset({"high", "low", "peak", "record"})
_PURPOSES = frozenset({"acl", "advcl", "ccomp", "csubj", "xcomp"})
_MODIFYING = frozenset({"amod", "compound", "nummod", "acl", "appos", "nmod:unmarked"})
_SKIPPED = frozenset({"the", "was", "is", "'s", "’s", ",", "been"})
_CLOSE, _NEAR, _FAR = 3, 6, 16


def time_subject(document: Document, figure: CountedNumber, phrase: CountedPhrase) -> str:
    """Say what takes or took a length of time."""
    unit = figure.head
    for form in (_sentence, _inside, _length, _left_over, _since_the_last, _taken, _since_event):
        if words := form(document, unit):
            return words
    return _of_clause(document, figure, unit) or "time"


def _verb_above(document: Document, token: int) -> int:
    syntax = document.syntax
    while syntax.tags[token] not in VERB_TAGS and syntax.heads[token] != token:
        token = syntax.heads[token]
    return token


def _sentence(document: Document, unit: int) -> str:
    """A court's: "sentenced her to nine years in prison"."""
    verb = _verb_above(document, unit)
    before = document.lowered[max(unit - _NEAR, 0) : unit]
    if document.syntax.lemmas[verb] not in _SENTENCING or "to" not in before:
        return ""
    patients = (c for c in document.children[verb] if _is_patient(document, c))
    of = next((f" of {words}" for c in patients if (words := named(document, c))), "")
    where = document.lowered[unit + 1 : unit + _CLOSE]
    return f"{'prison ' * bool(_PRISONS.intersection(where))}sentence{of}"


def _is_patient(document: Document, token: int) -> bool:
    return document.syntax.relations[token] in {"obj", "nsubj:pass"}


def _inside(document: Document, unit: int) -> str:
    """What a time is passed with or in: "ten years of talks", "two days in jail"."""
    syntax, words = document.syntax, document.lowered
    if "old" in words[unit + 1 : unit + _CLOSE]:
        return ""
    for child in document.children[unit]:
        case = preposition(document, child)
        if child > unit and syntax.relations[child] == "nmod" and case in {"of", "in"}:
            phrase = joined(document, prepositional_tokens(document, child))
            return f"{syntax.lemmas[unit].lower()}s {phrase}" if case == "of" else f"time {phrase}"
    end = unit + 4 if words[unit + 1 : unit + 4] == ("and", "a", "half") else unit + 1
    if words[end : end + 1] == ("of",) and syntax.heads[end] > end:
        things = joined(document, naming_tokens(document, syntax.heads[end]))
        return f"{syntax.lemmas[unit].lower()}s of {things}"
    return ""


def _length(document: Document, unit: int) -> str:
    """What a time stands before: "a two-day delay in paying staff"."""
    syntax, words = document.syntax, document.lowered
    above, relation = syntax.heads[unit], syntax.relations[unit]
    if syntax.lemmas[above].lower() == "old":
        above, relation = syntax.heads[above], syntax.relations[above]
    near = syntax.tags[above].startswith("NN") and 0 < above - unit <= _CLOSE
    if not near or relation not in _MODIFYING or syntax.lemmas[above] in _PERIODS:
        return ""
    rest = [
        token
        for token in naming_tokens(document, above)
        if token > unit and words[token] not in ARTICLES | {"old", "-"}
    ]
    behind = above + 1
    owner: tuple[int, ...] = ()
    if words[behind : behind + 1] and words[behind] in {"of", "in", "between"}:
        end = syntax.heads[behind]
        if syntax.tags[end] == "VBG":
            end = max(end, syntax.heads[end], *complement_of(document, end), 0)
        owner = tuple(range(behind, end + 1)) if behind < end <= behind + _NEAR else ()
    if syntax.lemmas[above].lower() in _EXTREMES:
        return f"time since the last such {syntax.lemmas[above].lower()}"
    return f"length of the {joined(document, rest)} {joined(document, owner)}".rstrip()


def _left_over(document: Document, unit: int) -> str:
    """A time that is left: "with four weeks remaining"."""
    left = document.lowered[unit + 1 : unit + 2]
    return f"time {left[0]}" if left and left[0] in _LEFT else ""


def _since_the_last(document: Document, unit: int) -> str:
    """What has not been so for a time: "the first strike in ten years", "the longest in a year"."""
    syntax, words = document.syntax, document.lowered
    if preposition(document, unit) != "in":
        return ""
    first = syntax.sentences[document.sentence_of[unit]].start
    for token in range(unit - 1, max(first, unit - _FAR) - 1, -1):
        if syntax.tags[token] in FINITE_TAGS:
            return ""
        if words[token] in {"first", "1st"} or syntax.tags[token] in {"JJS", "RBS"}:
            return _last_of(document, token)
    return ""


def _last_of(document: Document, word: int) -> str:
    """Name the last of its kind before one that is called the first, or the largest."""
    syntax, words = document.syntax, document.lowered
    noun = syntax.heads[word]
    quality = word
    if syntax.tags[word] == "RBS":
        quality, noun = noun, syntax.heads[noun]
    if syntax.relations[noun] == "compound" and noun > word:
        noun = syntax.heads[noun]
    if not syntax.tags[noun].startswith("NN") or noun < word:
        # "The raid, the first against the crew in ten days".
        noun = word - 1
        while noun >= 0 and words[noun] in _SKIPPED:
            noun -= 1
        if noun < 0 or not syntax.tags[noun].startswith("NN"):
            return ""
    rest = [
        token
        for token in naming_tokens(document, noun)
        if token not in {word, quality} and not syntax.tags[token].startswith(("PRP", "DT", "POS"))
    ]
    where = [
        token
        for child in (*document.children[noun], *document.children[word])
        if syntax.relations[child] in {"nmod", "obl"} and child > word
        if syntax.lemmas[child].lower() not in DURATIONS and preposition(document, child) != "by"
        for token in prepositional_tokens(document, child, 0)
    ]
    thing = joined(document, [*rest, *sorted({*where} - {*rest})])
    if not thing:
        return ""
    if words[word] in {"first", "1st"}:
        return f"time since the last {thing}"
    simple = syntax.lemmas[quality].lower()
    article = "" if syntax.tags[noun].endswith("S") else "an " if thing[0] in "aeiou" else "a "
    if quality == word and simple == words[word]:
        return ""
    return f"time since {article}{thing} as {simple}"


def _taken(document: Document, unit: int) -> str:
    """Say what takes a length of time: "it took the crew four hours to clear it"."""
    syntax = document.syntax
    verb = _verb_above(document, unit)
    if syntax.lemmas[verb] != "take" or syntax.relations[unit] not in {"obj", "obl:unmarked"}:
        return ""
    for child in (c for token in (verb, unit) for c in document.children[token]):
        to = any(document.lowered[c] == "to" for c in document.children[child])
        if child > verb and to and syntax.relations[child] in _PURPOSES:
            who = [c for c in document.children[child] if syntax.relations[c] in SUBJECTS]
            who += [c for c in document.children[verb] if c != unit and _is_object(document, c)]
            who += [c for c in document.children[unit] if preposition(document, c) == "for"]
            actor = next((f"for {words} " for c in who if (words := named(document, c))), "")
            done = joined(document, sorted({child, *complement_of(document, child)}))
            return f"time {actor}to {done}"
    return ""


def _is_object(document: Document, token: int) -> bool:
    return document.syntax.relations[token] in {"iobj", "obj"}


def _since_event(document: Document, unit: int) -> str:
    """From when a time is counted: "a year after he left", "a month ago, when he left"."""
    syntax, words = document.syntax, document.lowered
    if preposition(document, unit) in {"for", "over", "during"}:
        return ""
    behind = unit + 1
    if "ago" in words[behind : behind + 1]:
        opens = [t for t in range(behind + 1, min(behind + _CLOSE, len(words)))]
    else:
        opens = [behind]
    for mark in opens:
        if words[mark : mark + 1] and words[mark] in _MARKS and syntax.heads[mark] > mark:
            verb = syntax.heads[mark]
            if syntax.tags[verb] == "VBG":
                done = complement_of(document, verb)
                return f"time since {joined(document, (verb, *done))}" if done else ""
            clause = _clause(document, verb, unit)
            if clause:
                return f"time since {clause}"
    return ""


def _of_clause(document: Document, figure: CountedNumber, unit: int) -> str:
    """A time in, until, since or for which the clause holds that it is told in."""
    syntax = document.syntax
    verb, relation = _verb_above(document, unit), syntax.relations[unit]
    before = document.lowered[max(figure.tokens.start - 1, 0) : unit]
    behind = document.lowered[unit + 1 : unit + _CLOSE]
    clause = _clause(document, verb, unit)
    after = _event_before(document, unit)
    if not clause:
        return f"time since {after}" if after else ""
    done = any(document.lowered[c] in {"has", "have"} for c in document.children[verb])
    if preposition(document, unit) == "in" and done:
        return f"time in which {clause}"
    if _SPANS.intersection(before):
        return f"time in which {clause}"
    marks = {document.lowered[c] for c in document.children[verb]} & _MARKS
    if marks or _AGO.intersection((*before, *behind)):
        return f"time since {clause}"
    if after:
        return f"time from {after} until {clause}"
    by_then = preposition(document, unit) in {"in", "within"} and relation.startswith("obl")
    if by_then or _UNTIL.intersection(before) or "later" in behind:
        return f"time until {clause}"
    # "Time she was held": what lasts so long, and no time at which something is so.
    alone = not any(syntax.relations[c] == "obj" and c != unit for c in document.children[verb])
    lasts = preposition(document, unit) == "for" if relation == "obl" else alone
    lasts = lasts and relation in _LASTING and syntax.heads[unit] == verb
    doing = _spent(document, verb, unit)
    return f"time {clause}{doing}" if lasts else ""


def _spent(document: Document, verb: int, unit: int) -> str:
    """What a time was spent on: "spent two weeks travelling in Asia"."""
    syntax = document.syntax
    if syntax.lemmas[verb] != "spend":
        return ""
    for child in (*document.children[verb], *document.children[unit]):
        if child > unit and syntax.tags[child] == "VBG":
            return f" {joined(document, (child, *complement_of(document, child)))}"
    return ""


def _ends(document: Document, noun: int) -> bool:
    """Whether a noun ends its phrase: no first part of a longer name."""
    return document.syntax.tags[noun + 1 : noun + 2] not in {("NNP",), ("NNPS",), ("NN",)}


def _event_before(document: Document, unit: int) -> str:
    """The event that a time is counted from: "a year after the flood"."""
    behind = unit + 1
    syntax = document.syntax
    opens = document.lowered[behind : behind + 1] in {("after",), ("since",), ("from",)}
    noun = syntax.heads[behind] if opens else unit
    if noun > behind and syntax.relations[behind] == "case" and _ends(document, noun):
        tokens = naming_tokens(document, noun)
        return joined(document, [token for token in tokens if token > behind])
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
    counted = any(syntax.tags[t] == "CD" for t in naming_tokens(document, agent))
    if counted or not agrees(document, agent, verb):
        return ""
    kept = {verb}
    objects = ""
    for child in document.children[verb]:
        relation = syntax.relations[child]
        if relation in {"aux", "aux:pass", "compound:prt"} or document.lowered[child] in {"not"}:
            kept.add(child)
        elif relation == "obj" and child != besides and not objects:
            tokens = naming_tokens(document, child)
            measured = any(syntax.tags[t] in {"CD", "$"} for t in tokens) or besides in tokens
            words = named(document, child)
            if tokens and syntax.tags[tokens[0]].startswith(("NN", "JJ")) and words[:4] == "the ":
                # "Take effect" and no effect that is known.
                words = words[4:]
            if measured or not words or syntax.tags[child][0] not in "NP":
                return ""
            objects = f" {words}"
        elif relation == "obl:agent" and preposition(document, child) == "by":
            objects = f" by {named(document, child)}"
    if len(kept) == 1 and not objects:
        kept.update(complement_of(document, verb))
    return f"{subject} {joined(document, sorted(kept))}{objects}".rstrip()
