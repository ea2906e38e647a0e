"""Bodies: which nouns a company, a newspaper or an agency is called by later, and what shows which.

A noun stands for a name of its own family or of none that shows: "the company" for "Orm Mills Inc."
and for "Orm Mills", not for "the Orm Herald". "The government" and "the court" are no other office:
they stand for names that hold the word, and are none of the nouns here.
"""

from __future__ import annotations

from types import MappingProxyType

_NOUNS = {
    "business": (
        "airline bank brand brokerage business carrier chain company conglomerate corporation "
        "enterprise firm giant hotelier insurer maker manufacturer retailer shipper startup "
        "subsidiary supplier utility"
    ),
    "press": (
        "broadcaster channel magazine network newspaper news_agency newswire outlet paper "
        "publication publisher site station tabloid website wire"
    ),
    "office": (
        "administration agency authority bureau commission committee department directorate "
        "laboratory office panel regulator secretariat service watchdog"
    ),
    "society": (
        "alliance association campaign charity church club coalition council federation foundation "
        "group institute league mosque movement ngo nonprofit organisation organization party "
        "synagogue team union university school college hospital"
    ),
}
_NAMES = {
    "business": (
        "airlines airways bank brands co corp corporation energy enterprises foods holdings hotels "
        "inc industries llc ltd mills motors oil partners pharmaceuticals plc railways resorts "
        "steel stores systems technologies"
    ),
    "press": (
        "advertiser broadcasting chronicle courier daily dispatch gazette globe guardian herald "
        "independent journal magazine mail mirror news newspaper observer post press radio record "
        "reporter review standard star sun telegraph telegram television times today tribune tv "
        "weekly"
    ),
    "office": (
        "administration agency assembly authority board bureau cabinet centers commission "
        "committee congress court department division government guard house institutes ministry "
        "office parliament police senate service treasury tribunal"
    ),
    "society": (
        "alliance association campaign center centre church club coalition college committee "
        "council federation foundation front fund group hospital institute league movement network "
        "organisation organization party school society trust union university"
    ),
}
FAMILY_OF_NOUN = MappingProxyType(
    {noun: family for family, nouns in _NOUNS.items() for noun in nouns.split()}
)
FAMILIES_OF_WORD = MappingProxyType(
    {
        word: frozenset(family for family, words in _NAMES.items() if word in words.split())
        for words in _NAMES.values()
        for word in words.split()
    }
)
