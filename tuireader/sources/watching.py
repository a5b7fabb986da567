"""Telling that files are new or have changed where articles come from: a file, a folder, a glob.

The system's word that something happened is only a call to look: then what is there is compared with what was there.
So nothing is lost where events are, and the rules by which a folder is read hold for what comes into it too.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Collection, Mapping
from pathlib import Path

from tuireader.sources.finding import File, find

Signature = tuple[int, int]
Seen = Mapping[str, Signature]

#: A file is whole when it has stayed the same for so many seconds; it is waited for so long.
_STILL, _PATIENCE = 0.15, 3.0
#: Seconds between two looks for a folder that is not there.
_AGAIN = 1.0
#: Milliseconds: what happens together is told together; how often it is made sure that the folder is still there; and
#: between two looks where the system tells nothing.
_TOGETHER, _CHECK, _POLL = 300, 2000, 2000
#: Milliseconds after which the thread that waits for the system's word looks whether it is to end: it wakes so often.
_WAKES = 200
#: Seconds to wait for the thread where watching ends.
_LEAVE = 0.5
#: File systems tell times as coarsely as this, in seconds.
_COARSE = 2.0


def look(name: str) -> dict[str, tuple[str, Signature]]:
    """The files a name stands for: by the place where they lie, the path that leads there, their size and time."""
    found = {}
    for file in find(name):
        if isinstance(file, File):
            try:
                info = Path(file.path).stat()
            except OSError:
                continue
            found[os.path.realpath(file.path)] = (file.path, (info.st_size, info.st_mtime_ns))
    return found


def root_of(name: str) -> tuple[str, bool]:
    """The folder to be watched for a name, and whether those below it are, too."""
    # Path.is_dir and Path.exists raise where a folder may not be entered any more, and a thread would end.
    if os.path.isdir(name):  # noqa: PTH112
        return name, True
    parts = Path(name).parts
    odd = [place for place, part in enumerate(parts) if any(char in part for char in "*?[")]
    if not odd or os.path.lexists(name):
        return str(Path(name).parent), False
    deep = odd[0] < len(parts) - 1 or "**" in name
    return str(Path(*parts[: odd[0]])) if odd[0] else ".", deep


class Watch:
    """Watches one name in a thread, until ``stop``."""

    def __init__(
        self,
        name: str,
        came: Callable[[list[str]], None],
        *,
        known: Collection[str] = (),
        since: float = 0.0,
        poll: bool = False,
    ) -> None:
        """``came`` is called in the thread with the paths of files that are new or have changed.

        ``known`` are the places of files that were read at the time ``since``: of those that lie there when watching
        begins, the others and the younger ones are told at once. ``poll`` looks from time to time, for file systems
        that do not tell of changes.
        """
        self.name = name
        self._came = came
        self._known = frozenset(known)
        self._since = since
        self._poll = poll
        self._seen: dict[str, Signature] | None = None
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Ends it. Waits a moment: a thread that is left in foreign code must not outlive the interpreter."""
        self._stop.set()
        if threading.current_thread() is not self._thread:
            self._thread.join(_LEAVE)

    def _run(self) -> None:
        while not self._stop.is_set():
            try:
                self._watch()
            except OSError:
                # Not there, or more folders than the system watches for one user.
                if os.path.exists(root_of(self.name)[0]):  # noqa: PTH110
                    self._poll = True
            except Exception:
                # What watches for us failed, whatever that is: then this thread looks from time to time itself.
                while not self._stop.wait(_POLL / 1000):
                    self._look()
            self._stop.wait(_AGAIN)

    def _watch(self) -> None:
        from watchfiles import watch

        root, deep = root_of(self.name)
        changes = watch(
            root,
            watch_filter=None,
            debounce=_TOGETHER,
            step=_WAKES,
            stop_event=self._stop,
            rust_timeout=_CHECK,
            yield_on_timeout=True,
            raise_interrupt=False,
            force_polling=self._poll,
            poll_delay_ms=_POLL,
            recursive=deep,
            ignore_permission_denied=True,
        )
        if not os.path.exists(root):  # noqa: PTH110
            raise FileNotFoundError(root)
        self._look()
        first = True
        for happened in changes:
            # What came between the first look and the first word of the system would else be missed.
            if happened or first:
                first = False
                self._look()
            elif not os.path.exists(root):  # noqa: PTH110
                return

    def _look(self) -> None:
        """Tells of what is new or changed since the last look, once it is whole."""
        began = time.monotonic()
        found = look(self.name)
        changed = self._changed(found)
        while changed and time.monotonic() - began < _PATIENCE and not self._stop.wait(_STILL):
            before, found = found, look(self.name)
            changed = self._changed(found)
            if all(before.get(place) == found[place] for place in changed):
                break
        self._seen = {place: signature for place, (_, signature) in found.items()}
        if changed and not self._stop.is_set():
            self._came([found[place][0] for place in changed])

    def _changed(self, found: Mapping[str, tuple[str, Signature]]) -> list[str]:
        if self._seen is not None:
            return [place for place, (_, signature) in found.items() if self._seen.get(place) != signature]
        young = int((self._since - _COARSE) * 1e9)
        return [place for place, (_, (_, at)) in found.items() if place not in self._known or at >= young]
