"""What is drawn at random: by a seed and a key, so that nothing else can change a draw."""

from __future__ import annotations

import hashlib
import math

import numpy as np

from divergence.counting.tally import Floats


def generator(seed: int, *keys: str) -> np.random.Generator:
    """Return a generator that depends on the seed and the keys, and on nothing else."""
    digest = hashlib.sha256("\x00".join((str(seed), *keys)).encode()).digest()
    return np.random.Generator(np.random.PCG64(int.from_bytes(digest[:16], "big")))


def draw_articles(random: np.random.Generator, n: int, rounds: int) -> Floats:
    """Draw units with replacement: how often each of ``n`` is in each of ``rounds`` resamples."""
    return _occurrences(random.integers(n, size=(rounds, n)), n)


def draw_blocks(random: np.random.Generator, n: int, rounds: int) -> Floats:
    """Draw circular blocks of consecutive units with replacement, as :func:`draw_articles`."""
    length = block_length(n)
    starts = random.integers(n, size=(rounds, -(-n // length)))
    places = (starts[:, :, None] + np.arange(length)) % n
    return _occurrences(places.reshape(rounds, -1)[:, :n], n)


def block_length(n: int) -> int:
    """Length of a block of sentences, about the cube root of their number.

    Hall et al. 1995 find that order best for bias and variance, and higher roots for tails.
    """
    return max(1, round(math.cbrt(n)))


def permutations(random: np.random.Generator, n: int, rounds: int) -> np.ndarray:
    """Put ``n`` units into a random order, once a round."""
    return random.permuted(np.tile(np.arange(n), (rounds, 1)), axis=1)


def drawn_sums(draws: Floats, units: Floats) -> Floats:
    """Sum the counts of units, each as often as it was drawn, for every row of ``draws``."""
    sums = draws @ units.reshape(len(units), -1)
    return np.asarray(sums.reshape(len(draws), *units.shape[1:]))


def _occurrences(places: np.ndarray, n: int) -> Floats:
    """How often each unit was drawn in each round."""
    rounds = len(places)
    flat = places + np.arange(rounds)[:, None] * n
    return np.bincount(flat.ravel(), minlength=rounds * n).reshape(rounds, n).astype(np.float64)
