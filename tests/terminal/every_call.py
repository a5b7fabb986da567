"""Makes every call of the command line on a folder, one after the other, in one process whose output is a terminal.

``python -m tests.terminal.every_call FOLDER FORMATS OUT`` writes exports into OUT, and puts what lies in FORMATS into
the library. With ``--json`` as a fourth word the calls for JSON are made, else the others.
"""

from __future__ import annotations

import itertools
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from tests import hostile
from tuireader import cli
from tuireader.arguments import COMMANDS, SHELLS
from tuireader.keeping_words import DEEDS

#: Values of options that there are none of.
_VALUES = (hostile.C1 + hostile.TITLE, f"title={hostile.BIDI}\udce9")
_NOWHERE = f"nowhere/{hostile.LINK}{hostile.MARKUP}{hostile.BIDI}".replace("\0", "")


def calls(folder: str, formats: str, out: Path) -> Iterator[list[str]]:
    """The words of each call; every command is among them, on what there is and on what there is not."""
    yield from _on_files(folder, out)
    yield from _on_the_library(formats, out)
    for name in COMMANDS:
        yield [name, f"--{hostile.MARKUP}{hostile.TITLE}", _NOWHERE]
        yield [name, _NOWHERE]
        yield [name, "--help"]
    yield [f"comm{hostile.TITLE}and"]
    yield ["list", "--sort", hostile.LINK]
    for option, value in itertools.product(("--charset", "--map", "--width", "--color", "--tag"), _VALUES):
        yield ["list", option, value, folder]
    yield ["--theme", hostile.C1 + hostile.TITLE, folder]
    for shell in SHELLS:
        yield ["completion", shell]
    for form in ([], ["--json"]):
        yield ["reset", *form]
        yield ["doctor", *form]
    yield ["--version"]


def _on_files(folder: str, out: Path) -> Iterator[list[str]]:
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


def _on_the_library(formats: str, out: Path) -> Iterator[list[str]]:
    """What is done with the library: ``formats`` goes into it, and is looked at from all sides."""
    broken = [str(file) for file in sorted(Path(formats).iterdir()) if file.name.startswith(("broken", "nameless"))]
    for form in ([], ["--json"]):
        yield ["add", *form, "--watch", "--report", str(out / f"{hostile.NAME}.txt"), formats, *broken]
        yield ["add", *form, str(Path(formats) / "a.opml"), f"https://{hostile.LINK}", f"feed:{hostile.C1}"]
        yield ["sync", *form, "--list"]
        yield ["sync", *form, formats]
        for words in (["list"], ["search", "lamp"], ["search", hostile.C1 + hostile.MARKUP], ["show", "1"]):
            yield [words[0], *form, "--library", *words[1:]]
        for number in ("2", "5", "9"):
            yield ["show", *form, "--library", "--raw", number]
        for query in ("lenne", f"source:{hostile.C1}", f"#{hostile.LINK}", hostile.BIDI):
            yield ["list", *form, "--library", query]
        for name in ("compare", "facts", "coverage"):
            yield [name, *form, "--library", "1", "3"]
            yield [name, *form, "--library", "--story", "1"]
        for deed in ("check", "path"):
            yield ["library", *form, deed]
    yield ["library", "export", str(out / "library.json"), "--texts", "--force"]
    yield ["library", "backup", str(out / hostile.NAME), "--force"]
    yield ["library", "restore", str(out / hostile.NAME)]
    for deed in DEEDS:
        yield ["library", deed, _NOWHERE]
    yield ["export", "--library", "--what", "comparison", "-o", str(out / "library.html"), "--story", "1"]
    yield ["report", "--library", "1", "3", "-o", str(out / "library-report.html")]
    yield ["remove", hostile.NAME, str(Path(formats) / "a.html")]


def main(folder: str, formats: str, out: str, form: str = "") -> int:
    """Makes the calls. Returns 1 where one of them ended as no call may."""
    wrong = 0
    # What is exported without a name is written where one is.
    os.chdir(out)
    _subscribe()
    for words in calls(folder, formats, Path(out)):
        if (not {"--json", "json"}.isdisjoint(words)) != (form == "--json"):
            continue
        try:
            status = cli.main([*words[:1], "--no-pager", *words[1:]] if words[0] in COMMANDS else words)
        except SystemExit as end:
            status = end.code if isinstance(end.code, int) else 1
        wrong |= status not in (0, 1, 2)
    return wrong


def _subscribe() -> None:
    """Has the library know a feed that calls itself something, and failed with something, and is not due yet."""
    from tuireader.library import Library
    from tuireader.library.feeds import NEVER, Feed
    from tuireader.settings import paths

    with Library.open(paths.find().library) as library:
        said = hostile.LINE
        library.keep_feed(Feed(f"https://x.example/{said}", said, said, said, 1, NEVER, 3, said))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
