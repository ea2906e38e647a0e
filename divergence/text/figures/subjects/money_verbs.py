"""Verbs that money is got, given or lost by, each with the noun for what comes of it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class MoneyVerb(NamedTuple):
    """A noun ("earnings"), what joins it to who acts ("of") and to whom it is done ("to")."""

    noun: str
    agent: str
    patient: str


_ROWS = """
award award by to; bet bet by on; borrow loan to from; charge charge by to; contribute
contributions by to; cost cost of to; donate donations by to; earn earnings of for; fine fine by on;
give gift by to; grant grant by to; invest investment by in; lend loan by to; lose loss of for;
make earnings of for; owe debt of to; pay payment by to; pledge pledge by to; save savings of for;
spend spending by on
"""
MONEY_VERBS: Mapping[str, MoneyVerb] = MappingProxyType(
    {verb: MoneyVerb(*rest) for verb, *rest in (row.split() for row in _ROWS.split(";"))}
)
