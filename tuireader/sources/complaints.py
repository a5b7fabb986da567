"""What is wrong with readers that other packages bring: said once, beside the first file that met it."""

from __future__ import annotations

from collections.abc import Iterator

from tuireader.sources.model import Problem

_waiting: list[Problem] = []
_said: set[Problem] = set()


def complain(name: str, why: str) -> None:
    """Notes what is wrong with the reader ``name``, unless that was said before."""
    problem = Problem(f"reader {name}", why)
    if problem not in _said:
        _said.add(problem)
        _waiting.append(problem)


def told_once() -> Iterator[Problem]:
    """What was noted since the last call."""
    while _waiting:
        yield _waiting.pop(0)
