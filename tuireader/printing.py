"""What every command prints with: one JSON object, or lines of the asked width and colour."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from argparse import Namespace

    from tuireader.report.ink import Ink


def printed(asked: Namespace, form: Callable[[], dict[str, Any]], lines: Callable[[int, Ink], list[str]]) -> int:
    """Prints what was asked for. Returns the exit status."""
    from tuireader import output

    if asked.json:
        from tuireader.report.json import encode

        output.write_bytes(encode(form()))
    else:
        from tuireader.report.ink import Ink

        ink = Ink(colour=output.coloured(asked.color), unicode=output.speaks_unicode())
        output.write(lines(output.width(asked.width), ink), pager=asked.pager)
    return 0
