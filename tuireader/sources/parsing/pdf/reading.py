"""The lines of a PDF's pages, and what it says of itself, by pypdf."""

from __future__ import annotations

import io
import logging
import re
import time
from collections.abc import Mapping
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError, PdfReadError, PyPdfError

from tuireader.sources.parsing.pdf.layout import Line, largest, write
from tuireader.sources.parsing.writing import Plain, squeezed

#: This much of the time it may take goes to reading; what was not read by then is told.
_SHARE = 0.8
_ENCRYPTED = "is encrypted; open it with its password and save a copy without one"
_DATE = re.compile(r"D?:?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:([+-]\d\d)'?(\d\d)?|(Z))?")
#: Titles that programs made up.
_JUNK = re.compile(
    r"(?:untitled|title|document\d*|slide \d+|print|powerpoint presentation|layout \d+|none|null|page \d+)"
    r"|[\w -]{1,200}\.(?:docx?|pdf|indd|tex|dvi|odt|rtf|qxd|pages|xlsx?|pptx?|html?)",
    re.I,
)
_PROGRAM = re.compile(r"^(?:microsoft (?:word|powerpoint) - |)", re.I)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")


def read(data: bytes, cap: int = 8_000_000, seconds: float = 30) -> Plain:
    """A PDF's text as plain data; ``pages`` and ``done`` say how many pages it has and how many were read in
    ``seconds``. Raises ValueError where there is no text in it, or it is encrypted or damaged."""
    logging.disable(logging.CRITICAL)
    until = time.monotonic() + _SHARE * seconds
    reader = _opened(data)
    pages: list[list[Line]] = []
    broken = length = 0
    total = _count(reader)
    for number in range(total):
        if time.monotonic() > until and pages:
            break
        try:
            lines = _lines(reader.pages[number])
        except MemoryError:
            raise
        except Exception:
            # Any mistake in a page may raise anything; the other pages are none the worse.
            lines = []
            broken += 1
        pages.append(lines)
        length += sum(len(line.text) for line in lines)
        if length > cap:
            raise ValueError(f"holds more than the {cap / 1e6:g} MB a text may have")
    if not length:
        if broken:
            raise ValueError("is damaged: none of its pages can be read")
        raise ValueError("holds pictures of text, or none: have its text recognised first (OCR)")
    writing = write(pages)
    said = _said(reader, pages)
    if "title" in said:
        writing.drop_title(said["title"][0])
    if not writing.paragraphs:
        raise ValueError("holds no text but its title")
    return writing.plain() | {"said": said, "pages": total, "done": len(pages), "broken": broken}


def _opened(data: bytes) -> PdfReader:
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise ValueError(_ENCRYPTED)
    except (DependencyError, FileNotDecryptedError):
        raise ValueError(_ENCRYPTED) from None
    except (PyPdfError, RecursionError, KeyError, TypeError, IndexError, AttributeError, AssertionError) as error:
        raise ValueError(f"is a damaged PDF ({squeezed(str(error), 100) or type(error).__name__})") from None
    return reader


def _count(reader: PdfReader) -> int:
    try:
        return len(reader.pages)
    except (PdfReadError, FileNotDecryptedError) as error:
        encrypted = isinstance(error, FileNotDecryptedError)
        raise ValueError(_ENCRYPTED if encrypted else "is a damaged PDF: its pages are not found") from None
    except MemoryError:
        raise
    except Exception as error:
        raise ValueError(f"is a damaged PDF ({type(error).__name__})") from None


def _lines(page: PageObject) -> list[Line]:
    """The lines of a page in the order in which it draws them."""
    found: list[Line] = []
    ended = True

    def visit(text: str, cm: list[float], tm: list[float], font: Mapping[str, Any] | None, size: float) -> None:
        nonlocal ended
        if not text:
            return
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        height = abs(size * (tm[3] or tm[1]) * (cm[3] or cm[1])) or size
        name = str((font or {}).get("/BaseFont", ""))
        for number, piece in enumerate(text.split("\n")):
            if number:
                ended = True
            if not piece:
                continue
            same = found and not ended and abs(found[-1].y - y) < 0.5 * max(height, 1)
            if same:
                found[-1].text += piece
            elif piece.strip():
                found.append(Line(x, y, height, piece, bold="bold" in name.lower()))
                ended = False

    page.extract_text(visitor_text=visit)
    return found


def _said(reader: PdfReader, pages: list[list[Line]]) -> dict[str, tuple[str, str]]:
    """What the document says of itself; the title, where it says none, as its first page shows it."""
    said: dict[str, tuple[str, str]] = {}
    try:
        info: Mapping[str, Any] = reader.metadata or {}
        values = {key: squeezed(str(info.get(key) or "")) for key in ("/Title", "/Author", "/CreationDate")}
        language = str(reader.root_object.get("/Lang") or "")
    except MemoryError:
        raise
    except Exception:
        values, language = {}, ""
    title = _PROGRAM.sub("", values.get("/Title", ""))
    if title and not _JUNK.fullmatch(title):
        said["title"] = (title, "PDF title")
    elif shown := largest(pages[0]):
        said["title"] = (squeezed(shown), "largest letters, page 1")
    if author := values.get("/Author", ""):
        said["byline"] = (author, "PDF author")
    if when := _moment(values.get("/CreationDate", "")):
        said["published"] = (when, "PDF date")
    if _LANGUAGE.fullmatch(language):
        said["language"] = (language, "PDF language")
    return said


def _moment(value: str) -> str:
    """A date as PDF writes it, ``D:20250311083000+01'00'``, in ISO 8601."""
    match = _DATE.match(value)
    if match is None:
        return ""
    year, month, day, hour, minute, second, zone, minutes, utc = match.groups()
    date = f"{year}-{month or '01'}-{day or '01'}"
    if hour is None:
        return date if day else ""
    offset = "+00:00" if utc else f"{zone}:{minutes or '00'}" if zone else ""
    return f"{date}T{hour}:{minute or '00'}:{second or '00'}{offset}"
