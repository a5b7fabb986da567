"""What could not be opened, by its reason. Pure: no widgets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tuireader.sources import Problem
from tuireader.text.safe import line as safe
from tuireader.text.words import fold


class Reason(NamedTuple):
    """One reason, safe to show, with all that could not be opened for it, in the order in which that was tried."""

    why: str
    problems: tuple[Problem, ...]


def fitting(typed: str, problems: Iterable[Problem]) -> list[Problem]:
    """The problems whose name or reason has every word typed; a word with a minus before it must not be there."""
    found = []
    for problem in problems:
        said = fold(safe(f"{problem.path} {problem.reason}"))
        if all(_has(said, fold(word)) for word in typed.split()):
            found.append(problem)
    return found


def _has(said: str, word: str) -> bool:
    return word[1:] not in said if word.startswith("-") and len(word) > 1 else word in said


def by_reason(problems: Iterable[Problem]) -> list[Reason]:
    """The problems by their reasons, in the order in which these first came."""
    held: dict[str, list[Problem]] = {}
    for problem in problems:
        held.setdefault(safe(problem.reason), []).append(problem)
    return [Reason(why, tuple(own)) for why, own in held.items()]


def told(problems: Sequence[Problem]) -> str:
    """Names and reasons, one a line, as they are copied."""
    return "\n".join(f"{safe(problem.path)}: {safe(problem.reason)}" for problem in problems)
