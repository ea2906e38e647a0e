"""Who is given how many words, and with which verbs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Self

from matplotlib.axes import Axes

from divergence.displays.display import Display
from divergence.errors import UsageError
from divergence.measuring.material import collect
from divergence.phrases import commas, say
from divergence.plots import speakers
from divergence.plots.lettering import plain
from divergence.plots.speakers import SpeakerBar
from divergence.types import Document

MOST_VERBS = 3


@dataclass(slots=True)
class _Voice:
    """What one source gives one speaker; "" is whoever is not named."""

    source: str
    name: str
    words: int = 0
    times: int = 0
    verbs: Counter[str] = field(default_factory=Counter)


class SpeakersDisplay(Display[tuple[SpeakerBar, ...]]):
    """A bar for each speaker, as long as the words that a source gives them.

    See Also
    --------
    divergence.plots.speakers.draw : What is drawn, and how to read it.
    """

    @classmethod
    def from_documents(
        cls, documents: Iterable[Document], *, most: int = 12, ax: Axes | None = None
    ) -> Self:
        """Draw the speakers that articles give most words to, quoted or reported.

        Parameters
        ----------
        documents : iterable of Document
            As :func:`divergence.text.annotate.annotate` gives them. A comparison does not keep who
            speaks, so speakers are drawn from these; read once, one at a time.
        most : int, optional
            How many bars.
        ax : matplotlib.axes.Axes, optional
            Where to draw; by default a figure of its own.

        Returns
        -------
        SpeakersDisplay
            Drawn. Speakers of several sources stand apart; those that cannot be named are one bar
            for each source.

        Raises
        ------
        UsageError
            If something among them is not a Document.

        Examples
        --------
        >>> from divergence.text.annotate import annotate
        >>> document = annotate('"We are ready," Ada Lin said.')
        >>> [(bar.name, bar.words) for bar in SpeakersDisplay.from_documents([document]).data]
        [('Ada Lin', 3)]
        """
        voices: dict[tuple[str, str], _Voice] = {}
        sources: set[str] = set()
        n = 0
        for document in documents:
            if not isinstance(document, Document):
                raise UsageError(
                    f"speakers are drawn from Documents, not {type(document).__name__};"
                    " annotate the texts first"
                )
            source = document.article.source
            sources.add(source)
            for one in collect(document, ()).spoken:
                named = one.speaker_kind not in ("unknown", "pronoun")
                name = plain(one.speaker, limit=80) if named else ""
                voice = voices.setdefault((source, name), _Voice(source, name))
                voice.words += one.n_words
                voice.times += 1
                voice.verbs.update([one.cue] if one.cue else [])
                n += 1
        ranked = sorted(
            voices.values(), key=lambda one: (-one.words, one.source, not one.name, one.name)
        )
        names = {voice.name for voice in ranked if voice.name}
        order = sorted(sources)
        return cls(
            tuple(_bar(voice, order) for voice in ranked[:most]),
            title=_heard(ranked[:most]),
            subtitle=say("voices.speakers_how", attributions=n, speakers=len(names)),
        ).plot(ax)

    def _draw(self, ax: Axes | None) -> Axes:
        return speakers.draw(self.data, ax=ax, title=self.title, subtitle=self.subtitle)


def _heard(shown: list[_Voice]) -> str:
    first = next((voice for voice in shown if voice.name), None)
    if first is None:
        return say("voices.nobody_named")
    return say(
        "voices.most", name=plain(first.name, limit=48), source=plain(first.source, limit=48)
    )


def _bar(voice: _Voice, sources: list[str]) -> SpeakerBar:
    ranked = sorted(voice.verbs.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_VERBS]
    verbs = commas([f"{verb} {n}" if n > 1 else verb for verb, n in ranked])
    name = voice.name or say("voices.no_name")
    return SpeakerBar(
        name=f"{name} · {plain(voice.source, limit=48)}" if len(sources) > 1 else name,
        words=voice.words,
        place=sources.index(voice.source),
        n_sources=len(sources),
        text=say(
            "voices.bar",
            words=voice.words,
            times=voice.times,
            verbs=verbs or say("voices.no_verb"),
        ),
    )
