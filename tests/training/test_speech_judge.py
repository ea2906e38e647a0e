"""Training the judge: candidates get the readers' labels, and it learns to keep what they label."""

from __future__ import annotations

import json
from pathlib import Path

from divergence.training.speech_judge import (
    Judged,
    cross_validate,
    learn,
    read_accounts,
    read_judged_sentences,
)

TEXT = "The mayor said the dam was safe. The mayor signed the bill that would close the dam."


def account(folder: Path) -> Path:
    row = {
        "article": "a",
        "content": "the dam was safe",
        "cue": "said",
        "cue_at": "mayor said the dam",
        "speaker": "the mayor",
        "speaker_kind": "role",
        "side": None,
        "form": "indirect",
        "stance": "neutral",
    }
    article = {"id": "a", "source": "Herald", "text": TEXT}
    others: dict[str, list[object]] = {
        key: [] for key in ("figures", "matters", "only", "conflicts")
    }
    labels = {"event": "dam", "sides": {}, "articles": [article], "speech": [row], **others}
    path = folder / "dam.json"
    path.write_text(json.dumps(labels), encoding="utf-8")
    return path


def test_a_candidate_has_the_label_of_the_cue_that_it_touches(tmp_path: Path) -> None:
    rows = list(read_accounts([account(tmp_path)]))
    labels = {name for row in rows if row.labelled for name in row.features if "lemma" in name}
    assert "verb lemma say" in labels
    assert all(row.event == "dam" for row in rows)
    assert sum(row.labelled for row in rows) == 1


def test_invented_sentences_say_which_cue_is_words(tmp_path: Path) -> None:
    path = tmp_path / "sentences.txt"
    path.write_text(
        "# Two of them.\nThe mayor [said]+ the dam was safe.\nThe mayor [signed]- the bill.\n",
        encoding="utf-8",
    )
    rows = list(read_judged_sentences(path))
    assert {row.labelled for row in rows if "verb lemma say" in row.features} == {True}
    assert not any(row.labelled for row in rows if "verb lemma sign" in row.features)


def judged(event: str, text: str, name: str, *, labelled: bool) -> Judged:
    return Judged(event, text, {name: 1.0}, labelled)


def rows_of(event: str) -> list[Judged]:
    return [
        judged(event, f"{event}{n}", name, labelled=name == "says")
        for n in range(3)
        for name in ("says", "signs")
    ]


def test_what_is_labelled_is_learned_and_what_is_rare_is_left_out() -> None:
    weights = learn([*rows_of("a"), judged("a", "a0", "rare", labelled=True)])
    assert weights["says"] > 0 > weights["signs"]
    assert "rare" not in weights


def test_each_event_is_judged_by_the_others() -> None:
    rightly, kept, labelled = cross_validate([*rows_of("a"), *rows_of("b")], [])
    assert (rightly, labelled) == (6, 6)
    assert kept >= rightly
