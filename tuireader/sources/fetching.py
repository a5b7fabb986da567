"""An address to what it answers, within limits: time, bytes, redirects, and where they may lead.

One request is one GET. It carries no cookies, no referrer, and a name and password only to the place they were typed
for. Nothing here is imported, and no connection made, before the user names an address.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from tuireader.sources.addresses import Permit, plain, shown
from tuireader.text.safe import line

if TYPE_CHECKING:
    import httpcore
    import httpx

    from tuireader.sources.connecting import Deadline

_ACCEPT = (
    "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json,"
    " application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5"
)
_MOVED = frozenset((301, 302, 303, 307, 308))
_LASTING = frozenset((301, 308))
_WHY = {
    400: "the server does not understand the address (400)",
    401: "wants a login (401)",
    403: "may not be read: the server forbids it (403)",
    404: "is not there (404)",
    408: "the server waited too long (408)",
    410: "is gone for good (410)",
    429: "has been asked too often (429)",
    451: "may not be read for legal reasons (451)",
    503: "the server cannot answer now (503)",
}


class Limits(NamedTuple):
    """Seconds for a connection, for one answer to come on, and for all; bytes received and unpacked; redirects."""

    connect: float = 10.0
    read: float = 20.0
    total: float = 60.0
    received: int = 32_000_000
    unpacked: int = 64_000_000
    redirects: int = 5


class Known(NamedTuple):
    """What was answered with the last time: the server is asked whether there is anything newer."""

    etag: str = ""
    modified: str = ""


LIMITS = Limits()
NOTHING_KNOWN = Known()


class Answer(NamedTuple):
    """What an address answered. ``data`` is empty where nothing changed since ``Known`` (``unchanged``).

    ``url`` is the address that answered in the end, ``moved`` that to which the server says it has moved for good;
    ``media`` and ``charset`` are what it says the bytes are, empty where it does not.
    """

    url: str
    data: bytes
    media: str = ""
    charset: str = ""
    known: Known = NOTHING_KNOWN
    unchanged: bool = False
    moved: str = ""


class FetchError(ValueError):
    """An address gave nothing. The message says why, in words for the user, without the address.

    ``wait``: the seconds after which the server wants to be asked again; None where it does not say.
    ``gone``: it said that there will be nothing any more.
    """

    def __init__(self, reason: str, *, wait: float | None = None, gone: bool = False) -> None:
        super().__init__(reason)
        self.wait = wait
        self.gone = gone


def fetch(address: str, *, permit: Permit, known: Known = NOTHING_KNOWN, limits: Limits = LIMITS) -> Answer:
    """What the address answers. Raises FetchError; ImportError where the packages are missing.

    ``permit`` says which private addresses may be asked; public ones always may.
    """
    import httpx

    from tuireader.sources.connecting import Deadline

    deadline = Deadline(limits.total)
    with _told(limits):
        first = url = _parsed(plain(address))
        seen = {str(url)}
        lasting = True
        moved = ""
        while True:
            ours = (url.scheme, url.netloc) == (first.scheme, first.netloc)
            with _request(url, first.userinfo if ours else b"", permit, known, limits, deadline) as response:
                if response.status not in _MOVED:
                    return _answer(url, response, limits, moved)
                onward = _header(response, b"location")
            lasting = lasting and response.status in _LASTING
            try:
                url = _parsed(str(httpx.URL(_bare(url)).join(onward)))
            except httpx.InvalidURL:
                raise FetchError(f"redirects to what is no address: {line(onward)[:80]}") from None
            if not onward:
                raise FetchError("redirects to nowhere")
            if str(url) in seen:
                raise FetchError(f"redirects in a circle, back to {_name(url)}")
            seen.add(str(url))
            if len(seen) > limits.redirects + 1:
                raise FetchError(f"redirects more than {limits.redirects} times, the last time to {_name(url)}")
            moved = str(url) if lasting else moved


def _parsed(text: str) -> httpx.URL:
    """The address in its parts, without a fragment. Raises FetchError for one that is not of the web."""
    import httpx

    try:
        url = httpx.URL(text).copy_with(fragment=None)
    except (httpx.InvalidURL, UnicodeError, ValueError):
        raise FetchError("is no address that can be asked") from None
    if url.scheme not in ("http", "https"):
        raise FetchError(f"leads to {url.scheme or 'nothing'}:, and only http and https are followed")
    if not url.host:
        raise FetchError("is an address without a host")
    return url


def _bare(url: httpx.URL) -> httpx.URL:
    return url.copy_with(userinfo=b"")


def _name(url: httpx.URL) -> str:
    return line(shown(str(url)))[:120]


@contextmanager
def _request(
    url: httpx.URL, user: bytes, permit: Permit, known: Known, limits: Limits, deadline: Deadline
) -> Iterator[httpcore.Response]:
    """The answer to one GET, its body not yet read."""
    from base64 import b64encode
    from urllib.parse import unquote_to_bytes

    from tuireader import __version__
    from tuireader.sources.proxies import pool

    headers = [
        ("Host", url.netloc.decode("ascii")),
        ("User-Agent", f"tuireader/{__version__}"),
        ("Accept", _ACCEPT),
        ("Accept-Encoding", "gzip, deflate"),
        ("Connection", "close"),
    ]
    if user:
        headers.append(("Authorization", f"Basic {b64encode(unquote_to_bytes(user)).decode('ascii')}"))
    if known.etag:
        headers.append(("If-None-Match", known.etag))
    if known.modified:
        headers.append(("If-Modified-Since", known.modified))
    # What a server said once goes back to it as it was: ETags need not be ASCII.
    sent = [(name.encode("ascii"), value.encode("latin-1", "ignore")) for name, value in headers]
    times = {"connect": limits.connect, "read": limits.read, "write": limits.read, "pool": limits.connect}
    with (
        pool(url, permit, deadline) as connections,
        connections.stream("GET", str(_bare(url)), headers=sent, extensions={"timeout": times}) as response,
    ):
        yield response


def _answer(url: httpx.URL, response: httpcore.Response, limits: Limits, moved: str) -> Answer:
    where = str(url)
    now = Known(_header(response, b"etag"), _header(response, b"last-modified"))
    if response.status == 304:
        return Answer(where, b"", known=now, unchanged=True, moved=moved)
    if response.status not in (200, 203):
        status = response.status
        why = _WHY.get(status) or ("the server failed" if status >= 500 else "the server answered") + f" ({status})"
        wait = _seconds(_header(response, b"retry-after")) if status in (429, 503) else None
        if wait:
            why += f"; it asks to wait {spoken(wait)}"
        raise FetchError(why, wait=wait, gone=status == 410)
    from tuireader.sources.inflating import gathered

    encoding = _header(response, b"content-encoding")
    data = gathered(response.iter_stream(), encoding, limits.received, limits.unpacked)
    media, charset = content_type(_header(response, b"content-type"))
    return Answer(where, data, media, charset, now, moved=moved)


def _header(response: httpcore.Response, name: bytes) -> str:
    """The first header of this name, on one line; empty where there is none."""
    return next((line(value.decode("latin-1"))[:2000] for key, value in response.headers if key.lower() == name), "")


def content_type(header: str) -> tuple[str, str]:
    """The media type and the charset in a header such as ``text/html; charset=utf-8``; empty for what is not there."""
    media, *rest = header.split(";")
    charset = ""
    for part in rest:
        name, _, value = part.partition("=")
        if name.strip().lower() == "charset":
            charset = value.strip().strip("\"'").lower()[:40]
    return media.strip().lower(), charset


def _seconds(retry: str) -> float | None:
    """How long ``Retry-After`` asks to wait: seconds, or a date. None where it says nothing."""
    if retry.isascii() and retry.isdigit():
        return float(retry[:9])
    import time
    from email.utils import mktime_tz, parsedate_tz

    when = parsedate_tz(retry) if retry else None
    return max(0.0, mktime_tz(when) - time.time()) if when else None


def spoken(seconds: float) -> str:
    """A time to wait, in words: ``40 seconds``, ``5 minutes``."""
    for size, name in ((86_400, "day"), (3_600, "hour"), (60, "minute")):
        if seconds >= 1.5 * size or seconds == size:
            count = round(seconds / size)
            return f"{count} {name}{'' if count == 1 else 's'}"
    count = max(1, round(seconds))
    return f"{count} second{'' if count == 1 else 's'}"


@contextmanager
def _told(limits: Limits) -> Iterator[None]:
    """Says in words what goes wrong below."""
    import ssl

    import httpcore

    from tuireader.sources.connecting import OutOfTimeError, PrivateAddressError
    from tuireader.sources.inflating import TooMuchError

    try:
        yield
    except PrivateAddressError as error:
        raise FetchError(
            f"leads into your own network ({line(str(error))[:80]}), where only an address that you type yourself may"
            " lead; --private-addresses allows it"
        ) from None
    except OutOfTimeError:
        raise FetchError(f"was not done after {spoken(limits.total)}: too slow, or without an end") from None
    except httpcore.ConnectTimeout:
        raise FetchError(f"no connection after {spoken(limits.connect)}") from None
    except httpcore.TimeoutException:
        raise FetchError(f"no answer for {spoken(limits.read)}") from None
    except httpcore.RemoteProtocolError:
        raise FetchError("the server broke off, or does not speak HTTP") from None
    except (httpcore.NetworkError, httpcore.ProxyError, httpcore.ProtocolError, httpcore.UnsupportedProtocol) as error:
        cause: BaseException | None = error
        while cause is not None and not isinstance(cause, ssl.SSLError):
            cause = cause.__cause__ or cause.__context__
        if isinstance(cause, ssl.SSLCertVerificationError):
            raise FetchError(f"its certificate cannot be trusted: {line(cause.verify_message)}") from None
        if isinstance(cause, ssl.SSLError):
            raise FetchError(f"no secure connection ({line(cause.reason or str(cause))[:80]})") from None
        raise FetchError(f"no connection: {_system(str(error))}") from None
    except TooMuchError as error:
        raise FetchError(f"{error}: the rest was left") from None
    except FetchError:
        raise
    except ValueError as error:
        raise FetchError(line(str(error))) from None


def _system(said: str) -> str:
    """What the system says of a connection, without its numbers: ``[Errno -2] Name or service not known``."""
    return line(said.partition("] ")[2] or said)[:120].lower() or "it failed"
