"""What a whole report costs from a cold start, as a user waits for it.

    python tests/benchmarks/report.py FOLDER [RUNS]

Runs ``divergence report FOLDER`` in a process of its own (3 times by default) and prints for each
run: seconds on the clock, processor seconds of all its processes, and the peak memory of the
largest one. Below them the cores of the machine and its load before the first run, without which
the seconds mean nothing.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time


def one_run(folder: str) -> tuple[float, float, float]:
    """Wall seconds, processor seconds and peak MiB of one report."""
    with tempfile.TemporaryDirectory() as out:
        before, start = os.times(), time.perf_counter()
        command = [sys.executable, "-m", "divergence", "report", folder, "--out", out]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        wall, after = time.perf_counter() - start, os.times()
    if status:
        sys.exit(f"the report ended with exit status {os.waitstatus_to_exitcode(status)}")
    user = after.children_user - before.children_user
    system = after.children_system - before.children_system
    return wall, user + system, used.ru_maxrss / 1024


def main(arguments: list[str]) -> None:
    """Print one line for each run."""
    folder, runs = arguments[0], int(arguments[1]) if len(arguments) > 1 else 3
    load = os.getloadavg()[0]
    sys.stdout.write("  clock  processor  peak MiB\n")
    for _ in range(runs):
        wall, processor, peak = one_run(folder)
        sys.stdout.write(f"{wall:6.1f}s  {processor:8.1f}s  {peak:8.0f}\n")
    sys.stdout.write(f"{os.cpu_count()} cores, load {load:.1f} before the first run\n")


if __name__ == "__main__":
    main(sys.argv[1:])
