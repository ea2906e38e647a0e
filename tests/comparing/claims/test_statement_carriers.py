"""Who carries a statement, and which of those that only one has come first."""

import math

import pytest

from divergence.comparing.claims.alignment import align
from divergence.comparing.claims.claim_results import Statement
from divergence.comparing.claims.ledger import ledger, verdicts
from divergence.comparing.claims.statement_carriers import only_one, presence, reach, shared
from divergence.digesting.assertions import assertions, merged
from divergence.digesting.quotable import SentenceRef
from divergence.text.annotate import annotate
from tests.comparing.claims.test_ledger import figure


def ref(source, sentence=0, text="It burned."):
    return SentenceRef(source, source, sentence, 0, len(text), text)


def stated(sources, missing=(), alike=(), sentence=0, contents=("clause",), text="It burned."):
    refs = tuple(ref(source, sentence, text) for source in sources)
    return Statement(
        "fire", refs, tuple(sources), tuple(missing), math.nan, None, tuple(alike), contents
    )


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        (stated("AB"), "all"),
        (stated("AB", missing="C"), "several"),
        # Something like it is not the statement: four of six are not all.
        (stated("ABCD", alike="EF"), "several"),
        (stated("A", missing="BC"), "one"),
        (stated("A", missing="B", alike="C"), "open"),
        (stated("A", alike="BC"), "open"),
        (stated("A"), "open"),
    ],
)
def test_how_far_a_statement_reaches(statement, expected):
    assert reach(statement) == expected
    assert (statement in only_one([statement])) == (expected == "one")
    assert (statement in shared([statement])) == (expected in {"all", "several"})


def test_each_source_has_it_or_something_like_it_or_nothing_or_was_elsewhere():
    statement = stated("A", missing="C", alike="B")
    assert presence(statement, "ABCD") == ("carries", "alike", "nothing", "absent")


def test_what_can_be_checked_comes_first_in_text_order_and_never_by_length():
    long = "The evening was long and the street was empty and nobody came by. " * 9
    names = stated("A", "B", sentence=0, contents=("figure",), text=9 * "Orm Tarn Malin Lenz ")
    plain = stated("A", "B", sentence=1, text=long)
    late = stated("A", "B", sentence=7, contents=("claim", "clause"), text=long)
    early = stated("A", "B", sentence=5, contents=("figure", "clause"))
    other = stated("B", "A", sentence=9, contents=("actor", "clause"))
    expected = [early, other, late, plain, names]
    assert only_one([names, plain, late, early, other]) == expected
    assert only_one(expected[::-1]) == expected


def test_a_second_sentence_on_a_matter_is_not_one_sources_own():
    told = "A fire destroyed the old harbor warehouse in Malin on Monday night."
    found = align([ref("N", 0, told), ref("N", 1, told), ref("S", 0, told)])
    assert only_one(found) == []
    assert {reach(each) for each in found} == {"all", "open"}
    (second,) = (each for each in found if len(each.sentences) == 1)
    assert second.alike == ("S",)


@pytest.mark.parametrize(
    ("text", "clause", "actor"),
    [
        ("Mayor Ada Lin closed the bridge on Friday.", True, True),
        ("The bridge was closed on Friday.", True, False),
        ("The bridge is old.", True, False),
        ("Finland France Gabon Georgia Germany Ghana", False, False),
        ("Photos, videos and more news", False, False),
    ],
)
def test_lists_of_names_and_links_are_no_clauses(text, clause, actor):
    told = merged(assertions(annotate(text)))
    assert (told.clause, told.actor) == (clause, actor)


def test_verdicts_count_what_was_compared():
    # 40 against 40, and a number that only one source gives.
    entries = ledger([figure("N", 40), figure("S", 40)])
    assert verdicts(entries) == (1, 0, 0)
    assert verdicts(entries).compared == 1
    assert verdicts(ledger([figure("N", 40)])) == (0, 0, 1)
    assert verdicts([]).compared == 0
