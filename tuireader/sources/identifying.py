"""The ids of articles: the file's name, or what tells an article from the others of its file."""

from __future__ import annotations

from collections import Counter

from tuireader.sources.model import Draft
from tuireader.text.lazy import Lazy
from tuireader.text.safe import line

#: Characters of an id, and of one that is made of a title.
_LENGTH, _FROM_TITLE = 100, 60
_PLAIN = Lazy(r"[\w.-]{2,60}")
_WORD = Lazy(r"\w+(?:['’]\w+)*")


class Ids:
    """Gives ids that are unique among all that it has given."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._counted: Counter[str] = Counter()

    def name(self, draft: Draft, stem: str) -> str:
        """The id of an article of the file with this ``stem``.

        Where the file holds several: the name of a member or the id of an entry, where that can be typed, else its
        title, else the file's with a number.
        """
        wanted = line(_wanted(draft, stem)).lstrip("-")[:_LENGTH].strip() or "article"
        found = wanted
        while found in self._taken:
            # Counted on, so that a thousand files of one name are not tried a million times.
            self._counted[wanted] += 1
            found = f"{wanted}-{self._counted[wanted] + 1}"
        self._taken.add(found)
        return found


def _wanted(draft: Draft, stem: str) -> str:
    name = draft.name
    if not name:
        return stem
    if _PLAIN.fullmatch(name) and not name.isdigit():
        return name
    if "#" not in draft.place and draft.place:
        # A member of an archive: its name is one of a file.
        return name
    if draft.title and (title := _slug(draft.title.value)):
        return title
    return f"{stem}-{name}" if name.isdigit() else stem


def _slug(title: str) -> str:
    """A title as a word that can be typed: ``harbour-reopens-after-the-storm``."""
    found = ""
    for match in _WORD.finditer(title[:400].lower()):
        longer = f"{found}-{match.group()}" if found else match.group()
        if len(longer) > _FROM_TITLE:
            break
        found = longer
    return found
