"""A library of many articles: how long it takes to keep them, to group them into stories, to list, filter and search
them, and how right the stories are.

    python benchmarks/library_scale.py --data FOLDER [--events FOLDER …] [--strangers FOLDER …] [ARTICLES]

``--data`` holds plain texts of which articles are made; an events folder has one folder for each event (or is one
event), whose texts are put among them; of a folder of strangers each text is an event of its own. Budgets: 10,000
articles grouped in under a minute, opened in under a second; at 100,000 a window of the list in 16 ms, a key in the
filter and the first answer of a search, once warm, in 50 ms.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TypeVar

from library_articles import Made, Maker, real

from tuireader.library import Library
from tuireader.library.catalogue import ORDERS, Catalogue
from tuireader.library.finding import Finder
from tuireader.library.stories import Outcome, group

T = TypeVar("T")

_QUERIES = (
    *("Bratislva", "Vucic", "Kurti Albn", "Osmni Vjosa", "stabilty kosvo", "Ruttte NATO"),
    *("president clinton", "said the", "title:trump", '"on tuesday"', "zzqqxx"),
)
_FILTERS = ("k", "ko", "kos", "herald -post", "unread", "date:2024-03", "source:radio", "bratislavva", "story:7")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="?", type=int, default=10_000)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--events", type=Path, action="append", default=[])
    parser.add_argument("--strangers", type=Path, action="append", default=[])
    parser.add_argument("--keep", type=Path, help="a folder for the files, used again where it has them")
    asked = parser.parse_args()
    folder = asked.keep or Path(tempfile.mkdtemp(prefix="library-scale-"))
    folder.mkdir(exist_ok=True)
    made = [
        *(each for events in asked.events for each in real(events)),
        *(each for alone in asked.strangers for each in real(alone, strangers=True)),
        *Maker(asked.data).make(asked.articles),
    ]
    last = made[-100:]
    with Library.open(folder / "library.sqlite3") as library:
        timed("put", lambda: put(library, made[:-100]))
        timed("group", lambda: group(library, folder / "stories.sqlite3"))
        timed("put 100 more", lambda: put(library, last))
        timed("group 100 more", lambda: group(library, folder / "stories.sqlite3"))
        timed("group again", lambda: group(library, folder / "stories.sqlite3"))
        rate(library, made)
        listed(library)
        searched(library)
    for file in sorted(folder.iterdir()):
        print(f"{file.name:24}{file.stat().st_size / 2**20:9.1f} MB")


def put(library: Library, made: Sequence[Made]) -> int:
    """Keeps articles, a thousand in a transaction."""
    rest = iter(made)
    while some := list(islice(rest, 1000)):
        library.put([each.article for each in some])
    return library.count()


def rate(library: Library, made: Iterable[Made]) -> None:
    """Precision and recall over pairs of articles: of one story, and of one event; of one telling, and of one text."""
    true = {each.article.digest: each for each in made}
    rows = library._rows("SELECT id, digest, story, copy_of FROM text")
    stories = {true[digest].article.digest: story for _, digest, story, _ in rows}
    tellings = {digest: copy_of or id for id, digest, _, copy_of in rows}
    for mode in ("own", "passages", "agency", "real"):
        inside = [each for each in true.values() if each.mode == mode]
        print(f"stories told {mode:12}", _pairs({each.article.digest: each.event for each in inside}, stories))
    print("stories, all             ", _pairs({digest: each.event for digest, each in true.items()}, stories))
    wires = {digest: each.wire or -number for number, (digest, each) in enumerate(true.items())}
    print("copies, all              ", _pairs(wires, tellings))
    events: dict[str, set[object]] = {}
    for digest, each in true.items():
        if each.mode == "real":
            events.setdefault(each.event, set()).add(stories[digest] or digest)
    print("real events in one story ", f"{sum(len(held) == 1 for held in events.values())} of {len(events)}")


def _pairs(true: dict[str, T], found: dict[str, object]) -> str:
    def count(groups: Iterable[int]) -> int:
        return sum(many * (many - 1) // 2 for many in groups)

    both = count(Counter((true[each], found[each]) for each in true if found[each] is not None).values())
    there = count(Counter(true.values()).values())
    told = count(Counter(found[each] for each in true if found[each] is not None).values())
    return f"precision {both / max(1, told):.4f}  recall {both / max(1, there):.4f}  pairs {there}"


def listed(library: Library) -> None:
    """What lists cost."""
    catalogue = timed("open the catalogue", lambda: Catalogue(library))
    listing = timed("first list", catalogue.listing)
    print(f"{'':26}{listing.articles} articles, {listing.stories} stories, {len(listing)} rows")
    for order in ORDERS:
        timed(f"list by {order.name}", partial(catalogue.listing, order.name))
        timed(f"list by {order.name} again", partial(catalogue.listing, order.name))
    step = max(1, len(listing) // 50)
    often("window of 60", [partial(listing.window, at, at + 60) for at in range(0, len(listing), step)])
    timed("words of all titles", catalogue.words)
    for typed in _FILTERS:
        often(f"filter {typed}", [partial(catalogue.listing, filter=typed)] * 5)
    catalogue.close()


def searched(library: Library) -> None:
    """What searches cost, at each key of a query, and which article comes first."""
    with Finder(library) as finder:
        timed("first search", partial(finder.answer, "bratislava"))
        timed("read the words", finder.warm)
        for query in _QUERIES:
            keys = [query[:at] for at in range(1, len(query) + 1)]
            often(f"search {query}", [partial(finder.answer, typed) for typed in keys])
            found = finder.answer(query)
            print(f"{'':26}{', '.join(dict.fromkeys(hit.span.article for hit in found.answer.hits[:4]))}")


def timed(what: str, action: Callable[[], T]) -> T:
    """Does something and says how long it took."""
    start = time.perf_counter()
    found = action()
    taken = time.perf_counter() - start
    said = found if isinstance(found, (int, Outcome)) else ""
    print(f"{what:26}{taken:9.3f} s  {said}", flush=True)
    return found


def often(what: str, actions: Sequence[Callable[[], object]]) -> None:
    """Does several things and says how long each took at the median, and the slowest."""
    taken = []
    for action in actions:
        start = time.perf_counter()
        action()
        taken.append((time.perf_counter() - start) * 1000)
    print(f"{what:26}{statistics.median(taken):9.1f} ms, slowest {max(taken):.1f} ms", flush=True)


if __name__ == "__main__":
    main()
