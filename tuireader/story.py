"""Articles to stories: which belong together, what they share, what they say.

``tell`` computes shared passages and groups the articles; ``know`` adds facts. Both are pure and slow enough to belong
into a worker; ``tuireader.library`` keeps their results.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tuireader.passages import Passages


@dataclass(frozen=True, slots=True)
class Story:
    """Articles that tell of the same events. ``number`` counts from 1 in the order the articles were given."""

    number: int
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """Everything passages say about the articles opened together.

    ``shared`` gives for each article id the part (0 to 1) of its told characters that lies in passages.
    """

    passages: Passages
    stories: tuple[Story, ...]
    shared: Mapping[str, float] = field(default_factory=dict)

    def story_of(self, article: str) -> Story | None:
        """The story an article belongs to, by id."""
        return next((story for story in self.stories if article in story.articles), None)
