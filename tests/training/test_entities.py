"""Training types of mentions: labels from marked texts and from a teacher, and no name by heart."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
from click.testing import CliRunner

from divergence.text.dependency_tree import Tree
from divergence.text.entities.mentions import TYPES, load, scores_of
from divergence.text.entities.noun_phrases import noun_phrases
from divergence.text.syntax import parse
from divergence.training.entities import (
    NONE,
    UNKNOWN,
    Labelled,
    labelled,
    learn,
    learn_designators,
    main,
    silver_labels,
    write,
)
from divergence.types import EntityType, Span
from divergence.validation.entities.rows import GoldMention, GoldText

TOWN = "Ada Lin left the town of Velm on Friday. The mayor of Velm saw Ada Lin."
MARKED: list[tuple[str, EntityType]] = [
    ("Ada Lin", "person"),
    ("the town of Velm", "place"),
    ("Velm", "place"),
    ("Friday", "time"),
    ("The mayor of Velm", "person"),
]


def town() -> Labelled:
    mentions = tuple(
        GoldMention(Span(start, start + len(words)), kind, number)
        for number, (words, kind) in enumerate(MARKED)
        for start in [TOWN.index(words)]
    )
    return labelled(GoldText(1, TOWN, mentions), Tree.of(TOWN, parse(TOWN)))


def named(text: Labelled) -> dict[str, int]:
    return {
        text.tree.text_of(phrase.whole): label
        for phrase, label in zip(text.phrases, text.labels, strict=True)
    }


def test_a_phrase_has_the_type_of_the_mention_with_its_head() -> None:
    labels = named(town())
    assert labels["the town of Velm"] == TYPES.index("place")
    assert labels["The mayor of Velm"] == TYPES.index("person")
    assert labels["Friday"] == TYPES.index("time")


def test_what_nobody_marked_is_no_mention() -> None:
    nobody = labelled(GoldText(1, TOWN, ()), Tree.of(TOWN, parse(TOWN)))
    assert set(nobody.labels) == {NONE}


def test_words_of_names_that_are_nouns_elsewhere_may_be_learned() -> None:
    texts = []
    for text in ("The county of Velm County is small.", "Halden County is a county."):
        tree = Tree.of(text, parse(text))
        texts.append(labelled(GoldText(1, text, ()), tree))
    assert learn_designators(texts) == {"county"}


def test_a_teacher_labels_names_alone_and_a_person_behind_an_office() -> None:
    text = "Police Chief Ada Lin moved to Halden. The baker waited."
    tree = Tree.of(text, parse(text))
    start, place = text.index("Ada"), text.index("Halden")
    names = [(Span(start, start + 7), "PERSON"), (Span(place, place + 6), "GPE")]
    labels = named(silver_labels(tree, names))
    assert labels["Police Chief Ada Lin"] == TYPES.index("person")
    assert labels["Halden"] == TYPES.index("place")
    assert labels["The baker"] == UNKNOWN


def test_a_teacher_that_contradicts_itself_is_not_heard() -> None:
    text = "Velm is old. He saw Velm."
    tree = Tree.of(text, parse(text))
    second = text.rindex("Velm")
    names = [(Span(0, 4), "PERSON"), (Span(second, second + 4), "GPE")]
    assert named(silver_labels(tree, names))["Velm"] == UNKNOWN


def test_what_is_learned_of_one_name_holds_for_any(tmp_path: Path) -> None:
    learned = learn([town(), town()], {})
    assert not [name for name in learned.names if "lin" in name.lower() or "velm" in name.lower()]
    write(learned, tmp_path)
    model = load(tmp_path)
    tree, other = town().tree, {"Ada": "Bo", "Lin": "Rask", "Velm": "Tarn"}
    syntax = replace(
        tree.syntax,
        words=tuple(other.get(word, word) for word in tree.syntax.words),
        lemmas=tuple(other.get(lemma, lemma) for lemma in tree.syntax.lemmas),
    )
    renamed = replace(tree, syntax=syntax)
    first, second = (scores_of(model, text, noun_phrases(text)) for text in (tree, renamed))
    assert np.array_equal(first, second)


def test_one_command_writes_the_same_bytes_twice(tmp_path: Path) -> None:
    entities = [
        {
            "start": TOWN.index(words),
            "end": TOWN.index(words) + len(words),
            "type": kind,
            "chain": 1,
        }
        for words, kind in MARKED
    ]
    data = tmp_path / "texts.jsonl"
    data.write_text(2 * (json.dumps({"text": TOWN, "entities": entities}) + "\n"), "utf-8")
    written = []
    for name in ("first", "second"):
        result = CliRunner().invoke(main, [str(data), "--out", str(tmp_path / name)])
        assert result.exit_code == 0, result.output
        written.append([path.read_bytes() for path in sorted((tmp_path / name).iterdir())])
    assert len(written[0]) == 2
    assert written[0] == written[1]
