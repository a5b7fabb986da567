"""A call of nothing but files, as most starts of the reader are: understood without argparse, which takes longer to
import than Python takes to start, and is held to the end."""

from __future__ import annotations

import os
from types import SimpleNamespace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence


def plain(words: Sequence[str]) -> Namespace | None:
    """What ``arguments.parse`` makes of the words of a call, where there are none, or paths that can be nothing else;
    None where that has to look at them."""
    if words and (os.sep not in words[0] or any(word.startswith("-") for word in words)):
        return None
    asked = SimpleNamespace(command="", json=False, width=None, color="auto", pager=True)
    asked.columns, asked.charset, asked.private_addresses = {}, "", False
    asked.paths, asked.theme, asked.watch, asked.linear, asked.mouse = list(words), "", False, False, ""
    return asked  # type: ignore[return-value]
