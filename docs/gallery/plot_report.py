"""
Any figure of a report
======================

A report holds figures that need the articles themselves: who is given how many words, and with
which verbs. Each can be had as a file; ``divergence report`` writes all of them.
"""

import io

from event import comparison, table
from matplotlib.figure import Figure
from matplotlib.image import imread

import divergence
from divergence.reporting.figure_files import figure as drawn

report = divergence.build_report(comparison, table)
names = [chart.name for chart in report.charts]
chart = report.charts[names.index("voices-speakers")]
png = drawn(chart)

# %%
# ``png`` holds the bytes of a file. Here they are shown again:
pixels = imread(io.BytesIO(png))
figure = Figure(figsize=(7, 7 * pixels.shape[0] / pixels.shape[1]))
figure.add_axes((0, 0, 1, 1), frame_on=False, xticks=[], yticks=[]).imshow(pixels)
print(", ".join(names[:8]))
