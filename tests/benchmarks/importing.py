"""What an import costs over a bare interpreter's start, and what the first use of each door costs.

Run ``python tests/benchmarks/importing.py``: every figure is the median of several new processes.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

ROUNDS = 9
STEPS = {
    "a bare interpreter": "",
    "import divergence": "import divergence",
    "from divergence import Article, Side": "from divergence import Article, Side",
    "from divergence import read": "from divergence import read",
    "from divergence import measure": "from divergence import measure",
    "hedging.rate of one sentence": "import divergence; divergence.hedging.rate('It may rain.')",
    "divergence.cli --help": "import sys; sys.argv = ['divergence', '--help']\n"
    "try:\n    from divergence.cli import main; main()\nexcept SystemExit:\n    pass",
}


def seconds(code: str) -> float:
    """Wall-clock time of a new interpreter that runs the code."""
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


def main() -> None:
    """Print the median of each step, and what it is over a bare start."""
    taken: dict[str, list[float]] = {step: [] for step in STEPS}
    # In turns, so that a busy minute of the machine is shared by all.
    for _ in range(ROUNDS):
        for step, code in STEPS.items():
            taken[step].append(seconds(code))
    bare = statistics.median(taken["a bare interpreter"])
    for step, times in taken.items():
        median = statistics.median(times)
        print(f"{step:<40} {median:6.3f} s   {median - bare:+7.3f} s over a bare start")  # noqa: T201


if __name__ == "__main__":
    main()
