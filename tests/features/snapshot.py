"""The numbers of every feature on one text, frozen: a changed number is a new version.

``python -m tests.features.snapshot`` writes ``snapshot.json`` anew. It refuses to where a number
changed and the version did not.
"""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import TypedDict

from divergence.features.registry import all_features
from divergence.measuring.measure import measure
from divergence.types import Side

SNAPSHOT = Path(__file__).with_name("snapshot.json")
SIDES = (
    Side("Norland", ("Norland", "Norlander", "Norlanders", "Norlandish")),
    Side("Sudmark", ("Sudmark", "Sudmarkian", "Sudmarkians")),
)
# Invented; every feature finds something in it, in the reporter's words and in quoted ones.
TEXT = (
    "Norland's army shelled the harbor town of Velm before dawn on Monday, killing at least 12"
    " people and wounding about 40, officials said. Three warehouses were destroyed. The brutal"
    ' attack may have been a mistake, a Norlandish diplomat suggested. "Sudmark was hit without'
    ' warning, and perhaps 300 families have lost their homes," General Ada Lin of Sudmark told'
    ' reporters. "We will certainly strike back, and Norland will be defeated by our heroic'
    ' soldiers."\n\n'
    "Norland denied that. Its defense ministry claimed that Sudmarkian terrorists had fired first,"
    " and insisted that no civilian was killed. Neither account could be verified. According to two"
    " villagers, the ferry was sunk by a drone; nobody was named. Aid workers were attacked by"
    ' looters near the pier. "It is not clear who fired," one villager said. "The regime lied to'
    ' us, and Norland seems to have been attacked too."\n\n'
    "Talks on a truce are expected to resume in May, if both sides agree. Bread prices in Velm rose"
    " by 15 percent, and the cost of fuel doubled. It was utterly wrong to bomb a market, the"
    ' bishop warned, and he called the strike "a disgrace". Sudmark praised Norland for releasing'
    " 25 prisoners. A mother of two, whose house burned down, wept as she searched the rubble."
)


class Frozen(TypedDict):
    """What is frozen of one feature."""

    version: int
    units: dict[str, str]
    numbers: dict[str, float | None]


def now() -> dict[str, Frozen]:
    """Return what every feature gives now."""
    tidy = measure([TEXT], sides=SIDES).to_tidy()
    found: dict[str, Frozen] = {}
    for feature in all_features():
        mine = tidy[tidy.feature == feature.name]
        keys = mine.measure + mine.side.map(lambda side: f"[{side}]" if side else "")
        found[feature.name] = {
            "version": feature.version,
            "units": {each.name: each.unit for each in feature.measures},
            "numbers": {
                f"{key} {voice}": None if math.isnan(number) else round(number, 9)
                for key, voice, number in zip(keys, mine.voice, mine.value, strict=True)
            },
        }
    return found


def frozen() -> dict[str, Frozen]:
    """Return what was frozen."""
    kept: dict[str, Frozen] = json.loads(SNAPSHOT.read_text(encoding="utf-8"))
    return kept


def changed(old: Frozen, new: Frozen) -> list[str]:
    """Name the numbers that are others now; the last digits may differ between machines."""
    names = sorted({*old["numbers"], *new["numbers"]})
    return [name for name in names if not _alike(old, new, name)]


def _alike(old: Frozen, new: Frozen, name: str) -> bool:
    if name not in old["numbers"] or name not in new["numbers"]:
        return False
    a, b = old["numbers"][name], new["numbers"][name]
    if a is None or b is None:
        return a is b
    return math.isclose(a, b, rel_tol=1e-6, abs_tol=1e-6)


def main() -> None:
    """Freeze what every feature gives now."""
    found = now()
    before = frozen() if SNAPSHOT.exists() else {}
    for name, new in found.items():
        old = before.get(name)
        if old is not None and old["version"] == new["version"] and changed(old, new):
            raise SystemExit(f"{name} {new['version']}: {WHAT_TO_DO}")
    SNAPSHOT.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


WHAT_TO_DO = (
    "its numbers changed. Raise the version in its FEATURE, say in CHANGELOG.md under 'Changed "
    "numbers' what changed (name and new version), then run python -m tests.features.snapshot."
)

if __name__ == "__main__":
    main()
