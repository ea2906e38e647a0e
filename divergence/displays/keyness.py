"""The words that set two sources apart, by log-odds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Self

from matplotlib.axes import Axes

from divergence.comparing.comparison import Comparison
from divergence.comparing.words.word_results import KeynessBasis, KeyTerm
from divergence.displays.display import Display, checked, must_be_compared
from divergence.phrases import say
from divergence.plots import keyness
from divergence.plots.number_format import in_digits
from divergence.plots.party_names import short


class KeynessDisplay(Display[tuple[KeyTerm, ...]]):
    """Words of a source and of what it is held against, by the z of their log-odds.

    See Also
    --------
    divergence.plots.keyness.draw : What is drawn, and how to read it.
    """

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
        >>> told = {"Post": "The rain fell; the rain did not stop.",
        ...         "Times": "The snow fell; the snow did not stop."}
        >>> texts = [Article(name + n, name, told[name]) for name in told for n in "12"]
        >>> comparison = compare([digest(annotate(text), ()) for text in texts], rounds=20)
        >>> [term.term for term in KeynessDisplay.from_comparison(comparison).data]
        ['rain', 'snow']
        """
        must_be_compared(comparison)
        shown = chosen(_terms(comparison, source), most=most)
        told = say("wording.shown", terms=len(shown))
        subtitle = f"{how(comparison.keyness_basis)} {told}"
        return cls(shown, title=found(shown), subtitle=subtitle).plot(ax)

    _draw = staticmethod(keyness.draw)


def ranked(terms: Sequence[KeyTerm], source: str | None) -> list[KeyTerm]:
    """Return the terms of one source, its own first.

    Within a sign the comparison's order stays: terms of one article come after those of several.
    """
    return sorted((one for one in terms if one.source == source), key=lambda one: one.z <= 0)


def chosen(terms: Sequence[KeyTerm], *, most: int = 16) -> tuple[KeyTerm, ...]:
    """Return the terms drawn of ranked ones: the source's first and the reference's last."""
    own = [one for one in terms if one.z > 0]
    against = [one for one in terms if one.z < 0]
    return (*own[: (most + 1) // 2], *against[max(0, len(against) - most // 2) :])


def how(bases: Sequence[KeynessBasis]) -> str:
    """Say how terms were scored: the prior, its strength, and the events it was done within."""
    told = [say("wording.keyness_how")]
    if bases:
        low, high = min(b.strength for b in bases), max(b.strength for b in bases)
        worth = in_digits(f"{low:,.0f}")
        if low != high:
            worth = say("number.interval", low=worth, high=in_digits(f"{high:,.0f}"))
        told.append(say("wording.prior", prior=bases[0].prior, worth=worth))
    within = max((b.n_events for b in bases if b.n_events), default=0)
    if within > 1:
        told.append(say("wording.pooled", n=within))
    return " ".join(told)


def found(terms: Sequence[KeyTerm]) -> str:
    """Say how many words set the two apart."""
    if not terms:
        return say("displays.not_compared")
    n = sum(abs(one.z) >= keyness.TELLING_Z for one in terms)
    who = {"source": short(terms[0].source), "reference": short(terms[0].reference)}
    return say("wording.apart", n=n, **who) if n else say("wording.none_apart", **who)


def _terms(comparison: Comparison, source: str | None) -> Sequence[KeyTerm]:
    """Return the terms of one source, its own first; turned round if it is the one held against."""
    terms = comparison.keyness
    if source is None:
        source = terms[0].source if terms else None
    else:
        checked("source", source, (each.source for each in comparison.sources))
    if not any(one.source == source for one in terms):
        turned = [_turned(one) for one in reversed(terms) if one.reference == source]
        terms = tuple(one for one in turned if one.reference == turned[0].reference)
    return ranked(terms, source)


def _turned(one: KeyTerm) -> KeyTerm:
    return replace(
        one,
        source=one.reference,
        reference=one.source,
        log_odds=-one.log_odds,
        z=-one.z,
        count=one.count_reference,
        count_reference=one.count,
        n_articles=one.n_articles_reference,
        n_articles_reference=one.n_articles,
    )
