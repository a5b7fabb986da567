"""Names of people, organisations and places against hand-made gold.

    python benchmarks/facts_names.py --data FOLDER --gold FILE [--misses]

FILE is JSON Lines, an article a line: ``{"file": …, "until": n, "names": [[start, end, kind], …]}``. ``file`` is the
article's place in FOLDER, or ``gum-news/NAME`` for an article of the GUM corpus as ``facts_data.gum`` puts its text
together. Names are marked as in CoNLL-2003 (Tjong Kim Sang and De Meulder, 2003): no titles, articles or possessive
endings, the outermost of nested names, nationalities and names of works or events not at all. Offsets count
characters, ends exclusive; only the text before ``until`` was annotated, so what is found after it does not count.
Each article is read alone.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import facts_data as data
from facts_scoring import Score, Show, article, match

from tuireader import facts

KINDS = ("person", "organisation", "place")


class Annotated(NamedTuple):
    """An article, and the names that were marked and found in its annotated part."""

    name: str
    text: str
    gold: list[data.Marked]
    found: list[data.Marked]


def read(folder: Path, gold: Path) -> Iterator[Annotated]:
    gum = {news.name: news.text for news in data.gum(folder / "gum-news")}
    for line in gold.read_text(encoding="utf-8").splitlines():
        if not line.strip():
            continue
        row = json.loads(line)
        name = row["file"]
        corpus, _, rest = name.partition("/")
        text = gum[rest] if corpus == "gum-news" else (folder / name).read_bytes().decode("utf-8")
        names = [data.Marked(start, end, kind) for start, end, kind in row["names"]]
        yield Annotated(name, text, names, list(found_in(name, text, row["until"])))


def found_in(name: str, text: str, until: int) -> Iterator[data.Marked]:
    for mention in facts.find([article(text, name)]).mentions:
        if mention.kind in KINDS and mention.span.end <= until:
            yield data.Marked(mention.span.start, mention.span.end, mention.kind)


def of(kind: str, names: Sequence[data.Marked]) -> list[data.Marked]:
    return [one for one in names if kind in (one.label, "all")]


def rows(articles: Sequence[Annotated]) -> Iterator[str]:
    shown = Show.on
    for exact, how in ((True, "exact"), (False, "touching")):
        for kind in (*KINDS, "all"):
            score = Score()
            # Every miss is printed once: under "all", where spans must be exact.
            Show.on = shown and exact and kind == "all"
            for one in articles:
                match(score, of(kind, one.found), of(kind, one.gold), one.text, one.name, exact)
            yield score.row(f"{kind}, {how}")
    Show.on = shown


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder of the development sets")
    parser.add_argument("--gold", type=Path, required=True, help="the marked names, JSON Lines")
    parser.add_argument("--misses", action="store_true", help="print what was missed and what was found wrongly")
    options = parser.parse_args()
    Show.on = options.misses
    for row in rows(list(read(options.data, options.gold))):
        print(row)


if __name__ == "__main__":
    main()
