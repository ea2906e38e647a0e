"""Rebuild the attribution model from labelled articles, in one command.

``python -m divergence.training.attribution ARTICLES.jsonl... --out DIR``

Writes ``vocabulary.txt``, ``weights.npz`` (the tagger) and ``links.json`` (who belongs to whom).
About 20 minutes on one core for 840 articles, most of it parsing and nine rounds of the tagger.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
import numpy as np
from numpy.typing import NDArray

from divergence.text.attributions.linking import LinkingContext, Part, features
from divergence.text.attributions.quotations import find_quotations
from divergence.text.attributions.tagging import (
    LABELS,
    Network,
    Parts,
    paragraph_lengths,
    table_rows,
)
from divergence.text.attributions.token_columns import columns
from divergence.text.dependency_tree import Tree
from divergence.text.syntax import parse_many
from divergence.training.command_options import command, labelled_files, out_folder
from divergence.training.network import Example, Settings, Trainer
from divergence.types import Span, Syntax
from divergence.validation.attribution_rows import GoldArticle, read_attributions
from divergence.validation.token_spans import token_spans

MIN_ARTICLES = 4
_MASKED = frozenset({"NNP", "NNPS", "CD"})
_PARTS: tuple[Part, Part] = ("source", "content")


@dataclass(frozen=True, slots=True)
class Labelled:
    """One article with its labels and its syntax."""

    gold: GoldArticle
    syntax: Syntax


def read_labelled(paths: Iterable[Path]) -> list[Labelled]:
    """Read and parse labelled articles; those without a word are left out."""
    articles = [article for path in paths for article in read_attributions(path)]
    parsed = parse_many(article.text for article in articles)
    return [
        Labelled(gold, syntax)
        for gold, syntax in zip(articles, parsed, strict=True)
        if syntax.words
    ]


def learn_vocabulary(articles: Iterable[Labelled]) -> list[str]:
    """Lemmas of at least four articles, names and numbers left out, sorted."""
    seen: Counter[str] = Counter()
    for article in articles:
        pairs = zip(article.syntax.lemmas, article.syntax.tags, strict=True)
        seen.update({lemma.lower() for lemma, tag in pairs if tag not in _MASKED})
    return sorted(lemma for lemma, n in seen.items() if n >= MIN_ARTICLES and lemma.strip())


def example(article: Labelled, known: frozenset[str]) -> Example:
    """Turn a labelled article into what the tagger learns from."""
    quotations = find_quotations(article.gold.text, article.syntax)
    ids = table_rows(columns(article.syntax, quotations, known=known))
    return Example(ids, label(article), paragraph_lengths(article.syntax))


def label(article: Labelled) -> NDArray[np.int8]:
    """Label every token; where parts overlap, cues win over sources and sources over contents."""
    labels = np.zeros(len(article.syntax.words), np.int8)
    for name in ("content", "source", "cue"):
        kind = LABELS.index(name)
        parts = {
            span
            for attribution in article.gold.attributions
            for span in token_spans(getattr(attribution, name), article.syntax)
        }
        for start, end in sorted(parts):
            labels[start:end] = kind + 1
            labels[start] = kind
    return labels


def learn_links(articles: Iterable[Labelled]) -> dict[str, dict[str, float]]:
    """Fit both linkers to the labelled parts, pair by pair."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    pairs: dict[Part, list[tuple[dict[str, int], bool]]] = {part: [] for part in _PARTS}
    for article in articles:
        for part, named, belongs in _pairs(article):
            pairs[part].append((named, belongs))
    weights: dict[str, dict[str, float]] = {}
    for part in _PARTS:
        vectorizer = DictVectorizer()
        inputs = vectorizer.fit_transform([named for named, _ in pairs[part]])
        model = LogisticRegression(max_iter=1000).fit(
            inputs, [belongs for _, belongs in pairs[part]]
        )
        names = zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True)
        weights[part] = {"bias": round(float(model.intercept_[0]), 3)} | {
            str(name): round(float(weight), 3) for name, weight in names
        }
    return weights


def _pairs(article: Labelled) -> Iterator[tuple[Part, dict[str, int], bool]]:
    """Every cue with every source and content of its paragraph, and whether they belong."""
    held: dict[Span, dict[Part, set[Span]]] = {}
    for attribution in article.gold.attributions:
        for cue in token_spans(attribution.cue, article.syntax)[:1]:
            mine = held.setdefault(cue, {part: set() for part in _PARTS})
            for part in _PARTS:
                mine[part] |= set(token_spans(getattr(attribution, part), article.syntax))
    every = {
        part: sorted({span for mine in held.values() for span in mine[part]}) for part in _PARTS
    }
    parts = Parts(tuple(every["source"]), tuple(sorted(held)), tuple(every["content"]))
    scene = LinkingContext.of(Tree.of(article.gold.text, article.syntax), parts)
    for cue, mine in sorted(held.items()):
        for part in _PARTS:
            for span in every[part]:
                if scene.paragraph(span) == scene.paragraph(cue):
                    named = dict.fromkeys(features(scene, part, span, cue), 1)
                    yield part, named, span in mine[part]


def pack(network: Network) -> Mapping[str, NDArray[Any]]:
    """Store the table in one byte a weight, the layers in two."""
    scale = np.abs(network.table).max(axis=0) / 127
    packed: dict[str, NDArray[Any]] = {
        "table": np.round(network.table / scale).astype(np.int8),
        "table_scale": scale.astype(np.float32),
    }
    return packed | {name: value.astype(np.float16) for name, value in network.layers.items()}


@command
@labelled_files
@out_folder
@click.option("--epochs", default=Settings().epochs, show_default=True, help="Rounds of training.")
@click.option("--seed", default=Settings().seed, show_default=True, help="Random numbers.")
def main(files: tuple[Path, ...], out: Path, epochs: int, seed: int) -> None:
    """Learn from labelled FILES (JSON Lines, plain or gzipped) and write the model into DIR."""
    articles = read_labelled(files)
    out.mkdir(parents=True, exist_ok=True)
    vocabulary = learn_vocabulary(articles)
    (out / "vocabulary.txt").write_text("\n".join(vocabulary) + "\n", encoding="utf-8")
    links = json.dumps(learn_links(articles), indent=0, sort_keys=True)
    (out / "links.json").write_text(links + "\n", encoding="utf-8")
    click.echo(f"{len(articles)} articles, {len(vocabulary)} lemmas")
    examples = [example(article, frozenset(vocabulary)) for article in articles]
    trainer = Trainer(Settings(epochs=epochs, seed=seed))
    for number, likelihood in enumerate(trainer.epochs(examples), start=1):
        click.echo(f"round {number}: log-likelihood of a label {likelihood:.4f}")
    np.savez_compressed(out / "weights.npz", allow_pickle=False, **pack(trainer.network))


if __name__ == "__main__":
    main()
