from __future__ import annotations

from collections.abc import Callable

import pytest

from tuireader.article import Article, Part, Role, Sentence

Make = Callable[..., Article]


@pytest.fixture
def make() -> Make:
    """Makes an article of one-sentence lines: ``make("a", title="…", body=["…", "…"])``."""

    def build(name: str, *, title: str = "", body: list[str], furniture: tuple[str, ...] = ()) -> Article:
        lines: list[tuple[Role, str]] = [("title", title)] if title else []
        lines += [("body", line) for line in body] + [("furniture", line) for line in furniture]
        parts, sentences, at = [], [], 0
        for number, (role, line) in enumerate(lines):
            parts.append(Part(role, at, at + len(line)))
            if role != "furniture":
                sentences.append(Sentence(at, at + len(line), role, number, False))
            at += len(line) + 1
        text = "\n".join(line for _, line in lines)
        return Article(name, text, title or body[0], tuple(parts), tuple(sentences))

    return build
