"""What to type where a package is missing that a format needs."""

from __future__ import annotations

import re
import shlex
import sys
from pathlib import Path

_PACKAGE = "tuireader"
_EXTRA = re.compile(r"""extra\s*==\s*['"]([\w-]+)['"]""")


def missing(format: str, extra: str) -> str:
    """One line: what is missing to read ``format``, and the exact command that adds the packages of ``extra``."""
    wanted = requirements(extra)
    names = _listed([name_of(each) for each in wanted]) or f"what [{extra}] brings"
    return f"{format} is read with {names}, not installed here: {command(wanted or [f'{_PACKAGE}[{extra}]'])}"


def requirements(extra: str) -> list[str]:
    """The packages of an extra with their ranges of versions, as the program declares them."""
    return _declared().get(extra, [])


def extra_of(module: str) -> str:
    """The smallest extra that brings a module, ``lxml`` or ``lxml.html``; empty where none does."""
    package = module.partition(".")[0].lower()
    # What is installed names the packages of ``all`` one by one, and that one first.
    found = [(len(each), extra) for extra, each in _declared().items() if package and package in map(name_of, each)]
    return min(found, default=(0, ""))[1]


def _listed(names: list[str]) -> str:
    """``a, b and c``."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def name_of(requirement: str) -> str:
    """The name of a package, without the versions that are asked for."""
    return re.split(r"[^\w.-]", requirement, maxsplit=1)[0].lower()


def _declared() -> dict[str, list[str]]:
    """The packages of each extra: as the source says where the program runs from it: what is installed may be older."""
    return _of_checkout() or _of_installed()


def _of_checkout() -> dict[str, list[str]]:
    import tomllib

    try:
        with (Path(__file__).parents[2] / "pyproject.toml").open("rb") as file:
            project = tomllib.load(file)["project"]
        return dict(project["optional-dependencies"]) if project["name"] == _PACKAGE else {}
    except (OSError, ValueError, KeyError):
        return {}


def _of_installed() -> dict[str, list[str]]:
    from importlib.metadata import PackageNotFoundError, requires

    found: dict[str, list[str]] = {}
    try:
        declared = requires(_PACKAGE) or []
    except PackageNotFoundError:
        return found
    for each in declared:
        if marked := _EXTRA.search(each):
            found.setdefault(marked[1], []).append(each.partition(";")[0].strip())
    return found


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
