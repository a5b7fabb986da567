"""What addresses answer, as inputs for the readers of formats: one that the user named, or those that a list names."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from urllib.parse import urlsplit

from tuireader.sources.addresses import Permit, plain, shown, typed
from tuireader.sources.inputs import BytesInput, StreamInput
from tuireader.sources.model import Options, Problem
from tuireader.text.safe import line


def reached(
    addresses: Sequence[str], options: Options, stop: Callable[[], bool] | None = None
) -> Iterator[StreamInput | Problem]:
    """What addresses that the user named answer, several asked at once, in their order."""
    private = allowed(options)
    asks = [(address, Permit(typed(address).places, private)) for address in addresses]
    yield from _answered(asks, options, stop)


def listed(input: StreamInput, stop: Callable[[], bool] | None = None) -> Iterator[StreamInput | Problem]:
    """What the feeds answer that a list (OPML) names, several asked at once, in the order of the list."""
    from tuireader.sources.formats import opml

    try:
        feeds = opml.feeds(input)
    except (OSError, ValueError) as error:
        yield Problem(input.path, line(str(error)))
        return
    if not feeds:
        yield Problem(input.path, "is a list that names no feeds")
    permit = Permit(all=allowed(input.options))
    yield from _answered([(feed.url, permit) for feed in feeds], input.options, stop)


def _answered(
    named: Sequence[tuple[str, Permit]], options: Options, stop: Callable[[], bool] | None
) -> Iterator[StreamInput | Problem]:
    from tuireader.sources.fetching import FetchError
    from tuireader.sources.gathering import Ask, gather

    if named and (said := lacking()):
        yield Problem(_name(named[0][0]), said)
        return
    early: dict[int, StreamInput | Problem] = {}
    next = 0
    for number, outcome in gather([Ask(*each) for each in named], stop=stop):
        if isinstance(outcome, FetchError):
            early[number] = Problem(_name(named[number][0]), str(outcome))
        else:
            early[number] = as_input(outcome.url, outcome.data, outcome.media, outcome.charset, options)
        while next in early:
            yield early.pop(next)
            next += 1


def _name(address: str) -> str:
    return line(shown(plain(address)))


def as_input(url: str, data: bytes, media: str, charset: str, options: Options) -> StreamInput:
    """Bytes that came from an address; its path is the address, without a name and password."""
    parts = urlsplit(url)
    name = parts.path.rstrip("/").rpartition("/")[2] or parts.hostname or "page"
    return BytesInput(line(shown(url)), data, name=name, media=media, charset=charset, options=options)


def allowed(options: Options) -> bool:
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
