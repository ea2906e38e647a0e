"""Small worked examples, one or a few for each inner function."""

from __future__ import annotations

from datetime import date as Date

import numpy as np

from divergence.comparing.cautions import because
from divergence.comparing.claims.alignment import align
from divergence.comparing.claims.claim_results import Statement
from divergence.comparing.claims.figure_words import subject, thing
from divergence.comparing.claims.omissions import Context, omissions
from divergence.comparing.claims.sentence_judgment import judge_pairs, read
from divergence.comparing.claims.sentence_links import links_between, without_name_only_links
from divergence.comparing.claims.shared_content import share_substance
from divergence.comparing.claims.statement_carriers import reach
from divergence.comparing.event_detection import names
from divergence.comparing.measures.bootstrap import percentile_interval
from divergence.comparing.measures.few_article_intervals import widened, widening_factor
from divergence.comparing.measures.measure_results import Distances
from divergence.comparing.measures.periods import periods
from divergence.comparing.measures.source_clustering import source_tree
from divergence.comparing.words.label_comparison import joined_names
from divergence.comparing.words.party_texts import shared_events
from divergence.comparing.words.vocabulary_shift import contributions
from divergence.digesting.assertions import Assertion
from divergence.digesting.quotable import SentenceRef


def test_alignment_align() -> None:
    said = ["The old mill in Orm burned down on Friday.", "On Friday the mill in Orm burned."]
    refs = [SentenceRef(name, name, 0, 0, 9, text) for name, text in zip("AB", said, strict=False)]
    assert [statement.sources for statement in align(refs)] == [("A", "B")]


def test_carriers_reach() -> None:
    import math

    from divergence.digesting.quotable import SentenceRef

    ref = SentenceRef("a", "A", 0, 0, 9, "It burned.")
    assert reach(Statement("fire", (ref,), ("A",), ("B", "C"), math.nan)) == "one"
    assert reach(Statement("fire", (ref,), ("A",), ("B",), math.nan, alike=("C",))) == "open"


def test_figure_words_thing() -> None:
    assert str(thing("people")) == "people"
    assert thing("boat") == "boat"


def test_figure_words_subject() -> None:
    assert str(subject("people", "killed", "Northland")) == "people killed (Northland)"
    assert str(subject("", "", "")) == "number"


def test_omissions_omissions() -> None:
    ref = SentenceRef("a", "A", 0, 0, 9, "It burned.")
    told = Statement("fire", (ref,), ("A", "B"), ("C",), 0.8)
    lengths = [Context("A", None, 400), Context("B", None, 600), Context("C", None, 100)]
    assert [(one.source, one.reason) for one in omissions([told], lengths)] == [
        ("C", "shorter article")
    ]


def test_sentence_judgment_judge_pairs() -> None:
    from divergence.comparing.claims.sentence_judgment import read

    (one,) = judge_pairs([(read("The mill was destroyed."), read("The mill was not destroyed."))])
    assert one.label == "differ"
    assert one.differences[0].aspect == "negation"


def test_sentence_judgment_read() -> None:
    assert read("Some 40 boats sank.").figures[0].low == 40.0


def test_sentence_links_links_between() -> None:
    said = ["The old mill in Orm burned down on Friday.", "On Friday the mill in Orm burned."]
    refs = [SentenceRef(name, name, 0, 0, 9, text) for name, text in zip("AB", said, strict=False)]
    found = links_between(refs)
    assert len(found.scores) == 1
    assert bool(found.mutual[0])


def test_sentence_links_without_name_only_links() -> None:
    from divergence.comparing.claims.sentence_judgment import read_many

    said = ["Mayor Ada Lin demanded an inquiry.", "Mayor Ada Lin called the offer an insult."]
    refs = [SentenceRef(name, name, 0, 0, 9, text) for name, text in zip("AB", said, strict=False)]
    assertions = {ref: one.assertion for ref, one in zip(refs, read_many(said), strict=False)}
    found = links_between(refs)
    assert len(found.scores) == 1
    assert len(without_name_only_links(found, assertions).scores) == 0


def test_shared_content_share_substance() -> None:
    one, other = (
        Assertion("Ada Lin demanded an inquiry", frozenset()),
        Assertion("homes were flooded Ada Lin", frozenset()),
    )
    assert not share_substance(one, other)
    assert share_substance(one, Assertion("an inquiry began", frozenset()))


def test_few_article_intervals_stretch() -> None:
    assert [round(widening_factor(n), 2) for n in (2, 3, 5, 10, 30, 300)] == [
        9.17,
        2.69,
        1.58,
        1.22,
        1.06,
        1.01,
    ]


def test_few_article_intervals_widened() -> None:
    low, high = widened(
        np.array([2.0]),
        np.array([1.0]),
        np.array([5.0]),
        factor=3.0,
        bounds=np.array([[0.0, np.inf]]),
    )
    assert low.tolist() == [0.0]
    assert high.tolist() == [11.0]


def test_periods_periods() -> None:
    assert periods([[Date(2024, 1, 1), Date(2024, 1, 3)]]) == ()


def test_source_clustering_source_tree() -> None:
    one = Distances("certainty", ("A", "B", "C"), ((0, 1, 4), (1, 0, 4), (4, 4, 0)), 2)
    tree = source_tree([one])
    assert sorted(tree.sources) == ["A", "B", "C"]
    assert [join.distance for join in tree.joins] == [1.0, 4.0]


def test_label_comparison_joined_names() -> None:
    assert joined_names(["Lin", "Ada Lin", "Orvan"]) == {
        "Ada Lin": "Ada Lin",
        "Lin": "Ada Lin",
        "Orvan": "Orvan",
    }


def test_party_texts_shared_events() -> None:
    assert shared_events(["flood", "vote", ""], ["vote", "", "strike"]) == ("vote",)


def test_cautions_because() -> None:
    assert str(because("few_articles", articles=3)) == "only 3 articles"


def test_event_detection_names() -> None:
    assert names("Rain fell on the town of Brenholm, Norway.") == ["Brenholm", "Norway"]


def test_bootstrap_percentile_interval() -> None:
    low, high = percentile_interval(np.arange(1000.0)[:, None])
    assert low.tolist() == [25.0]
    assert high.tolist() == [974.0]


def test_vocabulary_shift_contributions() -> None:
    assert contributions(np.array([1.0, 0.0]), np.array([0.0, 1.0])).tolist() == [0.5, -0.5]
