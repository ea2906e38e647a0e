"""Which instruments the settings bring, and what is said where they cannot be had."""

from __future__ import annotations

import importlib.util
import json
import shutil
import sys
from pathlib import Path

import pytest

from divergence.config import Config, load_config, read_config
from divergence.errors import ConfigError, InputError
from divergence.instruments import measured_scores
from divergence.instruments.chosen_instruments import (
    LIKENESS_FILE,
    SHIPPED,
    TONE_FILE,
    Instruments,
    choose,
    heads_of,
)
from divergence.instruments.encoder import Encoder
from divergence.instruments.semantic_settings import SemanticConfig
from divergence.instruments.target_tone import tone


def _config(tmp_path: Path, text: str) -> Config:
    path = tmp_path / "config.toml"
    path.write_text(text, encoding="utf-8")
    return read_config(path)


def test_without_the_setting_everything_is_built_in(tmp_path: Path) -> None:
    assert load_config(None, tmp_path, tmp_path).semantic is None
    chosen = choose(None)
    assert chosen.tone is tone
    assert chosen == Instruments()
    assert heads_of(None) is None


def test_a_hub_name_stays_a_name_and_a_folder_counts_from_the_settings(tmp_path: Path) -> None:
    (tmp_path / "encoder").mkdir()
    named = _config(tmp_path, '[semantic]\nmodel = "all-MiniLM-L6-v2"').semantic
    assert named == SemanticConfig("all-MiniLM-L6-v2")
    for given in ("encoder", "./encoder"):
        found = _config(tmp_path, f'[semantic]\nmodel = "{given}"\nheads = "own"').semantic
        assert found == SemanticConfig(str(tmp_path / "encoder"), str(tmp_path / "own"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[semantic]", "names no model"),
        ('[semantic]\nmodel = "  "', "names no model"),
        ("[semantic]\nmodel = 3", "semantic.model must be a string"),
        ('[semantic]\nmodell = "x"', "did you mean 'model'"),
        ('semantic = "x"', "must be a table"),
    ],
)
def test_wrong_settings_are_named(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ConfigError, match=said):
        _config(tmp_path, text)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no-such-place: no such folder"):
        choose(SemanticConfig(str(tmp_path / "no-such-place")))


def test_without_the_extra_the_line_that_installs_it_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with pytest.raises(ConfigError, match=r'pip install "narrative-divergence\[semantic\]"'):
        choose(SemanticConfig(str(tmp_path)))


def test_heads_that_are_not_there_say_how_to_train_them(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"divergence\.training\.semantic\.sentiment") as raised:
        choose(SemanticConfig("all-MiniLM-L6-v2", str(tmp_path)))
    assert "semantic.alignment" in str(raised.value)


@pytest.mark.skipif(
    importlib.util.find_spec("sentence_transformers") is None,
    reason="LOUD SKIP: sentence-transformers is not installed",
)
def test_a_name_that_the_hub_cannot_give_is_one_plain_sentence() -> None:
    with pytest.raises(InputError, match="could not be had from the model hub") as raised:
        Encoder("nobody-here/no-such-model-of-ours")
    assert "\n" not in str(raised.value)


def test_a_folder_without_a_model_is_named(model: str, tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text("{}", encoding="utf-8")
    with pytest.raises(InputError, match="holds no sentence-transformers model"):
        Encoder(str(tmp_path))


def test_a_head_of_another_encoder_is_refused(model: str, tmp_path: Path) -> None:
    for name in (TONE_FILE, LIKENESS_FILE):
        shutil.copy(SHIPPED / name, tmp_path / name)
    stored = json.loads((tmp_path / LIKENESS_FILE).read_text(encoding="utf-8"))
    stored["fingerprint"] = "0" * 64
    (tmp_path / LIKENESS_FILE).write_text(json.dumps(stored), encoding="utf-8")
    with pytest.raises(ConfigError, match="fit another model") as raised:
        choose(SemanticConfig(model, str(tmp_path)))
    assert "python -m divergence.training.semantic.alignment" in str(raised.value)


def test_scores_are_those_of_the_instruments_in_use(tmp_path: Path) -> None:
    default, shipped = (
        measured_scores.of_feature("sentiment"),
        measured_scores.of_feature("sentiment", SHIPPED),
    )
    assert shipped
    assert not set(default) & set(shipped)
    assert {each.instrument for each in shipped} == {"sentiment (semantic extra)"}
    assert measured_scores.of_feature("hedging") == measured_scores.of_feature("hedging", SHIPPED)
    told = dict(measured_scores.scores_in_words(["sentiment"], SHIPPED))
    assert not [title for title in told if title.startswith(("alignment (to", "sentiment (for"))]
    assert measured_scores.of_feature("sentiment", tmp_path) == ()
    assert (
        "Not measured against labels."
        in dict(measured_scores.scores_in_words(["sentiment"], tmp_path)).values()
    )
