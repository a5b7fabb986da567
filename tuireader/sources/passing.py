"""What in a folder or an archive nobody asked for by name, and is passed over: summed up, not told file by file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

_CODE = """
    .ann .bib .c .cfg .conf .cpp .css .go .h .ini .java .js .lock .log .opml .py .rs .sh .srt .svg .tex .toml .ts .vtt
    .yaml .yml
"""
#: Files that hold code or settings: opened only where they are named themselves.
CODE = frozenset(_CODE.split())
_DATA = ".csv .htm .html .json .jl .jsonl .ndjson .rdf .tab .tsv .xhtml .xml"
#: Files that hold anything: of those that nobody named, only the ones are opened whose content is one of articles.
DATA = frozenset(_DATA.split())


class Passed:
    """Counts what is read and what is passed over in one place."""

    def __init__(self) -> None:
        self.read = 0
        self._kinds: set[str] = set()
        self._binary = 0
        self._example = ""

    def binary(self, name: str) -> None:
        """A file that is no text and no format that is read."""
        self._example = self._example or PurePath(name).name
        self._binary += 1

    def data(self, suffix: str) -> None:
        """A file of code or data."""
        self._kinds.add(suffix)

    def told(self, place: str, *, links: int = 0) -> Iterator[str]:
        """What is to be said of ``place``, a folder or an archive, in the end."""
        if links:
            yield f"{links} {'link' if links == 1 else 'links'} out of the folder not followed"
        if not self.read:
            if self._kinds:
                kinds = ", ".join(sorted(self._kinds)[:5])
                hint = "; name such a file to open it" if place == "folder" else ""
                yield f"no articles in this {place}, only data or markup ({kinds}){hint}"
            elif not links and not self._binary:
                yield f"no articles in this {place}"
        if self._binary:
            rest = f" and {self._binary - 1} more" if self._binary > 1 else ""
            yield f"binary files skipped: {self._example}{rest}"
