"""Scores counted by hand on two sentences, with a parser whose mistakes are known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from divergence.text.syntax import Annotation
from divergence.types import Span, Syntax
from divergence.validation import syntax as scorer
from divergence.validation.conllu import GoldSentence, read_conllu
from tests.validation.treebank import TREEBANK

LAS_FLOOR, RELATION_FLOOR, RAW_LOSS = 0.83, 0.865, 0.03


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    path = tmp_path / "bank.conllu"
    path.write_text(TREEBANK, encoding="utf-8")
    return path


def _annotation(gold: GoldSentence) -> Annotation:
    return Annotation(gold.tags, gold.relations, gold.heads, ())


def _answer(monkeypatch: pytest.MonkeyPatch, bank: Path, changes: dict[int, Annotation]) -> None:
    """Make the parser answer with the truth, but for some sentences."""
    truth = [_annotation(gold) for gold in read_conllu(bank)]

    def annotate(sentences: Iterable[Sequence[str]], *, known: bool) -> Iterator[Annotation]:
        assert known
        for number, words in enumerate(sentences):
            assert len(words) == len(truth[number].tags)
            yield changes.get(number, truth[number])

    monkeypatch.setattr(scorer, "annotate", annotate)


def test_the_truth_scores_one(monkeypatch: pytest.MonkeyPatch, bank: Path) -> None:
    _answer(monkeypatch, bank, {})
    score = scorer.score_gold(bank)
    assert score.n == 15
    assert score.metrics == {"tag_accuracy": 1, "uas": 1, "las": 1, "relation_f1": 1}


def test_mistakes_are_counted(monkeypatch: pytest.MonkeyPatch, bank: Path) -> None:
    truth = [_annotation(gold) for gold in read_conllu(bank)][1]
    relations = ("det", "nsubj:pass", "root", "det", "obj", "punct")
    heads = (1, 2, 2, 4, 1, 2)
    tags = ("DT", "NN", "VBN", "DT", "NN", ".")
    _answer(monkeypatch, bank, {1: replace(truth, tags=tags, relations=relations, heads=heads)})
    metrics = scorer.score_gold(bank).metrics
    # 15 words: one tag, one head and one more label wrong; 4 true arcs and 4 found share 2.
    assert metrics["tag_accuracy"] == pytest.approx(14 / 15)
    assert metrics["uas"] == pytest.approx(14 / 15)
    assert metrics["las"] == pytest.approx(13 / 15)
    assert metrics["relation_f1"] == pytest.approx(4 / 8)


def test_raw_text_is_put_together_as_it_was(bank: Path) -> None:
    document, *others = scorer.raw_documents(read_conllu(bank))
    assert not others
    assert document.text == "“We can't,” she said.\n\nThe army took the bridge."
    assert document.offsets == (0, 23)


def test_a_word_that_was_not_found_counts_against_it(
    monkeypatch: pytest.MonkeyPatch, bank: Path
) -> None:
    monkeypatch.setattr(scorer, "parse_many", _one_word_short)
    score = scorer.score_raw(bank)
    assert score.n == 15
    # "The army" was taken for one word: it and "The" are lost, and so is the subject's arc.
    assert score.metrics["tag_accuracy"] == pytest.approx(13 / 15)
    assert score.metrics["las"] == pytest.approx(13 / 15)
    assert score.metrics["relation_f1"] == pytest.approx(2 * 3 / (4 + 4))


def _one_word_short(texts: Iterable[str]) -> Iterator[Syntax]:
    (text,) = texts
    words = ["“", "We", "ca", "n't", ",", "”", "she", "said", ".", "The army", "took", "the"]
    words += ["bridge", "."]
    starts: list[int] = []
    for word in words:
        starts.append(text.index(word, starts[-1] + 1 if starts else 0))
    yield Syntax(
        words=tuple(words),
        lemmas=tuple(words),
        tags=("``", "PRP", "MD", "RB", ",", "''", "PRP", "VBD", ".", "NN", "VBD", "DT", "NN", "."),
        relations=(
            *("punct", "nsubj", "ccomp", "advmod", "punct", "punct", "nsubj", "root", "punct"),
            *("nsubj", "root", "det", "obj", "punct"),
        ),
        heads=(2, 2, 7, 2, 2, 2, 7, 7, 7, 10, 10, 12, 10, 10),
        starts=tuple(starts),
        ends=tuple(start + len(word) for start, word in zip(starts, words, strict=True)),
        sentences=(Span(0, 9), Span(9, 14)),
        paragraph_of=(0, 1),
    )


def test_without_any_relation_f1_is_undefined(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "short.conllu"
    path.write_text("1\tRain\train\tNOUN\tNN\t_\t0\troot\t_\t_\n\n", encoding="utf-8")
    _answer(monkeypatch, path, {})
    assert scorer.score_gold(path).metrics["relation_f1"] != pytest.approx(0)
    assert str(scorer.score_gold(path).metrics["relation_f1"]) == "nan"


@pytest.mark.slow
@pytest.mark.needs_data
def test_the_shipped_weights_keep_their_promise(shared: Path) -> None:
    path = shared / "corpora" / "syntax" / "ud-english-gum.dev.conllu.gz"
    gold, raw = scorer.score_gold(path).metrics, scorer.score_raw(path).metrics
    assert gold["las"] >= LAS_FLOOR
    assert gold["relation_f1"] >= RELATION_FLOOR
    assert raw["las"] >= gold["las"] - RAW_LOSS
    assert raw["relation_f1"] >= gold["relation_f1"] - RAW_LOSS
