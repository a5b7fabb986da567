"""What is pasted is text, whatever stands in it: escape characters in it must not become keys."""

from __future__ import annotations

from tuireader.text.safe import clean

#: Bracketed paste (xterm ctlseqs).
START, END = "\x1b[200~", "\x1b[201~"


class Pastes:
    """Takes what steers a terminal out of pasted text, as it comes in pieces; all else passes as it is."""

    def __init__(self) -> None:
        self._inside = False
        self._kept = ""

    def feed(self, data: str) -> str:
        """What is to be read of the next piece. What may be the beginning of a paste's end waits for more."""
        passed: list[str] = []
        while data:
            data = self._inside_of(data, passed) if self._inside else self._outside_of(data, passed)
        return "".join(passed)

    def _outside_of(self, data: str, passed: list[str]) -> str:
        # The beginning of a paste can come in two pieces; the first of them has been passed on.
        seen = self._kept + data
        at = seen.find(START)
        if at < 0:
            passed.append(data)
            self._kept = seen[-(len(START) - 1) :]
            return ""
        end = at + len(START) - len(self._kept)
        passed.append(data[:end])
        self._inside, self._kept = True, ""
        return data[end:]

    def _inside_of(self, data: str, passed: list[str]) -> str:
        text = self._kept + data
        at = text.find(END)
        if at >= 0:
            passed += [clean(text[:at]), END]
            self._inside, self._kept = False, ""
            return text[at + len(END) :]
        waiting = next((size for size in range(len(END) - 1, 0, -1) if text.endswith(END[:size])), 0)
        passed.append(clean(text[: len(text) - waiting]))
        self._kept = text[len(text) - waiting :]
        return ""
