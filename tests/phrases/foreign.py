"""Comparisons whose articles, names and words are in another script than the report's own words."""

from __future__ import annotations

import dataclasses
import math
from datetime import date, timedelta
from string import ascii_letters
from typing import Any

from divergence.comparing.cautions import FLOOR_OF_SENTENCES
from divergence.comparing.claims.claim_results import Conflict, Omission, Version
from divergence.comparing.claims.figure_words import OWN_NAME
from divergence.comparing.comparison import Comparison
from divergence.comparing.measures.measure_results import Parting, PeriodEstimate
from divergence.comparing.noise_floor import FamilyDivergence
from divergence.comparing.origins.origin_results import Kinship, Member, Origin, SharedPassage
from divergence.comparing.origins.origins import SAME_ACCOUNT
from divergence.comparing.parties import THE_OTHERS
from divergence.comparing.words.key_terms import ONE_ARTICLE
from divergence.comparing.words.priors import background_prior
from divergence.comparing.words.word_results import KeynessBasis, Naming
from divergence.digesting.material import Material
from divergence.lists.coverage import Coverage
from divergence.phrases.saying import Saying, saying
from divergence.reporting.run_info import RunInfo
from tests.reporting import builders

Made = tuple[Comparison, RunInfo, tuple[Material, ...]]
SCRIPT = str.maketrans(ascii_letters, "абвгдежзийклмнопрстуфхцчшщАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩ")
# Fields that hold what articles and their readers wrote, not what the code tells apart.
WRITTEN = {
    *("source", "sources", "reference", "side", "sides", "event", "events", "article", "title"),
    *("text", "sentences", "missing", "told_by", "subject", "window", "place", "claimant", "term"),
    *("words", "actor", "label", "speaker", "speakers", "cue", "credits", "named", "aliases"),
    *("affected_side", "claimant_side", "paths", "path", "config", "versions"),
}
# Instruments, which name themselves and their words, and what is a phrase already.
DECLARED = {"Feature", "Coverage"}
SHORT = saying("left_unsaid_as.words", words=120, usual=300)


def in_another_script(value: Any, *, written: bool = False) -> Any:
    """Write what articles say in another script; the code's own names stay."""
    if isinstance(value, str):
        return value.translate(SCRIPT) if written and value != THE_OTHERS else value
    if type(value) is tuple:
        return tuple(in_another_script(each, written=written) for each in value)
    own = type(value).__name__
    if not dataclasses.is_dataclass(value) or own in DECLARED or isinstance(value, Saying):
        return value
    changed = {
        field.name: in_another_script(
            getattr(value, field.name),
            written=(own, field.name) == ("Side", "name")
            or (field.name in WRITTEN and (own, field.name) != ("Column", "title")),
        )
        for field in dataclasses.fields(value)
    }
    return dataclasses.replace(value, **changed)


def made(n_sources: int) -> Made:
    """One, two or twenty sources, with something of everything that a report can say."""
    comparison, info, articles = {1: builders.one, 2: builders.two, 20: builders.twenty}[
        n_sources
    ]()
    info = dataclasses.replace(
        info,
        coverage=(Coverage("hedges", 0.02, 0.1, 0.3), Coverage("other", math.nan, 0.1, 0.3)),
        scores=(("hedging", "F1 0.62 on news"),),
        settings=(("within", "event"),),
    )
    if n_sources > 1:
        comparison = _told_more(comparison, articles)
    return in_another_script((comparison, info, articles))


def _told_more(comparison: Comparison, articles: tuple[Material, ...]) -> Comparison:
    event = comparison.events[0]
    first, second = articles[:2]
    refs = [builders.refs(each.article, each.source)[1] for each in (first, second)]
    a, b = (Member(each.article, each.source, each.event, each.date) for each in (first, second))
    passage = SharedPassage("We will certainly hold the town", 6, True, (refs[0],), (refs[1],))
    kinds = ("shared text", "shared account", "copy") if len(articles) > 2 else ("shared text",)
    kinships = tuple(
        Kinship(
            kind,
            a,
            b,
            0.7,
            (0.8, 0.9),
            (0.5, 0.5),
            (0.5, 1.0),
            (0.5, 0.75),
            (6, 4),
            3,
            ("Ivo Lenz",),
            ("AP",),
            (passage,) * 3,
            (),
            (SAME_ACCOUNT,),
        )
        for kind in kinds
    )
    many = len(comparison.sources) > 2
    names = [one.source for one in comparison.sources]
    apart = FamilyDivergence(
        names[0],
        THE_OTHERS if many else names[1],
        "voices",
        0.4,
        saying("distance_unit.divergence"),
        0.2,
        0.3,
        2.0,
        0.01,
        0.02,
        3,
        2,
        "articles",
        (FLOOR_OF_SENTENCES,),
    )
    versions = Version("in Orm", (refs[0],)), Version(OWN_NAME, (refs[1],))
    prior = background_prior().said()
    start = date(2023, 3, 13)
    weeks = [(start + timedelta(7 * n), start + timedelta(7 * n + 6)) for n in range(3)]
    return dataclasses.replace(
        comparison,
        conflicts=tuple(Conflict(event, "place", versions, sure) for sure in (0.9, 0.7, 0.2)),
        omissions=(
            Omission(event, refs[0], names[1], (names[0],), 2, "shorter article", SHORT),
            Omission(event, refs[1], names[0], (names[1],), 2, "missing", ""),
        ),
        namings=(
            Naming("Roth", names[0], "general", 2, 1, 3, True, (refs[0],)),
            Naming("Roth", names[1], "fighter", 1, 1, 3, True, (refs[1],)),
        ),
        origins=(Origin((a, b), ("AP",)), Origin((b, a), ())) if len(articles) > 2 else (),
        kinships=kinships,
        keyness_basis=(
            KeynessBasis(names[0], names[1], prior, 500.0, 3, 100, 100, ()),
            KeynessBasis(names[1], names[0], prior, 700.0, 3, 100, 100, ()),
        ),
        keyness=tuple(
            dataclasses.replace(term, cautions=(ONE_ARTICLE,)) for term in comparison.keyness
        ),
        profile=(apart, dataclasses.replace(apart, family="overall", ratio=0.5)),
        periods=tuple(
            PeriodEstimate(name, "hedging.rate", first, last, 2.0 + n, 1.9 + n, 2.1 + n, 3, ())
            for name in names
            for n, (first, last) in enumerate(weeks)
        ),
        partings=(
            Parting(*weeks[0], apart),
            Parting(weeks[1][0], weeks[1][0], dataclasses.replace(apart, reference=names[1])),
        ),
    )
