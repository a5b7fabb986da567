"""Fuzzy search: an index of words and spans, a query, ranked hits."""

from __future__ import annotations

from tuireader.search.index import FieldLabels, Index
from tuireader.search.model import Answer, Hit, Label

__all__ = ["Answer", "FieldLabels", "Hit", "Index", "Label"]
