"""Features as a scikit-learn transformer: texts in, one row of numbers each out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Any, Self, cast

import numpy as np
from numpy.typing import NDArray
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.utils.validation import check_is_fitted

from divergence.counting.columns import columns, without_sides
from divergence.counting.feature import Feature
from divergence.counting.tally import VOICE_CHOICES
from divergence.errors import UsageError, must_be_one_of
from divergence.lists.chosen_features import select
from divergence.lists.lexicon import Lexicon
from divergence.measuring.number_matrix import Text, matrix, names
from divergence.measuring.texts import Texts
from divergence.text.entities.side_checks import check_sides
from divergence.types import Article, Corpus, Document, Side, VoiceChoice

if TYPE_CHECKING:
    from divergence.counting.columns import Column

__all__ = ["TextFeatures"]


# Independent of n_jobs, so that every number of jobs does the same sums.
TEXTS_AT_ONCE = 16
LONE_STRING = "Iterable over raw text documents expected, string object received"


class EstimatorError(UsageError, ValueError):
    """A parameter or an input that a transformer cannot use; scikit-learn sees a ValueError."""


class TextFeatures(TransformerMixin, BaseEstimator):  # type: ignore[misc]
    """Measure texts, as a step of a scikit-learn pipeline.

    The numbers are those that :func:`divergence.measuring.measure.measure` gives. Nothing is
    learned from the texts: ``fit`` checks the parameters and settles the columns.

    Parameters
    ----------
    features : sequence of str, Feature or Lexicon, optional
        Names of features, such as ``["hedging", "quotation"]``, or features and word lists of
        one's own; all of the package by default.
    voice : {"all", "reporter", "quoted"} or a sequence of them, default "all"
        Whose words count. Several voices give a column each and annotate every text once.
    sides : sequence of Side, optional
        The sides to look for; without sides, measures taken per side are left out.
    n_jobs : int, optional
        Number of processes, through joblib; -1 is one for each processor, None is 1 unless
        inside ``joblib.parallel_config``. The numbers are the same for any.

    Attributes
    ----------
    columns_ : tuple of Column
        What was measured: each with title, unit, direction, bounds and reference.
    versions_ : dict of str to int
        Versions of the features, by name.
    n_features_out_ : int
        Number of columns that ``transform`` gives.
    n_features_in_, feature_names_in_ : int and ndarray
        1 and the name of the column, where ``fit`` saw a data frame with a named column.

    See Also
    --------
    divergence.measuring.measure.measure : The same numbers as a table, with their evidence.
    sklearn.feature_extraction.text.TfidfVectorizer : Words as features.

    Notes
    -----
    **Undefined numbers are nan**, not 0: a text without quotations has no share of direct
    quotations, and a missing text (None, nan, ``pandas.NA``) or an empty one has no numbers at
    all. Rows are never dropped or shifted. Most classifiers refuse nan: put
    ``sklearn.impute.SimpleImputer(keep_empty_features=True)`` behind this step (in a small fold a
    column may have no number at all). ``HistGradientBoostingClassifier`` takes nan, but no column
    that is nan throughout.

    Input is an iterable of strings, ``Article`` or ``Document``, a Corpus, a Series, or a table
    of one column, so that a ``ColumnTransformer`` may name its column as ``"text"`` or
    ``["text"]``. No texts at all are a ``ValueError``, in ``fit`` and in ``transform``, as they
    are for scikit-learn's own transformers of numbers.

    A worker process loads the parser once, in about three seconds, and is kept for later calls:
    several jobs pay from some fifty articles on. Within another parallel loop
    (``GridSearchCV(n_jobs=2)``) texts are measured in the loop's own process. A grid search
    measures all texts anew for each setting and fold; give the pipeline a ``memory``, or measure
    once before it, where no parameter of this step is searched.

    The numbers describe wording. Whether they tell classes apart for good reasons, a classifier's
    score alone does not say: sources differ in topic, length and house style.

    Examples
    --------
    >>> texts = ["The bridge may close.", "The bridge closed.", None]
    >>> hedging = TextFeatures(["hedging"])
    >>> hedging.fit_transform(texts)[:, 0].tolist()
    [25.0, 0.0, nan]
    >>> hedging.get_feature_names_out()[:1].tolist()
    ['hedging.rate']
    """

    columns_: tuple[Column, ...]
    versions_: dict[str, int]
    n_features_out_: int
    n_features_in_: int
    feature_names_in_: NDArray[np.object_]

    def __init__(
        self,
        features: Sequence[str | Feature | Lexicon] | None = None,
        voice: VoiceChoice | Sequence[VoiceChoice] = "all",
        sides: Sequence[Side] | None = None,
        n_jobs: int | None = None,
    ) -> None:
        self.features = features
        self.voice = voice
        self.sides = sides
        self.n_jobs = n_jobs

    def fit(self, X: Iterable[Any], y: object = None) -> Self:
        """Check the parameters and settle the columns; the texts are not read.

        Parameters
        ----------
        X : iterable of str, Article or Document, Series, or table of one column
            The texts.
        y : object, optional
            Not used.

        Returns
        -------
        TextFeatures
            Itself.

        Raises
        ------
        EstimatorError
            A ``ValueError``: if a parameter is wrong, the features give no column without sides,
            or ``X`` is a lone string, empty, or has several columns.
        """
        with _as_value_error():
            asked, voices, sides = _asked(self.features), _voices(self.voice), _sides(self.sides)
            chosen = select(asked)
            settled = _columns(chosen, sides)
        _check_n_jobs(self.n_jobs)
        texts = _column(X)
        if hasattr(texts, "__len__") and not len(texts):
            raise _no_texts()
        self._remember_names(X)
        self._asked, self._voices, self._sides = asked, voices, sides
        self.columns_ = settled
        self.versions_ = {feature.name: feature.version for feature in chosen}
        self.n_features_out_ = len(self.columns_) * len(self._voices)
        return self

    def transform(self, X: Iterable[Any]) -> NDArray[np.float64]:
        """Measure texts.

        Parameters
        ----------
        X : iterable of str, Article or Document, Series, or table of one column
            The texts; None, nan and ``pandas.NA`` stand for missing ones.

        Returns
        -------
        ndarray of float, shape (texts, columns)
            One row for each text, in their order and in each column's unit; nan where undefined.
            After ``set_output(transform="pandas")`` a data frame with the index of ``X``.

        Raises
        ------
        NotFittedError
            If ``fit`` was not called.
        EstimatorError
            A ``ValueError``: if ``X`` is as ``fit`` refuses it or holds something that is no
            text, or if the features are of other versions than when they were fitted.

        Warns
        -----
        divergence.errors.LanguageWarning
            Once, if texts of twenty words or more seem not to be English.
        """
        check_is_fitted(self)
        self._check_names(X)
        self._check_versions()
        with _as_value_error():
            texts = Texts(_column(X))
            parts = self._measured(None if given.reason else given.text for given in texts)
        texts.warn()
        if not parts:
            raise _no_texts()
        return np.concatenate(parts)

    def get_feature_names_out(self, input_features: object = None) -> NDArray[np.object_]:
        """Name the columns of ``transform``.

        Parameters
        ----------
        input_features : object, optional
            Not used; pipelines pass it.

        Returns
        -------
        ndarray of str
            Names as in the table that ``measure`` gives: ``hedging.rate`` for all voices,
            ``hedging.rate|reporter`` for one, ``agency.agent[North]`` for a side.
        """
        check_is_fitted(self)
        return np.array(names(self.columns_, self._voices), dtype=object)

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.one_d_array = True
        tags.input_tags.two_d_array = False
        tags.input_tags.string = True
        tags.input_tags.allow_nan = True
        tags.no_validation = True
        return tags

    def _measured(self, texts: Iterator[Text | None]) -> list[NDArray[np.float64]]:
        asked = tuple(self.versions_) if self._asked is None else self._asked
        given = (asked, self._sides, self._voices)
        chunks = iter(lambda: list(islice(texts, TEXTS_AT_ONCE)), [])
        if _jobs(self.n_jobs) == 1:
            return [matrix(chunk, *given) for chunk in chunks]
        from joblib import Parallel, delayed

        # Read here: an error while joblib's own thread reads would never come back.
        ready = list(chunks)
        if len(ready) < 2:
            return [matrix(chunk, *given) for chunk in ready]
        work = Parallel(n_jobs=self.n_jobs, prefer="processes", batch_size=1)
        return cast(
            "list[NDArray[np.float64]]", work(delayed(matrix)(chunk, *given) for chunk in ready)
        )

    def _remember_names(self, X: object) -> None:
        for name in ("feature_names_in_", "n_features_in_"):
            if hasattr(self, name):
                delattr(self, name)
        named = _column_names(X)
        if named is not None:
            self.feature_names_in_ = named
            self.n_features_in_ = len(named)

    def _check_names(self, X: object) -> None:
        """Refuse another column than the one fitted; a Series or a list has none to check."""
        fitted, given = getattr(self, "feature_names_in_", None), _column_names(X)
        if fitted is not None and given is not None and len(given) == 1 and given != fitted:
            raise EstimatorError(
                "The feature names should match those that were passed during fit.\n"
                f"Fitted with column {fitted[0]!r}, given {given[0]!r}."
            )

    def _check_versions(self) -> None:
        own = [asked for asked in self._asked or () if not isinstance(asked, str)]
        now = {feature.name: feature.version for feature in (*select(), *select(own))}
        for name, version in self.versions_.items():
            if now.get(name) != version:
                raise EstimatorError(
                    f"{name} was version {version} when this was fitted and is"
                    f" {now.get(name, 'gone')} now; fit again, so that numbers can be compared"
                )


def _jobs(n_jobs: int | None) -> int:
    """Return the number of processes; threads would not help and share one parser."""
    if n_jobs == 1:
        return 1
    from joblib import effective_n_jobs
    from joblib.parallel import get_active_backend

    backend, _ = get_active_backend(prefer="processes")
    if getattr(backend, "uses_threads", False):
        return 1
    return int(effective_n_jobs(n_jobs))


@contextmanager
def _as_value_error() -> Iterator[None]:
    """Raise what the other doors raise as what scikit-learn expects."""
    try:
        yield
    except UsageError as error:
        raise EstimatorError(str(error)) from None


def _asked(features: Any) -> tuple[str | Feature | Lexicon, ...] | None:
    if features is None:
        return None
    if isinstance(features, str | Feature | Lexicon):
        raise UsageError("features takes a list, also of one name: features=['hedging']")
    return _several("features", features)


def _columns(chosen: Sequence[Feature], sides: Sequence[Side]) -> tuple[Column, ...]:
    settled = columns(chosen, sides)
    if not settled:
        raise UsageError(without_sides(chosen))
    return settled


def _voices(voice: Any) -> tuple[VoiceChoice, ...]:
    voices = _several("voice", [voice] if isinstance(voice, str) else voice)
    for choice in voices:
        if choice not in VOICE_CHOICES:
            raise UsageError(must_be_one_of("voice", str(choice), VOICE_CHOICES))
    return tuple(dict.fromkeys(voices))


def _sides(sides: Any) -> tuple[Side, ...]:
    if sides is None:
        return ()
    if isinstance(sides, str | Side | Mapping):
        raise UsageError("sides takes a list: sides=[Side('North', ('North', 'Northland'))]")
    return check_sides(_listed("sides", sides))


def _listed(what: str, given: Any) -> tuple[Any, ...]:
    if not isinstance(given, Iterable):
        raise UsageError(f"{what}={given!r:.60}: give a list")
    return tuple(given)


def _several(what: str, given: Any) -> tuple[Any, ...]:
    listed = _listed(what, given)
    if not listed:
        raise UsageError(f"{what} is empty; name at least one, or leave it out")
    return listed


def _check_n_jobs(n_jobs: int | None) -> None:
    if n_jobs is not None and (not isinstance(n_jobs, int | np.integer) or n_jobs == 0):
        raise EstimatorError(f"n_jobs={n_jobs!r}: use a whole number other than 0, or None")


def _column(X: Any) -> Any:
    """Take the one column out of what a pipeline or a ColumnTransformer hands over."""
    if isinstance(X, str):
        raise EstimatorError(f"{LONE_STRING}; put it into a list: [text]")
    if isinstance(X, Corpus):
        return X.articles
    if isinstance(X, Article | Document):
        raise EstimatorError(
            f"Iterable over texts expected, one {type(X).__name__} received; put it into a list."
        )
    shape = getattr(X, "shape", None)
    if shape is None:
        # Keys of a mapping are no texts, and a set has no order for the rows.
        if not isinstance(X, Iterable) or isinstance(X, bytes | Mapping | Set):
            raise EstimatorError(
                f"Iterable over raw text documents expected, {type(X).__name__} object received."
            )
        return X
    if len(shape) == 1:
        return X
    if len(shape) != 2 or not (hasattr(X, "columns") or isinstance(X, np.ndarray)):
        raise EstimatorError(f"One column of texts expected, {type(X).__name__} {shape} received.")
    if shape[1] != 1:
        raise EstimatorError(
            f"One column of texts expected, {shape[1]} received. Choose one, df['text'], or use "
            "ColumnTransformer([('title', TextFeatures(), 'title'), ('text', TextFeatures(), "
            "'text')])."
        )
    if isinstance(X, np.ndarray):
        return X[:, 0]
    return X.iloc[:, 0] if hasattr(X, "iloc") else X[X.columns[0]]


def _column_names(X: object) -> NDArray[np.object_] | None:
    """Name the columns of a data frame, where they have names."""
    named = getattr(X, "columns", None)
    if named is None or not all(isinstance(name, str) for name in named):
        return None
    return np.array(list(named), dtype=object)


def _no_texts() -> EstimatorError:
    return EstimatorError(
        "Found array with 0 sample(s) while a minimum of 1 is required by TextFeatures."
    )
