import json

import numpy as np
import pytest
from click.testing import CliRunner

from divergence.instruments.sentence_similarity import AGREEMENTS
from divergence.training.alignment import correlation, fit, held_out, main


def test_fit_finds_a_linear_rule():
    random = np.random.default_rng(0)
    inputs = random.normal(size=(400, 2))
    scores = 0.5 + inputs @ [2.0, -1.0]
    assert fit(inputs, scores) == pytest.approx([0.5, 2.0, -1.0], abs=1e-3)
    assert correlation(held_out(inputs, scores), scores) == pytest.approx(1.0, abs=1e-6)
    shuffled = random.permutation(scores)
    assert abs(correlation(held_out(inputs, shuffled), shuffled)) < 0.2


def test_command_writes_a_weight_for_every_agreement(tmp_path):
    texts = ["The dam broke at dawn.", "Dawn broke over the dam.", "Bread is dear.", "Rain fell."]
    rows = [{"a": a, "b": b, "similarity": 5.0 if a == b else 1.0} for a in texts for b in texts]
    data = tmp_path / "pairs.jsonl"
    data.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    result = CliRunner().invoke(main, [str(data), "--out", str(tmp_path / "out")])
    assert result.exit_code == 0, result.output
    stored = json.loads((tmp_path / "out" / "weights.json").read_text())
    assert set(stored["weights"]) == set(AGREEMENTS)
