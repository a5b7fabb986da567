"""What to type where a package is missing that a format needs."""

from __future__ import annotations

import re
import shlex
import sys
from pathlib import Path

_PACKAGE = "tuireader"


def missing(format: str, extra: str) -> str:
    """One line: what is missing to read ``format``, and the exact command that adds the packages of ``extra``."""
    wanted = requirements(extra)
    names = ", ".join(re.split(r"[^\w.-]", each, maxsplit=1)[0] for each in wanted) or f"the packages of {extra}"
    return f"needs {names} to be read as {format}; add it with: {command(wanted or [f'{_PACKAGE}[{extra}]'])}"


def requirements(extra: str) -> list[str]:
    """The packages of an extra with their ranges of versions, as the installed program declares them."""
    from importlib.metadata import PackageNotFoundError, requires

    try:
        declared = requires(_PACKAGE) or []
    except PackageNotFoundError:
        return []
    marked = re.compile(rf"""extra\s*==\s*['"]{re.escape(extra)}['"]""")
    return [each.partition(";")[0].strip() for each in declared if marked.search(each)]


def command(wanted: list[str]) -> str:
    """The command that adds packages to where this program runs: with pipx, with uv, else with its own pip."""
    quoted = " ".join(shlex.quote(each) for each in wanted)
    prefix = Path(sys.prefix)
    if "pipx" in prefix.parts and prefix.parent.name == "venvs":
        return f"pipx inject {prefix.name} {quoted}"
    if prefix.parent.name == "tools" and prefix.parent.parent.name == "uv":
        added = " ".join(f"--with {shlex.quote(each)}" for each in wanted)
        return f"uv tool install {prefix.name} {added}"
    if _made_by_uv(prefix):
        return f"uv pip install --python {shlex.quote(sys.executable)} {quoted}"
    return f"{shlex.quote(sys.executable)} -m pip install {quoted}"


def _made_by_uv(prefix: Path) -> bool:
    """Whether the environment was made by uv, which puts no pip into it."""
    try:
        return "\nuv =" in "\n" + (prefix / "pyvenv.cfg").read_text(encoding="utf-8")
    except (OSError, ValueError):
        return False
