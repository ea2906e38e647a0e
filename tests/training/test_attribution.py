"""Training attributions: exact expectations, slopes by finite differences, the same bytes again."""

from __future__ import annotations

import json
from itertools import pairwise, product
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from divergence.text.attributions.tagging import LABELS, load, neighbors
from divergence.text.syntax import parse
from divergence.training.attribution import Labelled, label, learn_vocabulary, main
from divergence.training.chain import expect, observed
from divergence.training.network import REMEMBERED, Example, Settings, Trainer, gather
from divergence.types import Span
from divergence.validation.attribution_rows import GoldArticle, GoldAttribution
from divergence.validation.token_spans import token_spans

TEXT = "The mayor said that rain fell. Rain fell, the guard added. It was cold."
SPANS = [
    {"source": [[0, 9]], "cue": [[10, 14]], "content": [[15, 29]]},
    {"source": [[42, 51]], "cue": [[52, 57]], "content": [[31, 40]]},
]


def article() -> Labelled:
    found = [
        GoldAttribution(*(tuple(Span(*pair) for pair in one[name]) for name in one))
        for one in SPANS
    ]
    return Labelled(GoldArticle(TEXT, tuple(found)), parse(TEXT))


def test_expectations_are_sums_over_all_sequences() -> None:
    random = np.random.default_rng(0)
    scores, steps, first = (random.normal(size=shape) for shape in ((4, 3), (3, 3), (3,)))
    lengths = [3, 1]
    found = expect(scores, steps, first, lengths)

    def weight(labels: tuple[int, ...], at: int) -> float:
        total = first[labels[0]] + sum(scores[at + n, one] for n, one in enumerate(labels))
        total += sum(steps[one, two] for one, two in pairwise(labels))
        return float(np.exp(total))

    long = {labels: weight(labels, 0) for labels in product(range(3), repeat=3)}
    short = {labels: weight(labels, 3) for labels in product(range(3), repeat=1)}
    whole = sum(long.values())
    assert found.log_total == pytest.approx(np.log(whole) + np.log(sum(short.values())))
    second = sum(value for labels, value in long.items() if labels[1] == 2) / whole
    assert found.labels[1, 2] == pytest.approx(second)
    assert found.labels.sum(axis=1) == pytest.approx(np.ones(4))
    pair = sum(
        value * ((labels[0], labels[1]) == (0, 1)) + value * ((labels[1], labels[2]) == (0, 1))
        for labels, value in long.items()
    )
    assert found.steps[0, 1] == pytest.approx(pair / whole)
    assert found.first.sum() == pytest.approx(2)


def test_observed_steps_stop_at_the_end_of_a_sequence() -> None:
    steps, first = observed(np.array([0, 1, 1, 0]), 2, [2, 2])
    assert steps.tolist() == [[0, 1], [1, 0]]
    assert first.tolist() == [1, 1]


def test_the_way_back_through_neighbours() -> None:
    random = np.random.default_rng(0)
    hidden = random.normal(size=(5, 2)).astype(np.float32)
    slopes = random.normal(size=(5, 6)).astype(np.float32)
    lengths = [2, 3]
    # Both are linear: <neighbors(h), s> must be <h, gather(s)>.
    there = float((neighbors(hidden, lengths) * slopes).sum())
    back = float((hidden * gather(slopes, lengths)).sum())
    assert there == pytest.approx(back, rel=1e-5)


def test_learning_makes_the_labels_likelier() -> None:
    random = np.random.default_rng(0)
    ids = random.integers(0, 1 << 10, (4, 30)).astype(np.int32)
    labels = np.array(([0] * 5 + [1, 2, 3, 5, 6]) * 3, np.int8)
    example = Example(ids, labels, [10, 20])
    trainer = Trainer(Settings(width=8, epochs=30, dropout=0.0, blank=0.0, rate=0.01))
    likelihoods = list(trainer.epochs([example]))
    assert likelihoods[-1] > likelihoods[0] / 2
    assert likelihoods[-1] <= 0


def test_what_is_kept_is_the_running_mean_from_the_third_round_on() -> None:
    random = np.random.default_rng(0)
    ids = random.integers(0, 1 << 10, (4, 9)).astype(np.int32)
    trainer = Trainer(Settings(width=8, epochs=4))
    tables = []
    for _ in trainer.epochs([Example(ids, np.array([0, 1, 2] * 3, np.int8), [9])]):
        tables.append(trainer.table.copy())
        if len(tables) == 2:
            assert trainer.network.table is trainer.table
    expected = REMEMBERED * tables[2] + (1 - REMEMBERED) * tables[3]
    assert trainer.network.table == pytest.approx(expected, rel=1e-4, abs=1e-6)


def test_labels_of_tokens() -> None:
    found = label(article())
    names = [LABELS[number] for number in found[:7]]
    assert names == ["source", "source+", "cue", "content", "content+", "content+", "outside"]
    assert token_spans([Span(1, 2), Span(3, 4)], article().syntax) == [Span(0, 1)]


def test_names_are_not_in_the_vocabulary() -> None:
    syntax = parse("Ada Lin said that 300 ships sank.")
    articles = [Labelled(GoldArticle("", ()), syntax)] * 4
    words = learn_vocabulary(articles)
    assert "say" in words
    assert not {"lin", "300"} & set(words)
    assert learn_vocabulary(articles[:3]) == []


def test_the_same_command_gives_the_same_bytes(tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    row = json.dumps({"text": TEXT, "attributions": SPANS})
    rows.write_text(f"{row}\n{row}\n", encoding="utf-8")
    for name in ("one", "two"):
        done = CliRunner().invoke(main, [str(rows), "--out", str(tmp_path / name), "--epochs", "1"])
        assert done.exit_code == 0, done.output
    for name in ("vocabulary.txt", "links.json"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()
    first, second = (load(tmp_path / name / "weights.npz") for name in ("one", "two"))
    assert (first.table == second.table).all()
    assert all((first.layers[name] == second.layers[name]).all() for name in first.layers)


def test_a_wrong_file_is_explained(tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text("{}", encoding="utf-8")
    done = CliRunner().invoke(main, [str(rows), "--out", str(tmp_path / "out")])
    assert done.exit_code == 1
    assert "line 1: field 'attributions' is missing" in done.output
