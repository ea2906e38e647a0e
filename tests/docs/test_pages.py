"""What the pages tell people to type works: Python is run, and commands are known."""

from __future__ import annotations

import doctest
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from divergence.cli import main

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
HIDDEN = {"_build", "generated"}
PAGES = sorted(
    path for path in DOCS.rglob("*.md") if not HIDDEN & set(path.relative_to(DOCS).parts)
)
WRITTEN = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *PAGES]
BLOCK = re.compile(r"^ *```sh\n(.*?)^ *```", re.DOTALL | re.MULTILINE)
# The tutorial is run as a whole in a test of its own.
TUTORIAL = DOCS / "tutorial.md"


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def commands(path: Path) -> Iterator[list[str]]:
    """Yield every call of ``divergence`` in the shell blocks of a page, as its arguments."""
    for block in BLOCK.findall(path.read_text("utf-8")):
        for line in block.splitlines():
            words = shlex.split(line, comments=True)
            if words[:1] == ["divergence"]:
                yield words[1:]


@pytest.mark.parametrize("path", [p for p in PAGES if p != TUTORIAL], ids=_name)
def test_python_on_a_page_gives_what_the_page_says(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    options = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    failed, _ = doctest.testfile(str(path), module_relative=False, optionflags=options)
    assert not failed


@pytest.mark.parametrize("path", WRITTEN, ids=_name)
def test_commands_on_a_page_have_such_options(path: Path) -> None:
    for words in commands(path):
        command: click.Command = main
        while isinstance(command, click.Group) and words and not words[0].startswith("-"):
            found = command.get_command(click.Context(command), words[0])
            assert found is not None, f"no command {words[0]}"
            command, words = found, words[1:]
        if "--help" not in words:
            command.make_context(str(command.name), list(words))


def test_pages_show_commands() -> None:
    assert sum(len(list(commands(path))) for path in WRITTEN) >= 15
