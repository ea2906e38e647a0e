import json

import numpy as np
import pytest

from divergence.instruments.sentence_similarity import similarity, words

BASE = "Rescuers pulled 14 miners from the flooded shaft near Tarn on Tuesday."


def test_a_sentence_is_most_like_itself():
    itself, close, part, other, empty = similarity(
        [
            (BASE, BASE),
            (BASE, "Fourteen miners were pulled from a flooded shaft near Tarn, rescuers said."),
            (BASE, "A shaft of light fell into the room near the door."),
            (BASE, "The orchestra will tour Japan next spring."),
            (BASE, "..."),
        ]
    )
    assert itself > 0.9
    assert itself > close > part > other >= empty == 0.0
    assert close > 0.48 > part


def test_similarity_does_not_depend_on_side_or_company():
    pair = ("The dam broke at dawn.", "At dawn, the old dam broke.")
    alone = similarity([pair])[0]
    assert similarity([pair[::-1]])[0] == alone
    assert similarity([pair, (BASE, BASE), (BASE, pair[0])])[0] == alone


def test_a_conflicting_number_counts_against():
    same, other = similarity(
        [
            ("The quake killed 310 people.", "The quake killed 310 people."),
            ("The quake killed 310 people.", "The quake killed 120 people."),
        ]
    )
    assert other < same - 0.05


def test_number_words_and_digits_are_one():
    assert words("Seven boats, 1,200 crew") == ["7", "boats", "1200", "crew"]
    assert words("Malin’s") == ["malin"]


def test_no_pairs():
    assert similarity([]).shape == (0,)


@pytest.mark.needs_data
def test_agreement_with_people(shared):
    path = shared / "corpora" / "alignment" / "sts-news.dev.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    found = similarity((row["a"], row["b"]) for row in rows)
    assert np.corrcoef(found, [row["similarity"] for row in rows])[0, 1] > 0.78
