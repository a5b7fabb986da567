"""What ``tuireader add`` does with an address or a list of feeds: a feed is subscribed to, a page is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tuireader.library import Library
from tuireader.library.feeds import Feed
from tuireader.sources import formats
from tuireader.sources.addresses import Permit, is_address, plain, shown, typed
from tuireader.sources.feeding import feeds_of, is_feed
from tuireader.sources.fetching import LIMITS, FetchError, Limits
from tuireader.sources.formats import opml
from tuireader.sources.gathering import Ask, gather
from tuireader.sources.inputs import FileInput, StreamInput
from tuireader.sources.model import Options, Problem
from tuireader.sources.opening import Opening
from tuireader.sources.reaching import allowed, as_input, lacking
from tuireader.syncing.feeds import ask, counted, take
from tuireader.syncing.model import Outcome
from tuireader.syncing.subscribing import subscribe
from tuireader.text.safe import line

Stop = Callable[[], bool]
_NONE = Options()


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
    library: Library, name: str, options: Options = _NONE, *, limits: Limits = LIMITS, stop: Stop | None = None
) -> Iterator[Outcome]:
    """Subscribes to the feed at an address, or to all that a list names, and takes in what they answer now; of a web
    page the article is kept. An outcome for each, as they come; none where ``stop`` said that it is enough."""
    if not is_address(name):
        try:
            file = FileInput(name, options)
        except (OSError, ValueError) as error:
            yield Outcome(line(name), "feed", "failed", reason=line(str(error)))
        else:
            yield from _listed(library, file, limits, stop)
        return
    address = plain(name)
    where = line(shown(address))
    if said := lacking():
        yield Outcome(where, "page", "failed", reason=said)
        return
    permit = Permit(typed(address).places, allowed(options))
    for _, answer in gather([Ask(address, permit)], limits=limits, stop=stop):
        if isinstance(answer, FetchError):
            yield Outcome(where, "page", "failed", reason=str(answer))
            return
        input = as_input(answer.url, answer.data, answer.media, answer.charset, options)
        if formats.is_list(input):
            yield from _listed(library, input, limits, stop)
        elif is_feed(input):
            subscribe(library, [address], typed=True)
            feed = next((each for each in library.feeds() if each.url == address), Feed(address, typed=True))
            yield take(library, feed, answer)
        else:
            yield _page(library, input, options)


def _listed(library: Library, input: StreamInput, limits: Limits, stop: Stop | None) -> Iterator[Outcome]:
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
    yield from ask(library, new, private=allowed(input.options), limits=limits, stop=stop)


def _page(library: Library, input: StreamInput, options: Options) -> Outcome:
    """Keeps the article of a page, or whatever else an address answers that can be read."""
    found = list(Opening(options).articles(input))
    articles = [each for each in found if not isinstance(each, Problem)]
    said = "; ".join(each.reason for each in found if isinstance(each, Problem))
    outcome = Outcome(line(input.path), "page", "failed", reason=said or "holds no articles")
    if not articles:
        return outcome
    put = library.put(articles)
    if not put.kept:
        return outcome._replace(reason=library.note)
    if not said and (named := feeds_of(input)):
        said = f"the page names a feed; to subscribe: tuireader add {named[0]}"
    title = line(articles[0].title) if len(articles) == 1 else ""
    return counted(outcome._replace(title=title, reason=said), put)
