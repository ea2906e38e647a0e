"""The pretrained sentence encoder that the ``semantic`` extra builds on, loaded once a run.

Everything here needs sentence-transformers, which only the extra brings. The encoder reads one text
at a time: what stands in a batch with a text would change the last digits of its numbers.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from divergence.errors import ConfigError, InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

PIP_LINE = 'pip install "narrative-divergence[semantic]"'
_QUIET = {"TOKENIZERS_PARALLELISM": "false", "HF_HUB_DISABLE_PROGRESS_BARS": "1"}


class Encoder:
    """A BERT-like encoder with its tokenizer, from a folder or by its name on the model hub.

    ``fingerprint`` is the SHA-256 of all weights, whatever file they came in.
    """

    def __init__(self, model: str) -> None:
        self._sentences = _load(model)
        _one_thread()
        self.transformer: Any = self._sentences[0].auto_model.eval().float()
        self.tokenizer: Any = self._sentences.tokenizer
        self.fingerprint = _fingerprint(self.transformer)

    def vectors(self, texts: Sequence[str]) -> NDArray[np.float64]:
        """Return a unit vector for each text, one row each; equal texts get equal rows."""
        import torch

        known: dict[str, NDArray[np.float64]] = {}
        with torch.inference_mode():
            for text in texts:
                if text not in known:
                    row = self._sentences.encode(
                        [text], batch_size=1, show_progress_bar=False, normalize_embeddings=True
                    )[0]
                    known[text] = np.asarray(row, dtype=np.float64)
        width = self.transformer.config.hidden_size
        return np.array([known[text] for text in texts]).reshape(len(texts), width)


def _load(model: str) -> Any:
    folder = Path(model).expanduser()
    if folder.is_absolute() and not folder.is_dir():
        raise InputError(f"[semantic] model: {model}: no such folder. Check the path.")
    with _quietly():
        try:
            from sentence_transformers import SentenceTransformer
        except ImportError:
            raise ConfigError(
                "[semantic] model is set, but the extra that runs it is not installed. "
                f"Run: {PIP_LINE}, or take [semantic] out."
            ) from None
        try:
            return SentenceTransformer(str(folder) if folder.is_dir() else model, device="cpu")
        except Exception as error:  # The hub, its cache and its files fail in many classes.
            raise InputError(_failure(model, folder)) from error


def _failure(model: str, folder: Path) -> str:
    if folder.is_dir():
        return (
            f"[semantic] model: {model} is a folder, but holds no sentence-transformers model. "
            "Name the folder with config.json, tokenizer and weights."
        )
    return (
        f"[semantic] model: {model} is no folder here, and could not be had from the model hub "
        "either. Check the spelling and the network, or name a folder that holds the model."
    )


@contextmanager
def _quietly() -> Iterator[None]:
    """Keep third-party bars, notes and warnings off the terminal while a model is loaded."""
    import logging
    import warnings

    before = {name: os.environ.get(name) for name in _QUIET}
    os.environ.update({name: value for name, value in _QUIET.items() if before[name] is None})
    level = logging.root.manager.disable
    logging.disable(logging.WARNING)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(level)
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)


def _one_thread() -> None:
    """Add up in one order on every machine; for single sentences more threads only wait."""
    import torch

    torch.set_num_threads(1)


def _fingerprint(transformer: Any) -> str:
    """Hash parameters by name; heads for other ends (the pooler) are left out, files vary there."""
    digest = hashlib.sha256()
    for name, weights in sorted(transformer.named_parameters()):
        if not name.startswith("pooler."):
            digest.update(name.encode())
            digest.update(weights.detach().float().contiguous().numpy().tobytes())
    return digest.hexdigest()
