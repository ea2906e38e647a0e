"""Articles arranged by source, in an order that does not depend on the order of the input.

Counts are rounded to multiples of 2**-30. Sums of such numbers are exact in double precision, so
that no order of articles and no number of threads can change a bit of what is computed from them.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from divergence.comparing.parties import Basis, SourceProfile
from divergence.counting.tally import Floats, Tally

GRAIN = 2.0**30


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """The articles of one source and the units that are resampled for its intervals.

    ``units`` has the axes unit, column, voice (reporter, quoted) and part: whole articles where
    there are several, the sentences of the only article otherwise. ``articles`` are the same
    counts by article. ``key`` depends on what was written: neither on the name of the source nor on
    what is measured.
    """

    source: str
    tallies: tuple[Tally, ...]
    articles: Floats
    units: Floats
    basis: Basis
    key: str

    @property
    def n_articles(self) -> int:
        """Number of articles."""
        return len(self.tallies)

    @property
    def counts(self) -> Floats:
        """Counts of the whole source, by column, voice and part."""
        return np.asarray(self.articles.sum(axis=0))


def by_source(tallies: Sequence[Tally]) -> tuple[Group, ...]:
    """Arrange tallies by source."""
    members: dict[str, list[Tally]] = defaultdict(list)
    for tally in tallies:
        members[tally.article.source].append(tally)
    return tuple(
        _group(source, sorted(members[source], key=fingerprint)) for source in sorted(members)
    )


def fingerprint(tally: Tally) -> str:
    """Return a key that orders articles by what they say, whatever their source is called."""
    article = tally.article
    return "\x00".join((tally.text_digest, article.event, article.title, article.id))


def exact(counts: Floats) -> Floats:
    """Round counts so that sums of them are exact."""
    return np.asarray(np.round(counts * GRAIN) / GRAIN)


def _group(source: str, tallies: Sequence[Tally]) -> Group:
    sentences = exact(tallies[0].counts)
    articles = exact(np.stack([tally.counts.sum(axis=0) for tally in tallies]))
    basis: Basis = "articles"
    units = articles
    if len(tallies) == 1:
        # The article is the sum of its rounded sentences, so that both agree to the last bit.
        articles = sentences.sum(axis=0, keepdims=True)
        units = sentences
        basis = "sentences" if len(sentences) > 1 else "none"
    written = "\x00".join(tally.text_digest for tally in tallies)
    return Group(
        source, tuple(tallies), articles, units, basis, hashlib.sha256(written.encode()).hexdigest()
    )


def profile(group: Group) -> SourceProfile:
    """Say how much text of a source was measured, and when it appeared."""
    dates = [tally.article.date for tally in group.tallies if tally.article.date]
    return SourceProfile(
        source=group.source,
        n_articles=group.n_articles,
        n_sentences=sum(tally.n_sentences for tally in group.tallies),
        n_words=sum(tally.n_words for tally in group.tallies),
        first=min(dates, default=None),
        last=max(dates, default=None),
    )
