"""Word lists that a module writes out for itself, found by walking its syntax tree."""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterator
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "divergence"
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def lists_in(source: str) -> Iterator[tuple[int, frozenset[str]]]:
    """Line and lower-cased words of collections, keys, split strings and alternatives."""
    tree = ast.parse(source)
    prose = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if node in prose:
            continue
        words: list[str] = []
        if isinstance(node, ast.Set | ast.Tuple | ast.List):
            words = [text for item in node.elts for text in _texts(item)]
        elif isinstance(node, ast.Dict):
            words = [text for key in node.keys if key is not None for text in _texts(key)]
        elif isinstance(node, ast.Attribute) and node.attr == "split":
            words = [word for text in _texts(node.value) for word in text.split()]
        elif isinstance(node, ast.Constant):
            words = [word for text in _texts(node) if "|" in text for word in _WORD.findall(text)]
        if words and isinstance(node, ast.expr):
            yield node.lineno, frozenset(word.lower() for word in words)


def strays(core: Collection[str], home: str, *, fewest: int = 2) -> list[str]:
    """Where the package, besides a file of ``lexicons``, lists as many of the words."""
    return [
        f"{path.relative_to(PACKAGE)}:{line}: {', '.join(sorted(words & set(core)))}"
        for path in sorted(PACKAGE.rglob("*.py"))
        if path != PACKAGE / "lexicons" / home
        for line, words in lists_in(path.read_text(encoding="utf-8"))
        if len(words & set(core)) >= fewest
    ]


def _texts(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
