"""The number of threads changes no bit of a comparison."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = """
import hashlib
from dataclasses import astuple
import numpy as np
from divergence.comparing.compare import compare
from divergence.measuring.table import FeatureTable
from tests.comparing.conftest import made_column, random_tally

random = np.random.default_rng(0)
columns = tuple(made_column(f"f.m{n}", family="ab"[n % 2]) for n in range(12))
tallies = tuple(
    random_tally(source, f"{source}{n}", random, columns, rates=[3] * 12, event=f"e{n % 20}")
    for source in ("A", "B", "C")
    for n in range(60)
)
found = compare(FeatureTable(columns, tallies), rounds=300)
print(hashlib.sha256(repr(astuple(found)).encode()).hexdigest())
"""


def fingerprint(threads: int) -> str:
    names = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=ROOT,
        env={**os.environ, **dict.fromkeys(names, str(threads))},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


@pytest.mark.slow
def test_number_of_threads_changes_no_bit():
    assert fingerprint(1) == fingerprint(2)
