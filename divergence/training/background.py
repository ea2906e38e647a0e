"""Count how often words occur in news, for the prior of keyness and the weights of alignment.

``python -m divergence.training.background FILE --out DIR`` reads JSON Lines with a ``text`` in
every row (``.gz`` or plain) and writes ``words.tsv.gz``: one lower-cased word and its count a line,
most frequent first. Counts only; no text is kept.
"""

from __future__ import annotations

import gzip
import io
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import click

from divergence.text.normalize import clean_marks, word_form
from divergence.text.sentences import find_sentences
from divergence.text.words import find_words
from divergence.training.command_options import command, labelled_file, out_folder
from divergence.validation.labelled_rows import read_texts

LEAST = 5
FILE_NAME = "words.tsv.gz"


def count_words(texts: Iterable[str]) -> Counter[str]:
    """Count lower-cased words that contain a letter."""
    counts: Counter[str] = Counter()
    for text in texts:
        cleaned = clean_marks(text)
        for sentence in find_sentences(cleaned):
            words = (
                word_form(cleaned[start:end]).lower()
                for start, end in find_words(cleaned, sentence.span)
            )
            counts.update(word for word in words if any(map(str.isalpha, word)))
    return counts


def save(counts: Counter[str], folder: Path, *, least: int = LEAST) -> Path:
    """Write words seen at least ``least`` times, compressed, the same bytes for the same counts."""
    kept = sorted(
        ((word, count) for word, count in counts.items() if count >= least),
        key=lambda pair: (-pair[1], pair[0]),
    )
    body = f"#\t{counts.total()}\n" + "".join(f"{word}\t{count}\n" for word, count in kept)
    buffer = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", fileobj=buffer, mtime=0) as stream:
        stream.write(body.encode("utf-8"))
    target = folder / FILE_NAME
    target.write_bytes(buffer.getvalue())
    return target


@command
@labelled_file
@out_folder
def main(file: Path, out: Path) -> None:
    """Count the words of FILE (JSON Lines with "text") into DIR."""
    out.mkdir(parents=True, exist_ok=True)
    counts = count_words(read_texts(file))
    target = save(counts, out)
    click.echo(f"{target}: {counts.total()} words counted, {len(counts)} different")


if __name__ == "__main__":
    main()
