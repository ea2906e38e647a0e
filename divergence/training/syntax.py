"""Rebuild the syntax weights from treebank files, in one command.

``python -m divergence.training.syntax TRAIN.conllu... --dev DEV.conllu... --out FOLDER``

The same files, seed and versions give the same weights on the same kind of processor. What is
learned: a spaCy tagger and parser in the shape that ``config.cfg`` beside the shipped weights
says, and the table of lemmas. One small tok2vec feeds both, because that is where time goes; widths
are chosen for more than twelve thousand words a second on one core.
"""

from __future__ import annotations

import logging
import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from divergence.text.normalize import clean_marks, normal_forms
from divergence.text.sentences import find_sentences
from divergence.text.syntax import MODEL
from divergence.training.command_options import FILE, command, labelled_files, out_folder
from divergence.training.lemmas import learn_lemmas, write_lemmas
from divergence.validation.conllu import GoldSentence, read_conllu
from divergence.validation.syntax import raw_documents

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.training import Example
    from thinc.api import Optimizer

LEARNING_RATE = 0.001
FIRST_BATCH, LAST_BATCH, BATCH_GROWTH = 300, 1000, 1.001
LONGEST_SEGMENT = 120

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long to train, and from which random start."""

    steps: int = 6000
    seed: int = 0
    dropout: float = 0.1
    evaluate_every: int = 500


def train(
    training: Sequence[GoldSentence],
    dev: Sequence[GoldSentence],
    schedule: Schedule,
    keep: Callable[[Language], None],
) -> None:
    """Train tagger and parser and keep the weights that do best on the dev sentences."""
    import spacy
    from thinc.api import Adam, Config, NumpyOps, fix_random_seed, set_current_ops

    set_current_ops(NumpyOps(use_blis=False))

    fix_random_seed(schedule.seed)
    nlp = spacy.util.load_model_from_config(
        Config().from_disk(MODEL / "config.cfg", interpolate=False), auto_fill=True
    )
    examples = [make_example(nlp, segment) for segment in segments(training)]
    held_out = [make_example(nlp, [sentence]) for sentence in dev]
    nlp.initialize(lambda: examples)
    optimizer = Adam(LEARNING_RATE, L2=0.01, grad_clip=1.0, use_averages=True)
    batches = _batches(examples, schedule.seed)
    best = -1.0
    for step in range(1, schedule.steps + 1):
        _set_rate(optimizer, step / schedule.steps)
        nlp.update(next(batches), sgd=optimizer, drop=schedule.dropout, losses={})
        if step % schedule.evaluate_every == 0 or step == schedule.steps:
            with nlp.use_params(optimizer.averages):
                scores = nlp.evaluate(held_out)
                log.info(
                    "step %d: tags %.4f, UAS %.4f, LAS %.4f",
                    *(step, scores["tag_acc"], scores["dep_uas"], scores["dep_las"]),
                )
                if scores["dep_las"] > best:
                    best = scores["dep_las"]
                    keep(nlp)


def make_example(nlp: Language, segment: Sequence[GoldSentence]) -> Example:
    """Turn one or more sentences into a spaCy example, words normalised as they are at run time."""
    from spacy.tokens import Doc
    from spacy.training import Example

    words: list[str] = []
    tags: list[str] = []
    heads: list[int] = []
    relations: list[str] = []
    for sentence in segment:
        first = len(words)
        words += normal_forms(sentence.text, sentence.forms, sentence.places)
        tags += sentence.tags
        heads += [first + head for head in sentence.heads]
        relations += sentence.relations
    deps = [
        "ROOT" if head == index else relation
        for index, (head, relation) in enumerate(zip(heads, relations, strict=True))
    ]
    gold = Doc(nlp.vocab, words=words, tags=tags, heads=heads, deps=deps)
    return Example(Doc(nlp.vocab, words=words), gold)


def segments(sentences: Iterable[GoldSentence]) -> Iterator[tuple[GoldSentence, ...]]:
    """Group treebank sentences as Punkt, which misses some ends, will hand them to the parser."""
    for document in raw_documents(sentences):
        ends = {sentence.span.end for sentence in find_sentences(clean_marks(document.text))}
        members: list[GoldSentence] = []
        n_words = 0
        for sentence, offset in zip(document.sentences, document.offsets, strict=True):
            if n_words + len(sentence.forms) > LONGEST_SEGMENT and members:
                yield tuple(members)
                members, n_words = [], 0
            members.append(sentence)
            n_words += len(sentence.forms)
            if offset + len(sentence.text) in ends:
                yield tuple(members)
                members, n_words = [], 0
        if members:
            yield tuple(members)


def _batches(examples: Sequence[Example], seed: int) -> Iterator[list[Example]]:
    order = random.Random(seed)
    size = float(FIRST_BATCH)
    n_total = sum(len(example.reference) for example in examples)
    while True:
        shuffled = list(examples)
        order.shuffle(shuffled)
        batch: list[Example] = []
        n_words = 0
        for example in shuffled:
            batch.append(example)
            n_words += len(example.reference)
            # A treebank smaller than one batch is one batch.
            if n_words >= min(size, n_total):
                yield batch
                batch, n_words = [], 0
                size = min(LAST_BATCH, size * BATCH_GROWTH)


def _set_rate(optimizer: Optimizer, progress: float) -> None:
    """Warm up over the first hundredth, then fall in a line to a twentieth."""
    warm = min(1.0, progress / 0.01)
    optimizer.learn_rate = LEARNING_RATE * warm * (1.0 - 0.95 * progress)


def write(nlp: Language, folder: Path) -> None:
    """Write a pipeline in the layout that the package reads; no pickle anywhere."""
    nlp.to_disk(folder, exclude=["tokenizer", "vocab"])


@command
@labelled_files
@click.option("--dev", multiple=True, required=True, type=FILE)
@out_folder
@click.option("--steps", default=6000, show_default=True)
@click.option("--seed", default=0, show_default=True)
def main(files: tuple[Path, ...], dev: tuple[Path, ...], out: Path, steps: int, seed: int) -> None:
    """Train on CoNLL-U FILES (plain or gzipped) and write the weights to a folder."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    training = [sentence for path in files for sentence in read_conllu(path)]
    held_out = [sentence for path in dev for sentence in read_conllu(path)]
    out.mkdir(parents=True, exist_ok=True)
    write_lemmas(learn_lemmas(training), out / "lemmas.json")
    schedule = Schedule(steps=steps, seed=seed)
    train(training, held_out, schedule, lambda nlp: write(nlp, out))


if __name__ == "__main__":
    main()
