"""The package is typed for those who use it: mypy --strict on what they write."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
pytest.importorskip("mypy", reason="LOUD SKIP: mypy is not installed (extra dev)")


@pytest.mark.slow
@pytest.mark.parametrize("name", ["user_code.py", "wrong_code.py"])
def test_strict_mypy_agrees(name: str) -> None:
    # Without the project's settings, as a user would run it.
    code = "import sys; from mypy.main import main; main(args=sys.argv[1:], clean_exit=True)"
    options = ["--strict", "--config-file=", "--follow-imports=silent", "--ignore-missing-imports"]
    done = subprocess.run(
        [sys.executable, "-c", code, *options, str(HERE / name)],
        capture_output=True,
        text=True,
        cwd=HERE.parents[1],
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
