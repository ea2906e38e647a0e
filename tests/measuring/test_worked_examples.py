"""Small worked examples, one or a few for each inner function."""

from __future__ import annotations

from divergence.counting.columns import columns
from divergence.features.registry import select
from divergence.measuring.number_matrix import matrix, names
from divergence.measuring.table_articles import is_missing, settled
from divergence.measuring.texts import lacking
from divergence.types import Article


def test_number_matrix_names() -> None:
    assert names(columns(select(["hedging"])), ("all", "quoted"))[:2] == [
        "hedging.rate",
        "hedging.rate|quoted",
    ]


def test_number_matrix_matrix() -> None:
    assert (
        repr(matrix(["It may rain.", None], ["hedging"], (), ("all",))[:, 0].round(1).tolist())
        == "[33.3, nan]"
    )


def test_table_articles_is_missing() -> None:
    assert is_missing(None)
    assert is_missing(float("nan"))
    assert not is_missing("")
    assert not is_missing(0)


def test_table_articles_settled() -> None:
    nan = float("nan")
    made = settled(Article("1", "Post", "It may rain.", title=nan, metadata={"year": 2023}))
    assert made.title == ""
    assert made.metadata == {"year": "2023"}


def test_texts_lacking() -> None:
    assert lacking(" ") == "the text is empty"
    assert lacking("* * *") == "the text holds no words"
    assert lacking("It rained.") == ""
