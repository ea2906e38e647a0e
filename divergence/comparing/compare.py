"""Compare: everything that several articles can tell about each other, in one frozen result."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from numbers import Integral

from divergence.comparing.articles_by_event import by_event
from divergence.comparing.articles_by_source import Group, by_source, fingerprint, profile
from divergence.comparing.cautions import Caution, because
from divergence.comparing.claims.claims import claims
from divergence.comparing.compared_fields import EVENT, SOURCE, compared_by, taken_within
from divergence.comparing.comparison import Comparison
from divergence.comparing.divergence_profile import divergence_profile
from divergence.comparing.measures.contrasts import contrasts
from divergence.comparing.measures.distances import distances
from divergence.comparing.measures.estimates import estimates
from divergence.comparing.measures.periods import course
from divergence.comparing.origins.origins import origins
from divergence.comparing.parties import SourceProfile
from divergence.comparing.words.vocabulary_comparison import wording
from divergence.counting.columns import Column
from divergence.digesting.digest import Digest
from divergence.errors import InputError, UsageError, must_be_one_of
from divergence.instruments.chosen_instruments import SentenceReader
from divergence.instruments.sentence_similarity import Sentences
from divergence.measuring.table import FeatureTable

__all__ = ["compare"]


def compare(
    table: Sequence[Digest] | FeatureTable,
    *,
    by: str = SOURCE,
    within: str = EVENT,
    reference: str | None = None,
    sides: Sequence[str] = (),
    seed: int = 0,
    rounds: int = 1000,
    reader: SentenceReader = Sentences,
) -> Comparison:
    """Compare the sources of articles, or any other groups of them.

    Parameters
    ----------
    table : FeatureTable, or sequence of Digest
        The articles, in any order, all measured with the same features and sides, as
        ``measure(articles)`` gives them. A missing text is left out.
    by : str, optional
        Whom to compare: "source", or a key of the articles' metadata, such as "leaning".
    within : str, optional
        What differences are taken within: "event", a key of the metadata, such as "topic", or
        "none" for all articles at once. Events that no article names are found from the text.
    reference : str, optional
        The group that all others are held against; otherwise each against all the others.
    sides : sequence of str, optional
        Names of the sides, for the record; a table brings its own.
    seed : int, optional
        Seed of everything that is drawn at random.
    rounds : int, optional
        Bootstrap rounds and permutations.
    reader : SentenceReader, optional
        What compares sentences; the built-in instrument unless another is given.

    Returns
    -------
    Comparison
        The same for the same articles, whatever their order. With one source there are estimates
        and no contrasts; ``cautions`` say what could not be compared and why.

    Raises
    ------
    InputError
        If there is no article.
    UsageError
        If the articles were measured with different features or sides, no article has the field of
        ``by`` or ``within``, ``reference`` is none of the groups, ``rounds`` or ``seed`` is no
        whole number or there are no rounds, the table holds numbers only, or two of its articles
        share an id.

    Notes
    -----
    Documents, not words, are the unit: intervals resample articles where a source has several, and
    blocks of sentences where it has one, which describes that article and not the source.

    Examples
    --------
    >>> from divergence.measuring.measure import measure
    >>> from divergence.types import Article
    >>> texts = {"Post": "The bridge may close.", "Times": "The bridge is certain to close."}
    >>> articles = [Article(source, source, text) for source, text in texts.items()]
    >>> frame = compare(measure(articles, features=["hedging"]), rounds=20).to_frame()
    >>> frame.query("kind == 'estimate' and voice == 'all'")[["source", "value"]].values.tolist()
    [['Post', 25.0], ['Times', 0.0]]
    """
    if isinstance(table, FeatureTable):
        sides = sides or tuple(side.name for side in table.sides)
    digests = _digests(table)
    if not digests:
        raise InputError("there is no article to compare")
    rounds, seed = _whole_number("rounds", rounds), _whole_number("seed", seed)
    if rounds < 1:
        raise UsageError(f"rounds={rounds}: at least one round is needed")
    chosen = compared_by(digests, by)
    events = by_event(
        sorted(
            chosen.digests,
            key=lambda digest: (digest.tally.article.source, fingerprint(digest.tally)),
        )
    )
    columns = _common_columns(events.digests)
    ordered = taken_within(events.digests, within)
    sources = by_source([digest.tally for digest in ordered])
    names = [group.source for group in sources]
    if reference is not None and reference not in names:
        raise UsageError(must_be_one_of("reference", reference, names))
    aligned = claims(events.members, reader=reader)
    traced = origins(events.digests, events.members)
    words = wording(ordered, seed=seed, reference=reference)
    over_time = course(sources, columns, reference=reference, rounds=rounds, seed=seed)
    profiles = tuple(profile(group) for group in sources)
    return Comparison(
        sources=profiles,
        sides=tuple(sides),
        events=tuple(name for name in events.members if name),
        columns=columns,
        estimates=estimates(sources, columns, rounds=rounds, seed=seed),
        contrasts=contrasts(sources, columns, reference=reference, rounds=rounds, seed=seed),
        keyness=words.keyness,
        shifts=words.shifts,
        statements=tuple(
            replace(statement, n_origins=traced.counter.count(statement.sentences))
            for statement in aligned.statements
        ),
        ledger=tuple(
            replace(entry, n_origins=traced.counter.count([figure.at for figure in entry.figures]))
            for entry in aligned.ledger
        ),
        distances=distances(sources, columns) if len(sources) > 1 else (),
        cautions=(
            *chosen.cautions,
            *_source_cautions(profiles),
            *events.cautions,
            *_event_cautions(sources),
            *aligned.cautions,
            *traced.cautions,
        ),
        seed=seed,
        rounds=rounds,
        profile=divergence_profile(
            sources, columns, aligned.statements, words.shifts, reference=reference, seed=seed
        ),
        periods=over_time.estimates,
        partings=over_time.partings,
        omissions=aligned.omissions,
        conflicts=aligned.conflicts,
        origins=traced.origins,
        kinships=traced.kinships,
        keyness_basis=words.basis,
        namings=words.namings,
        by=by,
        within=within,
        reference=reference,
    )


def _digests(table: Sequence[Digest] | FeatureTable) -> Sequence[Digest]:
    if not isinstance(table, FeatureTable):
        given = list(table) if isinstance(table, Iterable) else [table]
        if not all(isinstance(digest, Digest) for digest in given):
            raise UsageError(
                "compare takes what measure returns: compare(measure(articles, sides=sides))"
            )
        return given
    if table.kept is not None:
        ids = Counter(digest.tally.article.id for digest in table.kept.digests)
        twice = [name for name, n in ids.items() if n > 1]
        if twice:
            raise UsageError(
                f"two articles have the id {twice[0]!r}; give each Article an id of its own"
            )
        return table.kept.digests
    if table.summed and table.tallies:
        raise UsageError(
            "the table holds numbers only, and a comparison needs sentences; measure Articles, "
            'which have a source, or give measure(..., keep="articles")'
        )
    return [Digest(tally, (), ()) for tally in table.tallies]


def _common_columns(ordered: Sequence[Digest]) -> tuple[Column, ...]:
    columns = ordered[0].tally.columns
    for digest in ordered:
        if digest.tally.columns != columns:
            raise UsageError(
                f"{digest.tally.article.id}: measured with other features or sides than"
                f" {ordered[0].tally.article.id}; measure all articles alike"
            )
    return columns


def _whole_number(name: str, value: object) -> int:
    if not isinstance(value, Integral):
        raise UsageError(f"{name}={value!r:.40}: give a whole number")
    return int(value)


def _event_cautions(sources: Sequence[Group]) -> Iterator[Caution]:
    """Say how much of the corpus is on events that two groups share."""
    events = [tally.article.event for group in sources for tally in group.tallies]
    if len(sources) < 2 or len(set(events)) < 2:
        return
    held = Counter(
        event for group in sources for event in {tally.article.event for tally in group.tallies}
    )
    shared = {event for event, n in held.items() if event and n > 1}
    n_shared = sum(event in shared for event in events)
    if not shared:
        yield because("no_shared_event")
    elif n_shared < len(events):
        yield because("shared_events", n=len(shared), used=n_shared, articles=len(events))


def _source_cautions(profiles: Sequence[SourceProfile]) -> Iterator[Caution]:
    if len(profiles) == 1:
        yield because("one_source", source=profiles[0].source)
    empty = [source.source for source in profiles if source.n_words == 0]
    if empty:
        yield because("no_words_to_measure", sources=tuple(empty))
    by_folded = Counter(source.source.casefold() for source in profiles)
    alike = [source.source for source in profiles if by_folded[source.source.casefold()] > 1]
    if alike:
        yield because("alike_but_for_capitals", sources=tuple(alike))
    single = [source.source for source in profiles if source.n_articles == 1]
    if single and len(profiles) > 1:
        yield because("one_article_each", sources=tuple(single))
