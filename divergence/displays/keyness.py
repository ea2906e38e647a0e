"""The words that set two sources apart, by log-odds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Self

from matplotlib.axes import Axes

from divergence.comparing.comparison import Comparison
from divergence.comparing.words.word_results import KeynessBasis, KeyTerm
from divergence.displays.display import Display, checked, must_be_compared, source_names
from divergence.phrases import say
from divergence.plots import keyness
from divergence.plots.number_format import in_digits
from divergence.plots.party_names import short


class KeynessDisplay(Display[tuple[KeyTerm, ...]]):
    """Words of a source and of what it is held against, by the z of their log-odds."""

    @classmethod
    def from_comparison(
        cls,
        comparison: Comparison,
        *,
        source: str | None = None,
        most: int = 16,
        ax: Axes | None = None,
    ) -> Self:
        """Draw the words of one source of a comparison.

        Parameters
        ----------
        comparison : Comparison
            As :func:`divergence.comparing.compare.compare` gives it from digests; a table of
            counts holds no words.
        source : str, optional
            Whose words run to the right; by default the first source.
        most : int, optional
            How many words, half of them of either.
        ax : matplotlib.axes.Axes, optional
            Where to draw; by default a figure of its own.

        Returns
        -------
        KeynessDisplay
            Drawn.

        Raises
        ------
        UsageError
            If there is no such source.

        Examples
        --------
        >>> from divergence.comparing.compare import compare
        >>> from divergence.digesting.digest import digest
        >>> from divergence.text.annotate import annotate
        >>> from divergence.types import Article
        >>> words = {"Post": "rain", "Times": "snow"}
        >>> texts = [
        ...     Article(name + n, name, f"The {word} fell; the {word} did not stop.")
        ...     for name, word in words.items() for n in "12"
        ... ]
        >>> comparison = compare([digest(annotate(text), ()) for text in texts], rounds=20)
        >>> [term.term for term in KeynessDisplay.from_comparison(comparison).data]
        ['rain', 'snow']
        """
        must_be_compared(comparison)
        shown = chosen(_terms(comparison, source), most=most)
        how = how_to_read(comparison.keyness_basis)
        subtitle = f"{how} {say('wording.shown', terms=len(shown))}"
        return cls(shown, title=headline(shown), subtitle=subtitle).plot(ax)

    _plot = keyness


def ranked(terms: Sequence[KeyTerm], source: str | None) -> list[KeyTerm]:
    """Return the terms of one source, its own first.

    Within a sign the comparison's order stays: terms of one article come after those of several.
    """
    return sorted((term for term in terms if term.source == source), key=lambda term: term.z <= 0)


def chosen(terms: Sequence[KeyTerm], *, most: int = 16) -> tuple[KeyTerm, ...]:
    """Return the terms drawn of ranked ones: the source's first and the reference's last."""
    own = [term for term in terms if term.z > 0]
    against = [term for term in terms if term.z < 0]
    return (*own[: (most + 1) // 2], *against[max(0, len(against) - most // 2) :])


def how_to_read(bases: Sequence[KeynessBasis]) -> str:
    """Say how terms were scored: the prior, its strength, and the events it was done within."""
    parts = [say("wording.keyness_how")]
    if bases:
        low, high = min(b.strength for b in bases), max(b.strength for b in bases)
        worth = in_digits(f"{low:,.0f}")
        if low != high:
            worth = say("number.interval", low=worth, high=in_digits(f"{high:,.0f}"))
        parts.append(say("wording.prior", prior=bases[0].prior, worth=worth))
    within = max((b.n_events for b in bases if b.n_events), default=0)
    if within > 1:
        parts.append(say("wording.pooled", n=within))
    return " ".join(parts)


def headline(terms: Sequence[KeyTerm]) -> str:
    """Say how many words set the two apart."""
    if not terms:
        return say("displays.not_compared")
    n = sum(abs(term.z) >= keyness.TELLING_Z for term in terms)
    who = {"source": short(terms[0].source), "reference": short(terms[0].reference)}
    return say("wording.apart", n=n, **who) if n else say("wording.none_apart", **who)


def _terms(comparison: Comparison, source: str | None) -> Sequence[KeyTerm]:
    """Return the terms of one source, its own first; turned round if it is the one held against."""
    terms = comparison.keyness
    checked("source", source, source_names(comparison))
    if source is None and terms:
        source = terms[0].source
    if not any(term.source == source for term in terms):
        turned = [_turned(term) for term in reversed(terms) if term.reference == source]
        terms = tuple(term for term in turned if term.reference == turned[0].reference)
    return ranked(terms, source)


def _turned(term: KeyTerm) -> KeyTerm:
    return replace(
        term,
        source=term.reference,
        reference=term.source,
        log_odds=-term.log_odds,
        z=-term.z,
        count=term.count_reference,
        count_reference=term.count,
        n_articles=term.n_articles_reference,
        n_articles_reference=term.n_articles,
    )
