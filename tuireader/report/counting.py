"""Numbers with the thing they count."""

from __future__ import annotations


def count(number: int, noun: str) -> str:
    """``1 article``, ``2 articles``, ``1,000 articles``."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
