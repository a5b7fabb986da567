"""Addresses of the web: what is one, how it is shown, and which lead into the user's own network."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ipaddress import IPv4Address, IPv6Address

#: Longer than any that works; a text of this length is no address.
LENGTH = 4_000
_PORTS = {"http": 80, "https": 443}
_STARTS = ("http://", "https://", "feed://", "feed:http://", "feed:https://")


def is_address(name: str) -> bool:
    """Whether a name on the command line, in a feed or in a list of feeds is an address. Imports nothing."""
    return len(name) <= LENGTH and name[:13].lower().startswith(_STARTS)


def mistaken(name: str) -> str:
    """What is to be said of a name that no file has, where it was meant for an address; empty where it was not."""
    scheme, mark, _ = name.partition("://")
    if mark and scheme.isalnum() and not is_address(name):
        return "no such file; of addresses https:// and http:// are opened"
    if name[:4].lower() == "www.":
        return "no such file or folder; an address begins with https://"
    return ""


def plain(address: str) -> str:
    """The address as it is asked for: ``feed://a.example`` and ``feed:https://…`` are ways to write it."""
    name = address.strip()
    if name[:7].lower() == "feed://":
        return "https://" + name[7:]
    return name[5:] if name[:5].lower() == "feed:" else name


def shown(address: str) -> str:
    """The address without a name and password in it, which belong in no message, list or export."""
    head, mark, rest = address.partition("://")
    if not mark:
        return address
    host, slash, path = rest.partition("/")
    return f"{head}://{host.rpartition('@')[2]}{slash}{path}"


def hosts(names: Iterable[str]) -> list[str]:
    """The hosts of those names that are addresses, each once; what stands between the slashes, safe nowhere yet."""
    places = (shown(plain(name)).split("/", 3)[2] for name in names if is_address(name))
    return list(dict.fromkeys(place for place in places if place))


class Permit(NamedTuple):
    """Which private addresses may be asked: ``all``, or the ``places`` (host and port) that the user named himself."""

    places: frozenset[tuple[str, int]] = frozenset()
    all: bool = False

    def allows(self, host: str, port: int) -> bool:
        """Whether this place may be in the user's own network."""
        return self.all or (host.lower().rstrip("."), port) in self.places


def typed(address: str) -> Permit:
    """The permit that comes of a user's naming an address: its own host, at its own port, or at both usual ones."""
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(plain(address))
        host, port = (parts.hostname or "").lower().rstrip("."), parts.port
    except ValueError:
        return Permit()
    if not host.isascii():
        try:
            host = host.encode("idna").decode("ascii")
        except UnicodeError:
            return Permit()
    ports = _PORTS.values() if port in (None, *_PORTS.values()) else (port,)
    return Permit(frozenset((host, each) for each in ports if each is not None))


def is_private(address: str) -> bool:
    """Whether an IP address leads elsewhere than into the open internet: private, loopback, link-local, shared,
    multicast, reserved; also where it stands in an IPv6 address (mapped, 6to4, Teredo, NAT64). True for what is none.
    """
    from ipaddress import ip_address

    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return True
    return any(not each.is_global or each.is_multicast or each.is_reserved for each in _within(found))


def _within(found: IPv4Address | IPv6Address) -> list[IPv4Address | IPv6Address]:
    """The addresses that a connection to this one may reach: itself or, in one that only carries another, that one."""
    from ipaddress import IPv4Address, IPv6Network

    if isinstance(found, IPv4Address):
        return [found]
    if found.ipv4_mapped is not None:
        return [found.ipv4_mapped]
    if found.sixtofour is not None:
        return [found.sixtofour]
    if found.teredo is not None:
        return list(found.teredo)
    # NAT64 (RFC 6052, RFC 8215), and ::a.b.c.d, which reaches the IPv4 address at its end where it reaches anything.
    if any(found in IPv6Network(network) for network in ("64:ff9b::/96", "64:ff9b:1::/48", "::/96")):
        return [IPv4Address(int(found) & 0xFFFF_FFFF)]
    return [found]
