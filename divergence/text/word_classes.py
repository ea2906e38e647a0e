"""Penn Treebank tags and the word classes of Universal Dependencies, each from the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from divergence.lexicons.auxiliaries import MODALS
from divergence.lexicons.negators import PARTICLES

if TYPE_CHECKING:
    from spacy.tokens import Token

PENN = frozenset(
    "NN NNS NNP NNPS VB VBD VBG VBN VBP VBZ MD JJ JJR JJS RB RBR RBS RP IN TO DT PDT WDT PRP PRP$ "
    "WP WP$ WRB EX CC CD FW LS POS SYM UH $ # . , : `` '' \" -LRB- -RRB- ( ) HYPH NFP ADD AFX GW XX"
    "".split()
)
PROPER_TAGS = frozenset({"NNP", "NNPS"})
VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
FINITE_TAGS = frozenset({"VBD", "VBP", "VBZ", "MD"})
_BY_TAG = {
    **dict.fromkeys(("NN", "NNS"), "NOUN"),
    **dict.fromkeys(("NNP", "NNPS", "ADD"), "PROPN"),
    **dict.fromkeys(("JJ", "JJR", "JJS", "AFX"), "ADJ"),
    **dict.fromkeys(("RB", "RBR", "RBS", "WRB"), "ADV"),
    **dict.fromkeys(("PRP", "PRP$", "WP", "WP$", "EX"), "PRON"),
    **dict.fromkeys(("DT", "PDT", "WDT"), "DET"),
    **dict.fromkeys(("IN", "TO", "RP"), "ADP"),
    **dict.fromkeys(("$", "#", "SYM"), "SYM"),
    **dict.fromkeys(("FW", "LS", "GW", "XX"), "X"),
    "MD": "AUX",
    "CD": "NUM",
    "CC": "CCONJ",
    "POS": "PART",
    "UH": "INTJ",
}
_DETERMINING = frozenset({"det", "det:predet"})
_HELPING = frozenset({"aux", "aux:pass", "cop"})

_MODALS = MODALS | {"ca", "wo", "'ll", "'d", "ought"}
_ASKING = {
    **dict.fromkeys(("who", "whom", "what", "whoever", "whatever"), "WP"),
    **dict.fromkeys(("which", "whichever"), "WDT"),
    "whose": "WP$",
    "there": "EX",
    "that": "WDT",
}
_PLAIN = {
    "ADP": "IN",
    "CCONJ": "CC",
    "DET": "DT",
    "INTJ": "UH",
    "NUM": "CD",
    "SCONJ": "IN",
    "X": "FW",
}
_MARKS = {
    **dict.fromkeys(".?!", "."),
    **dict.fromkeys("([{", "-LRB-"),
    **dict.fromkeys(")]}", "-RRB-"),
    **dict.fromkeys("\"”’'»", "''"),
    **dict.fromkeys("“‘«„", "``"),
    **dict.fromkeys("-‐‑", "HYPH"),
    ",": ",",
}
CLASSES = frozenset(
    {*_PLAIN, "ADJ", "ADV", "AUX", "NOUN", "PART", "PRON", "PROPN", "PUNCT", "SYM", "VERB"}
)


def class_of(tag: str, relation: str, word: str = "") -> str:
    """Return the word class of a tag, told apart by the relation where a tag stands for several.

    The word itself tells only "not" from other adverbs.
    """
    if word.lower() in PARTICLES:
        return "PART"
    if tag.startswith("VB"):
        return "AUX" if relation in _HELPING else "VERB"
    if relation == "mark" and tag in {"IN", "TO", "WRB"}:
        return "PART" if tag == "TO" else "SCONJ"
    if tag in {"DT", "WDT"} and relation not in _DETERMINING:
        return "PRON"
    return _BY_TAG.get(tag, "PUNCT")


def tag_of(token: Token) -> str:
    """Return the Penn tag that a token of another pipeline would have, by its class and features.

    Where the pipeline gives no features, the ending decides the form of a verb.
    """
    word, kind = token.lower_, token.pos_
    has = token.morph.to_dict().get
    if kind in {"VERB", "AUX"}:
        return _verb(token)
    if kind in {"NOUN", "PROPN"}:
        return ("NN" if kind == "NOUN" else "NNP") + ("S" if has("Number") == "Plur" else "")
    if kind in {"ADJ", "ADV"}:
        if kind == "ADV" and word in {"when", "where", "why", "how"}:
            return "WRB"
        return {"ADJ": "JJ", "ADV": "RB"}[kind] + {"Cmp": "R", "Sup": "S"}.get(
            has("Degree", ""), ""
        )
    if kind == "PRON":
        if word in _ASKING and (word != "that" or has("PronType") == "Rel"):
            return _ASKING[word]
        if has("PronType") in {"Dem", "Tot"}:
            return "DT"
        return "PRP$" if has("Poss") == "Yes" else "PRP"
    if kind == "DET":
        if word in {"which", "what", "whichever", "whatever"}:
            return "WDT"
        return "PDT" if token.dep_ == "det:predet" else "DT"
    if kind == "PART":
        return {"to": "TO", "'s": "POS", "’s": "POS", "'": "POS", "’": "POS"}.get(word, "RB")
    if kind == "ADP" and token.dep_ == "compound:prt":
        return "RP"
    if kind == "PUNCT":
        return _MARKS.get(word[:1], ":")
    if kind == "SYM":
        return "$" if word in {"$", "£", "€", "¥"} else "SYM"
    return _PLAIN[kind]


def _verb(token: Token) -> str:
    word = token.lower_
    has = token.morph.to_dict().get
    form, tense = has("VerbForm"), has("Tense")
    if token.pos_ == "AUX" and word in _MODALS and token.dep_ == "aux":
        return "MD"
    if form == "Part":
        return "VBG" if tense == "Pres" else "VBN"
    if form in {"Inf", "Ger"}:
        return "VB" if form == "Inf" else "VBG"
    if has("Mood") == "Imp":
        return "VB"
    if tense == "Past":
        return "VBD"
    if tense == "Pres":
        return "VBZ" if has("Number") == "Sing" and has("Person", "3") == "3" else "VBP"
    if word.endswith("ing"):
        return "VBG"
    helped = any(child.dep_ in {"aux", "aux:pass"} for child in token.children)
    if word.endswith(("ed", "en")):
        return "VBN" if helped else "VBD"
    if word.endswith("s"):
        return "VBZ"
    return "VB" if helped else "VBP"
