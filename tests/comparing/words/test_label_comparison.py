"""Labels of actors side by side, on digests made by hand."""

from dataclasses import replace

import pytest

from divergence.comparing.words.label_comparison import joined_names, namings
from divergence.digesting.actor_labels import Label, Labels


@pytest.fixture
def labelled(column, one_tally, one_digest):
    columns = [column("x.y")]

    def make(source, article, names, labels):
        tally = one_tally(source, article, [[[[1, 1], [1, 1]]]], columns)
        digest = one_digest(tally, ["Orvan left."])
        made = tuple(Label(actor, label, 0) for actor, label in labels)
        return replace(digest, labels=Labels(tuple(sorted(names.items())), made))

    return make


def test_labels_are_counted_and_contrasted(labelled):
    rows = namings(
        [
            labelled("A", "1", {"Orvan": 2}, [("Orvan", "rebels"), ("Orvan", "group")]),
            labelled("A", "2", {"Orvan": 1}, [("Orvan", "rebels")]),
            labelled("B", "3", {"Orvan": 4}, [("Orvan", "army"), ("Orvan", "group")]),
        ]
    )
    cells = [(r.source, r.label, r.count, r.n_articles, r.n_mentions, r.only_here) for r in rows]
    assert cells == [
        ("A", "rebels", 2, 2, 3, True),
        ("A", "group", 1, 1, 3, False),
        ("B", "army", 1, 1, 4, True),
        ("B", "group", 1, 1, 4, False),
    ]
    assert [ref.article for ref in rows[0].sentences] == ["1", "2"]


def test_an_actor_of_one_source_is_left_out(labelled):
    rows = namings(
        [
            labelled("A", "1", {"Orvan": 1}, [("Orvan", "rebels")]),
            labelled("B", "2", {"Brenholm": 1}, []),
        ]
    )
    assert rows == ()


def test_short_names_join_the_only_longer_one():
    assert joined_names(["Lin", "Ada Lin"])["Lin"] == "Ada Lin"
    assert joined_names(["Lin", "Ada Lin", "Bo Lin"])["Lin"] == "Lin"


def test_nothing():
    assert namings([]) == ()
