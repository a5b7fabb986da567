"""Shared passages: two articles to links, many to passages, and what the wording changed."""

from __future__ import annotations

from tuireader.passages.data import from_data, to_data
from tuireader.passages.finding import find
from tuireader.passages.model import Change, Kind, Link, Occurrence, Operation, Passage, Passages
from tuireader.passages.reasons.explaining import Explainer, Explanation, explain, explain_all
from tuireader.passages.tellings.wording import wording

#: Names the method: results kept under another version are not to be used. Raise it with every change of results.
METHOD = "5"

__all__ = [
    "METHOD",
    "Change",
    "Explainer",
    "Explanation",
    "Kind",
    "Link",
    "Occurrence",
    "Operation",
    "Passage",
    "Passages",
    "explain",
    "explain_all",
    "find",
    "from_data",
    "to_data",
    "wording",
]
