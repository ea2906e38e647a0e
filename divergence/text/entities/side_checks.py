"""Sides as they are given: what must hold before anything of them is looked for in a text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from divergence.errors import UsageError
from divergence.types import Side


def check_sides(sides: Sequence[Side]) -> tuple[Side, ...]:
    """Return sides as a tuple, or say what is wrong with them."""
    if isinstance(sides, str | Side | Mapping):
        raise UsageError(
            f"sides is a {type(sides).__name__}; give a list: "
            'sides=[Side("North", ("North", "Northern"))]'
        )
    chosen = tuple(sides)
    for place, side in enumerate(chosen, start=1):
        if not isinstance(side, Side):
            raise UsageError(
                f"side {place} is a {type(side).__name__}, not a Side; write "
                'Side("North", ("North", "Northern"))'
            )
        _check_aliases(side)
    names = [side.name for side in chosen]
    for name in names:
        if names.count(name) > 1:
            raise UsageError(f"two sides are called {name!r}; give each a name of its own")
    _check_owners(chosen)
    return chosen


def _check_aliases(side: Side) -> None:
    write = f'write Side({side.name!r}, ("North", "Northern"))'
    if isinstance(side.aliases, str) or not all(isinstance(a, str) for a in side.aliases):
        raise UsageError(f"the aliases of side {side.name!r} are not a tuple of names; {write}")
    if not any(alias.strip() for alias in side.aliases):
        raise UsageError(
            f"side {side.name!r} has no aliases, so no text would ever name it; {write}"
        )


def _check_owners(sides: Sequence[Side]) -> None:
    """Refuse an alias on two sides: every mention would go to the first of them."""
    owner: dict[str, str] = {}
    for side in sides:
        for alias in side.aliases:
            other = owner.setdefault(" ".join(alias.split()).casefold(), side.name)
            if other != side.name:
                raise UsageError(
                    f"alias '{alias}' is given to both '{other}' and '{side.name}'. "
                    "Keep it on one side."
                )
