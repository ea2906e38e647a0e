"""The material of a report laid out so that every page finds what it needs."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import cached_property

from divergence.comparing.cautions import NOT_ALIGNED
from divergence.comparing.comparison import Comparison
from divergence.comparing.measures.measure_results import Contrast, Estimate
from divergence.comparing.parties import THE_OTHERS
from divergence.counting.columns import Column
from divergence.digesting.material import Material
from divergence.displays import contrast_selection
from divergence.phrases import say
from divergence.plots.lettering import plain
from divergence.reporting.footnotes import Footnotes
from divergence.reporting.number_sentences import LEADING
from divergence.reporting.run_info import RunInfo
from divergence.types import VoiceChoice

MOST_SOURCES = 24
_IDENTIFIER = re.compile(r"(?=.*\d)[\w-]{16,}")


class ReportContext:
    """A comparison with its lookups, its material and the evidence numbers handed out so far."""

    def __init__(self, comparison: Comparison, info: RunInfo, material: Sequence[Material]) -> None:
        self.comparison = comparison
        self.info = info
        self.material = tuple(material)
        self.footnotes = Footnotes(material, info.features)
        self.columns = {column.name: column for column in comparison.columns}
        self._estimates = contrast_selection.by_place(comparison)

    @cached_property
    def sources(self) -> tuple[str, ...]:
        """Names of the sources, as the comparison orders them."""
        return tuple(profile.source for profile in self.comparison.sources)

    @cached_property
    def shown_sources(self) -> tuple[str, ...]:
        """The sources that charts have room for: those with the most articles."""
        return contrast_selection.largest(self.comparison, MOST_SOURCES)

    @cached_property
    def n_articles(self) -> int:
        """Number of articles measured."""
        return sum(profile.n_articles for profile in self.comparison.sources)

    @cached_property
    def unaligned(self) -> bool:
        """Whether several sources were not aligned because their articles name no event."""
        # Few articles without an event are taken to be about one: only the caution tells.
        return len(self.sources) > 1 and NOT_ALIGNED in self.comparison.cautions

    def estimate(self, source: str, column: str, voice: VoiceChoice) -> Estimate | None:
        """Find one estimate; None where there is none, as for "the others"."""
        return self._estimates.get((source, column, voice))

    def family(self, family: str) -> tuple[Column, ...]:
        """Columns of a family, in the comparison's order."""
        return tuple(column for column in self.comparison.columns if column.family == family)

    def strongest(
        self, columns: Sequence[Column], *, most: int, per_feature: int = 99
    ) -> tuple[Contrast, ...]:
        """Return the contrasts that stand out most, one a column, clear ones first."""
        names = {column.name for column in columns}
        against_others = len(self.sources) > 2 and any(
            contrast.reference == THE_OTHERS for contrast in self.comparison.contrasts
        )
        ranked = sorted(
            (
                contrast
                for contrast in self.comparison.contrasts
                if contrast.column in names
                and math.isfinite(contrast.difference)
                and contrast.difference != 0
                and (contrast.reference == THE_OTHERS or not against_others)
                and contrast.voice
                in LEADING.get(self.columns[contrast.column].family, (contrast.voice,))
            ),
            key=lambda candidate: contrast_selection.rank(candidate, self._estimates),
        )
        chosen: list[Contrast] = []
        used: dict[str, int] = {}
        for contrast in ranked:
            feature = self.columns[contrast.column].feature
            if any(contrast.column == other.column for other in chosen):
                continue
            if used.get(feature, 0) >= per_feature:
                continue
            used[feature] = used.get(feature, 0) + 1
            chosen.append(contrast)
            if len(chosen) == most:
                break
        return tuple(chosen)

    def weak(self, contrast: Contrast) -> bool:
        """Tell whether a contrast rests on too little text to lead a page."""
        return contrast_selection.weak(contrast, self._estimates)

    def cite(self, contrast: Contrast, *, most: int = 2) -> tuple[int, ...]:
        """Evidence numbers behind a contrast, of both sides where both are sources."""
        column = self.columns[contrast.column]
        numbers: tuple[int, ...] = ()
        for source in (contrast.source, contrast.reference):
            numbers += self.footnotes.cite_column(column, source, contrast.voice, most=most)
        return tuple(sorted(set(numbers)))

    @cached_property
    def _events(self) -> dict[str, str]:
        """Names of events; one that is only an identifier goes by its first headline."""
        headlines: dict[str, str] = {}
        for article in sorted(self.material, key=lambda item: item.article):
            if article.title:
                headlines.setdefault(article.event, article.title)
        return {
            event: headlines.get(event, event) if _IDENTIFIER.fullmatch(event) else event
            for event in self.comparison.events
        }

    def event_among_several(self, event: str) -> str:
        """Name of an event at a length that a heading can hold; "" where there is only one."""
        several = len(self.comparison.events) > 1
        return plain(self._events.get(event, event), limit=44) if several else ""

    def title_of(self) -> str:
        """Title of the report: given, or the event, or of a single source its article's title."""
        events = [event for event in self.comparison.events if event]
        n = len(self.sources)
        if self.info.title:
            title = self.info.title
        elif len(events) > 1:
            title = say("title.events", events=len(events), sources=n)
        elif events and not (n > 1 and _IDENTIFIER.fullmatch(events[0])):
            title = self._events[events[0]]
        elif n > 1:
            # The headline of one outlet would take its side. Articles of which nobody says so are
            # only taken to be about one event.
            title = say("title.together" if events and not self.unaligned else "title.apart", n=n)
        elif n:
            headlines = (article.title for article in self.material if article.title)
            title = next(headlines, say("title.untitled"))
        else:
            title = say("title.nothing")
        return plain(title, limit=160)
