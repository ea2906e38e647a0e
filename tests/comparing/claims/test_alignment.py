import math

from divergence.comparing.claims.alignment import align
from divergence.digesting.quotable import SentenceRef

NORTH = [
    "A fire destroyed the old harbor warehouse in Malin on Monday night.",
    "Mayor Ada Lin said 40 people were moved to a school.",
    "The cause is not known.",
    "Insurers put the loss at 3 million crowns.",
]
SOUTH = [
    "The old harbor warehouse in Malin was destroyed by a fire on Monday night.",
    "About 40 people were moved to a school, Mayor Ada Lin said.",
    "Fishing boats were not damaged.",
]
EAST = ["Fire destroyed an old warehouse at the harbor in Malin late on Monday night."]


def refs(source, texts, article="1"):
    return [
        SentenceRef(f"{source}{article}", source, number, 0, len(text), text)
        for number, text in enumerate(texts)
    ]


def test_what_all_say_what_some_say_and_what_one_says():
    found = align([*refs("N", NORTH), *refs("S", SOUTH), *refs("E", EAST)], event="fire")
    first, second, *alone = found
    assert first.sources == ("E", "N", "S")
    assert first.missing == ()
    assert {ref.sentence for ref in first.sentences} == {0}
    assert second.sources == ("N", "S")
    assert second.missing == ("E",)
    assert 0.48 <= first.similarity <= 1
    assert [(each.sources, each.sentences[0].sentence) for each in alone] == [
        (("N",), 2),
        (("N",), 3),
        (("S",), 2),
    ]
    assert all(math.isnan(each.similarity) for each in alone)
    assert {each.event for each in found} == {"fire"}


def test_every_sentence_is_in_one_statement():
    sentences = [*refs("N", NORTH), *refs("S", SOUTH), *refs("E", EAST)]
    found = align(sentences)
    listed = [ref for each in found for ref in each.sentences]
    assert sorted(listed, key=repr) == sorted(sentences, key=repr)


def test_never_two_sentences_of_one_article():
    twice = [NORTH[0], NORTH[0]]
    found = align([*refs("N", twice), *refs("S", SOUTH[:1])])
    assert sorted(len(each.sentences) for each in found) == [1, 2]
    (alone,) = (each for each in found if len(each.sentences) == 1)
    # The counterpart went to the other one: nobody is missing here.
    assert alone.missing == ()


def test_articles_of_one_source_count_once():
    found = align([*refs("N", NORTH[:1], "1"), *refs("N", SOUTH[:1], "2"), *refs("S", EAST)])
    assert found[0].sources == ("N", "S")
    assert len(found[0].sentences) == 3


def test_order_changes_nothing():
    sentences = [*refs("N", NORTH), *refs("S", SOUTH), *refs("E", EAST)]
    assert repr(align(sentences)) == repr(align(sentences[::-1]))


def test_nothing_in_common_and_nothing_at_all():
    found = align([*refs("N", ["Wheat prices rose again this week."]), *refs("S", SOUTH[2:])])
    assert [each.missing for each in found] == [("S",), ("N",)]
    assert align([]) == ()
    (single,) = align(refs("N", NORTH[:1]))
    assert single.missing == ()


def test_short_remarks_are_not_linked():
    found = align([*refs("N", ["He said so."]), *refs("S", ["He said so."])])
    assert [len(each.sentences) for each in found] == [1, 1]
