"""What a mistake of the reader itself leaves behind: two lines for the reader, the details in a file."""

from __future__ import annotations

import traceback
from pathlib import Path

from tuireader.settings.paths import make


def report(error: BaseException, folder: Path) -> str:
    """Writes the details of an error into ``folder``, and says in two lines what happened and where they are."""
    said = f"the reader had to stop: {type(error).__name__}: {error}"
    file = folder / "crash.txt"
    try:
        make(folder)
        file.write_text("".join(traceback.format_exception(error)), encoding="utf-8", errors="backslashreplace")
    except OSError as problem:
        return f"{said}\nthe details could not be written to {file}: {problem.strerror}"
    return f"{said}\nthis is a mistake in tuireader; please report it with {file}. Marks and places are kept"
