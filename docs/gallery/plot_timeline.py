"""
When each source published
==========================

A dot for every day on which a source published. Articles without a date are counted below the
title.
"""

from event import corpus

from divergence.displays import TimelineDisplay

display = TimelineDisplay.from_articles(corpus)
