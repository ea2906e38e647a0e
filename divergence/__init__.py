"""divergence shows how several newsrooms tell one event differently.

The names below are public, and so is what the modules of ``PUBLIC_MODULES`` list in their
``__all__``; everything else is private and may move. Nothing is loaded before it is used.

>>> import divergence
>>> round(divergence.hedging.rate("It may rain."), 1)
33.3
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from divergence.version import __version__ as __version__

if TYPE_CHECKING:
    from divergence import displays
    from divergence.citing.cite import cite
    from divergence.comparing.compare import compare
    from divergence.comparing.comparison import Comparison
    from divergence.counting.declaration import Measure
    from divergence.counting.feature import Feature
    from divergence.errors import DivergenceError
    from divergence.estimators import TextFeatures
    from divergence.explaining import Explanation, explain
    from divergence.features import (
        agency,
        attribution,
        boosters,
        certainty,
        figures,
        frames,
        hedging,
        labels,
        loaded,
        passives,
        quotation,
        sentiment,
        speakers,
        uncertainty,
        wording,
    )
    from divergence.lists.lexicon import Lexicon
    from divergence.measuring.measure import measure
    from divergence.measuring.table import FeatureTable
    from divergence.reading import read
    from divergence.reporting.figure_files import FigureSettings
    from divergence.reporting.report import Report
    from divergence.reporting.write import write_report
    from divergence.runs import build_report
    from divergence.text.annotate import annotate
    from divergence.text.entities.side_proposal import propose_sides
    from divergence.types import Article, Corpus, Document, Evidence, Rejection, Side, Span

__all__ = [
    "Article",
    "Comparison",
    "Corpus",
    "DivergenceError",
    "Document",
    "Evidence",
    "Explanation",
    "Feature",
    "FeatureTable",
    "FigureSettings",
    "Lexicon",
    "Measure",
    "Rejection",
    "Report",
    "Side",
    "Span",
    "TextFeatures",
    "agency",
    "annotate",
    "attribution",
    "boosters",
    "build_report",
    "certainty",
    "cite",
    "compare",
    "displays",
    "explain",
    "figures",
    "frames",
    "hedging",
    "labels",
    "loaded",
    "measure",
    "passives",
    "propose_sides",
    "quotation",
    "read",
    "sentiment",
    "speakers",
    "uncertainty",
    "wording",
    "write_report",
]

# Modules below the package whose functions and results are public, as the reference lists them.
PUBLIC_MODULES = (
    "citing.cite",
    "comparing.cautions",
    "comparing.claims.claim_results",
    "comparing.compare",
    "comparing.comparison",
    "comparing.event_detection",
    "comparing.measures.measure_results",
    "comparing.measures.permutation_tests",
    "comparing.measures.rare_count_intervals",
    "comparing.noise_floor",
    "comparing.origins.near_duplicates",
    "comparing.origins.origin_results",
    "comparing.origins.shared_passages",
    "comparing.parties",
    "comparing.words.collocations",
    "comparing.words.dispersion",
    "comparing.words.key_terms",
    "comparing.words.keyness",
    "comparing.words.priors",
    "comparing.words.score_shift",
    "comparing.words.vocabulary_shift",
    "comparing.words.word_results",
    "comparing.words.word_shifts",
    "config",
    "counting.columns",
    "counting.declaration",
    "counting.feature",
    "digesting.quotable",
    "errors",
    "estimators",
    "explaining",
    "lexicons.packaged",
    "lists.checking",
    "lists.lexicon",
    "measuring.measure",
    "measuring.table",
    "reading.boilerplate_rules",
    "reading.folder",
    "reporting.figure_files",
    "reporting.report",
    "reporting.write",
    "runs",
    "text.annotate",
    "text.entities.side_proposal",
    "types",
    "validation.tasks",
)

_HOMES = {
    "citing.cite": "cite",
    "comparing.compare": "compare",
    "comparing.comparison": "Comparison",
    "errors": "DivergenceError",
    "estimators": "TextFeatures",
    "explaining": "Explanation explain",
    "counting.declaration": "Measure",
    "counting.feature": "Feature",
    "lists.lexicon": "Lexicon",
    "measuring.measure": "measure",
    "measuring.table": "FeatureTable",
    "reading": "read",
    "reporting.figure_files": "FigureSettings",
    "reporting.report": "Report",
    "reporting.write": "write_report",
    "runs": "build_report",
    "text.annotate": "annotate",
    "text.entities.side_proposal": "propose_sides",
    "types": "Article Corpus Document Evidence Rejection Side Span",
}
_HOME_OF = {name: home for home, held in _HOMES.items() for name in held.split()}


# Type checkers read the imports above; with this they would take any name for a public one.
if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        """Load a public name at its first use."""
        if name in _HOME_OF:
            loaded = getattr(import_module(f"divergence.{_HOME_OF[name]}"), name)
        elif name == "displays":
            loaded = import_module("divergence.displays")
        elif name in __all__ or _is_feature(name):
            loaded = import_module(f"divergence.features.{name}")
        else:
            raise AttributeError(f"module 'divergence' has no attribute {name!r}")
        globals()[name] = loaded
        return loaded

    def _is_feature(name: str) -> bool:
        """Whether a module is a feature that was added and is not on the page yet."""
        from importlib.util import find_spec

        where = f"divergence.features.{name}"
        return (
            not name.startswith("_")
            and find_spec(where) is not None
            and hasattr(import_module(where), "FEATURE")
        )


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
