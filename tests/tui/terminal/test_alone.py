"""The layer can be lifted out: it knows nothing else of tuireader but what makes pasted text safe."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tuireader.tui import terminal
from tuireader.tui.terminal import parts

OWN, SAFE = "tuireader.tui.terminal", "tuireader.text.safe"


def test_it_imports_nothing_else_of_tuireader() -> None:
    others = set()
    for file in Path(terminal.__path__[0]).glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            others |= {name for name in names if name.startswith("tuireader") and not name.startswith(OWN)}
    assert others == {SAFE}


def test_private_parts_of_textual_stand_in_one_file() -> None:
    for file in Path(terminal.__path__[0]).glob("*.py"):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("textual"):
                private = "._" in node.module or any(alias.name.startswith("_") for alias in node.names)
                assert file.name == "private.py" or not private, f"{file.name}, line {node.lineno}"


@pytest.mark.parametrize(("file", "base"), [("display.py", "textual.app.App"), ("driver.py", "textual.driver.Driver")])
def test_what_is_derived_from_textual_has_names_of_its_own(file: str, base: str) -> None:
    tree = ast.parse((Path(terminal.__path__[0]) / file).read_text(encoding="utf-8"))
    names = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute) and node.attr.startswith("_")}
    assert not [name for name in names if not name.startswith("__") and parts.attribute(base, name).fits()]
