"""Archives: what is read in them, and what is refused, each in a line, while the rest is read."""

import bz2
import gzip
import io
import stat
import struct
import tarfile
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tuireader import sources
from tuireader.sources import budget
from tuireader.sources.packed import Forward

STORY = "Harbour Reopens After the Storm\n\nThe harbour of Lindby reopened on Friday. Ships came in again.\n"


def zipped(members: dict[str, bytes | str], **how: int) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, **how) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


def tarred(members: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        for name, data in members.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return file.getvalue()


def opened(tmp_path: Path, name: str, data: bytes) -> sources.Opened:
    (tmp_path / name).write_bytes(data)
    return sources.open([tmp_path / name])


def said(found: sources.Opened, tmp_path: Path) -> list[str]:
    return [f"{problem.path.removeprefix(f'{tmp_path}/')}: {problem.reason}" for problem in found.problems]


def test_a_member_without_a_name_hides_no_other(tmp_path: Path) -> None:
    found = opened(tmp_path, "news.zip", zipped({"a.txt": STORY, "b.txt": STORY}).replace(b"b.txt", b"\x00.txt"))
    assert [article.id for article in found.articles] == ["a"]
    assert said(found, tmp_path) == ["news.zip/: has no name that a file could have"]


def test_a_zip_is_read_like_a_folder(tmp_path: Path) -> None:
    names = ("b.txt", "a/two words.md", ".hidden", "__MACOSX/._b.txt", "code.py", "data.json")
    data = zipped(dict.fromkeys(names, STORY) | {"photo.png": b"\x89PNG\r\n\x1a\n\x00"})
    found = opened(tmp_path, "news.zip", data)
    assert [(article.id, article.path) for article in found.articles] == [
        ("b", f"{tmp_path}/news.zip/b.txt"),
        ("two words", f"{tmp_path}/news.zip/a/two words.md"),
    ]
    assert said(found, tmp_path) == ["news.zip: binary files skipped: photo.png"]


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress])
def test_one_packed_file(tmp_path: Path, pack: object) -> None:
    assert callable(pack)
    (article,) = opened(tmp_path, "harbour.txt.gz", pack(STORY.encode())).articles
    assert (article.id, article.text, article.path) == ("harbour", STORY, f"{tmp_path}/harbour.txt.gz")


def test_a_packed_tar_is_read_from_the_start_on(tmp_path: Path) -> None:
    long = (STORY + "Ships come and ships go. " * 9000).encode()
    members = {"empty.txt": b"", "long.txt": long, "./a/b.txt": STORY.encode(), "../out.txt": b"x"}
    for name, data in (("n.tar", tarred(members)), ("n.tgz", gzip.compress(tarred(members)))):
        found = opened(tmp_path, name, data)
        assert [article.id for article in found.articles] == (["long", "b"])
        assert len(found.articles[0].text) == len(long)
        assert said(found, tmp_path) == [
            f"{name}/empty.txt: is empty",
            f"{name}/../out.txt: refused: its name leads out of the archive",
        ]


def test_archives_in_archives(tmp_path: Path) -> None:
    inner = zipped({"c.txt": STORY, "d.txt.gz": gzip.compress(STORY.encode())})
    found = opened(tmp_path, "o.zip", zipped({"x/i.zip": inner, "e.txt": STORY}))
    assert [article.path for article in found.articles] == [
        f"{tmp_path}/o.zip/x/i.zip/c.txt",
        f"{tmp_path}/o.zip/x/i.zip/d.txt.gz",
        f"{tmp_path}/o.zip/e.txt",
    ]


def test_too_deep(tmp_path: Path) -> None:
    data = zipped({"deep.txt": STORY})
    for depth in range(6):
        data = zipped({f"{depth}.zip": data, "beside.txt": STORY})
    found = opened(tmp_path, "o.zip", data)
    assert len(found.articles) == 4
    (problem,) = said(found, tmp_path)
    assert problem.endswith("not read: archives or mails lie more than 4 deep in each other")


def test_names_and_kinds_that_are_refused(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in ("../../etc/passwd", "/abs.txt", "C:\\win.txt", "a/../../b.txt"):
            archive.writestr(name, STORY)
        archive.writestr(link, "/etc/passwd")
        archive.writestr("good.txt", STORY)
    found = opened(tmp_path, "n.zip", file.getvalue())
    assert [article.id for article in found.articles] == ["good"]
    assert [line.rpartition(": ")[2] for line in said(found, tmp_path)] == [
        *["its name leads out of the archive"] * 4,
        "it is a link",
    ]


def test_links_and_devices_in_a_tar(tmp_path: Path) -> None:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        for name, kind in (("l", tarfile.SYMTYPE), ("h", tarfile.LNKTYPE), ("f", tarfile.FIFOTYPE)):
            entry = tarfile.TarInfo(name)
            entry.type, entry.linkname = kind, "/etc/passwd"
            archive.addfile(entry)
        entry = tarfile.TarInfo("good.txt")
        entry.size = len(STORY)
        archive.addfile(entry, io.BytesIO(STORY.encode()))
    found = opened(tmp_path, "n.tar", file.getvalue())
    assert [article.id for article in found.articles] == ["good"]
    assert said(found, tmp_path) == [
        "n.tar/l: refused: it is a link",
        "n.tar/h: refused: it is a link",
        "n.tar/f: refused: it is a device or a pipe",
    ]


def test_encrypted_members_are_named(tmp_path: Path) -> None:
    data = bytearray(zipped({"secret.txt": STORY, "open.txt": STORY}))
    central = data.index(b"PK\x01\x02")
    data[6] |= 1
    data[central + 8] |= 1
    found = opened(tmp_path, "n.zip", bytes(data))
    assert [article.id for article in found.articles] == ["open"]
    assert "secret.txt: is encrypted" in said(found, tmp_path)[0]


def test_a_damaged_member_does_not_stop_the_others(tmp_path: Path) -> None:
    data = bytearray(zipped({"bad.txt": STORY * 3, "good.txt": STORY}))
    data[60] ^= 0xFF
    found = opened(tmp_path, "n.zip", bytes(data))
    assert [article.id for article in found.articles] == ["good"]
    (problem,) = said(found, tmp_path)
    assert problem.startswith(("n.zip/bad.txt: is damaged", "n.zip/bad.txt: cannot be unpacked"))


def test_cut_off(tmp_path: Path) -> None:
    data = gzip.compress(b"".join(b"%d words of a text\n" % number for number in range(9999)))
    assert said(opened(tmp_path, "n.txt.gz", data[:-900]), tmp_path) == ["n.txt.gz: is cut off: it ends in the middle"]
    (problem,) = said(opened(tmp_path, "n.zip", zipped({"a.txt": STORY})[:-30]), tmp_path)
    assert problem.startswith("n.zip: is a damaged zip archive")


@pytest.fixture
def small_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "FREE", 1_000_000)
    monkeypatch.setattr(budget, "MEMBERS", 50)


@pytest.mark.usefixtures("small_budget")
def test_bombs_are_one_line_each(tmp_path: Path) -> None:
    blank = b" " * 3_000_000
    flat = zipped({f"{number}.txt": blank for number in range(20)}, compresslevel=9)
    nested = zipped({f"{number}.zip": flat for number in range(20)})
    begin = time.monotonic()
    for name, data in (
        ("flat.zip", flat),
        ("nested.zip", nested),
        ("one.gz", gzip.compress(blank)),
        ("two.gz", gzip.compress(gzip.compress(b" " * 9_000_000))),
    ):
        found = opened(tmp_path, name, data)
        assert not found.articles
        lines = said(found, tmp_path)
        assert len(lines) < 10
        assert sum("unpacks to more than" in line for line in lines) == 1, lines
    assert time.monotonic() - begin < 2


@pytest.mark.usefixtures("small_budget")
def test_too_many_members(tmp_path: Path) -> None:
    many = {f"{number}.txt": b"word" for number in range(51)}
    for name, data in (("n.zip", zipped(dict(many))), ("n.tar", tarred(many))):
        assert "holds more than 50 files" in said(opened(tmp_path, name, data), tmp_path)[-1]


def test_members_over_each_other(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": STORY, "b.txt": STORY}))
    second = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 1)
    data[second + 42 : second + 46] = struct.pack("<L", 0)
    (problem,) = said(opened(tmp_path, "n.zip", bytes(data)), tmp_path)
    assert problem == "n.zip: is a trap: its files lie over each other; not read"


def test_a_table_of_contents_that_lies(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": STORY}))
    end = data.index(b"PK\x05\x06")
    data[end + 12 : end + 16] = struct.pack("<L", 0xFFFFFF00)
    (problem,) = said(opened(tmp_path, "n.zip", bytes(data)), tmp_path)
    assert problem.startswith("n.zip: ")


@pytest.mark.parametrize(
    ("members", "what"),
    [
        ({"[Content_Types].xml": "x", "word/document.xml": "x"}, "a Word document"),
        ({"[Content_Types].xml": "x", "xl/workbook.xml": "x"}, "an Excel workbook"),
        ({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "x"}, "an OpenDocument file"),
    ],
)
def test_documents_that_are_zips_are_named(tmp_path: Path, members: dict[str, bytes | str], what: str) -> None:
    (problem,) = said(opened(tmp_path, "letter.bin", zipped(members)), tmp_path)
    assert problem.startswith(f"letter.bin: is {what}")


def test_nothing_in_it(tmp_path: Path) -> None:
    assert said(opened(tmp_path, "n.zip", zipped({})), tmp_path) == ["n.zip: no articles in this archive"]
    data = zipped({"a.py": "import os", "b.json": "[1]"})
    assert said(opened(tmp_path, "n.zip", data), tmp_path) == [
        "n.zip: no articles in this archive, only data or markup (.json, .py)"
    ]


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_damage_of_any_kind_is_told(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    members: dict[str, bytes | str] = {"a.txt": STORY * 2, "b/c.txt": STORY}
    whole = data.draw(st.sampled_from([zipped(members), gzip.compress(tarred({"a.txt": STORY.encode()}))]))
    harmed = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 6))):
        harmed[data.draw(st.integers(2, len(harmed) - 1))] = data.draw(st.integers(0, 255))
    harmed = harmed[: data.draw(st.integers(4, len(harmed)))]
    folder = tmp_path_factory.mktemp("fuzz")
    found = opened(folder, "n.zip", bytes(harmed))
    assert found.articles or found.problems


@given(st.binary(max_size=3000), st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 400)), max_size=12))
def test_what_is_read_forwards_is_as_read_from_any_place(data: bytes, steps: list[tuple[int, int]]) -> None:
    forward, plain = Forward(io.BytesIO(data)), io.BytesIO(data)
    for place, size in steps:
        place = min(place, len(data))
        forward.seek(place)
        plain.seek(place)
        assert forward.read(size) == plain.read(size)
        assert forward.tell() == plain.tell()
