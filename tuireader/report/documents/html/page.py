"""The page: one file that needs nothing else, neither script nor network."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from tuireader.report.counting import count
from tuireader.report.documents import words
from tuireader.report.documents.chapter import Chapter
from tuireader.report.documents.html.facts import alone, facts, timeline, who
from tuireader.report.documents.html.links import Links
from tuireader.report.documents.html.marks import marks
from tuireader.report.documents.html.markup import Html, lines, tag
from tuireader.report.documents.html.passages import passages
from tuireader.report.documents.html.sharing import articles, coverage, sharing
from tuireader.report.documents.html.texts import texts

#: Nothing is fetched, and nothing runs.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"

Section = Callable[[Links, int], Html]
#: The sections of each document, each with what the contents call it. The articles in full are made last, since only
#: then it is known which of their places something leads to.
_SECTIONS: dict[str, tuple[tuple[str, str, Section], ...]] = {
    "story": (
        ("articles", words.ARTICLES, articles),
        ("sharing", words.SHARING, sharing),
        ("coverage", words.COVERAGE, coverage),
        ("passages", "The shared passages", passages),
        ("facts", words.FACTS, facts),
        ("alone", words.ALONE, alone),
        ("timeline", words.TIMELINE, timeline),
        ("who", words.WHO, who),
        ("marks", words.MARKS, marks),
        ("texts", words.TEXTS, texts),
    ),
    "comparison": (
        ("articles", words.ARTICLES, articles),
        ("sharing", words.SHARING, sharing),
        ("coverage", words.COVERAGE, coverage),
        ("passages", "The shared passages", passages),
        ("texts", words.TEXTS, texts),
    ),
    "facts": (
        ("articles", words.ARTICLES, articles),
        ("facts", words.FACTS, facts),
        ("alone", words.ALONE, alone),
        ("timeline", words.TIMELINE, timeline),
        ("who", words.WHO, who),
    ),
    "marks": (("marks", words.MARKS, marks),),
}


def page(chapters: Sequence[Chapter], what: str) -> bytes:
    """The document in full. ``what`` is a key of ``documents.WHATS``."""
    several = len(chapters) > 1
    if what == "marks":
        title, kicker = words.MARKS, ""
    elif several:
        title, kicker = f"{len(chapters)} stories", ""
    else:
        title = chapters[0].title if chapters else "No articles"
        kicker = words.kicker(chapters[0]) if chapters else ""
    bodies = [_chapter(chapter, what, several) for chapter in chapters]
    names = [name for _, found in bodies for name in found]
    mast = tag(
        "header",
        tag("p", kicker, class_="kicker") if kicker else "",
        tag("h1", title, dir="auto"),
        tag("p", _summary(chapters, what), class_="lede"),
    )
    contents = (tag("li", tag("a", said, href=f"#{name}")) for name, said in names)
    whole = lines(
        tag("a", "Skip to the text", class_="skip", href="#main"),
        mast,
        tag("nav", tag("ol", *contents), aria_label="Contents") if len(names) > 1 else Html(""),
        tag("main", Html("\n"), lines(*(body for body, _ in bodies)), Html("\n"), id="main"),
        _foot(chapters),
    )
    head = lines(
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("meta", name="generator", content="tuireader"),
        tag("title", title),
        Html(f"<style>\n{_style()}</style>"),
    )
    document = Html(f'<!DOCTYPE html>\n<html lang="en">\n<head>\n{head}\n</head>\n<body>\n{whole}\n</body>\n</html>\n')
    return document.encode("utf-8")


def _summary(chapters: Sequence[Chapter], what: str) -> str:
    if not chapters:
        return "There was nothing to tell of."
    if what == "marks":
        return f"{count(len(chapters[0].kept), 'mark')}."
    if len(chapters) > 1:
        total = sum(len(chapter.articles) for chapter in chapters)
        return f"{count(total, 'article')}, grouped by what they tell of."
    return words.summary(chapters[0])


def _chapter(chapter: Chapter, what: str, several: bool) -> tuple[Html, list[tuple[str, str]]]:
    """The sections of one story, and the names by which the contents lead to them."""
    sections = _SECTIONS[what]
    links = Links(chapter, [name for name, _, _ in sections])
    level = 3 if several else 2
    made = [(name, said, section(links, level)) for name, said, section in sections]
    bodies = [body for _, _, body in made if body]
    if not several:
        return lines(*bodies), [(links.name(name), _called(name, said, chapter)) for name, said, body in made if body]
    name = f"s{chapter.number}"
    head = tag("h2", f"{chapter.number} · {chapter.title}", dir="auto")
    inside = lines(head, tag("p", words.summary(chapter), class_="lede"), *bodies)
    return tag("section", Html("\n"), inside, Html("\n"), id=name, class_="story"), [
        (name, f"{chapter.number} · {chapter.title}")
    ]


def _called(name: str, said: str, chapter: Chapter) -> str:
    return "The article" if name == "texts" and len(chapter.articles) == 1 else said


def _foot(chapters: Sequence[Chapter]) -> Html:
    left_out = chapters[0].material.left_out if chapters else 0
    said = (tag("li", each) for each in words.made(left_out))
    return tag("footer", tag("h2", words.MADE, id="made"), tag("ul", *said))


def _style() -> str:
    """The style sheet that stands beside this file. It holds nothing from outside."""
    return Path(__file__).with_name("page.css").read_text("utf-8")
