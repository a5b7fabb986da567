"""``show`` as text: one article, made for reading."""

from __future__ import annotations

from tuireader.report.counting import count
from tuireader.report.ink import Ink, Run
from tuireader.report.lines import margin, wrap
from tuireader.report.records import Record
from tuireader.text.safe import line
from tuireader.text.unbroken import unbroken

#: Longer lines are hard to read.
_MEASURE = 80
_STYLES = {"title": "bold", "heading": "bold"}
#: Encodings of which nothing need be said.
_USUAL = ("utf-8", "utf-8-sig", "ascii")
_TOLD = ("", "title", "heading", "body")


def reading(record: Record, width: int, ink: Ink) -> list[str]:
    """The lines of an article: what is known of it, then its parts. What is not the author's telling is set apart."""
    measure = min(width, _MEASURE)
    lines = [ink.draw(part) for part in wrap([Run(_known(record), "dim")], measure)]
    last = ""
    for part in record["parts"]:
        start, end, role = part["start"], part["end"], part["role"]
        text = line(unbroken(record["text"][start:end], [(0, end - start)]))
        if not text:
            continue
        told = role in _TOLD
        # Furniture comes in heaps; a blank line round each would scatter it.
        if told or last in _TOLD:
            lines.append("")
        last = role
        if told:
            lines += [ink.draw(wrapped) for wrapped in wrap([Run(text, _STYLES.get(role, ""))], measure)]
        else:
            wrapped = wrap([Run(f"[{role}] {text}", "dim")], measure - 4)
            lines += [ink.draw([margin(4), *piece]) for piece in wrapped]
    return lines


def _known(record: Record) -> str:
    """Id, source, date and so on, in one line."""
    words = count(record["words"], "word")
    said = [record["id"], record["source"], record["byline"], record["published"], words]
    if record["encoding"] not in _USUAL:
        said.append(f"read as {record['encoding']}")
    if record["shared"]:
        said.append(f"{record['shared']:.0%} of it stands in the other articles too")
    return " · ".join(line(str(each)) for each in said if each)
