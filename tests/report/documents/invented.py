"""Three accounts that share passages, with a mark in one: read, compared and known as real ones are."""

from __future__ import annotations

from typing import NamedTuple

from tuireader import sources, story
from tuireader.article import Article
from tuireader.report.documents import Material

NORTH = """Harbour wall at Lindvik gives way

The harbour wall at Lindvik gave way on Tuesday night, and around 40 boats were damaged, the harbour office said.
Nobody was hurt, the mayor Ine Dahl told reporters on Wednesday morning.

"We had warned the council about the wall for three years," said Ola Berg, who owns a boat there.
"""
SOUTH = """Boats wrecked as wall collapses

The harbour wall at Lindvik gave way late on Tuesday, and more than 45 boats were damaged, the harbour office said.

"We had warned the council about the wall for three years," said Ola Berg, who owns a boat there.

The council meets on Friday.
"""
WEST = """The harbour wall at Lindvik gave way on Tuesday night, and around 40 boats were damaged, the harbour office said.

A new wall would cost 12 million euros, the council had been told in 2021.
"""  # noqa: E501
#: What a terminal, a browser or a spreadsheet would act on.
HOSTILE = """<script>alert(1)</script> & "quoted" 'single' ]]> --> *stars* _under_ `ticks` [link](http://evil.example) | pipe

=cmd|' /C calc'!A0 stands here \u202eesrever\u202c and \u2066isolated\u2069, \x1b[31mred\x1b[0m \x9b1m \u200bzero \ud800lone \ufffe end.
# Not a heading
- not a list
1. not a number
> not a quote
</style></mark></article><img src=x onerror=alert(1)> &amp; &lt;b&gt;
"""  # noqa: E501


class Mark(NamedTuple):
    """As the library keeps them."""

    digest: str
    start: int
    end: int
    created: int = 1_700_000_000
    kind: str = "sentence"
    label: str = ""
    quote: str = ""
    title: str = ""
    note: str = ""
    tags: tuple[str, ...] = ()


def of(**texts: str) -> Material:
    """Everything found in some texts."""
    return known(*(sources.from_text(text, id=name, path=f"{name}.txt") for name, text in texts.items()))


def known(*articles: Article, marks: tuple[Mark, ...] = ()) -> Material:
    """Everything found in some articles."""
    telling = story.tell(articles)
    return Material(articles, telling, story.know(articles, telling), marks)


def three() -> Material:
    """The three accounts, with a mark that has a note and tags, and one in an article that is not open."""
    material = of(north=NORTH, south=SOUTH, west=WEST)
    article = material.articles[0]
    start = article.text.index("Nobody")
    marks = (
        Mark(
            article.digest,
            start,
            start + 15,
            quote="Nobody was hurt",
            title=article.title,
            note="Check.\nTwice.",
            tags=("hurt",),
        ),
        Mark("0" * 32, 3, 9, kind="fact", label="boats of Berg", quote="a boat", title="An article elsewhere"),
    )
    return Material(material.articles, material.telling, material.facts, marks)


def hostile() -> Material:
    """A text full of what others would act on, twice, with a mark in it."""
    material = of(**{"a": HOSTILE, "=b<i>": HOSTILE.replace("here", "there")})
    article = material.articles[0]
    mark = Mark(article.digest, 0, 25, quote=article.text[:25], title=HOSTILE[:40], note=HOSTILE, tags=("<b>", "=1"))
    return Material(material.articles, material.telling, material.facts, (mark,))
