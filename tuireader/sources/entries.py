"""The entries of a feed, of whichever format, to drafts: which of its texts is the article, and what is none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tuireader.digests import blake2b
from tuireader.sources.addresses import LENGTH, is_address
from tuireader.sources.model import Draft, Problem, Said
from tuireader.sources.moments import moment
from tuireader.sources.stripping import has_markup, one_line, stripped
from tuireader.text.safe import line

#: A text with so much fewer words than another of its entry is only the beginning of it, or a picture's caption.
_MUCH_LESS = 0.5
#: Characters of an id.
_LONGEST = 300


class Field(NamedTuple):
    """What an entry says in one place: ``RSS pubDate``. ``html`` where it may hold markup."""

    value: str
    where: str
    html: bool = True


class Entry(NamedTuple):
    """One entry as its format has it. ``texts`` are the full one and the summary, in this order; either may miss."""

    id: str
    texts: tuple[Field, ...]
    title: Field | None = None
    source: Field | None = None
    byline: Field | None = None
    published: tuple[Field, ...] = ()
    language: Field | None = None
    url: Field | None = None
    media: bool = False
    """Whether it is sound, film or a picture: without words it is no loss."""
    wordpress: bool = False


def drafts(path: str, entries: Iterable[Entry], encoding: str, cap: int) -> Iterator[Draft | Problem]:
    """A draft for each entry with a text, each id once; at the end what was left out, and what is a summary.

    ``cap`` is how many characters one text may have.
    """
    seen: set[str] = set()
    media = empty = short = full = 0
    for number, entry in enumerate(entries, 1):
        if entry.id and entry.id in seen:
            continue
        seen.add(entry.id)
        draft = _draft(entry, number, encoding)
        if draft is not None and len(draft.text) > cap:
            yield Problem(path, f"an entry is longer than the {cap / 1e6:g} MB a text may have: left out")
        elif draft is not None:
            summary = draft.read_in.endswith("summary)")
            short, full = short + summary, full + (not summary)
            yield draft
        elif entry.media:
            media += 1
        else:
            empty += 1
    if not seen:
        yield Problem(path, "is a feed without entries")
    elif notes := [*_left_out(media, empty), *_summaries(short, full)]:
        yield Problem(path, "; ".join(notes))


def _left_out(media: int, empty: int) -> Iterator[str]:
    if media or empty:
        of_media = f", {media} of sound, film or pictures" if media else ""
        yield f"{_entries(media + empty)} without a text left out{of_media}"


def _summaries(short: int, full: int) -> Iterator[str]:
    if short:
        part = f"{_entries(short)} of {short + full}" if full else "all entries"
        yield f"only the summary of {part} stands in the feed: open the address of an article for the rest"


def _entries(count: int) -> str:
    return "1 entry" if count == 1 else f"{count} entries"


def _draft(entry: Entry, number: int, encoding: str) -> Draft | None:
    title = _line(entry.title)
    best: tuple[int, Field, str, tuple[tuple[int, int], ...]] | None = None
    for field in entry.texts:
        text, headings = _text(field, entry.wordpress)
        words = len(text.split())
        if (
            words
            and " ".join(text.split()) != (title and title.value)
            and (best is None or best[0] < words * _MUCH_LESS)
        ):
            best = (words, field, text, headings)
    if best is None:
        return None
    _, field, text, headings = best
    return Draft(
        text=text,
        name=_name(entry.id or (title.value if title else str(number))),
        title=title,
        source=_line(entry.source),
        byline=_line(entry.byline),
        published=_published(entry.published),
        language=_line(entry.language),
        url=_url(entry.url),
        headings=headings,
        encoding=encoding,
        read_in=field.where,
    )


def _name(id: str) -> str:
    """The id of an entry on one line; of one that is longer than any place should be its beginning and its hash."""
    said = line(id)
    return said if len(said) <= _LONGEST else f"{said[:_LONGEST]}-{blake2b(said.encode(), digest_size=8).hexdigest()}"


def _text(field: Field, wordpress: bool) -> tuple[str, tuple[tuple[int, int], ...]]:
    if field.html and (wordpress or has_markup(field.value)):
        return stripped(field.value, wordpress=wordpress)
    return field.value.strip(), ()


def _line(field: Field | None) -> Said | None:
    if field is None:
        return None
    value = one_line(field.value) if field.html and has_markup(field.value) else " ".join(field.value.split())
    return Said(value, field.where) if value else None


def _published(fields: Iterable[Field]) -> Said | None:
    return next((Said(when, field.where) for field in fields if (when := moment(field.value))), None)


def _url(field: Field | None) -> Said | None:
    value = field.value.strip() if field else ""
    return Said(value, field.where) if field and len(value) <= LENGTH and is_address(value) else None
