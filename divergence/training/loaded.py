"""Train the models of loaded words and sentences.

``python -m divergence.training.loaded FILE --articles FILE --out DIR`` reads JSON Lines with
``text``, ``label`` (loaded or plain) and ``words``, learns from unlabelled articles (JSON Lines
with ``text``, gzipped or not) which words are used alike, writes ``weights.json.gz`` and prints
cross-validated figures.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click
import numpy as np
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from divergence.counting.tally import Floats
from divergence.instruments.linear import Linear, Model, logistic, write
from divergence.instruments.loaded_words import features, word_features
from divergence.lexicons.packaged import load as load_list
from divergence.training.command_options import (
    FILE,
    command,
    labelled_file,
    out_folder,
    print_metrics,
)
from divergence.training.linear_fits import Bag, Recipe, fit, folds, held_out
from divergence.training.word_vectors import word_vectors
from divergence.types import Document
from divergence.validation.judged_sentences import JudgedSentence
from divergence.validation.labelled_rows import read_rows, read_texts
from divergence.validation.loaded import LABELS, judge, marked, score_judged
from divergence.validation.parsed_rows import parsed

THRESHOLD = 0.5
WORD_THRESHOLD = 0.25
WORD_RECIPE = Recipe("logistic", strength=0.3, fewest=3, prior_scale=0.3)
SENTENCE_RECIPE = Recipe("logistic", strength=0.5, fewest=2, prior_scale=0.1)
LISTS = ("attribution_cues", "boosters", "hedges", "labels")

Priors = Mapping[str, Floats]


@dataclass(frozen=True, slots=True)
class Labelled:
    """One sentence: whether it is loaded, and the tokens that people marked."""

    document: Document
    loaded: bool
    marked: frozenset[int]


def train(examples: Sequence[Labelled], priors: Priors) -> Model:
    """Fit both models; the sentence model learns from word models that have not seen the row."""
    bags = held_out(
        examples,
        folds(range(len(examples)), seed=1),
        lambda kept: _train_words(kept, priors),
        lambda example, word: _bag(example.document, word),
    )
    labels = np.array([example.loaded for example in examples], dtype=float)
    sentence = fit(bags, labels, replace(SENTENCE_RECIPE, priors=priors))
    return Model(
        {"word": _train_words(examples, priors), "sentence": sentence},
        {"sentence": THRESHOLD, "word": WORD_THRESHOLD},
    )


def _train_words(examples: Sequence[Labelled], priors: Priors) -> Linear:
    bags, labels = [], []
    for example in examples:
        document = example.document
        for token, names in word_features(document, range(len(document.lowered))):
            bags.append(dict.fromkeys(names, 1.0))
            labels.append(token in example.marked)
    return fit(bags, np.array(labels, dtype=float), replace(WORD_RECIPE, priors=priors))


def _bag(document: Document, word: Linear) -> Bag:
    tokens = range(len(document.lowered))
    words = {token: logistic(word.score(names)) for token, names in word_features(document, tokens)}
    bag: dict[str, float] = {}
    for _, names, value in features(document, tokens, words):
        for name in names:
            bag[name] = bag.get(name, 0.0) + value
    return bag


def known_beforehand(vectors: Mapping[str, Floats]) -> dict[str, Floats]:
    """Return what is known of words without labels: use, polarity, the lists they are on."""
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    polarity = SentimentIntensityAnalyzer().lexicon
    kinds: dict[str, set[str]] = {}
    for name in LISTS:
        for entry in load_list(name).entries:
            if " " not in entry.term:
                kinds.setdefault(entry.term, set()).add(f"{name}:{entry.category}")
    columns = {kind: n for n, kind in enumerate(sorted(set().union(*kinds.values())))}
    size = len(next(iter(vectors.values())))
    width = size + 4 + len(columns)
    polar = {word for word in polarity if word.isalpha()}
    priors: dict[str, Floats] = {}

    def listed(name: str) -> Floats:
        vector = np.zeros(width)
        vector[[size + 4 + columns[kind] for kind in kinds.get(name, ())]] = 1.0
        return vector

    for word in sorted(set(vectors) | polar | set(kinds)):
        vector = listed(word)
        if word in vectors:
            vector[:size] = vectors[word]
        value = polarity.get(word, 0.0)
        vector[size : size + 4] = (max(value, 0), max(-value, 0), value > 0, value < 0)
        priors["w=" + word] = vector
    priors |= {"l=" + lemma: listed(lemma) for lemma in sorted(kinds)}
    return priors


def cross_validated(
    examples: Sequence[Labelled], priors: Priors, *, seed: int = 0
) -> list[JudgedSentence]:
    """Judge every sentence with models that have not seen it."""
    return held_out(
        examples,
        folds(range(len(examples)), seed=seed),
        lambda kept: train(kept, priors),
        lambda example, model: judge(example.document, example.loaded, example.marked, model),
    )


@command
@labelled_file
@click.option("--articles", required=True, type=FILE, help="Unlabelled articles.")
@out_folder
def main(file: Path, articles: Path, out: Path) -> None:
    """Fit loaded words and sentences to FILE and write the weights into DIR."""
    # Sums over several threads round differently, and a few weights with them.
    with threadpool_limits(limits=1):
        rows = read_rows(file)
        examples = [
            Labelled(
                document,
                row.label("label", LABELS) == "loaded",
                marked(document, row.strings("words")),
            )
            for row, document in zip(rows, parsed([row.text for row in rows]), strict=True)
        ]
        priors = known_beforehand(word_vectors(read_texts(articles)))
        target = write(train(examples, priors), out)
        click.echo(f"{target}: {len(examples)} sentences, cross-validated:")
        print_metrics(score_judged(cross_validated(examples, priors)))


if __name__ == "__main__":
    main()
