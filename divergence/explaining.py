"""Explaining: the numbers of a text with every span of words behind them."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from divergence.counting.columns import Column
from divergence.counting.reasons import undefined as why_undefined
from divergence.errors import InputError, UsageError
from divergence.types import Article, Document, Evidence, Rejection, Side, Voice

if TYPE_CHECKING:
    import pandas as pd

    from divergence.config import Config
    from divergence.counting.feature import Feature
    from divergence.lists.lexicon import Lexicon

__all__ = [
    "ExplainedNumber",
    "ExplainedSentence",
    "ExplainedSpan",
    "Explanation",
    "explain",
    "explain_path",
]


@dataclass(frozen=True, slots=True)
class ExplainedNumber:
    """One measure of an article over all voices, and the two sums that it is made of.

    ``value`` is ``counted / out_of`` in its unit, and None where ``out_of`` is 0; ``reason`` then
    says why, and is "" otherwise. Where a sentence is shared between voices, the part of it that
    carries evidence counts, so that sums of sentences need not be whole.
    """

    column: str
    value: float | None
    unit: str
    counted: float
    out_of: float
    reason: str


@dataclass(frozen=True, slots=True)
class ExplainedSpan:
    """One piece of evidence with its words; offsets are characters of the article's text."""

    feature: str
    category: str
    side: str | None
    voice: Voice
    weight: float
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class ExplainedSentence:
    """A sentence that holds evidence."""

    number: int
    start: int
    text: str
    evidence: tuple[ExplainedSpan, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Explanation:
    """One article: its numbers and the sentences that hold their evidence.

    Attributes
    ----------
    article, source, title : str
        Which article.
    numbers : tuple of ExplainedNumber
        Each with its ``column``, ``value`` (None where it is not defined, and ``reason`` says
        why), ``unit``, and the sums ``counted`` and ``out_of``.
    sentences : tuple of ExplainedSentence
        Each with its ``number`` (from 1), ``start``, ``text`` and ``evidence``.
    """

    article: str
    source: str
    title: str
    numbers: tuple[ExplainedNumber, ...]
    sentences: tuple[ExplainedSentence, ...]

    def __repr__(self) -> str:
        # Every number and every sentence with evidence.
        counted = ((len(self.numbers), "number"), (len(self.sentences), "sentence"))
        counts = ", ".join(f"{n:,} {what}{'' if n == 1 else 's'}" for n, what in counted)
        return f"<Explanation of {self.article!r}: {counts} with evidence>"

    def to_frame(self) -> pd.DataFrame:
        """Return the evidence as a tidy frame, one span a row.

        Returns
        -------
        pandas.DataFrame
            ``sentence`` (counted from 1), ``feature``, ``category``, ``side`` (None where the
            evidence has none), ``voice``, ``weight``, ``start``, ``end`` and ``text``.

        Examples
        --------
        >>> explain("It may rain.", features=["hedging"]).to_frame()["text"].tolist()
        ['may']
        """
        import pandas as pd

        rows = [
            {"sentence": sentence.number, **asdict(span)}
            for sentence in self.sentences
            for span in sentence.evidence
        ]
        return pd.DataFrame(rows, columns=list(_SPAN))


_LONGEST_NAME = 250
_SPAN = (
    "sentence", "feature", "category", "side", "voice", "weight", "start", "end", "text"
)  # fmt: skip


def explain(
    text: str | Path | Article | Document,
    *,
    features: Sequence[str | Feature | Lexicon] | None = None,
    sides: Sequence[Side] = (),
) -> Explanation:
    """Explain the numbers of one text: each with the words behind it.

    Parameters
    ----------
    text : str, Path, Article or Document
        What to explain. A string is a text; a Path is a file that holds one article.
    features : sequence of str, Feature or Lexicon, optional
        Names of features, or features and word lists of one's own; all of the package by default.
    sides : sequence of Side, optional
        The sides to look for; a Document brings its own. Without sides, measures taken per side
        are left out.

    Returns
    -------
    Explanation
        Every number with the two sums it is made of (None, with a reason, where it is not
        defined), and the sentences that hold evidence, with its characters in the text.

    Raises
    ------
    UsageError
        If a feature is not known, or ``text`` is of another type or the name of a file.
    InputError
        If the path does not exist, or does not hold exactly one usable article.

    See Also
    --------
    divergence.measure : The same numbers of many texts.

    Examples
    --------
    >>> found = explain("It may rain.", features=["hedging"])
    >>> [(each.column, round(each.value, 1), each.counted, each.out_of) for each in found.numbers]
    [('hedging.rate', 33.3, 1.0, 3.0)]
    >>> [(span.text, span.category) for span in found.sentences[0].evidence]
    [('may', 'modal_verb')]
    """
    from divergence.lists.chosen_features import select
    from divergence.text.annotate import as_document

    chosen = select(features)
    if isinstance(text, str) and _is_file(text):
        raise UsageError(
            f"explain takes a string for a text, and {text!r} is a file; "
            f"give a path: explain(Path({text!r}))"
        )
    if isinstance(text, Path):
        text = _one_article(text)
    if not isinstance(text, str | Article | Document):
        raise UsageError(
            f"explain takes a str, Path, Article or Document, not {type(text).__name__}"
        )
    return _explained(as_document(text, sides=sides), chosen)


def explain_path(
    path: Path,
    config: Config,
    names: Sequence[str] | None = None,
    *,
    on_rejected: Callable[[Rejection], object] | None = None,
    on_proposed: Callable[[tuple[Side, ...]], object] | None = None,
) -> tuple[Explanation, ...]:
    """Explain the numbers of every article under a path, by the settings.

    Parameters
    ----------
    path : Path
        A file, or a folder.
    config : Config
        Settings; without sides, two are proposed from the text.
    names : sequence of str, optional
        Features to explain; all by default.
    on_rejected : callable, optional
        Called with every input that is not used.
    on_proposed : callable, optional
        Called with the sides where they were proposed from the text, and not configured.

    Returns
    -------
    tuple of Explanation
        One for every article, in reading order.

    Raises
    ------
    InputError
        If the path does not exist or holds no usable article.
    UsageError
        If a feature is not known.
    """
    from divergence.features.registry import select
    from divergence.instruments.chosen_instruments import choose
    from divergence.run_inputs import read_usable, selected_features, settle_sides
    from divergence.text.annotate import annotate_many

    features = select(names, among=selected_features(config, choose(config.semantic)))
    corpus = read_usable(path, config)
    if on_rejected is not None:
        for rejection in corpus.rejections:
            on_rejected(rejection)
    sides = settle_sides(config, corpus.articles)
    if on_proposed is not None and not config.sides:
        on_proposed(sides)
    return tuple(
        _explained(document, features) for document in annotate_many(corpus.articles, sides=sides)
    )


def _is_file(text: str) -> bool:
    """Whether a string that could be a name is that of a file."""
    try:
        return 0 < len(text) < _LONGEST_NAME and "\n" not in text and Path(text).is_file()
    except (OSError, ValueError):
        return False


def _one_article(path: Path) -> Article:
    from divergence.config import Config
    from divergence.run_inputs import read_usable

    articles = read_usable(path, Config()).articles
    if len(articles) > 1:
        raise InputError(
            f"{path}: holds {len(articles):,} articles, and one is explained at a time: "
            "explain(article) for each article of read(path).articles"
        )
    return articles[0]


def _explained(document: Document, features: Sequence[Feature]) -> Explanation:
    from divergence.counting.tally import VOICE_CHOICES, tally, values

    counted = tally(document, features)
    everyone = values(counted)[:, VOICE_CHOICES.index("all")].tolist()
    sums = counted.counts.sum(axis=(0, 2)).tolist()
    numbers = (
        _number(column, value, *pair)
        for column, value, pair in zip(counted.columns, everyone, sums, strict=True)
    )
    article = document.article
    return Explanation(
        article.id,
        article.source,
        article.title,
        tuple(numbers),
        _sentences(document, counted.evidence),
    )


def _number(column: Column, value: float, counted: float, out_of: float) -> ExplainedNumber:
    undefined = math.isnan(value)
    return ExplainedNumber(
        column.name,
        None if undefined else value,
        column.unit,
        round(counted, 6),
        round(out_of, 6),
        why_undefined(column.per) if undefined else "",
    )


def _sentences(document: Document, evidence: Sequence[Evidence]) -> tuple[ExplainedSentence, ...]:
    by_sentence: dict[int, list[Evidence]] = {}
    for span in evidence:
        by_sentence.setdefault(span.sentence, []).append(span)
    explained = []
    for number in sorted(by_sentence):
        start, end = document.characters(document.syntax.sentences[number])
        spans = sorted(by_sentence[number], key=lambda span: (span.start, span.end, span.feature))
        explained.append(
            ExplainedSentence(
                number + 1,
                start,
                document.text[start:end],
                tuple(_span(document, span) for span in spans),
            )
        )
    return tuple(explained)


def _span(document: Document, span: Evidence) -> ExplainedSpan:
    return ExplainedSpan(
        span.feature,
        span.category,
        span.side,
        span.voice,
        span.weight,
        span.start,
        span.end,
        " ".join(document.text[span.start : span.end].split()),
    )
