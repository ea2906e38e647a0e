"""Training tone toward a party: labels and a teacher's probabilities, the same bytes each time."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner
from scipy import sparse

from divergence.errors import LabelsError
from divergence.instruments.target_tone import WEIGHTS, read, tone
from divergence.text.annotate import annotate
from divergence.text.party_passages import passage
from divergence.training.sentiment import main
from divergence.training.soft_rows import Inputs, fit_shares, read_soft, read_unlabelled
from divergence.types import Span

LARGEST_FILE = 2_500_000
LABELLED = (
    ("Voters praised Lind.", "Lind", "positive"),
    ("Critics blamed Lind for the flood.", "Lind", "negative"),
    ("Lind spoke on Monday.", "Lind", "neutral"),
    ("Farmers praised Roth for the dam.", "Roth", "positive"),
    ("Judges blamed Roth.", "Roth", "negative"),
    ("Roth spoke in town.", "Roth", "neutral"),
)
TAUGHT = (
    ("Neighbors lauded Moser.", "Moser", [0.02, 0.03, 0.95]),
    ("Clerks lauded Weil on Friday.", "Weil", [0.05, 0.05, 0.9]),
    ("Bakers derided Moser.", "Moser", [0.9, 0.08, 0.02]),
    ("Clerks derided Weil on Friday.", "Weil", [0.94, 0.05, 0.01]),
) * 4


def _write(path: Path, rows: list[dict[str, object]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def _place(text: str, name: str) -> dict[str, object]:
    start = text.index(name)
    return {"text": text, "start": start, "end": start + len(name)}


@pytest.fixture
def vectors(tmp_path: Path) -> Path:
    words = sorted({w.strip(".").lower() for text, *_ in LABELLED + TAUGHT for w in text.split()})
    numbers = np.random.default_rng(0).normal(size=(len(words), 4)).astype("<f4")
    header = json.dumps(
        {
            "embeddings.word_embeddings.weight": {
                "dtype": "F32",
                "shape": list(numbers.shape),
                "data_offsets": [0, numbers.nbytes],
            }
        }
    ).encode()
    folder = tmp_path / "vectors"
    folder.mkdir()
    (folder / "vocab.txt").write_text("\n".join(words) + "\n", encoding="utf-8")
    (folder / "model.safetensors").write_bytes(
        len(header).to_bytes(8, "little") + header + numbers.tobytes()
    )
    return folder


@pytest.fixture
def labels(tmp_path: Path) -> Path:
    rows = [
        _place(text + more, name) | {"target": name, "label": label}
        for text, name, label in LABELLED
        for more in ("", " It rained.", " It was late.", " Nobody knew.")
    ]
    return _write(tmp_path / "labels.jsonl", rows)


@pytest.fixture
def soft(tmp_path: Path) -> Path:
    return _write(
        tmp_path / "soft.jsonl",
        [_place(text, name) | {"probs": probs} for text, name, probs in TAUGHT],
    )


def _train(*arguments: object) -> str:
    result = CliRunner().invoke(main, [str(each) for each in arguments])
    if result.exception is not None:
        raise result.exception
    return result.output


def _balance(verb: str, weights: Path) -> float:
    document = annotate(f"They {verb} Lind.")
    seen = passage(document, Span(0, 4), Span(2, 3))
    return tone(document, seen, read(weights)).balance


def test_a_teacher_brings_words_that_the_labels_lack(
    labels: Path, soft: Path, vectors: Path, tmp_path: Path
) -> None:
    for out in ("one", "two"):
        _train(labels, "--soft", soft, "--vectors", vectors, "--out", tmp_path / out, "--no-check")
    one, two = (tmp_path / out / "weights.npz" for out in ("one", "two"))
    assert one.read_bytes() == two.read_bytes()
    assert _balance("lauded", one) > 0.1
    assert _balance("derided", one) < -0.1


def test_training_without_a_teacher_checks_on_rows_held_back(
    labels: Path, vectors: Path, tmp_path: Path
) -> None:
    said = _train(labels, "--vectors", vectors, "--out", tmp_path / "out")
    assert "5-fold macro-F1" in said
    assert "24 rows, 0 of a teacher" in said
    weights = tmp_path / "out" / "weights.npz"
    assert _balance("praised", weights) > 0 > _balance("blamed", weights)


def test_a_row_of_weight_two_is_a_row_given_twice() -> None:
    draw = np.random.default_rng(1)
    named, means = draw.normal(size=(5, 3)), draw.normal(size=(5, 2))
    shares = draw.dirichlet([1, 1, 1], size=5)
    inputs = Inputs(sparse.csr_matrix(named), means)
    twice = fit_shares(inputs, shares, np.array([2.0, 1, 1, 1, 1]))
    rows = np.array([0, 0, 1, 2, 3, 4])
    repeated = fit_shares(inputs.take(rows), shares[rows], np.ones(6))
    assert twice.coefficients == pytest.approx(repeated.coefficients, abs=0.01)
    assert inputs.scores(twice).shape == (5, 3)


def test_scores_follow_shares() -> None:
    shares = np.array([[0.8, 0.1, 0.1], [0.1, 0.8, 0.1], [0.1, 0.1, 0.8]])
    inputs = Inputs(sparse.csr_matrix(np.eye(3)), np.zeros((3, 1)))
    lines = fit_shares(inputs, shares, np.ones(3))
    assert inputs.scores(lines).argmax(axis=1).tolist() == [0, 1, 2]


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"probs": [0.5, 0.5]}, "three probabilities"),
        ({"probs": [0.5, 0.5, 0.5]}, "three probabilities"),
        ({"probs": [1, -0.5, 0.5]}, "three probabilities"),
        ({"probs": [True, 0, 0]}, "three probabilities"),
        ({"probs": None}, "three probabilities"),
        ({"end": 900}, "between 0 and"),
        ({"start": 7, "end": 8}, "between 0 and"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(
    change: dict[str, object], problem: str, tmp_path: Path
) -> None:
    good = {"text": "Critics blamed Lind.", "start": 15, "end": 19, "probs": [1, 0, 0]}
    path = _write(tmp_path / "soft.jsonl", [good, good | change])
    with pytest.raises(LabelsError, match=rf"line 2: .*{problem}"):
        read_soft(path)


def test_rows_without_probabilities_can_be_judged(tmp_path: Path) -> None:
    path = _write(tmp_path / "rows.jsonl", [_place("Critics blamed Lind.", "Lind")])
    assert [row.start for row in read_unlabelled(path)] == [15]


def test_the_file_that_ships_is_small() -> None:
    assert WEIGHTS.stat().st_size <= LARGEST_FILE
