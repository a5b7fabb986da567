"""Exports as Markdown (CommonMark), made to be read raw as well."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from tuireader.report.counting import count
from tuireader.report.documents import words
from tuireader.report.documents.chapter import Chapter, Told
from tuireader.report.documents.letters import letters
from tuireader.report.documents.markdown_facts import facts as told_facts
from tuireader.report.documents.markdown_facts import timeline, who
from tuireader.report.documents.markdown_text import begun, escaped, fits, inline, started, table
from tuireader.report.ink import Run
from tuireader.report.retold import Cell, LeftOut
from tuireader.text.safe import line

#: How words that the wording changed are set off.
_LOOKS: Mapping[str, str] = {"dropped": "~~", "added": "**", "moved": "*"}
#: How they are where CommonMark would not take those for marks.
_PLAIN: Mapping[str, tuple[str, str]] = {"dropped": (r"\[-", r"-\]"), "added": ("{+", "+}"), "moved": ("{~", "~}")}

#: What marks of the wording mean.
_KEY = (
    "The fullest telling of the first article that carries a passage leads and stands as it is. Under it, what the "
    "others ~~dropped~~ of it, **added** and *moved*. Articles with the very same words share a line. What is told in "
    "other words altogether says so, and only numbers are marked in it."
)

Lines = list[str]


def story(chapters: Sequence[Chapter]) -> bytes:
    """The whole story: articles, sharing, passages, facts, timeline, the texts, marks."""
    return _page(chapters, (_articles, _sharing, _coverage, _passages, told_facts, timeline, who, _texts, _marks))


def comparison(chapters: Sequence[Chapter]) -> bytes:
    """The passages, each telling against the others."""
    return _page(chapters, (_articles, _sharing, _coverage, _passages))


def facts(chapters: Sequence[Chapter]) -> bytes:
    """The facts and the timeline."""
    return _page(chapters, (_articles, told_facts, timeline, who))


def marks(chapter: Chapter) -> bytes:
    """The marks alone."""
    lines = [f"# {words.MARKS}", "", f"{count(len(chapter.kept), 'mark')}."]
    return _written([*lines, *_kept(chapter, "##")])


def _page(chapters: Sequence[Chapter], sections: Sequence[Callable[[Chapter, str], Iterable[str]]]) -> bytes:
    lines: Lines = []
    several = len(chapters) > 1
    if several:
        lines = [f"# {count(len(chapters), 'story')}", ""]
    for chapter in chapters:
        level = "#" * (1 + several)
        head = f"Story {chapter.number}: {chapter.title}" if several else chapter.title
        lines += [f"{level} {escaped(head) or 'No articles'}", "", escaped(words.summary(chapter)), ""]
        for section in sections:
            lines += section(chapter, f"{level}#")
    lines += [f"## {words.MADE}", ""]
    for said in words.made(chapters[0].material.left_out if chapters else 0):
        lines += [f"- {escaped(said)}"]
    return _written(lines)


def _written(lines: Iterable[str]) -> bytes:
    text = "\n".join(lines).strip("\n")
    return f"{text}\n".encode("utf-8", "replace")


def _articles(chapter: Chapter, level: str) -> Lines:
    lines = [f"{level} {words.ARTICLES}", ""]
    for article in chapter.articles:
        about = [words.credit(article), count(article.words, "word")]
        told = " · ".join(each for each in about if each)
        lines.append(f"- **{escaped(chapter.name(article.id))}** {started(article.title)}  ")
        lines.append(f"  {started(told)}")
    return [*lines, ""]


def _sharing(chapter: Chapter, level: str) -> Lines:
    if len(chapter.articles) < 2:
        return []
    shared, names = chapter.sharing, {each.id: escaped(chapter.name(each.id)) for each in chapter.articles}
    lines = [f"{level} {words.SHARING}", ""]
    head = ["of", *names.values(), "alone"]
    rows = [
        [
            f"**{name}**",
            *("·" if id == other else f"{shared.pairs.get((id, other), 0.0):.0%}" for other in names),
            f"{shared.alone.get(id, 1.0):.0%}",
        ]
        for id, name in names.items()
    ]
    if fits(head, rows):
        lines += [*table(head, rows, range(1, len(head))), ""]
    else:
        pairs = ((f"{part:.0%}", names[one], names[other]) for part, one, other in shared.closest())
        lines += [f"- {part} of {one} stands in {other}" for part, one, other in pairs]
        lines += [f"- {part:.0%} of {names[id]} stands in no other" for id, part in shared.alone.items()]
        lines += [""]
    return [*lines, words.SHARES, ""]


def _coverage(chapter: Chapter, level: str) -> Lines:
    """Who carries which passage, where the table is narrow enough to be read raw."""
    head = ["passage", *(escaped(chapter.name(article.id)) for article in chapter.articles)]
    rows = []
    for passage in chapter.passages:
        held = [" ".join(letters(passage, article.id)) or "·" for article in chapter.articles]
        rows.append([str(chapter.material.numbers[passage.id]), *held])
    if not rows or not fits(head, rows):
        return []
    return [f"{level} {words.COVERAGE}", "", words.LETTERS, "", *table(head, rows, (0,)), ""]


def _passages(chapter: Chapter, level: str) -> Lines:
    if len(chapter.articles) < 2:
        return []
    lines = [f"{level} {words.PASSAGES}", ""]
    if not chapter.passages:
        return [*lines, "No passage stands in more than one of them.", ""]
    lines += [_KEY, ""]
    for told in chapter.told():
        lines += _passage(chapter, told, f"{level}#")
    return lines


def _passage(chapter: Chapter, told: Told, level: str) -> Iterator[str]:
    passage = told.passage
    carriers = count(len(passage.articles), "article")
    yield f"{level} {told.number} · {passage.kind} · {carriers} · {count(passage.wordings, 'wording')}"
    yield ""
    for row in told.rows:
        if isinstance(row, LeftOut):
            who = f"in {_who(chapter, told, row.last)} alone" if row.alone else "in the same words"
            yield f"… {count(row.sentences, 'more sentence')} {who} …"
        else:
            for place, cell in enumerate(row):
                runs = told.retold.against(row[0], cell) if place else told.retold.plain(cell)
                yield f"- **{_who(chapter, told, cell)}** {_runs(runs)}"
        yield ""
    places = (f"{escaped(chapter.place(span))} (wording {wording})" for span, wording in passage.occurrences)
    yield f"> {', '.join(places)}"
    yield ""


def _who(chapter: Chapter, told: Told, cell: Cell) -> str:
    spans = [told.passage.occurrences[carrier].span for carrier in cell.carriers]
    return escaped(", ".join(dict.fromkeys(chapter.name(span.article) for span in spans)))


def _runs(runs: Sequence[Run]) -> str:
    said = ""
    for at, (text, style) in enumerate(runs):
        after = runs[at + 1].text[:1] if at + 1 < len(runs) else ""
        said += _look(text, style, said[-1:], after) if style in _LOOKS else inline(text)
    return said.strip()


def _look(text: str, style: str, before: str, after: str) -> str:
    """Words in a style. Marks of emphasis count only where words stand inside of them and none right outside."""
    opens = text[0].isalnum() or not before or before.isspace()
    closes = text[-1].isalnum() or not after or after.isspace() or not after.isalnum()
    mark = _LOOKS[style]
    first, last = (mark, mark) if opens and closes else _PLAIN[style]
    return f"{first}{inline(text)}{last}"


def _texts(chapter: Chapter, level: str) -> Lines:
    """The articles; what is shared stands in brackets with the number of its passage."""
    lines = [f"{level} The articles in full", ""]
    if chapter.passages:
        lines += ["⟨3: what stands between such brackets is shared: passage 3 tells with whom.⟩", ""]
    for article in chapter.articles:
        lines += [f"{level}# {escaped(chapter.name(article.id))} · {escaped(article.title)}", ""]
        begins: dict[int, list[str]] = {}
        ends: dict[int, int] = {}
        for passage in chapter.passages:
            for span, _ in passage.occurrences:
                if span.article == article.id:
                    begins.setdefault(span.start, []).append(f"⟨{chapter.material.numbers[passage.id]}: ")
                    ends[span.end] = ends.get(span.end, 0) + 1
        cuts = sorted({*begins, *ends})
        for part in article.parts:
            here = [cut for cut in cuts if part.start <= cut <= part.end]
            said, reached = "", part.start
            for cut in here:
                said += inline(article.text[reached:cut])
                said += "⟩" * (ends.pop(cut, 0) if cut > part.start else 0)
                said += "".join(begins.pop(cut, ())) if cut < part.end else ""
                reached = cut
            said += inline(article.text[reached : part.end])
            if not said.strip():
                continue
            told = said.strip()
            if part.role in ("title", "heading"):
                told = f"**{told}**"
            elif part.role != "body":
                told = rf"\[{part.role}\] {told}"
            lines += [begun(told), ""]
    return lines


def _marks(chapter: Chapter, level: str) -> Lines:
    return [f"{level} {words.MARKS}", *_kept(chapter, f"{level}#")] if chapter.kept else []


def _kept(chapter: Chapter, level: str) -> Lines:
    """The marks, article by article: the words, where they stand, tags, the note."""
    lines: Lines = [""]
    for title, group in groupby(chapter.kept, key=lambda kept: kept.title):
        lines += [f"{level} {escaped(title) or words.UNTITLED}", ""]
        for kept in group:
            mark = kept.mark
            place = chapter.place(kept.span) if kept.span else f"{mark.start}-{mark.end}"
            about = [place, line(mark.kind), line(mark.label), kept.made]
            told = escaped(" · ".join(dict.fromkeys(each for each in about if each)))
            tags = "".join(f" #{escaped(tag)}" for tag in kept.tags)
            lines += [f"> {started(kept.quote)}", ">", f"> ({told}){tags}", ""]
            note = [f"{started(each)}  " for each in mark.note.splitlines() if line(each)]
            lines += [*note, ""] if note else []
    return lines
