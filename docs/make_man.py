"""Writes the man page from what the program itself knows: parser, commands of the reader, settings, limits.

    python docs/make_man.py          # writes docs/tuireader.1
    man -l docs/tuireader.1

The same program writes the same page; a test holds that it was written anew.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path

from tuireader import __version__, arguments
from tuireader.settings.commands import by_scope
from tuireader.settings.keys import shown
from tuireader.settings.limits import LIMITS
from tuireader.settings.options import OPTIONS
from tuireader.settings.scopes import SCOPES

FILE = Path(__file__).resolve().parent / "tuireader.1"

ABOUT = (
    "tuireader is a reader in the terminal for people who read the same story as several outlets tell it. It puts the "
    "accounts side by side and lights what they share, word for word, reworded or translated twice. It lists the facts "
    "and says which articles carry each, where they agree, where they differ, what changed as time passed, and what "
    "only one of them says. It describes and never judges.",
    "Without a command the reader opens, on the paths given or on five articles that come with it. Where standard "
    "input or output is no terminal the articles are listed instead. With --linear, and where TERM is dumb, unknown, "
    "emacs or not set, it reads line by line, in words, for screen readers and braille lines.",
)

FILES = (
    ("$XDG_CONFIG_HOME/tuireader/config.toml", "settings and keys (default: ~/.config/tuireader/config.toml)"),
    ("$XDG_CONFIG_HOME/tuireader/themes/*.toml", "themes of your own"),
    ("$XDG_STATE_HOME/tuireader/library.sqlite3", "the library: what you read, marked, noted and dismissed (default "
     "under ~/.local/state)"),
    ("$XDG_CACHE_HOME/tuireader/results.sqlite3", "results kept between runs; may be deleted (default under ~/.cache)"),
)  # fmt: skip

ENVIRONMENT = (
    ("TUIREADER_...", "a setting by its name in capitals, such as TUIREADER_MEASURE=66; stands above the file"),
    ("NO_COLOR", "where it is set no colour is sent; numbers, marks and attributes say it all"),
    ("COLORTERM", "truecolor or 24bit: colours are not narrowed to 256. ssh does not send it by itself"),
    ("TERM", "linux draws marks that the console's font has, dumb or none reads line by line"),
    ("LC_ALL, LC_CTYPE, LANG", "where they name no UTF-8 locale only ASCII is drawn"),
    ("TEXTUAL_COLOR_SYSTEM", "none, standard, 256 or truecolor: so many colours, whatever is found out"),
    ("FORCE_COLOR", "1, 2 or 3: 16, 256 or all colours at the least"),
    ("CI", "where it is set nobody is there to press keys: the list is printed"),
    ("ACCESSIBLE", "where it is set the terminal's cursor is seen on what is at hand, for magnifiers"),
    ("SSH_CONNECTION, SSH_TTY", "where one is set the mouse is left to the terminal"),
    ("PAGER", "shows what is longer than the screen; default: less"),
    ("VISUAL, EDITOR", "writes notes, and edits config.toml from the settings"),
    ("COLUMNS", "cells in a line of text that is printed"),
    ("XDG_CONFIG_HOME, XDG_STATE_HOME, XDG_CACHE_HOME", "where the files below stand"),
)

STATUS = (
    ("0", "success"),
    ("1", "failure: nothing could be opened, a file could not be written"),
    ("2", "wrong usage: an option, a command or the name of an article"),
    ("130", "interrupted with ctrl+c"),
    ("141", "whoever read the output closed it"),
)

EXAMPLES = (
    ("tuireader ~/stories/bridge/", "read every text below a folder"),
    ("tuireader facts --verdict only --article 003", "what article 003 alone says"),
    ("tuireader facts --json | jq '.facts[] | select(.verdict == \"differ\")'", "where the articles differ, as data"),
    ("printf 'c\\nn\\nn\\n' | tuireader --linear", "the first shared passages, in words"),
)

#: What roff writes for characters that an old one may not read.
_SIGNS = {
    "\\": "\\e", "-": "\\-", "“": "\\(lq", "”": "\\(rq", "‘": "\\(oq", "’": "\\(cq", "–": "\\(en", "—": "\\(em",
    "…": "...", "≠": "\\(!=", "→": "\\(->", "←": "\\(<-", "×": "\\(mu", "·": "\\(pc", "~": "\\(ti", "^": "\\(ha",
    "`": "\\(ga", "'": "\\(aq", '"': "\\(dq",
}  # fmt: skip


def roff(text: str) -> str:
    """A text as roff reads it, on one line."""
    line = "".join(_SIGNS.get(char, char if char.isascii() else f"\\[u{ord(char):04X}]") for char in text)
    line = " ".join(line.split())
    return f"\\&{line}" if line.startswith((".", "'")) else line


def section(name: str) -> Iterator[str]:
    yield f".SH {name}"


def paragraph(text: str) -> Iterator[str]:
    yield from (".PP", roff(text))


def entry(term: str, text: str) -> Iterator[str]:
    """A term in bold, and what it means set in under it."""
    yield from (".TP", f"\\fB{roff(term)}\\fR", roff(text))


def entries(pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    for term, text in pairs:
        yield from entry(term, text)


def options(parser: argparse.ArgumentParser) -> Iterator[str]:
    """Every option and argument of a parser but the list of commands and ``--help``, which all of them have."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction | argparse._HelpAction):
            continue
        value = action.metavar if isinstance(action.metavar, str) else ""
        value = value or (f"{{{','.join(map(str, action.choices))}}}" if action.choices else "")
        if not action.option_strings:
            term = value or action.dest.upper()
        elif action.nargs == 0:
            term = ", ".join(action.option_strings)
        else:
            term = f"{', '.join(action.option_strings)} {value or action.dest.upper()}"
        yield from entry(term, sentence(action.help or ""))


def sentence(text: str) -> str:
    """A line of help as a sentence."""
    return f"{text[:1].upper()}{text[1:]}" + ("" if text.endswith((".", "!", "?")) else ".")


def commands() -> Iterator[str]:
    """The commands of the call, each with its own options; those they share are told once."""
    shared = {name for action in arguments._shared()._actions for name in action.option_strings}
    yield from paragraph("Every command takes these:")
    yield from options(arguments._shared())
    whole = arguments.commands(["facts"])
    for action in whole._actions:
        if not isinstance(action, argparse._SubParsersAction):
            continue
        for name, about in arguments.COMMANDS.items():
            sub = action.choices[name]
            yield f".SS tuireader {roff(name)}"
            yield roff(sentence(about))
            kept = [each for each in sub._actions if not shared.intersection(each.option_strings)]
            own = argparse.ArgumentParser(add_help=False)
            own._actions = kept
            yield from options(own)


def keys() -> Iterator[str]:
    """The keys of the reader, by where they hold."""
    yield from paragraph("? shows the keys of the screen you are on, and : finds a command by its name.")
    for scope, heading in SCOPES.items():
        held = [command for command in by_scope(scope) if command.keys]
        if held:
            yield f".SS {roff(heading)}"
        for command in held:
            yield from entry(", ".join(shown(key, arrows=False) for key in command.keys), command.help)


def settings() -> Iterator[str]:
    """What config.toml may say."""
    yield from paragraph("Every line of config.toml can be left out. A mistake in it is told of, and the rest holds.")
    for option in OPTIONS:
        held = str(option.default).lower() if isinstance(option.default, bool) else f'"{option.default}"'
        if not isinstance(option.default, str | bool):
            held = str(option.default)
        text = f"{sentence(option.help)} May be {option.allowed}. Environment: {option.variable}."
        yield from entry(f"{option.name} = {held}", text)


def page() -> str:
    """The whole man page."""
    lines = [
        '.\\" Written by docs/make_man.py from the program itself: change that, not this.',
        f'.TH TUIREADER 1 "" "tuireader {__version__}" "User Commands"',
        ".nh",
        *section("NAME"),
        "tuireader \\- read the same story as several outlets tell it, side by side",
        *section("SYNOPSIS"),
        ".B tuireader",
        roff("[options] [PATH ...]"),
        ".br",
        ".B tuireader",
        roff("COMMAND [options] ..."),
        *section("DESCRIPTION"),
        *(line for text in ABOUT for line in paragraph(text)),
        *section("OPTIONS"),
        *options(arguments._reader()),
        *section("COMMANDS"),
        *commands(),
        *section("KEYS"),
        *keys(),
        *section("CONFIGURATION"),
        *settings(),
        *section("FILES"),
        *paragraph("`tuireader paths` prints where they are."),
        *entries(FILES),
        *section("ENVIRONMENT"),
        *entries(ENVIRONMENT),
        *section('"EXIT STATUS"'),
        *entries(STATUS),
        *section("EXAMPLES"),
        *entries(EXAMPLES),
        *section("LIMITS"),
        *(line for text in LIMITS for line in (".IP \\(bu 2", roff(text))),
        "",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    FILE.write_text(page(), encoding="ascii")
