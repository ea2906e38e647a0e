"""How often 95% intervals hold the true value, and how often p is small where nothing differs.

    python -m tests.benchmarks.intervals [CORPORA]

Corpora (1,000 by default) are drawn at random from two sources that write alike: articles of some
700 words (log-normal, most of 300 to 1,700) in sentences of 12 to 32 words. Measures are frequent
(2 in 100 words), rare (1 in 1,000 words: two articles in three have one) or a share (0.4 of some
eight places an article), each drawn as if words were independent (Poisson), and clustered, as
words are: an article's own rate varies about that of its source with a standard deviation of half
of it, an article's share with one of 0.2. Over several events, an event's rate varies by as much
again, for both sources alike.

Prints, in percent: how often the interval of a source holds its true value; how often that of the
difference of the two sources holds 0; how often p is at most 0.05; and the mean number of false
calls in a hundred tests with q below 0.05, all five measures being one family.
"""

from __future__ import annotations

import hashlib
import sys

import numpy as np

from divergence.comparing.articles_by_source import Group, by_source
from divergence.comparing.measures.contrasts import contrasts
from divergence.comparing.measures.estimates import estimates
from divergence.counting.columns import Column
from divergence.counting.tally import Floats, Identity, Tally

WORDS, SPREAD, SENTENCE = 700, 0.45, 22
PLACES, VARIES, SHARE_VARIES = 8.0, 0.5, 0.2
ROUNDS = 1000
# Rate in 100 words or share, and whether articles of a source differ.
MEASURES = {
    "frequent, independent": (2.0, False),
    "frequent, clustered": (2.0, True),
    "rare, independent": (0.1, False),
    "rare, clustered": (0.1, True),
    "share, clustered": (0.4, True),
}
# Articles of a source on each event, and events.
DESIGNS = [(1, 1), (2, 1), (3, 1), (5, 1), (10, 1), (30, 1), (2, 3), (2, 8), (1, 12)]


def column(name: str) -> Column:
    """Return a rate per 100 words, or a share."""
    share = name.startswith("share")
    return Column(
        name=name,
        feature=name,
        family="certainty",
        title=name,
        unit="share" if share else "per 100 words",
        direction="higher: more",
        side=None,
        bounds=(0.0, 1.0 if share else float("inf")),
        reference="",
        per="evidence" if share else "words",
        scale=1.0 if share else 100.0,
    )


COLUMNS = tuple(map(column, MEASURES))


def article(random: np.random.Generator, topic: float) -> Floats:
    """Draw an article: counts by sentence, measure, voice and part."""
    n_sentences = max(2, round(WORDS * np.exp(SPREAD * random.standard_normal()) / SENTENCE))
    words = random.integers(12, 33, size=n_sentences)
    counts = np.zeros((n_sentences, len(MEASURES), 2, 2))
    for number, (name, (level, clustered)) in enumerate(MEASURES.items()):
        if name.startswith("share"):
            alpha = level * (level * (1 - level) / SHARE_VARIES**2 - 1)
            own = random.beta(alpha, alpha * (1 - level) / level)
            under = random.poisson(PLACES * words / WORDS)
            over = random.binomial(under, own)
        else:
            own = random.gamma(VARIES**-2, VARIES**2) if clustered else 1.0
            under, over = words, random.poisson(level * topic * own * words / 100)
        counts[:, number, 0] = np.stack([over, under], axis=-1)
    return counts


def corpus(random: np.random.Generator, a_source: int, n_events: int) -> tuple[Group, ...]:
    """Draw two sources that write alike."""
    tallies = []
    for event in range(n_events):
        topic = random.gamma(VARIES**-2, VARIES**2) if n_events > 1 else 1.0
        for source in "AB":
            for number in range(a_source):
                counts = article(random, topic)
                name = f"{source}{event}-{number}"
                tallies.append(
                    Tally(
                        Identity(name, source, event=f"event {event}"),
                        COLUMNS,
                        counts,
                        counts[..., 0].sum(axis=0).astype(np.int64),
                        (),
                        int(counts[:, 0, 0, 1].sum()),
                        hashlib.sha256(counts.tobytes()).hexdigest(),
                    )
                )
    return by_source(tallies)


def tried(a_source: int, n_events: int, n_corpora: int) -> tuple[Floats, Floats, Floats, Floats]:
    """Shares by measure: value held, no difference held, p at most 0.05, q below 0.05."""
    random = np.random.default_rng((a_source, n_events))
    truths = np.array([level for level, _ in MEASURES.values()])
    held, even, small, called = (np.zeros((n_corpora, len(MEASURES))) for _ in range(4))
    for number in range(n_corpora):
        drawn = corpus(random, a_source, n_events)
        ends = [
            (one.low, one.high)
            for one in estimates(drawn[:1], COLUMNS, rounds=ROUNDS, seed=number)
            if one.voice == "all"
        ]
        lows, highs = np.array(ends).T
        held[number] = (lows <= truths) & (truths <= highs)
        between = [
            one
            for one in contrasts(drawn, COLUMNS, rounds=ROUNDS, seed=number)
            if one.voice == "all"
        ]
        even[number] = [one.low <= 0 <= one.high for one in between]
        small[number] = [one.p <= 0.05 for one in between]
        called[number] = [one.q < 0.05 for one in between]
        if np.isnan([one.p for one in between]).all():
            small[number] = called[number] = np.nan
    return held.mean(axis=0), even.mean(axis=0), small.mean(axis=0), called.mean(axis=0)


def main() -> None:
    """Print a line for each number of articles and each measure."""
    n_corpora = int(sys.argv[1]) if sys.argv[1:] else 1000
    sys.stdout.write("articles events  measure                  value  difference     p     q\n")
    for a_source, n_events in DESIGNS:
        found = tried(a_source, n_events, n_corpora)
        for name, *shares in zip(MEASURES, *(100 * each for each in found), strict=True):
            # A source has no one value where its events differ.
            value = f"{shares[0]:7.1f}" if n_events == 1 else "       "
            rest = "".join(f"{x:{w}.1f}" for x, w in zip(shares[1:], (12, 6, 6), strict=True))
            sys.stdout.write(f"{a_source * n_events:8} {n_events:6}  {name:23}{value}{rest}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
