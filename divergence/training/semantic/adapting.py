"""Low-rank adapters and the additive head, as they are trained; runs need the semantic extra.

The encoder's own weights are never changed: beside each linear map of each layer a narrow detour of
two small matrices is learned (LoRA), beside the vocabulary the vectors of two signs for names.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from divergence.instruments.adapted_tone import PLACES, Floats, Pieces, signs
from divergence.instruments.encoder import Encoder

RANK, SCALE = 16, 2.0
HEADS, SIZE, LABELS = 4, 32, 3
DROPPED = 0.1
BLEND = 0.5
_FAR = -1e4
_SIGN_WORDS = (("he", "she", "target"), ("they", "others", "someone"))
_BATCHES_SORTED = 50


class Adapted:
    """An encoder with adapters and head that learn; detours are hooked into the encoder."""

    def __init__(self, encoder: Encoder) -> None:
        import torch

        self._torch = torch
        self.transformer = encoder.transformer
        self.transformer.requires_grad_(False)
        self.transformer.set_attn_implementation("eager")  # The fused one is slow to train on CPUs.
        self._no_dropping()
        width = self.transformer.config.hidden_size
        self.query = torch.nn.Linear(width, HEADS * SIZE)
        self.key = torch.nn.Linear(width, HEADS * SIZE)
        self.value = torch.nn.Linear(width, HEADS * LABELS, bias=False)
        self.intercepts = torch.nn.Parameter(torch.zeros(LABELS))
        words = self.transformer.get_input_embeddings().weight
        self.sign_ids = signs(encoder.tokenizer)
        starts = [
            words[encoder.tokenizer.convert_tokens_to_ids(list(names))].mean(0)
            for names in _SIGN_WORDS
        ]
        self.detours: dict[str, Any] = {}
        for number, layer in enumerate(self.transformer.encoder.layer):
            for path, name in PLACES:
                self._detour(layer.get_submodule(path), f"{number}.{name}")
        self.signs = torch.nn.Parameter(torch.stack(starts).clone())

    def head(self) -> list[Any]:
        """Return what learns fast."""
        maps = (self.query, self.key, self.value)
        return [self.intercepts, *(weights for linear in maps for weights in linear.parameters())]

    def adapters(self) -> list[Any]:
        """Return what learns at the adapters' pace."""
        return [self.signs, *self.detours.values()]

    def scores(self, batch: Sequence[Pieces], *, learning: bool) -> Any:
        """Return the three scores of each passage."""
        torch = self._torch
        ids = self._padded([passage.ids for passage in batch])
        mask = self._padded([[1] * len(passage.ids) for passage in batch])
        counts = self._padded([passage.counts for passage in batch])
        inputs = self.transformer.get_input_embeddings()(ids)
        for sign, vector in zip(self.sign_ids, self.signs, strict=True):
            inputs = torch.where((ids == sign)[..., None], vector, inputs)
        states = self.transformer(inputs_embeds=inputs, attention_mask=mask).last_hidden_state
        party = torch.tensor([passage.party for passage in batch])
        return self._attended(states.float(), party, counts, learning=learning)

    def arrays(self) -> dict[str, Floats]:
        """Return all that was learned, as ``adapted_tone.write_tone`` takes it."""

        def plain(tensor: Any) -> Floats:
            return np.asarray(tensor.detach().float().numpy(), dtype=np.float32)

        learned = {
            "query": plain(self.query.weight).reshape(HEADS, SIZE, -1),
            "query.bias": plain(self.query.bias).reshape(HEADS, SIZE),
            "key": plain(self.key.weight).reshape(HEADS, SIZE, -1),
            "key.bias": plain(self.key.bias).reshape(HEADS, SIZE),
            "value": plain(self.value.weight).reshape(HEADS, LABELS, -1),
            "intercepts": plain(self.intercepts),
            "signs": plain(self.signs),
            "blend": np.array(BLEND, dtype=np.float32),
        }
        for name, tensor in self.detours.items():
            learned[name] = plain(tensor) * (SCALE if name.endswith(".out") else 1.0)
        return learned

    def _padded(self, rows: Sequence[Sequence[int]]) -> Any:
        """One tensor of rows of several lengths."""
        rows = [self._torch.tensor(row) for row in rows]
        return self._torch.nn.utils.rnn.pad_sequence(rows, batch_first=True)

    def _attended(self, states: Any, party: Any, counts: Any, *, learning: bool) -> Any:
        torch = self._torch
        n, longest, _ = states.shape
        states = torch.nn.functional.dropout(states, DROPPED, training=learning)
        query = self.query(states[torch.arange(n), party]).view(n, HEADS, 1, SIZE)
        keys = self.key(states).view(n, longest, HEADS, SIZE).permute(0, 2, 3, 1)
        raw = (query @ keys).squeeze(2) / math.sqrt(SIZE)
        attention = raw.masked_fill(~counts[:, None], _FAR).softmax(-1) * counts[:, None]
        values = self.value(states).view(n, longest, HEADS, LABELS).permute(0, 2, 1, 3)
        return self.intercepts + (attention[..., None] * values).sum((1, 2))

    def _detour(self, linear: Any, name: str) -> None:
        torch = self._torch
        inner = torch.randn(RANK, linear.in_features) / math.sqrt(linear.in_features)
        into = self.detours[f"{name}.in"] = torch.nn.Parameter(inner)
        out = torch.nn.Parameter(torch.zeros(linear.out_features, RANK))
        self.detours[f"{name}.out"] = out

        def add(_: object, inputs: Any, output: Any) -> Any:
            return output + (inputs[0] @ into.T) @ out.T * SCALE

        linear.register_forward_hook(add)

    def _no_dropping(self) -> None:
        for module in self.transformer.modules():
            if isinstance(module, self._torch.nn.Dropout):
                module.p = 0.0


def batches(lengths: Sequence[int], size: int, draw: random.Random) -> Iterator[list[int]]:
    """Deal rows into batches of like lengths, in an order drawn anew at each call."""
    order = list(range(len(lengths)))
    draw.shuffle(order)
    dealt: list[list[int]] = []
    for start in range(0, len(order), size * _BATCHES_SORTED):
        part = order[start : start + size * _BATCHES_SORTED]
        part.sort(key=lambda row: lengths[row])
        dealt += [part[at : at + size] for at in range(0, len(part), size)]
    draw.shuffle(dealt)
    yield from dealt


def weights_of(labels: NDArray[np.int64]) -> Floats:
    """Weight rarer labels up, by the root of how much rarer they are."""
    counts = np.bincount(labels, minlength=LABELS)
    return np.sqrt(len(labels) / LABELS / counts).astype(np.float32)
