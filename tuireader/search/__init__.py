"""Fuzzy search: an index of words and spans, a query, ranked hits."""

from __future__ import annotations

from tuireader.search.index import Index
from tuireader.search.model import Hit

__all__ = ["Hit", "Index"]
