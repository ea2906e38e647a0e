"""Something to say that is data until it is shown: which phrase, and what fills it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Date

from divergence.phrases import say


@dataclass(frozen=True, slots=True, repr=False)
class Saying:
    """A phrase and its fields, not a sentence; ``str`` says it in the language that is spoken."""

    key: str
    fields: tuple[tuple[str, int | str | Date | Saying], ...] = ()

    def __str__(self) -> str:
        return say(self.key, **dict(self.fields))

    def __repr__(self) -> str:
        return f"<Saying {self.key}: {self}>"


# What articles say stays as it is; what the package says of them is a phrase.
Words = str | Saying


def saying(key: str, /, **fields: int | str | Date | Saying) -> Saying:
    """Put off saying a phrase until it is shown."""
    return Saying(key, tuple(sorted(fields.items())))
