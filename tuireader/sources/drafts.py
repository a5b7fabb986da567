"""What a reader of a format found, to an article: one text, roles of its lines, title, credits, sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import NamedTuple

from tuireader.article import TOLD, Article, Part, Sentence
from tuireader.sources.model import Draft, Said
from tuireader.sources.roles import Known, assign
from tuireader.sources.shares import ALL_KEPT
from tuireader.text.languages import SAMPLE, tag
from tuireader.text.quotation import quoted
from tuireader.text.sentences import cut
from tuireader.text.unbroken import unbroken
from tuireader.text.words import count_words, fold, words

#: About how many characters of the first sentence stand for a missing headline.
TITLE_LENGTH = 70
#: A longer title is a paragraph that stands in the wrong field.
_TITLE_CAP = 600
#: Where the title of a text without a headline is from, and what stands in no line of its own.
_LEAD = "first sentence"
_READ = {"language": "its words"}


class _Whole(NamedTuple):
    """The text of an article with its title, and what the format says of its lines."""

    text: str
    known: Known | None


def article(draft: Draft, *, id: str, path: str | None = None) -> Article:
    """The article of a draft.

    A title that the format gives apart stands at the head of the text, with a blank line after it, unless the text
    begins with it anyway: so it is compared, searched and shown as any other. All offsets count in that text.
    """
    text, known = _whole(draft)
    found = assign(text, known)
    sentences = tuple(sentences_of(text, found.parts))
    told = [part for part in found.parts if part.role in TOLD]
    credits = found.credits
    said = {
        "title": (draft.title, found.title or _lead(text, sentences) or id),
        "source": (draft.source, credits.source),
        "byline": (draft.byline, credits.byline),
        "published": (draft.published, credits.moment or credits.published),
        "agency": (draft.agency, credits.agency),
        "language": (draft.language, _language(text, told)),
        "url": (draft.url, None),
    }
    values = {name: _value(told, read) for name, (told, read) in said.items()}
    if known is not None and known.title is not None:
        # Without the outlet's name behind a bar.
        values["title"] = found.title or values["title"]
    moment = values["published"]
    return Article(
        id=id,
        text=text,
        title=" ".join((values["title"] or id).split())[:_TITLE_CAP],
        parts=found.parts,
        sentences=sentences,
        source=values["source"],
        agency=values["agency"],
        byline=values["byline"],
        published=moment[:10] if moment else None,
        path=path,
        encoding=draft.encoding,
        words=sum(count_words(text, part.start, part.end) for part in told),
        moment=moment if moment and len(moment) > len("2025-03-10") else None,
        language=values["language"],
        url=values["url"],
        told_by={
            name: told.where if told and told.value.strip() else _READ.get(name, "") or credits.told_by.get(name, _LEAD)
            for name, (told, _) in said.items()
            if values[name]
        }
        | ({"text": draft.read_in} if draft.read_in else {})
        | ({"parts": ALL_KEPT} if found.kept else {}),
    )


def _value(told: Said | None, read: str | None) -> str | None:
    """What the format says, else what was read in the text."""
    return (told.value.strip() if told else "") or read or None


def _whole(draft: Draft) -> _Whole:
    title = " ".join(draft.title.value.split()) if draft.title else ""
    if draft.plain and not title:
        return _Whole(draft.text, None)
    if not title or len(title) > _TITLE_CAP:
        return _Whole(draft.text, Known(None, draft.headings, draft.asides))
    body = draft.text
    start = len(body) - len(body.lstrip())
    first = body[start : start + len(title) * 2 + 10].partition("\n")[0].strip()
    if _key(first) == _key(title):
        return _Whole(body, Known((start, start + len(first)), draft.headings, draft.asides))
    moved = len(title) + 2
    headings = tuple((start + moved, end + moved) for start, end in draft.headings)
    asides = tuple((start + moved, end + moved, why) for start, end, why in draft.asides)
    return _Whole(f"{title}\n\n{body}", Known((0, len(title)), headings, asides))


def _key(line: str) -> str:
    return " ".join(fold(word) for word in line.strip("# ").split())


def _language(text: str, parts: Iterable[Part]) -> str | None:
    """The language of the words in these parts as a BCP 47 tag, where they tell."""
    read = chain.from_iterable(words(text, part.start, part.end) for part in parts)
    return tag([word.folded for word in islice(read, SAMPLE)])


def sentences_of(text: str, parts: Sequence[Part]) -> Iterator[Sentence]:
    """The sentences of all parts that are told, in order."""
    # A paragraph that was broken at a margin is read as one line: its sentences go on from line to line.
    text = unbroken(text, ((part.start, part.end) for part in parts if part.role in TOLD))
    for number, part in enumerate(parts):
        if part.role not in TOLD:
            continue
        whole = [(part.start, part.end)]
        pieces = cut(text, part.start, part.end) if part.role == "body" else whole
        marked = quoted(text, part.start, part.end, pieces)
        for (start, end), inside in zip(pieces, marked, strict=True):
            yield Sentence(start, end, part.role, number, inside)


def _lead(text: str, sentences: tuple[Sentence, ...]) -> str:
    """The first sentence, shortened at a word to about ``TITLE_LENGTH`` characters."""
    pieces = (text[sentence.start : sentence.end] for sentence in sentences)
    first = " ".join(next((piece for piece in pieces if any(char.isalnum() for char in piece)), "").split())
    if len(first) <= TITLE_LENGTH + 5:
        return first
    kept = first[: TITLE_LENGTH + 1].rpartition(" ")[0] or first[:TITLE_LENGTH]
    return kept.rstrip(" ,;:.–—-“\"'(") + "…"
