"""Number words: units, tens and scales."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

# In order: the place of a word is its number, and that of a ten its number over ten, less two.
BELOW_TWENTY = tuple(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen".split()
)
TENS = tuple("twenty thirty forty fifty sixty seventy eighty ninety".split())
SCALES: Mapping[str, float] = MappingProxyType(
    {
        "dozen": 12.0,
        "hundred": 100.0,
        "thousand": 1e3,
        "lakh": 1e5,
        "lakhs": 1e5,
        "lac": 1e5,
        "million": 1e6,
        "crore": 1e7,
        "crores": 1e7,
        "billion": 1e9,
        "trillion": 1e12,
    }
)
