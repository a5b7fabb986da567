"""A linear reader on the invented story: orders in, what is printed out."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Protocol

import pytest

from tests.tui.invented import TEXTS, facts_of, telling_of
from tuireader.article import Article
from tuireader.facts import Facts
from tuireader.library import Library
from tuireader.linear.reader import Reader
from tuireader.linear.shelf import Shelf
from tuireader.linear.sitting import Sitting
from tuireader.linear.typist import Lined
from tuireader.linear.voice import Voice
from tuireader.settings.config import Settings
from tuireader.sources import from_text
from tuireader.story import Telling


@dataclass
class Known:
    """Articles with everything known beforehand."""

    articles: tuple[Article, ...]
    telling: Telling
    facts: Facts


class Run(Protocol):
    """``run("1", "n")`` gives the lines that are printed, each of 10,000 cells; without the list at the beginning."""

    def __call__(
        self, *orders: str, settings: Settings | None = None, width: int = 10_000, encoding: str = "utf-8"
    ) -> list[str]: ...


@pytest.fixture
def source() -> Known:
    articles = tuple(from_text(text, id=name) for name, text in TEXTS.items())
    return Known(articles, telling_of(*articles), facts_of(*articles))


@pytest.fixture
def library() -> Library:
    return Library.open(None)


#: What stands before the answer to the first order.
BEFORE = "At article 1: "


@pytest.fixture
def run(source: Known, library: Library) -> Run:
    def run(*orders: str, settings: Settings | None = None, width: int = 10_000, encoding: str = "utf-8") -> list[str]:
        data = io.BytesIO()
        out = io.TextIOWrapper(data, encoding=encoding)
        voice = Voice(out, lambda: width)
        typed = io.StringIO("".join(f"{order}\n" for order in orders))
        reader = Reader(Sitting(source, library), settings or Settings(), Lined(typed, voice), voice)
        reader.run(Shelf(reader))
        lines = data.getvalue().decode(encoding).splitlines()
        at = next(place for place, line in enumerate(lines) if line.startswith(BEFORE[:width]))
        return lines[at + 1 :] if width > 1000 else lines

    return run
