"""What the environment says of a terminal at once: its family, what it runs in, and what it must not be asked."""

from __future__ import annotations

# What every call imports must not take long.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

#: Terminals that cannot be drawn on: a shell without ``TERM`` calls it dumb as well.
_TELETYPES = ("", "dumb", "unknown", "emacs")
#: Names of terminals that all have 16777216 colours, alone or behind ``xterm-``. Over ssh the name is all that comes.
_DIRECT = ("kitty", "ghostty", "foot", "alacritty", "wezterm", "contour", "rio", "iterm2", "konsole", "vte", "mlterm")
#: Families whose erasing leaves the pen's ground behind, told by the first part of their names.
_FILLING = frozenset(
    ("xterm", "linux", "rxvt", "st", "stterm", "gnome", "vte", "konsole", "putty", "mintty", "nsterm", *_DIRECT)
)
#: Families without colours, which are the video terminals of DEC, and those that say so.
_DEC = ("vt52", "vt100", "vt102", "vt125", "vt132", "vt200", "vt220", "vt320", "vt330", "vt420", "vt510")
#: Consoles whose parser prints the rest of a sequence with an intermediate character, such as the ``p`` of DECRQM.
_CONSOLES = ("linux", "cons25", "ansi")


def term(environ: Mapping[str, str]) -> str:
    """The terminal's name (``TERM``), without blanks around it."""
    return environ.get("TERM", "").strip()


def _first(environ: Mapping[str, str]) -> str:
    """The first part of the name: ``rxvt`` of ``rxvt-unicode-256color``."""
    return term(environ).replace(".", "-").partition("-")[0]


def can_draw(environ: Mapping[str, str]) -> bool:
    """Whether it is more than a teletype."""
    return term(environ) not in _TELETYPES


def unattended(environ: Mapping[str, str]) -> bool:
    """Whether the variable is set by which builds say that nobody is there, whatever terminal they give a program."""
    return environ.get("CI", "").lower() not in ("", "0", "false")


def in_tmux(environ: Mapping[str, str]) -> bool:
    """Whether what is sent goes to tmux. Its name comes over ssh where its variable does not."""
    return not _screen_within(environ) and ("TMUX" in environ or term(environ).startswith("tmux"))


def in_screen(environ: Mapping[str, str]) -> bool:
    """Whether what is sent goes to GNU screen, or may: tmux, too, can call its terminals ``screen``."""
    return _screen_within(environ) or ("TMUX" not in environ and term(environ).startswith("screen"))


def _screen_within(environ: Mapping[str, str]) -> bool:
    """Whether GNU screen runs here: where tmux runs as well nobody knows which of them is the inner one."""
    return bool(environ.get("STY"))


def tears_keys(environ: Mapping[str, str]) -> bool:
    """Whether a key may come in pieces from a terminal that is near: byte by byte along a serial line, or translated on
    its way from Windows. Others write it at once."""
    return term(environ).startswith(_DEC) or bool(environ.get("WT_SESSION"))


def prints_unknown(environ: Mapping[str, str]) -> bool:
    """Whether it prints the last letter of control sequences with an intermediate character that it does not know."""
    return _apple(environ) or is_console(environ)


def is_console(environ: Mapping[str, str]) -> bool:
    """Whether it is the console of a kernel, whose font has few marks and whose parser knows little."""
    return _first(environ) in _CONSOLES


def has_few_marks(name: str) -> bool:
    """Whether a terminal of this name draws with a font of the IBM PC or of DEC, or GNU screen on such a one."""
    return is_console({"TERM": name.removeprefix("screen.")}) or name.startswith(_DEC)


def takes_strings(environ: Mapping[str, str]) -> bool:
    """Whether a control string (DCS) that it does not know will surely not be printed, as far as names tell.

    GNU screen hands the inside of every one on to the terminal around it.
    """
    name = term(environ)
    return can_draw(environ) and not (prints_unknown(environ) or in_screen(environ) or name.startswith(_DEC))


def _apple(environ: Mapping[str, str]) -> bool:
    return environ.get("TERM_PROGRAM") == "Apple_Terminal" or term(environ).startswith("nsterm")


def has_all_colours(environ: Mapping[str, str]) -> bool:
    """Whether the name is that of a terminal with 16777216 colours."""
    name = term(environ)
    return name.removeprefix("xterm-").startswith(_DIRECT) or name.endswith(("-direct", "-truecolor", "-24bit"))


def has_no_colours(environ: Mapping[str, str]) -> bool:
    """Whether the name is that of a terminal without any."""
    name = term(environ)
    return name.startswith(_DEC) or name.endswith(("-m", "-mono", "-nc"))


def fills(environ: Mapping[str, str]) -> bool | None:
    """Whether erasing leaves the pen's ground behind, as far as the name tells."""
    if in_screen(environ):
        return False
    if in_tmux(environ) or _first(environ) in _FILLING:
        return True
    return None
