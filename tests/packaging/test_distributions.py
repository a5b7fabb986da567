"""What stands in the wheel and the sdist.

``.ci/run`` builds both and says where in ``TUIREADER_DIST``. Elsewhere they are built here, if hatchling is installed:
that needs no network.
"""

from __future__ import annotations

import os
import tarfile
import zipfile
from pathlib import Path

import pytest

import tuireader

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one wheel and one sdist."""
    if built := os.environ.get("TUIREADER_DIST"):
        return Path(built)
    pytest.importorskip("hatchling", reason="neither TUIREADER_DIST nor hatchling is there to build with")
    from hatchling.builders.sdist import SdistBuilder
    from hatchling.builders.wheel import WheelBuilder

    folder = tmp_path_factory.mktemp("dist")
    for builder in (SdistBuilder(str(ROOT)), WheelBuilder(str(ROOT))):
        list(builder.build(directory=str(folder), versions=["standard"]))
    return folder


@pytest.fixture(scope="module")
def wheel(dist: Path) -> set[str]:
    (file,) = dist.glob("*.whl")
    with zipfile.ZipFile(file) as archive:
        return set(archive.namelist())


@pytest.fixture(scope="module")
def sdist(dist: Path) -> set[str]:
    (file,) = dist.glob("*.tar.gz")
    with tarfile.open(file) as archive:
        return {name.partition("/")[2] for name in archive.getnames()}


def shipped(folder: str, suffix: str) -> list[str]:
    names = sorted(path.name for path in (ROOT / folder).glob(f"*{suffix}"))
    assert names
    return names


def test_the_wheel_brings_the_man_page(wheel: set[str]) -> None:
    assert [name for name in wheel if name.endswith("/share/man/man1/tuireader.1")]


def test_the_wheel_holds_seeds_and_themes(wheel: set[str]) -> None:
    for folder, suffix in (("seeds", ".txt"), ("themes", ".toml")):
        for name in shipped(folder, suffix):
            assert f"tuireader/shipped/{folder}/{name}" in wheel


def test_the_wheel_holds_every_module_and_data_file_and_nothing_else(wheel: set[str]) -> None:
    for path in (ROOT / "tuireader").rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            assert path.relative_to(ROOT).as_posix() in wheel
    assert "tuireader/py.typed" in wheel
    assert not [name for name in wheel if not name.startswith(("tuireader/", f"tuireader-{tuireader.__version__}."))]
    assert not [name for name in wheel if "__pycache__" in name]


def test_the_sdist_holds_what_building_and_testing_need(sdist: set[str]) -> None:
    for name in ("pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", "tuireader/cli.py", "tests/test_cli.py"):
        assert name in sdist
    for folder, suffix in (("seeds", ".txt"), ("themes", ".toml"), ("docs", ".md"), ("benchmarks", ".py")):
        for name in shipped(folder, suffix):
            assert f"{folder}/{name}" in sdist


def test_the_seeds_are_packed_byte_for_byte(dist: Path) -> None:
    (file,) = dist.glob("*.whl")
    with zipfile.ZipFile(file) as archive:
        for name in shipped("seeds", ".txt"):
            assert archive.read(f"tuireader/shipped/seeds/{name}") == (ROOT / "seeds" / name).read_bytes()
