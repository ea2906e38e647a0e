"""The start of the command ``divergence``, outside the package: it runs whoever holds that name.

The index has another package with the import name ``divergence``. In one environment the files of
the two mix in one folder, with the ``__init__.py`` of whichever came last, or one folder hides the
other.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

REMEDY = (
    "Run `pip uninstall divergence`, then `pip install --force-reinstall narrative-divergence` "
    "(in a checkout of it: `pip install --force-reinstall .`)."
)


def main() -> None:
    """Run the command line, or say what holds the import name in its place."""
    namesake = _namesake()
    try:
        command = _command()
    # A stranger's package fails in its own ways, such as for what it needs and did not find.
    except Exception as error:
        if not namesake:
            raise
        sys.exit(f"Error: {namesake} ({' '.join(str(error).split())}). {REMEDY}")
    if namesake:
        sys.stderr.write(f"Warning: {namesake}, and their files mix. {REMEDY}\n")
    command()


def _namesake() -> str:
    """Say what else has our import name, or that our files went with it; empty if all is well."""
    spec = find_spec("divergence")
    if spec is None or spec.origin is None:
        return "files of narrative-divergence are missing"
    folder = Path(spec.origin).parents[1]
    for record in sorted(folder.glob("divergence-*.dist-info")):
        version = record.stem.removeprefix("divergence-")
        return (
            f"divergence {version} is installed in {folder}, "
            "another package with the same import name as narrative-divergence"
        )
    return ""


def _command() -> Callable[[], None]:
    """Load the command line, if the package that is found is ours."""
    import divergence

    if "write_report" not in divergence.__all__:
        raise ImportError(f"{divergence.__file__} is not ours")
    from divergence.cli import main

    return main
