"""Origins: copies counted once, what is shared said, and neither order nor names matter."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from divergence.comparing.claims.alignment import align
from divergence.comparing.origins.origin_results import Kinship
from divergence.comparing.origins.origins import SAME_ACCOUNT, SAME_TEXT, Origins, origins
from divergence.digesting.digest import Digest
from tests.comparing.wire import FRAME, OTHER, WIRE, article, figure, sentences_of

ROTH = (
    "General Ada Roth spoke of “a heavy day for all of us” and promised that “nobody will be left "
    "behind on that road”. "
)


def found(digests: Sequence[Digest]) -> Origins:
    events: dict[str, list[Digest]] = {}
    for each in digests:
        events.setdefault(each.tally.article.event, []).append(each)
    return origins(digests, events)


def sources(result: Origins) -> list[set[str]]:
    return [{member.source for member in origin.members} for origin in result.origins]


def pairs(result: Origins, kind: str) -> list[Kinship]:
    return [each for each in result.kinships if each.kind == kind]


def test_an_edited_wire_story_is_one_origin_with_its_credit() -> None:
    edited = "Trains are at a stand. " + WIRE.replace("Nobody was hurt, but", "Some")
    result = found([article("A", WIRE, credits=("AP",)), article("B", edited), article("C", OTHER)])
    assert sources(result) == [{"A", "B"}]
    assert result.origins[0].credits == ("AP",)
    (kin,) = result.kinships
    assert kin.kind == "copy"
    assert kin.resemblance > 0.5
    assert kin.passages[0].n_words > 20
    assert kin.passages[0].a[0].text in sentences_of(WIRE)


def test_copies_are_found_across_events_and_shared_text_is_not() -> None:
    part = " ".join(sentences_of(WIRE)[:2])
    result = found(
        [
            article("A", WIRE, event="x"),
            article("B", WIRE, event="y"),
            article("C", f"{part} {OTHER} {FRAME}", event="z"),
        ]
    )
    assert sources(result) == [{"A", "B"}]
    assert pairs(result, "shared text") == []


def test_shared_passages_are_said_and_stay_two_origins() -> None:
    part = " ".join(sentences_of(WIRE)[:3])
    result = found([article("A", WIRE), article("B", f"{OTHER} {part} {FRAME}")])
    assert result.origins == ()
    (kin,) = result.kinships
    assert kin.kind == "shared text"
    assert sum(passage.n_words for passage in kin.passages) >= 40
    assert kin.cautions == (SAME_TEXT,)


def test_the_same_speech_in_two_reports_is_no_shared_text() -> None:
    speech = "“" + WIRE.replace('"', "") + "”"
    result = found([article("A", f"{OTHER} {speech}"), article("B", f"{FRAME} {speech}")])
    assert pairs(result, "shared text") == []


def test_a_shared_credit_merges_what_is_cut_twice() -> None:
    parts = sentences_of(WIRE)
    a = " ".join(parts[:7]) + " " + " ".join(sentences_of(OTHER)[:3])
    b = " ".join(parts[2:]) + " " + " ".join(sentences_of(FRAME)[:3])
    apart = found([article("A", a), article("B", b)])
    credited = found([article("A", a, credits=("dpa",)), article("B", b, credits=("dpa",))])
    another = found([article("A", a, credits=("dpa",)), article("B", b, credits=("AP",))])
    assert sources(apart) == sources(another) == []
    assert 0.5 <= max(apart.kinships[0].containment) < 0.8
    assert sources(credited) == [{"A", "B"}]


def test_a_shared_account_is_said_with_its_speakers_and_does_not_merge() -> None:
    given = (figure(120, "Roth"), figure(45, "General Ada Roth"))
    result = found(
        [
            article("A", ROTH + OTHER, figures=given, speakers=("Ada Roth", "Ada Roth")),
            article("B", FRAME + " " + ROTH, figures=given[:1], speakers=("Roth", "Roth")),
        ]
    )
    assert result.origins == ()
    (kin,) = result.kinships
    assert kin.kind == "shared account"
    assert (kin.n_shared, kin.n_items) == (3, (4, 3))
    assert kin.account == (0.75, 1.0)
    assert kin.speakers == ("Ada Roth",)
    assert kin.passages[0].n_words >= 20
    assert kin.cautions == (SAME_ACCOUNT,)


def test_desks_that_both_name_are_listed() -> None:
    result = found([article("A", WIRE, named=("ISW", "BBC")), article("B", WIRE, credits=("BBC",))])
    assert result.kinships[0].named == ("BBC",)


def test_a_statement_counts_copies_and_copied_sentences_once() -> None:
    line = sentences_of(WIRE)[2]
    digests = [
        article("A", WIRE),
        article("B", WIRE.replace("dawn", "sunrise")),
        article("C", f"{OTHER} {line}"),
        article("D", f"{FRAME} A broken axle is the cause that the railway thinks likely."),
    ]
    result = found(digests)
    statement = next(
        each
        for each in align([s.ref for d in digests for s in d.sentences], event="train")
        if any(ref.text == line for ref in each.sentences)
    )
    refs = {ref.source: ref for ref in statement.sentences}
    assert {"A", "B", "C"} <= set(refs)
    last = digests[3].sentences[-1].ref
    # A and B are copies, C repeats their sentence word for word, D tells it in its own words.
    assert result.counter.count((refs["A"], refs["B"], refs["C"], last)) == 2
    assert result.counter.count((refs["A"],)) == 1
    assert result.counter.count((refs["C"], last)) == 2


def test_what_two_reports_quote_alike_counts_twice() -> None:
    quoted = "She said “we have walked this line every single week since the flood”."
    digests = [article("A", f"{OTHER} {quoted}"), article("B", f"{FRAME} {quoted}")]
    refs = tuple(each.sentences[-1].ref for each in digests)
    (statement,) = (s for s in align([*refs], event="train") if len(s.sentences) == 2)
    assert found(digests).counter.count(statement.sentences) == 2


def test_the_order_of_articles_changes_nothing() -> None:
    given = (figure(120, "Roth"), figure(45, "Roth"))
    digests = [
        article("A", WIRE),
        article("B", WIRE.replace("creek", "brook")),
        article("C", ROTH + OTHER, figures=given, speakers=("Roth", "Roth")),
        article("D", ROTH + FRAME, figures=given, speakers=("Roth", "Roth")),
        article("E", " ".join(sentences_of(WIRE)[:4])),
        article("E", WIRE, name="E2", event="another"),
    ]
    expected = found(digests)
    assert expected.origins
    assert {each.kind for each in expected.kinships} == {"copy", "shared account"}
    for seed in range(5):
        mixed = list(digests)
        random.Random(seed).shuffle(mixed)
        again = found(mixed)
        assert again.origins == expected.origins
        assert repr(again.kinships) == repr(expected.kinships)


def test_the_earlier_article_stands_first_and_dates_decide_nothing_else() -> None:
    digests = [article("A", WIRE), article("B", WIRE), article("C", WIRE)]
    for each, day in zip(digests, (date(2031, 5, 2), date(2031, 5, 1), None), strict=True):
        identity = replace(each.tally.article, date=day)
        digests[digests.index(each)] = replace(each, tally=replace(each.tally, article=identity))
    members = found(digests).origins[0].members
    assert [member.source for member in members] == ["B", "A", "C"]


def test_one_text_three_hundred_times_and_five_hundred_sources() -> None:
    same = [article(f"S{n:03}", WIRE) for n in range(300)]
    others = [article(f"T{n:03}", f"Report {n} has {n * 7} words.") for n in range(200)]
    result = found([*same, *others])
    assert [len(origin.members) for origin in result.origins] == [300]
    assert len(result.kinships) == 299


@pytest.mark.parametrize("text", ["", "Word", "…", "“”"])
def test_texts_without_words_have_no_origin_in_common(text: str) -> None:
    result = found([article("A", text), article("B", text)])
    assert result.origins == result.kinships == result.cautions == ()


def test_one_article_and_none() -> None:
    assert found([]).origins == ()
    assert found([article("A", WIRE)]).kinships == ()
