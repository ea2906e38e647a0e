"""Files and folders: every input becomes an article or a listed rejection, never neither."""

from __future__ import annotations

import difflib
import os
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from divergence.errors import InputError
from divergence.reading.acceptance import Gate
from divergence.reading.boilerplate import check_rules
from divergence.reading.boilerplate_rules import NAMES, REPEATED
from divergence.reading.draft import Draft, InputFile, Unreadable, readable
from divergence.reading.formats import csv_files, html, json_files, markdown, plain_text, word_files
from divergence.reading.own_output import FILES, REASON, REMEDY, refuse_own, report_names
from divergence.reading.repeated_lines import find_repeated_lines
from divergence.types import Article, Corpus, Rejection, Removed

__all__ = ["iter_read", "read"]


Drafts = Callable[[InputFile], Iterator[Draft | Rejection]]

FORMATS: dict[str, Drafts] = {
    ".txt": plain_text.drafts,
    ".md": markdown.drafts,
    ".markdown": markdown.drafts,
    ".html": html.drafts,
    ".htm": html.drafts,
    ".docx": word_files.drafts,
    ".rtf": word_files.drafts,
    ".doc": word_files.drafts,
    ".json": json_files.drafts,
    ".jsonl": json_files.line_drafts,
    ".ndjson": json_files.line_drafts,
    ".jsonl.gz": json_files.line_drafts,
    ".csv": csv_files.drafts,
    ".tsv": csv_files.drafts,
}
_NO_ARTICLES = ("readme", "license", "licence", "config.toml")
_REMEDIES = {
    ".pdf": "Copy its text into a .txt file. ",
    ".odt": "Save it as .docx. ",
    ".xlsx": "Save the sheet as .csv. ",
    ".xls": "Save the sheet as .csv. ",
    ".xml": "Save each article as .html or .txt. ",
    ".mht": "Save the page as .html. ",
    ".mhtml": "Save the page as .html. ",
    ".epub": "Copy its text into a .txt file. ",
    ".zip": "Unpack it here. ",
}
# What stops a reader, in words; the first that fits.
_FAILURES: tuple[tuple[type[Exception], str], ...] = (
    (MemoryError, "it needs more memory than there is"),
    (RecursionError, "it is nested too deep"),
    (UnicodeError, "it holds characters that its encoding does not have"),
    (ImportError, "a package that reads it cannot be loaded"),
    (Exception, "it holds something that its reader does not expect"),
)
_ENDINGS = f"Endings that are read: {' '.join(FORMATS)}."


def read(
    path: str | Path,
    *,
    rules: Collection[str] = NAMES,
    lists: Collection[str | Path] = (),
) -> Corpus:
    """Read a file, or a folder with everything below it.

    Parameters
    ----------
    path : str or pathlib.Path
        A file, or a folder. Files are read in the order of their names; those that begin with a
        dot are not looked at.
    rules : collection of str
        Names of the rules by which boilerplate is removed, all by default; see
        :data:`divergence.reading.boilerplate_rules.RULES`.
    lists : collection of str or pathlib.Path
        Files of word lists that lie among the articles: they are no articles.

    Returns
    -------
    Corpus
        Articles and rejections, each in reading order. Their number together is the number of
        inputs: files, and rows or documents of files that hold several articles. It may have no
        article. ``removed`` holds what was taken for boilerplate. Sources whose names differ in
        capitals only get the commonest spelling, and ``spellings`` says which did.

    Raises
    ------
    divergence.errors.InputError
        The path does not exist, or is a folder without files.
    divergence.errors.ConfigError
        A rule is not known.

    Notes
    -----
    The source is the file's name where nothing in the file names it; an article in a folder has the
    first folder below ``path`` in its metadata, as ``folder``. A date that is not understood, or
    that could be two days, stays in the metadata as ``date``. The first lines of plain text
    may be taken for a header: see :func:`divergence.reading.headers.split_header`. Which lines
    recur in a source depends on all its articles: a file read alone may keep a line that it loses
    in a folder.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = Path(folder, "courier.txt").write_text("It is closed.\\n\\nShare this story")
    ...     _ = Path(folder, "scan.pdf").write_text("%PDF")
    ...     corpus = read(folder)
    >>> [(article.source, article.text) for article in corpus.articles]
    [('courier', 'It is closed.')]
    >>> [(rejection.path, rejection.reason) for rejection in corpus.rejections]
    [('scan.pdf', "files ending in '.pdf' are not read")]
    >>> [(line.rule, line.text) for line in corpus.removed]
    [('share', 'Share this story')]
    """
    names = check_rules(rules)
    articles: list[Article] = []
    rejections: list[Rejection] = []
    removed: list[Removed] = []
    root = Path(path)
    drafts = list(_drafted(_files(root), lists))
    recurring = _recurring(drafts, names)
    for item in _admitted(drafts, Gate(names, recurring), removed.append):
        if isinstance(item, Article):
            articles.append(item)
        else:
            rejections.append(item)
    spelled = source_spellings(articles)
    return Corpus(
        tuple(
            replace(article, source=spelled.get(article.source, article.source))
            for article in articles
        ),
        tuple(rejections),
        tuple(removed),
        (readable(root.name),),
        tuple(sorted(spelled.items())),
    )


def source_spellings(articles: Sequence[Article]) -> dict[str, str]:
    """Return the commonest spelling for every source name that differs from it only in case."""
    counts = Counter(article.source for article in articles)
    kept: dict[str, str] = {}
    for name in sorted(counts, key=lambda name: (-counts[name], name)):
        kept.setdefault(name.casefold(), name)
    return {name: kept[name.casefold()] for name in counts if kept[name.casefold()] != name}


def iter_read(
    path: str | Path,
    *,
    rules: Collection[str] = NAMES,
    lists: Collection[str | Path] = (),
    on_removed: Callable[[Removed], object] | None = None,
) -> Iterator[Article | Rejection]:
    """Read like :func:`read`, one input at a time.

    Parameters
    ----------
    path : str or pathlib.Path
        A file or a folder.
    rules : collection of str
        As for :func:`read`. The rule ``repeated`` needs all articles of a source: with it, files
        are read twice.
    lists : collection of str or pathlib.Path
        As for :func:`read`.
    on_removed : callable, optional
        Called with every line that is taken for boilerplate.

    Yields
    ------
    Article or Rejection
        In reading order, sources spelled as they are given. Rows of ``.jsonl`` files are not held,
        so memory stays flat but for the short lines of the texts.

    Raises
    ------
    divergence.errors.InputError, divergence.errors.ConfigError
        As :func:`read`, at the call and not at the first item.
    """
    names = check_rules(rules)
    files = _files(Path(path))
    return _streamed(files, Path(path), names, lists, on_removed or (lambda removed: None))


def _streamed(
    files: Iterator[InputFile | Rejection],
    root: Path,
    names: tuple[str, ...],
    lists: Collection[str | Path],
    on_removed: Callable[[Removed], object],
) -> Iterator[Article | Rejection]:
    recurring = _recurring(_drafted(_files(root), lists), names) if REPEATED in names else {}
    yield from _admitted(_drafted(files, lists), Gate(names, recurring), on_removed)


def _recurring(
    drafts: Iterable[Draft | Rejection], names: tuple[str, ...]
) -> Mapping[str, frozenset[str]]:
    if REPEATED not in names:
        return {}
    return find_repeated_lines(draft for draft in drafts if isinstance(draft, Draft))


def _files(root: Path) -> Iterator[InputFile | Rejection]:
    if not os.path.lexists(root):
        raise InputError(f"{root}: no such file or folder{_nearest(root)} Check the path.")
    if not root.is_dir():
        return iter([InputFile(root, readable(root.name))])
    walk = _walk(root, "", frozenset())
    first = next(walk, None)
    if first is None:
        raise InputError(f"{root}: the folder holds no files. {_ENDINGS}")
    return chain([first], walk)


def _nearest(missing: Path) -> str:
    """Ask for the name beside it that a path was perhaps mistyped from."""
    try:
        beside = sorted(entry.name for entry in missing.parent.iterdir())
    except OSError:
        return "."
    close = difflib.get_close_matches(missing.name, beside, n=1, cutoff=0.75)
    return f"; did you mean '{missing.parent / readable(close[0])}'?" if close else "."


def _drafted(
    files: Iterator[InputFile | Rejection], lists: Collection[str | Path]
) -> Iterator[Draft | Rejection]:
    known = {Path(path).resolve() for path in lists}
    for file in files:
        if isinstance(file, Rejection):
            yield file
            continue
        if known and file.path.resolve() in known:
            yield Rejection(file.place, "not an article: a word list of the settings")
            continue
        n_read = 0
        try:
            for draft in _drafts(file):
                yield draft
                n_read += 1
        except Unreadable as error:
            yield Rejection(file.place, error.reason, error.remedy)
        except OSError as error:
            yield _unopened(file.place, error)
        except Exception as error:
            # One file of thousands may break a reader in ways that nobody foresaw.
            yield _failed(file.place, error, n_read)


def _admitted(
    drafts: Iterable[Draft | Rejection], gate: Gate, on_removed: Callable[[Removed], object]
) -> Iterator[Article | Rejection]:
    for draft in drafts:
        if isinstance(draft, Rejection):
            yield draft
            continue
        try:
            admitted = gate.admit(draft)
        except Exception as error:
            yield _failed(draft.place, error, 0)
            continue
        for line in admitted.removed:
            on_removed(line)
        yield admitted.item


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
        raise Unreadable(
            named, f"{_REMEDIES.get(endings[-1], '')}{_ENDINGS}" if endings else _ENDINGS
        )
    refuse_own(file.path)
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
    own = report_names(folder, {entry.name for entry in entries})
    if own:
        name = min(own, key=lambda name: (name not in FILES, name))
        yield Rejection(f"{below}/{name}" if below else name, REASON, REMEDY)
    for entry in entries:
        place = f"{below}/{readable(entry.name)}" if below else readable(entry.name)
        if entry.name.startswith(".") or entry.name in own:
            continue
        try:
            is_folder = entry.is_dir()
        except OSError as error:
            # Whether a link leads to a folder cannot be told where its target may not be looked at.
            yield _unopened(place, error)
            continue
        if is_folder:
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


def _failed(place: str, error: Exception, n_read: int) -> Rejection:
    """List what could not be read to its end; what it gave before stays, as rows before damage do.

    The message of the error is left out: it may differ from run to run.
    """
    why = next(words for kind, words in _FAILURES if isinstance(error, kind))
    kept = f"; {n_read} before it {'was' if n_read == 1 else 'were'} read" if n_read else ""
    return Rejection(
        place,
        f"reading it failed: {why} ({type(error).__name__}){kept}",
        "Copy its text into a .txt file, or save it anew. If it opens elsewhere, report the fault.",
    )
