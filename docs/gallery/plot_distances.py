"""
A map of the sources
====================

How far sources lie apart in one family of measures, in standard deviations of articles; and, for
all families together, which sources are joined first. Noise alone keeps distances above 0.
"""

from event import comparison

from divergence.displays import DistancesDisplay, TreeDisplay

certainty = DistancesDisplay.from_comparison(comparison, "certainty")

# %%
# All families together:
tree = TreeDisplay.from_comparison(comparison)
