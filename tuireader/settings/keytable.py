"""The keys as a table: for ``tuireader keys``, and for ``docs/keys.md`` (``python -m tuireader.settings.keytable``)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from tuireader.settings.commands import SCOPES, TYPED, Command, by_scope
from tuireader.settings.keys import shown

_HEAD = """\
# Keys

<!-- Made by `python -m tuireader.settings.keytable > docs/keys.md`. A test holds it to the table of commands. -->

Every command has an id, and every id can have other keys: see [configuration](configuration.md). `tuireader keys`
prints this table with your own keys, and `?` shows the part that holds on the screen you see.

A number typed before a command with a × says how often: `5j` is five rows down, `3n` the third passage from here, `12G`
the twelfth row. `.` does such a command again, as often as before or as often as a new number says. `escape` forgets a
number. Where digits go to panes they do so at once; if a command with a × follows within a second
([`count_seconds`](configuration.md)), the digit was a number, and the pane is as it was.
"""

_NOTES = {
    "list": "These hold in the library, the facts, the coverage, the themes, the help and the reasons.",
    **{scope: f"Letters are typed into {what}, so only these keys hold there." for scope, what in TYPED.items()},
}


class Row(NamedTuple):
    """One command as a table shows it. ``keys`` are in their short form."""

    id: str
    keys: tuple[str, ...]
    help: str
    counts: bool = False


def sections(keys_for: Callable[[str], tuple[str, ...]] | None = None) -> Iterator[tuple[str, str, list[Row]]]:
    """Scope, heading and rows, in the order of the table of commands. Scopes without commands are left out.

    ``keys_for`` gives the keys of an id (``Settings.keys_for``); without it the keys are the ones of the table.
    """
    for scope, heading in SCOPES.items():
        rows = _rows(by_scope(scope), keys_for)
        if rows:
            yield scope, heading, rows


def _rows(commands: Sequence[Command], keys_for: Callable[[str], tuple[str, ...]] | None) -> list[Row]:
    return [
        Row(
            command.id,
            tuple(map(shown, keys_for(command.id) if keys_for else command.keys)),
            command.help,
            command.counts,
        )
        for command in commands
    ]


def markdown() -> str:
    """The text of ``docs/keys.md``."""
    lines = [_HEAD]
    for scope, heading, rows in sections():
        lines += [f"## {heading}", ""]
        if scope in _NOTES:
            lines += [_NOTES[scope], ""]
        lines += ["| key | number | what it does | id |", "|---|---|---|---|"]
        lines += [
            f"| {' '.join(map(_code, row.keys))} | {'×' * row.counts} | {row.help} | `{row.id}` |" for row in rows
        ]
        lines.append("")
    return "\n".join(lines)


def coded(key: str) -> str:
    """A key by its name, in its short form, as a table of Markdown shows it."""
    return _code(shown(key))


def _code(key: str) -> str:
    return "`` ` ``" if key == "`" else f"`{key}`".replace("|", "\\|")


if __name__ == "__main__":
    print(markdown(), end="")
