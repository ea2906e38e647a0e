"""One country's names stand in for every other's before parsing, so that no parse knows a country.

"Kyiv bombed Moscow" and "Moscow bombed Kyiv" must get the same tree, or who acts and who is acted
upon would depend on what the parser has read about either. Words of the text stay as they are: the
parser alone reads the stand-ins. Names of people and of places that are no country or capital are
left: one sign for all of them costs too many arcs (``divergence/weights/syntax/MODEL_CARD.md``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from divergence.lexicons.countries import place_signs

_STAND_INS = {"COUNTRY": "France", "DEMONYM": "French", "PEOPLE": "Americans", "CAPITAL": "Paris"}


def stand_ins(words: Sequence[str]) -> list[str]:
    """Replace each country, people and capital of one word by the stand-in of its kind."""
    known = _table()
    return [known.get(word, word) for word in words]


@cache
def _table() -> Mapping[str, str]:
    plain = {
        name: _STAND_INS[sign]
        for name, sign in place_signs().items()
        if sign in _STAND_INS and name.istitle() and name.isalpha()
    }
    return plain | {name.upper(): stand_in.upper() for name, stand_in in plain.items()}
