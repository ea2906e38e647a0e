"""The tutorial from top to bottom: its commands, what they are said to print, and its Python."""

from __future__ import annotations

import doctest
import html
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from divergence.cli import main
from tests.docs.test_pages import BLOCK, ROOT, TUTORIAL, commands

TOLD = re.compile(r"^```text\n(.*?)^```", re.DOTALL | re.MULTILINE)

# A difference as the tutorial quotes it from the report, with "…" where it leaves words out.
QUOTED = re.compile(r'"([^"]+ … difference [^"]+)"')


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder as the README leaves it, with the articles and the settings."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    shutil.copy(ROOT / "config.toml", tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.slow
def test_commands_print_what_the_tutorial_shows(project: Path) -> None:
    said = ""
    for words in commands(TUTORIAL):
        made = CliRunner().invoke(main, words)
        assert made.exit_code == 0, made.output
        said += made.output
    for block in TOLD.findall(TUTORIAL.read_text("utf-8")):
        for line in block.splitlines():
            assert line.strip() in said, line
    page = (project / "my-report" / "report.html").read_text("utf-8")
    shown = " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())
    quoted = QUOTED.findall(" ".join(TUTORIAL.read_text("utf-8").split()))
    assert quoted
    for part in " … ".join(quoted).split(" … "):
        assert part in shown, part
    assert (project / "measures.csv").is_file()


@pytest.mark.slow
def test_python_of_the_tutorial_gives_what_it_shows(project: Path) -> None:
    options = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    failed, tried = doctest.testfile(str(TUTORIAL), module_relative=False, optionflags=options)
    assert tried > 10
    assert not failed
    assert (project / "differences.png").stat().st_size > 1000


def test_the_tutorial_has_blocks_of_each_kind() -> None:
    text = TUTORIAL.read_text("utf-8")
    assert len(BLOCK.findall(text)) == 3
    assert len(TOLD.findall(text)) == 3
