"""Writing config.toml: one key is changed, all else stays as the user wrote it, and nothing is ever lost."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tuireader.article import TuireaderError
from tuireader.settings import toml
from tuireader.settings.complaint import Complaint, plain
from tuireader.settings.keys import typed
from tuireader.settings.paths import make

if TYPE_CHECKING:
    from tomlkit import TOMLDocument
    from tomlkit.items import Item

    from tuireader.settings.options import Value


class Unwritable(TuireaderError):
    """The file could not be changed, and is as it was. The message says why, and what to do."""


def put(file: Path, name: str, value: Value | None) -> None:
    """Writes a setting; None takes its line out. Raises Unwritable."""
    from tomlkit import item

    wanted, doc, text = _open(file)
    if value is None:
        if name not in wanted:
            return
        del wanted[name]
        doc.remove(name)
    elif name in wanted:
        wanted[name] = value
        doc[name] = value
    else:
        wanted[name] = value
        _insert(doc, name, item(value))
    _save(file, doc, text, wanted)


def put_keys(file: Path, id: str, keys: Sequence[str] | None) -> None:
    """Writes the keys of a command; None takes the line out, so that its own ones hold. Raises Unwritable."""
    import tomlkit

    wanted, doc, text = _open(file)
    names = [typed(key) for key in keys] if keys is not None else None
    value = names[0] if names is not None and len(names) == 1 else names
    scope, _, verb = id.partition(".")
    if not isinstance(wanted.get("keys", {}), dict):
        raise Unwritable(f"{_name(file)}: keys is no table; mend the file first. Nothing was changed")
    held: Any = wanted.get("keys", {})
    inner = isinstance(held.get(scope), dict) and verb in held[scope]
    if value is None:
        if inner:
            del held[scope][verb]
            doc["keys"][scope].remove(verb)
        elif id in held:
            del held[id]
            doc["keys"].remove(id)
        else:
            return
    elif inner:
        held[scope][verb] = value
        doc["keys"][scope][verb] = value
    else:
        if "keys" not in wanted:
            wanted["keys"] = {}
            doc["keys"] = tomlkit.table()
        wanted["keys"][id] = value
        doc["keys"][id] = value
    _save(file, doc, text, wanted)


def _open(file: Path) -> tuple[dict[str, Any], TOMLDocument, str]:
    """The values of a file, the same with all that stands around them, and the text."""
    import tomlkit

    if not os.path.lexists(file):
        return {}, tomlkit.document(), ""
    answer = toml.read(file)
    if isinstance(answer, Complaint):
        raise Unwritable(f"{answer}. Mend it first: nothing was changed")
    if not os.access(file, os.W_OK):
        raise Unwritable(f"{_name(file)} is read-only: nothing was changed")
    wanted, text = answer
    # A last line without an end would run into the next one.
    return wanted, tomlkit.parse(text if text.endswith("\n") or not text else text + "\n"), text


def _insert(doc: TOMLDocument, name: str, value: Item) -> None:
    """Puts a new setting after the last one; what is said over the first table stays there."""
    from tomlkit import key, ws
    from tomlkit.items import AoT, Comment, Table, Whitespace

    body = doc.body
    tables = [at for at, (_, item) in enumerate(body) if isinstance(item, Table | AoT) and not _dotted(item)]
    end = tables[0] if tables else len(body)
    last = next((at for at in reversed(range(end)) if body[at][0] is not None), None)
    if last is not None:
        at = last + 1
    else:
        at = end
        while tables and at > 0 and isinstance(body[at - 1][1], Comment):
            at -= 1
    value.trivia.trail = "\n"
    body.insert(at, (key(name), value))
    if at + 1 < len(body) and not isinstance(body[at + 1][1], Whitespace) and last is None:
        body.insert(at + 1, (None, ws("\n")))


def _dotted(item: Any) -> bool:
    """Whether a table stands there as ``keys.library.select = "x"``, without a head."""
    return bool(getattr(item, "is_super_table", lambda: False)() and not item.display_name)


def _save(file: Path, doc: TOMLDocument, before: str, wanted: dict[str, Any]) -> None:
    """Writes a document beside the file, and puts it in its place, if it says what is wanted and nothing else."""
    import tomllib

    text = doc.as_string()
    if "\r\n" in before:
        text = text.replace("\r\n", "\n").replace("\n", "\r\n")
    try:
        same = tomllib.loads(text) == wanted
    except tomllib.TOMLDecodeError:
        same = False
    if not same:
        raise Unwritable(f"{_name(file)} cannot be changed without touching more: change this line by hand")
    # A link into somebody's collection of settings stays one.
    target = Path(os.path.realpath(file))
    try:
        make(file.parent)
        target.parent.mkdir(parents=True, exist_ok=True)
        mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
        handle, name = tempfile.mkstemp(prefix=".config-", suffix=".toml", dir=target.parent)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="") as out:
                out.write(text)
                out.flush()
                os.fsync(out.fileno())
            Path(name).chmod(mode)
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink()
            raise
    except OSError as error:
        raise Unwritable(f"{_name(file)} cannot be written ({error.strerror or error}): nothing was changed") from error


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _name(file: Path) -> str:
    return plain(str(file))
