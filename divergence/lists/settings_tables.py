"""Word lists of one's own as ``config.toml`` names them: a file, words, or words with weights."""

from __future__ import annotations

from typing import Any

from divergence.errors import DivergenceError
from divergence.lists.lexicon import Lexicon
from divergence.toml_tables import Table, kind

_KEYS = ("file", "words", "weights", "title", "family", "match")


def read_lexicons(tables: Table) -> tuple[Lexicon, ...]:
    """Read every list."""
    lexicons: dict[str, Lexicon] = {}
    for _, table in tables.tables('file = "words.txt"'):
        lexicon = _lexicon(table.only(*_KEYS))
        if lexicons.setdefault(lexicon.name, lexicon) is not lexicon:
            raise table.error(
                f"{table.name}: another list is called '{lexicon.name}' too. Choose another name."
            )
    return tuple(lexicons[name] for name in sorted(lexicons))


def _lexicon(table: Table) -> Lexicon:
    given = [key for key in ("file", "words", "weights") if key in table]
    if len(given) != 1:
        actual = f"has {' and '.join(given)}" if given else "names no words"
        raise table.error(
            f"{table.name} {actual}. Give one of file, words (a list) and weights (a table)."
        )
    file, title, family, match = (
        _filled(table, key) for key in ("file", "title", "family", "match")
    )
    words: Any = None
    if "words" in table:
        words = table.strings("words", 'words = ["flood*", "high water"]')
    elif "weights" in table:
        words = table.held["weights"]
        if not isinstance(words, dict):
            raise table.error(
                f"{table.name}.weights must be a table, not {kind(words)}. "
                "Write weights = { calm = 1, grim = -2 }."
            )
    name = table.name.partition(".")[2]
    chosen: dict[str, Any] = {"title": title, "family": family or "lists"}
    try:
        if "file" in table:
            return Lexicon.from_file(table.beside(file), name=name, match=match or None, **chosen)
        return Lexicon.from_words(name, words, match=match or "lemma", **chosen)
    except DivergenceError as error:
        raise table.error(f"{table.name}: {error}") from None


def _filled(table: Table, key: str) -> Any:
    """A string that is not empty where it is given."""
    text = table.held.get(key, "")
    if not isinstance(text, str) or (key in table and not text.strip()):
        actual = kind(text) if not isinstance(text, str) else "empty"
        raise table.error(f"{table.name}.{key} must be a string, not {actual}.")
    return text
