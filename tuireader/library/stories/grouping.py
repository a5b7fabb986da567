"""One pass over a library: reads what is new, finds what it is like, and says which articles are one story.

Each step is kept as it is done, so a pass that was stopped, or killed, goes on where it was. What is asked of an
article that comes does not depend on how many there are, but for the words that all articles have in common.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import NamedTuple, TypeVar

from tuireader.article import Article
from tuireader.library.stories.alone import PATIENCE, alone
from tuireader.library.stories.clusters import clusters
from tuireader.library.stories.copies import Carrier, copies
from tuireader.library.stories.kinship import Kinship
from tuireader.library.stories.shelf import Given, Group, StoryShelf
from tuireader.library.stories.store import Doc, Store
from tuireader.library.stories.traits import all_shingles, traits
from tuireader.library.texts import Texts
from tuireader.text.topics import topic
from tuireader.text.words import fold

T = TypeVar("T")

#: So many texts are read, or written, at a time: others who write wait for one such batch.
_BATCH = 200
_ELSEWHERE = "Another tuireader is finding stories just now: what is new may be in none yet"
#: Grown to so many times what it was, a library has other common words: all is compared anew.
_GROWN = 2

Stop = Callable[[], bool]
Told = Callable[[str, int, int], object]
"""Is told what is being done ("reading", "comparing", "grouping"), how much of it, and of how many."""


class Outcome(NamedTuple):
    """What a pass did: how many texts were read, for how many articles the story changed, and whether it came to its
    end; ``note`` says why not, where that was no wish."""

    read: int = 0
    changed: int = 0
    whole: bool = True
    note: str = ""


class _Stopped(Exception):
    """The pass is to end here."""


def group(
    texts: Texts,
    file: Path | None,
    *,
    should_stop: Stop = lambda: False,
    told: Told = lambda *_: None,
    patience: float = PATIENCE,
    waits: Callable[[], object] = lambda: None,
) -> Outcome:
    """Brings the stories of a library up to date. ``file`` keeps what need not be found again (None: nothing is kept).

    Slow where much is new, so it belongs into a worker; it has a connection of its own to a library in a file.
    ``should_stop`` is asked often, ``told`` hears how far it is. Another pass over the same file is waited for, as many
    seconds as ``patience`` says; ``waits`` is called where there is one. Never raises.
    """
    try:
        store = Store.open(file)
        shelf = StoryShelf.beside(texts)
    except (sqlite3.Error, OSError) as error:
        return Outcome(whole=False, note=f"Stories could not be found: {error}")
    work = _Pass(shelf, store, should_stop, told)
    try:
        with alone(file, should_stop, patience, waits) as free:
            if not free:
                return Outcome(whole=False, note="" if should_stop() else _ELSEWHERE)
            work.run()
    except (_Stopped, KeyError):
        # A text that is not known: another pass went on beside this one, where files cannot be locked.
        return Outcome(work.read, work.changed, whole=False)
    except sqlite3.Error as error:
        return Outcome(work.read, work.changed, False, f"Stories could not be found: {error}")
    finally:
        store.close()
        shelf.close_own(texts)
    return Outcome(work.read, work.changed, whole=not shelf.note, note=shelf.note)


class _Pass:
    """One pass, step by step."""

    def __init__(self, shelf: StoryShelf, store: Store, should_stop: Stop, told: Told) -> None:
        self._shelf, self._store, self._should_stop, self._told = shelf, store, should_stop, told
        self.read = 0
        self.changed = 0

    def run(self) -> None:
        """All steps. Raises _Stopped, sqlite3.Error."""
        there = self._shelf.stamps()
        known = self._store.docs()
        gone = {id for id, doc in known.items() if there.get(id) != doc.stamp}
        for batch in _batches(sorted(gone)):
            self._store.remove(batch)
        kept = known.keys() - gone
        self._take_in({id: stamp for id, stamp in there.items() if id not in kept})
        # What was found of these did not reach the library, or a copy of before took its place.
        if lost := kept.intersection(self._shelf.without_story()):
            self._store.loosen(lost)
        docs = self._store.docs()
        if len(docs) > _GROWN * self._store.said("compared"):
            self._store.begin_anew()
            self._store.say("compared", len(docs))
        if not self._store.at_stage(0) and not self._store.at_stage(1) and not self._store.loose():
            return
        kinship = Kinship(self._store, docs, self._store.held())
        self._compare(kinship)
        self._group(kinship)

    def _take_in(self, new: Mapping[int, int]) -> None:
        for batch in self._steps("reading", list(new)):
            found = {id: (_doc(article, new[id]), traits(article)) for id, article in self._shelf.read(batch)}
            self._store.add(found)
            self.read += len(found)

    def _compare(self, kinship: Kinship) -> None:
        for batch in _batches(self._store.at_stage(0)):
            self._ask()
            self._store.name_words({id: (kinship.day(id), kinship.words(id)) for id in batch})
        for batch in self._steps("comparing", self._store.at_stage(1)):
            edges: list[tuple[int, int, float]] = []
            for id in batch:
                self._ask()
                edges += ((min(id, other), max(id, other), kin) for other, kin in kinship.related(id))
            self._store.join(batch, edges)

    def _group(self, kinship: Kinship) -> None:
        loose = self._store.loose()
        groups: list[Group] = []
        given: dict[int, Given] = {}
        seen: set[int] = set()
        done = 0
        for place, start in enumerate(loose):
            if start not in seen:
                region, edges = _region(self._store, start)
                seen.update(region)
                found, said = self._stories(region, edges, kinship)
                groups += found
                given.update(said)
            if len(given) >= _BATCH or place == len(loose) - 1:
                self._ask()
                if groups:
                    written = self._shelf.settle(groups, given)
                    if written < 0:
                        return
                    self.changed += written
                self._store.settled(given)
                groups, given = [], {}
                done = place + 1
                self._told("grouping", done, len(loose))

    def _stories(
        self, region: set[int], edges: Sequence[tuple[int, int, float]], kinship: Kinship
    ) -> tuple[list[Group], dict[int, Given]]:
        """The stories of articles that are joined to each other, and to none else."""
        if len(region) == 1:
            (alone,) = region
            return [Group([alone])], {alone: Given(None, 0.0)}
        known = self._shelf.carriers(region)
        ranks = {id: (kinship.day(id) or 0, carrier.digest) for id, (carrier, _) in known.items()}
        inside = [edge for edge in edges if edge[0] in known and edge[1] in known]
        groups: list[Group] = []
        given: dict[int, Given] = {}
        for held in clusters(known, inside, ranks, kinship.day, kinship.kin):
            carriers = [known[id][0] for id in held]
            copied = self._copies(carriers, kinship)
            newest = max((carrier.published for carrier in carriers), default="") or None
            said = topic([known[id][1] for id in held if id not in copied]) if len(held) > 1 else ""
            groups.append(Group(held, said, newest))
            shared = _shared(held, kinship)
            given.update((id, Given(copied.get(id), shared[id])) for id in held)
        return groups, given

    def _copies(self, carriers: Sequence[Carrier], kinship: Kinship) -> dict[int, int]:
        def shingles(id: int) -> frozenset[int]:
            return next((all_shingles(article) for _, article in self._shelf.read([id])), frozenset())

        return copies(carriers, kinship.contained, shingles) if len(carriers) > 1 else {}

    def _steps(self, what: str, ids: Sequence[int]) -> Iterator[Sequence[int]]:
        done = 0
        for batch in _batches(ids):
            self._ask()
            self._told(what, done, len(ids))
            yield batch
            done += len(batch)

    def _ask(self) -> None:
        if self._should_stop():
            raise _Stopped


def _doc(article: Article, stamp: int) -> Doc:
    day = None
    if article.published:
        with suppress(ValueError):
            day = date.fromisoformat(article.published[:10]).toordinal()
    return Doc(day, fold(article.source or ""), stamp)


def _region(store: Store, start: int) -> tuple[set[int], list[tuple[int, int, float]]]:
    """All articles that one is joined to, over others too, and what joins them."""
    region, waiting = {start}, [start]
    edges = []
    while waiting:
        one = waiting.pop()
        for other, kin in store.edges(one):
            if one < other:
                edges.append((one, other, kin))
            if other not in region:
                region.add(other)
                waiting.append(other)
    return region, edges


def _shared(story: Sequence[int], kinship: Kinship) -> dict[int, float]:
    """What part of each article stands in others of its story, as far as its shingles tell."""
    holders = Counter(hash for id in story for hash in kinship.shingles(id))
    found = {}
    for id in story:
        own = kinship.shingles(id)
        found[id] = round(sum(holders[hash] > 1 for hash in own) / len(own), 4) if own else 0.0
    return found


def _batches(ids: Sequence[T]) -> Iterator[Sequence[T]]:
    for start in range(0, len(ids), _BATCH):
        yield ids[start : start + _BATCH]
