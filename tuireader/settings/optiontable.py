"""The settings and the presets as tables for ``docs/configuration.md``.

``python -m tuireader.settings.optiontable`` writes them anew between their marks there; a test holds the page to them.
"""

from __future__ import annotations

from pathlib import Path

from tuireader.settings.commands import COMMANDS
from tuireader.settings.keytable import coded
from tuireader.settings.options import OPTIONS, written
from tuireader.settings.presets import PRESETS


def settings() -> str:
    """What each setting is without a line for it, what it may be, and what it does."""
    lines = ["| setting | without it | it may be | what it does |", "|---|---|---|---|"]
    for option in OPTIONS:
        default = option.unset or f"`{written(option.default)}`"
        later = " Holds from the next start on." * option.at_start
        lines.append(f"| `{option.name}` | {default} | {option.allowed} | {option.help}{later} |")
    return "\n".join(lines)


def presets() -> str:
    """Which keys each preset gives a command."""
    names = [name for name in PRESETS if PRESETS[name]]
    lines = [f"| command | {' | '.join(names)} |", f"|---|{'---|' * len(names)}"]
    for command in COMMANDS:
        told = [" ".join(map(coded, PRESETS[name].get(command.id, "").split())) for name in names]
        if any(told):
            lines.append(f"| {command.label} (`{command.id}`) | {' | '.join(told)} |")
    return "\n".join(lines)


def renewed(page: str) -> str:
    """A page with its tables as they are now."""
    for name, table in (("settings", settings()), ("presets", presets())):
        head, mark, rest = page.partition(f"<!-- {name}: made by python -m tuireader.settings.optiontable -->\n")
        _, end, tail = rest.partition("<!-- end -->")
        page = f"{head}{mark}\n{table}\n\n{end}{tail}"
    return page


if __name__ == "__main__":
    file = Path("docs/configuration.md")
    file.write_text(renewed(file.read_text("utf-8")), "utf-8")
