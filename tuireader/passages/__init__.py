"""Shared passages: two articles to links, many to passages, and what the wording changed."""

from __future__ import annotations

from tuireader.passages.model import Change, Kind, Link, Occurrence, Operation, Passage, Passages

__all__ = ["Change", "Kind", "Link", "Occurrence", "Operation", "Passage", "Passages"]
