"""Left and right on the same stories: their wording parts more than articles at random."""

from __future__ import annotations

import gzip
import json
import re

import pytest

from divergence.comparing.words.party_texts import Texts
from divergence.comparing.words.vocabulary_shift import word_shift
from tests.conftest import SHARED

TRIPLES = SHARED / "corpora" / "events" / "allsides-triples.dev.jsonl.gz"
STORIES = 150


@pytest.mark.slow
@pytest.mark.needs_data
def test_wording_of_left_and_right_parts_more_than_shuffled_articles():
    if not TRIPLES.is_file():
        pytest.skip(f"{TRIPLES} is not there")
    with gzip.open(TRIPLES, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    stories = sorted({row["event"] for row in rows})[:STORIES]
    sides = [_side(rows, stories, leaning) for leaning in ("left", "right")]
    shift = word_shift(*sides, rounds=400)
    assert shift.n_events == STORIES
    assert shift.divergence > shift.floor_high
    assert shift.p < 0.01


def _side(rows: list[dict[str, str]], stories: list[str], leaning: str) -> Texts:
    chosen = [row for row in rows if row["leaning"] == leaning and row["event"] in stories]
    return Texts(
        leaning,
        tuple(((tuple(re.findall(r"[a-z']+", row["text"].lower()))),) for row in chosen),
        tuple(row["event"] for row in chosen),
    )
