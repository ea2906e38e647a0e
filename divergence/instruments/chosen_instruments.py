"""Which instruments judge tone and likeness: the built-in ones, or those of the semantic extra.

Chosen once from the settings and handed on; nothing is remembered between runs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from divergence.errors import ConfigError, InputError
from divergence.instruments.semantic_settings import SemanticConfig
from divergence.instruments.target_tone import Tone, tone
from divergence.text.party_passages import Passage
from divergence.types import Document
from divergence.weights import WEIGHTS_FOLDER

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

    from divergence.instruments.encoder import Encoder

SHIPPED = WEIGHTS_FOLDER / "semantic"
TONE_FILE, LIKENESS_FILE = "sentiment.npz", "alignment.json"
_TASKS = {TONE_FILE: "semantic.sentiment", LIKENESS_FILE: "semantic.alignment"}

ToneJudge = Callable[[Document, Passage], Tone]
"""Says how a passage sounds toward the party from which it is seen."""


class ComparedSentences(Protocol):
    """Sentences made ready for comparing any of them with any other."""

    def close(self, rows: NDArray[np.int64], least: float) -> csr_matrix:
        """Pairs that are worth comparing: some sentences with all, ``least`` alike or more."""

    def similarity(self, a: NDArray[np.int64], b: NDArray[np.int64]) -> NDArray[np.float64]:
        """How alike the sentences of each pair are, in [0, 1]."""


SentenceReader = Callable[[Sequence[str]], ComparedSentences]
"""Makes sentences ready for comparing."""


def _words_alone(texts: Sequence[str]) -> ComparedSentences:
    from divergence.instruments.sentence_similarity import Sentences

    return Sentences(texts)


@dataclass(frozen=True, slots=True)
class Instruments:
    """What judges tone and likeness, and how a report names it: (setting, value) pairs."""

    tone: ToneJudge = tone
    sentences: SentenceReader = _words_alone
    named: tuple[tuple[str, str], ...] = ()


def choose(config: SemanticConfig | None) -> Instruments:
    """Return the instruments that the settings ask for."""
    if config is None:
        return Instruments()
    heads = heads_of(config) or SHIPPED
    for name in _TASKS:
        if not (heads / name).is_file():
            raise InputError(
                f"[semantic] heads: {heads} has no {name}. {_how(config.model, heads)}"
            )
    from divergence.instruments.adapted_tone import AdaptedTone, fitted_to, read_tone
    from divergence.instruments.embedded_similarity import Likeness
    from divergence.instruments.encoder import Encoder

    encoder = Encoder(config.model)
    likeness = Likeness.read(heads / LIKENESS_FILE, encoder)
    _fits(config.model, encoder, heads, fitted_to(heads / TONE_FILE), likeness.fingerprint)
    return Instruments(
        AdaptedTone(encoder, read_tone(heads / TONE_FILE)),
        likeness.sentences,
        (("semantic model", f"{_shown(config.model)}, sha256 {encoder.fingerprint[:12]}"),),
    )


def heads_of(config: SemanticConfig | None) -> Path | None:
    """Return the folder with the heads: that of the settings, or what the package ships.

    None where the built-in instruments are used.
    """
    if config is None:
        return None
    return Path(config.heads).expanduser() if config.heads else SHIPPED


def _fits(model: str, encoder: Encoder, heads: Path, *fitted: str) -> None:
    if all(fingerprint == encoder.fingerprint for fingerprint in fitted):
        return
    whose = "the package's heads fit" if heads == SHIPPED else f"the heads in {heads} fit"
    fits = "sentence-transformers/all-MiniLM-L6-v2" if heads == SHIPPED else "another model"
    raise ConfigError(
        f"[semantic] model: {whose} {fits} (sha256 {fitted[0][:12]}), not {model} "
        f"(sha256 {encoder.fingerprint[:12]}). {_how(model, heads)}"
    )


def _how(model: str, heads: Path) -> str:
    out = "DIR" if heads == SHIPPED else str(heads)
    lines = " and ".join(
        f"`python -m divergence.training.{task} LABELS --model {model} --out {out}`"
        for task in _TASKS.values()
    )
    return f'To train heads for it, run {lines}, then set heads = "{out}" below [semantic].'


def _shown(model: str) -> str:
    """The name without the folders above it: reports are the same wherever a model lies."""
    return model if not Path(model).expanduser().is_dir() else Path(model).resolve().name
