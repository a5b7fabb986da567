"""Numbers with the thing they count."""

from __future__ import annotations


def count(number: int, noun: str) -> str:
    """``1 article``, ``2 articles``, ``1,000 articles``, ``2 stories``."""
    if number != 1:
        noun = f"{noun[:-1]}ies" if noun.endswith("y") and noun[-2:-1] not in "aeiou" else f"{noun}s"
    return f"{number:,} {noun}"
