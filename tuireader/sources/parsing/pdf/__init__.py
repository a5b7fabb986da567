"""PDF: lines of its pages put together to paragraphs. Needs the extra ``pdf``."""

from __future__ import annotations

from tuireader.sources.parsing.pdf.reading import read

__all__ = ["read"]
