"""Files and folders: every input becomes an article or a listed rejection, never neither."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from divergence.errors import InputError
from divergence.reading import csv_files, html, json_files, markdown, plain
from divergence.reading.accept import Gate
from divergence.reading.draft import Draft, InputFile, Unreadable
from divergence.types import Article, Corpus, Rejection

Drafts = Callable[[InputFile], Iterator[Draft | Rejection]]

FORMATS: dict[str, Drafts] = {
    ".txt": plain.drafts,
    ".md": markdown.drafts,
    ".markdown": markdown.drafts,
    ".html": html.drafts,
    ".htm": html.drafts,
    ".json": json_files.drafts,
    ".jsonl": json_files.line_drafts,
    ".ndjson": json_files.line_drafts,
    ".jsonl.gz": json_files.line_drafts,
    ".csv": csv_files.drafts,
    ".tsv": csv_files.drafts,
}
_NO_ARTICLES = ("readme", "license", "licence", "config.toml")
_ENDINGS = f"Endings that are read: {' '.join(FORMATS)}."


def read(path: str | Path) -> Corpus:
    """Read a file, or a folder with everything below it.

    Parameters
    ----------
    path : str or pathlib.Path
        A file, or a folder. Files are read in the order of their names; those that begin with a
        dot are not looked at.

    Returns
    -------
    Corpus
        Articles and rejections, each in reading order. Their number together is the number of
        inputs: files, and rows of files that hold several articles. It may have no article.

    Raises
    ------
    divergence.errors.InputError
        The path does not exist, or is a folder without files.

    Notes
    -----
    The source is the file's name where nothing in the file names it. The first lines of plain text
    may be taken for a header: see :func:`divergence.reading.headers.split_header`.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = Path(folder, "courier.txt").write_text("The bridge is closed.")
    ...     _ = Path(folder, "scan.pdf").write_text("%PDF")
    ...     corpus = read(folder)
    >>> [(article.source, article.text) for article in corpus.articles]
    [('courier', 'The bridge is closed.')]
    >>> [(rejection.path, rejection.reason) for rejection in corpus.rejections]
    [('scan.pdf', "files ending in '.pdf' are not read")]
    """
    articles: list[Article] = []
    rejections: list[Rejection] = []
    for item in iter_read(path):
        if isinstance(item, Article):
            articles.append(item)
        else:
            rejections.append(item)
    return Corpus(tuple(articles), tuple(rejections))


def iter_read(path: str | Path) -> Iterator[Article | Rejection]:
    """Read like :func:`read`, one input at a time.

    Parameters
    ----------
    path : str or pathlib.Path
        A file or a folder.

    Yields
    ------
    Article or Rejection
        In reading order. Rows of ``.jsonl`` files are not held, so memory stays flat.

    Raises
    ------
    divergence.errors.InputError
        As :func:`read`, at the call and not at the first item.
    """
    root = Path(path)
    if not os.path.lexists(root):
        raise InputError(f"{root}: no such file or folder. Check the path.")
    if not root.is_dir():
        return _items(iter([InputFile(root, root.name)]))
    walk = _walk(root, "", frozenset())
    first = next(walk, None)
    if first is None:
        raise InputError(f"{root}: the folder holds no files. {_ENDINGS}")
    return _items(_and_then(first, walk))


def _and_then(
    first: InputFile | Rejection, rest: Iterator[InputFile | Rejection]
) -> Iterator[InputFile | Rejection]:
    yield first
    yield from rest


def _items(files: Iterator[InputFile | Rejection]) -> Iterator[Article | Rejection]:
    gate = Gate()
    for file in files:
        if isinstance(file, Rejection):
            yield file
            continue
        try:
            for draft in _drafts(file):
                yield gate.admit(draft) if isinstance(draft, Draft) else draft
        except Unreadable as error:
            yield Rejection(file.place, error.reason, error.remedy)
        except OSError as error:
            yield _unopened(file.place, error)


def _drafts(file: InputFile) -> Iterator[Draft | Rejection]:
    if file.path.is_symlink() and not file.path.exists():
        raise Unreadable("a link that leads nowhere", "Remove the link, or mend it.")
    if not file.path.is_file():
        raise Unreadable("not a regular file", "Give text files.")
    endings = [suffix.lower() for suffix in file.path.suffixes]
    ending = next(
        (end for end in ("".join(endings[-2:]), "".join(endings[-1:])) if end in FORMATS), ""
    )
    if not ending:
        named = f"files ending in '{endings[-1]}' are not read" if endings else "no ending"
        raise Unreadable(named, _ENDINGS)
    return FORMATS[ending](file)


def _walk(
    folder: Path, below: str, above: frozenset[tuple[int, int]]
) -> Iterator[InputFile | Rejection]:
    """Files in the order of their names; ``above`` holds the folders that this one lies in."""
    try:
        status = folder.stat()
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
        identity = (status.st_dev, status.st_ino)
        if identity in above:
            yield Rejection(below, "a link back to a folder above it", "Remove the link.")
            return
    except OSError as error:
        yield _unopened(below, error)
        return
    for entry in entries:
        place = f"{below}/{entry.name}" if below else entry.name
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            yield from _walk(entry, place, above | {identity})
        elif entry.name.lower().startswith(_NO_ARTICLES):
            yield Rejection(place, "not an article: it describes the folder")
        else:
            yield InputFile(entry, place)


def _unopened(place: str, error: OSError) -> Rejection:
    return Rejection(
        place,
        f"cannot be opened: {(error.strerror or str(error)).lower()}",
        "Check that it exists and that you may read it.",
    )
