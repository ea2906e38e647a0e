"""The command starts beside a stranger's package of the same import name, or says what to do."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "divergence"
STRANGERS = {
    "needs what is not there": "import not_installed_anywhere\n",
    "is broken": "raise AttributeError('_ARRAY_API not found')\n",
    "is whole": "from .entropies import entropy\n\n__all__ = ['entropy']\n",
    "has a version too": "__version__ = '1.1.0'\n__all__ = []\n",
}


def installed(folder: Path, *, ours: bool, init: str | None) -> Path:
    """Make a site folder with the stranger's files, and ours, whose ``__init__.py`` gives way."""
    package = folder / "site" / "divergence"
    package.mkdir(parents=True)
    (package / "entropies.py").write_text("def entropy(sample): ...\n", encoding="utf-8")
    if init is not None:
        (package / "__init__.py").write_text(init, encoding="utf-8")
    if ours:
        for path in PACKAGE.iterdir():
            if path.name not in {"__init__.py", "__pycache__"}:
                (package / path.name).symlink_to(path)
    return package.parent


def record(site: Path) -> None:
    """Leave what pip leaves of an installed distribution."""
    (site / "divergence-1.1.0.dist-info").mkdir()


def start(*paths: Path, how: str = "-c") -> subprocess.CompletedProcess[str]:
    by_script = ["-c", "from narrative_divergence import main; main()"]
    command = by_script if how == "-c" else ["-m", "divergence"]
    return subprocess.run(
        [sys.executable, *command, "--version"],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(map(str, paths))},
        cwd=paths[0],
        capture_output=True,
        text=True,
        check=False,
    )


def stopped(process: subprocess.CompletedProcess[str], *words: str) -> None:
    assert process.returncode == 1, process.stderr
    (line,) = process.stderr.splitlines()
    assert line.startswith("Error: ")
    for word in (
        *words,
        "`pip uninstall divergence`",
        "`pip install --force-reinstall narrative-divergence`",
    ):
        assert word in line


@pytest.mark.parametrize("ours", [True, False], ids=["mixed", "hidden"])
@pytest.mark.parametrize("init", STRANGERS.values(), ids=STRANGERS)
def test_where_a_stranger_holds_the_name_the_command_says_so(
    tmp_path: Path, init: str, ours: bool
) -> None:
    site = installed(tmp_path, ours=ours, init=init)
    record(site)
    stopped(start(site, ROOT), "divergence 1.1.0", "same import name", str(site))


def test_a_stranger_below_our_files_is_warned_of_and_the_command_runs(tmp_path: Path) -> None:
    init = (PACKAGE / "__init__.py").read_text(encoding="utf-8")
    site = installed(tmp_path, ours=True, init=init)
    record(site)
    for how in ("-c", "-m"):
        process = start(site, ROOT, how=how)
        assert process.returncode == 0, process.stderr
        assert process.stdout.startswith("divergence, version ")
        (line,) = process.stderr.splitlines()
        assert line.startswith("Warning: divergence 1.1.0")
        assert "pip uninstall divergence" in line


def test_run_as_a_module_the_stranger_is_named_too(tmp_path: Path) -> None:
    site = installed(tmp_path, ours=True, init=STRANGERS["is whole"])
    record(site)
    stopped(start(site, ROOT, how="-m"), "divergence 1.1.0")


def test_what_the_stranger_took_with_it_is_missed(tmp_path: Path) -> None:
    site = installed(tmp_path, ours=True, init=None)
    bare = tmp_path / "bare"
    bare.mkdir()
    (bare / "narrative_divergence.py").symlink_to(ROOT / "narrative_divergence.py")
    stopped(start(site, bare), "files of narrative-divergence are missing")


def test_alone_nothing_is_said(tmp_path: Path) -> None:
    for how in ("-c", "-m"):
        process = start(ROOT, how=how)
        assert process.returncode == 0, process.stderr
        assert process.stderr == ""


def test_a_fault_of_our_own_is_not_laid_at_a_stranger(tmp_path: Path) -> None:
    """With no other package about, an error in the start is shown as it is."""
    site = installed(tmp_path, ours=False, init="import not_installed_anywhere\n")
    process = start(site, ROOT)
    assert "ModuleNotFoundError: No module named 'not_installed_anywhere'" in process.stderr
    assert "pip uninstall" not in process.stderr


def test_the_script_begins_here() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["name"] == "narrative-divergence"
    assert project["scripts"] == {"divergence": "narrative_divergence:main"}
