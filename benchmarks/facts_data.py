"""Readers of the development sets that benchmarks/facts.py measures on; the sets are no part of tuireader."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple


class Marked(NamedTuple):
    """A stretch of a text with what the gold says of it."""

    start: int
    end: int
    label: str


def polnear(folder: Path) -> Iterator[tuple[str, str, list[tuple[Marked, Marked | None]]]]:
    """PolNeAR: name, text and attributions (content, source) of each article's first annotator."""
    seen: set[str] = set()
    for path in sorted((folder / "attributions").glob("*.ann")):
        name = path.stem.rpartition("_")[0]
        if name in seen:
            continue
        seen.add(name)
        text = (folder / "text" / f"{name}.txt").read_bytes().decode("utf-8")
        yield name, text, list(_attributions(path))


def _attributions(path: Path) -> Iterator[tuple[Marked, Marked | None]]:
    spans: dict[str, Marked] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        parts = line.split("\t")
        if line.startswith("T"):
            label, *offsets = parts[1].replace(";", " ").split()
            spans[parts[0]] = Marked(int(offsets[0]), int(offsets[-1]), label)
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("E"):
            continue
        pieces = [piece.split(":") for piece in line.split("\t")[1].split()]
        contents = [spans[at] for role, at in pieces if role.startswith("Content") and at in spans]
        sources = [spans[at] for role, at in pieces if role.startswith("Source") and at in spans]
        if contents:
            whole = Marked(min(one.start for one in contents), max(one.end for one in contents), "content")
            yield whole, (sources[0] if sources else None)


class News(NamedTuple):
    """A GUM article: text put together from its tokens, names and dates in it, the date it was written."""

    name: str
    text: str
    names: list[Marked]
    dates: list[Marked]
    written: str


_PLACES = {"person": "person", "organization": "organisation", "place": "place"}


def gum(folder: Path) -> Iterator[News]:
    """The GUM news articles: entities that hold a proper noun, and dates with their values."""
    for path in sorted(folder.glob("*.xml")):
        yield gum_tokens(path)[0]


def gum_tokens(path: Path) -> tuple[News, list[tuple[int, int, bool]]]:
    """A GUM article, and where its tokens stand, each with whether it is a proper noun."""
    text = ""
    tokens: list[tuple[int, int, bool]] = []
    dates: list[Marked] = []
    opened: list[tuple[int, str]] = []
    written = ""
    glue = True
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("<text "):
            found = re.search(r'dateCreated="([\d-]+)"', line)
            written = found.group(1) if found else ""
        elif line.startswith("</s"):
            text += "\n" if not line.startswith("</sp") else ""
            glue = True
        elif line.startswith("<date"):
            value = re.search(r'(?:when|from|notBefore)="([^"]+)"', line)
            opened.append((len(tokens), value.group(1) if value else ""))
        elif line.startswith("</date") and opened:
            at, value_of = opened.pop()
            if at < len(tokens):
                dates.append(Marked(tokens[at][0], tokens[-1][1], value_of))
        elif "\t" in line:
            word, tag, *_ = line.split("\t")
            word = word.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")
            tight = (
                glue
                or bool(re.match(r"^(?:[.,;:!?)\]%’”]|'s|'t|n't|'re|'ve|'ll|'d|'m)", word))
                or word == "-"
                or text.endswith("-")
            )
            text += "" if tight else " "
            tokens.append((len(text), len(text) + len(word), tag in ("NP", "NPS", "NNP", "NNPS")))
            text += word
            glue = word in "([“‘$£€#" or (word == '"' and text.count('"') % 2 == 1)
    names = list(_gum_names(path.with_suffix(".tsv"), tokens))
    return News(path.stem, text, names, dates, written), tokens


def _gum_names(path: Path, tokens: list[tuple[int, int, bool]]) -> Iterator[Marked]:
    spans: dict[str, tuple[str, list[int]]] = {}
    at = -1
    for line in path.read_text(encoding="utf-8").splitlines():
        if not re.match(r"\d+-\d+\t", line):
            continue
        at += 1
        column = line.split("\t")[3]
        for number, piece in enumerate(column.split("|")):
            label, _, index = piece.partition("[")
            if label in _PLACES:
                spans.setdefault(index or f"alone {at} {number}", (label, []))[1].append(at)
    for label, members in spans.values():
        proper = [index for index in members if index < len(tokens) and tokens[index][2]]
        if proper:
            yield Marked(tokens[proper[0]][0], tokens[proper[-1]][1], _PLACES[label])


def numbers(path: Path) -> Iterator[dict[str, Any]]:
    """The cases of the number specification, each input and model once."""
    seen: set[tuple[str, str]] = set()
    for line in path.read_text(encoding="utf-8").splitlines():
        case: dict[str, Any] = json.loads(line)
        if (case["model"], case["input"]) not in seen:
            seen.add((case["model"], case["input"]))
            yield case


class Event(NamedTuple):
    """A news event told by several outlets: their texts, facts and quotes marked by hand."""

    name: str
    texts: dict[str, str]
    facts: list[dict[str, Any]]
    quotes: list[dict[str, Any]]


def events(folder: Path) -> Iterator[Event]:
    """The events that have facts marked."""
    for place in sorted(folder.iterdir()):
        if (place / "facts.jsonl").exists():
            texts = {path.name: path.read_bytes().decode("utf-8") for path in sorted(place.glob("*.txt"))}
            yield Event(place.name, texts, _lines(place / "facts.jsonl"), _lines(place / "quotes.jsonl"))


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
