"""Calls functions in a process of their own, with a limit of time and memory: for parsers of what nobody can trust.

Any parser of HTML or PDF can be made to hang, to eat all memory, or to crash. ``call`` runs one of our own functions
in a worker (``sources.worker``) that stays for the next call, and is killed and begun anew when it does any of that.
What comes back is JSON, never pickled objects: a worker that was taken over can hand back wrong data at worst. Works
from any thread; each call has a worker to itself, and there is at most one a core.
"""

from __future__ import annotations

import atexit
import json
import os
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from signal import Signals
from typing import TYPE_CHECKING, NamedTuple

from tuireader.sources.worker import TOO_MUCH
from tuireader.sources.workers import Gone, TooSlow, Worker
from tuireader.text.safe import line

if TYPE_CHECKING:
    from concurrent.futures import Future

#: A document may take so many seconds, and so many more for each megabyte.
SECONDS, SECONDS_A_MEGABYTE = 10.0, 1.0
#: A worker may have so many bytes of memory.
MEMORY = 1_500_000_000
#: A worker begins anew after so many calls: parsers leak.
CALLS = 2000
#: The first call of a worker has so many seconds more, to import what it needs.
_WARMING = 5.0
_BLOBS = 10_000


class Unreadable(ValueError):
    """What was to be read could not be. The message is one line for the user: ``took longer than 10 s to read``."""


class Refused(Unreadable):
    """The function said so itself, in order: the worker is as good as before."""


class Task(NamedTuple):
    """A call to be made: ``package.module:function`` of ours, what it is to read, and its options, plain data."""

    name: str
    data: bytes
    options: dict[str, object]
    seconds: float = 0
    memory: int = MEMORY


class Answered(NamedTuple):
    """What a function gave back: plain data as JSON has it, and bytes beside it. None of it has been checked."""

    data: object
    blobs: tuple[bytes, ...] = ()


def call(name: str, data: bytes, *, seconds: float = 0, memory: int = MEMORY, **options: object) -> Answered:
    """What ``name`` (``package.module:function``, ours) gives back for ``data`` and ``options`` (plain data).

    ``seconds`` of 0: ten, and one more for each megabyte. Raises Unreadable with a line for the user where it takes too
    long, needs too much memory, crashes or raises ValueError or OSError; ImportError with the ``name`` of the package
    that is missing.
    """
    return answer(Task(name, data, options, seconds, memory))


def answer(task: Task) -> Answered:
    """As ``call``."""
    return _pool.call(task)


def ahead(tasks: Iterable[Task]) -> Iterator[Answered | Exception]:
    """The answers to ``tasks`` in order: each as ``call`` gives it, or what it raised (Unreadable, ImportError).

    As many tasks as there are cores are under way while the caller works on an answer; they are taken in his thread,
    and only so many ahead. Where he stops early, what is under way ends for nobody.
    """
    waiting: deque[Future[Answered]] = deque()
    for task in tasks:
        waiting.append(_begun(task))
        if len(waiting) > cores():
            yield _outcome(waiting.popleft())
    while waiting:
        yield _outcome(waiting.popleft())


def _begun(task: Task) -> Future[Answered]:
    """A call in a thread that nobody waits for when the program ends: those of an executor are waited for."""
    from concurrent.futures import Future

    future: Future[Answered] = Future()

    def run() -> None:
        try:
            future.set_result(answer(task))
        except BaseException as error:
            future.set_exception(error)

    threading.Thread(target=run, name="tuireader-reading", daemon=True).start()
    return future


def _outcome(future: Future[Answered]) -> Answered | Exception:
    try:
        return future.result()
    except (Unreadable, ImportError) as error:
        return error


def stop() -> None:
    """Ends all workers at once. Calls under way raise Unreadable; later ones begin anew."""
    _pool.stop()


def cores() -> int:
    """How many workers there may be: the cores this process may use, eight at most."""
    affinity = getattr(os, "sched_getaffinity", None)
    return min(8, len(affinity(0)) if affinity is not None else os.cpu_count() or 1)


class _Pool:
    """The workers of this process: those that wait for work, and those that have some."""

    def __init__(self, most: Callable[[], int]) -> None:
        self._most = most
        self._free: list[Worker] = []
        self._busy: set[Worker] = set()
        self._changed = threading.Condition()

    def call(self, task: Task) -> Answered:
        """As ``call`` of the module."""
        seconds = task.seconds or SECONDS + SECONDS_A_MEGABYTE * len(task.data) / 1e6
        request = {"call": task.name, "seconds": seconds, "memory": task.memory, "options": task.options}
        while True:
            worker = self._lend()
            status: int | None = None
            answer: Answered | Exception | None = None
            try:
                until = time.monotonic() + seconds + (0 if worker.asked else _WARMING)
                worker.send((json.dumps(request).encode(), task.data), until)
                answer = _read(worker, until, task.memory)
            except TooSlow:
                answer = Unreadable(f"took longer than {seconds:.3g} s to read")
            except Gone:
                status = worker.end(1)
            finally:
                # One that ran out of memory, or into an error nobody expected, is in no state anybody knows.
                stopped = self._give_back(worker, sound=isinstance(answer, Answered | ImportError | Refused))
            if isinstance(answer, Answered):
                return answer
            if answer is not None:
                raise answer
            if stopped:
                raise Unreadable("was not read: told to stop")
            if status != 0:
                raise Unreadable(_cause(status, task.memory))
            # It had nothing to do for a while, and left in the moment it was asked: the next one answers.

    def stop(self) -> None:
        """Ends all workers at once."""
        with self._changed:
            free, busy = self._free, self._busy
            self._free, self._busy = [], set()
            for worker in busy:
                worker.kill()
            self._changed.notify_all()
        for worker in free:
            worker.end()

    def _lend(self) -> Worker:
        with self._changed:
            while not self._free and len(self._busy) >= self._most():
                self._changed.wait()
            worker = self._free.pop() if self._free else Worker()
            self._busy.add(worker)
            return worker

    def _give_back(self, worker: Worker, *, sound: bool) -> bool:
        """Takes a worker back; whether all were told to stop meanwhile."""
        with self._changed:
            stopped = worker not in self._busy
            self._busy.discard(worker)
            kept = sound and not stopped and worker.asked < CALLS
            if kept:
                self._free.append(worker)
            self._changed.notify()
        if not kept:
            worker.end()
        return stopped


def _read(worker: Worker, until: float, memory: int) -> Answered | Exception:
    """The answer, or the error it tells of. Raises Gone where it is no answer of ours, and TooSlow."""
    try:
        answer = json.loads(worker.take(until))
        if "done" in answer:
            count = min(int(answer["blobs"]), _BLOBS)
            return Answered(answer["done"], tuple(worker.take(until) for _ in range(count)))
        if "memory" in answer:
            return Unreadable(_cause(TOO_MUCH, memory))
        if "missing" in answer:
            name = str(answer["missing"])
            return ImportError(f"{line(name)} is missing", name=name)
        if "failed" in answer:
            return Refused(line(str(answer["failed"])))
        return Unreadable(f"could not be read ({line(str(answer['broken']))})")
    except (ValueError, TypeError, KeyError, RecursionError):
        raise Gone from None


def _cause(status: int | None, memory: int) -> str:
    """Why a worker ended that should not have, as a line for the user."""
    if status == TOO_MUCH:
        return f"needed more memory than {memory / 1e9:.2g} GB to read"
    if status is not None and -status in (Signals.SIGXCPU, Signals.SIGALRM):
        return "took too long to read"
    return "could not be read: its reader crashed on it"


def _forked() -> None:
    """A forked child has workers of its own: those it knows are its parent's."""
    global _pool
    _pool = _Pool(cores)


_pool = _Pool(cores)
atexit.register(stop)
os.register_at_fork(after_in_child=_forked)
