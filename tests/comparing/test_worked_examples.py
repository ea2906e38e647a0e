"""Small worked examples, one or a few for each inner function."""

from __future__ import annotations

from datetime import date as Date

import numpy as np

from divergence.comparing.claims.alignment import align
from divergence.comparing.claims.carriers import reach
from divergence.comparing.claims.claim_results import Statement
from divergence.comparing.claims.figure_words import subject, thing
from divergence.comparing.claims.omissions import Context, omissions
from divergence.comparing.claims.same_claimant import may_be_one
from divergence.comparing.claims.sentence_conflicts import (
    alike_places,
    same_person,
    same_place,
    same_time,
)
from divergence.comparing.claims.sentence_judgment import judge, read
from divergence.comparing.claims.sentence_links import borne_out, links_between
from divergence.comparing.claims.shared_content import share_substance
from divergence.comparing.measures.few_article_intervals import widened, widening_factor
from divergence.comparing.measures.measure_results import Distances
from divergence.comparing.measures.periods import periods
from divergence.comparing.measures.source_clustering import source_tree
from divergence.comparing.origins.shared_accounts import same_name
from divergence.comparing.words.label_comparison import joined_names
from divergence.comparing.words.party_texts import shared_events
from divergence.digesting.assertions import Claimant, Telling
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


def test_same_claimant_may_be_one() -> None:
    named, role = Claimant("Norland Rail", named=True), Claimant("the company", named=False)
    assert may_be_one(named, role)
    assert not may_be_one(named, Claimant("witnesses", named=False))


def test_sentence_conflicts_same_time() -> None:
    from divergence.digesting.time_phrases import read_times

    few, four, week = (
        read_times(f"in the past {said}")[0] for said in ("few days", "four days", "week")
    )
    assert same_time(few, four)
    assert not same_time(few, week)
    assert not same_time(four, week)


def test_sentence_conflicts_same_place() -> None:
    from divergence.digesting.place_phrases import read_place

    town, east, other = map(read_place, ("in Orm", "in eastern Peru", "elsewhere in Peru"))
    assert same_place(town, east)
    assert not same_place(town, other)
    assert not same_place(east, other)


def test_sentence_conflicts_same_person() -> None:
    assert same_person("Ada Lin", "Minister Ada Lin")
    assert same_person("Edward Orm", "Sen. Ed Orm")
    assert not same_person("the army", "witnesses")


def test_sentence_conflicts_alike_places() -> None:
    assert alike_places("in the port of Orm", "port of Orm")
    assert not alike_places("in Orm", "near Orm")


def test_sentence_judgment_judge() -> None:
    from divergence.comparing.claims.sentence_judgment import read

    (one,) = judge([(read("The mill was destroyed."), read("The mill was not destroyed."))])
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


def test_sentence_links_borne_out() -> None:
    from divergence.comparing.claims.sentence_judgment import read_many

    said = ["Mayor Ada Lin demanded an inquiry.", "Mayor Ada Lin called the offer an insult."]
    refs = [SentenceRef(name, name, 0, 0, 9, text) for name, text in zip("AB", said, strict=False)]
    tellings = {ref: one.telling for ref, one in zip(refs, read_many(said), strict=False)}
    found = links_between(refs)
    assert len(found.scores) == 1
    assert len(borne_out(found, tellings).scores) == 0


def test_shared_content_share_substance() -> None:
    one, other = (
        Telling("Ada Lin demanded an inquiry", frozenset()),
        Telling("homes were flooded Ada Lin", frozenset()),
    )
    assert not share_substance(one, other)
    assert share_substance(one, Telling("an inquiry began", frozenset()))


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


def test_shared_accounts_same_name() -> None:
    assert same_name("Mayor Ada Lin", "Lin")
    assert not same_name("officials", "the mayor")
    assert not same_name("", "")


def test_label_comparison_joined_names() -> None:
    assert joined_names(["Lin", "Ada Lin", "Orvan"]) == {
        "Ada Lin": "Ada Lin",
        "Lin": "Ada Lin",
        "Orvan": "Orvan",
    }


def test_party_texts_shared_events() -> None:
    assert shared_events(["flood", "vote", ""], ["vote", "", "strike"]) == ("vote",)
