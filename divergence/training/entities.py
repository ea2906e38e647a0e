"""Rebuild the model of mentions from labelled texts, in one command.

``python -m divergence.training.entities TEXTS.jsonl --articles NEWS.jsonl --teacher DIR --out DIR``

Texts are parsed with our own parser, so that the model learns from the mistakes that it will meet.
From unlabelled articles it learns which words are alike and, where a teacher reads them (a spaCy
pipeline that finds names), how names of persons, bodies and places stand in news. Writes
``features.json`` and ``types.npz``. About ten minutes on one core for 143 texts and 900 articles.
"""

from __future__ import annotations

import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click
import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from divergence.counting.tally import Floats
from divergence.text.dependency_tree import Tree
from divergence.text.entities.mention_features import Surroundings, features
from divergence.text.entities.mentions import TYPES
from divergence.text.entities.noun_phrases import NounPhrase, noun_phrases
from divergence.text.syntax import parse_many
from divergence.text.word_classes import PROPER_TAGS
from divergence.training.command_options import (
    EXISTING_FOLDER,
    FILE,
    command,
    labelled_files,
    out_folder,
)
from divergence.training.word_vectors import word_vectors
from divergence.types import EntityType, Span
from divergence.validation.entities.rows import GoldText, read_entities
from divergence.validation.labelled_rows import read_texts
from divergence.validation.token_spans import token_spans

NONE = len(TYPES)
UNKNOWN = -1
FEWEST_TEXTS = 2
FEWEST = 2
LEAST = 0.15
SILVER = 0.7
# Weight of a phrase with a country once more, as if its name were not known to be one.
UNSIGNED = 0.5
STRENGTH = 3.0
TOLERANCE = 3e-4
MOST_ROUNDS = 800
PRIOR_SCALE = 0.15
N_SILVER = 900
_SHORTEST, _LONGEST = 200, 9000
_AGREED = 0.6
_NOT_NEEDED = ["parser", "tagger", "lemmatizer", "attribute_ruler", "senter"]
_SILVER_TYPES: Mapping[str, EntityType] = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "EVENT": "event",
}
_COMMON = frozenset({"NN", "NNS"})


@dataclass(frozen=True, slots=True)
class Labelled:
    """One text with its tree, its phrases and the label of each."""

    tree: Tree
    phrases: tuple[NounPhrase, ...]
    labels: tuple[int, ...]


def read_labelled(paths: Iterable[Path]) -> list[Labelled]:
    """Read and parse labelled texts."""
    golds = [gold for path in paths for gold in read_entities(path)]
    parsed = parse_many(gold.text for gold in golds)
    return [
        labelled(gold, Tree.of(gold.text, syntax))
        for gold, syntax in zip(golds, parsed, strict=True)
    ]


def labelled(gold: GoldText, tree: Tree) -> Labelled:
    """Give every phrase the type of the mention with its head and words most like it."""
    by_head: dict[int, list[tuple[int, int, int]]] = {}
    for mention in gold.mentions(tree.syntax):
        span = mention.tokens
        by_head.setdefault(tree.head_of(span), []).append(
            (span.start, span.end, TYPES.index(mention.type))
        )
    phrases = noun_phrases(tree)
    labels = []
    for phrase in phrases:
        start, end = phrase.whole
        near = [
            (abs(low - start) + abs(high - end), kind)
            for low, high, kind in by_head.get(phrase.head, ())
        ]
        labels.append(min(near)[1] if near else NONE)
    return Labelled(tree, phrases, tuple(labels))


def read_silver(news: Sequence[str], teacher: Path) -> list[Labelled]:
    """Let a pipeline that finds names say of what type the names in articles are."""
    import spacy

    nlp = spacy.load(teacher, exclude=_NOT_NEEDED)
    shuffled = list(news)
    random.Random(0).shuffle(shuffled)
    chosen = [text for text in shuffled if _SHORTEST < len(text) < _LONGEST][:N_SILVER]
    return [
        silver_labels(
            Tree.of(doc.text, syntax),
            [(Span(e.start_char, e.end_char), e.label_) for e in doc.ents],
        )
        for doc, syntax in zip(nlp.pipe(chosen, batch_size=8), parse_many(chosen), strict=True)
    ]


def silver_labels(tree: Tree, names: Iterable[tuple[Span, str]]) -> Labelled:
    """Give the phrases that end in a name its type, where its mentions in the text agree.

    A person's name may follow other words ("Police Chief Ada Lin"); other names must be whole.
    """
    syntax = tree.syntax
    ends: dict[int, tuple[int, EntityType]] = {}
    for characters, label in names:
        for start, end in token_spans([characters], syntax) if label in _SILVER_TYPES else ():
            last = end - 2 if syntax.tags[end - 1] == "POS" else end - 1
            first = start + (syntax.tags[start] == "DT")
            ends[last] = (first, _SILVER_TYPES[label])
    phrases = noun_phrases(tree)
    lasts = [phrase.name.end - 1 for phrase in phrases]
    votes: defaultdict[str, Counter[EntityType]] = defaultdict(Counter)
    for phrase, last in zip(phrases, lasts, strict=True):
        if phrase.form == "name" and last in ends:
            votes[syntax.words[last].lower()][ends[last][1]] += 1
    labels = [UNKNOWN] * len(phrases)
    for number, (phrase, last) in enumerate(zip(phrases, lasts, strict=True)):
        if phrase.form == "name" and last in ends:
            counts = votes[syntax.words[last].lower()]
            kind, n = counts.most_common(1)[0]
            whole = kind == "person" or ends[last][0] <= phrase.name.start
            if whole and n >= _AGREED * counts.total():
                labels[number] = TYPES.index(kind)
    return Labelled(tree, phrases, tuple(labels))


def learn_designators(texts: Sequence[Labelled]) -> frozenset[str]:
    """Learn which words in names are ordinary nouns elsewhere ("County", "Ministry")."""
    common: Counter[str] = Counter()
    proper: Counter[str] = Counter()
    for text in texts:
        syntax = text.tree.syntax
        tokens = list(zip(syntax.words, syntax.lemmas, syntax.tags, strict=True))
        # A name at the start of a sentence is often tagged as a noun.
        common.update({lemma for word, lemma, tag in tokens if tag in _COMMON and word.islower()})
        proper.update({word.lower() for word, _, tag in tokens if tag in PROPER_TAGS})
    return frozenset(
        word for word, n in proper.items() if n >= FEWEST_TEXTS and common[word] >= FEWEST_TEXTS
    )


@dataclass(frozen=True, slots=True)
class Learned:
    """Feature names with a row of weights each, intercepts, and the designators."""

    names: list[str]
    weights: Floats
    intercepts: Floats
    designators: frozenset[str]


def learn(
    texts: Sequence[Labelled],
    vectors: Mapping[str, Floats],
    *,
    silver: Sequence[Labelled] = (),
) -> Learned:
    """Fit a multinomial regression to the types of mentions, and another to what is a mention.

    ``silver`` are texts of which only types of names are known, and those less surely. ``vectors``
    place words among words that are used alike. Their coefficients are folded into the weights of
    those words, so that a noun without labels gets the weights of its like.
    """
    designators = learn_designators(texts)
    gold_bags, gold_labels = _bags(texts, designators)
    bags, labels, weights = [*gold_bags], [*gold_labels], [1.0] * len(gold_bags)
    for more, weight in ((texts, 1.0), (silver, SILVER)):
        shown, theirs = (gold_bags, gold_labels) if more is texts else _bags(more, designators)
        hidden, _ = _bags(more, designators, places=False)
        for bag, same, label in zip(hidden, shown, theirs, strict=True):
            if not UNKNOWN < label < NONE:
                continue
            if more is silver:
                bags.append(same)
                labels.append(label)
                weights.append(weight)
            if bag != same:
                bags.append(bag)
                labels.append(label)
                weights.append(weight * UNSIGNED)
    place = _places(bags)
    # A person's name has a vector too, and must not be learned by heart.
    small = _written_small((*texts, *silver))
    heads = {f"h {word}": vector for word, vector in vectors.items() if word in small}
    of_types = [n for n, label in enumerate(labels) if UNKNOWN < label < NONE]
    typed, type_intercepts = _fit(
        [bags[n] for n in of_types],
        [labels[n] for n in of_types],
        [weights[n] for n in of_types],
        place,
        heads,
    )
    mentioned, intercepts = _fit(
        gold_bags,
        [int(label != NONE) for label in gold_labels],
        None,
        _places(gold_bags),
        heads,
    )
    both = {name: np.append(typed[name], mentioned.get(name, 0.0)) for name in typed}
    kept = sorted(name for name, row in both.items() if np.abs(row).max() >= LEAST)
    return Learned(
        kept,
        np.array([both[name] for name in kept]),
        np.append(type_intercepts, intercepts),
        designators,
    )


def _written_small(texts: Iterable[Labelled]) -> set[str]:
    """Lemmas of words that texts write without a capital."""
    return {
        lemma
        for text in texts
        for word, lemma in zip(text.tree.syntax.words, text.tree.syntax.lemmas, strict=True)
        if word.islower()
    }


def _places(bags: Sequence[Sequence[str]]) -> dict[str, int]:
    """Number the features that are there often enough."""
    counts = Counter(name for bag in bags for name in bag)
    names = sorted(name for name, n in counts.items() if n >= FEWEST)
    return {name: number for number, name in enumerate(names)}


def _bags(
    texts: Sequence[Labelled], designators: frozenset[str], *, places: bool = True
) -> tuple[list[list[str]], list[int]]:
    """Features and labels of every phrase of texts."""
    bags: list[list[str]] = []
    labels: list[int] = []
    for text in texts:
        around = Surroundings.of(text.tree, text.phrases, designators, places=places)
        bags += [features(around, phrase) for phrase in text.phrases]
        labels += text.labels
    return bags, labels


def _fit(
    bags: Sequence[Sequence[str]],
    labels: Sequence[int],
    weights: Sequence[float] | None,
    place: Mapping[str, int],
    vectors: Mapping[str, Floats],
) -> tuple[dict[str, Floats], Floats]:
    """Weights of every feature, a row each, and the intercepts."""
    from sklearn.linear_model import LogisticRegression

    dense = _dense(bags, vectors)
    scale = PRIOR_SCALE / np.maximum(dense.std(axis=0), 1e-9)
    inputs = sparse.hstack([_matrix(bags, place), sparse.csr_matrix(dense * scale)]).tocsr()
    model = LogisticRegression(C=STRENGTH, max_iter=MOST_ROUNDS, tol=TOLERANCE)
    model.fit(inputs, labels, weights)
    coefficients = model.coef_.T
    learned = dict(zip(place, coefficients[: len(place)], strict=True))
    shared = coefficients[len(place) :] * scale[:, None]
    for name, vector in vectors.items():
        learned[name] = learned.get(name, 0.0) + vector @ shared
    return learned, model.intercept_


def write(learned: Learned, folder: Path) -> None:
    """Write a model, one byte a weight."""
    folder.mkdir(parents=True, exist_ok=True)
    words = {"designators": sorted(learned.designators), "features": learned.names}
    text = json.dumps(words, ensure_ascii=False, indent=0)
    (folder / "features.json").write_text(text + "\n", encoding="utf-8")
    scale = np.abs(learned.weights).max(axis=0) / 127
    np.savez_compressed(
        folder / "types.npz",
        allow_pickle=False,
        weights=np.round(learned.weights / scale).astype(np.int8),
        scale=scale.astype(np.float32),
        intercepts=learned.intercepts.astype(np.float32),
    )


def _matrix(bags: Sequence[Sequence[str]], place: Mapping[str, int]) -> sparse.csr_matrix:
    rows = [number for number, bag in enumerate(bags) for name in bag if name in place]
    columns = [place[name] for bag in bags for name in bag if name in place]
    return sparse.csr_matrix((np.ones(len(rows)), (rows, columns)), (len(bags), len(place)))


def _dense(bags: Sequence[Sequence[str]], vectors: Mapping[str, Floats]) -> NDArray[np.float64]:
    size = len(next(iter(vectors.values()))) if vectors else 1
    dense = np.zeros((len(bags), size))
    for number, bag in enumerate(bags):
        for name in bag:
            if name in vectors:
                dense[number] += vectors[name]
    return dense


@command
@labelled_files
@click.option("--articles", type=FILE, help="Unlabelled news.")
@click.option("--teacher", type=EXISTING_FOLDER, help="A spaCy pipeline that finds names.")
@out_folder
def main(files: tuple[Path, ...], articles: Path | None, teacher: Path | None, out: Path) -> None:
    """Learn from labelled FILES (JSON Lines, plain or gzipped) and write the model into DIR."""
    texts = read_labelled(files)
    news = list(read_texts(articles)) if articles else []
    vectors = word_vectors(news) if news else {}
    silver = read_silver(news, teacher) if teacher else []
    learned = learn(texts, vectors, silver=silver)
    write(learned, out)
    n = sum(len(text.labels) for text in (*texts, *silver))
    click.echo(f"{len(texts)} texts, {n} phrases, {len(learned.names)} features")


if __name__ == "__main__":
    main()
