"""Auxiliaries: modal verbs, and verbs that carry no matter of their own. All are lemmas."""

from __future__ import annotations

# Forms of the past that leave open whether it is so.
IRREALIS = frozenset({"could", "might", "should", "would"})
# What is not said to be so: "can confirm" and "will confirm" say more.
OPEN = IRREALIS | {"may", "must"}
MODALS = OPEN | {"can", "shall", "will"}
LIGHT = MODALS | {"be", "do", "get", "have"}
