"""Markdown: as it is drawn, with its front matter."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tuireader import sources
from tuireader.article import Article
from tuireader.sources.parsing.marked import front_matter, render

FRONT = """---
title: "Harbour reopens"
date: 2025-03-10T09:15:00+01:00
authors:
  - Anna Berg
  - Lars Ek
source: Lindby Post
lang: en_GB
url: https://lindby.example/harbour
tags: [harbour, storm]
---

"""
TEXT = """# Harbour reopens

The harbour of [Lindby](https://lindby.example) *opened* again
on **Friday**, two weeks after the storm.

![The pier at night](pier.jpg)

## What comes next

> Nobody was hurt, said Ida&nbsp;Holm.

1. A new pier
2. A longer wall
   - of stone

| Ship | Tons |
|---|---|
| Ada | 40 |

<div class="ad"><script>evil()</script>See you <b>there</b>.</div>

```
code(1)
```

Work goes on \\
until summer.<br>Share this Post
"""


def opened(tmp_path: Path, text: str, name: str = "a.md") -> Article:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    found = sources.open([file])
    assert not found.problems
    (article,) = found.articles
    return article


def told(article: Article) -> list[tuple[str, str]]:
    return [(part.role, article.text[part.start : part.end]) for part in article.parts]


def test_the_text_is_what_is_drawn(tmp_path: Path) -> None:
    article = opened(tmp_path, TEXT)
    assert told(article) == [
        ("title", "Harbour reopens"),
        ("body", "The harbour of Lindby opened again on Friday, two weeks after the storm."),
        ("caption", "The pier at night"),
        ("heading", "What comes next"),
        ("body", "Nobody was hurt, said Ida Holm."),
        ("body", "1. A new pier"),
        ("body", "2. A longer wall"),
        ("body", "- of stone"),
        ("body", "Ship | Tons"),
        ("body", "Ada | 40"),
        ("body", "See you there."),
        ("furniture", "code(1)"),
        ("body", "Work goes on"),
        ("body", "until summer."),
        ("furniture", "Share this Post"),
    ]
    assert article.told_by["title"] == "heading, line 1"


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_front_matter_says_where_it_is_from(tmp_path: Path, name: str) -> None:
    article = opened(tmp_path, FRONT + TEXT, name)
    assert (article.title, article.source, article.byline) == ("Harbour reopens", "Lindby Post", "Anna Berg, Lars Ek")
    assert (article.published, article.moment) == ("2025-03-10", "2025-03-10T09:15:00+01:00")
    assert (article.language, article.url) == ("en-GB", "https://lindby.example/harbour")
    assert article.told_by["byline"] == "front matter, authors"
    assert article.text.count("Harbour reopens") == 1


def test_front_matter_in_toml(tmp_path: Path) -> None:
    article = opened(tmp_path, '+++\ntitle = "One way"\ndate = 2025-03-10\n+++\nIt is open.\n')
    assert (article.title, article.published) == ("One way", "2025-03-10")


@pytest.mark.parametrize(
    "text", ["---\nA line between rules.\n---\n", "---\ntitle: never ends\n", "", "--\ntitle: x\n--\n"]
)
def test_what_is_no_front_matter(text: str) -> None:
    assert front_matter(text) == ({}, 0)


def test_a_long_text_is_read_by_the_worker(tmp_path: Path) -> None:
    article = opened(tmp_path, "# Head\n\n" + "The *harbour* is open.\n\n" * 6000)
    assert article.title == "Head"
    assert "*" not in article.text


def test_without_words_it_is_a_problem(tmp_path: Path) -> None:
    file = tmp_path / "empty.md"
    file.write_text("![](a.png)\n\n---\n")
    found = sources.open([file])
    assert not found.articles and len(found.problems) == 1


@given(st.text(alphabet="ab*_[]()!#->`|~<\\ \n1.", max_size=120))
@settings(max_examples=150, deadline=None)
def test_anything_can_be_drawn(text: str) -> None:
    found = render(text)
    assert isinstance(found["text"], str)
