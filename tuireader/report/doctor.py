"""``doctor``: what was found of terminal, machine and settings, a line each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tuireader.report.ink import Ink, Run
from tuireader.report.lines import fitted
from tuireader.text.safe import line

_HAS = {True: "yes", False: "no", None: "not known"}
_WIDEST = 27


def lines(form: Mapping[str, Any], width: int, ink: Ink) -> list[str]:
    """What ``doctor.findings`` returned: a line a thing, under headings; what is wrong at the end.

    Nothing is cut and no line broken, so that it can be copied.
    """
    del width
    told: list[str] = []
    for heading, rows in _sections(form):
        told += ["", ink.paint(heading, "bold")]
        for name, value in rows:
            told.append(ink.draw([Run(f"  {fitted(line(name), _WIDEST)} ", "dim"), Run(line(value))]))
    told.append("")
    for each in form["wrong"]:
        said = f"{line(each['what'])}. What to do: {line(each['do'])}."
        told.append(ink.draw([Run("Wrong: ", "differ"), Run(said)]))
    return [*told[1:], *([] if form["wrong"] else ["Nothing is wrong."])]


def _sections(form: Mapping[str, Any]) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    yield "Versions", [(name, version or "not there") for name, version in form["versions"].items()]
    yield "Terminal", list(_terminal(form))
    yield "What it can do, and how that is known", [(each["name"], _known(each)) for each in form["abilities"]]
    yield "What it says it has", [(each["name"], _HAS[each["has"]]) for each in form["protocols"]]
    yield "Variables", list(form["variables"].items()) or [("none that matters", "")]
    yield "Settings", [*((name, str(value)) for name, value in form["settings"].items()), _theme(form["theme"])]
    yield "Paths", [(each["name"], _place(each)) for each in form["paths"]]
    yield "Extras", [(each["name"], "there" if each["has"] else each["command"]) for each in form["extras"]]


def _terminal(form: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    terminal = form["terminal"]
    known = "" if terminal["known_to_terminfo"] else ", unknown to terminfo"
    yield "TERM", f"{terminal['term']}{known}" if terminal["term"] else "not set"
    program = " ".join(filter(None, (terminal["program"], terminal["program_version"])))
    if program:
        yield "TERM_PROGRAM", program
    if not terminal["asked"]:
        yield "answered", f"not asked: {terminal['not_asked']}"
    elif not terminal["answers"]:
        yield "answered", "nothing"
    else:
        attributes = ";".join(map(str, terminal["attributes"] or ()))
        yield "answered", ", ".join(filter(None, (terminal["version"], f"DA1 {attributes}" if attributes else "")))
    yield "size", " by ".join(map(str, terminal["size"])) if terminal["size"] else "not known"
    yield "between", ", ".join(_between(terminal)) or "nothing known of"
    yield "input, output, error", ", ".join(terminal["standard"].values())
    colours = form["colours"]
    yield "colours", f"{colours['number'] or 'none'}, since {colours['why']}"
    display = form["display"]
    why = "; ".join(display["reasons"]) or "nothing speaks against it"
    yield "display", f"{display['way']}, since {why}" if display["way"] else "none: line by line"
    locale = form["locale"]
    said = f"{locale['variable']}={locale['value']}" if locale["variable"] else "no variable set"
    yield "encoding", f"{locale['encoding'] or 'no output'} ({said})"
    yield "marks", f"{form['glyphs']['set']}, by {form['glyphs']['why']}"


def _between(terminal: Mapping[str, Any]) -> Iterator[str]:
    tmux = terminal["tmux"]
    for name in terminal["within"]:
        if name == "tmux" and tmux and tmux["version"]:
            yield f"tmux {tmux['version']} in {tmux['client'] or 'no terminal'}"
        else:
            yield name


def _known(each: Mapping[str, Any]) -> str:
    return f"{_HAS[each['has']]} ({each['from']})"


def _theme(name: str | None) -> tuple[str, str]:
    return "theme", name or "the one last chosen in the reader"


def _place(each: Mapping[str, Any]) -> str:
    if each["path"] is None:
        return "nowhere: there is no home folder"
    if not each["exists"]:
        state = "not there yet"
    elif each["bytes"] is None:
        state = "there"
    else:
        state = f"{each['bytes']:,} bytes"
    return f"{each['path']} ({state}{', cannot be written' if each['writable'] is False else ''})"
