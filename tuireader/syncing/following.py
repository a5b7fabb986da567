"""What ``tuireader add`` does with an address or a list of feeds: a feed is subscribed to, a page is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tuireader.library import Library
from tuireader.library.feeds import Feed
from tuireader.sources import formats
from tuireader.sources.addresses import Permit, is_address, plain, shown, typed
from tuireader.sources.feeding import feeds_of, is_feed
from tuireader.sources.fetching import LIMITS, Answer, FetchError, Limits, fetch
from tuireader.sources.formats import opml
from tuireader.sources.inputs import FileInput, StreamInput
from tuireader.sources.model import Options, Problem
from tuireader.sources.opening import Opening
from tuireader.sources.reaching import as_input, lacking
from tuireader.syncing.feeds import ask, take
from tuireader.syncing.model import Outcome, State
from tuireader.syncing.subscribing import subscribe
from tuireader.text.safe import line

Stop = Callable[[], bool]


def is_followed(name: str) -> bool:
    """Whether a name is for ``follow``: an address, or a file that is a list of feeds."""
    if is_address(name):
        return True
    if not name.lower().endswith((".opml", ".xml")):
        return False
    try:
        return formats.is_list(FileInput(name))
    except (OSError, ValueError):
        return False


def follow(
    library: Library, name: str, *, private: bool = False, limits: Limits = LIMITS, stop: Stop | None = None
) -> Iterator[Outcome]:
    """Subscribes to the feed at an address, or to all that a list names, and takes in what they answer now; of a web
    page the article is kept. An outcome for each, as they come; ``private`` is as in ``feeds.ask``."""
    if not is_address(name):
        yield from _listed(library, FileInput(name), private, limits, stop)
        return
    address = plain(name)
    where = line(shown(address))
    if said := lacking():
        yield Outcome(where, "page", "failed", reason=said)
        return
    try:
        answer = fetch(address, permit=Permit(typed(address).places, private), limits=limits)
    except FetchError as error:
        yield Outcome(where, "page", "failed", reason=str(error))
        return
    input = as_input(answer.url, answer.data, answer.media, answer.charset, Options())
    if formats.is_list(input):
        yield from _listed(library, input, private, limits, stop)
    elif is_feed(input):
        subscribe(library, [address], typed=True)
        feed = next((each for each in library.feeds() if each.url == address), Feed(address, typed=True))
        yield take(library, feed, answer)
    else:
        yield _page(library, input, answer)


def _listed(
    library: Library, input: StreamInput, private: bool, limits: Limits, stop: Stop | None
) -> Iterator[Outcome]:
    """The feeds of a list, those that are new to the library asked at once."""
    where = line(input.path)
    try:
        named = opml.feeds(input)
    except (OSError, ValueError) as error:
        yield Outcome(where, "feed", "failed", reason=line(str(error)))
        return
    if not named:
        yield Outcome(where, "feed", "failed", reason="is a list that names no feeds")
        return
    new = subscribe(library, [feed.url for feed in named], typed=False)
    if not new:
        yield Outcome(where, "feed", "unchanged", reason="all the feeds that it names are known already")
        return
    if said := lacking():
        yield Outcome(where, "feed", "failed", reason=said)
        return
    yield from ask(library, new, private=private, limits=limits, stop=stop)


def _page(library: Library, input: StreamInput, answer: Answer) -> Outcome:
    """Keeps the article of a page, or whatever else an address answers that can be read."""
    where = line(shown(answer.url))
    found = list(Opening().articles(input))
    articles = [each for each in found if not isinstance(each, Problem)]
    problems = "; ".join(each.reason for each in found if isinstance(each, Problem))
    if not articles:
        return Outcome(where, "page", "failed", reason=problems or "holds no articles")
    put = library.put(articles)
    if not put.kept:
        return Outcome(where, "page", "failed", reason=library.note)
    if not problems and (named := feeds_of(input)):
        problems = f"the page names a feed; to subscribe: tuireader add {named[0]}"
    title = line(articles[0].title) if len(articles) == 1 else ""
    fresh = len(put.changed)
    state: State = "new" if put.new or put.changed else "unchanged"
    return Outcome(where, "page", state, title, max(0, len(put.new) - fresh), fresh, problems)
