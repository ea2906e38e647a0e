"""
Measures over time
==================

Articles whose dates span two weeks or more are followed by day, week or month. The articles of this
script are made up from templates: one paper hedges more and more, the other less and less.
"""

import random
from datetime import date, timedelta

import divergence
from divergence.displays import CourseDisplay

random.seed(1)
FIRM = "The mayor said that the bridge was safe. Workers painted it on Monday. It is open."
VAGUE = "The bridge may be unsafe. Perhaps it will close in June. It seems that nobody knows."


def article(source: str, week: int, number: int) -> divergence.Article:
    """Write six paragraphs, the more of them vague the more the source doubts that week."""
    doubt = week / 9 if source == "Echo" else 1 - week / 9
    text = "\n\n".join(VAGUE if random.random() < doubt else FIRM for _ in range(6))
    day = date(2024, 1, 1) + timedelta(weeks=week, days=number)
    return divergence.Article(f"{source}-{week}-{number}", source, text, date=day)


articles = [
    article(source, week, number)
    for source in ("Echo", "Post")
    for week in range(10)
    for number in range(3)
]
table = divergence.measure(articles, features=["hedging", "certainty"])
display = CourseDisplay.from_comparison(divergence.compare(table, within="none", rounds=200))
