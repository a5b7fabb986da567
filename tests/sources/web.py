"""A web server on this machine for tests: good, broken, slow and malicious answers, each by its path."""

from __future__ import annotations

import gzip
import ssl
import threading
import time
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

#: So long a slow answer takes at most, so that a test that fails does not hang.
PATIENCE = 3.0

Page = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """Answers by the table of its server."""

    protocol_version = "HTTP/1.1"
    server: Server

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        self.server.asked[path] += 1
        self.server.headers.append({name.lower(): value for name, value in self.headers.items()})
        page = self.server.pages.get(path)
        with suppress(OSError):
            if page is None:
                self.say(404, b"nothing here")
            else:
                page(self)

    def say(self, status: int = 200, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Tests print nothing."""


class Server(ThreadingHTTPServer):
    """``pages`` by path; ``asked`` counts the requests, ``headers`` has those of each."""

    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.pages: dict[str, Page] = dict(PAGES)
        self.asked: Counter[str] = Counter()
        self.headers: list[dict[str, str]] = []

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that breaks off is no news."""

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def serve(self, path: str, body: bytes | str, media: str = "application/rss+xml", **headers: str) -> str:
        """Has this answered under a path. Returns the address."""
        data = body.encode() if isinstance(body, str) else body
        self.pages[path] = lambda ask: ask.say(200, data, Content_Type=media, **headers)
        return self.base + path

    def redirect(self, path: str, to: str, status: int = 302) -> str:
        """Has a path lead elsewhere. Returns the address."""
        self.pages[path] = lambda ask: ask.say(status, Location=to)
        return self.base + path


def _gzip(ask: Handler) -> None:
    ask.say(200, gzip.compress(b"<p>packed</p>" * 100), Content_Encoding="gzip", Content_Type="text/html")


def _bomb(ask: Handler) -> None:
    work = zlib.compressobj(9, zlib.DEFLATED, 31)
    body = b"".join(work.compress(bytes(1 << 20)) for _ in range(16)) + work.flush()
    ask.say(200, body, Content_Encoding="gzip", Content_Type="text/html")


def _head(ask: Handler, length: int | None = None) -> None:
    ask.send_response(200)
    ask.send_header("Content-Type", "text/html")
    if length is None:
        ask.send_header("Connection", "close")
    else:
        ask.send_header("Content-Length", str(length))
    ask.end_headers()


def _drip(ask: Handler) -> None:
    """A byte now and then: each read is in time, and it never ends."""
    _head(ask)
    for _ in range(int(PATIENCE / 0.02)):
        ask.wfile.write(b"x")
        time.sleep(0.02)


def _drip_head(ask: Handler) -> None:
    """The same before there is a body."""
    ask.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    for _ in range(int(PATIENCE / 0.02)):
        ask.wfile.write(b"x")
        time.sleep(0.02)


def _endless(ask: Handler) -> None:
    _head(ask)
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        ask.wfile.write(b"<item>" * 10_000)


def _silent(ask: Handler) -> None:
    time.sleep(0.6)
    ask.say(200, b"late")


def _short(ask: Handler) -> None:
    _head(ask, 1000)
    ask.wfile.write(b"cut off")
    ask.close_connection = True


def _garbage(ask: Handler) -> None:
    ask.wfile.write(b"\x1b]0;owned\x07 this is not HTTP\r\n\r\n")
    ask.close_connection = True


def _tagged(ask: Handler) -> None:
    if ask.headers["If-None-Match"] == '"v1"' or ask.headers["If-Modified-Since"]:
        ask.say(304, ETag='"v1"')
    else:
        ask.say(200, b"<p>fresh</p>", ETag='"v1"', Last_Modified="Mon, 10 Mar 2025 09:00:00 GMT")


PAGES: dict[str, Page] = {
    "/good": lambda ask: ask.say(200, b"<p>good</p>", Content_Type='Text/HTML; Charset="ISO-8859-2"'),
    "/gzip": _gzip,
    "/bomb": _bomb,
    "/brotli": lambda ask: ask.say(200, b"\x0b\x02\x80abc\x03", Content_Encoding="br"),
    "/broken-gzip": lambda ask: ask.say(200, b"\x1f\x8b\x08\x00broken broken broken", Content_Encoding="gzip"),
    "/huge": lambda ask: ask.say(200, bytes(2_000_000)),
    "/drip": _drip,
    "/drip-head": _drip_head,
    "/endless": _endless,
    "/silent": _silent,
    "/short": _short,
    "/garbage": _garbage,
    "/tagged": _tagged,
    "/410": lambda ask: ask.say(410),
    "/429": lambda ask: ask.say(429, Retry_After="120"),
    "/503": lambda ask: ask.say(503, Retry_After="Thu, 01 Jan 1970 00:00:00 GMT"),
    "/500": lambda ask: ask.say(500, b"<h1>broken</h1>"),
    "/teapot": lambda ask: ask.say(418),
    "/cookies": lambda ask: ask.say(302, Location="/good", Set_Cookie="spy=1"),
    "/nowhere": lambda ask: ask.say(302),
    "/to-file": lambda ask: ask.say(302, Location="file:///etc/passwd"),
    "/to-gopher": lambda ask: ask.say(302, Location="gopher://127.0.0.1:70/"),
    "/loop": lambda ask: ask.say(302, Location="/pool"),
    "/pool": lambda ask: ask.say(302, Location="/loop"),
    **{f"/hop{n}": (lambda ask, n=n: ask.say(301, Location=f"/hop{n + 1}")) for n in range(9)},
}


@contextmanager
def running(secure: ssl.SSLContext | None = None) -> Iterator[Server]:
    """A server for one block; with ``secure`` one that speaks HTTPS."""
    server = Server()
    if secure is not None:
        server.socket = secure.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
