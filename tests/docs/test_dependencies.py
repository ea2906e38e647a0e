"""Every dependency has its reason on the page, and the page names no other."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TOOLS = {"pytest", "hypothesis", "pypdf"}
# What tells people to install: any name that ends like ours, with extras in brackets.
EXTRAS = re.compile(r"([\w-]*divergence)(?:\\)?\[([\w,-]+)(?:\\)?\]")
PIP = re.compile(r"pip install[^\n`]*?[\s\"']([\w-]*divergence)\b")


def test_every_dependency_has_a_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    asked = [*project["dependencies"]]
    for extra in ("semantic", "parquet", "docs", "test"):
        asked += extras[extra]
    names = {re.split(r"[<>=\[]", each)[0].lower() for each in asked} - TOOLS
    page = (ROOT / "docs" / "dependencies.md").read_text("utf-8").split("# Why not older")[0]
    rows = [line.split("|")[1] for line in page.splitlines() if line.startswith("| ")][1:]
    told = {name.strip().lower() for row in rows for name in row.split("(")[0].split(",")}
    assert told == names


def test_a_lowest_version_with_a_reason_is_the_one_that_is_asked_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = [*project["dependencies"], *project["optional-dependencies"]["parquet"]]
    lowest = {
        f"{name.lower()} {version}"
        for name, version in re.findall(r"([\w-]+)>=([\d.]+)", str(asked))
    }
    page = (ROOT / "docs" / "dependencies.md").read_text("utf-8").split("# Why not older")[1]
    rows = [line.split("|")[1] for line in page.splitlines() if line.startswith("| ")][1:]
    assert rows
    assert {bound.strip().lower() for row in rows for bound in row.split(",")} <= lowest


def test_what_is_said_to_be_installed_is_ours_and_has_such_extras() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    known = set(project["optional-dependencies"])
    n_seen = 0
    for path in _written():
        text = path.read_text("utf-8")
        for name, extras in EXTRAS.findall(text):
            n_seen += 1
            assert name == project["name"], path
            assert set(extras.split(",")) <= known, path
        assert set(PIP.findall(text)) <= {project["name"]}, path
    assert n_seen


def _written() -> list[Path]:
    """All files that tell people what to install."""
    below = [path for end in ("py", "md") for path in (ROOT / "divergence").rglob(f"*.{end}")]
    pages = [*ROOT.glob("*.md"), *ROOT.glob("*.toml"), *ROOT.glob("*.py")]
    return [*below, *pages, *(ROOT / "docs").rglob("*.md"), *(ROOT / "tests").rglob("conftest.py")]
