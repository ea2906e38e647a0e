"""Every dependency has its reason on the page, and the page names no other."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TOOLS = {"pytest", "hypothesis", "pypdf", "divergence"}


def test_every_dependency_has_a_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    asked = [*project["dependencies"]]
    for extra in ("semantic", "parquet", "docs", "test"):
        asked += extras[extra]
    names = {re.split(r"[<>=\[]", each)[0].lower() for each in asked} - TOOLS
    page = (ROOT / "docs" / "dependencies.md").read_text("utf-8")
    rows = [line.split("|")[1] for line in page.splitlines() if line.startswith("| ")][1:]
    told = {name.strip().lower() for row in rows for name in row.split("(")[0].split(",")}
    assert told == names
