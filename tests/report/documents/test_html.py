"""The page is sound HTML, needs nothing, escapes everything, and leads only to places it has."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.report.documents.invented import NORTH, hostile, known, of, three
from tuireader.report.documents import WHATS, Material, export
from tuireader.report.documents.html import page
from tuireader.report.documents.html.markup import escape, tag
from tuireader.settings.colour import contrast, rgb
from tuireader.text.safe import clean

VOID = {"meta", "br", "hr", "col", "link", "img", "input"}


class Sound(HTMLParser):
    """Reads a page and complains of whatever is not balanced."""

    def __init__(self, data: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.words = ""
        self.feed(data.decode("utf-8"))
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), (tag, names)
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag == "p":
            assert "p" not in self.open
        if tag == "a":
            assert "a" not in self.open
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words += data

    def all(self, *names: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.tags if name in names]


@pytest.fixture(scope="module")
def material() -> Material:
    return three()


@pytest.fixture(scope="module", params=[*WHATS, "hostile"])
def read(request: pytest.FixtureRequest, material: Material) -> Sound:
    if request.param == "hostile":
        return Sound(export(hostile(), "story", "html"))
    return Sound(export(material, request.param, "html"))


def test_every_link_leads_to_a_place_on_the_page_and_every_place_has_one_name(read: Sound) -> None:
    ids = [attributes["id"] for _, attributes in read.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    targets = {attributes["href"] for attributes in read.all("a") if "href" in attributes}
    assert {target[:1] for target in targets} == {"#"}
    assert {target[1:] for target in targets} <= set(ids)


def test_nothing_runs_and_nothing_is_fetched(read: Sound) -> None:
    names = {name for name, _ in read.tags}
    assert names.isdisjoint(("script", "img", "link", "iframe", "object", "base", "form", "input"))
    for name, attributes in read.tags:
        assert not any(each.startswith("on") or each in ("src", "style", "action") for each in attributes), name
    (policy,) = (each for each in read.all("meta") if each.get("http-equiv"))
    assert policy["content"].startswith("default-src 'none'; style-src 'unsafe-inline'; img-src data:")
    assert "url(" not in Path(page.__globals__["__file__"]).with_name("page.css").read_text("utf-8")


def test_landmarks_headings_and_tables_can_be_heard(read: Sound) -> None:
    assert read.all("html")[0]["lang"] == "en"
    for landmark in ("header", "main", "footer"):
        assert len(read.all(landmark)) == 1
    skip = next(each for each in read.all("a") if each.get("class") == "skip")
    assert skip["href"] == "#main"
    levels = [int(name[1]) for name, _ in read.tags if re.fullmatch("h[1-6]", name)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert all(each.get("scope") in ("row", "col") for each in read.all("th"))
    assert all(each.get("aria-hidden") or each.get("role") == "img" for each in read.all("svg"))
    named = {each["id"] for each in read.all("h2", "h3") if "id" in each}
    assert {each["aria-labelledby"] for each in read.all("section") if "aria-labelledby" in each} <= named


def test_each_occurrence_is_numbered_and_leads_to_the_passage_and_to_the_others(material: Material) -> None:
    read = Sound(export(material, "story", "html"))
    links = {each["href"] for each in read.all("a") if "href" in each}
    ids = {attributes["id"] for _, attributes in read.tags if "id" in attributes}
    assert material.telling.passages.passages
    for passage in material.telling.passages.passages:
        number = material.numbers[passage.id]
        assert f"p{number}" in ids
        for span, _ in passage.occurrences:
            place = [article.id for article in material.articles].index(span.article) + 1
            assert f"p{number}-a{place}-{span.start}" in ids
        assert sum(link.startswith(f"#p{number}-a") for link in links) >= len(passage.articles)


def test_texts_stand_whole_in_their_article(material: Material) -> None:
    read = Sound(export(material, "story", "html"))
    plain = " ".join(read.words.split())
    assert "A new wall would cost 12 million euros, the council had been told in 2021." in plain
    assert "Nobody was hurt" in plain
    assert "boats of Berg" in Sound(export(material, "marks", "html")).words
    assert "boats of Berg" not in plain


def test_what_is_hostile_is_words() -> None:
    data = export(hostile(), "story", "html")
    read = Sound(data)
    text = data.decode("utf-8")
    assert "<script>alert(1)</script>" in read.words
    assert "&lt;script&gt;" in text
    assert "http://evil.example" not in {each.get("href") for each in read.all("a")}
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b\ud800-\udfff\ufffe]", text)
    assert "hidden characters of the text not shown" in read.words


@given(st.text(st.characters(codec=None, max_codepoint=0x10FFFF)))
@settings(max_examples=60, deadline=None)
def test_any_text_stays_text(text: str) -> None:
    made = tag("p", text, title=text).encode("utf-8")
    read = Sound(made)
    assert len(read.tags) == 1
    assert len(re.findall("<", made.decode())) == 2
    said = re.sub("[\ufdd0-\ufdef]|[^\0-\uffff\U00010000-\U0010ffff]|.", lambda m: m[0], clean(text))
    assert escape(said) == escape(text)


def test_one_article_and_none(material: Material) -> None:
    for what in WHATS:
        Sound(export(material.within([material.articles[0].id]), what, "html"))
        Sound(export(material.within([]), what, "html"))
    alone = Sound(export(of(only="The council meets on Friday. Ola Berg has three boats.\n"), "story", "html"))
    assert "One account" in alone.words


def test_articles_in_other_languages_say_so() -> None:
    german = (
        "Die Mauer im Hafen von Lindvik ist in der Nacht auf Mittwoch eingestürzt, und das Amt hat die Boote gezählt.\n"
    )
    read = Sound(export(of(north=NORTH, mauer=german), "story", "html"))
    assert [each.get("lang") for each in read.all("article") if each.get("class") == "text"][::-1] == ["de", None]


def test_what_a_part_of_the_articles_shares_is_counted_anew(material: Material) -> None:
    two = material.within(["south", "west"])
    assert two.telling.shared["west"] < 1
    assert set(two.telling.shared) == {"south", "west"}
    assert all(set(passage.articles) <= {"south", "west"} for passage in two.telling.passages.passages)
    assert {link.a.article for link in two.telling.passages.links} <= {"south", "west"}
    assert all(set(fact.articles) <= {"south", "west"} for fact in two.facts.facts)


def test_several_stories_each_have_a_part() -> None:
    two = three()
    other = of(bees="Bees swarm in May. The keepers of Tolga counted 30 hives on Monday.\n")
    read = Sound(export(known(*two.articles, *other.articles), "story", "html"))
    assert [each["id"] for each in read.all("section") if each.get("class") == "story"] == ["s1", "s2"]


def _themes() -> list[dict[str, str]]:
    css = Path(page.__globals__["__file__"]).with_name("page.css").read_text("utf-8")
    blocks = re.findall(r":root \{(.*?)\}", css, re.DOTALL)
    light, dark, paper = (dict(re.findall(r"--([\w]+[\w-]*): (#[0-9a-f]{3,6});", block)) for block in blocks)
    return [light, {**light, **dark}, {**light, **paper}]


@pytest.mark.parametrize("place", range(3), ids=["light", "dark", "paper"])
def test_every_colour_can_be_read_on_every_ground_it_stands_on(place: int) -> None:
    colours = {
        name: rgb(value if len(value) == 7 else "#" + "".join(2 * each for each in value[1:]))
        for name, value in _themes()[place].items()
    }
    pairs = [
        (ink, ground)
        for ink in ("ink", "quiet", "link", "differ", "changed", "agree", "only")
        for ground in ("paper", "card")
    ]
    pairs += [("ink", f"w{step}") for step in range(1, 6)] + [("link", "card")] if place < 2 else []
    pairs += [("dropped", "dropped-ground"), ("added", "added-ground")]
    for hue in range(1, 9):
        pairs += [(each, f"g{hue}") for each in ("ink", "link", "differ", f"i{hue}")]
    assert {
        f"{a} on {b}": contrast(colours[a], colours[b]) for a, b in pairs if contrast(colours[a], colours[b]) < 4.5
    } == {}
