"""Who is given how many words, and with which verbs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Self

from matplotlib.axes import Axes

from divergence.digesting.material import Spoken, collect
from divergence.displays.display import Display, several
from divergence.errors import UsageError
from divergence.phrases import commas, say
from divergence.plots import speakers
from divergence.plots.lettering import plain
from divergence.plots.party_names import short
from divergence.plots.speakers import SpeakerBar
from divergence.types import Document

MOST_VERBS = 3


@dataclass(slots=True)
class Voice:
    """What one source gives one speaker; "" is whoever is not named.

    ``places`` are those of the speaker's words among all that is spoken.
    """

    source: str
    name: str
    places: list[int] = field(default_factory=list)
    words: int = 0
    verbs: Counter[str] = field(default_factory=Counter)


class SpeakersDisplay(Display[tuple[SpeakerBar, ...]]):
    """A bar for each speaker, as long as the words that a source gives them."""

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
        spoken: list[tuple[str, Spoken]] = []
        sources: set[str] = set()
        for document in several(documents):
            if not isinstance(document, Document):
                raise UsageError(
                    f"speakers are drawn from Documents, not {type(document).__name__};"
                    " annotate the texts first"
                )
            source = document.article.source
            sources.add(source)
            spoken += [(source, words) for words in collect(document, ()).spoken]
        heard = voices(spoken)
        order = sorted(sources)
        bars = tuple(bar(voice, order) for voice in heard[:most])
        return cls(bars, title=headline(heard[:most]), subtitle=how_to_read(heard)).plot(ax)

    _plot = speakers


def voices(spoken: Iterable[tuple[str, Spoken]]) -> list[Voice]:
    """Sum what each source gives each speaker, those with most words first."""
    heard: dict[tuple[str, str], Voice] = {}
    for place, (source, words) in enumerate(spoken):
        name = plain(words.speaker, limit=80)
        voice = heard.setdefault((source, name), Voice(source, name))
        voice.places.append(place)
        voice.words += words.n_words
        voice.verbs.update([words.cue] if words.cue else [])
    return sorted(
        heard.values(),
        key=lambda spoken_part: (
            -spoken_part.words,
            spoken_part.source,
            not spoken_part.name,
            spoken_part.name,
        ),
    )


def headline(shown: Sequence[Voice]) -> str:
    """Say who of those drawn is given most words, and by whom."""
    if not any(voice.name for voice in shown):
        return say("voices.nobody_named")
    first = shown[0]
    if not first.name:
        return say("voices.most_unnamed", source=short(first.source))
    return say("voices.most", name=short(first.name), source=short(first.source))


def how_to_read(heard: Sequence[Voice]) -> str:
    """Say how to read the chart, and of how many attributions it is drawn."""
    names = {voice.name for voice in heard if voice.name}
    n = sum(len(voice.places) for voice in heard)
    return say("voices.speakers_how", attributions=n, speakers=len(names))


def bar(voice: Voice, sources: Sequence[str], *, mark: str = "") -> SpeakerBar:
    """Return the bar of a voice; ``mark`` is written behind its verbs."""
    ranked = sorted(voice.verbs.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_VERBS]
    verbs = commas([f"{verb} {n}" if n > 1 else verb for verb, n in ranked])
    verbs = verbs or say("voices.no_verb")
    name = voice.name or say("voices.no_name")
    return SpeakerBar(
        name=f"{name} · {short(voice.source)}" if len(sources) > 1 else name,
        words=voice.words,
        place=sources.index(voice.source) if voice.source in sources else 0,
        n_sources=len(sources),
        text=say("voices.bar", words=voice.words, times=len(voice.places), verbs=verbs) + mark,
    )
