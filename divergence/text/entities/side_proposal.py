"""Proposing sides: the two actors that a set of articles is most about, as a person may confirm.

Prominence is the mean over articles of log(1 + mentions), a title counting three times. A pair is
scored by the product of its two prominences, by how often one sentence names both and by whether
each does something: parties to an event act, and are named against each other. Two words of one
name are no pair. It is a proposal, and the report says so.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from itertools import combinations
from typing import Any

from divergence.errors import UsageError
from divergence.text.entities.candidate_actors import Actor, find_actors
from divergence.text.entities.leaders import with_leaders
from divergence.types import Article, Corpus, Side

__all__ = ["propose_sides"]


MAX_ARTICLES = 500
_MAX_CANDIDATES = 15
_MIN_MENTIONS = 3
_MIN_SHARE_OF_ARTICLES = 1 / 3
_UNLIKE_PAIR = 0.4
_AT_HOME = 0.1
_UNNAMED = 0.35
_IDLE = 0.2
_SELDOM = 0.05
_OF_ONE_NAME = 0.25


def propose_sides(articles: Corpus | Sequence[Article]) -> tuple[Side, ...]:
    """Propose the two most prominent opposing actors.

    Parameters
    ----------
    articles : Corpus, or sequence of Article
        Of one event, as far as possible. Of more than 500, 500 are looked at: always the same
        ones, whatever their order.

    Returns
    -------
    tuple of Side
        Two, the more prominent first, or none where no two actors are named often (three times in
        all, and in a third of the articles) and together in a sentence.

    Raises
    ------
    UsageError
        If they are no articles.

    Notes
    -----
    Read off capital letters and, for groups without a name, off nouns ("the union"). It takes a
    person and that person's organization for two where no text says so in one phrase ("Norland
    Rail's chief executive, Bo Rask"), and does not know that two countries are allies.

    Examples
    --------
    >>> text = ("Norland and Sudmark trade blame. Norland says Sudmark closed the strait. "
    ...         "Sudmark denies what Norland says.")
    >>> [side.name for side in propose_sides([Article("1", "x", text)])]
    ['Norland', 'Sudmark']
    """
    given = articles.articles if isinstance(articles, Corpus) else articles
    chosen = sorted(_checked(given), key=_fingerprint)[:MAX_ARTICLES]
    if not chosen:
        return ()
    actors = with_leaders(find_actors(chosen), chosen)
    candidates = [
        actor
        for actor in actors
        if actor.n_mentions >= _MIN_MENTIONS
        and len(actor.mentions) >= _MIN_SHARE_OF_ARTICLES * len(chosen)
    ]
    prominence = {actor.name: _prominence(actor, len(chosen)) for actor in candidates}
    candidates.sort(key=lambda actor: (-prominence[actor.name], actor.name))
    best: tuple[float, tuple[Actor, Actor]] | None = None
    for pair in combinations(candidates[:_MAX_CANDIDATES], 2):
        score = _pair_score(*pair) * prominence[pair[0].name] * prominence[pair[1].name]
        if score > 0 and (best is None or score > best[0]):
            best = score, pair
    if best is None:
        return ()
    return _sides(best[1], actors)


def _checked(articles: object) -> list[Article]:
    listed: list[Any] = list(articles) if isinstance(articles, Iterable) else [articles]
    for article in listed:
        if not isinstance(article, Article) or not isinstance(article.text, str):
            raise UsageError(
                f"propose_sides takes articles with a text, not {type(article).__name__}; "
                'make one of each text: Article("id", "source", text)'
            )
    return listed


def config_toml(sides: Sequence[Side], *, proposed_from: str) -> str:
    """Write sides, or how to name them, as a ``config.toml`` that is read back as the same."""
    # A comment of TOML holds no control characters.
    origin = "".join(letter for letter in proposed_from if letter.isprintable())
    lines = [
        f"# Sides proposed from the texts of {origin}. Check them before you trust a number:",
        "# add people, capitals, demonyms and seats of government, take out what is wrong,",
        "# and keep every alias on one side only.",
        "",
    ]
    for side in sides:
        lines += [f"[sides.{_key(side.name)}]", _aliases(side.aliases), ""]
    if not sides:
        lines += [
            "# No two actors were prominent enough. Name them like this:",
            "# [sides.Norland]",
            '# aliases = ["Norland", "Norlanders", "Norlandic"]',
            "",
        ]
    lines += [
        "# Frames of your own, beside the five generic ones:",
        "# [frames.ceasefire]",
        '# words = ["ceasefire", "truce", "peace talks"]',
        "",
        "# Words of your own to be counted; instead of words, file names a list:",
        "# [lexicons.alarm]",
        '# words = ["panic*", "red alert"]',
        "",
        "# [report]",
        '# title = "How the newsrooms told it"',
        "",
        "# [compare]",
        "# seed = 0       # of every random draw",
        "# rounds = 1000  # of resampling",
    ]
    return "\n".join(lines) + "\n"


def _fingerprint(article: Article) -> bytes:
    return blake2b(f"{article.title}\0{article.text}".encode("utf-8", "replace")).digest()


def _prominence(actor: Actor, n_articles: int) -> float:
    return math.fsum(math.log1p(count) for count in sorted(actor.mentions.values())) / n_articles


def _pair_score(first: Actor, second: Actor) -> float:
    if first.name.casefold() == second.name.casefold():
        return 0.0
    if first.countries[second.name] or second.countries[first.name]:
        return 0.0
    if first.name.split()[-1] in second.parties or second.name.split()[-1] in first.parties:
        return 0.0
    if _of_one_name(first, second) or _of_one_name(second, first):
        return 0.0
    together = len(first.sentences & second.sentences)
    share = together / max(1, min(len(first.sentences), len(second.sentences)))
    alike = 1.0
    if bool(first.country) != bool(second.country):
        # A country against a person is as a rule the one who governs it.
        person = any(not actor.country and _is_person(actor) for actor in (first, second))
        alike = _AT_HOME if person else _UNLIKE_PAIR
    return alike * _weight(first) * _weight(second) * math.sqrt(share) if together else 0.0


def _weight(actor: Actor) -> float:
    """How much an actor looks like a party: one that does something, and better one with a name."""
    idle = actor.acting < _SELDOM * len(actor.sentences) or not actor.acting
    return (_IDLE if idle else 1.0) * (_UNNAMED if actor.name.islower() else 1.0)


def _is_person(actor: Actor) -> bool:
    """Whether a candidate is called by a family name alone, too, or is of one word."""
    words = actor.name.split()
    return len(words) == 1 or words[-1] in actor.aliases


def _of_one_name(first: Actor, second: Actor) -> bool:
    """Whether one is a word of the other, or both are words of one name: "Port" and "Halden"."""
    words = set(second.name.split())
    if first.country is None and set(first.name.split()) < words:
        return True
    joined = sum(first.beside[word] for word in words)
    fewer = min(len(first.sentences), len(second.sentences))
    return joined > 1 and joined >= _OF_ONE_NAME * fewer


def _sides(pair: tuple[Actor, Actor], actors: Sequence[Actor]) -> tuple[Side, ...]:
    wanted = [(actor.name, _all_aliases(actor, actors)) for actor in pair]
    first, second = ({alias.casefold() for alias in aliases} for _, aliases in wanted)
    shared = first & second
    return tuple(
        Side(name, tuple(a for a in aliases if a == name or a.casefold() not in shared))
        for name, aliases in wanted
    )


def _all_aliases(actor: Actor, actors: Sequence[Actor]) -> tuple[str, ...]:
    aliases = [actor.name]
    if actor.country is None:
        return tuple(dict.fromkeys([*aliases, *sorted(actor.aliases)]))
    aliases += actor.country.forms
    for person in actors:
        # Introduced as this country's ("Norwegian Prime Minister Ada Lin"), never as another's.
        if set(person.countries) == {actor.name} and " " in person.name:
            aliases += [person.name, *sorted(person.aliases)]
    return tuple(dict.fromkeys(aliases))


def _key(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else _quoted(name)


def _quoted(text: str) -> str:
    # A JSON string is a TOML string, except for a delete character, which TOML wants escaped.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _aliases(aliases: Sequence[str]) -> str:
    line = f"aliases = [{', '.join(map(_quoted, aliases))}]"
    if len(line) <= 100:
        return line
    return "\n".join(["aliases = [", *(f"    {_quoted(alias)}," for alias in aliases), "]"])
