"""The house rules that a reader cannot see in one file: who may import what, and where."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "divergence"
MODULES = sorted(PACKAGE.rglob("*.py"))

# A room may import from rooms before it and from itself.
ORDER = (
    "errors",
    "strict_json",
    "spreadsheets",
    "toml_tables",
    "types",
    "phrases",
    "lexicons",
    "reading",
    "text",
    "config",
    "models",
    "features",
    "measuring",
    "comparing",
    "plots",
    "displays",
    "reporting",
    "preparing",
    "runs",
    "explaining",
    "initializing",
    "estimators",
    "validation",
    "training",
    "citing",
    "commands",
    "cli",
    "__main__",
    "__init__",
)
ALLOWED = {
    # A document hands itself to spaCy, which is imported only then.
    ("types", "text"),
    # A word list of one's own is decoded as an article is.
    ("lexicons", "reading"),
    # A word list of one's own can be asked for its numbers, as a feature can.
    ("lexicons", "features"),
    # What judges likeness by the settings is chosen beside what judges tone.
    ("models", "comparing"),
    # The door of measuring is what a feature's public functions call.
    ("features", "measuring"),
}
HOMES = {
    "spacy": {"types.py", "text", "training", "validation"},
    "nltk": {"text", "training", "validation", "comparing", "features"},
    "matplotlib": {"plots", "displays", "reporting"},
    "click": {"cli.py", "commands", "training"},
    "tqdm": {"commands", "measuring"},
    "trafilatura": {"reading"},
    "charset_normalizer": {"reading"},
    "py3langid": {"reading"},
    "jsonschema": {"reporting"},
    "jinja2": {"reporting"},
    "lxml": {"reporting", "reading"},
    "striprtf": {"reading"},
    "datasketch": {"comparing"},
    "torch": {"models", "training"},
}


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module == "divergence":
            yield from (f"divergence.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0]


def test_every_room_has_its_place_and_every_exception_its_use() -> None:
    rooms = {room(path).removesuffix(".py") for path in MODULES}
    assert rooms == set(ORDER)
    used = {
        (room(path).removesuffix(".py"), name.split(".")[1])
        for path in MODULES
        for name in imports(path)
        if name.startswith("divergence.")
    }
    assert used >= ALLOWED


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_run_one_way(path: Path) -> None:
    own = room(path).removesuffix(".py")
    for name in imports(path):
        parts = name.split(".")
        if parts[0] != "divergence" or len(parts) < 2 or parts[1] not in ORDER:
            continue
        forward = ORDER.index(parts[1]) > ORDER.index(own)
        assert not forward or (own, parts[1]) in ALLOWED, f"{own} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_private_names_stay_in_their_file(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("divergence"):
            names = [alias.name for alias in node.names if alias.name != "__version__"]
            assert not [name for name in names if name.startswith("_")], f"of {node.module}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_third_party_packages_have_one_home(path: Path) -> None:
    for name in imports(path):
        home = HOMES.get(name.split(".")[0])
        assert home is None or room(path) in home, f"{path.name} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_pyplot_no_pickle_no_download(path: Path) -> None:
    for name in imports(path):
        assert name not in {"matplotlib.pyplot", "pickle", "dill", "urllib.request", "requests"}
    assert "nltk.download" not in path.read_text(encoding="utf-8").replace("``nltk.download``", "")


def test_no_model_runs_code_when_loaded() -> None:
    files = [path.name for path in (PACKAGE / "models").rglob("*") if path.is_file()]
    assert not [name for name in files if name.endswith((".pkl", ".pickle", ".joblib", ".pt"))]


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; from click.testing import CliRunner; from divergence.cli import main;"
        "CliRunner().invoke(main, ['--help']);"
        "heavy = {'spacy', 'sklearn', 'matplotlib', 'pandas', 'scipy', 'nltk'} & set(sys.modules);"
        "print(sorted(heavy))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_syntax_model_is_at_most_12_mib() -> None:
    size = sum(p.stat().st_size for p in (PACKAGE / "models" / "syntax").rglob("*") if p.is_file())
    assert 0 < size <= 12 * 2**20
