"""Which names are one: full name and surname, long and short name, name and acronym.

Precision first. A surname that two people bear is left open unless a title tells them apart or the
text has called only one of them so before. "Jr." is another person than the one without it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from divergence.lexicons.offices import office
from divergence.lexicons.titles import KIN, POLITE
from divergence.text.entities.chains import Chain, gender_of_noun
from divergence.text.entities.name_runs import SUFFIXES
from divergence.types import EntityMention, EntityType

_SMALL = frozenset("a an and at by for in of on the to".split())
_LEGAL = frozenset("co co. company corp corp. inc inc. llc ltd ltd. plc".split())
_DOMINANT = 2
_POLITE = POLITE | {"former", "then", "late"}


@dataclass(frozen=True, slots=True)
class Name:
    """A name where it stands: its words without titles, the titles, and nouns beside it."""

    mention: EntityMention
    words: tuple[str, ...]
    type: EntityType
    titles: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    speaks: bool = False


def chain_people(names: Sequence[Name]) -> dict[Name, Chain | None]:
    """Give each name of a person its chain, in text order; None where it may be another's."""
    full: dict[str, list[Chain]] = {}
    chain_of: dict[Name, Chain | None] = {}
    for name in names:
        if len(_plain(name.words)) > 1:
            bearers = full.setdefault(_family(name.words), [])
            chain = next((c for c in bearers if _same_bearer(name, c)), None)
            if chain is None:
                chain = Chain("person", "singular")
                bearers.append(chain)
            _take(chain, name)
            chain_of[name] = chain
    given: dict[str, list[Chain]] = {}
    for bearers in full.values():
        for chain in bearers:
            given.setdefault(chain.names[0][0], []).append(chain)
    bare: dict[str, list[Name]] = {}
    for name in names:
        if name not in chain_of:
            (word,) = _plain(name.words)[-1:] or name.words[-1:]
            bare.setdefault(word, []).append(name)
    for word, alike in bare.items():
        bearers = full.get(word) or (given.get(word, []) if len(given.get(word, [])) == 1 else [])
        chain_of.update(_chain_bare(alike, bearers))
    return chain_of


def _chain_bare(alike: Sequence[Name], bearers: Sequence[Chain]) -> dict[Name, Chain | None]:
    """Chain a name of one word, each time it stands in the text, with those who bear it in full.

    Before anybody is introduced under it, it is somebody whom the text need not introduce ("the
    President", in the first line): the one who bears it, if titles and gender do not say otherwise.
    """
    chain_of: dict[Name, Chain | None] = {}
    unknown: list[Chain] = []
    called: list[Chain] = []
    for name in alike:
        fit = [c for c in (*bearers, *unknown) if not _differs(name, c)]
        before = [c for c in fit if c.mentions[0].head < name.mention.head]
        chosen = _bearer(name, before, called)
        if chosen is None and not before:
            later = [c for c in fit if not _introduces_another(alike, c) and _matters(alike, c)]
            chosen = later[0] if len(later) == 1 else None
            if chosen is None and (not later or len(bearers) == 0):
                chosen = Chain("person", "singular")
                unknown.append(chosen)
        if chosen is not None:
            _take(chosen, name)
            if chosen not in called:
                called.append(chosen)
        chain_of[name] = chosen
    return chain_of


def _matters(alike: Sequence[Name], chain: Chain) -> bool:
    """Whether a full name given later is more than dropped once: it speaks, or is named again."""
    first = chain.mentions[0].head
    return chain.speaks or len(chain.names) > 1 or any(name.mention.head > first for name in alike)


def _introduces_another(alike: Sequence[Name], chain: Chain) -> bool:
    """Whether a full name given later is not whom the text has called by the surname until then.

    "President Lin" and later "Eva Lin, the first lady": what titles the surname had, the full name
    has not.
    """
    first = chain.mentions[0].head
    before = [name for name in alike if name.mention.head < first]
    offices = {office(t) for name in before for t in name.titles}
    held = {office(t) for t in chain.titles}
    if chain.kin:
        return True
    return bool(offices - _POLITE) and not offices & held and len(chain.names) < len(alike)


def _bearer(name: Name, before: Sequence[Chain], called: Sequence[Chain]) -> Chain | None:
    """Whom a surname alone stands for, of those who have been named."""
    if len(before) < 2:
        return before[0] if before else None
    titles = {office(title) for title in name.titles} - _POLITE
    titled = [c for c in before if titles & set(map(office, c.titles))]
    if len(titled) == 1:
        return titled[0]
    habitual = [c for c in before if c in called]
    if len(habitual) == 1:
        return habitual[0]
    # Who was introduced as somebody's kin has the name from them.
    own = [c for c in before if not c.kin]
    if len(own) == 1 and not any(c.speaks for c in before if c.kin):
        return own[0]
    if (
        len(before) == 2
        and any(map(gender_of_noun, name.titles))
        and not any(c.gender for c in before)
    ):
        # "Mrs. Lin" first is who was introduced first; "Mr. Lin" then is the other.
        return min(before, key=lambda c: c.mentions[0].head)
    ranked = sorted(before, key=lambda c: -len(c.mentions))
    ahead = len(ranked[0].mentions) >= _DOMINANT * len(ranked[1].mentions)
    return ranked[0] if ahead else None


def _same_bearer(name: Name, chain: Chain) -> bool:
    """Whether two full names with one surname are one person's: "Ada B. Lin" and "Ada Lin"."""
    if _differs(name, chain):
        return False
    given, other = _plain(name.words)[:-1], _plain(chain.names[0])[:-1]
    if not other:
        return True
    short, long = sorted((given, other), key=len)
    return all(any(_same_given(a, b) for b in long) for a in short) or (
        _same_given(given[0], other[0])
    )


def _same_given(a: str, b: str) -> bool:
    a, b = a.rstrip("."), b.rstrip(".")
    return a == b or (len(a) == 1 and b.startswith(a)) or (len(b) == 1 and a.startswith(b))


def _differs(name: Name, chain: Chain) -> bool:
    """Whether gender, "Jr." or a title say that a name is not a chain's."""
    gender = next(filter(None, map(gender_of_noun, (*name.titles, *name.nouns))), "")
    if gender and chain.gender and gender != chain.gender:
        return True
    suffixes = {_suffix(words) for words in chain.names if len(_plain(words)) > 1}
    full = len(_plain(name.words)) > 1 or _suffix(name.words) != ""
    return full and bool(suffixes) and _suffix(name.words) not in suffixes


def _take(chain: Chain, name: Name) -> None:
    chain.mentions.append(name.mention)
    chain.names.append(name.words)
    for title in name.titles:
        if title not in chain.titles:
            chain.titles.append(title)
        chain.vote(gender_of_noun(title), 3.0)
    for noun in name.nouns:
        chain.vote(gender_of_noun(noun), 3.0)
        chain.kin = chain.kin or noun.lower() in KIN
    chain.speaks = chain.speaks or name.speaks


@lru_cache(maxsize=10_000)
def _plain(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(w for w in words if w.lower() not in SUFFIXES and w != ",")


def _family(words: tuple[str, ...]) -> str:
    return _plain(words)[-1]


@lru_cache(maxsize=10_000)
def _suffix(words: tuple[str, ...]) -> str:
    return next((w.lower().rstrip(".") for w in words if w.lower() in SUFFIXES), "")


def chain_bodies(names: Sequence[Name], aliases: Iterable[tuple[str, str]]) -> dict[Name, Chain]:
    """Give each name of a body, place or thing its chain, in text order.

    ``aliases`` are pairs that the text itself equates: "Norland Civil League (NCL)".
    """
    by_words: dict[tuple[str, ...], Chain] = {}
    chain_of: dict[Name, Chain] = {}
    equal = {short: long for long, short in aliases}
    known = sorted({_core(n.words) for n in names}, key=lambda words: (-len(words), words))
    longer: dict[tuple[str, ...], tuple[str, ...]] = {}
    types: dict[tuple[str, ...], set[EntityType]] = {}
    for name in names:
        types.setdefault(_core(name.words), set()).add(name.type)
    for words in known:
        wholes = [w for w in known if len(w) > len(words) and _shortens(words, w, types)]
        alias = equal.get(" ".join(words))
        if alias:
            wholes = [w for w in known if " ".join(w) == alias] or wholes
        tops = {longer.get(w, w) for w in wholes}
        if len(tops) == 1:
            longer[words] = tops.pop()
    for name in names:
        words = _core(name.words)
        words = longer.get(words, words)
        chain = by_words.get(words)
        if chain is None:
            chain = by_words[words] = Chain(name.type)
        chain.mentions.append(name.mention)
        chain.names.append(name.words)
        if name.type == "organization":
            chain.type = "organization"
        chain_of[name] = chain
    return chain_of


def _core(words: Sequence[str]) -> tuple[str, ...]:
    """A name without article, possessive and legal form."""
    kept = [w for w in words if w not in {"'s", "’s", "'", "’"}]
    while len(kept) > 1 and kept[0].lower() in {"the", "a", "an"}:
        kept = kept[1:]
    while len(kept) > 1 and kept[-1].lower() in _LEGAL | {",", "."}:
        kept = kept[:-1]
    return tuple(kept)


def _shortens(
    short: tuple[str, ...], long: tuple[str, ...], types: dict[tuple[str, ...], set[EntityType]]
) -> bool:
    """Whether a name may be short for another: an acronym, its beginning, or its last words."""
    if len(short) == 1:
        letters = short[0].replace(".", "")
        capital = [w for w in long if w[:1].isupper()]
        if len(letters) > 1 and letters.isupper() and len(capital) > 1:
            every = "".join(w[0] for w in long if w[:1].isalpha()).upper()
            initials = "".join(w[0] for w in capital)
            # The CDC are the Centers for Disease Control and Prevention.
            short_of = len(letters) > 2 and initials.startswith(letters)
            return letters in {initials, every} or short_of
    if types[short] != {"organization"} or "organization" not in types[long]:
        return False
    return long[: len(short)] == short or (
        long[-len(short) :] == short and not any(w in _SMALL for w in long)
    )
