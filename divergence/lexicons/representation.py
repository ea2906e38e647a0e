"""Representation: which nouns with a party beside them are the party's own, and which are not.

"A critic of Norland" and "Norland's victims" do not speak for Norland, "Norland's letter" does. A
party goes by a letter or an adjective, too: "Ada Lin (D-Orm)", "a Democratic senator".
"""

from __future__ import annotations

from types import MappingProxyType

# Who stands against the one named beside them, or is in their hands.
OPPOSED = frozenset(
    "accuser adversary antagonist assailant attacker captive casualty challenger critic deserter "
    "defector detainee detractor dissenter dissident doubter emigrant enemy exile expat expatriate "
    "foe hostage invader opponent opposition prisoner refugee resistance rival skeptic sceptic "
    "survivor target traitor victim whistleblower".split()
)
# Who looks on: "a Norland analyst" may be from there, or study it.
OBSERVING = frozenset(
    "academic analyst audience bystander client columnist commentator consumer correspondent "
    "creditor customer economist editor expat expert eyewitness fan guest historian journalist "
    "media neighbor neighbour newspaper observer outlet passenger pollster press professor "
    "reporter researcher scholar shareholder specialist spectator supplier tenant tourist traveler "
    "traveller viewer visitor watcher witness".split()
)
# Beside a party they turn it into others: "the Norland opposition leader", "her former aide".
TURNING = frozenset(
    "anti dissident disgruntled estranged ex exiled ex-employee fired former formerly onetime "
    "opposition rebel rival then".split()
)
# What says something in the name of whoever wrote it.
DOCUMENTS = frozenset(
    "account ad advertisement advisory affidavit announcement appeal bill brief bulletin comment "
    "communique communiqué complaint court-filing declaration decree directive document email "
    "filing guidance guideline indictment lawsuit letter manifesto memo memorandum message motion "
    "notice op-ed order paper petition plan platform post proposal release remark report "
    "resolution response speech statement submission suit testimony tweet video warning "
    "website".split()
)
# Beside these the party may be the one that the document is about: "the Norland lawsuits".
ABOUT_OTHERS = frozenset("account complaint indictment lawsuit report suit testimony".split())
# Verbs that make their object the subject's document.
ISSUING = frozenset(
    "draft file issue lodge post publish release send sign submit tweet unveil write".split()
)
# "A lawyer representing Norland" speaks for it.
REPRESENTING = frozenset({"command", "head", "lead", "represent"})

# How a party stands behind the noun that is its own: "soldiers from Norland".
OWNING = frozenset({"of", "for", "from", "with", "at", "within"})
OWNING_A_DOCUMENT = frozenset({"of", "from", "by"})
# "An adviser to Norland" is its own, "an ambassador to Norland" is another's.
OWNED_THROUGH_TO = frozenset(
    "adviser advisor aide assistant attorney consultant counsel counselor deputy lawyer".split()
)
# Words for a part of many: "several of the rebels".
PARTS = frozenset(
    "all any both few half majority many member most one number some several".split()
) | frozenset({"dozen", "hundred", "thousand"})

# Every form of one party, the members first.
_FORMS = MappingProxyType(
    {
        "d": ("Democrats", "Democrat", "Democratic", "Dems", "Democratic Party"),
        "r": ("Republicans", "Republican", "GOP", "Republican Party"),
    }
)
_LETTER_OF = MappingProxyType(
    {form.lower(): letter for letter, forms in _FORMS.items() for form in forms}
)


def party_forms(name: str) -> tuple[str, ...]:
    """Return the words that a party goes by, if a name is a party's, else nothing."""
    return _FORMS.get(_LETTER_OF.get(party_name(name), ""), ())


def party_of_tag(tag: str) -> str:
    """Return the members' name of the party of a tag: "D-Orm" is of the Democrats."""
    return _FORMS.get(tag[:1].lower(), ("",))[0]


def party_name(name: str) -> str:
    """Return a name in lower case, without its article."""
    return name.lower().removeprefix("the ")
