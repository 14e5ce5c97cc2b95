"""Writes a real GGUF model of a few kilobytes that llama.cpp loads at once: for tests of everything but the answers.

Whatever it reads, it prefers the token with the lowest number, and of those a grammar allows the lowest. The order of
its vocabulary is therefore its script: a string goes on for ever ("aaaa..."), all else ends at once.
Format: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md
"""

import struct
from collections.abc import Sequence
from pathlib import Path
from typing import Any

# Lowest number first: inside a string "a" comes before the closing mark, at the end of a document the end comes first.
_FIRST = ["a", "<|im_end|>", '"', "}", "]", "{", "[", ":", ",", "t", "r", "u", "e", "f", "l", "s", "n"]
_CONTROL = ["<|im_end|>", "<|im_start|>"]
_TEMPLATE = (
    "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)
_WIDTH, _HIDDEN, _CONTEXT = 32, 32, 1 << 20
_UINT32, _FLOAT32, _STRING, _ARRAY, _INT32 = 4, 6, 8, 9, 5
_ALIGNMENT = 32


def write(path: Path) -> Path:
    """Writes the model to `path`."""
    tokens = _vocabulary()
    metadata = _metadata(tokens)
    tensors = _tensors(len(tokens))
    body = struct.pack("<4sIQQ", b"GGUF", 3, len(tensors), len(metadata))
    body += b"".join(_string(key) + _value(value) for key, value in metadata.items())
    data = b""
    for name, shape in tensors.items():
        body += _string(name) + struct.pack(f"<I{len(shape)}QIQ", len(shape), *shape, 0, len(data))
        data += _aligned(b"".join(struct.pack("<f", value) * shape[0] for value in _rows(name, shape)))
    path.write_bytes(_aligned(body) + data)
    return path


def _rows(name: str, shape: tuple[int, ...]) -> list[float]:
    """What each row is filled with: the block adds nothing, so that every logit is minus its token's number."""
    rows = shape[1] if len(shape) > 1 else 1
    if name == "output.weight":
        return [-number / _WIDTH for number in range(rows)]
    return [0.0 if name.startswith("blk") and "norm" not in name else 1.0] * rows


def _vocabulary() -> list[str]:
    """Byte-level tokens as GPT-2 writes them, one a byte, and the marks of the chat template."""
    printable = [*range(33, 127), *range(161, 173), *range(174, 256)]
    others = [256 + place for place in range(256 - len(printable))]
    rest = [chr(code) for code in printable + others]
    return _FIRST + [token for token in [*_CONTROL, *rest] if token not in _FIRST]


def _metadata(tokens: Sequence[str]) -> dict[str, Any]:
    return {
        "general.architecture": "llama",
        "general.name": "tiny",
        "llama.context_length": _CONTEXT,
        "llama.embedding_length": _WIDTH,
        "llama.block_count": 1,
        "llama.feed_forward_length": _HIDDEN,
        "llama.attention.head_count": 1,
        "llama.attention.layer_norm_rms_epsilon": 1e-5,
        "llama.rope.dimension_count": _WIDTH,
        "tokenizer.ggml.model": "gpt2",
        "tokenizer.ggml.pre": "qwen2",
        "tokenizer.ggml.tokens": list(tokens),
        "tokenizer.ggml.token_type": [3 if token in _CONTROL else 1 for token in tokens],
        "tokenizer.ggml.merges": ["a a"],
        "tokenizer.ggml.eos_token_id": tokens.index("<|im_end|>"),
        "tokenizer.chat_template": _TEMPLATE,
    }


def _tensors(vocabulary_size: int) -> dict[str, tuple[int, ...]]:
    norm: tuple[int, ...] = (_WIDTH,)
    square: tuple[int, ...] = (_WIDTH, _WIDTH)
    block = {f"blk.0.attn_{part}.weight": square for part in ("q", "k", "v", "output")}
    block |= {f"blk.0.ffn_{part}.weight": (_WIDTH, _HIDDEN) for part in ("gate", "up", "down")}
    block |= {"blk.0.attn_norm.weight": norm, "blk.0.ffn_norm.weight": norm}
    ends: dict[str, tuple[int, ...]] = {
        "token_embd.weight": (_WIDTH, vocabulary_size),
        "output.weight": (_WIDTH, vocabulary_size),
    }
    return {**ends, "output_norm.weight": norm, **block}


def _string(text: str) -> bytes:
    encoded = text.encode()
    return struct.pack("<Q", len(encoded)) + encoded


def _value(value: Any) -> bytes:
    if isinstance(value, str):
        return struct.pack("<I", _STRING) + _string(value)
    if isinstance(value, float):
        return struct.pack("<If", _FLOAT32, value)
    if isinstance(value, int):
        return struct.pack("<II", _UINT32, value)
    if isinstance(value[0], str):
        return struct.pack("<IIQ", _ARRAY, _STRING, len(value)) + b"".join(map(_string, value))
    return struct.pack(f"<IIQ{len(value)}i", _ARRAY, _INT32, len(value), *value)


def _aligned(data: bytes) -> bytes:
    return data + b"\0" * (-len(data) % _ALIGNMENT)
