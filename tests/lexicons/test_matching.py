"""The matcher: lemmas, phrases, hyphens, parts of speech, longest first, no overlaps."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from divergence.lexicons.matching import Matcher
from divergence.lexicons.word_list import Entry
from divergence.types import Document

Make = Callable[..., Document]


def _terms(matcher: Matcher, document: Document) -> list[tuple[str, int, int]]:
    return [(m.entry.term, m.tokens.start, m.tokens.end) for m in matcher.find(document)]


def test_matches_by_lemma_and_by_word(make_document: Make) -> None:
    document = make_document("Rebels fled", lemmas="rebel flee")
    matcher = Matcher([Entry("rebel", "a"), Entry("fled", "b")])
    assert _terms(matcher, document) == [("rebel", 0, 1), ("fled", 1, 2)]


def test_longest_phrase_wins_and_matches_do_not_overlap(make_document: Make) -> None:
    document = make_document("in the view of the mayor in the view")
    matcher = Matcher([Entry("view", "a"), Entry("in the view of", "b"), Entry("in the", "c")])
    assert _terms(matcher, document) == [
        ("in the view of", 0, 4),
        ("in the", 6, 8),
        ("view", 8, 9),
    ]


def test_phrase_words_match_by_lemma(make_document: Make) -> None:
    document = make_document("it made clear", lemmas="it make clear")
    assert _terms(Matcher([Entry("make clear", "a")]), document) == [("make clear", 1, 3)]


def test_phrase_is_not_matched_past_the_end(make_document: Make) -> None:
    assert _terms(Matcher([Entry("no doubt at all", "a")]), make_document("no doubt")) == []


@pytest.mark.parametrize("text", ["so-called", "so - called"])
def test_hyphens_are_found_whole_and_split(make_document: Make, text: str) -> None:
    found = _terms(Matcher([Entry("so-called", "a")]), make_document(f"the {text} council"))
    assert found == [("so-called", 1, 1 + len(text.split()))]


def test_part_of_speech_chooses_the_entry(make_document: Make) -> None:
    matcher = Matcher([Entry("claim", "verb", "verb"), Entry("claim", "noun", "noun")])
    document = make_document("claims claims", lemmas="claim claim", tags="NNS VBZ")
    assert [match.entry.category for match in matcher.find(document)] == ["noun", "verb"]
    assert matcher.find(make_document("claim", tags="JJ")) == []


@pytest.mark.parametrize(
    ("tag", "relation", "expected"),
    [
        ("JJ", "root", 1),
        ("VBN", "amod", 1),
        ("VBN", "root", 1),
        ("VBN", "advcl", 0),
        ("NN", "compound", 1),
        ("NN", "root", 0),
    ],
)
def test_participle_is_an_adjective_where_it_modifies(
    make_document: Make, tag: str, relation: str, expected: int
) -> None:
    document = make_document("alleged", lemmas="allege", tags=tag, relations=relation)
    assert len(Matcher([Entry("alleged", "a", "adjective")]).find(document)) == expected


def test_passive_participle_is_no_adjective(make_document: Make) -> None:
    document = make_document(
        "was supposed", lemmas="be suppose", tags="VBD VBN", relations="aux:pass root", heads=(1, 1)
    )
    matcher = Matcher([Entry("supposed", "a", "adjective"), Entry("suppose", "b", "verb")])
    assert [match.entry.category for match in matcher.find(document)] == ["b"]


def test_other_forms_of_a_verb_are_not_the_adjective(make_document: Make) -> None:
    document = make_document("clearing", lemmas="clear", tags="VBG", relations="amod")
    assert Matcher([Entry("clear", "a", "adjective")]).find(document) == []


def test_empty_document_and_empty_list(make_document: Make) -> None:
    assert Matcher([Entry("a", "b")]).find(make_document("")) == []
    assert Matcher([]).find(make_document("a b")) == []
