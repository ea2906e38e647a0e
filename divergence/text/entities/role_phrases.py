"""Roles: what is said of a name beside it ("Ada Lin, the mayor"), and whom "the mayor" stands for.

Where a role stands to its name is read off the order of words: a title or a phrase without a comma
before it, an apposition before or behind it. Only one person's role traces back; of two mayors
"the mayor" is neither, unless a word beside the role tells them apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from divergence.lexicons.attribution_cues import actor_kinds
from divergence.lexicons.negators import ADVERBS, PARTICLES
from divergence.lexicons.offices import office
from divergence.text.dependency_tree import SUBJECTS, Tree
from divergence.text.entities.chains import Chain, Role
from divergence.text.entities.mentions import TypedMention
from divergence.text.entities.name_runs import NameRun, is_title
from divergence.text.word_classes import PROPER_TAGS
from divergence.types import Span

_ENDS = frozenset({",", ".", ";", ":", "(", "—", "–", "-", "who", '"'})
_SINGULAR = frozenset({"NN", "NNP", "VBG"})
_EMPTY = frozenset(
    "a an the this that one his her their its of for in at on and or to s 's ’s ' ’ , . - ( )"
    "".split()
)
_PARTY = re.compile(r"\s*[,(]\s*((?:Rep\.?|Dem\.?|[DRI])[-–‐][A-Z][A-Za-z. ]{1,12}?)\s*[,)]")
_PARTIES = {"d": "democrat", "r": "republican", "i": "independent"}
PARTY_NOUNS = frozenset(_PARTIES.values())
_AGE = re.compile(r"\s*,\s*(\d{1,3})\s*,")
# A deputy is another one.
_UNDER = frozenset({"vice", "deputy", "assistant", "associate", "under"})
# How many tokens before a name a title of it may begin.
_LEADING = 14
_PAST = frozenset({"former", "ex", "late", "then"})


def role_of(tree: Tree, head: int, tokens: Span) -> Role:
    """Read a phrase as a role: its noun, and the words beside it."""
    syntax = tree.syntax
    beside = set()
    letters = ""
    for token in range(*tokens):
        word = syntax.words[token]
        if token != head and word.lower() not in _EMPTY:
            beside.add(_plain(word))
        if word[:1].isupper() and "." not in word:
            letters += word[0]
    if len(letters.lower()) > 2:
        beside.add(letters.lower())
    noun = office(syntax.lemmas[head])
    if noun == "commander" and "chief" in beside:
        return Role("commander-in-chief", frozenset(), tree.text_of(tokens), head)
    before = syntax.words[head - 1].lower() if head > tokens.start else ""
    if before in _UNDER:
        noun = f"{before} {noun}"
        beside.discard(before)
    return Role(noun, frozenset(beside), tree.text_of(tokens), head)


def _plain(word: str) -> str:
    return word.lower().replace(".", "").replace("’", "'").removesuffix("'s")


def apposed(
    tree: Tree, runs: Sequence[NameRun], nouns: Sequence[TypedMention]
) -> Iterator[tuple[TypedMention, NameRun]]:
    """Pair phrases with the name that they stand beside: titles and appositions.

    Between commas a role may stand beside a place: "in Orm, a spokesman said".
    """
    by_head = {noun.head: noun for noun in nouns}
    words = tree.syntax.words
    by_end: dict[int, list[TypedMention]] = {}
    by_start: dict[int, list[TypedMention]] = {}
    for noun in nouns:
        by_end.setdefault(noun.tokens.end, []).append(noun)
        by_start.setdefault(noun.tokens.start, []).append(noun)
    for run in runs:
        start, end = run.whole.start, run.tokens.end
        before = (by_head[t] for t in range(start - _LEADING, start) if t in by_head)
        for noun in before:
            if _is_singular(tree, noun) and _leads(tree, noun, run):
                yield noun, run
        typed = [by_head[t].type for t in range(*run.tokens) if t in by_head]
        if not run.titled and set(typed) & {"place", "organization", "time"}:
            continue
        behind = _behind_asides(tree, end)
        # "A senator, Orm's Ada Lin".
        while start > 1 and tree.syntax.tags[start - 1] == "POS":
            start -= 2
        if start > 0 and words[start - 1] in {",", "–", "—"} and _closes(words, behind):
            for noun in by_end.get(start - 1, ()):
                if _is_singular(tree, noun) and noun.form == "noun":
                    yield noun, run
        if behind < len(words) and words[behind] in {",", "–", "—", "("}:
            for noun in by_start.get(behind + 1, ()):
                after = max(noun.tokens.end, noun.head + 1)
                if _is_singular(tree, noun) and _closes(words, after, noun.whole.end):
                    yield noun, run


def _is_singular(tree: Tree, noun: TypedMention) -> bool:
    word = tree.syntax.words[noun.head]
    person = noun.type == "person" or actor_kinds().get(word.lower()) == "person"
    return tree.syntax.tags[noun.head] in _SINGULAR and (person or is_title(word))


def _leads(tree: Tree, noun: TypedMention, run: NameRun) -> bool:
    """Whether a phrase stands before a name without a comma: "mayor of Orm Ada Lin"."""
    between = tree.syntax.tags[noun.head + 1 : run.whole.start]
    words = tree.syntax.words[noun.head + 1 : run.whole.start]
    if not between:
        return True
    whole = noun.tokens.end >= run.whole.start or noun.whole.end >= run.whole.start
    return (
        whole
        and between[-1].startswith("NN")
        and words[0].lower() in {"of", "for", "to", "at", "in"}
        and not any(tag.startswith(("V", "MD", ",", ".", ":", "CC", "P")) for tag in between)
    )


def _behind_asides(tree: Tree, end: int) -> int:
    """The token behind a name and its age or party tag: "Lin, 41, a baker", "Lin (N-Orm), who"."""
    syntax = tree.syntax
    if end + 2 < len(syntax.words) and syntax.words[end] == "," and syntax.tags[end + 1] == "CD":
        return end + 2
    if end + 1 < len(syntax.words) and syntax.words[end].lower() == "of":
        place = end + 1
        while place < len(syntax.words) and syntax.tags[place] in PROPER_TAGS:
            place += 1
        if place > end + 1:
            return place
    tag = behind_tag(tree, end)
    if tag is None:
        return end
    return tag if syntax.words[tag] == "," else tag + 1


def behind_tag(tree: Tree, end: int) -> int | None:
    """The mark that closes a party tag behind a name that ends before a token."""
    words = tree.syntax.words
    if end >= len(words) or words[end] not in {",", "("} or not party_tag(tree, end):
        return None
    return next((t for t in range(end + 1, min(end + 8, len(words))) if words[t] in ",)"), None)


def _closes(words: Sequence[str], *at: int) -> bool:
    return any(place >= len(words) or words[place].lower() in _ENDS for place in at)


def predicates(tree: Tree, nouns: Sequence[TypedMention]) -> Iterator[tuple[int, TypedMention]]:
    """Pair subjects with what a copula says they are: "Lin is the mayor"."""
    syntax = tree.syntax
    for noun in nouns:
        if not _is_singular(tree, noun) or tree.child(noun.head, "cop") is None:
            continue
        subject = tree.child(noun.head, *SUBJECTS)
        negated = any(
            syntax.lemmas[c].lower() in PARTICLES | ADVERBS for c in tree.children[noun.head]
        )
        if subject is not None and not negated:
            yield subject, noun


def party_tag(tree: Tree, end: int) -> str:
    """The party tag behind a name that ends before a token, or ""."""
    match = _PARTY.match(tree.text, tree.syntax.ends[end - 1])
    return match[1].strip() if match else ""


def age_behind(tree: Tree, end: int) -> float:
    """The age behind a name: "Ada Lin, 41,"; nan where there is none."""
    match = _AGE.match(tree.text, tree.syntax.ends[end - 1])
    age = float(match[1]) if match else float("nan")
    return age if age <= 120 else float("nan")


def party_roles(tag: str, at: int) -> Iterator[Role]:
    """What a party tag makes its bearer: "D-N.Y." is a Democrat of New York."""
    letter, _, place = tag.replace("–", "-").replace("‐", "-").partition("-")
    noun = _PARTIES.get(letter[:1].lower())
    if noun:
        yield Role(noun, frozenset({_plain(place)}), tag, at)


def bearers(role: Role, chains: Iterable[Chain]) -> list[Chain]:
    """Chains whose role a phrase may name; where its words tell several apart, those they fit."""
    held = {id(c): (c, _fitting(role, c)) for c in chains}
    fit = [(c, roles) for c, roles in held.values() if roles]
    if len(fit) < 2:
        return [c for c, _ in fit]
    fit = [(c, r) for c, r in fit if _is_past(role) or not all(map(_is_past, r))] or fit
    overlap = [(c, max(_overlap(role, r) for r in roles)) for c, roles in fit]
    most = max(n for _, n in overlap)
    if most:
        return [c for c, n in overlap if n == most]
    bare = [c for c, roles in fit if any(not r.beside for r in roles)]
    return bare or [c for c, _ in fit]


def _is_past(role: Role) -> bool:
    return bool(role.beside & _PAST)


def _fitting(role: Role, chain: Chain) -> list[Role]:
    """Roles of a chain that a phrase may name: of one word, and not of another place or body."""
    fit = [r for r in chain.has_role(role.noun) if not _conflicts(role, r)]
    if role.noun in _PARTIES.values():
        fit += [r for r in chain.roles if role.noun in r.beside or f"{role.noun}s" in r.beside]
    return fit


def _conflicts(a: Role, b: Role) -> bool:
    """Whether two roles of one word are of different bodies or places."""
    x, y = a.beside - _PAST - _VAGUE, b.beside - _PAST - _VAGUE
    return bool(x and y) and not _overlap(a, b)


_VAGUE = frozenset(
    "senior top new longtime veteran outspoken powerful embattled freshman fellow republican "
    "democratic one another first second".split()
)


def _overlap(a: Role, b: Role) -> int:
    return sum(any(_alike(x, y) for y in b.beside) for x in a.beside - _PAST)


def _alike(x: str, y: str) -> bool:
    """Whether two words beside a role are one: "calif" and "california", "us" and "u.s."."""
    short, long = sorted((x, y), key=len)
    return x == y or (len(short) > 3 and long.startswith(short[:-1]))
