"""Connections that keep to a time limit, and go nowhere but to the address that was checked.

Here, not at the name, stands the check against addresses of the user's own network: a name is resolved once, each
address it has is looked at, and the connection is made to that very address. So neither a second answer of the name
server (DNS rebinding) nor a way to write an address (decimal, octal, in IPv6) leads past it. The time limit holds for
every read and write together, so a server that sends a byte a minute ends by it as well.
"""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterable
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Any, TypeVar

import httpcore

from tuireader.sources.addresses import Permit, is_private

if TYPE_CHECKING:
    import ssl

T = TypeVar("T")


class PrivateAddressError(httpcore.ConnectError):
    """The host has no address outside the user's own network, and nobody allowed it to."""


class OutOfTimeError(httpcore.TimeoutException):
    """The time for all of it is over."""


class Deadline:
    """When all has to be over."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = time.monotonic() + seconds

    def left(self, at_most: float | None = None) -> float:
        """The seconds that are left, ``at_most`` so many. Raises OutOfTimeError where there are none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise OutOfTimeError
        return left if at_most is None else min(left, at_most)


class Guarded(httpcore.NetworkBackend):
    """Connects to public addresses, and to those private ones that ``permit`` allows, while there is time."""

    def __init__(self, deadline: Deadline, permit: Permit) -> None:
        self._deadline = deadline
        self._permit = permit

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first address of the host that answers. Raises httpcore's errors."""
        found = checked(host, port, self._permit, self._deadline.left(timeout))
        error: httpcore.ConnectError | httpcore.ConnectTimeout | None = None
        for address in found:
            try:
                stream = httpcore.SyncBackend().connect_tcp(
                    address, port, self._deadline.left(timeout), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as failed:
                error = error or failed
            else:
                return _Timed(stream, self._deadline)
        raise error or httpcore.ConnectError(f"{host} has no address")


def checked(host: str, port: int, permit: Permit, seconds: float) -> list[str]:
    """The addresses of a host that may be connected to. Raises ConnectError, ConnectTimeout, PrivateAddressError."""
    found = _addresses(host, port, seconds)
    if permit.allows(host, port):
        return found
    public = [address for address in found if not is_private(address)]
    if not public:
        raise PrivateAddressError(host)
    return public


def _addresses(host: str, port: int, seconds: float) -> list[str]:
    """Asks the system for the addresses of a name; in a thread, as nothing else limits how long it takes."""
    answer: SimpleQueue[list[str] | OSError] = SimpleQueue()

    def ask() -> None:
        try:
            rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answer.put(list(dict.fromkeys(str(row[4][0]) for row in rows)))
        except UnicodeError:
            answer.put(OSError("is no name a computer can have"))
        except OSError as error:
            answer.put(error)

    Thread(target=ask, daemon=True).start()
    try:
        found = answer.get(timeout=seconds)
    except Empty:
        raise httpcore.ConnectTimeout(f"no address for {host}") from None
    if isinstance(found, OSError):
        raise httpcore.ConnectError(str(found)) from found
    return found


class _Timed(httpcore.NetworkStream):
    """A connection whose every step ends with the time that is left for all."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._limited(lambda: self._stream.read(max_bytes, self._deadline.left(timeout)))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._limited(lambda: self._stream.write(buffer, self._deadline.left(timeout)))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        stream = self._limited(
            lambda: self._stream.start_tls(ssl_context, server_hostname, self._deadline.left(timeout))
        )
        return _Timed(stream, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)

    def _limited(self, step: Callable[[], T]) -> T:
        try:
            return step()
        except httpcore.TimeoutException:
            # Says which limit it was: that for all, or that for one step.
            self._deadline.left()
            raise
