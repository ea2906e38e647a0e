"""The house rules that a reader cannot see in one file: who may import what, and where."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "divergence"
MODULES = sorted(PACKAGE.rglob("*.py"))
each_module = pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))

# A room may import from rooms before it and from itself.
ORDER = (
    "version",
    "errors",
    "strict_json",
    "spreadsheets",
    "toml_tables",
    "types",
    "phrases",
    "lexicons",
    "reading",
    "weights",
    "text",
    "instruments",
    "counting",
    "features",
    "lists",
    "config",
    "digesting",
    "measuring",
    "comparing",
    "plots",
    "displays",
    "reporting",
    "run_inputs",
    "runs",
    "explaining",
    "initializing",
    "estimators",
    "validation",
    "training",
    "citing",
    "commands",
    "cli",
    "__init__",
    "__main__",
)
# Imports against the order, by file, each with its reason.
AGAINST_THE_ORDER = {
    # A document hands itself to spaCy, which is imported only then.
    ("types.py", "text.spacy_docs"),
}
# The four engines of comparing stand side by side: which of them asks which.
ENGINES = ("measures", "words", "claims", "origins")
BETWEEN_ENGINES = {
    # Whether two speakers are one has one answer, for what articles tell and for whom they share.
    ("comparing/origins/shared_accounts.py", "comparing.claims.same_claimant"),
}
# A variable is called after what it holds.
SAYING_NOTHING = {"one", "found", "each", "told"}
# No circle of imports, lazy ones and those for types included, has more files than this.
LONGEST_CIRCLE = 4
MOST_FILES_A_FOLDER = 24
# Third-party packages with one home or few: a room, or a file where the room has no other use.
HOMES = {
    "charset_normalizer": {"reading"},
    "click": {"cli.py", "commands", "training"},
    "datasketch": {"comparing/origins"},
    "jinja2": {"reporting/html"},
    "joblib": {"estimators.py", "reporting/second_process.py"},
    "lxml": {"reading/formats", "reporting"},
    "matplotlib": {"plots", "displays", "reporting"},
    "nltk": {"text", "training/punkt.py", "comparing/words/collocations.py"},
    "pandas": {
        "comparing/comparison.py",
        "comparing/comparison_frame.py",
        "explaining.py",
        "measuring",
    },
    "py3langid": {"reading/language.py"},
    "pyarrow": {"measuring"},
    "scipy": {"comparing", "instruments", "training", "validation"},
    "sentence_transformers": {"instruments/encoder.py"},
    "sklearn": {"comparing", "estimators.py", "training", "validation"},
    "spacy": {"types.py", "text", "training/entities.py", "training/syntax.py"},
    "striprtf": {"reading/formats/rtf.py"},
    "torch": {"instruments", "training"},
    "tqdm": {"commands/messages.py", "measuring/measure.py"},
    "trafilatura": {"reading/formats/html.py"},
    "vaderSentiment": {"instruments", "training"},
}


def name_of(path: Path) -> str:
    """Its dotted name below the package, "" for the package itself."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)


@cache
def known() -> frozenset[str]:
    return frozenset(map(name_of, MODULES))


@cache
def imports(path: Path) -> tuple[str, ...]:
    """What a file imports, wherever in it: modules of ours below the package, others in full."""
    named = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            named += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            parent = node.module.removeprefix("divergence").lstrip(".")
            for alias in node.names:
                inner = f"{parent}.{alias.name}".lstrip(".")
                own = node.module.split(".")[0] == "divergence"
                named.append(f"divergence.{inner if inner in known() else parent}" if own else "")
                named.append("" if own else node.module)
    return tuple(sorted({name for name in named if name}))


def ours(path: Path) -> Iterator[str]:
    """Modules of the package that a file imports, by their names below it."""
    for name in imports(path):
        below = name.removeprefix("divergence.")
        if below != name and below in known():
            yield below


def room(name: str) -> str:
    return name.split(".")[0]


def place(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def is_home(path: Path, homes: set[str]) -> bool:
    return any(place(path) == home or place(path).startswith(f"{home}/") for home in homes)


def circles(graph: Mapping[str, set[str]]) -> list[list[str]]:
    """Groups of modules in which each reaches each (Tarjan 1972)."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    groups: list[list[str]] = []

    def visit(module: str) -> None:
        index[module] = low[module] = len(index)
        stack.append(module)
        for other in graph[module]:
            if other not in index:
                visit(other)
                low[module] = min(low[module], low[other])
            elif other in stack:
                low[module] = min(low[module], index[other])
        if low[module] == index[module]:
            group = stack[stack.index(module) :]
            del stack[stack.index(module) :]
            groups.append(group)

    for module in graph:
        if module not in index:
            visit(module)
    return [sorted(group) for group in groups if len(group) > 1]


def test_every_room_has_its_place() -> None:
    assert {room(name) for name in known()} == set(ORDER)


@each_module
def test_imports_run_one_way(path: Path) -> None:
    own = ORDER.index(room(name_of(path)))
    against = {name for name in ours(path) if ORDER.index(room(name)) > own}
    assert {(place(path), name) for name in against} <= AGAINST_THE_ORDER


@each_module
def test_engines_stand_side_by_side(path: Path) -> None:
    parts = name_of(path).split(".")
    if parts[0] != "comparing" or len(parts) < 3 or parts[1] not in ENGINES:
        return
    others = {
        (place(path), name)
        for name in ours(path)
        if name.startswith(tuple(f"comparing.{engine}." for engine in ENGINES))
        and name.split(".")[1] != parts[1]
    }
    assert others <= BETWEEN_ENGINES


def test_every_exception_is_needed() -> None:
    used = {(place(path), name) for path in MODULES for name in ours(path)}
    assert used >= AGAINST_THE_ORDER | BETWEEN_ENGINES


def test_circles_are_short() -> None:
    graph = {name_of(path): set(ours(path)) for path in MODULES}
    assert [circle for circle in circles(graph) if len(circle) > LONGEST_CIRCLE] == []


def test_a_circle_is_seen() -> None:
    graph = {"a": {"b"}, "b": {"c"}, "c": {"a", "d"}, "d": set[str]()}
    assert circles(graph) == [["a", "b", "c"]]


def test_no_folder_holds_more_than_can_be_looked_over() -> None:
    files = Counter(path.parent.relative_to(PACKAGE).as_posix() for path in MODULES)
    assert {folder: n for folder, n in files.items() if n > MOST_FILES_A_FOLDER} == {}


@each_module
def test_private_names_stay_in_their_file(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("divergence"):
            names = [alias.name for alias in node.names if alias.name != "__version__"]
            assert not [name for name in names if name.startswith("_")], f"of {node.module}"


@each_module
def test_third_party_packages_have_one_home(path: Path) -> None:
    for name in imports(path):
        homes = HOMES.get(name.split(".")[0])
        assert homes is None or is_home(path, homes), f"{path.name} imports {name}"


@pytest.mark.parametrize(("package", "homes"), HOMES.items(), ids=list(HOMES))
def test_every_home_is_lived_in(package: str, homes: set[str]) -> None:
    for home in homes:
        inside = [path for path in MODULES if is_home(path, {home})]
        used = {name.split(".")[0] for path in inside for name in imports(path)}
        assert package in used, f"nothing in {home} imports {package}"


@each_module
def test_no_pyplot_no_pickle_no_download(path: Path) -> None:
    for name in imports(path):
        assert name not in {"matplotlib.pyplot", "pickle", "dill", "urllib.request", "requests"}
    assert "nltk.download" not in path.read_text(encoding="utf-8").replace("``nltk.download``", "")


def test_weights_are_data_that_runs_no_code_when_loaded() -> None:
    files = [path.name for path in (PACKAGE / "weights").rglob("*") if path.is_file()]
    assert not [name for name in files if name.endswith((".pkl", ".pickle", ".joblib", ".pt"))]
    assert [name for name in files if name.endswith(".py")] == ["__init__.py"]


@each_module
def test_names_say_what_they_are(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    bound = {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)} | {
        node.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    }
    assert bound.isdisjoint(SAYING_NOTHING)


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
    files = (PACKAGE / "weights" / "syntax").rglob("*")
    assert 0 < sum(path.stat().st_size for path in files if path.is_file()) <= 12 * 2**20
