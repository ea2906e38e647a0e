"""Charts of a comparison, in the manner of scikit-learn's displays.

``ContrastsDisplay.from_comparison(comparison)`` picks what is drawn, draws it and keeps the axes in
``ax_`` and the figure in ``figure_``; with ``ax=...`` it draws on axes of yours. Dates and speakers
are not part of a :class:`~divergence.comparing.comparison.Comparison`: their displays take the
articles.
"""

from divergence.displays.agreement import AgreementDisplay
from divergence.displays.contrasts import ContrastsDisplay
from divergence.displays.course import CourseDisplay
from divergence.displays.distances import DistancesDisplay, TreeDisplay
from divergence.displays.estimates import EstimatesDisplay
from divergence.displays.keyness import KeynessDisplay
from divergence.displays.ledger import LedgerDisplay
from divergence.displays.profile import ProfileDisplay
from divergence.displays.speakers import SpeakersDisplay
from divergence.displays.timeline import TimelineDisplay
from divergence.displays.word_shift import WordShiftDisplay

__all__ = [
    "AgreementDisplay",
    "ContrastsDisplay",
    "CourseDisplay",
    "DistancesDisplay",
    "EstimatesDisplay",
    "KeynessDisplay",
    "LedgerDisplay",
    "ProfileDisplay",
    "SpeakersDisplay",
    "TimelineDisplay",
    "TreeDisplay",
    "WordShiftDisplay",
]
