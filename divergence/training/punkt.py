"""Rebuild Punkt's parameters from plain news text, in one command.

``python -m divergence.training.punkt ARTICLES.jsonl... --out FILE.json``

Only statistics are kept: pairs of words that a period joins, words that often begin sentences, and
words that are never capitalised inside one. The abbreviations are a list of our own, because those
that Punkt finds by itself hold too many short words of ordinary text.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import click

from divergence.text.normalize import clean_marks
from divergence.training.command_options import command, labelled_files
from divergence.validation.labelled_rows import read_texts
from divergence.weights import WEIGHTS_FOLDER

ABBREVIATIONS = WEIGHTS_FOLDER / "sentences" / "abbreviations.txt"
MIN_COUNT = 20
MIN_SMALL = 0.1
Parameters = dict[str, list[Any]]


def learn_parameters(texts: Iterable[str], abbreviations: Iterable[str]) -> Parameters:
    """Count what Punkt needs to know."""
    from nltk.tokenize.punkt import PunktTrainer

    known = sorted(set(abbreviations))
    trainer = PunktTrainer()
    trainer._params.abbrev_types.update(known)
    counts: dict[str, int] = {}
    for text in texts:
        cleaned = clean_marks(text)
        trainer.train(cleaned, finalize=False)
        for word in cleaned.split():
            counts[word] = counts.get(word, 0) + 1
    trainer.finalize_training()
    learned = trainer.get_params()
    return {
        "abbreviations": known,
        "collocations": sorted(
            [first, second] for first, second in learned.collocations if second.isalpha()
        ),
        "sentence_starters": sorted(
            word for word in learned.sent_starters if _is_ordinary(word, counts)
        ),
        "small_words": sorted(_small_words(learned.ortho_context, counts)),
    }


def _small_words(context: dict[str, int], counts: dict[str, int]) -> Iterator[str]:
    """Words seen in small letters, and never with a capital inside a sentence."""
    from nltk.tokenize.punkt import _ORTHO_LC, _ORTHO_MID_UC

    for word, flags in context.items():
        if flags & _ORTHO_LC and not flags & _ORTHO_MID_UC and counts.get(word, 0) >= MIN_COUNT:
            yield word


def _is_ordinary(word: str, counts: dict[str, int]) -> bool:
    """Whether a word is no name: a name after "Sen." must not begin a sentence."""
    small, capital = counts.get(word, 0), counts.get(word.capitalize(), 0)
    return small >= MIN_COUNT and small >= MIN_SMALL * (small + capital)


def read_abbreviations(path: Path = ABBREVIATIONS) -> list[str]:
    """Read a list of abbreviations, one a line; lines that begin with # are comments."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


@command
@labelled_files
@click.option("--out", required=True, type=click.Path(path_type=Path, dir_okay=False))
@click.option("--articles", default=1000, show_default=True, help="Read at most so many.")
def main(files: tuple[Path, ...], out: Path, articles: int) -> None:
    """Learn from JSON Lines FILES with a "text" each and write one JSON file."""
    texts = islice((text for path in files for text in read_texts(path)), articles)
    parameters = learn_parameters(texts, read_abbreviations())
    out.write_text(json.dumps(parameters, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
