"""What addresses answer, as inputs for the readers of formats: one that the user named, or those that a list names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from tuireader.sources.addresses import Permit, plain, shown, typed
from tuireader.sources.inputs import BytesInput, StreamInput
from tuireader.sources.model import Options, Problem
from tuireader.text.safe import line


def reached(address: str, options: Options) -> StreamInput | Problem:
    """What an address that the user named answers."""
    from tuireader.sources.fetching import FetchError, fetch

    name = line(shown(plain(address)))
    try:
        answer = fetch(address, permit=Permit(typed(address).places, _private(options)))
    except ImportError:
        return Problem(name, _missing())
    except FetchError as error:
        return Problem(name, str(error))
    return as_input(answer.url, answer.data, answer.media, answer.charset, options)


def listed(input: StreamInput, stop: Callable[[], bool] | None = None) -> Iterator[StreamInput | Problem]:
    """What the feeds answer that a list (OPML) names, several asked at once, in the order of the list."""
    from tuireader.sources.fetching import FetchError
    from tuireader.sources.formats import opml
    from tuireader.sources.gathering import Ask, gather

    if said := lacking():
        yield Problem(input.path, said)
        return
    try:
        feeds = opml.feeds(input)
    except (OSError, ValueError) as error:
        yield Problem(input.path, line(str(error)))
        return
    if not feeds:
        yield Problem(input.path, "is a list that names no feeds")
    permit = Permit(all=_private(input.options))
    early: dict[int, StreamInput | Problem] = {}
    next = 0
    for number, outcome in gather([Ask(feed.url, permit) for feed in feeds], stop=stop):
        if isinstance(outcome, FetchError):
            early[number] = Problem(line(shown(plain(feeds[number].url))), str(outcome))
        else:
            early[number] = as_input(outcome.url, outcome.data, outcome.media, outcome.charset, input.options)
        while next in early:
            yield early.pop(next)
            next += 1


def as_input(url: str, data: bytes, media: str, charset: str, options: Options) -> StreamInput:
    """Bytes that came from an address; its path is the address, without a name and password."""
    parts = urlsplit(url)
    name = parts.path.rstrip("/").rpartition("/")[2] or parts.hostname or "page"
    return BytesInput(line(shown(url)), data, name=name, media=media, charset=charset, options=options)


def _private(options: Options) -> bool:
    """Whether the user allowed private addresses, here or in his settings: read only where one is asked."""
    from tuireader.settings import config, paths

    return options.private_addresses or config.load(paths.find().config_file).private_addresses


def lacking() -> str:
    """What is missing to ask an address, with the command that adds it; empty where nothing is."""
    try:
        import httpcore  # noqa: F401
        import httpx  # noqa: F401
    except ImportError:
        return _missing()
    return ""


def _missing() -> str:
    from tuireader.sources.extras import missing

    return missing("a page or feed of the web", "web")
