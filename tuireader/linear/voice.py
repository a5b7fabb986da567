"""What is printed: paragraphs of safe text, wrapped, in characters that the terminal's encoding has."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from typing import TextIO

from tuireader.report.ink import Run
from tuireader.report.lines import wrap
from tuireader.text.safe import line

#: What encodings without Unicode write instead, where taking a letter's marks off is not enough.
_PLAIN = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "·": "-"}
)


class Voice:
    """Says paragraphs. ``width`` gives the cells of a line, asked anew for each: terminals change their size."""

    def __init__(self, stream: TextIO, width: Callable[[], int]) -> None:
        self._stream = stream
        self._width = width
        self._encoding = stream.encoding or "ascii"

    def say(self, paragraphs: Iterable[str]) -> None:
        """Prints each paragraph as soon as it is there, from the left edge, and sends it off."""
        for paragraph in paragraphs:
            width = self._width()
            for runs in wrap([Run(line(paragraph))], width):
                self._stream.write(self._sendable("".join(run.text for run in runs)) + "\n")
            self._stream.flush()

    def ask(self, question: str) -> None:
        """Says what is to be typed, and leaves the cursor behind it."""
        self._stream.write(self._sendable(line(question)) + " ")
        self._stream.flush()

    def newline(self) -> None:
        """Ends a line that was begun."""
        self._stream.write("\n")
        self._stream.flush()

    def _sendable(self, text: str) -> str:
        try:
            text.encode(self._encoding)
            return text
        except UnicodeError:
            plain = unicodedata.normalize("NFKD", text.translate(_PLAIN))
            kept = "".join(char for char in plain if not unicodedata.combining(char))
            return kept.encode(self._encoding, "replace").decode(self._encoding)
