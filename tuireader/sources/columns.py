"""Rows of tables and objects of JSON to drafts: which column holds what, by its name or by what the user says."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from tuireader.sources.model import Draft, Options, Said
from tuireader.sources.moments import moment
from tuireader.sources.stripping import has_markup, one_line, stripped
from tuireader.text.lazy import Lazy

_GUESSES = {
    "title": "title headline articletitle newstitle heading webtitle subject",
    "text": """
        text body content article maintext fulltext articletext articlebody articlecontent bodytext plaintext
        contenttext cleantext rawtext newstext storytext story document doc bodycontent textbody
    """,
    "source": """
        source outlet publisher publication newspaper sourcename newsoutlet publishername sitename site media medianame
        sourcedomain domain website
    """,
    "byline": "byline author authors authorname creator writer writers reporter",
    "published": """
        published publishedat publisheddate publishdate publishedon datepublished datepublish publicationdate pubdate
        webpublicationdate firstpublicationdate date datetime published_time timestamp createdat created time
    """,
    "language": "language lang languagecode locale",
    "url": "url link permalink canonicalurl articleurl canonical weburl href uri",
    "agency": "agency newsagency wire",
    "name": "id articleid docid documentid newsid uuid guid uid identifier",
}
#: What a column may be called, the likeliest first.
_NAMES = {field: tuple(name.replace("_", "") for name in names.split()) for field, names in _GUESSES.items()}
#: The names of columns that the user may say: those of ``Draft``, and what else people call them.
FIELDS = ("title", "text", "source", "byline", "published", "language", "url", "agency", "id")
_MEANT = {
    "id": "name",
    "author": "byline",
    "date": "published",
    "outlet": "source",
    "body": "text",
    "headline": "title",
}
#: One of these beside a text makes a table one of articles, also where nobody named it.
_BESIDE = ("title", "url", "source")
#: Tags by which a text is HTML.
_MARKUP = Lazy(r"<(?:p|div|br|li|h[1-6]|blockquote)\b[^<>]{0,2000}>", re.I)
#: So many columns are looked at for a guess.
_MOST = 3000
#: So many names of columns are told where none fits.
_TOLD = 8
_CAP = 2000


class NoText(ValueError):
    """No column holds the text of articles. The message says what to do."""


class TooLong(ValueError):
    """A text is longer than one may be."""


class Columns:
    """Which column, or key, holds what."""

    def __init__(self, names: Iterable[str], options: Options) -> None:
        """``names`` are those of the columns; ``options.columns`` says what is not to be guessed.

        Raises NoText where no column holds the text, ValueError where the user names one that there is not.
        """
        self._names = [str(name) for name in names]
        self._cap = options.cap
        self.of: dict[str, str] = {}
        tables = self._tables("")
        if inside := _guess("text", tables).rpartition(".")[0]:
            tables = self._tables(inside)
        for field in _NAMES:
            if known := _guess(field, tables):
                self.of[field] = known
        for field, name in options.columns.items():
            self.of[_MEANT.get(field, field)] = self._meant(name)
        self._said_text = any(_MEANT.get(field, field) == "text" for field in options.columns)
        if "text" not in self.of:
            raise NoText(
                f"no column holds the text of articles: there is {_listed(self._names)}; "
                "say which one does: --map text=COLUMN"
            )

    @property
    def likely(self) -> bool:
        """Whether these are columns of articles for sure, not only of some texts."""
        return self._said_text or any(field in self.of for field in _BESIDE)

    def _tables(self, inside: str) -> tuple[dict[str, str], ...]:
        """The columns by their bare names: those in the object ``inside``, all, all by the last part of their name."""
        names = [name for name in reversed(self._names[:_MOST]) if name != inside]
        near = (name for name in names if inside and name.startswith(f"{inside}."))
        return (
            {_bare(name.removeprefix(f"{inside}.")): name for name in near},
            {_bare(name): name for name in names},
            {_bare(name.rpartition(".")[2]): name for name in names},
        )

    def _meant(self, name: str) -> str:
        if name in self._names:
            return name
        same = [each for each in self._names if _bare(each) == _bare(name)]
        if len(same) == 1:
            return same[0]
        raise ValueError(f"there is no column “{name}” (--map): there is {_listed(self._names)}")

    def draft(self, row: Mapping[str, Any], *, number: int, encoding: str = "utf-8", noun: str = "column") -> Draft:
        """The draft of a row; ``number`` tells it from the others where it has no id, 0 where there are no others.

        Raises ValueError where it has no text, TooLong where that is no text of one article.
        """
        text = _text(row.get(self.of["text"]))
        if len(text) > self._cap:
            raise TooLong(f"more than {self._cap / 1e6:g} MB in {noun} “{self.of['text']}”")
        if not text.strip():
            raise ValueError(f"no text in {noun} “{self.of['text']}”")
        found: dict[str, Any] = {
            field: self._said(field, row, noun) for field in _NAMES if field not in ("text", "name")
        }
        name = _line(row.get(self.of["name"])) if "name" in self.of and number else ""
        markup = _MARKUP.search(text) is not None
        text, headings = stripped(text) if markup else (text, ())
        if not text.strip():
            raise ValueError(f"no text in {noun} “{self.of['text']}”, only markup")
        name = name or str(number or "")
        return Draft(text=text, headings=headings, name=name, plain=not markup, encoding=encoding, **found)

    def _said(self, field: str, row: Mapping[str, Any], noun: str) -> Said | None:
        name = self.of.get(field)
        value = _line(row.get(name)) if name is not None else ""
        if field == "published":
            value = moment(value) or ""
        elif field == "byline" and value.startswith("[") and value.endswith("]"):
            # Lists in tables are often written as those of a program: ['Ida Holm', 'Per Lund'].
            value = _list_in(value)
        elif has_markup(value):
            value = one_line(value)
        web = value.lower().startswith(("http://", "https://"))
        if (field == "url" and not web) or (field == "language" and not 2 <= len(value) <= 35):
            return None
        return Said(value, f"{noun} {name}") if value else None


def _guess(field: str, tables: Iterable[Mapping[str, str]]) -> str:
    """The likeliest column for a field; empty for none."""
    return next((known[guess] for known in tables for guess in _NAMES[field] if guess in known), "")


def columns(text: str) -> dict[str, str]:
    """``title=headline,text=body`` as a mapping. Raises ValueError, which says what is wrong with it."""
    found: dict[str, str] = {}
    for pair in text.split(","):
        field, equals, name = (part.strip() for part in pair.partition("="))
        field = field.lower()
        if not equals or not name:
            raise ValueError(f"“{pair.strip()}” is no pair like title=headline")
        if field not in FIELDS and field not in _MEANT:
            raise ValueError(f"there is no “{field}” to map; there are {', '.join(FIELDS)}")
        found[field] = name
    return found


def flat(value: Mapping[str, Any]) -> dict[str, Any]:
    """An object of JSON with what lies in its objects, two deep: ``fields.body``."""
    found = dict(value)
    for name, inner in value.items():
        if isinstance(inner, dict):
            for key, deep in inner.items():
                found[f"{name}.{key}"] = deep
                if isinstance(deep, dict):
                    found |= {f"{name}.{key}.{last}": deepest for last, deepest in deep.items()}
    return found


def articles_in(value: Mapping[str, Any], options: Options) -> Sequence[object]:
    """The longest array of what must be articles in an object that is none itself, as web services answer."""
    around: list[Any] = [value, *(inner for inner in value.values() if isinstance(inner, dict))]
    arrays = (inner for outer in around for inner in outer.values() if isinstance(inner, list))
    return max((each for each in arrays if _are_articles(each, options)), key=len, default=())


def _are_articles(array: Sequence[object], options: Options) -> bool:
    first = next((each for each in array[:20] if isinstance(each, dict)), None)
    try:
        return first is not None and Columns(flat(first), options).likely
    except ValueError:
        return False


def _bare(name: str) -> str:
    return "".join(char for char in name.casefold() if char.isalnum())


def _text(value: object) -> str:
    """A text, which may be given as paragraphs."""
    if isinstance(value, list):
        return "\n\n".join(_text(each) for each in value)
    if isinstance(value, dict):
        # {"text": …}, {"rendered": …}.
        inner = next((value[name] for name in value if _bare(str(name)) in (*_NAMES["text"], "rendered", "html")), None)
        return _text(inner) if not isinstance(inner, dict) else ""
    return value if isinstance(value, str) else ""


def _line(value: object) -> str:
    """A value as one line: names in a row, the name of an object that has one."""
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, dict):
        value = next(
            (value[name] for name in ("name", "rendered", "title", "id") if isinstance(value.get(name), str)), ""
        )
    if isinstance(value, list | tuple):
        return ", ".join(filter(None, map(_line, value[:20])))[:_CAP]
    said = " ".join(str(value).split())[:_CAP]
    return "" if said.lower() in ("nan", "none", "null", "n/a") else said


def _list_in(said: str) -> str:
    try:
        found = json.loads(said.replace("'", '"'))
    except ValueError:
        return said[1:-1]
    return ", ".join(map(str, found)) if isinstance(found, list) else said


def _listed(names: Sequence[str]) -> str:
    own = [name for name in names if "." not in name] or list(names)
    shown = ", ".join(f"“{name[:40]}”" for name in own[:_TOLD])
    return f"{shown} and {len(own) - _TOLD} more" if len(own) > _TOLD else shown or "nothing"
