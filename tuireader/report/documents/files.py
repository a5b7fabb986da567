"""Writing a file whole or not at all, and never over another one unasked."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

from tuireader.article import TuireaderError
from tuireader.text.safe import line

#: What the system's commonest refusals mean to somebody who wants a file.
_REASONS = {
    "ENOSPC": "the disk is full",
    "EDQUOT": "your share of the disk is used up",
    "EFBIG": "the file is larger than this system lets you write",
    "EROFS": "that disk can only be read",
    "EACCES": "you may not write there",
    "EPERM": "you may not write there",
    "ENAMETOOLONG": "the name is too long",
    "ENOTDIR": "a part of its path is no folder",
    "ENOENT": "there is no such folder",
    "ELOOP": "its links lead in a circle",
    "EINVAL": "no file can have this name",
}


class FileThereError(TuireaderError):
    """A file of that name is there, and was not to be written over."""

    def __init__(self, path: Path, size: int) -> None:
        super().__init__(f"{line(str(path))} is there already ({amount(size)})")
        self.path, self.size = path, size


def amount(size: int) -> str:
    """A number of bytes as people read it: ``214 kB``."""
    if size < 1000:
        return f"{size} bytes" if size != 1 else "1 byte"
    kilo = size / 1000
    if kilo < 1000:
        return f"{kilo:.0f} kB" if kilo >= 9.95 else f"{kilo:.1f} kB"
    return f"{kilo / 1000:.1f} MB"


def target(name: str) -> Path:
    """The file that is meant by what somebody typed: ``~`` is the home folder."""
    try:
        return Path(name).expanduser()
    except RuntimeError:
        return Path(name)


def check(path: Path, *, force: bool) -> None:
    """Whether a file can be written there. Raises TuireaderError that says why not, FileThereError where one is."""
    shown = line(str(path))
    try:
        state = path.stat()
    except FileNotFoundError:
        folder = path.parent
        if not folder.is_dir():
            raise TuireaderError(f"there is no folder {line(str(folder))}; make it, or name another") from None
        if not os.access(folder, os.W_OK | os.X_OK):
            raise TuireaderError(f"you may not write into {line(str(folder))}; name another folder") from None
        return
    except (OSError, ValueError) as error:
        raise _told(path, error) from None
    if stat.S_ISDIR(state.st_mode):
        raise TuireaderError(f"{shown} is a folder; name a file in it")
    if stat.S_ISREG(state.st_mode) and not force:
        raise FileThereError(path, state.st_size)


def write(path: Path, data: bytes, *, force: bool = False) -> None:
    """Writes a file: first beside its place under another name, then in one step there.

    Where that fails, nothing is there that was not before. A device or a pipe is written to as it is. Raises
    TuireaderError; FileThereError where a file of that name is there, unless by ``force``.
    """
    check(path, force=force)
    try:
        if path.exists() and not path.is_file():
            # Renaming would put a file in place of the device.
            with path.open("wb") as device:
                device.write(data)
        else:
            # Where the name is a link, the file it leads to is written, and the link stays.
            _place(Path(os.path.realpath(path)), data, force=force)
    except FileExistsError:
        raise FileThereError(path, path.stat().st_size) from None
    except (OSError, ValueError) as error:
        raise _told(path, error) from None


def _place(path: Path, data: bytes, *, force: bool) -> None:
    part = path.with_name(f".{path.name[:40]}.{os.urandom(6).hex()}.part")
    # Not by ``tempfile``: that gives rights to nobody else, whatever the user's mask says.
    try:
        with part.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if force:
            with suppress(FileNotFoundError):
                part.chmod(stat.S_IMODE(path.stat().st_mode))
            part.replace(path)
        else:
            _appear(part, path)
    finally:
        part.unlink(missing_ok=True)


def _appear(part: Path, path: Path) -> None:
    """Gives the file its name, unless somebody else was quicker. Raises FileExistsError."""
    try:
        os.link(part, path)
    except FileExistsError:
        raise
    except OSError:
        # No hard links on this disk: the name is taken first, then the file put in its place.
        path.open("xb").close()
        try:
            part.replace(path)
        except OSError:
            with suppress(OSError):
                path.unlink()
            raise


def _told(path: Path, error: OSError | ValueError) -> TuireaderError:
    import errno

    name = errno.errorcode.get(error.errno or 0, "") if isinstance(error, OSError) else "EINVAL"
    said = _REASONS.get(name) or (error.strerror if isinstance(error, OSError) else "") or str(error)
    return TuireaderError(f"{line(str(path))} was not written: {line(said)}")
