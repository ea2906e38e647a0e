"""What an import costs over a bare interpreter's start, and what the first use of each door costs.

Run ``python tests/benchmarks/importing.py``: every figure is the median of several new processes.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from typing import NamedTuple

ROUNDS = 9
BARE = "a bare interpreter"
STEPS = {
    BARE: "",
    "import divergence": "import divergence",
    "from divergence import Article, Side": "from divergence import Article, Side",
    "from divergence import read": "from divergence import read",
    "from divergence import measure": "from divergence import measure",
    "hedging.rate of one sentence": "import divergence; divergence.hedging.rate('It may rain.')",
    "divergence --help": "import sys; sys.argv = ['divergence', '--help']\n"
    "try:\n    from narrative_divergence import main; main()\nexcept SystemExit:\n    pass",
}


class Taken(NamedTuple):
    """Seconds by the clock and of the processor; only the second is steady on a busy machine."""

    wall: float
    cpu: float


def taken(code: str) -> Taken:
    """What a new interpreter that runs the code takes."""
    began = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{code}: ended with {process.returncode}")
    return Taken(wall, usage.ru_utime + usage.ru_stime)


def main() -> None:
    """Print the median of each step, and what it is over a bare start."""
    times: dict[str, list[Taken]] = {step: [] for step in STEPS}
    # In turns, so that a busy minute of the machine is shared by all.
    for _ in range(ROUNDS):
        for step, code in STEPS.items():
            times[step].append(taken(code))
    medians = {
        step: Taken(*(statistics.median(column) for column in zip(*rows, strict=True)))
        for step, rows in times.items()
    }
    bare = medians[BARE]
    print(f"{'':<40}   wall s    over bare     cpu s    over bare")  # noqa: T201
    for step, (wall, cpu) in medians.items():
        more = f"{wall:8.3f} {wall - bare.wall:+12.3f} {cpu:9.3f} {cpu - bare.cpu:+12.3f}"
        print(f"{step:<40} {more}")  # noqa: T201


if __name__ == "__main__":
    main()
