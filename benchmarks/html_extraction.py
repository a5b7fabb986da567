"""How well and how fast the article of a web page is found.

    python benchmarks/html_extraction.py [FOLDER of .txt files: title, blank line, paragraphs] [--pages FOLDER of .html]

Puts the texts (the bundled articles, where no folder is named) into pages of eleven makes, ``benchmarks/pages``, and
reads them as an import does. F1 is that of runs of four words, as in the benchmark of article extraction by Zyte.
The columns behind it count the pages of which title, source, byline and date were told right; ``old`` and ``broken``
tell no byline and no date. ``--pages`` only takes the time over pages of your own.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import NamedTuple

from tuireader.sources.answers import draft
from tuireader.sources.formats.html import task
from tuireader.sources.isolated import Answered, ahead, cores
from tuireader.sources.model import Draft

SEEDS = Path(__file__).parent.parent / "seeds"
PAGES = Path(__file__).parent / "pages"
AUTHOR, SOURCE, PUBLISHED = "Jana Wolm", "The Lindby Post", "2025-03-11T08:30:00+01:00"


class Story(NamedTuple):
    """What a page tells."""

    title: str
    paragraphs: Sequence[str]

    def on(self, page: str) -> bytes:
        """A page with this in it: the lines of ``[[first]]`` and ``[[second]]`` stand once for each paragraph."""
        half = (len(self.paragraphs) + 1) // 2
        values = {"title": escape(self.title), "author": AUTHOR, "source": SOURCE, "published": PUBLISHED}
        values["body"] = json.dumps("\n\n".join(self.paragraphs))[1:-1]
        rows: list[str] = []
        for row in page.split("\n"):
            for mark, each in (("[[first]]", self.paragraphs[:half]), ("[[second]]", self.paragraphs[half:])):
                if mark in row:
                    rows += [row.replace(mark, escape(paragraph)) for paragraph in each]
                    break
            else:
                rows.append(row)
        return re.sub(r"\[\[(\w+)\]\]", lambda match: values.get(match[1], ""), "\n".join(rows)).encode()


def main() -> None:
    """Prints a row a make, then the speed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=SEEDS)
    parser.add_argument("--pages", type=Path, help="pages to take the time over")
    asked = parser.parse_args()
    if asked.pages:
        found = sorted(path for path in asked.pages.rglob("*.htm*") if path.stat().st_size < 8_000_000)
        timed([path.read_bytes() for path in found])
        return
    stories = [story for path in sorted(asked.folder.rglob("*.txt")) if (story := _story(path)) is not None]
    print(f"{len(stories)} texts\n{'make':<12}{'F1':>7}{'prec':>7}{'recall':>8}", end="")
    print("".join(f"{name:>8}" for name in ("title", "source", "byline", "date")))
    every: list[bytes] = []
    total: Counter[str] = Counter()
    makes = sorted(PAGES.glob("*.html"))
    for make in makes:
        pages = [story.on(make.read_text(encoding="utf-8")) for story in stories]
        every += pages
        found = [_draft(each) for each in ahead(task(page) for page in pages)]
        counted: Counter[str] = Counter()
        for story, each in zip(stories, found, strict=True):
            counted.update(_compared(story, each))
        total.update(counted)
        _print(make.stem, counted, len(stories))
    _print("all", total, len(stories) * len(makes))
    timed(every)


def timed(pages: Sequence[bytes]) -> None:
    """Prints how many pages are read in a second."""
    began = time.perf_counter()
    read = sum(isinstance(each, Answered) for each in ahead(task(page) for page in pages))
    seconds = time.perf_counter() - began
    size = sum(map(len, pages)) / 1e6
    print(f"{len(pages)} pages, {size:.1f} MB, {read} read: {len(pages) / seconds:.0f} a second, {cores()} workers")


def _story(path: Path) -> Story | None:
    paragraphs = [" ".join(each.split()) for each in path.read_text(encoding="utf-8").split("\n") if each.strip()]
    return Story(paragraphs[0], paragraphs[1:]) if len(paragraphs) > 3 else None


def _draft(each: Answered | Exception) -> Draft | None:
    return draft(each.data) if isinstance(each, Answered) else None


def _compared(story: Story, each: Draft | None) -> Counter[str]:
    found, wanted = _runs(each.text if each else ""), _runs("\n".join(story.paragraphs))
    counted = Counter(right=sum((found & wanted).values()), found=sum(found.values()), wanted=sum(wanted.values()))
    if each is not None:
        counted["title"] = each.title is not None and each.title.value == story.title
        counted["source"] = each.source is not None and each.source.value == SOURCE
        counted["byline"] = each.byline is not None and each.byline.value == AUTHOR
        counted["date"] = each.published is not None and each.published.value == PUBLISHED
    return counted


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3)))


def _print(name: str, counted: Counter[str], pages: int) -> None:
    precision, recall = counted["right"] / max(1, counted["found"]), counted["right"] / max(1, counted["wanted"])
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    told = "".join(f"{counted[name] / pages:>8.0%}" for name in ("title", "source", "byline", "date"))
    print(f"{name:<12}{f1:>7.3f}{precision:>7.3f}{recall:>8.3f}{told}")


if __name__ == "__main__":
    main()
