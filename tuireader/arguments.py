"""The words of the call: which commands there are, and what each takes."""

from __future__ import annotations

import argparse
import os

from tuireader.keeping_words import keeping_words
from tuireader.library_words import add_library, wrong
from tuireader.own_words import add_export, add_facts, add_list, add_search, add_sync, story
from tuireader.reading_words import add_reading

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn

#: Every command with its line of help.
COMMANDS: dict[str, str] = {
    "list": "list the articles, grouped by story",
    "show": "show one article, made for reading",
    "read": "open the reader at a place, or print what stands there",
    "compare": "show what the articles share, wording under wording",
    "facts": "show where the articles differ, agree, or stand alone",
    "coverage": "show who has what, who shares with whom, and who stands alone",
    "search": "search the articles, typing errors allowed",
    "marks": "list what you marked, with notes and tags",
    "export": "export marks, a comparison, facts or the story to a file",
    "report": "write the whole story as one page to publish",
    "add": "put files, folders, archives and addresses into your library",
    "remove": "take articles, places and feeds out of your library",
    "library": "check, copy, restore, export or shrink your library",
    "sync": "ask the feeds of your library, and look through its watched folders, for what is new",
    "tour": "show what the reader can do, on the bundled articles, in a minute",
    "paths": "print where settings, library and themes are",
    "themes": "print the themes there are",
    "keys": "print every command of the reader and its keys",
    "settings": "print every setting, what it is and where that is from",
    "completion": "print completions for a shell",
    "reset": "put the terminal right after a reader that was killed",
    "doctor": "tell what terminal, versions, paths and settings it finds, and what is wrong with them",
}
SHELLS = ("bash", "zsh", "fish", "tcsh")
PRESETS = ("default", "less", "vim", "emacs")

#: Options that take the word after them, and may stand before the command.
_TAKE_VALUES = ("--width", "--color", "--theme", "--mouse", "--preset", "--map", "--columns", "--charset", "--report")
_PATHS = (
    "files, folders, globs or addresses (https://…) with articles, ids of bundled articles, - for standard input;"
    " none: the bundled five"
)
_ABOUT = "Read the same story as several outlets tell it, side by side. Without a command the reader opens."
_LATER = (
    "Articles are named by id, by the beginning of an id, by the number that `list` prints, or by path. "
    "`tuireader COMMAND --help` tells more."
)


class _Help(argparse.RawDescriptionHelpFormatter):
    """Help as wide as the terminal, at most 100; asks for the width without importing what argparse would."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=22, width=_columns())


def _columns() -> int:
    """Cells of a line of help."""
    said = os.environ.get("COLUMNS", "")
    columns = int(said) if said.isascii() and said.isdigit() else 0
    if not columns:
        try:
            columns = os.get_terminal_size(1).columns
        except OSError:
            columns = 80
    return max(40, min(columns, 100)) - 2


class _Parser(argparse.ArgumentParser):
    """A parser whose complaints echo nothing that a terminal would obey."""

    def error(self, message: str) -> NoReturn:
        from tuireader.text.safe import line

        super().error(line(message))


def parse(words: Sequence[str]) -> argparse.Namespace:
    """What was asked: ``command`` ("" for the reader) and its arguments. Leaves the program for help and wrong usage.

    Every namespace has ``json``, ``width``, ``color`` and ``pager``, which may stand before or after the command, and
    how files are to be read: ``columns``, ``charset`` and ``private_addresses``.
    """
    asked = argparse.Namespace(command="", json=False, width=None, color="auto", pager=True)
    asked.columns, asked.charset, asked.private_addresses = {}, "", False
    if _has_command(words):
        return _checked(commands(words), words, asked)
    parser = _reader()
    parser.parse_args(list(words), asked)
    if asked.paths and (meant := _mistyped(asked.paths[0])):
        parser.error(f"there is no file or folder “{asked.paths[0]}”; did you mean the command `{meant}`?")
    return asked


def _checked(parser: argparse.ArgumentParser, words: Sequence[str], asked: argparse.Namespace) -> argparse.Namespace:
    """What was asked of a command; what does not go together is wrong usage."""
    _, late = parser.parse_known_args(list(words), asked)
    if not _taken(asked, late):
        parser.error(f"unrecognized arguments: {' '.join(late)}")
    if asked.json and getattr(asked, "csv", False):
        parser.error("--json and --csv are two forms of the same: ask for one")
    if said := wrong(asked):
        parser.error(said)
    return asked


def _taken(asked: argparse.Namespace, late: list[str]) -> bool:
    """Takes paths that stand behind an option (``show 003 --json FOLDER``): argparse has done with paths by then."""
    if any(word.startswith("-") and word != "-" for word in late):
        return False
    for name in ("paths", "places", "names"):
        if hasattr(asked, name):
            setattr(asked, name, [*getattr(asked, name), *late])
            return True
    if len(late) == 1 and getattr(asked, "file", None) == "":
        asked.file = late[0]
        return True
    return not late


def _mistyped(word: str) -> str:
    """The command that a word which names no file comes near; empty where it does not."""
    if not (word.isascii() and word.isalpha()) or os.path.lexists(word):
        return ""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word.lower(), COMMANDS, 1, 0.7)), "")


def _has_command(words: Sequence[str]) -> bool:
    """Whether the first word that is no option names a command."""
    takes_value = False
    for word in words:
        if takes_value:
            takes_value = False
        elif word in _TAKE_VALUES:
            takes_value = True
        elif word == "--":
            return False
        elif not word.startswith("-") or word == "-":
            return word in COMMANDS
    return False


def _shared() -> _Parser:
    parent = _Parser(add_help=False, argument_default=argparse.SUPPRESS)
    group = parent.add_argument_group("output")
    group.add_argument("--json", action="store_true", help="print one JSON object")
    group.add_argument("--width", type=_width, metavar="N", help="columns of text to fill (default: the terminal's)")
    group.add_argument("--color", choices=("auto", "always", "never"), help="when to colour (default: auto)")
    group.add_argument("--no-color", dest="color", action="store_const", const="never", help="same as --color never")
    group.add_argument("--no-pager", dest="pager", action="store_false", help="never open a pager")
    return parent


def _width(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 20 <= int(text[:6]) <= 1000):
        raise argparse.ArgumentTypeError(f"{text!r} is no number of columns from 20 to 1000")
    return int(text)


def commands(words: Sequence[str] = ()) -> argparse.ArgumentParser:
    """The parser of ``tuireader COMMAND …``. ``words`` are those of the call: what only they need is made for them."""
    shared = _shared()
    parser = _Parser(
        "tuireader", description=_ABOUT, epilog=_LATER, formatter_class=_Help, parents=[shared], allow_abbrev=False
    )
    _add_version(parser)
    choices = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    for name, about in COMMANDS.items():
        sub = choices.add_parser(
            name,
            help=about,
            description=about[0].upper() + about[1:] + ".",
            epilog=_blind() if name == "facts" and "facts" in words else None,
            formatter_class=_Help,
            parents=[shared],
            allow_abbrev=False,
        )
        if name == "show":
            sub.add_argument("article", metavar="ARTICLE", help="id, beginning of an id, number, or path")
            about = "the text as it came: what was set aside and by which rule, and what is hidden in it"
            sub.add_argument("--raw", action="store_true", help=about)
        if name == "read":
            about = "ARTICLE, ARTICLE:OFFSET or ARTICLE:START-END, as `y` copies it"
            sub.add_argument("place", metavar="PLACE", help=about)
        if name == "search":
            add_search(sub)
        if name in ("list", "show", "read", "compare", "facts", "coverage", "search", "marks", "export", "report"):
            # Without the default argparse would call PATH required where another word is missing.
            sub.add_argument("paths", nargs="*", default=[], metavar="PATH", help=_PATHS)
            # `coverage --map` has always drawn the story map.
            add_reading(sub, *(("--columns",) if name == "coverage" else ("--map", "--columns")))
        add_library(sub, name, story)
        if name == "compare":
            sub.add_argument("--explain", action="store_true", help="tell of each link why it was made")
        if name == "facts":
            add_facts(sub)
        if name == "coverage":
            sub.add_argument("--map", action="store_true", help="draw the story map: who stands together, who alone")
        if name == "list":
            add_list(sub)
        if name == "marks":
            about = "marks with this tag; several times: with all of them"
            sub.add_argument("--tag", action="append", default=[], metavar="TAG", help=about)
        if name in ("export", "report"):
            add_export(sub, report=name == "report")
        if name in ("add", "remove", "library"):
            keeping_words(name, sub)
        if name == "sync":
            add_sync(sub)
        if name == "keys":
            sub.add_argument("--preset", choices=PRESETS, default="", help="as they would be with these presets")
        if name == "completion":
            sub.add_argument("shell", choices=SHELLS, help="the shell to complete for")
    return parser


def _blind() -> str:
    """Where facts are blind, for the foot of their help."""
    import textwrap

    from tuireader.settings.limits import LIMITS

    told = (textwrap.fill(each, _columns(), initial_indent="  - ", subsequent_indent="    ") for each in LIMITS)
    return "\n".join(("what facts cannot tell:", *told))


def _add_version(parser: argparse.ArgumentParser) -> None:
    from tuireader import __version__

    parser.add_argument("--version", "-V", action="version", version=f"tuireader {__version__}")


def _reader() -> argparse.ArgumentParser:
    """The parser of ``tuireader [PATH …]``. Its help lists the commands, too."""
    listed = "\n".join(f"  {name:<12}{about}" for name, about in COMMANDS.items())
    parser = _Parser(
        "tuireader",
        usage="tuireader [options] [PATH ...]\n       tuireader COMMAND [options] ...",
        description=f"{_ABOUT}\n\ncommands:\n{listed}",
        epilog=_LATER,
        formatter_class=_Help,
        parents=[_shared()],
        allow_abbrev=False,
    )
    _add_version(parser)
    parser.add_argument("paths", nargs="*", metavar="PATH", help=_PATHS)
    add_reading(parser, "--map", "--columns")
    group = parser.add_argument_group("reader")
    group.add_argument("--theme", default="", metavar="NAME", help="draw in this theme (`tuireader themes` lists them)")
    group.add_argument("--watch", action="store_true", help="show what comes into the folders named, as it comes")
    group.add_argument(
        "--linear", action="store_true", help="line by line, for screen readers and terminals that cannot draw"
    )
    group.add_argument(
        "--mouse", default="", choices=("auto", "on", "off"), help="take the mouse (default: as config.toml)"
    )
    return parser


def completion(shell: str) -> str:
    """The script that completes commands, options and files for one of ``SHELLS``."""
    import shtab

    parser = commands()
    for action in parser._actions:
        for sub in (action.choices or {}).values() if isinstance(action, argparse._SubParsersAction) else ():
            for inner in sub._actions:
                if inner.metavar in ("PATH", "ARTICLE", "FILE"):
                    inner.complete = shtab.FILE
    return str(shtab.complete(parser, shell))
