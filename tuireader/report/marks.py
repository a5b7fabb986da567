"""``marks`` as text: what the reader marked, by article, with notes and tags."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from tuireader.report.counting import count
from tuireader.report.documents import words
from tuireader.report.documents.chapter import Chapter, Kept
from tuireader.report.ink import Ink, Run
from tuireader.report.lines import beneath, cells, wrap
from tuireader.text.safe import line

_WIDEST = 100


def tagged(chapter: Chapter, tags: Sequence[str]) -> list[Kept]:
    """The marks that have all these tags, whatever their case."""
    wanted = {tag.lstrip("#").casefold() for tag in tags}
    return [kept for kept in chapter.kept if wanted <= {tag.casefold() for tag in kept.tags}]


def marking(chapter: Chapter, found: Sequence[Kept], width: int, ink: Ink) -> list[str]:
    """Article by article each mark: its place as ``tuireader read`` takes it, its words, its tags, its note."""
    if not found:
        return ["No mark has these tags." if chapter.kept else "Nothing is marked here. In the reader, m marks."]
    width = min(width, _WIDEST)
    indent = 4 + max(cells(_place(chapter, kept)) for kept in found)
    lines: list[list[Run]] = []
    for id, held in groupby(found, lambda kept: kept.span.article if kept.span else kept.mark.digest):
        own = list(held)
        title = own[0].title or words.UNTITLED
        name = f"{chapter.name(id)} {title}" if own[0].span else title
        about = count(len(own), "mark") + ("" if own[0].span else ", not open")
        lines += [[], *wrap([Run(name, "bold"), Run(f" · {about}")], width)]
        for kept in own:
            head = Run(f"  {_place(chapter, kept)}", "number")
            body = [beneath(head, _words(kept), width, indent)]
            body += [beneath(Run(""), [Run(said)], width, indent) for said in _said(kept)]
            lines += [each for paragraph in body for each in paragraph]
    return [ink.draw(each) for each in lines[1:]]


def _place(chapter: Chapter, kept: Kept) -> str:
    return chapter.place(kept.span) if kept.span else f"{kept.mark.start}-{kept.mark.end}"


def _words(kept: Kept) -> list[Run]:
    label = line(kept.mark.label)
    said = Run(kept.quote) if kept.quote else Run("(its words were not kept)", "dim")
    return [Run(f"{label}: ", "bold"), said] if label else [said]


def _said(kept: Kept) -> list[str]:
    """Tags and note, paragraph by paragraph."""
    note = [said for text in kept.mark.note.split("\n") if (said := line(text))]
    tags = " ".join(f"#{tag}" for tag in kept.tags)
    return [*([tags] if tags else []), *(f"Note: {said}" if not at else said for at, said in enumerate(note))]
