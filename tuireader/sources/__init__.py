"""A path, a folder, a glob or standard input to articles."""

from __future__ import annotations

from tuireader.sources.model import Opened, Options, Problem
from tuireader.sources.opening import open_paths as open
from tuireader.sources.opening import read, unique
from tuireader.sources.plain import from_text

__all__ = ["Opened", "Options", "Problem", "from_text", "open", "read", "unique"]
