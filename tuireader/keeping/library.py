"""``tuireader library``: whether it is whole, its copies, what is in it as JSON, how large it is, and where."""

from __future__ import annotations

import sqlite3
import sys
import time
from argparse import Namespace
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from tuireader.article import TuireaderError, UsageError
from tuireader.library import Library, backups
from tuireader.library.checking import Found, check
from tuireader.library.restoring import restore
from tuireader.report.counting import count
from tuireader.settings.complaint import plain
from tuireader.text.safe import line


def kept(asked: Namespace) -> int:
    """Does what was asked of the library. Raises TuireaderError and UsageError; returns the exit status."""
    from tuireader.settings import paths

    file = paths.find().library
    if asked.file and asked.deed in ("check", "vacuum", "path"):
        raise UsageError(f"`tuireader library {asked.deed}` takes no file")
    try:
        return _DEEDS[asked.deed](asked, file)
    except backups.Damaged as error:
        raise TuireaderError(
            f"the library is damaged ({plain(str(error))}): `tuireader library check` mends it"
        ) from None
    except (OSError, sqlite3.Error) as error:
        said = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise TuireaderError(f"{line(str(file))}: {plain(said)}") from None


def _open(file: Path) -> Library:
    """The library, which must be one that can be written."""
    library = Library.open(file)
    if library.file is None:
        note = library.note
        library.close()
        raise TuireaderError(note)
    return library


def _check(asked: Namespace, file: Path) -> int:
    with Library.open(file) as library:
        found = check(library)
        if found.pages and library.mend():
            found = check(library)
        note = library.note
    _tell_of_network(file)
    if asked.json:
        _json({"check": {"sound": found.sound and not note, "note": note or None, **found._asdict()}})
    else:
        print("\n".join(filter(None, (note, *_lines(found)))))
    return 0 if found.sound and not note else 1


def _lines(found: Found) -> list[str]:
    """What a check found, in words."""
    held = f"{count(found.articles, 'article')} from {count(found.places, 'place')}, {count(found.marks, 'mark')}"
    said = [f"the file is damaged: {plain(found.pages)}" if found.pages else f"the library is whole: {held}"]
    if found.unreadable:
        said = [f"{count(len(found.unreadable), 'text')} can be read no more, of {held}:"]
        said += [f"  {digest}" for digest in found.unreadable[:20]]
        said.append("`tuireader remove DIGEST` takes one out, `tuireader add` brings it back from where it came")
    return said + [f"mended: {each}" for each in found.mended]


def _backup(asked: Namespace, file: Path) -> int:
    with _open(file) as library:
        if asked.file:
            target = Path(asked.file)
            if target.exists() and not asked.force:
                raise TuireaderError(f"{line(asked.file)} is there already; --force writes over it")
            if not target.parent.is_dir():
                raise TuireaderError(
                    f"{line(asked.file)} cannot be written: there is no folder {line(str(target.parent))}"
                )
            backups.write(file, target)
        else:
            target = backups.make(file)
        articles = library.count()
    size = target.stat().st_size
    form = {"backup": {"path": line(str(target)), "bytes": size, "articles": articles}}
    return _said(asked, form, f"{line(str(target))}: {_size(size)}, {count(articles, 'article')}")


def _restore(asked: Namespace, file: Path) -> int:
    copy = Path(asked.file) if asked.file else next((each.file for each in backups.listed(file)), None)
    if copy is None:
        raise TuireaderError(f"there is no copy in {line(str(backups.folder(file)))}; name a file to restore from")
    if not copy.is_file():
        raise TuireaderError(f"there is no file {line(str(copy))}")
    before = restore(file, copy)
    with _open(file) as library:
        articles, marks = library.count(), len(library.all_marks())
    name, aside = line(str(copy)), line(str(before)) if before else None
    text = [f"restored from {name}: {count(articles, 'article')}, {count(marks, 'mark')}"]
    if aside:
        text.append(f"what was there before is kept as {aside}")
    form = {"restore": {"path": name, "before": aside, "articles": articles, "marks": marks}}
    return _said(asked, form, "\n".join(text))


def _export(asked: Namespace, file: Path) -> int:
    from tuireader.library.exporting import exported
    from tuireader.output import write_bytes
    from tuireader.report.json import encode

    with Library.open(file) as library:
        if library.note:
            from tuireader.output import complain

            complain(library.note)
        data = encode(exported(library, texts=asked.texts))
    if not asked.file or asked.file == "-":
        write_bytes(data)
        return 0
    target = Path(asked.file)
    if target.is_dir():
        target /= time.strftime("tuireader-library-%Y%m%d-%H%M%S.json")
    if target.exists() and not asked.force:
        raise TuireaderError(f"{line(str(target))} is there already; --force writes over it")
    part = target.with_name(f".{target.name}.part")
    try:
        part.write_bytes(data)
        part.replace(target)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        raise TuireaderError(f"{line(str(target))} cannot be written: {error.strerror or error}") from None
    print(f"{line(str(target))}: {_size(len(data))}", file=sys.stderr if asked.json else sys.stdout)
    return 0


def _vacuum(asked: Namespace, file: Path) -> int:
    with _open(file) as library:
        before, after = library.vacuum()
    form = {"vacuum": {"before": before, "after": after}}
    gained = before - after
    text = (
        f"{_size(after)}, {_size(gained)} less than before" if gained > 0 else f"{_size(after)}: nothing to be gained"
    )
    return _said(asked, form, text)


def _path(asked: Namespace, file: Path) -> int:
    _tell_of_network(file)
    return _said(asked, {"path": line(str(file))}, line(str(file)))


def _tell_of_network(file: Path) -> None:
    """Says what is different about a library that lies elsewhere."""
    from tuireader.library.database import on_network
    from tuireader.output import complain

    if on_network(file.parent):
        complain("the library lies on a network file system: it is written the slower way that is safe there")


def _said(asked: Namespace, form: dict[str, Any], text: str) -> int:
    if asked.json:
        _json(form)
    else:
        print(text)
    return 0


def _json(form: dict[str, Any]) -> None:
    from tuireader.output import write_bytes
    from tuireader.report.json import encode

    write_bytes(encode(form))


def _size(size: int) -> str:
    """Bytes in words: ``61.3 MB``."""
    return f"{size / 1e6:,.1f} MB" if size >= 1e5 else f"{size / 1e3:,.1f} kB"


_DEEDS: dict[str, Callable[[Namespace, Path], int]] = {
    "check": _check,
    "backup": _backup,
    "restore": _restore,
    "export": _export,
    "vacuum": _vacuum,
    "path": _path,
}
