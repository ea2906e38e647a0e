"""Every chart has its place in the gallery; the scripts run when the site is built."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from divergence import displays

GALLERY = Path(__file__).resolve().parents[2] / "docs" / "gallery"
SCRIPTS = sorted(GALLERY.glob("plot_*.py"))


def _names(path: Path) -> set[str]:
    tree = ast.parse(path.read_text("utf-8"))
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}


def test_every_display_is_shown() -> None:
    shown = set().union(*map(_names, SCRIPTS))
    assert set(displays.__all__) <= shown


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_a_script_says_what_it_shows_and_keeps_the_picture(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    told = ast.get_docstring(tree)
    assert told is not None
    title, rule, *text = told.strip().splitlines()
    assert set(rule) == {"="}
    assert len(rule) == len(title)
    assert any(text)
    kept = [node for node in tree.body if isinstance(node, ast.Assign)]
    assert kept, "a figure that no name holds is not shown"
