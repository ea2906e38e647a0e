"""The doors to measuring: one number of one text, or a table of many texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Protocol, TypeVar, cast

from divergence.counting.feature import Feature
from divergence.counting.readers import read
from divergence.counting.tally import Tally, tally
from divergence.errors import UsageError, must_be_one_of
from divergence.features.registry import all_features
from divergence.lists.chosen_features import select
from divergence.measuring.gathering import DETAILS, Detail, Gathering, Rows
from divergence.measuring.table import FeatureTable
from divergence.measuring.texts import Texts
from divergence.text.entities.side_checks import check_sides
from divergence.types import Article, Corpus, Document, Side, VoiceChoice

if TYPE_CHECKING:
    from divergence.lists.lexicon import Lexicon

__all__ = ["measure", "tallies", "value"]


T = TypeVar("T")


class Progress(Protocol):
    """Passes items on while it shows how far they are; ``total`` is None where it is unknown."""

    def __call__(self, items: Iterable[T], what: str, total: int | None) -> Iterable[T]:
        """Pass the items on."""


def value(
    text: str | Article | Document,
    measure: str,
    *,
    voice: VoiceChoice = "all",
    side: str | None = None,
    sides: Sequence[Side] = (),
) -> float:
    """Return one measure of one text.

    Parameters
    ----------
    text : str, Article or Document
        The text; a Document is used as it is.
    measure : str
        Name of a measure, for example ``"hedging.rate"``.
    voice : {"all", "reporter", "quoted"}, optional
        Whose words count.
    side : str, optional
        Name of a side, for measures taken per side.
    sides : sequence of Side, optional
        The sides to look for; a Document brings its own.

    Returns
    -------
    float
        In the measure's unit; nan where its denominator is 0.

    Raises
    ------
    UsageError
        If the measure, voice or side is not known, or a side is given where none is needed.

    Examples
    --------
    >>> round(value("It may rain.", "hedging.rate"), 1)
    33.3
    """
    known = {measure.name: feature for feature in all_features() for measure in feature.measures}
    if measure not in known:
        raise UsageError(must_be_one_of("measure", measure, known))
    feature = known[measure]
    return read(feature, feature.measure(measure), text, voice=voice, side=side, sides=sides)


def measure(
    texts: Corpus | Iterable[str | Article | Document | None],
    *,
    features: Sequence[str | Feature | Lexicon] | None = None,
    sides: Sequence[Side] = (),
    keep: Detail | None = None,
    progress: bool | Progress = False,
) -> FeatureTable:
    """Measure many texts.

    Parameters
    ----------
    texts : Corpus, or iterable of str, Article or Document
        A list, a tuple, an iterator, a NumPy array or a pandas Series; read once, a few texts at a
        time. Plain texts are given the ids ``text-1``, ``text-2``, ... in their order. None, nan
        and ``pandas.NA`` stand for missing texts, and in an Article for any field that a table
        leaves open, but for its id and source; values of the metadata are taken as strings.
    features : sequence of str, Feature or Lexicon, optional
        Names of features, or features and word lists of one's own; all of the package by default.
    sides : sequence of Side, optional
        The sides to look for; Documents bring their own, which must be the same for all. Without
        sides, measures taken per side are left out.
    keep : {"numbers", "articles"}, optional
        "numbers" keeps the sums of every text, 36 kB each. "articles" also keeps sentences,
        evidence and figures, which a comparison needs: 320 kB for an article of some 980 words.
        By default "articles" where the first text is an Article or a Document, "numbers"
        otherwise.
    progress : bool or callable, optional
        Whether to show a progress bar, in a terminal or a notebook. A callable is given the
        documents, what is done and how many there are (None where that is unknown), and passes the
        documents on.

    Returns
    -------
    FeatureTable
        One row for every text, in their order; a Series' index is kept, whatever its labels. The
        row of a missing or empty text is nan throughout, and ``reasons`` says why. A comparison
        leaves such an article out, and a report names it among what was not used.

    Raises
    ------
    UsageError
        If a feature is not known, ``features`` is empty or all of them are taken per side and there
        are none, ``texts`` is a single text or a whole table, something in it is no text or an
        Article has a field of another type (the message names its place, counted from 0, and the
        type), or sides are wrong: without aliases, with an alias of another, or not the same in
        all Documents.

    Warns
    -----
    divergence.errors.LanguageWarning
        Once, if texts of twenty words or more seem not to be English; the table's ``foreign`` has
        their rows.

    Notes
    -----
    Texts must be English. Reading a folder refuses other languages; here they are measured as if
    they were English, because a word list of one's own may be meant for them, and a warning names
    the first. Leave such rows out of what you report: 0 hedges in a French text is no finding.
    Feature functions, which take one text, say nothing.

    With all features, one core measures 4.9 plain texts or 4.0 articles of some 980 words a
    second, after about five seconds in which the parser is loaded; fewer features save little.
    :class:`divergence.TextFeatures` uses several cores.

    Examples
    --------
    >>> table = measure(["It may rain.", None, "It rained."], features=["hedging"])
    >>> table.to_frame()["hedging.rate"].round(1).tolist(), table.reasons
    ([33.3, nan, 0.0], ('', 'the text is missing', ''))
    """
    given = Texts(texts)
    chosen = select(features)
    if not chosen:
        raise UsageError("features is empty; name at least one, or leave it out for all")
    if keep not in (None, *DETAILS):
        raise UsageError(must_be_one_of("keep", str(keep), DETAILS))
    rows = Rows(given, keep)
    gathering = Gathering(chosen, check_sides(sides))
    for document in _shown(_documents(rows, sides), given.total, progress):
        gathering.add(document, keep=rows.keep)
    given.warn()
    return gathering.table(given, rows)


def _shown(
    documents: Iterable[Document], total: int | None, progress: bool | Progress
) -> Iterable[Document]:
    if callable(progress):
        return progress(documents, "Measuring articles", total)
    if not progress:
        return documents
    from tqdm.auto import tqdm

    return cast("Iterable[Document]", tqdm(documents, "Measuring", total, unit="text"))


def tallies(
    texts: Iterable[str | Article | Document],
    features: Sequence[Feature],
    sides: Sequence[Side] = (),
    *,
    progress: bool | Progress = False,
) -> Iterator[Tally]:
    """Yield the tally of every text, one at a time, keeping none.

    Parameters
    ----------
    texts : iterable of str, Article or Document
        Read once.
    features : sequence of Feature
        As ``divergence.features.registry.select`` returns them.
    sides : sequence of Side, optional
        The sides to look for; Documents bring their own.
    progress : bool or callable, optional
        See :func:`measure`.

    Yields
    ------
    Tally
        In the order of the texts.
    """
    for document in _shown(_documents(texts, sides), None, progress):
        yield tally(document, features)


def _documents(
    texts: Iterable[str | Article | Document], sides: Sequence[Side]
) -> Iterator[Document]:
    """Annotate what is not annotated yet, runs of texts together."""
    from divergence.text.annotate import annotate_many

    named = (
        Article(f"text-{number}", "text", text) if isinstance(text, str) else text
        for number, text in enumerate(texts, start=1)
    )
    for ready, run in groupby(named, key=lambda text: isinstance(text, Document)):
        if ready:
            yield from cast("Iterator[Document]", run)
        else:
            yield from annotate_many(cast("Iterator[Article]", run), sides=tuple(sides))
