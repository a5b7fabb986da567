"""How sure descriptions of people and organisations are, against the coreference of GUM:
``python benchmarks/facts_entities.py --data FOLDER [--misses]``.

FOLDER holds ``gum-news``. A description ("the mayor") is right where the gold chain it stands in has a name that we
give the same entity; one that is no span of the gold at all counts as wrong.
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from pathlib import Path

import facts_data as data
from facts_scoring import article

from tuireader import facts


def chains(path: Path) -> list[tuple[int, int, str]]:
    """The spans of a GUM article as first and last token, each with the name of its chain."""
    spans: dict[str, list[int]] = defaultdict(list)
    links: list[tuple[str, str]] = []
    places: dict[str, int] = {}
    rows: list[tuple[int, str, list[str]]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if re.match(r"\d+-\d+\t", line):
            cells = line.split("\t")
            places[cells[0]] = len(rows)
            rows.append((len(rows), cells[0], cells))
    for at, where, cells in rows:
        for piece in cells[3].split("|"):
            label, _, number = piece.partition("[")
            if label != "_":
                spans[number.rstrip("]") or f"at {where}"].append(at)
    for _, where, cells in rows:
        for kind, link in zip(cells[7].split("|"), cells[8].split("|"), strict=False):
            found = re.match(r"(\d+-\d+)(?:\[(\d+)_(\d+)\])?", link)
            if found is None or kind == "bridge":
                continue
            target, one, other = found.group(1), found.group(2), found.group(3)
            here = f"at {where}" if one in (None, "0") else str(one)
            there = f"at {target}" if other in (None, "0") else str(other)
            pair = (here, there) if here in spans and there in spans else (str(other), str(one))
            links.append(pair)
    leader: dict[str, str] = {}

    def top(name: str) -> str:
        while leader.get(name, name) != name:
            name = leader[name]
        return name

    for one, other in links:
        leader[top(one)] = top(other)
    return [(min(members), max(members), top(name)) for name, members in spans.items()]


def measure(folder: Path, misses: bool) -> None:
    right = found = 0
    for path in sorted((folder / "gum-news").glob("*.xml")):
        news, offsets = data.gum_tokens(path)
        gold = [(offsets[a][0], offsets[b][1], chain) for a, b, chain in chains(path.with_suffix(".tsv"))]
        for entity in facts.find([article(news.text, news.name, news.written)]).entities:
            named = [one.span for one in entity.namings if one.form != "nominal"]
            theirs = {
                chain
                for start, end, chain in gold
                for span in named
                if start <= span.start and span.end <= end and end - start <= len(entity.name) + 40
            }
            for one in entity.namings:
                if one.form != "nominal":
                    continue
                found += 1
                mine = {
                    chain
                    for start, end, chain in gold
                    if abs(start - one.span.start) <= 1 and abs(end - one.span.end) <= 1
                }
                good = bool(mine & theirs)
                right += good
                if misses and not good:
                    lead = news.text[max(0, one.span.start - 60) : one.span.start]
                    told = news.text[one.span.start : one.span.end]
                    print(f"  {news.name} {entity.name}: {lead!r} [{told}] gold span {bool(mine)}")
    print(f"{'descriptions led to a named entity':<46} right {right} of {found}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--misses", action="store_true", help="print the wrong ones")
    options = parser.parse_args()
    measure(options.data, options.misses)


if __name__ == "__main__":
    main()
