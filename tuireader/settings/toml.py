"""A TOML file as a dictionary, or the one complaint that says why not."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from tuireader.settings.complaint import Complaint, plain


def read(file: Path) -> tuple[dict[str, Any], str] | Complaint:
    """The values of a TOML file and its text (for the lines of later complaints), or what is wrong with it."""
    import tomllib

    try:
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        return Complaint(file, "", line, "not UTF-8; save the file as UTF-8")
    except OSError as error:
        return Complaint(file, "", None, f"cannot be read ({error.strerror or type(error).__name__})")
    try:
        return tomllib.loads(text), text
    except tomllib.TOMLDecodeError as error:
        message = plain(str(error))
        place = re.search(r" \(at line (\d+), column (\d+)\)$", message)
        reason = message[: place.start()] if place else re.sub(r" \(at end of document\)$", "", message)
        number = int(place[1]) if place else len(text.splitlines())
        return Complaint(file, "", number, f"not TOML: {reason}")
    except RecursionError:
        return Complaint(file, "", None, "not TOML: nested too deeply")
