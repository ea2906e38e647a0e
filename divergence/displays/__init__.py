"""Charts of a comparison, in the manner of scikit-learn's displays.

``ContrastsDisplay.from_comparison(comparison)`` picks what is drawn, draws it and keeps the axes in
``ax_`` and the figure in ``figure_``; with ``ax=...`` it draws on axes of yours. They show what a
:class:`~divergence.comparing.results.Comparison` holds. What rests on the articles themselves, such
as who is given how many words, is in the report.
"""

from divergence.displays.agreement import AgreementDisplay
from divergence.displays.contrasts import ContrastsDisplay
from divergence.displays.course import CourseDisplay
from divergence.displays.distances import DistancesDisplay, TreeDisplay
from divergence.displays.estimates import EstimatesDisplay
from divergence.displays.keyness import KeynessDisplay
from divergence.displays.ledger import LedgerDisplay
from divergence.displays.profile import ProfileDisplay
from divergence.displays.wordshift import WordShiftDisplay

__all__ = [
    "AgreementDisplay",
    "ContrastsDisplay",
    "CourseDisplay",
    "DistancesDisplay",
    "EstimatesDisplay",
    "KeynessDisplay",
    "LedgerDisplay",
    "ProfileDisplay",
    "TreeDisplay",
    "WordShiftDisplay",
]
