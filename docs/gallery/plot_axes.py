"""
On axes of your own
===================

``ax=`` draws on axes of yours, so that a chart can stand in a figure beside others. Titles are
yours to set: a display keeps what it would write in ``title`` and ``subtitle``.
"""

from event import comparison
from matplotlib.figure import Figure

from divergence.displays import DistancesDisplay

figure = Figure(figsize=(9, 3.6), layout="constrained")
left, right = figure.subplots(1, 2)
DistancesDisplay.from_comparison(comparison, "voices", ax=left)
DistancesDisplay.from_comparison(comparison, "wording", ax=right)
