"""Web pages: the text of the article they hold, and what they say of it. Needs the extra ``html``."""

from __future__ import annotations

from tuireader.sources.parsing.page.reading import read

__all__ = ["read"]
