"""Word lists written as running text."""

from __future__ import annotations


def listed(text: str) -> list[str]:
    """The words of a text, parted by white space."""
    return text.split()


def word_set(text: str) -> frozenset[str]:
    """The same as a set."""
    return frozenset(text.split())
