"""An EPUB: the documents of its spine in order, each with real text an article. Standard library only."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from typing import NamedTuple
from urllib.parse import unquote
from xml.etree import ElementTree

from tuireader.sources.moments import moment
from tuireader.sources.parsing.blocks import Blocks
from tuireader.sources.parsing.charsets import decoded
from tuireader.sources.parsing.writing import squeezed

#: So many documents of a book are read, each and all of so many bytes at most; what describes them is short.
_DOCUMENTS, _LARGEST, _ALL, _SHORT = 5000, 20_000_000, 300_000_000, 4_000_000
#: A document with fewer words is a cover, a half-title, a picture.
_WORDS = 40
#: What a book says of the parts of it that are not told.
_NOT_TOLD = frozenset(("cover", "titlepage", "title-page", "toc", "copyright-page", "nav", "index", "lot", "loi"))
_DOCTYPE = re.compile(r"<!DOCTYPE\s[^<>\[]{0,500}>")
_CONTAINER = "META-INF/container.xml"
_MARKUP = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document", "application/xml")


class _Item(NamedTuple):
    """A document of the book: its place in the archive, its type, what is said of it."""

    path: str
    media: str
    properties: str


class _Book:
    """The archive, with a limit to what is unpacked from it."""

    def __init__(self, data: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            self.names = set(self._archive.namelist())
        except (zipfile.BadZipFile, EOFError, OverflowError, ValueError, RuntimeError) as error:
            raise ValueError(f"is a damaged EPUB ({squeezed(str(error), 100)})") from None
        self._left = _ALL

    def member(self, name: str, most: int = _LARGEST) -> bytes:
        """A member's bytes. Raises KeyError where there is none, ValueError for damage and for what is too large."""
        try:
            with self._archive.open(name) as file:
                found = file.read(min(most, self._left) + 1)
        except (zipfile.BadZipFile, EOFError, RuntimeError, OSError) as error:
            raise ValueError(f"{name} is damaged ({squeezed(str(error), 100)})") from None
        except Exception as error:
            if isinstance(error, KeyError | MemoryError):
                raise
            raise ValueError(f"{name} cannot be unpacked") from None
        self._left -= len(found)
        if self._left < 0:
            raise ValueError(f"unpacks to more than {_ALL / 1e6:g} MB; not read further")
        if len(found) > most:
            raise ValueError(f"{name} has more than the {most / 1e6:g} MB a chapter may have")
        return found

    def xml(self, name: str) -> ElementTree.Element:
        """A member as XML. Raises ValueError where it is none, or declares entities."""
        text = decoded(self.member(name, _SHORT)).text
        # A harmless DOCTYPE names a file of the W3C; all others, and entities, are refused.
        text = _DOCTYPE.sub("", re.sub(r"^\s*<\?xml[^>]{0,300}\?>", "", text, count=1), count=1)
        if "<!DOCTYPE" in text or "<!ENTITY" in text:
            raise ValueError(f"{name} declares entities; not read")
        try:
            return ElementTree.fromstring(text)
        except (ElementTree.ParseError, ValueError, RecursionError) as error:
            raise ValueError(f"{name} is damaged ({squeezed(str(error), 100)})") from None


def read(data: bytes, cap: int = 8_000_000) -> dict[str, object]:
    """The chapters of a book as plain data: ``drafts``, and ``problems`` with the name of a document and what is wrong
    with it. Raises ValueError where there is no text in it."""
    book = _Book(data)
    package = _package(book)
    root = book.xml(package)
    folder = posixpath.dirname(package)
    items = _items(root, folder)
    spine = [items[each] for each in (ref.get("idref", "") for ref in _all(root, "itemref")) if each in items]
    if locked := _locked(book, spine):
        raise ValueError(locked)
    about = _about(root)
    labels = _labels(book, items, root)
    drafts: list[object] = []
    problems: list[tuple[str, str]] = []
    seen: set[str] = set()
    length = 0
    for item in spine[:_DOCUMENTS]:
        if item.path in seen or item.media not in _MARKUP or "nav" in item.properties.split():
            continue
        seen.add(item.path)
        try:
            draft = _chapter(book.member(item.path), item.path, about, labels)
        except KeyError:
            problems.append((item.path, "is missing in the book"))
        except ValueError as error:
            problems.append((item.path, str(error)))
        else:
            if draft is not None:
                length += len(str(draft["text"]))
                drafts.append(draft)
    if length > 8 * cap:
        raise ValueError(f"holds more than the {8 * cap / 1e6:g} MB of text a book may have")
    if not drafts and not problems:
        raise ValueError("is a book without text")
    return {"drafts": drafts, "problems": problems[:100]}


def _package(book: _Book) -> str:
    """The name of the file that describes the book."""
    if _CONTAINER in book.names:
        for each in _all(book.xml(_CONTAINER), "rootfile"):
            if (path := unquote(each.get("full-path", ""))) in book.names:
                return path
    found = next((name for name in sorted(book.names) if name.lower().endswith(".opf")), None)
    if found is None:
        raise ValueError("is no EPUB: nothing in it says what it holds")
    return found


def _all(root: ElementTree.Element, name: str) -> list[ElementTree.Element]:
    """All elements of that name, in whatever namespace."""
    return [each for each in root.iter() if isinstance(each.tag, str) and each.tag.rpartition("}")[2].lower() == name]


def _items(root: ElementTree.Element, folder: str) -> dict[str, _Item]:
    found = {}
    for each in _all(root, "item"):
        path = posixpath.normpath(posixpath.join(folder, unquote(each.get("href", "").partition("#")[0])))
        properties = each.get("properties", "")
        found[each.get("id", "")] = _Item(path, each.get("media-type", "").lower(), properties)
    return found


def _locked(book: _Book, spine: list[_Item]) -> str:
    """Why the text cannot be read, where it is encrypted; fonts may be."""
    if "META-INF/encryption.xml" not in book.names:
        return ""
    try:
        hidden = {unquote(each.get("URI", "")) for each in _all(book.xml("META-INF/encryption.xml"), "cipherreference")}
    except ValueError:
        return ""
    if any(item.path in hidden for item in spine):
        return "is encrypted by who sold it (DRM), so that only their program can read it"
    return ""


def _about(root: ElementTree.Element) -> dict[str, tuple[str, str]]:
    """What the book says of itself, for each of its chapters."""

    def first(name: str) -> str:
        return next((text for each in _all(root, name) if (text := squeezed("".join(each.itertext())))), "")

    said: dict[str, tuple[str, str]] = {}
    names = [squeezed("".join(each.itertext()), 200) for each in _all(root, "creator")]
    authors = ", ".join(dict.fromkeys(filter(None, names[:8])))
    for key, value, where in (
        ("source", first("title"), "book title"),
        ("byline", authors, "book author"),
        ("published", moment(first("date")) or "", "book date"),
        ("language", first("language"), "book language"),
    ):
        if value and value.casefold() not in ("unknown", "und", "none"):
            said[key] = (value, where)
    address = next((text for name in ("source", "identifier") if (text := first(name)).startswith("http")), "")
    if address:
        said["url"] = (address, "book identifier")
    return said


def _labels(book: _Book, items: dict[str, _Item], root: ElementTree.Element) -> dict[str, str]:
    """What the table of contents calls each document: the first entry that leads to its beginning."""
    toc = next((each.get("toc", "") for each in _all(root, "spine")), "")
    navigation = next((item for item in items.values() if "nav" in item.properties.split()), None)
    listed = items.get(toc) or next((item for item in items.values() if item.media.endswith("ncx+xml")), None)
    found: dict[str, str] = {}
    for item, link, target in ((navigation, "a", "href"), (listed, "navpoint", "src")):
        if item is None or found:
            continue
        try:
            tree = book.xml(item.path)
        except (KeyError, ValueError):
            continue
        for each in _all(tree, link):
            holder = next(iter(_all(each, "content")), each) if link == "navpoint" else each
            label = next(iter(_all(each, "text")), each) if link == "navpoint" else each
            path = unquote(holder.get(target, "").partition("#")[0])
            full = posixpath.normpath(posixpath.join(posixpath.dirname(item.path), path))
            if text := squeezed("".join(label.itertext()), 300):
                found.setdefault(full, text)
    return found


def _chapter(
    content: bytes, path: str, about: dict[str, tuple[str, str]], labels: dict[str, str]
) -> dict[str, object] | None:
    """A document as a draft in plain data; None for one that holds no text to speak of."""
    text, encoding = decoded(content)
    blocks = Blocks()
    writing = blocks.read(text)
    kinds = set(re.findall(r"epub:type\s{0,3}=\s{0,3}[\"']([\w -]{1,60})", text[:3000]))
    words = sum(len(paragraph.text.split()) for paragraph in writing.paragraphs)
    if (words < _WORDS and len(writing) < 6 * _WORDS) or any(_NOT_TOLD & set(kind.split()) for kind in kinds):
        return None
    said = dict(about)
    label = labels.get(path, "")
    heading = blocks.first_heading
    if title := heading or label or squeezed(blocks.title):
        said["title"] = (title, "heading" if heading else "table of contents" if label else "<title>")
        writing.drop_title(title)
    if language := squeezed(blocks.language, 35):
        said["language"] = (language, "<html lang>")
    if not writing.paragraphs:
        return None
    return writing.plain() | {"said": said, "name": path, "encoding": encoding}
