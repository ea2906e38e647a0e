"""Bodies: which named body "the company" or "the agency" stands for.

The word itself in a name decides first ("the department": the Orm Department of Health). Else it is
the body that the text talks about most by far, among those whose names do not show another kind.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from divergence.lexicons.agencies import by_form
from divergence.lexicons.bodies import FAMILIES_OF_WORD, FAMILY_OF_NOUN
from divergence.text.entities.chains import Chain

_AHEAD = 2
_NEAR = 3


def body_called(noun: str, bodies: Sequence[tuple[Chain, int]]) -> Chain | None:
    """Find the body that a noun stands for; ``bodies`` come with how many sentences they are ago.

    None where no body stands out.
    """
    held = [(c, away) for c, away in bodies if any(noun in _words(name) for name in c.names)]
    if held:
        return min(held, key=lambda pair: pair[1])[0]
    family = FAMILY_OF_NOUN.get(noun)
    if family is None:
        return None
    sure = [(c, away) for c, away in bodies if family in families(c)]
    fit = sure
    if not sure and family != "press":
        fit = [(c, away) for c, away in bodies if not families(c)]
    near = [(c, away) for c, away in fit if away <= _NEAR]
    if len(near) == 1:
        return near[0][0]
    ranked = sorted(fit, key=lambda pair: -len(pair[0].read))
    if ranked and (len(ranked) == 1 or len(ranked[0][0].read) >= _AHEAD * len(ranked[1][0].read)):
        return ranked[0][0]
    return None


def families(chain: Chain) -> frozenset[str]:
    """Kinds of body that a name may be of, by the words in it; none where it does not show."""
    parts = [word for name in chain.names for word in _words(name)]
    shown = [FAMILIES_OF_WORD[word] for word in parts if word in FAMILIES_OF_WORD]
    nouns = {FAMILY_OF_NOUN[r.noun] for r in chain.roles if r.noun in FAMILY_OF_NOUN}
    press = {"press"} if any(" ".join(words) in by_form() for words in chain.names) else set()
    return frozenset().union(*shown, nouns, press)


@lru_cache(maxsize=10_000)
def _words(name: tuple[str, ...]) -> frozenset[str]:
    """The words of a name, those of compounds one by one."""
    return frozenset(w.lower().rstrip(".") for part in name for w in part.split("-"))
