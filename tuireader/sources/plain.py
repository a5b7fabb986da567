"""Plain text to an article: roles of its lines, sentences, title and what the text says of its origin."""

from __future__ import annotations

from tuireader.article import TOLD, Article, Part, Sentence
from tuireader.sources.roles import assign
from tuireader.text.quotation import quoted
from tuireader.text.sentences import cut
from tuireader.text.words import words

#: About how many characters of the first sentence stand for a missing headline.
TITLE_LENGTH = 70


def from_text(text: str, *, id: str, path: str | None = None, encoding: str = "utf-8") -> Article:
    """The article that ``text`` holds.

    ``text`` is kept as it is: all offsets of the result count in it. ``encoding`` says what its bytes were decoded as.
    """
    found = assign(text)
    sentences = tuple(_sentences(text, found.parts))
    title = found.title or _lead(text, sentences) or id
    count = sum(len(words(text, part.start, part.end)) for part in found.parts if part.role in TOLD)
    return Article(
        id=id,
        text=text,
        title=title,
        parts=found.parts,
        sentences=sentences,
        source=found.credits.source,
        agency=found.credits.agency,
        byline=found.credits.byline,
        published=found.credits.published,
        path=path,
        encoding=encoding,
        words=count,
    )


def _sentences(text: str, parts: tuple[Part, ...]) -> list[Sentence]:
    found: list[Sentence] = []
    for number, part in enumerate(parts):
        if part.role not in TOLD:
            continue
        # A part with a line break in it is a paragraph that was broken at a margin.
        wrapped = any(text.find(mark, part.start, part.end) >= 0 for mark in "\n\r")
        whole = [(part.start, part.end)]
        pieces = cut(text, part.start, part.end, wrapped=wrapped) if part.role == "body" else whole
        marked = quoted(text, part.start, part.end, pieces)
        found.extend(
            Sentence(start, end, part.role, number, inside) for (start, end), inside in zip(pieces, marked, strict=True)
        )
    return found


def _lead(text: str, sentences: tuple[Sentence, ...]) -> str:
    """The first sentence, shortened at a word to about ``TITLE_LENGTH`` characters."""
    pieces = (text[sentence.start : sentence.end] for sentence in sentences)
    first = " ".join(next((piece for piece in pieces if any(char.isalnum() for char in piece)), "").split())
    if len(first) <= TITLE_LENGTH + 5:
        return first
    kept = first[: TITLE_LENGTH + 1].rpartition(" ")[0] or first[:TITLE_LENGTH]
    return kept.rstrip(" ,;:.–—-“\"'(") + "…"
