"""Reading lists of one's own, from a file or from words, and the names that they may have."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Literal, NamedTuple

from divergence.errors import InputError, UsageError, must_be_one_of
from divergence.features.registry import all_features
from divergence.lexicons import packaged
from divergence.lists.entry_rows import Gathered, Parsed, Row, first_of, gather, key_of
from divergence.lists.liwc_files import parse_dic
from divergence.lists.plain_files import parse_plain, parse_table
from divergence.reading.draft import Unreadable
from divergence.reading.formats.encoding import decode

Format = Literal["plain list", "table", "LIWC dictionary"]

FAMILIES = ("agency", "certainty", "frames", "lists", "sentiment", "wording")
MATCHES = ("lemma", "word")
MOST_BYTES = 50_000_000
_TABLES = (".csv", ".tsv", ".dicx")
# Line by line they would pass for plain lists.
_OTHERS = (".json", ".jsonl", ".yml", ".yaml", ".xml", ".html", ".toml", ".cat", ".lc3", ".ykd")
_ENCODINGS = ("utf-8", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman", "cp1251")


class ListFile(NamedTuple):
    """A list's file as it was found: its format and encoding, its digest, and what it holds."""

    format: Format
    encoding: str
    digest: str
    gathered: Gathered

    def matching(self, match: Literal["lemma", "word"] | None) -> Literal["lemma", "word"]:
        """How its terms are matched: as asked for, or as its format means them."""
        return match or ("word" if self.format == "LIWC dictionary" else "lemma")


def read_list(path: Path) -> ListFile:
    """Read a list's file, with everything that is wrong with it."""
    if path.suffix.lower() in _OTHERS:
        raise InputError(
            f"{path}: lists ending in '{path.suffix}' are not read. Save it as a plain list "
            "(.txt), a table (.csv) or a LIWC dictionary (.dic)."
        )
    if path.is_dir():
        raise InputError(f"{path}: is a folder. Give the file of one list, such as words.txt.")
    try:
        if path.stat().st_size > MOST_BYTES:
            raise InputError(
                f"{path}: too large for a list of words ({path.stat().st_size:,} bytes). "
                "Check that it is the right file."
            )
        data = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise InputError(f"{path}: cannot be opened: {reason}. Check its name.") from None
    try:
        text = decode(data)
    except Unreadable as error:
        raise InputError(f"{path}: {error.reason}. Save the list as UTF-8 text.") from None
    kind, parsed = _parse(path, text)
    digest = hashlib.sha256(data.replace(b"\r\n", b"\n")).hexdigest()
    return ListFile(kind, _encoding(data, text), digest, gather(parsed))


def read_words(name: str, words: Iterable[str] | Mapping[str, float]) -> tuple[Gathered, str]:
    """Read words, or weights by word, and return what they hold with their digest."""
    if isinstance(words, str):
        raise UsageError(f"list '{name}': give several words, not one string: [{words[:40]!r}].")
    given = words if isinstance(words, Mapping) else dict.fromkeys(words, 1.0)
    for term, weight in given.items():
        if not isinstance(term, str):
            raise UsageError(f"list '{name}': {term!r} is not a word; put it in quotation marks.")
        if isinstance(weight, bool) or not isinstance(weight, int | float):
            raise UsageError(f"list '{name}': the weight of '{term}' must be a number.")
    rows = tuple(Row(0, term, "", float(weight)) for term, weight in given.items())
    gathered = gather(Parsed(rows))
    if gathered.problems:
        raise InputError(f"list '{name}': {first_of(gathered.problems)}")
    content = "\n".join(f"{entry.term}\t{entry.weight!r}" for entry in gathered.entries)
    return gathered, hashlib.sha256(content.encode()).hexdigest()


def list_name(name: str) -> str:
    """Return the name that measures are called after."""
    key = key_of(name)
    if not key:
        raise UsageError(f"list '{name}': its name needs a letter or a digit.")
    return key


def check_name(name: str) -> None:
    """Refuse a name for a list of one's own that the package has given away."""
    if name in packaged.names() or any(feature.name == name for feature in all_features()):
        raise UsageError(
            f"list '{name}' has the name of a feature or a list of the package; "
            "give it another name"
        )


def check_choices(family: str, match: str | None) -> None:
    """Refuse a family or a way to match that is not known."""
    if family not in FAMILIES:
        raise UsageError(must_be_one_of("family", family, FAMILIES))
    if match is not None and match not in MATCHES:
        raise UsageError(must_be_one_of("way to match", match, MATCHES))


def titled(name: str) -> str:
    """Return the title of a list that was given none."""
    plain = " ".join(name.replace("_", " ").split())
    return plain[:1].upper() + plain[1:]


def _parse(path: Path, text: str) -> tuple[Format, Parsed]:
    ending = path.suffix.lower()
    if ending == ".dic" or text.lstrip().startswith("%"):
        return "LIWC dictionary", parse_dic(text)
    if ending in _TABLES:
        kind: Format = "LIWC dictionary" if ending == ".dicx" else "table"
        return kind, parse_table(text)
    return "plain list", parse_plain(text)


def _encoding(data: bytes, text: str) -> str:
    """Name the encoding that the text was read in: the first of the usual ones that fits."""
    for encoding in _ENCODINGS:
        try:
            read = data.decode(encoding).removeprefix("\ufeff")
        except UnicodeDecodeError:
            continue
        if read.replace("\r\n", "\n").replace("\r", "\n") == text:
            mark = data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"))
            return f"{encoding} with a byte order mark" if mark else encoding
    return "other"
