"""What can be exported, in which forms, and what a file of it is called."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from pathlib import PurePath

from tuireader.article import UsageError
from tuireader.text.safe import line

#: What there is to export, each with what it holds.
WHATS: Mapping[str, str] = {
    "marks": "what you marked, with notes and tags",
    "comparison": "the shared passages, each telling against the others",
    "facts": "the facts with verdicts, values and who carries them",
    "story": "all of it: articles, passages, facts, timeline, marks",
}
#: The forms by the endings of their files, with their names.
FORMS: Mapping[str, str] = {"md": "Markdown", "html": "HTML", "json": "JSON", "csv": "CSV"}
_ENDINGS: Mapping[str, str] = {"markdown": "md", "mkd": "md", "htm": "html", "xhtml": "html", "txt": "md"}
#: Characters of a suggested name: what is longer wraps wherever it is shown.
_LONGEST = 48


def form_of(file: str) -> str | None:
    """The form that the ending of a file's name asks for; None where it has no ending.

    Raises UsageError for an ending that none of the forms has.
    """
    ending = PurePath(file).suffix.lower().removeprefix(".")
    if not ending:
        return None
    form = _ENDINGS.get(ending, ending)
    if form not in FORMS:
        *most, last = (f".{each}" for each in FORMS)
        raise UsageError(f"no form has the ending “.{line(ending)}”; there are {', '.join(most)} and {last}")
    return form


def with_form(file: str, form: str) -> str:
    """The name of a file with the ending of a form, in place of that of another form."""
    path = PurePath(file)
    ending = path.suffix.lower().removeprefix(".")
    known = ending in FORMS or ending in _ENDINGS
    return str(path.with_suffix(f".{form}")) if known and path.name != path.suffix else f"{file}.{form}"


def suggested(title: str, what: str, form: str) -> str:
    """A name for a file: letters and digits of the title, what it holds, the ending. Every file system takes it."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain.lower())
    name = ""
    for word in words:
        if len(name) + len(word) >= _LONGEST:
            break
        name += f"{'-' if name else ''}{word}"
    name = name or "tuireader"
    return f"{name}.{form}" if what == "story" else f"{name}-{what}.{form}"
