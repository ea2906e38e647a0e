"""A small good file for every task of ``divergence validate``, with invented rows."""

from __future__ import annotations

import json

CONLLU = (
    "# newdoc id = a\n"
    "1\tShips\tship\tNOUN\tNNS\t_\t2\tnsubj\t_\t_\n"
    "2\tsank\tsink\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No\n"
    "3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n"
    "\n"
)
_SAID = "Minister Ada Lin said that the bridge was open."
_TOLD = {"source": [[0, 16]], "cue": [[17, 21]], "content": [[22, 46]]}
_SHE = "Ada Lin said that she was late."
_LATE = [
    {"start": 0, "end": 7, "type": "person", "chain": 1},
    {"start": 18, "end": 21, "type": "person", "chain": 1},
]
_PROPERTIES = [["Affection", "won"], ["Honor", "hero"], ["Positive", "good"], ["Power", "led"]]
_LIND = "Lind won the vote and opened the bridge. Voters praised Lind."
_ROTH = "Roth lied to voters. Roth was fined for fraud."

ROWS: dict[str, list[dict[str, object]]] = {
    "alignment": [
        {"a": "The bridge is open.", "b": "The bridge opened.", "similarity": 4.5},
        {"a": "The bridge is open.", "b": "Tea prices rose.", "similarity": 0},
    ],
    "attribution": [
        {"text": _SAID, "attributions": [_TOLD]},
        {"text": "Rain fell on the bridge.", "attributions": []},
    ],
    "certainty": [
        {"text": "Tea may possibly help some patients.", "certainty": 2},
        {"text": "Tea is brewed from leaves.", "certainty": 6},
    ],
    "entities": [
        {"text": _SHE, "entities": _LATE},
        {"text": "It rained.", "entities": []},
    ],
    "events": [
        {"event": "bridge", "source": "a", "text": "The bridge of Norland fell into the river."},
        {"event": "tea", "source": "b", "text": "Tea prices rose at the market in Sudmark."},
    ],
    "figures": [
        {"a": "The mill burned down.", "b": "Tea prices rose.", "label": "unrelated"},
        {"a": "The mill was shut.", "b": "The mill was not shut.", "label": "differ"},
    ],
    "frames": [
        {"text": "Rebels attacked the town.", "frames": ["conflict"]},
        {"text": "Prices and wages rose.", "frames": ["economic"]},
    ],
    "hedging": [
        {"text": "The bridge may close.", "label": "uncertain", "cues": [[11, 14, "modal"]]},
        {"text": "The bridge is closed.", "label": "certain", "cues": []},
    ],
    "loaded": [
        {"text": "The shameless regime lied.", "label": "loaded", "words": ["shameless"]},
        {"text": "The council met on Monday.", "label": "plain", "words": []},
    ],
    "roles": [
        {
            "event": "vote",
            "source": name,
            "text": text,
            "aliases": {side: [side]},
            "properties": {side: _PROPERTIES},
        }
        for name, text, side in (("a", _LIND, "Lind"), ("b", _ROTH, "Roth"))
    ],
    "sentiment": [
        {"text": _LIND, "start": 0, "end": 4, "target": "Lind", "label": "positive"},
        {"text": _ROTH, "start": 0, "end": 4, "target": "Roth", "label": "negative"},
    ],
}
TASKS = (*ROWS, "syntax")


def good(task: str) -> str:
    """The text of a good file."""
    if task == "syntax":
        return CONLLU * 2
    return "".join(json.dumps(row) + "\n" for row in ROWS[task])
