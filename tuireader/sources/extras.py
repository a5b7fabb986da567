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
    names = " and ".join(re.split(r"[^\w.-]", each, maxsplit=1)[0] for each in wanted) or f"what [{extra}] brings"
    return f"{format} is read with {names}, not installed here: {command(wanted or [f'{_PACKAGE}[{extra}]'])}"


def requirements(extra: str) -> list[str]:
    """The packages of an extra with their ranges of versions, as the program declares them."""
    return _of_checkout(extra) or _of_installed(extra)


def _of_checkout(extra: str) -> list[str]:
    """As ``pyproject.toml`` says where the program runs from its source: what is installed may be older."""
    import tomllib

    try:
        with (Path(__file__).parents[2] / "pyproject.toml").open("rb") as file:
            project = tomllib.load(file)["project"]
        return list(project["optional-dependencies"][extra]) if project["name"] == _PACKAGE else []
    except (OSError, ValueError, KeyError):
        return []


def _of_installed(extra: str) -> list[str]:
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
    if (prefix / "pipx_metadata.json").is_file():
        return f"pipx inject {shlex.quote(prefix.name)} {quoted}"
    python = _python()
    if _made_by_uv(prefix):
        return f"uv pip install --python {python} {quoted}"
    return f"{python} -m pip install {quoted}"


def _python() -> str:
    """The interpreter as one can type it: by its short name, where that leads to it."""
    from shutil import which

    return "python3" if which("python3") == sys.executable else shlex.quote(sys.executable)


def _made_by_uv(prefix: Path) -> bool:
    """Whether the environment was made by uv, which puts no pip into it."""
    try:
        return "\nuv =" in "\n" + (prefix / "pyvenv.cfg").read_text(encoding="utf-8")
    except (OSError, ValueError):
        return False
