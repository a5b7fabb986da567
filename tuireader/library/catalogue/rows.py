"""What a list of a large library shows: headings of stories, and articles."""

from __future__ import annotations

from typing import Literal, NamedTuple


class Heading(NamedTuple):
    """A line above articles: of a story, or (``alone``) of all that tell of what nothing else tells of.

    ``story`` is the story's number, the same as long as there is the story; 0 for ``alone``. ``articles`` and
    ``unread`` count what is listed below it, folded or not, ``tellings`` the same with carriers of one text as one, and
    ``outlets`` the sources among them; ``newest`` is the story's newest date. ``topic`` is as the
    titles have it: not yet safe to show.
    """

    kind: Literal["story", "alone"]
    story: int
    topic: str
    articles: int
    unread: int
    newest: str
    folded: bool
    tellings: int = 0
    outlets: int = 0


class Entry(NamedTuple):
    """An article. Words are as the text has them: not yet safe to show.

    ``id`` is its number, the same as long as the library has it. ``position`` is an offset into its text of ``chars``
    characters. ``shared`` is the part of it, 0 to 1, that stands in other articles too, None until that is known;
    ``story`` is 0 where none other tells of the same. ``copies`` counts the other carriers of the same telling, which
    are listed below it when it is opened; those have ``copy_of``, its id.
    """

    id: int
    digest: str
    title: str
    source: str
    published: str
    words: int
    chars: int
    added: int
    story: int
    shared: float | None
    copies: int = 0
    copy_of: int = 0
    read: bool = False
    position: int = 0
    tags: tuple[str, ...] = ()
    marks: int = 0
    notes: int = 0

    @property
    def progress(self) -> float | None:
        """How far it was read, 0 to 1; None where it was not begun."""
        return min(1.0, self.position / max(1, self.chars)) if self.position else None


Row = Heading | Entry
