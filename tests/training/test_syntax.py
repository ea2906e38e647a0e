"""A few steps of training leave something that loads and runs, twice the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from divergence.text.syntax import load
from divergence.training.syntax import main, segments
from divergence.validation.conllu import read_conllu
from tests.validation.treebank import TREEBANK


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    path = tmp_path / "bank.conllu"
    path.write_text(TREEBANK * 20, encoding="utf-8")
    return path


def _train(bank: Path, out: Path) -> None:
    arguments = [str(bank), "--dev", str(bank), "--out", str(out), "--steps", "3"]
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 0, done.output


@pytest.mark.slow
def test_the_same_seed_gives_the_same_weights(bank: Path, tmp_path: Path) -> None:
    _train(bank, tmp_path / "a")
    _train(bank, tmp_path / "b")
    files = [path.relative_to(tmp_path / "a") for path in (tmp_path / "a").rglob("*")]
    assert Path("lemmas.json") in files
    for file in files:
        if (tmp_path / "a" / file).is_file():
            assert (tmp_path / "a" / file).read_bytes() == (tmp_path / "b" / file).read_bytes()
    assert load(tmp_path / "a").pipe_names == ["tok2vec", "tagger", "parser"]


def test_a_broken_treebank_is_one_line_of_error(tmp_path: Path) -> None:
    path = tmp_path / "broken.conllu"
    path.write_text("1\tonly\tthree\n", encoding="utf-8")
    arguments = [str(path), "--dev", str(path), "--out", str(tmp_path / "out")]
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 1
    assert "line 1" in done.output
    assert not (tmp_path / "out").exists()


def test_sentences_whose_end_punkt_sees_stay_apart(bank: Path) -> None:
    assert all(len(segment) == 1 for segment in segments(read_conllu(bank)))


def test_sentences_without_an_end_are_learned_together(tmp_path: Path) -> None:
    path = tmp_path / "headlines.conllu"
    unended = (
        TREEBANK.replace("# newpar\n", "")
        .replace(
            "9\t.\t.\tPUNCT\t.\t_\t8\tpunct\t_\t_", "9\tthere\tthere\tADV\tRB\t_\t8\tadvmod\t_\t_"
        )
        .replace(
            "8\tsaid\tsay\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No",
            "8\tsaid\tsay\tVERB\tVBD\t_\t0\troot\t_\t_",
        )
    )
    path.write_text(unended, encoding="utf-8")
    assert [len(segment) for segment in segments(read_conllu(path))] == [2]
