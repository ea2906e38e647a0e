"""Tone toward a party from token embeddings: an encoder with our adapters, and an additive head.

The encoder's weights stay as they were published; small low-rank changes of ours are added to them
once, when the model is loaded. It reads the same masked passage as the linear model (the party is
one sign, all other names another), so names cannot matter. The head gives each word a share of
attention, seen from the party, and three numbers; their products add up to scores. To these the
built-in linear model's are added with a lesser weight: it knows the parse. All is a sum over words,
so that what each word brought is known.

References
----------
Hu et al. (2022) LoRA: low-rank adaptation of large language models; Hamborg and Donnay (2021)
NewsMTSC; Wang, Huang, Zhu and Zhao (2016) Attention-based LSTM for aspect-level sentiment
classification.
"""

from __future__ import annotations

import copy
import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from divergence.errors import InputError
from divergence.instruments.encoder import Encoder
from divergence.instruments.target_tone import Tone, softmax, tone
from divergence.text.party_passages import OTHER, TARGET, Passage
from divergence.types import Document

LONGEST = 160
PLACES = (
    ("attention.self.query", "query"),
    ("attention.self.key", "key"),
    ("attention.self.value", "value"),
    ("attention.output.dense", "joined"),
    ("intermediate.dense", "wide"),
    ("output.dense", "narrow"),
)
"""Linear maps of each layer that are adapted, and what their arrays are called in the file."""
_DECIMALS = 6
_LEAST = 1e-9
_LARGEST = 127
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Pieces:
    """A passage cut for the encoder: piece numbers, and the column that each piece comes from.

    ``party`` is the place of the party among the pieces; ``counts`` says which pieces may bring
    something to the score: those of words and numbers, but not of names.
    """

    ids: tuple[int, ...]
    columns: tuple[int, ...]
    party: int
    counts: tuple[bool, ...]


def pieces(document: Document, passage: Passage, tokenizer: Any) -> Pieces:
    """Cut a masked passage into the encoder's pieces; far ends of a long one are left out."""
    syntax = document.syntax
    ids: list[int] = []
    columns: list[int] = []
    run, owners = "", list[int]()
    party_sign, other_sign = signs(tokenizer)

    def flush() -> None:
        nonlocal run, owners
        if run:
            cut = tokenizer(
                run, add_special_tokens=False, return_offsets_mapping=True, verbose=False
            )
            for piece, (start, _) in zip(cut["input_ids"], cut["offset_mapping"], strict=True):
                ids.append(piece)
                columns.append(owners[start])
        run, owners = "", []

    for column, word in enumerate(passage.words):
        if word in (TARGET, OTHER):
            flush()
            ids.append(party_sign if word == TARGET else other_sign)
            columns.append(column)
            continue
        token = passage.tokens[column]
        glued = column > 0 and syntax.starts[token] == syntax.ends[passage.tokens[column - 1]]
        if run and not glued:
            run += " "
            owners.append(column)
        run += word
        owners += [column] * len(word)
    flush()
    place = ids.index(party_sign)
    first = max(0, min(place - LONGEST // 2, len(ids) - LONGEST))
    ids, columns = ids[first : first + LONGEST], columns[first : first + LONGEST]
    words = [passage.words[column] for column in columns]
    counts = [w not in (TARGET, OTHER) and any(map(str.isalnum, w)) for w in words]
    return Pieces(
        (tokenizer.cls_token_id, *ids, tokenizer.sep_token_id),
        (-1, *columns, -1),
        place - first + 1,
        (False, *counts, False),
    )


def signs(tokenizer: Any) -> tuple[int, int]:
    """Numbers of the two pieces that stand for the party and for other names.

    Both are pieces that the vocabulary leaves unused; their vectors are ours.
    """
    party, other = tokenizer.convert_tokens_to_ids(["[unused0]", "[unused1]"])
    if not {tokenizer.unk_token_id, None}.isdisjoint((party, other)):
        raise InputError(
            "[semantic] model: its vocabulary has no unused pieces to stand for names; "
            "take a model with the vocabulary of BERT."
        )
    return party, other


class AdaptedTone:
    """Judges passages; call it like :func:`divergence.instruments.target_tone.tone`.

    ``transformer`` is a copy of the encoder with the adapters of :func:`read_tone` added;
    ``blend`` among its arrays is the weight of the linear model's scores.
    """

    def __init__(self, encoder: Encoder, arrays: dict[str, Floats]) -> None:
        import torch

        self._tokenizer = encoder.tokenizer
        self.transformer = copy.deepcopy(encoder.transformer)
        self._arrays = arrays
        with torch.no_grad():
            for number, layer in enumerate(self.transformer.encoder.layer):
                for path, name in PLACES:
                    inner, outer = arrays[f"{number}.{name}.in"], arrays[f"{number}.{name}.out"]
                    weight = layer.get_submodule(path).weight
                    weight += torch.from_numpy(outer @ inner)
            words = self.transformer.get_input_embeddings().weight
            for sign, vector in zip(signs(self._tokenizer), arrays["signs"], strict=True):
                words[sign] = torch.from_numpy(vector)

    def __call__(self, document: Document, passage: Passage) -> Tone:
        """Return the probabilities of a passage and what each token brought to them."""
        import torch

        cut = pieces(document, passage, self._tokenizer)
        ids = torch.tensor([cut.ids])
        with torch.inference_mode():
            states = self.transformer(input_ids=ids, attention_mask=torch.ones_like(ids))
        shares = attended(states.last_hidden_state[0].numpy().astype(np.float64), cut, self._arrays)
        linear, blend = tone(document, passage), float(self._arrays["blend"])
        known = np.log(np.maximum([linear.negative, linear.neutral, linear.positive], _LEAST))
        scores = self._arrays["intercepts"] + shares.sum(axis=0) + blend * known
        negative, neutral, positive = np.round(softmax(scores), _DECIMALS).tolist()
        causes = {token: blend * added for token, added in linear.contributions.items()}
        for column, share in zip(cut.columns, (shares[:, 2] - shares[:, 0]).tolist(), strict=True):
            if column >= 0 and share:
                token = passage.tokens[column]
                causes[token] = causes.get(token, 0.0) + share
        rounded = {token: round(added, _DECIMALS) for token, added in causes.items()}
        return Tone(negative, neutral, positive, rounded)


def attended(
    states: NDArray[np.float64], cut: Pieces, arrays: dict[str, Floats]
) -> NDArray[np.float64]:
    """Return what each piece adds to the three scores, one row a piece."""
    counts = np.array(cut.counts)
    shares = np.zeros((len(states), 3))
    if not counts.any():
        return shares
    words = states[counts]
    query = arrays["query"] @ states[cut.party] + arrays["query.bias"]
    keys = np.einsum("hkd,td->htk", arrays["key"], words) + arrays["key.bias"][:, None]
    raw = np.einsum("hk,htk->ht", query, keys) / math.sqrt(query.shape[1])
    attention = np.exp(raw - raw.max(axis=1, keepdims=True))
    attention /= attention.sum(axis=1, keepdims=True)
    values = np.einsum("hcd,td->htc", arrays["value"], words)
    shares[counts] = (attention[:, :, None] * values).sum(axis=0)
    return shares


def read_tone(path: Path) -> dict[str, Floats]:
    """Read the arrays that :func:`write_tone` wrote; nothing in the file can run."""
    with np.load(path, allow_pickle=False) as stored:
        arrays: dict[str, Floats] = {}
        for name in stored.files:
            if name.endswith(".unit") or name == "fingerprint":
                continue
            array = stored[name].astype(np.float32)
            unit = f"{name}.unit"
            arrays[name] = array * stored[unit] if unit in stored.files else array
    return arrays


def write_tone(arrays: dict[str, Floats], path: Path, *, fingerprint: str) -> None:
    """Write arrays; adapters take a byte a number, with one unit for each row or column of rank."""
    stored: dict[str, Any] = {"fingerprint": np.frombuffer(bytes.fromhex(fingerprint), np.uint8)}
    for name, array in sorted(arrays.items()):
        if name.endswith((".in", ".out")):
            axis = 1 if name.endswith(".in") else 0
            unit = np.maximum(np.abs(array).max(axis=axis, keepdims=True), 1e-9) / _LARGEST
            stored[name] = np.rint(array / unit).astype(np.int8)
            stored[f"{name}.unit"] = unit.astype(np.float32)
        else:
            stored[name] = array.astype(np.float16 if array.ndim > 1 else np.float32)
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(path, **stored)


def fitted_to(path: Path) -> str:
    """Return the fingerprint of the encoder for which a file of arrays was trained."""
    with np.load(path, allow_pickle=False) as stored:
        return bytes(stored["fingerprint"]).hex()
