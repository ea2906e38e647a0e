"""Candidate actors: the countries, people and groups that a set of articles keeps naming.

A cheap reading of capital letters, without the parser: it only has to propose what a person then
confirms. A country counts under all its forms. A person counts under the full name and the family
name, a group under its plural and singular, a body under its name. Groups without a name count by
their noun ("the union", "protesters"). Names that mostly follow "in", "at" or "near" are places and
no actors, and outlets and agencies are none.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from divergence.lexicons.agencies import by_form
from divergence.lexicons.attribution_cues import actor_kinds
from divergence.lexicons.calendar import DATED
from divergence.lexicons.countries import Country, country_of
from divergence.lexicons.locatives import BEFORE_NAMES_OF_PLACES
from divergence.lexicons.representation import OBSERVING, party_forms, party_of_tag
from divergence.text.entities.acting_words import acts
from divergence.text.entities.capitalized_words import (
    ALSO_NAMES,
    BODY_WORDS,
    NO_NAMES,
    NOBODY_ELSE,
    OFFICES,
    ROLES,
    TITLES,
    name_words,
    rough_sentences,
    without_possessive,
)
from divergence.types import Article

TITLE_WEIGHT = 3
_GROUP_FORMS = {"GOP": "Republican", "Democratic": "Democrat"}
_LONGEST_FORM = 5
_LONGEST_NAME = 4


@dataclass(slots=True)
class Actor:
    """A candidate: its aliases, mentions by article and sentences, and whose side it is on.

    ``beside`` are the capitalized words that stand directly before and behind its mentions, and
    ``called`` the forms of a country. ``parties`` are those that titles give a person.
    """

    name: str
    country: Country | None = None
    aliases: set[str] = field(default_factory=set)
    mentions: Counter[int] = field(default_factory=Counter)
    sentences: set[tuple[int, int]] = field(default_factory=set)
    located: int = 0
    acting: int = 0
    called: set[str] = field(default_factory=set)
    beside: Counter[str] = field(default_factory=Counter)
    countries: Counter[str] = field(default_factory=Counter)
    parties: set[str] = field(default_factory=set)

    @property
    def n_mentions(self) -> int:
        """Mentions in all articles, a mention in a title counted three times."""
        return sum(self.mentions.values())


@dataclass(frozen=True, slots=True)
class _Run:
    """Capitalised words in a row, with what stands before them."""

    words: tuple[str, ...]
    article: int
    sentence: int
    before: str
    country: str
    acting: bool
    beside: tuple[str, ...]
    parties: tuple[str, ...]


def find_actors(articles: Sequence[Article]) -> tuple[Actor, ...]:
    """Find who and what a set of articles names."""
    split = [list(rough_sentences(article)) for article in articles]
    capital = name_words(split)
    actors: dict[str, Actor] = {}
    runs: list[_Run] = []
    for at, sentences in enumerate(split):
        for number, tokens in enumerate(sentences):
            runs.extend(_runs(tokens, at, number, capital, actors))
    names = _names(runs)
    for run in runs:
        key = names.get(run.words)
        if key:
            _count(actors.setdefault(key, Actor(key)), run)
    _join_acronyms(actors)
    sources = {article.source.casefold() for article in articles}
    kept = [
        actor
        for actor in actors.values()
        if not _is_place(actor) and actor.name.casefold() not in sources
    ]
    kept.extend(find_unnamed_groups(split, {name.lower() for words in names for name in words}))
    return tuple(sorted(kept, key=lambda actor: actor.name))


def _join_acronyms(actors: dict[str, Actor]) -> None:
    """Count a body's initials as the body: "ONC" beside "Orm National Committee"."""
    initials = {
        "".join(word[0] for word in name.split()): actor
        for name, actor in sorted(actors.items())
        if len(name.split()) > 2 and actor.country is None
    }
    for name in sorted(actors.keys() & initials.keys()):
        short, body = actors.pop(name), initials[name]
        body.aliases |= short.aliases | {name}
        body.mentions += short.mentions
        body.sentences |= short.sentences
        body.acting += short.acting
        body.beside += short.beside


def _runs(
    tokens: Sequence[str],
    article: int,
    sentence: int,
    capital: frozenset[str],
    actors: dict[str, Actor],
) -> Iterator[_Run]:
    """Runs of names in a sentence; countries inside it are counted on the way."""
    words = [without_possessive(token) for token in tokens]
    forms = country_of()
    at = 0
    country = ""
    while at < len(words):
        word = words[at]
        before = tokens[at - 1] if at else ""
        # Every form of a country begins with a capital, and most words do not.
        length = _length_of_form(words, at) if word[:1].isupper() else 0
        if length and not _is_surname(words, at, sentence):
            form = " ".join(words[at : at + length])
            known = forms[form]
            country = _count_country(known, article, sentence, before, actors)
            actors[country].acting += acts(tokens, at, at + length)
            actors[country].called.add(form)
            actors[country].beside[_joined(tokens, at + length, 1)] += 1
            at += length
            continue
        if not word[:1].isupper() or word[:2] in {"I", "I’", "I'"} or word not in capital:
            if word.lower() not in ROLES and word not in (",", "’", "'"):
                country = ""
            at += 1
            continue
        end = at + 1
        while end < len(words) and words[end] in capital and tokens[end - 1] == words[end - 1]:
            if words[end] in forms and not _is_surname(words, end, sentence):
                break
            end += 1
        start = _start_of_name(words, tokens, at) if sentence else at
        run = words[start:end]
        titles = [n for n, word in enumerate(run, 1) if word.rstrip(".") in TITLES]
        if not BODY_WORDS.isdisjoint(run[1:]):
            titles = []
        # "Arizona Sheriff Joe Arpaio": the name begins after the last title.
        name = run[titles[-1] :] if titles else run
        if name and len(name) <= _LONGEST_NAME:
            country = country or _country_behind(words, end, titled=bool(titles))
            before = tokens[end - len(name) - 1].lower() if end > len(name) else ""
            around = (_joined(tokens, start - 1, -1), _joined(tokens, end, 1))
            yield _Run(
                tuple(name),
                article,
                sentence,
                before,
                country,
                acts(tokens, start, end),
                around,
                tuple(_parties(run[: len(run) - len(name)], tokens[end : end + 2])),
            )
            country = ""
        at = end


def _start_of_name(words: Sequence[str], tokens: Sequence[str], at: int) -> int:
    """Where a name begins whose first words are common ones elsewhere: "New" in "New Orm"."""
    while (
        at > 1
        and words[at - 1][:1].isupper()
        and tokens[at - 1] == words[at - 1]
        and words[at - 1].rstrip(".") not in TITLES
        and words[at - 1] not in country_of()
        and words[at - 1].lower() not in DATED | ROLES
        and words[at - 1][:2] not in {"I", "I’", "I'"}
    ):
        at -= 1
    return at


def _parties(titles: Sequence[str], behind: Sequence[str]) -> Iterator[str]:
    """The members' names of a person's parties: "Democratic Senator Ada Lin", "Lin (D-Orm)"."""
    yield from (forms[0] for title in titles if (forms := party_forms(title)))
    if len(behind) == 2 and behind[0] in {"(", ","} and behind[1][1:2] == "-":
        yield party_of_tag(behind[1])


def _joined(tokens: Sequence[str], at: int, step: int) -> str:
    """The capitalized word at a place, or over an "of": "Halden" behind "Port"."""
    if 0 <= at < len(tokens) and tokens[at] == "of":
        at += step
    word = tokens[at] if 0 <= at < len(tokens) else ""
    return without_possessive(word) if word[:1].isupper() else ""


def _length_of_form(words: Sequence[str], at: int) -> int:
    forms = country_of()
    lengths = range(_LONGEST_FORM, 0, -1)
    return next((n for n in lengths if " ".join(words[at : at + n]) in forms), 0)


def _country_behind(words: Sequence[str], end: int, *, titled: bool) -> str:
    """The country of "Ada Lin, Norway's prime minister," and of "President Lin of Norway"."""
    if end + 1 >= len(words) or words[end] not in (",", "of"):
        return ""
    # Without a title it may be a bank or a ministry: "Central Bank of Norway".
    of = words[end] == "of" and titled
    for length in range(_LONGEST_FORM, 0, -1):
        after = end + 1 + length
        country = country_of().get(" ".join(words[end + 1 : after]))
        if country:
            held = " ".join(words[after : after + 2]).lower().split()
            return country.name if of or any(word in OFFICES for word in held) else ""
    return ""


def _is_surname(words: Sequence[str], at: int, sentence: int) -> bool:
    # "Michael Jordan" and "Jordan Miller" are people; in a title every word has a capital.
    if sentence == 0 or words[at] not in ALSO_NAMES:
        return False
    around = (words[at - 1] if at > 1 else "", words[at + 1] if at + 1 < len(words) else "")
    return any(word[:1].isupper() and word not in TITLES for word in around)


def _count_country(
    country: Country, article: int, sentence: int, before: str, actors: dict[str, Actor]
) -> str:
    actor = actors.setdefault(country.name, Actor(country.name, country))
    # "in Russia" is where something happens; "Russian forces" and "Moscow said" are who acts.
    if before.lower() not in BEFORE_NAMES_OF_PLACES:
        actor.mentions[article] += TITLE_WEIGHT if sentence == 0 else 1
        actor.sentences.add((article, sentence))
    return country.name


def _names(runs: Sequence[_Run]) -> Mapping[tuple[str, ...], str]:
    """For every run of words the name of the actor that it stands for."""
    counts = Counter(run.words for run in runs if run.sentence)
    single = {words[0] for words in counts if len(words) == 1}
    surnames = {words[-1] for words in counts if len(words) > 1}
    families: dict[str, Counter[str]] = defaultdict(Counter)
    names: dict[tuple[str, ...], str] = {}
    people: dict[tuple[str, str], Counter[tuple[str, ...]]] = defaultdict(Counter)
    for words, count in counts.items():
        last = _GROUP_FORMS.get(words[-1], words[-1])
        if last.endswith("s") and last[:-1] in single:
            last = last[:-1]
        # "Republicans" are a group, "the Lins" are a family and stand for nobody in particular.
        if last in surnames and (last + "s") not in surnames:
            last = words[-1]
        elif last != words[-1] or (last + "s",) in counts:
            names[words] = last + "s"
            continue
        if len(words) > 1:
            people[words[0], words[-1]][words] += count
    for (_, family), variants in people.items():
        ranked_variants = sorted(variants.items(), key=lambda item: (-item[1], item[0]))
        full = " ".join(ranked_variants[0][0])
        families[family][full] += sum(variants.values())
        names.update({words: full for words in variants})
    for words in counts:
        if len(words) == 1 and words not in names and words[0] not in NO_NAMES:
            ranked = sorted(families[words[0]].items(), key=lambda item: (-item[1], item[0]))
            # Two people of one family name, about equally often named: the name alone says nothing.
            if len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]:
                continue
            names[words] = ranked[0][0] if ranked else words[0]
    return {words: name for words, name in names.items() if _may_act(tuple(name.split()))}


def _may_act(words: tuple[str, ...]) -> bool:
    """Whether a name may be a party's: no outlet's and no common part of names alone."""
    name = " ".join(words)
    if name in by_form("outlet") or name in by_form("agency") or name in NOBODY_ELSE:
        return False
    common = set(words) & NO_NAMES
    return not common or (len(words) > 1 and common <= BODY_WORDS)


def _count(actor: Actor, run: _Run) -> None:
    actor.mentions[run.article] += 1 if run.sentence else TITLE_WEIGHT
    actor.sentences.add((run.article, run.sentence))
    actor.located += run.before in BEFORE_NAMES_OF_PLACES
    actor.acting += run.acting
    actor.parties.update(run.parties)
    actor.beside.update(filter(None, run.beside))
    actor.aliases.add(" ".join(run.words))
    if run.country:
        actor.countries[run.country] += 1


def _is_place(actor: Actor) -> bool:
    """Whether it is named as a place, or a country only by what its capital is called."""
    if actor.country:
        return actor.called <= set(actor.country.capital)
    share = actor.located / len(actor.sentences)
    return share > 0.25 or (share > 0.12 and actor.located > 1)


def find_unnamed_groups(
    texts: Sequence[Sequence[Sequence[str]]], taken: Collection[str]
) -> Iterator[Actor]:
    """Find groups that texts call by a noun alone: "the union", "protesters".

    ``taken`` are the words of names: of "Orm Rail Union", "the union" is no other.
    """
    actors: dict[str, Actor] = {}
    for article, sentences in enumerate(texts):
        for number, tokens in enumerate(sentences):
            for at, token in enumerate(tokens):
                noun = token.lower() if number else ""
                definite = at > 0 and tokens[at - 1].lower() == "the"
                if noun in taken or not (
                    noun in _plural_groups() or (noun in _single_groups() and definite)
                ):
                    continue
                name = noun if noun in _plural_groups() else f"the {noun}"
                actor = actors.setdefault(name, Actor(name, aliases={name}))
                actor.mentions[article] += 1
                actor.sentences.add((article, number))
                actor.acting += acts(tokens, at, at + 1)
    yield from actors.values()


@cache
def _plural_groups() -> frozenset[str]:
    people = {
        f"{noun}s"
        for noun, kind in actor_kinds().items()
        if kind == "person" and noun.isalpha() and not noun.endswith(("s", "y"))
    }
    return frozenset(people - {f"{noun}s" for noun in _TOO_WIDE | OBSERVING}) | {"police"}


@cache
def _single_groups() -> frozenset[str]:
    groups = {noun for noun, kind in actor_kinds().items() if kind == "group" and noun.isalpha()}
    return frozenset(noun for noun in groups - _TOO_WIDE if not noun.endswith("s"))


# Nouns of anybody in politics, of kin and of parts: whose they are depends on the sentence.
_TOO_WIDE = frozenset(
    "ally adult conservative moderate liberal advisor adviser aide author baby boy brother "
    "candidate chair child community coalition congressman contender couple cousin crew crowd "
    "critic dad daughter donor elder "
    "establishment executive family father figure force founder friend girl group head husband "
    "individual kid lawmaker leader leadership legislator majority man manager media member men "
    "minority mission mother nation national nominee officer official opponent owner panel parent "
    "party people person politician population president press public source representative "
    "resistance ring secretary senator side sister society son speaker spokesman spokesperson "
    "spokeswoman squad staff staffer star state supporter team uncle victim voter wife woman "
    "women youth democrat republican general minister judge division movement tribe elite "
    "electorate audience camp cell corps contingent host principal".split()
)
