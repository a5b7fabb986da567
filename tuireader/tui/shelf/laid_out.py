"""The rows of the list: articles by story, each story under its heading, and where titles begin as one above them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from tuireader.story import Telling
from tuireader.tui.shelf.alike import beginnings
from tuireader.tui.shelf.cards import Card
from tuireader.tui.shelf.groups import Group, grouped
from tuireader.tui.shelf.headings import Heading


class LaidOut(NamedTuple):
    """Rows from the top, and by the numbers of their stories the articles whose titles are read one after the other."""

    rows: Sequence[Card | Heading]
    read_on: Mapping[int, Sequence[Card]]

    def begun(self, story: int) -> dict[str, int]:
        """For the articles of a story, by their ids, how much of a title stands in one above it already."""
        cards = self.read_on.get(self.key(story), ())
        return {card.id: at for card, at in zip(cards, beginnings([card.title for card in cards]), strict=True)}

    def key(self, story: int) -> int:
        """Under which number the articles of a story are read one after the other; 0 for all that are in none."""
        return story if story in self.read_on else 0


def flat(cards: Sequence[Card]) -> LaidOut:
    """One article after the other: of what belongs together no title says that."""
    return LaidOut(cards, {})


def by_story(cards: Sequence[Card], telling: Telling | None, heading: Callable[[Group], Heading]) -> LaidOut:
    """By story, as far as it is known what they share, each below its ``heading``. Where that stands for articles, they
    are folded away, and such headings stand close together."""
    together = {story.number for story in telling.stories if len(story.articles) > 1} if telling else set()
    groups = grouped(cards, telling is not None, together)
    rows: list[Card | Heading] = []
    for group in groups:
        over = heading(group)
        if rows and not (over.ids and isinstance(rows[-1], Heading)):
            rows.append(Heading(""))
        rows += [over] if over.ids else [over, *group.cards]
    return LaidOut(rows, {group.number: group.cards for group in groups if group.kind == "story" or len(groups) == 1})
