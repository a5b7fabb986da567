"""Texts broken at a margin: are their parts, sentences, passages and facts those of the texts as they were?

    python benchmarks/wrapped.py [FOLDER …]

Each text (the bundled articles, and those of the folders) is broken at many widths, in several ways, and read again.
What is printed for each way: the part of the paragraphs, sentences, links and facts of the unbroken texts that are the
same. Fails below 97 %. Offsets differ, so words are compared.
"""

from __future__ import annotations

import argparse
import sys
import textwrap
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from tuireader import facts, passages
from tuireader.article import Article
from tuireader.sources import from_text

WIDTHS = (40, 50, 60, 65, 70, 72, 76, 80, 90, 100, 120)
LEAST = 0.97
_SEEDS = Path(__file__).parents[1] / "seeds"


def _wrap(line: str, width: int, indent: str = "", first: str = "", *, hyphens: bool = False) -> str:
    return textwrap.fill(
        line.strip(),
        width,
        initial_indent=first or indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=hyphens,
    )


def _each(text: str, joint: str, wrap: Callable[[str], str]) -> str:
    return joint.join(wrap(line) for line in text.splitlines() if line.strip())


WAYS: dict[str, Callable[[str, int], str]] = {
    "lines": lambda text, width: "\n".join(_wrap(line, width) for line in text.splitlines()),
    "blank lines": lambda text, width: _each(text, "\n\n", lambda line: _wrap(line, width)),
    "indented": lambda text, width: _each(text, "\n\n", lambda line: _wrap(line, width, "   ")),
    "first line in": lambda text, width: _each(text, "\n", lambda line: _wrap(line, width, "", "    ")),
    "quoted": lambda text, width: _each(text, "\n>\n", lambda line: _wrap(line, width, "> ")),
    "crlf": lambda text, width: _each(text, "\r\n\r\n", lambda line: _wrap(line, width).replace("\n", "\r\n")),
    "flowed": lambda text, width: _each(text, "\n\n", lambda line: _wrap(line, width).replace("\n", " \n")),
    "at hyphens": lambda text, width: _each(text, "\n\n", lambda line: _wrap(line, width, hyphens=True)),
}


def _plain(text: str) -> str:
    return "".join(text.replace(">", " ").split())


def _sentences(article: Article) -> Counter[str]:
    return Counter(filter(None, (_plain(article.text[each.start : each.end]) for each in article.sentences)))


def _parts(article: Article) -> Counter[str]:
    found = ((part.role, _plain(article.text[part.start : part.end])) for part in article.parts)
    return Counter(f"{role} {words}" for role, words in found if words)


def _links(articles: Sequence[Article]) -> Counter[str]:
    texts = {article.id: article.text for article in articles}
    return Counter(
        f"{link.kind}|" + "|".join(_plain(texts[span.article][span.start : span.end]) for span in (link.a, link.b))
        for link in passages.find(articles).links
    )


def _facts(articles: Sequence[Article]) -> Counter[str]:
    return Counter(
        f"{mention.span.article} {mention.kind} {mention.value}"
        for article in articles
        for mention in facts.find([article]).mentions
    )


def _same(whole: Counter[str], found: Counter[str]) -> float:
    """Two times what is in both, by all there is in either (Dice)."""
    return 2 * (whole & found).total() / max(1, whole.total() + found.total())


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("folders", nargs="*", type=Path)
    asked.add_argument("--widths", type=lambda text: tuple(map(int, text.split(","))), default=WIDTHS)
    asked.add_argument("--ways", type=lambda text: text.split(","), default=list(WAYS))
    asked.add_argument("--show", action="store_true", help="print the first sentences that are not the same")
    given = asked.parse_args()
    seeds = sorted(_SEEDS.glob("*.txt"))
    files = [*seeds, *(file for folder in given.folders for file in sorted(folder.rglob("*.txt")))]
    texts = {f"{number}": file.read_text(encoding="utf-8") for number, file in enumerate(files)}
    whole = [from_text(text, id=name) for name, text in texts.items()]
    parts, sentences = [_parts(each) for each in whole], [_sentences(each) for each in whole]
    links, mentions = _links(whole[: len(seeds)]), _facts(whole)
    worst = 1.0
    print(f"{len(files)} texts, {len(given.widths)} widths; the same as unbroken:")
    print(f"{'':15}{'width':>6}{'parts':>9}{'sentences':>11}{'links':>9}{'mentions':>10}")
    for way in given.ways:
        for width in given.widths:
            broken = [from_text(WAYS[way](text, width), id=name) for name, text in texts.items()]
            found = [_sentences(each) for each in broken]
            held = (
                _same(sum(parts, Counter()), sum((_parts(each) for each in broken), Counter())),
                _same(sum(sentences, Counter()), sum(found, Counter())),
                _same(links, _links(broken[: len(seeds)])),
                _same(mentions, _facts(broken)),
            )
            worst = min(worst, *held[1:])
            print(f"{way:15}{width:>6}{held[0]:>9.2%}{held[1]:>11.2%}{held[2]:>9.2%}{held[3]:>10.2%}", flush=True)
            if given.show:
                for number, (one, other) in enumerate(zip(sentences, found, strict=True)):
                    for each in [*(other - one)][:2]:
                        print(f"      {files[number].name}: {each[:160]}")
    print(f"worst of sentences, links and mentions: {worst:.2%} (at least {LEAST:.0%})")
    return 0 if worst >= LEAST else 1


if __name__ == "__main__":
    sys.exit(main())
