"""docs/dependencies.md tells the licence of every package that is needed, with those it brings."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def licences() -> ModuleType:
    """The script in benchmarks/, which is no package."""
    spec = importlib.util.spec_from_file_location("licences", ROOT / "benchmarks" / "licences.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_is_right(licences: ModuleType) -> None:
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    assert licences.complaints(page) == []
    assert licences.complaints(page.replace("| lxml | BSD-3-Clause |", "| lxml | MIT |"))
    assert licences.complaints("")


@pytest.mark.parametrize(
    ("expression", "free"),
    [
        ("MIT", True),
        ("MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-or-later", True),
        ("Apache-2.0 AND CNRI-Python", True),
        ("AGPL-3.0-only", False),
        ("MIT AND GPL-3.0-only", False),
        ("", False),
    ],
)
def test_what_is_free(licences: ModuleType, expression: str, free: bool) -> None:
    assert licences.choices(expression) is free
