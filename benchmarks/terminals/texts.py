"""Long texts that every program is given: the bundled articles one after the other, broken at a margin."""

from __future__ import annotations

import textwrap
from pathlib import Path
from xml.sax.saxutils import escape

from tuireader.settings import paths

#: Every so many paragraphs the second account says it in other words.
_REWORDED = 3


class Texts:
    """Two accounts in a folder, in lines no longer than ``width``, and a feed with the first one.

    They are long enough that 30 lines and six pages further there is still more.
    """

    def __init__(self, folder: Path, width: int) -> None:
        folder.mkdir()
        self.first, self.second = folder / "first.txt", folder / "second.txt"
        self.feed = folder / "feed.xml"
        paragraphs = _paragraphs()
        self.first.write_text(_broken(paragraphs, width), encoding="utf-8")
        again = [
            each.replace(" the ", " this ") if number % _REWORDED == 0 else each
            for number, each in enumerate(paragraphs)
        ]
        self.second.write_text(_broken(again, width), encoding="utf-8")
        body = "".join(f"<p>{escape(each)}</p>" for each in paragraphs)
        self.feed.write_text(
            "<?xml version='1.0' encoding='utf-8'?><rss version='2.0'><channel><title>Accounts</title>"
            "<link>http://localhost/</link><description>One account</description>"
            "<item><title>First</title><link>http://localhost/first</link><guid>first</guid>"
            f"<description>{escape(body)}</description></item></channel></rss>",
            encoding="utf-8",
        )


def _paragraphs() -> list[str]:
    texts = [path.read_text(encoding="utf-8") for path in sorted(paths.find().seeds.glob("*.txt"))]
    return [line.strip() for text in texts for line in text.splitlines() if line.strip()]


def _broken(paragraphs: list[str], width: int) -> str:
    return "\n\n".join(textwrap.fill(each, width, break_on_hyphens=False) for each in paragraphs) + "\n"
