"""
Who is given most words
=======================

Words that articles put into somebody's mouth, quoted or reported, by speaker and source. Speakers
that cannot be named are one bar for each source. A comparison does not keep who speaks, so the
chart is drawn from annotated articles.
"""

from event import corpus

import divergence
from divergence.displays import SpeakersDisplay

documents = (divergence.annotate(article) for article in corpus.articles)
display = SpeakersDisplay.from_documents(documents)
