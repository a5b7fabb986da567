"""The import: what is named is listed, what the library has is skipped, the rest is read and written batch by batch."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence

from tuireader.library.importing import reading
from tuireader.library.importing.counting import Counting, Progress, Report
from tuireader.library.importing.reading import Read, Wanted
from tuireader.library.putting import Origin, Prepared
from tuireader.library.texts import Texts
from tuireader.sources.addresses import is_address, mistaken
from tuireader.sources.model import Options, Problem
from tuireader.sources.opening import of_call

#: So many articles are written in one transaction: what is lost where the program is killed, and read again.
BATCH = 64
#: So many files are looked up at once. Larger files than so many bytes are read as a stream, in this process.
_LOOKED_UP, _SMALL = 1000, 1_000_000

Stop = Callable[[], bool]


def add(
    library: Texts,
    names: Sequence[str],
    options: Options | None = None,
    *,
    told: Progress | None = None,
    stop: Stop = lambda: False,
    processes: int | None = None,
) -> Report:
    """Puts the articles of files, folders, globs, archives, addresses and ``-`` into a library.

    A file that is as it was when it was read is skipped unread; the same text from elsewhere becomes one more place of
    it; a place that has another text now is a change, and the marks go along. ``stop`` is asked again and again
    whether it is enough: what is read by then is written, and the same call goes on from there. ``processes`` read
    beside this one (None: as many as there are cores, where there are many files). Without ``options`` those of the
    call hold. Nothing is raised for bad files.
    """
    return _Adding(library, options or of_call(), told, stop, processes).add(names)


class _Adding:
    def __init__(
        self, library: Texts, options: Options, told: Progress | None, stop: Stop, processes: int | None
    ) -> None:
        self._library = library
        self._options = options
        self._stop = stop
        self._processes = processes
        self._counting = Counting(told)
        self._report = self._counting.report
        self._batch: list[Prepared] = []
        self._origins: list[Origin] = []
        self._waiting = 0

    def add(self, names: Sequence[str]) -> Report:
        report = self._report
        files = self._listed([name for name in names if name != "-" and not is_address(name)])
        report.total = len(files)
        streams = [Wanted(name, True, 0, 0) for name in dict.fromkeys(names) if name == "-" or is_address(name)]
        large: list[Wanted] = []
        small = self._to_read(files, large)
        for found in reading.all_of(small, self._options, processes=self._many(len(files))):
            self._take(found)
            if self._enough():
                break
        for wanted in (*large, *streams):
            if self._enough():
                break
            self._stream(wanted)
        self._write()
        report.stopped = self._stop()
        self._counting.tell()
        return report

    def _many(self, files: int) -> int:
        if self._processes is not None:
            return self._processes
        if files < reading.MANY:
            return 0
        from tuireader.sources.isolated import cores

        return cores()

    def _enough(self) -> bool:
        return bool(self._report.failed) or self._stop()

    # What there is, and what of it is known

    def _listed(self, names: Sequence[str]) -> list[tuple[str, bool]]:
        """The files that names stand for, each once, and whether it was named itself."""
        from tuireader.sources.finding import File, Links, Skipped, Trouble, find

        files: dict[str, bool] = {}
        for name in names:
            if (said := mistaken(name)) and not os.path.lexists(name):
                self._counting.problems([Problem(reading.placed(name), said)])
                continue
            for found in find(os.path.abspath(name)):  # noqa: PTH100
                if isinstance(found, Trouble):
                    self._counting.problems([Problem(reading.placed(found.path), found.reason)])
                elif isinstance(found, File):
                    files[found.path] = files.get(found.path, False) or found.named
                elif isinstance(found, Skipped):
                    self._report.passed.append(reading.placed(found.path))
                elif isinstance(found, Links) and found.out:
                    said = f"{found.out} {'link' if found.out == 1 else 'links'} out of the folder not followed"
                    self._counting.problems([Problem(reading.placed(name), said)])
                if self._stop():
                    return []
        return list(files.items())

    def _to_read(self, files: Sequence[tuple[str, bool]], large: list[Wanted]) -> Iterator[Wanted]:
        """The small files that are not known as they are now; large ones are put aside."""
        for at in range(0, len(files), _LOOKED_UP):
            wanted = [each for path, named in files[at : at + _LOOKED_UP] if (each := self._looked_at(path, named))]
            known = self._library.places_known(reading.placed(each.path) for each in wanted)
            for each in wanted:
                before = known.get(reading.placed(each.path))
                same = before is not None and each.mtime and (before.size, before.mtime) == (each.size, each.mtime)
                # What came of it may have been taken out since.
                if same and before is not None and (texts := self._library.count_at(before)):
                    self._report.known += texts
                    self._counting.files(1)
                elif each.size > _SMALL:
                    large.append(each)
                else:
                    yield each

    def _looked_at(self, path: str, named: bool) -> Wanted | None:
        from tuireader.sources.finding import reason

        try:
            state = os.stat(path)  # noqa: PTH116  # a Path for each of a million files takes longer than the look
        except OSError as error:
            self._counting.problems([Problem(reading.placed(path), reason(error))])
            self._counting.files(1)
            return None
        return Wanted(path, named, state.st_size, state.st_mtime_ns)

    # Reading and writing

    def _take(self, found: Read) -> None:
        """A small file was read."""
        if found.passed:
            self._report.passed.append(found.passed)
        self._counting.problems(found.problems)
        self._batch.extend(found.articles)
        if found.origin is not None:
            self._origins.append(found.origin)
        self._waiting += 1
        if len(self._batch) >= BATCH:
            self._write()

    def _stream(self, wanted: Wanted) -> None:
        """Reads a large file, or what has no end that is known: what is read is written as it comes."""
        first: list[Prepared] = []
        problems: list[Problem] = []
        for each in reading.streamed(wanted, self._options):
            if isinstance(each, Problem):
                problems.append(each)
            else:
                self._batch.append(each)
                first = [*first[:1], each]  # two tell whether there are several
            if len(self._batch) >= BATCH:
                self._write()
            if self._enough():
                break
        else:
            # Known as a whole only where nothing of it was left out.
            whole = reading.origin(wanted, first, problems) if wanted.mtime else None
            if whole is not None:
                self._origins.append(whole)
        passed = "" if first or problems or self._enough() else reading.placed(wanted.path)
        self._take(Read((), tuple(problems), None, passed))

    def _write(self) -> None:
        if self._report.failed:
            return
        if self._batch or self._origins:
            done = self._library.put_prepared(self._batch, self._origins)
            if not done.kept:
                self._report.failed = self._library.note
                return
            self._counting.put(done)
        self._batch, self._origins = [], []
        many, self._waiting = self._waiting, 0
        self._counting.files(many)
