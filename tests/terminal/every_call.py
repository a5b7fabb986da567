"""Makes every call of the command line on a folder, one after the other, in one process whose output is a terminal.

``python -m tests.terminal.every_call FOLDER OUT`` writes exports into OUT. With ``--json`` as a third word the calls
for JSON are made, else the others.
"""

from __future__ import annotations

import itertools
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from tests import hostile
from tuireader import cli
from tuireader.arguments import COMMANDS

_NOWHERE = f"nowhere/{hostile.LINK}{hostile.MARKUP}{hostile.BIDI}".replace("\0", "")


def calls(folder: str, out: Path) -> Iterator[list[str]]:
    """The words of each call; every command is among them, on what there is and on what there is not."""
    for name in ("list", "compare", "facts", "coverage", "marks", "paths", "themes", "keys", "settings"):
        paths = [folder] if name in ("list", "compare", "facts", "coverage") else []
        for form in ([], ["--json"], ["--color", "always", "--width", "60"]):
            yield [name, *form, *paths]
    for more in (["--csv"], ["--timeline"], ["--timeline", "--csv"], ["--explain"], ["--article", "north"]):
        yield ["facts", *more, folder]
    yield ["compare", "--explain", folder]
    yield ["coverage", "--map", folder]
    for article in ("1", "2", _NOWHERE, hostile.C1 + hostile.TITLE):
        for form in ([], ["--json"], ["--raw"]):
            yield ["show", *form, article, folder]
    yield ["read", "--json", "1:10-40", folder]
    for query in ("bridge", "pwned", hostile.MARKUP, hostile.CLIPBOARD, f"field{hostile.BIDI}:x", f'"{hostile.C1}'):
        for form in ([], ["--json"]):
            yield ["search", *form, query, folder]
    for what, form in itertools.product(("marks", "comparison", "facts", "story"), ("md", "html", "json", "csv")):
        yield ["export", "--what", what, "--format", form, folder]
        yield ["export", "--what", what, "--format", form, "-o", str(out / f"{what}.{form}"), folder]
    yield ["report", "-o", str(out / "report.html"), folder]
    for name in COMMANDS:
        yield [name, f"--{hostile.MARKUP}{hostile.TITLE}", _NOWHERE]
        yield [name, _NOWHERE]
    yield [f"comm{hostile.TITLE}and"]
    yield ["list", "--sort", hostile.LINK]
    yield ["completion", "bash"]


def main(folder: str, out: str, form: str = "") -> int:
    """Makes the calls. Returns 1 where one of them ended as no call may."""
    wrong = 0
    # What is exported without a name is written where one is.
    os.chdir(out)
    for words in calls(folder, Path(out)):
        if (not {"--json", "json"}.isdisjoint(words)) != (form == "--json"):
            continue
        try:
            status = cli.main([*words[:1], "--no-pager", *words[1:]] if words[0] in COMMANDS else words)
        except SystemExit as end:
            status = end.code if isinstance(end.code, int) else 1
        wrong |= status not in (0, 1, 2)
    return wrong


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
