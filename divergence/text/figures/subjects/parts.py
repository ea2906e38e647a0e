"""Parts that the subject of a figure may be made of: what stands around a number in its clause.

Each part is a phrase that can follow the counted noun: what names it, what hangs on it, the verb as
a participle or as a relative clause, who does it, and when and where.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from divergence.lexicons.attribution_cues import actor_kinds, cues
from divergence.lexicons.auxiliaries import LIGHT
from divergence.lexicons.calendar import DATED, DEICTIC, DURATIONS, PARTS_OF_DAY
from divergence.lexicons.harm import UNDERGOING
from divergence.lexicons.negators import ADVERBS, PARTICLES
from divergence.lexicons.participles import past_participle
from divergence.text.dependency_tree import SUBJECTS, Tree
from divergence.text.figures.event_classes import word_event
from divergence.text.figures.subjects.counted_phrase import CountedPhrase, is_unit
from divergence.text.figures.subjects.money_verbs import MONEY_VERBS, MoneyVerb
from divergence.text.figures.subjects.noun_phrases import (
    joined,
    named,
    naming_tokens,
    preposition,
    prepositional_tokens,
)
from divergence.text.figures.subjects.readable import (
    agrees,
    is_complete,
    is_finite,
    makes_a_participle,
    names_a_noun,
    reads_well,
)
from divergence.text.word_classes import VERB_TAGS
from divergence.types import Document

# What is done to those counted: the verb that says so need not be of this class ("left four dead").
SUFFERED = frozenset({"killed", "injured", "killed or injured", "arrested", "displaced"})
_LEAVING = frozenset("be get have leave make see".split())
# Whose subject has it happen to its own or before its eyes, and does it to nobody.
_ENDURING = UNDERGOING | {"be", "get", "have", "see"}
_CASES = frozenset(
    "about across after against among around as at before behind below beneath between beyond by "
    "during for from in inside into near of off on onto out outside over since through throughout "
    "to toward towards under until upon with within without".split()
)
_TIMES = DURATIONS | DATED | DEICTIC | frozenset(PARTS_OF_DAY)
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
# These take words and no things: what is counted was put below them by mistake.
_SAYING = frozenset({"say", "tell", "add", "think"})
# Their participles may still have an object: "pupils given a prize".
_GIVING = frozenset("award call deny give grant name offer owe pay send".split())
# With these a verb and a noun belong together: "talk to", "vote for", "win by".
_JOINING = frozenset({"against", "by", "for", "from", "in", "into", "on", "to", "with"})
_HELPING = frozenset({"aux", "aux:pass", "cop", "compound:prt"})
_TO_DEATH = frozenset({"fatally", "death"})
_CLOSE = 5
# Who has or holds the things counted does nothing to them.
_HOLDING = {"have": "of", "see": "in", "include": "in", "contain": "in"}
_DEFINITE = frozenset({"the", "this", "that"})
_PRONOUNS = frozenset({"PRP", "WP", "WDT", "DT", "EX"})


class Part(NamedTuple):
    """A phrase of a subject: its role, its main word, its tokens and how it is written.

    ``on`` is the main word of the part that it says nothing without, or None.
    """

    role: str
    head: int
    tokens: tuple[int, ...]
    words: str
    on: int | None = None


def parts_of(document: Document, counted: CountedPhrase, event: str = "") -> Iterator[Part]:
    """Give every part that may belong to the subject of a figure, in the order of the phrase."""
    inside = {*range(*counted.tokens)}
    if is_unit(document, counted.top):
        inside.add(counted.top)
    for part in _without_repeats(document, _parts(document, counted, event)):
        own = any(token in inside for token in part.tokens)
        if part.tokens and not own and reads_well(document, counted.noun, part.role, part.tokens):
            yield part


def _parts(document: Document, counted: CountedPhrase, event: str) -> Iterator[Part]:
    noun, top = counted.noun, counted.top
    if noun is not None:
        yield from _modifiers(document, noun)
        yield from _behind(document, counted, noun)
    # "Billions of dollars for loans": what hangs on the unit belongs to the sum.
    units = range(top + 1, min(top + _CLOSE, len(document.syntax.words)))
    for holder in (top, *(t for t in units if is_unit(document, t))):
        if holder != noun:
            yield from _behind(document, counted, holder)
    yield from _clause(document, counted, event)
    if event in SUFFERED:
        yield from _occasion(document, counted)


def _without_repeats(document: Document, parts: Iterator[Part]) -> Iterator[Part]:
    """Leave out times, and what says a word again that a part before it has said."""
    said: set[int] = set()
    for part in parts:
        if part.head not in said and not is_time(document, part.head):
            yield part
            said.update(part.tokens)


def _occasion(document: Document, counted: CountedPhrase) -> Iterator[Part]:
    """The event that the sentence, or else the one before, speaks of: "in the shooting"."""
    syntax, start = document.syntax, counted.tokens.start
    number = document.sentence_of[start]
    for sentence in syntax.sentences[max(number - 1, 0) : number + 1][::-1]:
        for token in range(*sentence):
            if syntax.tags[token] == "NN" and _is_event(document, token):
                articles = {document.lowered[c] for c in document.children[token]} & _DEFINITE
                if articles and token not in range(*counted.tokens):
                    tokens = naming_tokens(document, token)
                    yield Part("occasion", token, tokens, f"in {joined(document, tokens)}")
                    return


def is_time(document: Document, noun: int) -> bool:
    """Whether a noun is a time: the window of a figure says it."""
    entity = document.entity_of.get(noun)
    if entity is not None and entity.type == "time":
        return True
    lemma = document.syntax.lemmas[noun].lower()
    return lemma in _TIMES or _YEAR.fullmatch(document.lowered[noun]) is not None


def _is_event(document: Document, noun: int) -> bool:
    entity = document.entity_of.get(noun)
    known = entity is not None and entity.type == "event" and len(entity.mentions) > 1
    return word_event(document, noun) != "" or known


def _modifiers(document: Document, noun: int) -> Iterator[Part]:
    syntax = document.syntax
    for child in document.children[noun]:
        relation = syntax.relations[child]
        if child < noun and relation in {"amod", "compound", "nmod:poss"}:
            if syntax.tags[child] in {"CD", "JJR", "WP$"} or not document.is_word[child]:
                continue
            if not names_a_noun(document, child):
                continue
            tokens = naming_tokens(document, child)
            words = joined(document, tokens)
            if syntax.tags[child] == "PRP$" and not (words := named(document, child)):
                continue
            if relation == "nmod:poss":
                words += "'s" if not words.endswith("s") else "'"
            role = "owner" if relation == "nmod:poss" else relation
            yield Part(role, child, tokens, words)


def _behind(document: Document, counted: CountedPhrase, noun: int) -> Iterator[Part]:
    """Prepositional phrases and clauses behind a noun."""
    syntax = document.syntax
    for child in document.children[noun]:
        relation = syntax.relations[child]
        if child < noun or child == counted.noun:
            continue
        if relation == "nmod" and _is_phrase(document, child):
            yield from _prepositional(document, "nmod", child)
        elif relation in {"acl", "acl:relcl"}:
            yield from _hanging_clause(document, counted, child, relation)


def _hanging_clause(
    document: Document, counted: CountedPhrase, verb: int, relation: str
) -> Iterator[Part]:
    syntax = document.syntax
    below = document.children[verb]
    if not _is_hanging(document, verb, relation):
        return
    done = relation == "acl" and syntax.tags[verb] == "VBN"
    if (
        done
        and syntax.lemmas[verb] not in _GIVING
        and any(syntax.relations[c] == "obj" for c in below)
    ):
        # "Six members — urged him": a verb of its own, read as a participle.
        yield from _relative_clause(document, counted, verb)
        return
    kept = {verb}
    if syntax.tags[verb].startswith("NN"):
        kept.update(prepositional_tokens(document, verb, 0))
    first = next((c for c in below if syntax.relations[c] == "obj"), None)
    for child in below:
        if syntax.relations[child] in {"aux", "aux:pass", "cop", "mark", "compound:prt", "advmod"}:
            if abs(child - verb) < 4:
                kept.add(child)
        elif syntax.relations[child] in SUBJECTS:
            kept.update(naming_tokens(document, child))
        elif _has_subject(document, child):
            kept.update(_short_clause(document, child))
        elif syntax.relations[child] == "xcomp" or child == first:
            kept.update(naming_tokens(document, child))
            kept.update(_marks(document, child))
            if _is_infinitive(document, child):
                kept.update(complement_of(document, child))
    tokens = tuple(sorted(kept))
    yield Part(relation, verb, tokens, joined(document, tokens))
    for child in below:
        if syntax.relations[child] in {"obl", "obl:agent"} and _is_phrase(document, child):
            yield from _prepositional(document, f"{relation}>obl", child)


def _is_hanging(document: Document, verb: int, relation: str) -> bool:
    """Whether a clause behind a noun is whole: "to end it", "who left him", "made by hand"."""
    syntax = document.syntax
    below = document.children[verb]
    if any(syntax.relations[c] in SUBJECTS and syntax.tags[c][0] != "W" for c in below):
        # Without a gap for the noun it is no clause of it: "districts classes will be online".
        closed = {"cop", "aux:pass", "obj", "advmod"} & {syntax.relations[c] for c in below}
        return is_finite(document, verb) and not closed
    if relation == "acl:relcl":
        return is_finite(document, verb) and is_complete(document, verb)
    if syntax.tags[verb] in {"VBN", "VBG"}:
        return makes_a_participle(document, verb)
    return any(document.lowered[c] == "to" for c in _marks(document, verb))


def _marks(document: Document, token: int) -> set[int]:
    return {c for c in document.children[token] if document.syntax.relations[c] == "mark"}


def _is_phrase(document: Document, noun: int) -> bool:
    """Whether a noun has a preposition, and is more than a number."""
    return preposition(document, noun) in _CASES and document.syntax.tags[noun].startswith("NN")


def _prepositional(document: Document, role: str, noun: int) -> Iterator[Part]:
    """A phrase with its preposition, and apart from it the phrases that hang on it."""
    tokens = prepositional_tokens(document, noun)
    yield Part(role, noun, tokens, joined(document, tokens))
    for child in document.children[noun]:
        hangs = document.syntax.relations[child] == "nmod" and child > noun
        if hangs and child not in tokens and _is_phrase(document, child):
            behind = prepositional_tokens(document, child)
            yield Part("nested", child, behind, joined(document, behind), noun)


def _clause(document: Document, counted: CountedPhrase, event: str) -> Iterator[Part]:
    """The parts of the clause that a counted phrase stands in."""
    syntax = document.syntax
    noun, top, start = counted.noun, counted.top, counted.tokens.start
    relation, above = counted.relation, counted.governor
    copular = any(syntax.relations[c] == "cop" for c in document.children[above])
    measured = noun is not None and syntax.heads[noun] == above and noun != top
    if above in {top, noun} or (measured and relation == syntax.relations[top]):
        return
    if is_unit(document, top) and relation == "obl:agent":
        # "By 4 percent" names nobody who acts.
        return
    if start < above < top:
        # Nothing is done to plants by "seven food processing plants".
        return
    if syntax.lemmas[above] in _SAYING:
        # "30 homes burned, officials said": nothing is said of what is counted there.
        return
    suffered = event in SUFFERED and syntax.tags[above] in VERB_TAGS
    if (
        relation.startswith("nsubj")
        and not suffered
        and (copular or syntax.tags[above] not in VERB_TAGS)
    ):
        yield from _predicate(document, counted)
    elif noun is None and money_verb(document, top) is not None:
        yield from _of_money(document, top, above)
    elif syntax.tags[above] in VERB_TAGS or relation == "obj":
        yield from _verb(document, counted, event)
    elif relation == "nmod" and syntax.tags[above].startswith("NN"):
        tokens = naming_tokens(document, above)
        joint = "of" if actor_kinds().get(syntax.lemmas[above].lower()) == "person" else "in"
        yield Part("container", above, tokens, f"{joint} {joined(document, tokens)}")
        for child in document.children[above]:
            if syntax.relations[child] == "nmod" and child != top and _is_phrase(document, child):
                yield from _prepositional(document, "container>nmod", child)


def _pronoun(counted: CountedPhrase) -> str:
    return "who" if counted.people else "that"


def _predicate(document: Document, counted: CountedPhrase) -> Iterator[Part]:
    predicate = counted.governor
    syntax = document.syntax
    tokens = prepositional_tokens(document, predicate)
    words = joined(document, tokens)
    cased = preposition(document, predicate) != ""
    copular = any(syntax.relations[c] == "cop" for c in document.children[predicate])
    if not cased and not copular:
        # A verb that was read as a noun: "the laws undermine it".
        return
    if not cased and syntax.tags[predicate].startswith("NN"):
        words = f"{_pronoun(counted)} are {words}"
    for child in document.children[predicate]:
        if syntax.relations[child] == "xcomp":
            done = next(_complement(document, child, "xcomp"))
            tokens, words = (*tokens, *done.tokens), f"{words} {done.words}"
    yield Part("predicate", predicate, tokens, words)
    for child in document.children[predicate]:
        if syntax.relations[child] == "obl" and _is_phrase(document, child):
            yield from _prepositional(document, "predicate>obl", child)


def _verb(document: Document, counted: CountedPhrase, event: str) -> Iterator[Part]:
    syntax = document.syntax
    top, verb, relation = counted.top, counted.governor, counted.relation
    below = document.children[verb]
    passive = relation == "nsubj:pass" or any(syntax.relations[c] == "aux:pass" for c in below)
    particle = "".join(
        f" {document.lowered[c]}" for c in below if syntax.relations[c] == "compound:prt"
    )
    objects = [c for c in below if syntax.relations[c] == "obj" and c != top]
    agent = None
    if relation == "nsubj" and event in SUFFERED and not objects and syntax.lemmas[verb] != "die":
        passive = word_event(document, verb) == event
    if relation.startswith("nsubj") and not passive:
        yield from _relative_clause(document, counted, verb)
    elif relation == "obl:agent":
        yield from _done_by(document, counted)
    elif relation == "obj" and syntax.lemmas[verb] in _HOLDING and event not in SUFFERED:
        owner = _agent(document, verb)
        if owner is not None and (words := named(document, owner)):
            joint = _HOLDING[syntax.lemmas[verb]]
            yield Part("owner of", owner, naming_tokens(document, owner), f"{joint} {words}")
    else:
        done = _participle(document, verb) + particle
        enduring = event in SUFFERED and syntax.lemmas[verb] in _ENDURING
        if (
            enduring
            or (event in SUFFERED and syntax.lemmas[verb] in _LEAVING)
            or (event == "killed" and word_event(document, verb) == event)
        ):
            done = event
        elif any(document.lowered[c] in _TO_DEATH for c in below):
            done = "killed"
        if relation.startswith("obl") and objects:
            tokens = naming_tokens(document, objects[0])
            yield Part("object of", objects[0], tokens, f"in {joined(document, tokens)}")
        elif relation == "obj" and objects and not passive and syntax.lemmas[verb] not in _GIVING:
            # Of two objects one is something else: "sued the town over three laws".
            return
        elif relation.startswith("obl") and not passive:
            # Nothing is done to those that something is only done with, after or for.
            yield from _with_preposition(document, counted)
            return
        if not makes_a_participle(document, verb):
            return
        if any(document.lowered[c] in PARTICLES | ADVERBS for c in below):
            done = f"not {done}"
        yield Part("verb", verb, (verb,), done)
        if not passive and not enduring:
            agent = _agent(document, verb)
    if agent is not None and syntax.tags[agent] not in _PRONOUNS and agent != top:
        tokens = naming_tokens(document, agent)
        role = "agent" if syntax.heads[agent] == verb else "agent further up"
        yield Part(role, agent, tokens, f"by {joined(document, tokens)}")
    for child in below:
        if syntax.relations[child] in {"obl", "obl:agent"} and child > verb and child != top:
            if _is_phrase(document, child):
                yield from (
                    part if part.on is not None else part._replace(on=verb)
                    for part in _prepositional(document, "obl", child)
                )
        elif syntax.relations[child] in {"xcomp", "advcl"} and child > verb and child != top:
            yield from _complement(document, child, syntax.relations[child])


def money_verb(document: Document, top: int) -> MoneyVerb | None:
    """Return what the verb makes of a sum of money that it governs, if it is such a verb."""
    syntax = document.syntax
    above = syntax.heads[top]
    if not is_unit(document, top) or syntax.tags[above] not in VERB_TAGS:
        return None
    relation = syntax.relations[top]
    governed = relation in {"obj", "xcomp", "iobj", "obl:unmarked", "parataxis", "dep", "obl"}
    if not governed:
        return None
    # Of a capital or a rare form the lemma may be wrong: "fined".
    lemma, word = syntax.lemmas[above].lower(), document.lowered[above]
    return MONEY_VERBS.get(lemma) or MONEY_VERBS.get(word.removesuffix("d"))


def _of_money(document: Document, top: int, verb: int) -> Iterator[Part]:
    """Who gets or gives a sum, and the phrases beside its verb."""
    syntax = document.syntax
    known = money_verb(document, top)
    if known is None:
        return
    below = document.children[verb]
    passive = any(syntax.relations[c] in {"aux:pass", "nsubj:pass"} for c in below)
    agent = _agent(document, verb)
    acl = syntax.heads[verb] if syntax.relations[verb] == "acl" else None
    if agent is None and acl is not None and syntax.tags[verb] == "VBN":
        agent, passive = acl, True
    if agent is not None and agent != top and not _is_no_owner(document, agent):
        joint = known.patient if passive else known.agent
        if words := named(document, agent):
            role = "money patient" if passive else "money agent"
            yield Part(role, agent, naming_tokens(document, agent), f"{joint} {words}")
    for child in below:
        relation = syntax.relations[child]
        if relation in {"obj", "iobj"} and child != top:
            if words := named(document, child):
                tokens = naming_tokens(document, child)
                yield Part("money patient", child, tokens, f"{known.patient} {words}")
        elif relation in {"obl", "obl:agent"} and child != top and _is_phrase(document, child):
            yield from _prepositional(document, "money obl", child)
        elif relation == "advcl" and any(
            document.lowered[c] == "for" for c in _marks(document, child)
        ):
            done = sorted({child, *_marks(document, child), *complement_of(document, child)})
            yield Part("money obl", child, tuple(done), joined(document, done))


def _is_no_owner(document: Document, noun: int) -> bool:
    """Whether a noun is nothing that has money, as events and times are not."""
    entity = document.entity_of.get(noun)
    common = document.syntax.tags[noun] in {"NN", "NNS"}
    return common and entity is not None and entity.type in {"abstract", "event", "time"}


def _agent(document: Document, verb: int) -> int | None:
    """Who does what a verb says: its subject, or that of the verb it is joined to."""
    agent = Tree(document.text, document.syntax, document.children).subject(verb)
    if agent is None or document.syntax.heads[agent] == verb:
        return agent
    # "Police named the man as the driver, killing three": whoever says so does not do so.
    above = document.syntax.heads[verb]
    loose = document.syntax.relations[verb] == "advcl"
    return None if loose or {above, document.syntax.heads[agent]} & _cues(document) else agent


@lru_cache(maxsize=1)
def _cues(document: Document) -> frozenset[int]:
    """The tokens of verbs by which somebody is said to speak."""
    return frozenset(
        t
        for attribution in document.attributions
        if attribution.cue is not None and attribution.cue_lemma in cues().verbs
        for t in range(*attribution.cue)
    )


def _done_by(document: Document, counted: CountedPhrase) -> Iterator[Part]:
    """What those counted did, from a passive: "(the fair was) attended by 40"."""
    syntax, verb = document.syntax, counted.governor
    patient = next((c for c in document.children[verb] if syntax.relations[c] in SUBJECTS), None)
    if patient is None and syntax.relations[verb] == "acl":
        patient = syntax.heads[verb]
    tokens = () if patient is None else naming_tokens(document, patient)
    words = f"{_pronoun(counted)} {document.lowered[verb]} {joined(document, tokens)}".rstrip()
    yield Part("does", verb, (verb, *tokens), words)


def _participle(document: Document, verb: int) -> str:
    if document.syntax.tags[verb] in {"NN", "VBN"}:
        return document.lowered[verb]
    return past_participle(document.syntax.lemmas[verb].lower())


def _relative_clause(document: Document, counted: CountedPhrase, verb: int) -> Iterator[Part]:
    syntax = document.syntax
    kept = {verb}
    for child in document.children[verb]:
        if syntax.relations[child] in {"aux", "compound:prt"} or document.lowered[child] == "not":
            kept.add(child)
    behind: tuple[int, ...] = ()
    objects = [c for c in document.children[verb] if syntax.relations[c] == "obj"]
    words = joined(document, sorted(kept))
    for noun in objects[:1]:
        behind = naming_tokens(document, noun)
        kept.update(behind)
        words += f" {joined(document, behind)}"
    if objects:
        beside = (*document.children[verb], *document.children[objects[0]])
        to = [c for c in beside if c > objects[0] and _is_infinitive(document, c)]
        for clause in to[:1]:
            # "Who urged the mayor to step down".
            done = _infinitive(document, clause)
            kept.update(done)
            words += f" {joined(document, done)}"
    for clause in [c for c in document.children[verb] if _has_subject(document, c)][:1]:
        behind = _short_clause(document, clause)
        kept.update(behind)
        words += f" {joined(document, behind)}"
    if len(kept) == 1 and (syntax.lemmas[verb] in LIGHT or syntax.tags[verb] in {"VB", "VBG"}):
        return
    if not (behind or word_event(document, verb) in SUFFERED or _is_passive(document, verb)):
        behind = complement_of(document, verb)
        if not behind:
            return
        kept.update(behind)
        words += f" {joined(document, behind)}"
    yield Part("does", verb, tuple(sorted(kept)), f"{_pronoun(counted)} {words}")
    for noun in objects[:1]:
        for child in document.children[noun]:
            if syntax.relations[child] == "nmod" and _is_phrase(document, child):
                yield from _prepositional(document, "object>nmod", child)


def _with_preposition(document: Document, counted: CountedPhrase) -> Iterator[Part]:
    """A clause whose preposition the counted noun has: "people to whom the mayor talked"."""
    top, verb = counted.top, counted.governor
    case = "" if is_unit(document, top) else preposition(document, top)
    agent = _agent(document, verb)
    words = "" if agent is None else named(document, agent)
    if agent is None or not words or case not in _JOINING or not is_finite(document, verb):
        return
    if not agrees(document, agent, verb):
        return
    tokens = naming_tokens(document, agent)
    kept = {verb, *(c for c in document.children[verb] if document.syntax.relations[c] in _HELPING)}
    behind = complement_of(document, verb) if top < verb else ()
    does = sorted({*kept, *behind})
    opening = f"{case} {'whom' if counted.people else 'which'}"
    yield Part("in which", verb, (*tokens, *does), f"{opening} {words} {joined(document, does)}")


def _is_infinitive(document: Document, clause: int) -> bool:
    marked = any(document.lowered[c] == "to" for c in _marks(document, clause))
    return marked and document.syntax.relations[clause] in {"acl", "ccomp", "xcomp"}


def _infinitive(document: Document, clause: int) -> tuple[int, ...]:
    relations = document.syntax.relations
    beside = {c for c in document.children[clause] if relations[c] in {"mark", "compound:prt"}}
    return tuple(sorted({clause, *beside, *complement_of(document, clause)}))


def _has_subject(document: Document, clause: int) -> bool:
    relations = document.syntax.relations
    own = any(relations[c] in SUBJECTS for c in document.children[clause])
    return relations[clause] == "ccomp" and own


def _is_passive(document: Document, verb: int) -> bool:
    return any(document.syntax.relations[c] == "aux:pass" for c in document.children[verb])


def complement_of(document: Document, verb: int) -> tuple[int, ...]:
    """What makes a verb say something: "tested positive", "ranged in age", "to ask a judge"."""
    syntax = document.syntax
    for child in document.children[verb]:
        relation = syntax.relations[child]
        if child < verb or is_time(document, child):
            continue
        if relation == "obj" and syntax.tags[child].startswith("NN"):
            return naming_tokens(document, child)
        if relation == "obl" and _is_phrase(document, child):
            return prepositional_tokens(document, child, 0)
        if relation == "xcomp" and syntax.tags[child] == "JJ":
            return (child,)
        if _is_infinitive(document, child):
            return _infinitive(document, child)
    return ()


def _short_clause(document: Document, verb: int) -> tuple[int, ...]:
    """The words of a clause that say who does what."""
    kept = {verb}
    for child in document.children[verb]:
        relation = document.syntax.relations[child]
        if relation in SUBJECTS or relation == "obj":
            kept.update(naming_tokens(document, child))
        elif relation in {"aux", "aux:pass", "cop", "compound:prt"}:
            kept.add(child)
    return tuple(sorted(kept))


def _complement(document: Document, verb: int, relation: str) -> Iterator[Part]:
    syntax = document.syntax
    marks = _marks(document, verb)
    to = syntax.tags[verb] == "VB" or any(syntax.tags[c] == "VB" for c in document.children[verb])
    if not (to and any(document.lowered[c] == "to" for c in marks)) and syntax.tags[verb] != "VBG":
        return
    kept = {verb, *marks}
    kept |= {
        c for c in document.children[verb] if syntax.relations[c] in {"aux", "aux:pass", "cop"}
    }
    for child in document.children[verb]:
        if syntax.relations[child] == "obj" or (
            syntax.relations[child] == "obl" and _is_phrase(document, child) and relation == "xcomp"
        ):
            kept.update(prepositional_tokens(document, child))
    tokens = tuple(sorted(kept))
    yield Part(relation, verb, tokens, joined(document, tokens))
