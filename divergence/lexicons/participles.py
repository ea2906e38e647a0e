"""Past participles of verbs: the irregular ones of English, and the spelling of all others."""

from __future__ import annotations

import re

# Verb and participle, in pairs; a closed class.
_PAIRS = """
arise arisen bear borne beat beaten become become begin begun bend bent bet bet bind bound bite
bitten bleed bled blow blown break broken bring brought build built burn burned burst burst buy
bought cast cast catch caught choose chosen come come cost cost cut cut deal dealt dig dug do done
draw drawn drink drunk drive driven eat eaten fall fallen feed fed feel felt fight fought find found
flee fled fly flown forbid forbidden forget forgotten freeze frozen get got give given go gone grow
grown hang hanged have had hear heard hide hidden hit hit hold held hurt hurt keep kept know known
lay laid lead led leave left lend lent let let lie lain lose lost make made mean meant meet met
mistake mistaken overcome overcome overthrow overthrown pay paid put put quit quit read read rebuild
rebuilt ride ridden ring rung rise risen run run say said see seen seek sought sell sold send sent
set set shake shaken shed shed shoot shot show shown shrink shrunk shut shut sing sung sink sunk
sit sat slay slain sleep slept slide slid speak spoken spend spent spin spun split split spread
spread stand stood steal stolen stick stuck strike struck swear sworn sweep swept swim swum swing
swung take taken teach taught tear torn tell told think thought throw thrown understand understood
undo undone upset upset wake woken wear worn win won wind wound withdraw withdrawn write written
""".split()
_IRREGULAR = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))
# One short vowel before one consonant at the end of a word of one syllable: "stop", "plan".
_DOUBLED = re.compile(r"[^aeiou]*[aeiou][bdgklmnprt]")


def past_participle(lemma: str) -> str:
    """Return the past participle of a verb."""
    if lemma in _IRREGULAR:
        return _IRREGULAR[lemma]
    if lemma.endswith("e"):
        return f"{lemma}d"
    if re.search(r"[^aeiou]y$", lemma):
        return f"{lemma[:-1]}ied"
    return f"{lemma}{lemma[-1] if _DOUBLED.fullmatch(lemma) else ''}ed"
