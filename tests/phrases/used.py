"""What the code says: every call of the catalogue, found in its source."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "divergence"
SPEAKING = {"say", "row", "known", "saying"}
# Functions that say a phrase of one table by a name that they are given.
TABLES = {"count": ("noun", 1), "and_more": ("left_out", 1)}
LABELLED = {"cite_sentences": "cited"}
# A caution says what it was made with: every making is looked at instead.
MAKING, OF_A_CAUTION = "because", r"doubt\..+"
# What is said later is a phrase as well.
SAID_LATER = "saying"
_IN_TEMPLATE = re.compile(r"""\b(?:say|row)\((["'])([\w.]+)\1((?:[^()]|\([^()]*\))*)\)""")
_IN_SCRIPT = re.compile(r"""\bsay\("(\w+)\"""")
_NAMED = re.compile(r"(\w+)=")


@dataclass(frozen=True)
class Use:
    """One call: a pattern of keys, and the names of the fields, None where they are not plain."""

    where: str
    pattern: str
    fields: frozenset[str] | None

    def keys(self, known: set[str]) -> set[str]:
        return {key for key in known if re.fullmatch(self.pattern, key)}


def uses() -> Iterator[Use]:
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.parent.name != "phrases":
            tree = ast.parse(path.read_text(encoding="utf-8"))
            yield from _in(tree, tree, path.relative_to(PACKAGE).as_posix())
    for path in sorted(PACKAGE.rglob("*.jinja")):
        for _, key, rest in _IN_TEMPLATE.findall(path.read_text(encoding="utf-8")):
            yield Use(path.name, re.escape(key), frozenset(_NAMED.findall(rest)))
    for path in sorted(PACKAGE.rglob("*.js")):
        for key in _IN_SCRIPT.findall(path.read_text(encoding="utf-8")):
            yield Use(path.name, rf"script\.{key}", None)
    source = (PACKAGE / "phrases" / "__init__.py").read_text(encoding="utf-8")
    yield from _in(ast.parse(source), ast.parse(source), "phrases")


def _in(node: ast.AST, scope: ast.AST, path: str) -> Iterator[Use]:
    for child in ast.iter_child_nodes(node):
        within = child if isinstance(child, ast.FunctionDef) else scope
        if isinstance(child, ast.Call):
            yield from _of(child, scope, f"{path}:{child.lineno}")
        yield from _in(child, within, path)


def _of(call: ast.Call, scope: ast.AST, where: str) -> Iterator[Use]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    named = {word.arg for word in call.keywords}
    # Inside the functions that say whole tables, every call of theirs is looked at instead.
    if name in SPEAKING and getattr(scope, "name", "") not in {*TABLES, *LABELLED}:
        fields = None if None in named else frozenset(filter(None, named))
        for pattern in _patterns(call.args[0], scope):
            if pattern != OF_A_CAUTION:
                yield Use(where, pattern, fields if name in {"say", SAID_LATER} else None)
    elif name == MAKING:
        for pattern in _patterns(call.args[0], scope):
            yield Use(where, rf"doubt\.{pattern}", frozenset(filter(None, named)))
    elif name in TABLES and len(call.args) > TABLES[name][1] and not _of_text(call.func):
        table, place = TABLES[name]
        for pattern in _patterns(call.args[place], scope):
            yield Use(where, rf"{table}\.{pattern}", frozenset({"n"}))
    elif "noun" in named:
        nouns = [word.value for word in call.keywords if word.arg == "noun"]
        for pattern in (p for noun in nouns for p in _patterns(noun, scope)):
            yield Use(where, rf"noun\.{pattern}", frozenset({"n"}))
    elif name in LABELLED:
        labels = [word.value for word in call.keywords if word.arg == "label"]
        for pattern in (p for label in labels for p in _patterns(label, scope)):
            yield Use(where, rf"{LABELLED[name]}\.{pattern}", frozenset())


def _of_text(called: ast.expr) -> bool:
    """Whether this is a method of a text, such as ``line.count("-", 3)``, and not ours."""
    return isinstance(called, ast.Attribute) and getattr(called.value, "id", "") not in {
        "number_format",
        "number_sentences",
    }


def _patterns(node: ast.expr, scope: ast.AST) -> list[str]:
    """Regular expressions for the keys that an expression can be."""
    if isinstance(node, ast.Constant):
        return [re.escape(str(node.value))]
    if isinstance(node, ast.IfExp):
        return [*_patterns(node.body, scope), *_patterns(node.orelse, scope)]
    if isinstance(node, ast.JoinedStr):
        parts = (
            re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+"
            for part in node.values
        )
        return ["".join(parts)]
    if isinstance(node, ast.Name):
        assigned = [
            each.value
            for each in ast.walk(scope)
            if isinstance(each, ast.Assign)
            and node.id in {getattr(t, "id", "") for t in each.targets}
        ]
        return [pattern for value in assigned for pattern in _patterns(value, scope)]
    return []
