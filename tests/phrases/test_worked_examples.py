"""Small worked examples, one or a few for each inner function."""

from __future__ import annotations

from divergence.phrases.plurals import category
from divergence.phrases.saying import saying


def test_plurals_category() -> None:
    east = (("one", "n % 10 = 1 and n % 100 != 11"), ("few", "n % 10 = 2..4"))
    assert category(21, east) == "one"
    assert category(11, east) == "other"
    assert category(3, east) == "few"


def test_saying_saying() -> None:
    articles = saying("noun.article", n=3)
    assert str(articles) == "3 articles"
    assert repr(articles) == "<Saying noun.article: 3 articles>"
