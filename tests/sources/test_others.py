"""Readers of formats that other packages bring, by the example of docs/formats.md."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tuireader import sources
from tuireader.sources import complaints, formats, others

PAGE = Path(__file__).parents[2] / "docs" / "formats.md"
BODY = "The harbour of Lindby opened again on Friday. Three ships came in."
NEWS = f"SLUG: harbour\nHEAD: Harbour reopens\nBY: Ida Holm\nDATE: 2025-03-10\n\n{BODY}\n"


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    """Nothing is known of packages that tests before or after this one have."""

    def forget() -> None:
        others.readers.cache_clear()
        complaints._said.clear()
        complaints._waiting.clear()

    forget()
    yield
    forget()


def installed(folder: Path, monkeypatch: pytest.MonkeyPatch, **modules: str) -> None:
    """Packages with these modules as readers, as pip would leave them."""
    info = folder / "our_newsroom-1.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: our-newsroom\nVersion: 1\n")
    points = "\n".join(f"{name} = newsroom_{name}" for name in modules)
    (info / "entry_points.txt").write_text(f"[{others.GROUP}]\n{points}\n")
    for name, code in modules.items():
        (folder / f"newsroom_{name}.py").write_text(code)
        monkeypatch.delitem(__import__("sys").modules, f"newsroom_{name}", raising=False)
    monkeypatch.syspath_prepend(folder)


def example() -> str:
    found = re.search(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.S)
    assert found is not None
    return found[1]


def test_the_example_reads_its_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed(tmp_path / "site", monkeypatch, example=example())
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "harbour.news").write_text(NEWS)
    (folder / "by-content.dat").write_text(NEWS.replace("harbour", "other"))
    (folder / "broken.news").write_text("SLUG: x\nno colon\n\ntext")
    (folder / "plain.md").write_text(BODY)
    found = sources.open([folder])
    assert [(article.id, article.byline, article.published) for article in found.articles] == [
        ("by-content", "Ida Holm", "2025-03-10"),
        ("harbour", "Ida Holm", "2025-03-10"),
        ("plain", None, None),
    ]
    assert found.articles[1].told_by["byline"] == "BY:"
    (problem,) = found.problems
    assert problem.path.endswith("broken.news")


def test_readers_that_are_broken_are_told_once_and_nothing_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = 'NAME = "x"\nEXTRA = ""\nSUFFIXES = frozenset((".x",))\n'
    installed(
        tmp_path / "site",
        monkeypatch,
        a_missing="import no_such_package_anywhere\n",
        b_lacking="NAME = 1\n",
        c_fits=start + "def fits(input): 1 / 0\ndef read(input): return iter(())\n",
        d_gives=start.replace(".x", ".y") + "def fits(input): return False\ndef read(input): yield 7\n",
        e_raises=start.replace(".x", ".z") + "def fits(input): return False\ndef read(input): raise KeyError('k')\n",
    )
    for name in ("one.md", "two.md", "odd.y", "odd.z"):
        (tmp_path / name).write_text(BODY)
    found = sources.open([tmp_path / name for name in ("one.md", "two.md", "odd.y", "odd.z")])
    assert [article.id for article in found.articles] == ["one", "two"]
    said = {Path(problem.path).name: problem.reason for problem in found.problems}
    assert len(found.problems) == 5
    assert said["reader a_missing"].startswith("cannot be imported (ModuleNotFoundError")
    assert said["reader b_lacking"].startswith("has no SUFFIXES, fits, read")
    assert said["reader c_fits"].startswith("cannot tell what it reads (ZeroDivisionError")
    assert said["odd.y"] == "the reader d_gives gave int, neither Draft nor Problem"
    assert said["odd.z"].startswith("cannot be read as x (KeyError")


def test_the_page_lists_every_ending() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert [suffix for suffix in sorted(formats.SUFFIXES) if f"`{suffix}`" not in page] == []
