"""Lists of one's own: what counts, counted by hand, and the same by every door."""

from __future__ import annotations

import copy
import math
import pickle
from dataclasses import fields
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from divergence.errors import UsageError
from divergence.lexicons.packaged import load
from divergence.lexicons.word_list import Entry
from divergence.lists import list_features
from divergence.lists.chosen_features import select
from divergence.lists.coverage import coverage
from divergence.lists.lexicon import Lexicon
from divergence.measuring.measure import measure
from divergence.text.annotate import annotate
from divergence.types import Document

TEXT = (
    "Floods hit Oslund as high water broke the sea-wall. "
    '"We can\'t hold the flood," the mayor said. The water rose.'
)


def found(words: list[str], text: str, **more: str) -> list[str]:
    lexicon = Lexicon.from_words("mine", words, **more)  # type: ignore[arg-type]
    return [text[e.start : e.end] for e in lexicon.find(text)]


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        (["attack"], "They attacked. Attacks followed; the ATTACK failed.", 3),
        (["attacks"], "They attacked. Attacks followed; the attack failed.", 1),
        (["attack*"], "An attacker was attacked, not counterattacked.", 2),
        (["red alert"], "A red alert, then red alerts; red, alert.", 2),
        (["state* of emergenc*"], "States of emergency differ from a state of alarm.", 1),
        (["can't"], "They can't go. They CAN’T stay. They can go.", 2),
        (["so-called"], "The so-called truce was so called.", 1),
        (["air-strike"], "Air-strikes came; an air strike did not.", 1),
        (["strike"], "Two air-strikes.", 1),
        (["U.S.-led"], "A U.S.-led force.", 1),
        (["AT&T"], "Lines of AT&T fell.", 1),
        (["don*"], "We don't. They donate.", 2),
        (["flood*"], "The flood rose.", 1),
        (["high flood*"], "A high flood, then high flooding.", 2),
        (["café"], "The CAFÉ and the cafe\u0301 closed.", 2),
        (["no doubt"], "There is no. Doubt remains.", 0),
        (["20,000"], "Some 20,000 left.", 1),
        (["alert"], "", 0),
    ],
)
def test_what_counts_as_a_match(words: list[str], text: str, expected: int) -> None:
    assert len(found(words, text)) == expected


def test_words_as_written_leave_other_forms_out() -> None:
    assert found(["attack"], "They attacked in an attack.", match="word") == ["attack"]


def test_the_longest_match_wins_and_is_counted_once() -> None:
    words = ["high", "water", "high water", "high water mark"]
    assert found(words, "High water rose to the high water mark of high ground.") == [
        "High water",
        "high water mark",
        "high",
    ]


def test_a_form_goes_before_a_lemma_and_that_before_a_wildcard(make_document) -> None:
    entries = {"raids": "form", "raid": "lemma", "raid*": "wildcard", "ra*": "short"}
    for gone in ("", "raids", "raid", "raid*"):
        entries.pop(gone, None)
        lexicon = Lexicon(
            "mine", "Mine", "", "", "", "", tuple(Entry(*e) for e in entries.items()), "lemma"
        )
        document = make_document("raids", lemmas="raid")
        expected = next(iter(entries.values()))
        assert [e.category for e in lexicon.find(document)] == [expected]


def test_rate_is_what_a_hand_counts() -> None:
    # 22 words, can't and sea-wall are two each. Floods, high water, flood: 3; quoted: 1 of 6.
    lexicon = Lexicon.from_words("flood", ["flood*", "high water"])
    assert sum(annotate(TEXT).is_word) == 22
    assert lexicon.rate(TEXT) == pytest.approx(300 / 22)
    assert lexicon.rate(TEXT, voice="quoted") == pytest.approx(100 / 6)
    assert lexicon.rate(TEXT, voice="reporter") == pytest.approx(200 / 16)
    assert math.isnan(lexicon.rate(""))


def test_weights_add_up_and_have_a_mean() -> None:
    mood = Lexicon.from_words("mood", {"grim": -2, "calm": 1, "dull": 0})
    assert mood.rate("A grim, grim and calm but dull night.") == pytest.approx(-300 / 8)
    assert mood.mean("A grim, grim and calm but dull night.") == pytest.approx(-3 / 4)
    assert math.isnan(mood.mean("Nothing."))
    assert [m.bounds for m in list_features.feature(mood).measures] == [
        (-math.inf, math.inf),
        (-2.0, 1.0),
    ]


def test_a_term_of_two_categories_counts_in_both(tmp_path: Path) -> None:
    path = tmp_path / "Strong feelings.csv"
    path.write_text("term,category\nfurious,Anger\nfurious,High arousal\nafraid,Fear\n")
    lexicon = Lexicon.from_file(path)
    assert lexicon.name == "strong_feelings"
    assert lexicon.rate("Furious crowds ran.", "anger") == pytest.approx(100 / 3)
    assert lexicon.rate("Furious crowds ran.", "high_arousal") == pytest.approx(100 / 3)
    assert lexicon.rate("Furious crowds ran.", "fear") == 0
    assert coverage(lexicon, [annotate("Furious crowds ran.")]).tokens == pytest.approx(1 / 3)
    assert [m.title for m in list_features.feature(lexicon).measures][1] == "Strong feelings: Fear"


def test_all_doors_give_the_same_number() -> None:
    flood = Lexicon.from_words("flood", ["flood*", "high water"])
    table = measure([TEXT], features=["hedging", flood])
    row = next(iter(table.rows()))
    for voice in ("reporter", "quoted"):
        assert row[f"flood.rate|{voice}"] == flood.rate(TEXT, voice=voice)  # type: ignore[arg-type]
    assert row["flood.rate"] == flood.rate(TEXT) == flood.rate(annotate(TEXT))
    words = sum(annotate(TEXT).is_word)
    assert row["flood.rate"] == pytest.approx(100 * len(flood.find(TEXT)) / words)


def test_a_list_can_be_sent_to_another_process() -> None:
    flood = Lexicon.from_words("flood", ["flood*"])
    assert pickle.loads(pickle.dumps(flood)) == copy.deepcopy(flood) == flood
    feature = pickle.loads(pickle.dumps(list_features.feature(flood)))
    assert feature.find(annotate(TEXT)) == flood.find(TEXT)


def test_a_list_of_the_package_can_be_looked_for_as_it_stands() -> None:
    hedges = load("hedges")
    held = {field.name: getattr(hedges, field.name) for field in fields(hedges)}
    assert Lexicon(**held).rate("Perhaps.", "adverb") == 100.0


def test_wrong_questions_are_refused(tmp_path: Path) -> None:
    two = tmp_path / "two.csv"
    two.write_text("term,category\nup,A\ndown,B\n")
    lexicon, plain = Lexicon.from_file(two), Lexicon.from_words("p", ["up"])
    for wrong, message in (
        (lambda: lexicon.rate("Up."), "several categories; name one of a, b"),
        (lambda: lexicon.rate("Up.", "c"), "unknown category of 'two' 'c'"),
        (lambda: plain.rate("Up.", voice="editor"), "unknown voice"),
        (lambda: plain.mean("Up."), "has no weights"),
        (lambda: plain.check("Up."), "put a single one into a list"),
        (lambda: Lexicon.from_words("p", "up"), "give several words"),
        (lambda: Lexicon.from_words("p", [3]), "3 is not a word"),
        (lambda: Lexicon.from_words("p", {"up": True}), "weight of 'up' must be a number"),
        (lambda: Lexicon.from_words("!", ["up"]), "needs a letter or a digit"),
        (lambda: Lexicon.from_words("p", ["up"], family="claims"), "unknown family 'claims'"),
        (lambda: Lexicon.from_words("p", ["up"], match="stem"), "unknown way to match"),
        (lambda: Lexicon.from_words("Hedging", ["up"]), "of the package"),
        (lambda: Lexicon.from_words("hedges", ["up"]), "of the package"),
        (lambda: select([plain, Lexicon.from_words("P", ["x"])]), "two features are called 'p'"),
    ):
        with pytest.raises(UsageError, match=message):
            wrong()


def test_categories_that_would_share_a_measure_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "joy.csv"
    path.write_text("term,category,weight\nglad,joy,2\nhappy,joy_mean,1\n")
    with pytest.raises(UsageError, match=r"two measures 'joy\.joy_mean'"):
        Lexicon.from_file(path).find("Glad.")


TERM = st.lists(
    st.text(st.sampled_from("abcßéİÅ'’-&."), min_size=1, max_size=6), min_size=1, max_size=3
).map(" ".join)


@given(st.lists(TERM, min_size=1, max_size=8, unique=True), st.randoms(use_true_random=False))
def test_order_and_capitals_of_the_lines_do_not_matter(terms: list[str], random) -> None:
    shuffled = [random.choice([str.upper, str.lower, str])(term) for term in terms]
    random.shuffle(shuffled)
    assert Lexicon.from_words("a", terms).entries == Lexicon.from_words("a", shuffled).entries


@given(st.lists(st.sampled_from("a b aa ab ba b-a a'b A. a* ab* b*".split()), max_size=12))
def test_matches_do_not_overlap_and_lie_in_one_sentence(words: list[str]) -> None:
    terms = ["a", "ab*", "a b", "b-a", "a'b", "b* a", "A.", "ba aa ab"]
    document = annotate(" ".join(words))
    lexicon = Lexicon.from_words("a", terms)
    spans = [(e.start, e.end) for e in lexicon.find(document)]
    assert spans == sorted(spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    sentences = [document.characters(span) for span in document.syntax.sentences]
    assert all(any(s <= a and b <= e for s, e in sentences) for a, b in spans)


@given(st.sampled_from(["Floods hit the town.", "HIGH WATER AND A FLOOD", "The flood-wall held."]))
def test_capitals_of_the_text_do_not_matter(text: str) -> None:
    flood = Lexicon.from_words("flood", ["flood*", "High Water"], match="word")
    assert flood.rate(text) == flood.rate(text.upper()) == flood.rate(text.lower())


def test_evidence_has_its_place_and_voice(make_document) -> None:
    document: Document = make_document("Rain fell . Rain ?", quoted=(3,))
    found = Lexicon.from_words("rain", {"rain": 2.5}).find(document)
    assert [(e.feature, e.category, e.sentence, e.voice, e.weight) for e in found] == [
        ("rain", "term", 0, "reporter", 2.5),
        ("rain", "term", 1, "quoted", 2.5),
    ]


def test_each_file_is_named_by_its_own_digest(tmp_path: Path) -> None:
    path = tmp_path / "flood.txt"
    references = []
    for text in ("flood*", "# of 2024\nflood*"):
        path.write_text(text)
        references.append(list_features.feature(Lexicon.from_file(path)).reference)
    assert references[0] != references[1]
