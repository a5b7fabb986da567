"""A zip archive: the files in it as those of a folder. Documents that are zips inside are named and refused."""

from __future__ import annotations

import io
import stat
import zipfile
from collections.abc import Iterator
from itertools import pairwise
from typing import IO, BinaryIO, cast

from tuireader.sources.inputs import FileInput, StreamInput
from tuireader.sources.members import Member, read_members, unsafe
from tuireader.sources.model import Draft, Problem
from tuireader.sources.packed import Cautious, counted

NAME = "zip"
EXTRA = ""
SUFFIXES = frozenset((".zip",))

#: An archive inside an archive is read whole: its table of contents stands at its end.
_INNER = 64_000_000
_ENCRYPTED = 0x1
_HEADER = 30
#: By a member or the beginning of the member ``mimetype``: what such a file is.
_DOCUMENTS = {
    "word/": "a Word document (.docx); save it as PDF, HTML or plain text and open that",
    "xl/": "an Excel workbook (.xlsx); save the table as CSV and open that",
    "ppt/": "a PowerPoint presentation (.pptx); save it as PDF and open that",
    "META-INF/MANIFEST.MF": "a Java archive, which holds no articles",
    "Index/Document.iwa": "a Pages document; export it as PDF or EPUB and open that",
}
_OPEN_DOCUMENT = "an OpenDocument file (.odt, .ods, .odp); save it as PDF, HTML or plain text and open that"


def fits(input: StreamInput) -> bool:
    """Whether it begins as a zip does, an empty one too."""
    return input.head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def read(input: StreamInput) -> Iterator[Draft | Problem]:
    """The articles in its members. Raises ValueError where it is no archive of articles."""
    with _seekable(input) as file:
        try:
            archive = zipfile.ZipFile(cast(IO[bytes], Cautious(file)))
        except (zipfile.BadZipFile, EOFError, OverflowError) as error:
            raise ValueError(f"is a damaged zip archive ({error})") from None
        with archive:
            entries = archive.infolist()
            if document := _document(archive):
                raise ValueError(document)
            input.budget.members(len(entries))
            _apart(entries)
            # Not is_dir: it raises where a name is empty.
            files = [each for each in entries if not each.filename.endswith("/")]
            members = (_member(input, archive, each) for each in files)
            yield from read_members(input, members, asked=input.asked and len(files) == 1)


def _seekable(input: StreamInput) -> BinaryIO:
    """The archive, read from any place: where it is a file. One in an archive or from a pipe is kept whole."""
    return input.open() if isinstance(input, FileInput) else io.BytesIO(input.data(_INNER))


def _member(input: StreamInput, archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Member:
    refused = unsafe(entry.filename)
    if not refused and stat.S_ISLNK(entry.external_attr >> 16):
        refused = "refused: it is a link"
    if not refused and entry.flag_bits & _ENCRYPTED:
        refused = "is encrypted; unpack the archive with its password and open the file"
    if not refused and entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2):
        refused = "is packed in a way that is not read; unpack the archive and open the file"
    if refused:
        return Member(entry.filename, None, refused)

    def unpack() -> BinaryIO:
        return counted(cast(BinaryIO, archive.open(entry)), input.budget)

    return Member(entry.filename, unpack)


def _apart(entries: list[zipfile.ZipInfo]) -> None:
    """Raises ValueError where members lie over each other, as in archives that are made to unpack without end."""
    places = sorted((entry.header_offset, entry.compress_size) for entry in entries)
    if any(start + _HEADER + size > after for (start, size), (after, _) in pairwise(places)):
        raise ValueError("is a trap: its files lie over each other; not read")


def _document(archive: zipfile.ZipFile) -> str:
    """What the archive is, where it is a document; else empty."""
    names = archive.namelist()
    if names[:1] == ["mimetype"] and archive.getinfo("mimetype").file_size < 200:
        with archive.open("mimetype") as file:
            if file.read(100).startswith(b"application/vnd.oasis.opendocument"):
                return f"is {_OPEN_DOCUMENT}"
    if "[Content_Types].xml" not in names and not {"META-INF/MANIFEST.MF", "Index/Document.iwa"} & set(names):
        return ""
    told = (said for start, said in _DOCUMENTS.items() if any(name.startswith(start) for name in names))
    return next((f"is {said}" for said in told), "")
