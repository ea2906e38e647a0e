"""What an interpreter shows of a large result: one line that says what it is."""

from __future__ import annotations

from divergence import Article, Corpus, annotate, build_report, compare, explain, measure

ARTICLES = [
    Article("1", "Post", "The ferry may be late, Ada Lin said."),
    Article("2", "Times", "The ferry left.", event="ferry"),
]


def test_results_show_themselves_in_a_line() -> None:
    table = measure(ARTICLES, features=["hedging"])
    comparison = compare(table, rounds=1000, seed=3)
    report = build_report(comparison, table, title="The ferry")
    assert repr(comparison) == (
        "<Comparison: 2 sources, 2 articles, 1 event, 1 column, 3 contrasts; seed 3, 1,000 rounds>"
    )
    assert repr(report).startswith("<Report 'The ferry': ")
    assert repr(annotate(ARTICLES[1])) == "<Document '2': 1 sentence, 4 tokens>"
    assert repr(Corpus(tuple(ARTICLES), ())) == "<Corpus: 2 articles, 0 rejections>"
    assert repr(explain(ARTICLES[0], features=["hedging"])) == (
        "<Explanation of '1': 1 number, 1 sentence with evidence>"
    )
