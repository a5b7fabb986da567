"""Furniture that is learnt from the articles of an outlet, and what an outlet prints often because it is news."""

from dataclasses import replace

import pytest

from tuireader.article import Article
from tuireader.sources import from_text, outlets
from tuireader.sources.outlets import Lines, learnt, outlet_of, unlearnt

PLACES = ("Lindby", "Norby", "Oxhamn", "Västerby", "Korsvik", "Strandby", "Hamra")


def article(number: int, extra: str = "", *, source: str | None = "Coast Post", middle: str = "") -> Article:
    place = PLACES[number % len(PLACES)]
    text = (
        f"The harbour of {place} opened again on Friday, {number + 2} weeks after the storm, and ships came in.\n"
        f"Nobody was hurt in {place}, said the harbour master, who slept in her office {number} nights.\n"
        f"{middle}\n"
        f"Work on the pier of {place} goes on until the summer, and the town has asked for {number} millions.\n"
        f"The boats of {place} will go out again when the wind turns, which nobody expects before week {number}.\n"
        f"{extra}\n"
    )
    return replace(from_text(text, id=f"a{number}"), source=source)


def taken(articles: tuple[Article, ...]) -> list[str]:
    found = ((each, part) for each in articles for part in each.parts if part.why.startswith("furniture of"))
    return sorted({each.text[part.start : part.end] for each, part in found})


LETTER = "The Coast Post is read by all who live by the sea."


@pytest.mark.parametrize(
    ("extra", "middle"),
    [(LETTER, ""), ("Stories from the sea, every morning", ""), ("", "more stories from our newsroom")],
)
def test_a_line_of_four_articles_is_furniture(extra: str, middle: str) -> None:
    articles = [article(number, extra, middle=middle) for number in range(4)]
    found = learnt(articles)
    assert taken(found) == [extra or middle]
    assert found[0].parts[-1 if extra else 2].why == "furniture of Coast Post"
    assert all(len(one.sentences) == len(other.sentences) - 1 for one, other in zip(found, articles, strict=True))
    assert found[0].words < articles[0].words
    assert found[0].digest == articles[0].digest


@pytest.mark.parametrize(
    ("extra", "middle"),
    [
        ("", "The company did not answer our questions on that day."),
        ("“We have waited long for this day,” said Ida Holm.", ""),
        ("The war has cost 40,000 lives since it began.", ""),
        ("2 p.m.", ""),
    ],
)
def test_what_is_news_stays(extra: str, middle: str) -> None:
    articles = [article(number, extra, middle=middle) for number in range(6)]
    assert learnt(articles) == tuple(articles)


def test_three_articles_or_four_outlets_are_not_enough() -> None:
    assert taken(learnt([article(number, LETTER) for number in range(3)])) == []
    assert taken(learnt([article(number, LETTER, source=PLACES[number]) for number in range(5)])) == []
    assert taken(learnt([article(number, LETTER, source=None) for number in range(5)])) == []


def test_copies_of_one_article_are_one() -> None:
    one = article(1, LETTER)
    copies = [
        replace(from_text(f"Version {'A' * number}.\n{one.text}", id=f"c{number}"), source="Coast Post")
        for number in range(6)
    ]
    assert taken(learnt([one, *copies])) == []


def test_never_more_than_a_third() -> None:
    short = [
        replace(from_text(f"The harbour of {place} is open.\n{LETTER}\n", id=place), source="Coast Post")
        for place in PLACES
    ]
    assert learnt(short) == tuple(short)


def test_counts_go_on() -> None:
    lines = Lines()
    assert taken(learnt([article(0, LETTER), article(1, LETTER)], lines)) == []
    assert taken(learnt([article(2, LETTER)], lines)) == []
    assert taken(learnt([article(3, LETTER)], lines)) == [LETTER]


def test_what_was_learnt_can_be_taken_back() -> None:
    articles = tuple(article(number, LETTER) for number in range(4))
    assert tuple(map(unlearnt, learnt(articles))) == articles == tuple(map(unlearnt, articles))


def test_it_never_grows_beyond_its_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outlets, "MOST", 100)
    lines = Lines()
    for number in range(4):
        lines.add(article(number, LETTER))
    for number in range(300):
        lines.add(article(number, f"line {chr(97 + number % 26)}{chr(97 + number // 26)} of many"))
    assert len(lines) <= 100
    assert taken((lines.without(article(9, LETTER)),)) == [LETTER]


def test_an_outlet_is_a_name_or_a_host() -> None:
    plain = from_text("Text.", id="x")
    assert outlet_of(replace(plain, source="Coast  POST")) == "coast post"
    assert outlet_of(replace(plain, url="https://www.coast.example/a/b")) == "coast.example"
    assert outlet_of(replace(plain, path="https://coast.example/feed.xml#1")) == "coast.example"
    assert outlet_of(replace(plain, path="/tmp/a.txt")) == ""
    assert outlet_of(replace(plain, url="http://[bad")) == ""
