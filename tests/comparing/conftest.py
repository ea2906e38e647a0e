"""Made-up tallies: known counts, no text and no syntax behind them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence

import numpy as np
import pytest

from divergence.counting.columns import Column
from divergence.counting.tally import Identity, Tally


def made_column(name: str, per: str = "words", **changes: object) -> Column:
    share = per in ("evidence", "side_evidence")
    given = {
        "name": name,
        "feature": name.split(".")[0],
        "family": "certainty",
        "title": name,
        "unit": "share" if share else "per 100 words",
        "direction": "higher: more",
        "side": None,
        "bounds": (0.0, 1.0) if share else (0.0, float("inf")),
        "reference": "",
        "per": per,
        "scale": 1.0 if share else 100.0,
    }
    return Column(**{**given, **changes})


def made_tally(
    source: str, article: str, counts: Sequence[object], columns: Sequence[Column], event: str = ""
) -> Tally:
    """``counts``: sentence by column by voice by part."""
    array = np.array(counts, dtype=np.float64).reshape(-1, len(columns), 2, 2)
    return Tally(
        Identity(article, source, event=event),
        tuple(columns),
        array,
        array[..., 0].sum(axis=0).astype(np.int64),
        (),
        int(array[:, 0, :, 1].sum()),
        hashlib.sha256(array.tobytes()).hexdigest(),
    )


def random_tally(
    source: str,
    article: str,
    random: np.random.Generator,
    columns: Sequence[Column],
    *,
    rates: Sequence[float],
    event: str = "",
    n_sentences: int = 20,
) -> Tally:
    words = random.integers(8, 30, size=(n_sentences, 1, 2)).repeat(len(columns), axis=1)
    counts = random.poisson(words * np.asarray(rates)[None, :, None] / 100)
    return made_tally(source, article, np.stack([counts, words], axis=-1), columns, event)


@pytest.fixture(scope="session")
def column() -> Callable[..., Column]:
    return made_column


@pytest.fixture(scope="session")
def one_tally() -> Callable[..., Tally]:
    return made_tally


@pytest.fixture(scope="session")
def chance_tally() -> Callable[..., Tally]:
    return random_tally


def made_digest(tally: Tally, sentences: Sequence[str] = (), figures: Sequence[object] = ()):
    """Sentences are plain texts; their words are what white space divides."""
    from divergence.digesting.digest import Digest, Sentence
    from divergence.digesting.quotable import SentenceRef

    made, at = [], 0
    for number, text in enumerate(sentences):
        ref = SentenceRef(tally.article.id, tally.article.source, number, at, at + len(text), text)
        words = tuple(word.strip(".,").lower() for word in text.split() if word.strip(".,"))
        made.append(Sentence(ref, words))
        at += len(text) + 1
    return Digest(tally, tuple(made), tuple(figures))


@pytest.fixture(scope="session")
def one_digest() -> Callable[..., object]:
    return made_digest
