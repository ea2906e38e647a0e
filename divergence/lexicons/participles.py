"""Past participles of verbs: the irregular ones of English, and the spelling of all others.

A verb with a prefix goes like the verb in it: "uphold" like "hold". Rare irregular verbs are not
here ("smite"), and get the regular ending.
"""

from __future__ import annotations

import re

# Verb and participle, in pairs.
_PAIRS = """
arise arisen bear borne beat beaten become become begin begun bend bent bet bet bid bid bind bound
bite bitten bleed bled blow blown break broken breed bred bring brought build built burn burned
burst burst buy bought cast cast catch caught choose chosen cling clung come come cost cost creep
crept cut cut deal dealt dig dug do done draw drawn drink drunk drive driven eat eaten fall fallen
feed fed feel felt fight fought find found flee fled fly flown forbid forbidden forget forgotten
freeze frozen get got give given go gone grind ground grow grown hang hanged have had hear heard
hide hidden hit hit hold held hurt hurt keep kept know known lay laid lead led leave left lend lent
let let lie lain light lit lose lost make made mean meant meet met pay paid put put quit quit read
read relay relayed rid rid ride ridden ring rung rise risen run run say said see seen seek sought
sell sold send sent set set shake shaken shed shed shine shone shoot shot show shown shrink shrunk
shut shut sing sung sink sunk sit sat slay slain sleep slept slide slid sling slung speak spoken
spend spent spin spun split split spread spread spring sprung stand stood steal stolen stick stuck
sting stung strike struck swear sworn sweep swept swell swollen swim swum swing swung take taken
teach taught tear torn tell told think thought throw thrown thrust thrust undo undone wake woken
wear worn weave woven weep wept win won wind wound write written
""".split()
_IRREGULAR = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))
_PREFIXED = re.compile(r"(fore|mis|off|out|over|re|under|up|with)(.+)")
# One short vowel before one consonant at the end of a word of one syllable: "stop", "plan".
_DOUBLED = re.compile(r"[^aeiou]*[aeiou][bdgklmnprt]")
# Longer words that are stressed at the end; "limited" and "offered" are not.
_STRESSED = frozenset(
    "abet abut admit allot commit compel concur confer control defer deter dispel emit equip expel "
    "incur infer kidnap occur omit patrol permit prefer program propel rebel rebut recur refer "
    "regret remit repel submit transfer transmit".split()
)


def past_participle(lemma: str) -> str:
    """Return the past participle of a verb."""
    if lemma in _IRREGULAR:
        return _IRREGULAR[lemma]
    prefixed = _PREFIXED.fullmatch(lemma)
    if prefixed and prefixed[2] in _IRREGULAR:
        return prefixed[1] + _IRREGULAR[prefixed[2]]
    if lemma.endswith("e"):
        return f"{lemma}d"
    if re.search(r"[^aeiou]y$", lemma):
        return f"{lemma[:-1]}ied"
    doubled = lemma in _STRESSED or _DOUBLED.fullmatch(lemma)
    return f"{lemma}{lemma[-1] if doubled else ''}ed"
