"""Entities: whom and what a text talks about, from its mentions.

Names are chained first (:mod:`divergence.text.entities.name_chains`). Then the text is read once,
in order: what is apposed to a name or said of it becomes a role, "the governor" goes to the one
whose role it is, and a pronoun to the antecedent that a small model finds plain. What is not plain
stays alone, because a wrong name is worse than none.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence

from divergence.lexicons.attribution_cues import actor_kinds
from divergence.lexicons.bodies import FAMILIES_OF_WORD
from divergence.lexicons.calendar import DATED, DEICTIC
from divergence.lexicons.offices import WIDER
from divergence.lexicons.pronouns import POSSESSIVES
from divergence.text.datelines import datelines
from divergence.text.dependency_tree import SUBJECTS, Tree
from divergence.text.entities.antecedents import (
    KINDS,
    Reading,
    Spoken,
    Weights,
    candidates,
    clauses,
    load,
    rank_candidates,
)
from divergence.text.entities.body_phrases import body_called
from divergence.text.entities.chains import Chain, KnownPhrase, Role, gender_of_noun
from divergence.text.entities.mentions import TYPES, TypedMention
from divergence.text.entities.name_chains import Name, chain_bodies, chain_people
from divergence.text.entities.name_runs import NameRun, is_title, name_runs
from divergence.text.entities.role_phrases import (
    PARTY_NOUNS,
    age_behind,
    apposed,
    bearers,
    behind_tag,
    party_roles,
    party_tag,
    predicates,
    role_of,
)
from divergence.text.word_classes import PROPER_TAGS
from divergence.types import Entity, EntityMention, EntityType, Quotation, Span

# Finds the tokens that stand for who is given words, by the phrases that are known.
Speaking = Callable[[Mapping[int, KnownPhrase]], Sequence[int | None]]
# Finds the antecedent of a pronoun among chains, and says how likely it is.
Choose = Callable[[int, list[Chain], Spoken], tuple[Chain | None, float]]

PLAIN = 0.5
_DOMINANT = 2
_CLEARLY = 1.5
_NEAR_THINGS = 8
_OTHER = frozenset({"other", "another", "second", "rival", "same", "new"})
_NOBODY = frozenset(
    "any anybody anyone each every everybody everyone no nobody somebody someone".split()
)
_PARTY_FORMS = PARTY_NOUNS | {f"{noun}s" for noun in PARTY_NOUNS}
_ARTICLES = POSSESSIVES | {"the", "a", "an"}
_DEFINITE = POSSESSIVES | {"the", "this", "that"}
_DAYS = DATED | DEICTIC
_FULL_NAME = range(2, 4)
_ACRONYM = range(2, 9)
_PERSON, _BODY = TYPES.index("person"), TYPES.index("organization")
_SOME, _SURE = 0.1, 0.9


def find_entities(
    tree: Tree,
    mentions: Sequence[TypedMention],
    quotations: Sequence[Quotation],
    speaking: Speaking,
    weights: Weights | None = None,
) -> tuple[Entity, ...]:
    """Link the mentions of a text into entities.

    ``speaking`` finds the tokens that stand for who is given words, in text order.
    """
    reading, known = reading_of(tree, quotations), weights or load()

    def choose(pronoun: int, near: list[Chain], spoken: Spoken) -> tuple[Chain | None, float]:
        chance, chain = rank_candidates(reading, pronoun, near, spoken, known)[0]
        return (chain if chance >= PLAIN else None), chance

    chains = read(tree, mentions, reading, speaking, choose)
    return tuple(_entity(tree, chain) for chain in chains if chain.mentions)


def reading_of(tree: Tree, quotations: Sequence[Quotation]) -> Reading:
    """Look up what the comparison of a pronoun with a chain needs of a text."""
    syntax = tree.syntax
    return Reading(
        tree,
        tuple(n for n, span in enumerate(syntax.sentences) for _ in range(*span)),
        syntax.paragraph_of,
        {t: n for n, q in enumerate(quotations) if q.speech for t in range(*q.tokens)},
        {},
        clauses(tree),
    )


def read(
    tree: Tree,
    mentions: Sequence[TypedMention],
    reading: Reading,
    speaking: Speaking,
    choose: Choose,
) -> list[Chain]:
    """Chain the mentions of a text, with a function that finds the antecedent of a pronoun."""
    typed = {m.head: KnownPhrase(m.mention, m.type) for m in mentions}
    sources = {token for token in speaking(typed) if token is not None}
    reader = _Reader(tree, mentions, typed, reading, sources)
    for number, token in enumerate(speaking(typed | reader.named_phrases())):
        # Whose claim is only spoken of has not taken the word.
        if token is not None and tree.syntax.relations[token] != "nmod:poss":
            reading.speakers.setdefault(token, number)
    reader.read(choose)
    return reader.finished()


class _Reader:
    """Reads a text once, in order, and keeps the chains."""

    def __init__(
        self,
        tree: Tree,
        mentions: Sequence[TypedMention],
        typed: Mapping[int, KnownPhrase],
        reading: Reading,
        speaking: Container[int],
    ) -> None:
        self.tree = tree
        self.mentions = mentions
        self.typed = typed
        self.reading = reading
        self.speaking = speaking
        self.chains: list[Chain] = []
        self.by_noun: dict[str, dict[int, Chain]] = {}
        self.chain_of: dict[int, Chain] = {}
        self.spoken: list[tuple[int, Chain]] = []
        self._chain_names()

    def _chain_names(self) -> None:
        tree = self.tree
        by_head = {mention.head: mention for mention in self.mentions}
        runs = list(name_runs(tree))
        nouns = [m for m in self.mentions if m.form != "pronoun"]
        beside = list(apposed(tree, runs, nouns))
        people = _of_people(tree, runs, by_head, {run for _, run in beside}, self.speaking)
        people = sorted((*people, *_bare_surnames(tree, people)))
        held = {token for run in people for token in range(*run.whole)}
        held |= datelines(tree)
        held |= {token for run in people for token in range(*_tag_tokens(tree, run.tokens.end))}
        self.held = held
        self.named: dict[int, tuple[EntityMention, Chain]] = {}
        names: dict[Name, NameRun] = {}
        for run in people:
            head = _head_of_name(tree, run)
            known = by_head.get(head)
            tokens = known.tokens if known else run.whole
            titles = tuple(
                tree.syntax.words[t]
                for t in range(run.whole.start, run.tokens.start)
                if is_title(tree.syntax.words[t])
            )
            words = _shared_surname(tree, run, people)
            nouns_of = tuple(tree.syntax.words[n.head] for n, r in beside if r == run)
            mention = EntityMention(tokens, head, "name")
            speaks = any(token in self.speaking for token in range(*run.whole))
            names[Name(mention, words, "person", titles, nouns_of, speaks)] = run
        chain_of = chain_people(list(names))
        self.run_chain: dict[NameRun, Chain] = {}
        self.attached: dict[int, Chain] = {}
        for name, chain in chain_of.items():
            run = names[name]
            if chain is None:
                chain = Chain("person", "singular", [name.mention])
            self._name(chain, name.mention, run)
            # "Leader Ada Lin" may be parsed as led by the title.
            for token in range(run.whole.start, run.tokens.start):
                if token in by_head and tree.syntax.heads[token] not in range(*run.whole):
                    self.attached[token] = chain
        bodies = [
            Name(self.typed[m.head].mention, words, _body_type(m, words))
            for m in self.mentions
            if m.head not in held and _is_name(tree, m) and not _is_office(tree, m)
            for words in (_name_words(tree, m),)
        ]
        for name, chain in chain_bodies(bodies, _aliases(tree)).items():
            self.named[name.mention.head] = (name.mention, chain)
            chain.number = "plural" if _is_plural(tree, name.mention.head) else "singular"
        for noun, run in beside:
            if noun.head in held or run not in self.run_chain:
                continue
            chain = self.run_chain[run]
            if noun.head in self.named:
                if not is_title(tree.syntax.words[noun.head]):
                    continue
                del self.named[noun.head]
            self.attached[noun.head] = chain
            self._describe(chain, role_of(tree, noun.head, _without(noun.tokens, run)))

    def _name(self, chain: Chain, mention: EntityMention, run: NameRun) -> None:
        tree = self.tree
        self.named[mention.head] = (mention, chain)
        self.run_chain[run] = chain
        for token in range(run.whole.start, run.tokens.start):
            if is_title(tree.syntax.words[token]):
                start = min(run.whole.start, mention.tokens.start)
                before = Span(_after_comma(tree, start, token), token + 1)
                self._describe(chain, role_of(tree, token, before))
        age = age_behind(tree, run.tokens.end)
        if not math.isnan(age):
            chain.ages.add(age)
        tag = party_tag(tree, run.tokens.end)
        if tag:
            chain.party = chain.party or tag
            for role in party_roles(tag, mention.head):
                self._give(chain, role)

    def _describe(self, chain: Chain, role: Role) -> None:
        self._give(chain, role)
        word = self.tree.syntax.words[role.at]
        chain.vote(gender_of_noun(word), 3.0)

    def named_phrases(self) -> dict[int, KnownPhrase]:
        """Every name by its head, with the type of its chain."""
        return {
            head: KnownPhrase(mention, chain.type) for head, (mention, chain) in self.named.items()
        }

    def read(self, choose: Choose) -> None:
        """Read all mentions in order."""
        said_of = {noun.head: subject for subject, noun in predicates(self.tree, self.mentions)}
        for mention in self._in_order():
            head = mention.head
            if head in self.named:
                self._read(self.named[head][1], self.named[head][0])
            elif head in self.attached:
                self._add(self.attached[head], self.typed[head].mention)
            elif mention.form == "pronoun":
                if self.tree.syntax.words[head].lower() in KINDS:
                    near = candidates(self.reading, head, self.chains)
                    antecedent, chance = choose(head, near, self.spoken)
                    if antecedent is not None:
                        self._take(antecedent, self.typed[head].mention, chance)
            elif head in said_of and said_of[head] in self.chain_of:
                chain = self.chain_of[said_of[head]]
                self._describe(chain, role_of(self.tree, head, mention.tokens))
                self._add(chain, self.typed[head].mention)
            elif head not in self.held and not _is_nobody(self.tree, mention):
                self._noun(mention)
            if head in self.reading.speakers and head in self.chain_of:
                self.spoken.append((head, self.chain_of[head]))

    def _in_order(self) -> list[TypedMention]:
        heads = {m.head for m in self.mentions}
        missing = [
            TypedMention(m.tokens, m.head, m.form, c.type, m.tokens, m.tokens, (0.0,) * len(TYPES))
            for head, (m, c) in self.named.items()
            if head not in heads
        ]
        return sorted((*self.mentions, *missing), key=lambda mention: mention.head)

    def _read(self, chain: Chain, mention: EntityMention) -> None:
        if not chain.read:
            self.chains.append(chain)
        chain.read.append(mention)
        self.chain_of[mention.head] = chain

    def _add(self, chain: Chain, mention: EntityMention) -> None:
        """Put a phrase into a chain."""
        chain.mentions.append(mention)
        self._read(chain, mention)

    def _take(self, chain: Chain, mention: EntityMention, chance: float) -> None:
        """Put a pronoun into a chain."""
        kind = KINDS[self.tree.syntax.words[mention.head].lower()]
        self._add(chain, mention)
        if kind in {"she", "he"}:
            chain.vote(kind, chance)

    def _noun(self, mention: TypedMention) -> None:
        """Trace a phrase to the one whose role it names, or begin a chain."""
        syntax = self.tree.syntax
        role = role_of(self.tree, _role_token(self.tree, mention), mention.tokens)
        plural = _is_plural(self.tree, mention.head)
        chain = None
        if _is_definite(self.tree, mention):
            chain = self._bearer(mention, role, plural)
            if chain is None and not plural:
                chain = self._body(mention, role)
        if chain is None:
            chain = Chain(mention.type, "plural" if plural else "singular")
            self._give(chain, role)
            if not plural:
                chain.vote(gender_of_noun(syntax.words[mention.head]), 3.0)
        self._add(chain, self.typed[mention.head].mention)

    def _bearer(self, mention: TypedMention, role: Role, plural: bool) -> Chain | None:
        """Whom a role stands for: the one bearer, or the one that the text is about."""
        number = "plural" if plural else "singular"
        called = self._called(role.noun)
        same = [c for c in called if c.number in {number, ""} and c.type == mention.type]
        if mention.type != "person":
            same = [c for c in same if self._away(c, mention) <= _NEAR_THINGS]
        fit = bearers(role, same)
        named = [c for c in fit if c.is_named]
        if len(fit) > 1 and named:
            fit = named
        if len(fit) > 1 and mention.type != "person":
            return max(fit, key=lambda c: c.read[-1].head)
        if len(fit) > 1:
            ranked = sorted(fit, key=lambda c: -len(c.read))
            most = len(ranked[0].read) >= _DOMINANT * len(ranked[1].read)
            return ranked[0] if most else None
        if not fit and mention.type == "person":
            # "A spokesman for Orm Health ... the hospital spokesman".
            near = [c for c in same if c.has_role(role.noun) and self._away(c, mention) <= 4]
            fit = near if not self._is_owned(mention) else []
        return fit[0] if len(fit) == 1 else None

    def _body(self, mention: TypedMention, role: Role) -> Chain | None:
        if mention.type not in {"organization", "place", "abstract", "object"}:
            return None
        if self._is_owned(mention) or role.beside & _OTHER:
            return None
        bodies = [c for c in self.chains if c.type == "organization" and c.names]
        # "The Lin campaign" is no other body, however near: a name beside the noun must be its own.
        syntax = self.tree.syntax
        beside = {
            syntax.words[token]
            for token in range(mention.tokens.start, mention.head)
            if syntax.tags[token] in PROPER_TAGS
        }
        if beside:
            bodies = [c for c in bodies if beside <= set().union(*c.names)]
        return body_called(role.noun, [(c, self._away(c, mention)) for c in bodies])

    def _called(self, noun: str) -> list[Chain]:
        """Chains read so far with a role that a noun may name, in text order."""
        chains = self.by_noun.get(noun, {}).values()
        return sorted((c for c in chains if c.read), key=lambda c: c.read[0].head)

    def _give(self, chain: Chain, role: Role) -> None:
        """Take note of a role."""
        chain.roles.append(role)
        parties = {word.removesuffix("s") for word in role.beside & _PARTY_FORMS}
        for noun in {role.noun, *WIDER.get(role.noun, ()), *parties}:
            self.by_noun.setdefault(noun, {})[id(chain)] = chain

    def _is_owned(self, mention: TypedMention) -> bool:
        return self.tree.child(mention.head, "nmod:poss") is not None

    def _away(self, chain: Chain, mention: TypedMention) -> int:
        """How many sentences ago a chain was mentioned last."""
        sentence = self.reading.sentence
        return sentence(mention.head) - sentence(chain.read[-1].head)

    def _look_ahead(self) -> None:
        """Give "a spokesman said" to the one spokesman whom the text names only later."""
        for chain in self.chains:
            if chain.is_named or chain.number == "plural" or chain.type != "person":
                continue
            role = chain.roles[0] if chain.roles else None
            first = chain.read[0]
            if role is None or first.form != "noun" or role.noun not in actor_kinds():
                continue
            fit = [
                c
                for c in bearers(role, [c for c in self._called(role.noun) if c.is_named])
                if c.type == "person" and c.read[0].head > first.head
            ]
            others = [
                c for c in self._called(role.noun) if c is not chain and c.has_role(role.noun)
            ]
            if len(fit) == 1 and all(c is fit[0] or not c.is_named for c in others):
                self._merge(chain, fit[0])

    def _check_genders(self, chain: Chain) -> None:
        """Let pronouns go that make one person a woman and a man: the less sure, or all of them."""
        words = self.tree.syntax.words
        shown: dict[str, list[EntityMention]] = {"she": [], "he": []}
        for mention in chain.mentions:
            kind = KINDS.get(words[mention.head].lower())
            if mention.form == "pronoun" and kind in shown:
                shown[kind].append(mention)
        if not shown["she"] or not shown["he"]:
            return
        she, he = chain.votes.get("she", 0.0), chain.votes.get("he", 0.0)
        plain = "she" if she > _CLEARLY * he else "he" if he > _CLEARLY * she else ""
        wrong = [m for kind, ms in shown.items() if kind != plain for m in ms]
        for mention in wrong:
            chain.mentions.remove(mention)
            del self.chain_of[mention.head]

    def _merge(self, chain: Chain, into: Chain) -> None:
        for mention in chain.mentions:
            self.chain_of[mention.head] = into
        into.mentions.extend(chain.mentions)
        for gender, weight in chain.votes.items():
            into.vote(gender, weight)
        chain.mentions = []

    def finished(self) -> list[Chain]:
        """Give the chains that have been read."""
        self._look_ahead()
        for chain in self.chains:
            self._check_genders(chain)
        for chain in self.chains:
            chain.mentions.sort(key=lambda mention: mention.head)
        return self.chains


def _without(tokens: Span, run: NameRun) -> Span:
    """A phrase without the name at its end."""
    if tokens.start < run.whole.start < tokens.end:
        return Span(tokens.start, run.whole.start)
    return tokens


def _is_nobody(tree: Tree, mention: TypedMention) -> bool:
    """Whether a phrase stands for nobody in particular: "every man", "no one"."""
    return tree.syntax.words[mention.tokens.start].lower() in _NOBODY


def _body_type(mention: TypedMention, words: Iterable[str]) -> EntityType:
    """The type of a name that is no person's; a word such as "Inc." or "Herald" shows a body."""
    if mention.type != "place" and any(map(_is_body_word, words)):
        return "organization"
    return mention.type


def _is_name(tree: Tree, mention: TypedMention) -> bool:
    """Whether a phrase is a name; letters in capitals are one, whatever their tag."""
    if mention.form != "noun":
        return mention.form == "name"
    letters = tree.syntax.words[mention.head].replace(".", "")
    return len(letters) > 1 and letters.isalpha() and letters.isupper()


def _role_token(tree: Tree, mention: TypedMention) -> int:
    """The word of a phrase that says what its bearer is: "the Norland Republican"."""
    last = mention.name.end - 1
    known = mention.form == "name" and tree.syntax.words[last].lower() in actor_kinds()
    return last if known else mention.head


def _is_office(tree: Tree, mention: TypedMention) -> bool:
    """Whether a name is a role in capitals: "the Governor", "the Norland Republican"."""
    word = tree.syntax.words[_role_token(tree, mention)].lower()
    first = tree.syntax.words[mention.tokens.start].lower()
    return mention.type == "time" or (actor_kinds().get(word) == "person" and first in _ARTICLES)


def _is_plural(tree: Tree, head: int) -> bool:
    """Whether a noun is plural; "Norlanders" are, however they are tagged."""
    syntax = tree.syntax
    word = syntax.words[head].lower()
    return syntax.tags[head] in {"NNS", "NNPS"} or (
        word.endswith("s") and actor_kinds().get(word[:-1]) == "person"
    )


def _tag_tokens(tree: Tree, end: int) -> Span:
    """Tokens of the party tag behind a name: "(N-Orm)"."""
    closing = behind_tag(tree, end)
    return Span(end, end if closing is None else closing)


def _after_comma(tree: Tree, start: int, end: int) -> int:
    """First token from which no comma stands before another."""
    commas = [token for token in range(start, end) if tree.syntax.words[token] in {",", "and"}]
    return commas[-1] + 1 if commas else start


def _is_definite(tree: Tree, mention: TypedMention) -> bool:
    syntax = tree.syntax
    first = syntax.words[mention.tokens.start].lower()
    if first in _DEFINITE:
        return True
    # Headlines leave the article out: "Orm chief says".
    headline = mention.type == "person" and syntax.tags[mention.head] in {"NN", "NNP"}
    return tree.child(mention.head, "nmod:poss") is not None or (
        headline and tree.child(mention.head, "det", "nummod") is None
    )


def _of_people(
    tree: Tree,
    runs: Sequence[NameRun],
    by_head: Mapping[int, TypedMention],
    described: Container[NameRun],
    speaking: Container[int],
) -> list[NameRun]:
    """Runs that are people's names: by title, role or type, or as a full name holds the word.

    Who is given words is a person or a body and nothing else.
    """
    words = tree.syntax.words
    chances: dict[tuple[str, ...], list[float]] = {}
    for run in runs:
        typed = [
            _chance(by_head[t].chances, t in speaking) for t in range(*run.tokens) if t in by_head
        ]
        name = words[run.tokens.start : run.tokens.end]
        sure = run.titled or run in described
        chances.setdefault(name, []).append(1.0 if sure else max(typed, default=0.0))
    likely = {
        name: sum(given) / len(given) > (_SURE if _is_body_word(name[-1]) else 0.5)
        for name, given in chances.items()
    }
    families = {name[-1] for name, person in likely.items() if person and len(name) > 1}
    families |= {run_words(tree, run)[0] for run in runs if run.titled and _is_bare(run)}
    for name in likely:
        likely[name] |= len(name) in _FULL_NAME and name[-1] in families
    full = {name[-1] for name, person in likely.items() if person and len(name) > 1}
    return [
        run
        for run in runs
        for name in (words[run.tokens.start : run.tokens.end],)
        if likely[name] or (len(name) == 1 and name[0] in full)
    ]


def _shared_surname(tree: Tree, run: NameRun, people: Sequence[NameRun]) -> tuple[str, ...]:
    """The words of a name; in "Ada and Bo Lin" Ada is a Lin too."""
    words = run_words(tree, run)
    end = run.tokens.end
    if len(words) > 1 or tree.syntax.words[end : end + 1] != ("and",):
        return words
    behind = next((other for other in people if other.whole.start == end + 1), None)
    full = run_words(tree, behind) if behind and not behind.titled else ()
    return (*words, full[-1]) if len(full) in _FULL_NAME else words


def _bare_surnames(tree: Tree, people: Sequence[NameRun]) -> Iterator[NameRun]:
    """Surnames that the tagger took for other words: "Ode said"."""
    families = {run_words(tree, run)[-1] for run in people if not _is_bare(run)}
    held = {token for run in people for token in range(*run.whole)}
    for token, word in enumerate(tree.syntax.words):
        if word in families and token not in held and tree.syntax.tags[token] not in PROPER_TAGS:
            yield NameRun(Span(token, token + 1), Span(token, token + 1), False)


def _head_of_name(tree: Tree, run: NameRun) -> int:
    """The topmost word of a name; where the parse ends a sentence inside it, what acts there.

    "ORMVILLE — Mayor Lena | Ode vowed".
    """
    start, end = run.tokens
    first = tree.syntax.sentences[tree.sentence_at(end - 1)].start
    behind = tree.head_of(Span(max(start, first), end))
    return behind if tree.syntax.relations[behind] in SUBJECTS else tree.head_of(run.tokens)


def _is_body_word(word: str) -> bool:
    """Whether a name that ends in a word is likely a body's: "Orm Foods", "the Orm Herald"."""
    return word.lower().rstrip(".") in FAMILIES_OF_WORD


def _chance(chances: Sequence[float], speaks: bool) -> float:
    """Probability that a name is a person's."""
    person, body = chances[_PERSON], chances[_BODY]
    return person / (person + body) if speaks and person + body > _SOME else person


def run_words(tree: Tree, run: NameRun) -> tuple[str, ...]:
    """The words of a run without its titles."""
    return tree.syntax.words[run.tokens.start : run.tokens.end]


def _is_bare(run: NameRun) -> bool:
    return run.tokens.end - run.tokens.start == 1


def _name_words(tree: Tree, mention: TypedMention) -> tuple[str, ...]:
    """The words of a name without what leads up to it: "the Norland Centers for Health"."""
    words, tags = tree.syntax.words, tree.syntax.tags
    start, end = mention.tokens
    while start < mention.head and not words[start][:1].isupper():
        start += 1
    while start < mention.head and tags[start] in {"DT", "PRP$", "POS"}:
        start += 1
    stop = start
    while stop < end and (
        words[stop][:1].isupper()
        or (
            words[stop].lower() in {"of", "for", "and", "the", "&", "on", "to", "'s", "’s"}
            and stop + 1 < end
            and any(w[:1].isupper() for w in words[stop + 1 : stop + 3])
            and not any(w.lower() in DATED for w in words[stop + 1 : stop + 3])
        )
    ):
        stop += 1
    if start <= mention.head < stop:
        return words[start:stop]
    return words[mention.name.start : mention.name.end]


def _aliases(tree: Tree) -> Iterator[tuple[str, str]]:
    """Names that the text itself equates: "Norland Civil League (NCL)"."""
    words, tags = tree.syntax.words, tree.syntax.tags
    for at in range(1, len(words) - 2):
        if words[at] == "(" and words[at + 2] == ")" and len(words[at + 1]) in _ACRONYM:
            letters = words[at + 1].replace(".", "")
            if not letters.isupper():
                continue
            start = at
            left = len(letters)
            while start > 0 and left > 0 and at - start < 12:
                start -= 1
                if words[start][:1].isupper() and tags[start] != "DT":
                    left -= 1
            if left == 0:
                yield " ".join(words[start:at]), words[at + 1]


def _entity(tree: Tree, chain: Chain) -> Entity:
    return Entity(
        name=canonical_name(tree, chain),
        type=chain.type,
        mentions=tuple(chain.mentions),
        number=chain.number,
        gender=chain.gender,
        titles=tuple(chain.titles),
        roles=tuple(dict.fromkeys(role.words for role in chain.roles)) if chain.is_named else (),
        party=chain.party,
        age=next(iter(chain.ages)) if len(chain.ages) == 1 else math.nan,
    )


def canonical_name(tree: Tree, chain: Chain) -> str:
    """The fullest name, or the words of the first mention that is no pronoun."""
    if chain.names:
        return _joined(max(chain.names, key=lambda words: len(" ".join(words))))
    first = next((m for m in chain.mentions if m.form != "pronoun"), chain.mentions[0])
    return tree.text_of(undated(tree, first))


def undated(tree: Tree, mention: EntityMention) -> Span:
    """A phrase without a day at its end: "police on Monday"."""
    words = tree.syntax.words
    for token in range(mention.head + 1, mention.tokens.end):
        if words[token].lower() in _DAYS:
            before = tree.syntax.tags[token - 1] == "IN" and token - 1 > mention.head
            return Span(mention.tokens.start, token - 1 if before else token)
    return mention.tokens


def _joined(words: Iterable[str]) -> str:
    return " ".join(words).replace(" ’s", "’s").replace(" 's", "'s").replace(" ,", ",")
