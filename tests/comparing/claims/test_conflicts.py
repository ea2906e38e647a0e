"""Conflicts and omissions, on invented sentences whose readings are made by hand."""

from datetime import date

import pytest

from divergence.comparing.claims.claim_results import Statement
from divergence.comparing.claims.conflicts import conflicts
from divergence.comparing.claims.omissions import Context, omissions
from divergence.comparing.claims.sentence_judgment import ReadSentence, judge_pairs, read
from divergence.comparing.claims.sentence_links import links_between
from divergence.digesting.assertions import Assertion, ScopedCue
from divergence.digesting.quotable import SentenceRef
from divergence.digesting.time_phrases import Circumstance

FIRE = "A fire destroyed the old harbor warehouse in Malin"
MATTER = "A fire destroyed the old harbor warehouse"


def told(source, text, **changes):
    ref = SentenceRef(f"{source}1", source, 0, 0, len(text), text)
    lemmas = frozenset(text.lower().split())
    return ReadSentence(ref, Assertion(MATTER, lemmas, **changes))


def found(*sentences):
    links = links_between([one.ref for one in sentences])
    return conflicts(links, {one.ref: one for one in sentences}, event="fire")


def on(day):
    return Circumstance(f"on {day}", "weekday", (day.lower(),))


def test_other_days_of_one_matter_conflict_whatever_the_order():
    first = told("N", f"{FIRE} on Monday.", times=(on("Monday"),))
    second = told("S", f"{FIRE} on Friday.", times=(on("Friday"),))
    (one,) = found(first, second)
    assert one.aspect == "period"
    assert [version.words for version in one.versions] == ["on Monday", "on Friday"]
    assert 0.45 <= one.confidence <= 1
    assert found(second, first) == (one,)


def test_what_only_one_gives_is_no_conflict():
    assert found(told("N", f"{FIRE} on Monday.", times=(on("Monday"),)), told("S", FIRE)) == ()


def test_a_denial_against_the_same_without_and_two_denials():
    denied = (ScopedCue("not", ("destroyed",)),)
    plain = told("N", f"{FIRE} that night.")
    other = told("S", f"{FIRE} not that night.", denied=denied)
    assert [one.aspect for one in found(plain, other)] == ["negation"]
    both = told("N", f"{FIRE} never that night.", denied=denied)
    assert found(both, other) == ()


@pytest.mark.parametrize(
    ("denied", "aspects"),
    [
        ("A fire did not destroy the old harbor market in Malin.", ["negation"]),
        # On one matter by its words, and yet of another thing.
        ("The flood did not destroy the old harbor bridge.", []),
    ],
)
def test_a_denial_counts_where_nearly_the_same_is_denied(denied, aspects):
    (one,) = judge_pairs(
        [(read("A fire destroyed the old harbor warehouse in Malin."), read(denied))]
    )
    assert one.label == ("differ" if aspects else "agree")
    assert [each.aspect for each in one.differences] == aspects


@pytest.mark.parametrize(("n", "label"), [(5, "unrelated"), (50, "agree")])
def test_a_large_figure_ties_sentences_and_a_small_one_does_not(n, label):
    first = read(f"The storm injured {n} people in Tarn on its way north.")
    other = read(f"At least {n} people were injured as trees fell, the governor said.")
    assert judge_pairs([(first, other)])[0].label == label


def test_sentences_of_one_source_do_not_conflict():
    first = told("N", f"{FIRE} on Monday.", times=(on("Monday"),))
    second = told("N", f"{FIRE} on Friday.", times=(on("Friday"),))
    assert found(first, second) == ()
    assert found() == ()
    assert judge_pairs([]) == ()


@pytest.mark.parametrize(
    ("day", "n_words", "reason"),
    [(1, 900, "published earlier"), (5, 90, "shorter article"), (5, 900, "missing")],
)
def test_omissions_are_told_apart(day, n_words, reason):
    ref = SentenceRef("N1", "N", 0, 0, len(FIRE), FIRE)
    statement = Statement("fire", (ref,), ("N", "S"), ("E",), 0.8)
    articles = [
        Context("N", date(2031, 3, 4), 800),
        Context("S", date(2031, 3, 5), 600),
        Context("E", date(2031, 3, day), n_words),
    ]
    (one,) = omissions([statement], articles)
    assert (one.source, one.reason, one.n_sources) == ("E", reason, 3)


def test_an_article_without_a_date_may_have_come_later():
    ref = SentenceRef("N1", "N", 0, 0, len(FIRE), FIRE)
    statement = Statement("fire", (ref,), ("N", "S"), ("E",), 0.8)
    told_on = [Context("N", date(2031, 3, 4), 800), Context("S", date(2031, 3, 5), 600)]
    for own in (None, date(2031, 3, 1)):
        articles = [*told_on, Context("E", date(2031, 3, 1), 450), Context("E", own, 450)]
        (one,) = omissions([statement], articles)
        assert one.reason == ("published earlier" if own else "missing")


def test_half_of_the_sources_are_not_most():
    ref = SentenceRef("N1", "N", 0, 0, len(FIRE), FIRE)
    statement = Statement("fire", (ref,), ("N",), ("S",), float("nan"))
    assert omissions([statement], [Context("N", None, 9), Context("S", None, 9)]) == ()
    two = Statement("fire", (ref,), ("N", "S"), ("E", "W"), 0.8)
    assert omissions([two], [Context(source, None, 9) for source in "NSEW"]) == ()
    assert len(omissions([two], [Context(source, None, 9) for source in "NSE"])) == 1
