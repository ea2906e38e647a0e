"""Parties that a letter or an adjective stands for: "Ada Lin (D-Orm)", "a Democratic senator"."""

from __future__ import annotations

from types import MappingProxyType

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
