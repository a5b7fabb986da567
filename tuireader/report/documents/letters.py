"""Who carries a passage in which wording, as letters: equal ones are one telling, copied."""

from __future__ import annotations

from tuireader.passages import Passage


def letters(passage: Passage, article: str) -> list[str]:
    """The wordings in which an article carries a passage, each once; none where it does not."""
    # Of articles taken from a story the first wording may be missing.
    known = sorted({wording for _, wording in passage.occurrences})
    held = dict.fromkeys(wording for span, wording in passage.occurrences if span.article == article)
    return [letter(known.index(wording) + 1) for wording in held]


def letter(wording: int) -> str:
    """``a`` for the first wording of a passage, after ``z`` comes ``aa``."""
    said = ""
    while wording > 0:
        wording, rest = divmod(wording - 1, 26)
        said = chr(ord("a") + rest) + said
    return said
