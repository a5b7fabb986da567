"""The connections for one request: direct, or through the proxy that the environment names."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import httpcore

from tuireader.sources.addresses import Permit
from tuireader.sources.connecting import Deadline, Guarded, PrivateAddressError, checked

if TYPE_CHECKING:
    import ssl

    import httpx


def pool(url: httpx.URL, permit: Permit, deadline: Deadline) -> httpcore.ConnectionPool:
    """Connections to the host of this address, by ``HTTP_PROXY``, ``HTTPS_PROXY``, ``ALL_PROXY`` and ``NO_PROXY``.

    A proxy resolves names itself, so no connection can be held to the address that was checked; what can be known of
    the host from here is checked before. Raises PrivateAddressError, and ValueError for a proxy that cannot be used.
    """
    proxy = _proxy(url)
    if proxy is None:
        return httpcore.ConnectionPool(
            ssl_context=_secure(), network_backend=Guarded(deadline, permit), max_connections=1
        )
    _check(url, permit, deadline)
    # Where the proxy stands is the user's own choice.
    guarded = Guarded(deadline, Permit(all=True))
    where = httpcore.URL(scheme=proxy.raw_scheme, host=proxy.raw_host, port=_port(proxy), target=proxy.raw_path or b"/")
    auth = (proxy.username.encode(), proxy.password.encode()) if proxy.userinfo else None
    if proxy.scheme in ("socks5", "socks5h"):
        try:
            return httpcore.SOCKSProxy(where, proxy_auth=auth, ssl_context=_secure(), network_backend=guarded)
        except (ImportError, RuntimeError):
            raise ValueError("the proxy of the environment is a SOCKS proxy: pip install 'httpx[socks]'") from None
    if proxy.scheme not in ("http", "https"):
        raise ValueError(f"the proxy of the environment has a scheme that is not known: {proxy.scheme}")
    return httpcore.HTTPProxy(where, proxy_auth=auth, ssl_context=_secure(), network_backend=guarded)


def _port(proxy: httpx.URL) -> int:
    return proxy.port or {"https": 443, "socks5": 1080, "socks5h": 1080}.get(proxy.scheme, 80)


def _check(url: httpx.URL, permit: Permit, deadline: Deadline) -> None:
    """Refuses a host that is known here to lead into the user's own network."""
    port = url.port or (443 if url.scheme == "https" else 80)
    try:
        checked(url.host, port, permit, deadline.left(5.0))
    except PrivateAddressError:
        raise
    except (httpcore.ConnectError, httpcore.ConnectTimeout):
        # Behind a proxy names of the outside often have no address.
        return


def _proxy(url: httpx.URL) -> httpx.URL | None:
    """The proxy for an address, None for none."""
    from urllib.request import getproxies, proxy_bypass

    import httpx

    proxies = getproxies()
    name = proxies.get(url.scheme) or proxies.get("all")
    if not name or proxy_bypass(url.netloc.decode("ascii")):
        return None
    try:
        return httpx.URL(name if "://" in name else f"http://{name}")
    except httpx.InvalidURL:
        raise ValueError("the proxy that the environment names is no address") from None


@lru_cache(maxsize=1)
def _secure() -> ssl.SSLContext:
    """Whom to trust: the authorities of certifi, or those that SSL_CERT_FILE or SSL_CERT_DIR name."""
    import httpx

    return httpx.create_ssl_context()
