"""The licences of every package that tuireader needs to run, with all that those bring, as installed here.

    python benchmarks/licences.py            prints them as the table of docs/dependencies.md
    python benchmarks/licences.py --check    says where that table differs; the tests run this

Reads pyproject.toml and the metadata of the installed packages; asks nobody else.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, metadata, requires
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "dependencies.md"
#: Extras that are for the work on tuireader, or put others together.
OTHERS = frozenset(("all", "test", "dev"))
#: Licences under which a program with the MIT licence can be passed on together with a package, as they are written.
FREE = frozenset(
    ("Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BSD", "CNRI-Python", "ISC", "MIT", "MPL-1.1", "MPL-2.0", "PSF-2.0")
)
#: What packages write that had no rule for it.
_SAME = {
    "Apache 2.0": "Apache-2.0",
    "MIT, BSD": "MIT AND BSD",
    "MIT License": "MIT",
    "The BSD 2-Clause License": "BSD-2-Clause",
}
_ROW = re.compile(r"^\| ([\w-]+) \| ([^|]+) \| ([^|]+) \|$", re.M)


def declared() -> Iterator[tuple[str, str]]:
    """Each package that pyproject.toml asks for, and the extra it is in; empty for those always needed."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        project = tomllib.load(file)["project"]
    for each in project["dependencies"]:
        yield Requirement(each).name, ""
    for extra, packages in project["optional-dependencies"].items():
        if extra not in OTHERS:
            for each in packages:
                yield Requirement(each).name, extra


def normal(name: str) -> str:
    """A package's name as indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def installed(name: str) -> bool:
    """Whether a package is here."""
    try:
        return bool(metadata(name)["Name"])
    except PackageNotFoundError:
        return False


def licence(name: str) -> str:
    """The licence that an installed package's metadata tells."""
    told = metadata(name).json
    said = str(told.get("license_expression") or told.get("license") or "").partition("\n")[0]
    classes = [each.rpartition(":: ")[2] for each in told.get("classifier", ()) if each.startswith("License ::")]
    found = said or " AND ".join(classes)
    return _SAME.get(found, found)


def known() -> dict[str, tuple[str, set[str]]]:
    """By the name of each package: its licence, and what brings it: ``always`` or extras."""
    found: dict[str, tuple[str, set[str]]] = {}

    def walk(name: str, via: str, extras: frozenset[str] = frozenset()) -> None:
        key = normal(name)
        try:
            _, ways = found.setdefault(key, (licence(name), set()))
        except PackageNotFoundError:
            # Asked for on other systems only.
            return
        if via in ways and not extras:
            return
        ways.add(via)
        for each in requires(name) or []:
            wanted = Requirement(each)
            marker = wanted.marker
            if marker is None or any(marker.evaluate({"extra": extra}) for extra in ("", *extras)):
                walk(wanted.name, via, frozenset(wanted.extras))

    for name, extra in declared():
        walk(name, f"[{extra}]" if extra else "always")
    return dict(sorted(found.items()))


def rows() -> dict[str, tuple[str, str]]:
    """The table: by package, its licence and what brings it."""
    return {
        name: (told, "always" if "always" in ways else ", ".join(sorted(ways)))
        for name, (told, ways) in known().items()
    }


def choices(expression: str) -> bool:
    """Whether one can choose only licences of ``FREE``: every part of an AND has one of them among its ORs."""
    return all(
        any(name.strip(" ()") in FREE for name in part.split(" OR ")) for part in expression.split(" AND ") if part
    ) and bool(expression)


def complaints(page: str) -> list[str]:
    """What is wrong with the table on ``page``, and which licences are no free ones."""
    told = {name: (licence.strip(), via.strip()) for name, licence, via in _ROW.findall(page)}
    found = rows()
    wrong = [
        f"{name}: the page says {told.get(name)}, it is {row}" for name, row in found.items() if told.get(name) != row
    ]
    # What is not installed may be needed by another system or an older Python.
    wrong += [f"{name}: on the page, but nothing brings it" for name in told if name not in found and installed(name)]
    return wrong + [f"{name}: {row[0]} is not free enough" for name, row in found.items() if not choices(row[0])]


def main() -> int:
    """Prints the table, or what is wrong with it; 1 where something is."""
    if "--check" in sys.argv:
        wrong = complaints(PAGE.read_text(encoding="utf-8"))
        print("\n".join(wrong) or "the table is right")
        return 1 if wrong else 0
    print("| package | its licence | needed |\n|---|---|---|")
    for name, (told, via) in rows().items():
        print(f"| {name} | {told} | {via} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
