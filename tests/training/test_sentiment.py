"""Training tone toward a party: the same bytes each time, signs as expected."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from divergence.instruments.target_tone import WEIGHTS, read, tone
from divergence.text.annotate import annotate
from divergence.text.party_passages import passage
from divergence.training.sentiment import main
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


def _write(path: Path, rows: list[dict[str, object]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def _place(text: str, name: str) -> dict[str, object]:
    start = text.index(name)
    return {"text": text, "start": start, "end": start + len(name)}


@pytest.fixture
def vectors(tmp_path: Path) -> Path:
    words = sorted({w.strip(".").lower() for text, *_ in LABELLED for w in text.split()})
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


def _train(*arguments: object) -> str:
    result = CliRunner().invoke(main, [str(each) for each in arguments])
    if result.exception is not None:
        raise result.exception
    return result.output


def _balance(verb: str, weights: Path) -> float:
    document = annotate(f"They {verb} Lind.")
    seen = passage(document, Span(0, 4), Span(2, 3))
    return tone(document, seen, read(weights)).balance


def test_training_checks_on_rows_held_back(labels: Path, vectors: Path, tmp_path: Path) -> None:
    printed = _train(labels, "--vectors", vectors, "--out", tmp_path / "out")
    assert "5-fold macro-F1" in printed
    assert "24 rows" in printed
    _train(labels, "--vectors", vectors, "--out", tmp_path / "again", "--no-check")
    weights, again = (tmp_path / out / "weights.npz" for out in ("out", "again"))
    assert weights.read_bytes() == again.read_bytes()
    assert _balance("praised", weights) > 0 > _balance("blamed", weights)


def test_the_file_that_ships_is_small() -> None:
    assert WEIGHTS.stat().st_size <= LARGEST_FILE
