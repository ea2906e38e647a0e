"""Lemmas are learned from what was seen, and endings carry over to what was not."""

from __future__ import annotations

from pathlib import Path

from divergence.text.lemmas import find_lemma
from divergence.training.lemmas import learn_lemmas
from divergence.validation.conllu import read_conllu

PAIRS = [
    *(("walked", "walk", "VBD"), ("talked", "talk", "VBD"), ("shouted", "shout", "VBD")),
    *(("went", "go", "VBD"), ("Hale", "Hale", "NNP"), ("Armies", "army", "NNS")),
    *(("cities", "city", "NNS"), ("ladies", "lady", "NNS"), ("boys", "boy", "NNS")),
]


def test_words_seen_and_endings_learned(tmp_path: Path) -> None:
    rows = [
        f"{number}\t{form}\t{lemma}\tX\t{tag}\t_\t{number - 1}\tdep\t_\t_"
        for number, (form, lemma, tag) in enumerate(PAIRS, start=1)
    ]
    path = tmp_path / "pairs.conllu"
    path.write_text("\n".join(rows) + "\n\n", encoding="utf-8")
    table = learn_lemmas(read_conllu(path))
    assert [find_lemma(table, form, tag) for form, _, tag in PAIRS] == [
        lemma for _, lemma, _ in PAIRS
    ]
    assert find_lemma(table, "Balked", "VBD") == "balk"
    assert find_lemma(table, "Parties", "NNS") == "party"
    assert find_lemma(table, "Roe", "NNP") == "Roe"
    assert find_lemma(table, "Unknown", "XX") == "unknown"
