"""Where a package is missing that a format needs, the message is the command that adds it."""

import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tuireader import sources
from tuireader.sources import extras, formats


def here(monkeypatch: pytest.MonkeyPatch, prefix: Path, *, python: str = "/opt/my env/bin/python") -> None:
    monkeypatch.setattr(sys, "prefix", str(prefix))
    monkeypatch.setattr(sys, "executable", python)


def test_a_file_that_needs_what_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    here(monkeypatch, tmp_path)
    (tmp_path / "n.parquet").write_bytes(b"PAR1\x00")
    (tmp_path / "good.txt").write_text("The harbour is open. Ships come in again.")
    found = sources.open([tmp_path])
    assert [article.id for article in found.articles] == ["good"]
    (problem,) = found.problems
    assert problem.reason == (
        "Parquet is read with duckdb, not installed here: '/opt/my env/bin/python' -m pip install 'duckdb>=2,<3'"
    )


def test_pipx_and_uv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here(monkeypatch, tmp_path / "tuireader", python="/p")
    (tmp_path / "tuireader").mkdir()
    (tmp_path / "tuireader" / "pyvenv.cfg").write_text("home = /usr\nuv = 0.9\n")
    assert extras.command(["a>1,<2", "b"]) == "uv pip install --python /p 'a>1,<2' b"
    (tmp_path / "tuireader" / "pipx_metadata.json").write_text("{}")
    assert extras.command(["a>1,<2"]) == "pipx inject tuireader 'a>1,<2'"


def test_every_extra_of_a_reader_is_declared_and_its_command_can_be_typed() -> None:
    for row in formats.TABLE:
        reader = formats.load(row.module)
        if reader.EXTRA:
            wanted = extras.requirements(reader.EXTRA)
            assert wanted, reader.NAME
            assert all(Requirement(each).specifier for each in wanted)
            assert shlex.split(extras.command(wanted))[-len(wanted) :] == wanted


def test_what_is_installed_says_the_same_as_the_source(monkeypatch: pytest.MonkeyPatch) -> None:
    declared = ['duckdb<3,>=2; extra == "big"', "rich>=14", "httpx; extra == 'web'"]
    monkeypatch.setattr("importlib.metadata.requires", lambda _: declared)
    assert extras._of_installed() == {"big": ["duckdb<3,>=2"], "web": ["httpx"]}


def test_a_module_belongs_to_the_smallest_extra_that_brings_it(monkeypatch: pytest.MonkeyPatch) -> None:
    # As an installed package has it: "all" is spelt out, and comes first.
    installed = [f"{name}; extra == 'all'" for name in ("duckdb", "httpx", "lxml")]
    installed += ["duckdb; extra == 'big'", "httpx; extra == 'web'"]
    monkeypatch.setattr(extras, "_of_checkout", dict)
    monkeypatch.setattr("importlib.metadata.requires", lambda _: installed)
    assert [extras.extra_of(name) for name in ("duckdb", "httpx.client")] == ["big", "web"]


def test_what_pip_may_not_find_by_the_extra_of_another_package_is_asked_for_by_its_own_name() -> None:
    # jusText asks for lxml[html_clean]; pip before 23.3 does not know that for lxml[html-clean], and goes on without.
    for extra in ("html", "warc"):
        assert any(each.startswith("lxml-html-clean") for each in extras.requirements(extra))
    assert "HTML is read with trafilatura, lxml and lxml-html-clean, not installed here" in extras.missing(
        "HTML", "html"
    )


def test_a_module_belongs_to_an_extra() -> None:
    assert [extras.extra_of(name) for name in ("lxml.html", "httpx", "json", "")] == ["html", "web", "", ""]


def test_readers_import_nothing_of_their_extra_before_they_read() -> None:
    heavy = "trafilatura", "lxml", "feedparser", "pypdf", "warcio", "httpx", "duckdb", "ssl"
    code = (
        "import sys\nfrom tuireader.sources import formats\nfor row in formats.TABLE:\n formats.load(row.module)\n"
        f"print([name for name in {heavy!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == "[]", done.stdout + done.stderr
