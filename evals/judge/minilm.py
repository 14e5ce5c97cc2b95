"""The baseline of sentence vectors: all-MiniLM-L6-v2, a vector a statement, computed with numpy alone.

The model (Apache-2.0) is six BERT layers of 384 numbers; the vector is the mean over tokens, of length 1 (Reimers and
Gurevych 2019). The folder with its `model.safetensors` and `tokenizer.json` is named by who runs this: it is no part of
the project. Needs the package `tokenizers`.
"""

import json
import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from evals.judge.labelled import LabelledPair

Floats = NDArray[np.float32]
LAYERS, HEADS, LONGEST = 6, 12, 256
_EPSILON = 1e-12


class MiniLM:
    """The model in `folder`. Raises OSError where its files are not there."""

    def __init__(self, folder: Path) -> None:
        from tokenizers import Tokenizer

        self._tokenizer: Any = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(LONGEST)
        self._weights = _read(folder / "model.safetensors")

    def features(self, pairs: Sequence[LabelledPair]) -> NDArray[np.float64]:
        """A row a pair: both vectors' difference, without sign, and their product (as in InferSent, Conneau 2017)."""
        rows = []
        for pair in pairs:
            a, b = self.vector(pair.a), self.vector(pair.b)
            rows.append(np.concatenate([np.abs(a - b), a * b]))
        return np.asarray(np.stack(rows), dtype=np.float64)

    def vector(self, text: str) -> Floats:
        """The text's vector."""
        ids = self._tokenizer.encode(text).ids
        states = self._embed(ids)
        for number in range(LAYERS):
            states = self._layer(states, f"encoder.layer.{number}.")
        mean = states.mean(axis=0)
        return np.asarray(mean / np.linalg.norm(mean), dtype=np.float32)

    def _embed(self, ids: Sequence[int]) -> Floats:
        words = self._weights["embeddings.word_embeddings.weight"][list(ids)]
        places = self._weights["embeddings.position_embeddings.weight"][: len(ids)]
        return self._norm(words + places + self._weights["embeddings.token_type_embeddings.weight"][0], "embeddings.")

    def _layer(self, states: Floats, name: str) -> Floats:
        query, key, value = (
            self._split(self._linear(states, f"{name}attention.self.{one}.")) for one in ("query", "key", "value")
        )
        scores = query @ key.transpose(0, 2, 1) / math.sqrt(query.shape[2])
        shares = np.exp(scores - scores.max(axis=2, keepdims=True))
        shares /= shares.sum(axis=2, keepdims=True)
        mixed = (shares @ value).transpose(1, 0, 2).reshape(states.shape)
        attended = self._norm(
            states + self._linear(mixed, f"{name}attention.output.dense."), f"{name}attention.output."
        )
        wide = self._linear(attended, f"{name}intermediate.dense.")
        return self._norm(attended + self._linear(_gelu(wide), f"{name}output.dense."), f"{name}output.")

    def _split(self, states: Floats) -> Floats:
        return states.reshape(len(states), HEADS, -1).transpose(1, 0, 2)

    def _linear(self, states: Floats, name: str) -> Floats:
        return np.asarray(states @ self._weights[f"{name}weight"].T + self._weights[f"{name}bias"])

    def _norm(self, states: Floats, name: str) -> Floats:
        mean, spread = states.mean(axis=-1, keepdims=True), states.std(axis=-1, keepdims=True)
        weights = self._weights[f"{name}LayerNorm.weight"], self._weights[f"{name}LayerNorm.bias"]
        return np.asarray((states - mean) / (spread + _EPSILON) * weights[0] + weights[1])


def _gelu(values: Floats) -> Floats:
    erf = np.vectorize(math.erf, otypes=[np.float32])
    return np.asarray(values * (1 + erf(values / math.sqrt(2))) / 2)


def _read(path: Path) -> Mapping[str, Floats]:
    """The 32-bit tensors of a safetensors file: a length, a JSON head of that length, then the numbers."""
    content = path.read_bytes()
    length = int.from_bytes(content[:8], "little")
    head, numbers = json.loads(content[8 : 8 + length]), memoryview(content)[8 + length :]
    return {
        name: np.frombuffer(numbers[slice(*told["data_offsets"])], np.float32).reshape(told["shape"])
        for name, told in head.items()
        if told.get("dtype") == "F32"
    }
