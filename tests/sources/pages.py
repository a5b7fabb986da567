"""Web pages as outlets make them, round texts of our own, and how to read one."""

from __future__ import annotations

from tuireader.article import Article
from tuireader.sources import formats
from tuireader.sources.drafts import article
from tuireader.sources.inputs import BytesInput
from tuireader.sources.model import Draft, Options, Problem

PARAGRAPHS = (
    "The harbour of Lindby reopened on Tuesday after a storm had kept ships away for three days, the port said.",
    "Some 1,200 containers wait on the quay, and the last of them will leave by Friday, according to its director.",
    "“We lost two cranes and nobody was hurt, which is what counts,” Marta Kolin told reporters at the gate.",
    "The council will meet next week to talk about a wall that was promised after the flood of 2011 and never built.",
)
HEADLINE = "Harbour of Lindby reopens after the storm"
TEXT = "\n\n".join(PARAGRAPHS)


def page(head: str = "", body: str = "", *, title: str = HEADLINE, lang: str = "en") -> str:
    """A page with the usual things round an article."""
    inner = body or f"<article><h1>{HEADLINE}</h1>{paragraphs()}</article>"
    return f"""<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>{head}
<script>var a = "<p>not a text</p>";</script><style>p {{ color: red }}</style></head><body>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav></header>
<main>{inner}</main>
<aside><h2>Most read</h2><ul><li><a href="/1">Ten ways to cook a swede</a></li></ul></aside>
<footer><p>© 2025 The Lindby Post. All rights reserved.</p></footer></body></html>"""


def paragraphs() -> str:
    return "".join(f"<p>{each}</p>" for each in PARAGRAPHS)


def found(data: bytes, name: str, **options: object) -> list[Draft | Problem]:
    """What the readers find in ``data``. ``media`` and ``said`` (an encoding) are what a server says."""
    media, said = str(options.pop("media", "")), str(options.pop("said", ""))
    given = Options(**options)  # type: ignore[arg-type]
    return list(formats.read(BytesInput(name, data, media=media, charset=said, options=given)))


def draft(data: bytes | str, name: str = "a.html", **options: object) -> Draft:
    """The one draft in ``data``."""
    [each] = found(data.encode() if isinstance(data, str) else data, name, **options)
    assert isinstance(each, Draft), each
    return each


def reason(data: bytes | str, name: str = "a.html", **options: object) -> str:
    """Why nothing is found in ``data``."""
    [each] = found(data.encode() if isinstance(data, str) else data, name, **options)
    assert isinstance(each, Problem), each
    return each.reason


def as_article(each: Draft) -> Article:
    return article(each, id="a")


def told(each: Draft) -> dict[str, tuple[str, str]]:
    """What is told of a draft: name to value and where it was read."""
    names = ("title", "source", "byline", "published", "language", "url", "agency")
    return {name: tuple(value) for name in names if (value := getattr(each, name))}
