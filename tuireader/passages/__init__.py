"""Shared passages: two articles to links, many to passages, and what the wording changed."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from tuireader.passages.data import from_data, to_data
from tuireader.passages.model import Change, Kind, Link, Occurrence, Operation, Passage, Passages

if TYPE_CHECKING:
    from tuireader.passages.finding import find
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

#: What computes takes long to import, and whoever has kept results needs none of it: where it is, by its names.
_COMPUTING = {
    "find": "finding",
    "Explainer": "reasons.explaining",
    "Explanation": "reasons.explaining",
    "explain": "reasons.explaining",
    "explain_all": "reasons.explaining",
    "wording": "tellings.wording",
}


def __getattr__(name: str) -> Any:
    if name not in _COMPUTING:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(f"{__name__}.{_COMPUTING[name]}"), name)
    return found
