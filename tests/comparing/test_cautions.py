import pickle
from dataclasses import replace

import pytest

from divergence import phrases
from divergence.comparing.cautions import (
    ONE_ARTICLE,
    TOO_LITTLE_TEXT,
    WILSON,
    Caution,
    about_party,
    because,
    each_once,
    few,
)
from divergence.comparing.parties import THE_OTHERS
from divergence.comparing.words.word_results import KeyTerm
from divergence.displays.contrast_selection import weak
from tests.reporting import builders


def term(*cautions: Caution) -> KeyTerm:
    return KeyTerm("A", "B", "flood", 1.0, 2.0, 3, 1, 1, 1, cautions=cautions)


def test_a_caution_is_what_it_is_and_its_numbers():
    shared = because("shared_events", used=4, n=2, articles=9)
    assert shared == because("shared_events", n=2, articles=9, used=4)
    assert pickle.loads(pickle.dumps(shared)) == shared
    assert len({shared, because("shared_events", n=2, articles=9, used=5), shared}) == 2
    assert sorted([WILSON, shared, ONE_ARTICLE]) == [ONE_ARTICLE, shared, WILSON]


def test_words_go_by_number():
    said = [str(because("without_event", n=n)) for n in (1, 1200)]
    assert said == [
        "1 article names no event: its statements and figures are not aligned",
        "1,200 articles name no event: their statements and figures are not aligned",
    ]


def test_long_lists_of_names_are_counted():
    five, seven = (
        str(because("no_words_to_measure", sources=tuple("ABCDEFG"[:n]))) for n in (5, 7)
    )
    assert five == "no words to measure: A, B, C, D, E"
    assert seven == "no words to measure: A, B, C, D, E and 2 more"


def test_braces_in_names_are_only_text():
    assert "({source} {0})" in str(because("one_source", source="{source} {0}"))


def test_a_caution_names_the_party_that_it_is_about():
    mine, theirs = (
        *about_party("Post", [because("few_articles", articles=2)]),
        *about_party(THE_OTHERS, [WILSON]),
    )
    assert term(mine, theirs).caution == "Post: only 2 articles; the others: Wilson interval"


def test_a_result_without_a_caution_says_nothing():
    assert term().caution == ""


def test_each_reason_is_given_once_and_in_order():
    assert each_once(WILSON, ONE_ARTICLE, WILSON) == (WILSON, ONE_ARTICLE)


def test_what_is_unknown_to_the_catalogue_is_no_silence():
    with pytest.raises(KeyError):
        str(because("nothing_of_the_kind"))


def test_few_places_alone_are_not_too_little_text(column):
    assert {caution.kind for caution in few(column("f.rate"), 99, 4)} == {"few_words", "few_places"}
    assert {caution.kind for caution in few(column("f.share", "evidence"), 4, 0)} == {"small_share"}
    assert few(column("f.rate"), 100, 5) == []
    assert "few_places" not in TOO_LITTLE_TEXT


@pytest.mark.parametrize("kind", sorted(TOO_LITTLE_TEXT))
def test_a_contrast_on_too_little_text_is_weak_in_every_language(kind):
    comparison, _, _ = builders.two()
    contrast = comparison.contrasts[0]
    reasons = about_party("Post", [because(kind, words=100, sentences=5, n=5)])
    mute = phrases.Catalogue("xx", (), {}, {})
    with phrases.speaking(mute):
        assert not weak(contrast, {})
        assert weak(replace(contrast, cautions=reasons), {})
