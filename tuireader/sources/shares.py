"""How much of a text is not told: never more than a part of it, whatever rule takes it."""

from __future__ import annotations

from collections.abc import Sequence

from tuireader.article import TOLD, Part

#: A text of which a larger part would be taken was misunderstood: it keeps everything.
TOO_MUCH = 0.30
#: What ``Article.told_by`` says of such a text's parts.
ALL_KEPT = "all kept: over 30 % would have gone"


def too_much(parts: Sequence[Part]) -> bool:
    """Whether so much of a text is set aside that the rules must have misunderstood it."""
    return taken(parts) > TOO_MUCH * sum(part.end - part.start for part in parts)


def taken(parts: Sequence[Part]) -> int:
    """How many characters of a text are set aside, blank lines and margins not counted."""
    return sum(part.end - part.start for part in parts if part.role not in TOLD)
