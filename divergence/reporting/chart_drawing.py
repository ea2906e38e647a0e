"""Which plot draws which kind of figure, and how much room it asks for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from divergence.plots import (
    agreement,
    contrasts,
    course,
    dendrogram,
    distances,
    keyness,
    ledger,
    multiples,
    profile,
    shares,
    speakers,
    timeline,
    word_shift,
)
from divergence.plots.style import Margins


@dataclass(frozen=True, slots=True)
class Plot:
    """How a kind of figure is drawn: ``half`` ones may stand two abreast.

    ``split`` divides what may go on overleaf; ``stacks`` ones take ``stacked=True`` for phones.
    """

    draw: Callable[..., None]
    height: Callable[..., float]
    margins: Callable[..., Margins]
    half: bool = False
    stacks: bool = True
    split: Callable[[Any, float], tuple[Any, Any]] | None = None


PLOTS = {
    "agreement": Plot(agreement.draw, agreement.height, agreement.margins, split=agreement.split),
    "contrasts": Plot(contrasts.draw, contrasts.height, contrasts.margins),
    "course": Plot(course.draw, course.height, course.margins, split=course.split),
    "distances": Plot(distances.draw, distances.height, distances.margins, half=True, stacks=False),
    "keyness": Plot(keyness.draw, keyness.height, keyness.margins, half=True, stacks=False),
    "ledger": Plot(ledger.draw, ledger.height, ledger.margins, split=ledger.split),
    "multiples": Plot(multiples.draw, multiples.height, multiples.margins),
    "profile": Plot(profile.draw, profile.height, profile.margins),
    "shares": Plot(shares.draw, shares.height, shares.margins),
    "shift": Plot(word_shift.draw, word_shift.height, word_shift.margins, half=True, stacks=False),
    "speakers": Plot(speakers.draw, speakers.height, speakers.margins),
    "timeline": Plot(timeline.draw, timeline.height, timeline.margins),
    "tree": Plot(dendrogram.draw, dendrogram.height, dendrogram.margins),
}
