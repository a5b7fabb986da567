"""Many articles: only neighbours are compared, and those are found."""

from __future__ import annotations

import random

from tests.passages.texts import HERALD, POST
from tuireader.article import Article
from tuireader.passages import find
from tuireader.passages.candidates import neighbours
from tuireader.passages.words.features import Features
from tuireader.sources import from_text


def crowd(count: int) -> list[Article]:
    """Articles that share a vocabulary but no statement."""
    own = random.Random(11)
    stock = ["".join(own.choices("bdfgklmnprst", k=2)) + "a" + own.choice("lmnrst") + "o" for _ in range(150)]
    texts = ["\n".join(" ".join(own.choices(stock, k=12)).capitalize() + "." for _ in range(8)) for _ in range(count)]
    return [from_text(text, id=f"crowd-{number}") for number, text in enumerate(texts)]


def test_neighbours_share_rare_wording() -> None:
    event = [*crowd(50), from_text(HERALD, id="herald"), from_text(POST, id="post")]
    assert (50, 51) in neighbours([Features(article) for article in event])


def test_links_among_many_are_those_of_the_pair() -> None:
    herald, post = from_text(HERALD, id="herald"), from_text(POST, id="post")
    many = find([herald, *crowd(60), post])
    among = tuple(link for link in many.links if {link.a.article, link.b.article} == {"herald", "post"})
    assert among == find([herald, post]).links


def test_wording_that_everybody_uses_makes_no_neighbours() -> None:
    phrase = "All rights reserved by the united harbour press of Lindmar.\n"
    event = [from_text(phrase + article.text, id=article.id) for article in crowd(40)]
    pairs = neighbours([Features(article) for article in event])
    assert len(pairs) < 40
