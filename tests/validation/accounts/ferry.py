"""An invented event with two accounts, labelled by hand, and a prediction with known mistakes."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

from divergence.validation.accounts.labels import LabelledEvent, read_event

POST = (
    'Mayor Ada Lin said that 12 people were hurt. "We are ready," she said. '
    "The ferry cost $3 million. It lay at the pier for two weeks."
)
HERALD = "At least 12 people were hurt, police said. The ferry sank on Monday."
HURT_POST = "Mayor Ada Lin said that 12 people were hurt."
HURT_HERALD = "At least 12 people were hurt, police said."
COST = "The ferry cost $3 million."
SANK = "The ferry sank on Monday."


def speech(article: str, content: str, around: str, speaker: str, **changes: Any) -> dict[str, Any]:
    return {
        "article": article,
        "content": content,
        "cue": "said",
        "cue_at": around,
        "speaker": speaker,
        "speaker_kind": "person",
        "side": None,
        "form": "indirect",
        "stance": "neutral",
        **changes,
    }


def figure(article: str, text: str, around: str, low: float, **changes: Any) -> dict[str, Any]:
    return {
        "article": article,
        "text": text,
        "in": around,
        "low": low,
        "high": low,
        "bound": "exact",
        "unit": "people",
        "subject": "people hurt",
        "time": None,
        "place": None,
        "claimant": "reporter",
        "group": None,
        **changes,
    }


LABELS: dict[str, Any] = {
    "event": "ferry",
    "articles": [
        {"id": "p", "source": "Post", "text": POST},
        {"id": "h", "source": "Herald", "text": HERALD},
    ],
    "sides": {"Norport": ["Lin"], "The ferrymen": ["ferrymen"]},
    "speech": [
        speech("p", "12 people were hurt", "Lin said that", "Ada Lin", side="Norport"),
        speech("p", "We are ready", "she said.", "Ada Lin", side="Norport", form="direct"),
        speech("h", "At least 12 people were hurt", "police said", "police", speaker_kind="body"),
    ],
    "figures": [
        figure("p", "12 people", "that 12 people were", 12, claimant="Ada Lin", group="G1"),
        figure("p", "$3 million", "cost $3 million", 3e6, unit="dollar", subject="ferry cost"),
        figure(
            "h",
            "At least 12 people",
            "At least 12 people",
            12,
            high=None,
            bound="at least",
            claimant="police",
            group="G1",
        ),
        figure("p", "two weeks", "for two weeks", 2, unit="week", subject="time at the pier"),
    ],
    "matters": [
        {"what": "12 were hurt", "weight": 3, "told": {"p": [HURT_POST], "h": [HURT_HERALD]}}
    ],
    "only": [
        {"article": "p", "sentence": COST, "weight": 2},
        {"article": "h", "sentence": SANK, "weight": 1},
    ],
    "conflicts": [
        {
            "kind": "claimant",
            "weight": 2,
            "versions": {"p": "12 people were hurt", "h": "At least 12 people were hurt"},
        }
    ],
}


def labels(**changes: Any) -> dict[str, Any]:
    """The labels, with parts changed; a part set to None is left out."""
    parts = {**deepcopy(LABELS), **changes}
    return {name: part for name, part in parts.items() if part is not None}


def write(folder: Path, content: object, name: str = "ferry.json") -> Path:
    path = folder / name
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return path


def event(folder: Path, **changes: Any) -> LabelledEvent:
    return read_event(write(folder, labels(**changes)))
