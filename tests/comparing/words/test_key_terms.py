"""Key terms of made-up papers: events, collocations, dispersion, priors, hostile input."""

import math

import pytest

from divergence.comparing.cautions import because
from divergence.comparing.words.key_terms import ONE_ARTICLE, key_terms
from divergence.comparing.words.keyness import log_odds
from divergence.comparing.words.party_texts import Texts
from divergence.comparing.words.priors import POOLED, background_prior, corpus_prior
from divergence.errors import UsageError
from divergence.instruments.background_counts import background


def texts(name, *articles, events=(), pairs=False):
    made = tuple(
        tuple(tuple(sentence.split()) for sentence in article.split(".") if sentence.split())
        for article in articles
    )
    places = tuple(
        tuple(tuple(range(len(sentence) - 1)) for sentence in article) for article in made
    )
    return Texts(name, made, events, places if pairs else ())


def test_articles_are_counted_and_single_sentences_left_out():
    mine = texts("A", "harbor fire. harbor fire", "harbor once")
    theirs = texts("B", "harvest fire. harvest")
    terms = key_terms(mine, theirs).terms
    assert [terms[0].term, terms[-1].term] == ["harbor", "harvest"]
    assert "once" not in {term.term for term in terms}
    assert (terms[0].count, terms[0].n_articles, terms[0].count_reference) == (3, 2, 0)
    # Two of four words in the first article (2/3 of the uses), one of two in the second.
    assert terms[0].dispersion == pytest.approx((2 / 3 - 4 / 6) + 0.0, abs=1e-12)
    assert math.isnan(terms[-1].dispersion)


def test_swapping_the_parties_mirrors_the_list():
    mine = texts("A", "harbor fire. harbor fire", "harbor once", events=("x", "y"))
    theirs = texts("B", "harvest fire. harvest", "harvest once. fire", events=("x", "y"))
    forth, back = key_terms(mine, theirs).terms, key_terms(theirs, mine).terms
    assert [term.term for term in forth] == [term.term for term in back][::-1]
    assert [term.z for term in forth] == [-term.z for term in back][::-1]
    assert all(term.n_events for term in forth)


def test_one_event_is_the_plain_log_odds():
    mine, theirs = "war and fire. war and rain", "peace and fire. peace and rain and rain"
    terms = key_terms(texts("A", mine), texts("B", theirs), prior=POOLED).terms
    counts_a, counts_b = (
        {word: text.replace(".", "").split().count(word) for word in text.replace(".", "").split()}
        for text in (mine, theirs)
    )
    both = {w: counts_a.get(w, 0) + counts_b.get(w, 0) for w in {*counts_a, *counts_b}}
    expected = {e.term: e.z for e in log_odds(counts_a, counts_b, both, strength=6)}
    assert {e.term: e.z for e in terms} == pytest.approx(
        {e.term: expected[e.term] for e in terms}, abs=1e-9
    )
    named = key_terms(
        texts("A", mine, events=("x",)), texts("B", theirs, events=("x",)), prior=POOLED
    ).terms
    assert [(e.term, e.z) for e in named] == [(e.term, e.z) for e in terms]


def test_topic_does_not_pass_for_slant():
    flood, vote = "flood water rose fast. " * 4, "vote count went on. " * 4
    a = texts("A", flood, flood, flood, vote, events=("f", "f", "f", "v"))
    b = texts("B", flood, vote, vote, vote, events=("f", "v", "v", "v"))
    assert all(abs(term.z) < 0.5 for term in key_terms(a, b).terms)
    blind = {e.term: e.z for e in key_terms(texts("A", flood * 3, vote), texts("B", flood)).terms}
    assert blind["vote"] > 0.5


def test_articles_on_other_events_are_left_out():
    a = texts("A", "harbor fire. harbor fire", "opera opera. opera", events=("x", "z"))
    b = texts("B", "port fire. port fire", "ballet. ballet", events=("x", ""))
    keyness = key_terms(a, b)
    assert {term.term for term in keyness.terms} == {"harbor", "port"}
    basis = keyness.basis
    assert (basis.n_events, basis.n_words, basis.n_words_reference) == (1, 4, 4)
    assert basis.cautions == ()
    more = texts("A", "harbor fire. harbor fire", "opera " * 9, events=("x", "z"))
    assert key_terms(more, b).basis.cautions == (because("words_on_other_events"),)


def test_a_collocation_stands_for_its_words():
    mine = texts(
        "A", "the private army left. a private army came. their private army. " * 4, pairs=True
    )
    theirs = texts("B", "the fighters left. some fighters came. their fighters. " * 4, pairs=True)
    terms = {term.term: term for term in key_terms(mine, theirs).terms}
    assert terms["private army"].count == 12
    assert not {"private", "army"} & set(terms)


def test_a_word_with_other_uses_stands_for_itself():
    mine = texts("A", "private army. private army. private army. " + "army now. " * 9, pairs=True)
    theirs = texts("B", "fighters left. fighters came. " * 9, pairs=True)
    terms = {term.term for term in key_terms(mine, theirs).terms}
    assert "army" in terms
    assert "private army" not in terms


def test_a_term_of_one_article_comes_after_those_of_several():
    mine = texts("A", "ghost. " * 9 + "harbor", "harbor today", "harbor here")
    theirs = texts("B", "port today", "port here", "port")
    mine_only = [term for term in key_terms(mine, theirs).terms if term.z > 0]
    assert mine_only[0].term == "harbor"
    assert (mine_only[-1].term, mine_only[-1].cautions) == ("ghost", (ONE_ARTICLE,))
    assert mine_only[-1].z > mine_only[0].z


def test_a_word_is_not_key_to_a_text_that_lacks_it():
    short, long = texts("A", "rain. rain"), texts("B", "the rain. " * 400 + "photos. " * 3)
    assert all(term.count for term in key_terms(short, long).terms if term.z > 0)


def test_the_prior_is_named_with_its_strength():
    a, b = texts("A", "war war war"), texts("B", "peace war")
    assert "4,000 US news articles" in str(key_terms(a, b).basis.prior)
    assert key_terms(a, b).basis.strength == 2
    own = key_terms(a, b, prior=corpus_prior({"war": 5}, "my archive")).basis
    assert str(own.prior) == "80% word frequencies of my archive, 20% spread evenly"
    pooled = key_terms(a, b, prior=POOLED).basis.prior
    assert str(pooled) == "word frequencies of the compared texts, pooled"


def test_priors_without_sense_are_refused():
    with pytest.raises(UsageError, match="no word has a count"):
        corpus_prior({}, "nothing")
    with pytest.raises(UsageError, match="'x' has no count"):
        corpus_prior({"x": -1}, "wrong")
    assert background_prior().unlisted == background().least / 2


@pytest.mark.parametrize("other", [(), ("",), ("...",)])
def test_nothing_to_compare(other):
    keyness = key_terms(texts("A", "war came"), texts("B", *other))
    assert keyness.terms == ()
    assert keyness.basis.cautions == (because("party_without_words"),)


def test_one_word_each():
    assert key_terms(texts("A", "war"), texts("B", "war")).terms == ()
    assert {
        e.term for e in key_terms(texts("A", "war. war"), texts("B", "peace. peace")).terms
    } == {
        "war",
        "peace",
    }


def test_hundreds_of_events():
    events = tuple(f"e{number}" for number in range(300))
    a = texts("A", *["harbor fire today"] * 300, events=events)
    b = texts("B", *["port fire today"] * 300, events=events)
    terms = key_terms(a, b).terms
    assert (terms[0].term, terms[0].n_events) == ("harbor", 300)
