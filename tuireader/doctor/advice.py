"""What the doctor finds wrong, and what to do about it. Pure: reads what the other modules here found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tuireader.tui.shelf.room import LEAST
from tuireader.tui.terminal import depth, families

#: Milliseconds after an escape from which keys are felt to come late.
_LATE = 100


def wrong(environ: Mapping[str, str], form: Mapping[str, Any], complaints: int) -> list[dict[str, str]]:
    """What is wrong: each ``what`` it is and what to ``do``. ``complaints`` are those about the settings."""
    found = [
        *_of_terminal(environ, form["terminal"]),
        *_of_multiplexers(environ, form),
        *_of_locale(form["locale"], form["glyphs"]),
        *_of_machine(form),
    ]
    if said := depth.wrong(environ):
        found.append((said, "unset TEXTUAL_COLOR_SYSTEM, or name one of these"))
    if complaints:
        what = f"{complaints} {'lines' if complaints > 1 else 'line'} of the settings cannot be used"
        found.append((what, "`tuireader settings` says which"))
    return [{"what": what, "do": do} for what, do in found]


def _of_terminal(environ: Mapping[str, str], terminal: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    drawn_on = "terminal" in terminal["standard"].values()
    name = families.term(environ)
    if drawn_on and not families.can_draw(environ):
        said = f"TERM={name} says that nothing can be drawn" if name else "TERM is not set, so nothing is drawn"
        yield said, "`export TERM=xterm-256color` if this terminal is like most, else read with `tuireader --linear`"
    elif drawn_on and families.unattended(environ):
        yield "CI is set, which says that nobody is here: the list is printed", "`unset CI` where you read"
    elif drawn_on and not terminal["known_to_terminfo"] and families.fills(environ) is None:
        yield (
            f"nobody here knows the terminal TERM={name}: only what every terminal can do is relied on",
            "install its entry (`infocmp -x | ssh HOST tic -x -` from where it is known), or TERM=xterm-256color",
        )
    if terminal["asked"] and not terminal["answers"]:
        yield (
            "the terminal answers nothing: frames cannot wait for a slow line",
            "nothing, where the line is fast; else look what stands between (a recorder, a serial line)",
        )
    size = terminal["size"]
    if size is not None and (size[0] < LEAST[0] or size[1] < LEAST[1]):
        yield f"the terminal has {size[0]} by {size[1]} cells", f"make it {LEAST[0]} by {LEAST[1]} at the least"


def _of_multiplexers(environ: Mapping[str, str], form: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    terminal, colours = form["terminal"], form["colours"]
    name = families.term(environ)
    tmux = terminal["tmux"]
    if tmux is not None:
        if name and not name.startswith(("tmux", "screen")):
            yield f"TERM={name} inside tmux", "take TERM out of your shell's files: tmux sets it (`tmux-256color`)"
        if (tmux["escape_milliseconds"] or 0) > _LATE:
            what = f"tmux keeps an escape for {tmux['escape_milliseconds']} ms before it passes it on"
            yield what, "`set -sg escape-time 10` in ~/.tmux.conf"
        if colours["number"] == depth.ALL and tmux["features"] and "RGB" not in tmux["features"]:
            what = f"tmux narrows all colours to those it believes {tmux['client'] or 'the terminal'} to have"
            yield what, "`set -as terminal-features ',*:RGB'` in ~/.tmux.conf, if it has all"
    elif "screen" in terminal["within"] and form["settings"].get("mouse") == "on":
        yield "GNU screen keeps an escape until the next key while the mouse is on", '`mouse = "auto"` in config.toml'
    elif "screen" in terminal["within"] and name and not name.startswith("screen"):
        yield f"TERM={name} inside GNU screen", "take TERM out of your shell's files: screen sets it"


def _of_locale(locale: Mapping[str, Any], glyphs: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if glyphs["set"] == "ascii" and glyphs["why"] != "the settings":
        said = f"{locale['variable']}={locale['value']}" if locale["variable"] else "no variable"
        yield f"{said} names no UTF-8 locale: marks are drawn in ASCII", "`export LC_ALL=C.UTF-8`"


def _of_machine(form: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if any(each["path"] is None for each in form["paths"]):
        yield "there is no home folder: nothing that you do is kept", "set HOME to a folder of yours"
    for each in form["paths"]:
        if each["writable"] is False and each["path"] is not None:
            yield f"{each['name']}: {each['path']} cannot be written", f"look who owns it: `ls -ld {each['path']}`"
    if form["display"]["wanted"] == "frames":
        return
    do = "install tuireader again, with pip: it names the Textual it was made for"
    if form["variables"].get("TEXTUAL_DRIVER"):
        do = "`unset TEXTUAL_DRIVER`, where it is not this driver that you want"
    for reason in form["display"]["reasons"]:
        yield f"frames are sent whole: {reason}", do
