"""Every phrase is said somewhere, everything said is a phrase, and the fields are the same."""

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest

from divergence import phrases
from divergence.comparing.claims.claim_results import Aspect, Respect
from divergence.comparing.origins.origin_results import Kin
from divergence.features.registry import all_features
from divergence.text.figures.event_classes import event_words
from divergence.types import CueClass, FigureBound, VoiceChoice
from tests.phrases.used import PACKAGE, uses

ENGLISH = phrases.load("en")
KEYS = set(ENGLISH.phrases)
USES = list(uses())
# Said by the formatter, not by the code: how numbers are grouped.
OF_THE_CATALOGUE = {"number.thousands"}


def forms(key: str, of: phrases.Catalogue = ENGLISH) -> tuple[str, ...]:
    phrase = of.phrases[key]
    if isinstance(phrase, str):
        return (phrase,)
    return tuple(phrase.values()) if isinstance(phrase, Mapping) else phrase


def fields(key: str, of: phrases.Catalogue = ENGLISH) -> frozenset[str]:
    parts = (part for form in forms(key, of) for part in Formatter().parse(form))
    named = {name for _, name, _, _ in parts if name}
    plural = isinstance(of.phrases[key], Mapping)
    return frozenset(named | ({"n"} if plural else set()))


def nouns(key: str) -> set[str]:
    return {spec for form in forms(key) for _, _, spec, _ in Formatter().parse(form) if spec}


def test_every_phrase_is_said_somewhere():
    said = {key for use in USES for key in use.keys(KEYS)}
    said |= {f"noun.{noun}" for key in KEYS for noun in nouns(key)}
    assert sorted(KEYS - said - OF_THE_CATALOGUE) == []


def test_everything_said_is_a_phrase():
    assert [f"{use.where}: {use.pattern}" for use in USES if not use.keys(KEYS)] == []


def test_phrases_are_given_the_fields_that_they_name_and_no_others():
    wrong = []
    for use in USES:
        keys = use.keys(KEYS)
        if use.fields is not None and keys:
            lacking = [key for key in keys if not fields(key) <= use.fields]
            in_vain = use.fields - frozenset().union(*map(fields, keys))
            wrong += [(use.where, use.pattern, lacking, in_vain)] if lacking or in_vain else []
    assert wrong == []


def test_phrases_name_plain_fields_and_known_nouns():
    wrong = [
        (key, form)
        for key in KEYS
        for form in forms(key)
        for _, name, spec, conversion in Formatter().parse(form)
        if not (name is None or re.fullmatch("[a-z_]+", name))
        or (spec and f"noun.{spec}" not in KEYS)
        or conversion
    ]
    assert wrong == []


@pytest.mark.parametrize("language", phrases.languages())
def test_a_translation_says_everything_with_the_same_fields(language):
    own = phrases.load(language)
    assert set(own.phrases) == KEYS
    assert all(fields(key, own) == fields(key) for key in KEYS)
    rows = [key for key in KEYS if isinstance(ENGLISH.phrases[key], tuple)]
    assert all(len(own.row(key)) == len(ENGLISH.row(key)) for key in rows)


@pytest.mark.parametrize("language", phrases.languages())
def test_plural_forms_are_those_of_the_language(language):
    own = phrases.load(language)
    tables = [phrase for phrase in own.phrases.values() if isinstance(phrase, Mapping)]
    assert tables
    assert all(set(table) == {*dict(own.plurals), "other"} for table in tables)


@pytest.mark.parametrize(
    ("table", "names"),
    [
        ("voice", get_args(VoiceChoice)),
        ("voice_label", get_args(VoiceChoice)),
        ("cue", get_args(CueClass)),
        ("aspect", get_args(Aspect)),
        ("bound", get_args(FigureBound)),
        ("origins.kind", [kind.replace(" ", "_") for kind in get_args(Kin)]),
        ("origins.found", [kind.replace(" ", "_") for kind in get_args(Kin)]),
        ("verdict", ("agree", "differ", "only")),
        ("happened", {kind.replace(" ", "_") for kind in event_words().values()}),
        ("respect", get_args(Respect)),
    ],
)
def test_what_has_few_values_has_a_phrase_for_each(table, names):
    there = {key.removeprefix(f"{table}.") for key in KEYS if key.startswith(f"{table}.")}
    assert there == set(names)


def test_every_family_of_features_has_a_topic_and_a_heading():
    families = {feature.family for feature in all_features()}
    assert {f"{table}.{family}" for table in ("topic", "heading") for family in families} <= KEYS


PAGES = sorted(
    [
        *(PACKAGE / "reporting" / "pages").glob("*.py"),
        *(
            PACKAGE / "reporting" / f"{name}.py"
            for name in ("build", "report_context", "footnotes", "number_sentences")
        ),
        *(
            path
            for path in (PACKAGE / "plots").glob("*.py")
            if path.name not in ("style.py", "lettering.py")
        ),
    ]
)
# Values of results that pages tell apart, and names of matplotlib's coordinates.
NO_WORDS_FOR_READERS = {"shared text", "shared account", "offset points"}


def literals(path: Path) -> Iterator[ast.Constant]:
    """Strings of a file that are no docstrings and no messages of errors."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    others = [
        node
        for node in ast.walk(tree)
        if isinstance(node, (ast.Raise, ast.Assert))
        or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))
    ]
    left_out = {id(each) for node in others for each in ast.walk(node)}
    for node in ast.walk(tree):
        known = isinstance(node, ast.Constant) and isinstance(node.value, str)
        if known and id(node) not in left_out:
            yield node


# What browsers know: modes, relations of links, selectors.
KNOWN_TO_BROWSERS = {"use strict", "noopener noreferrer nofollow", ".column ol"}


def test_no_words_for_readers_stand_in_the_templates():
    for path in sorted((PACKAGE / "reporting" / "html").glob("*.jinja")):
        text = re.sub(r"{[{%#].*?[}%#]}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        read_aloud = re.findall(r'(?:aria-label|title|alt|placeholder)="([^"]*)"', text)
        shown = re.sub(r"<[^>]*>", "", text)
        assert re.findall(r"[^\W\d_]+", " ".join([shown, *read_aloud])) == []


def test_no_words_for_readers_stand_in_the_script():
    script = (PACKAGE / "reporting" / "html" / "page.js").read_text(encoding="utf-8")
    script = re.sub(r"^\s*//.*$", "", script, flags=re.MULTILINE)
    strings = set(re.findall(r'"((?:[^"\\]|\\.)*)"', script)) - KNOWN_TO_BROWSERS
    filled = re.findall(r"`([^`]*)`", re.sub(r"\${(?:[^{}`]|{[^{}]*}|`[^`]*`)*}", "", script))
    assert [text for text in (*strings, *filled) if re.search(r"[A-Za-z]{2,} [A-Za-z]", text)] == []


def test_the_script_is_given_plain_fields_only():
    assert [key for key in KEYS if key.startswith("script.") and nouns(key)] == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_no_words_for_readers_stand_in_the_code(path):
    found = [
        f"{path.name}:{node.lineno}: {node.value!r}"
        for node in literals(path)
        if re.search(r"[^\W\d_]", node.value)
        and re.search(r"\s", node.value)
        and node.value not in NO_WORDS_FOR_READERS
    ]
    assert found == []
