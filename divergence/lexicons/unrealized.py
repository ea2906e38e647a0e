"""Verbs and adjectives under which an infinitive is not said to have come true.

"Failed to confirm", "plans to evacuate" and "unable to reach" tell of no confirming, evacuating or
reaching. All are lemmas.

References
----------
Karttunen (1971) Implicative verbs.
"""

from __future__ import annotations

# These say that it did not come true.
REFUSING = frozenset({"decline", "refuse"})
FAILING = frozenset({"fail", "unable"})
# These leave it open.
_PREVENTED = frozenset({"avoid", "impossible", "unwilling"})
_TRIED = frozenset({"attempt", "seek", "struggle", "try"})
_AHEAD = frozenset(
    "aim ask expect hope intend need offer order plan prepare promise threaten urge vote vow "
    "want".split()
)
UNREALIZED = REFUSING | FAILING | _PREVENTED | _TRIED | _AHEAD
