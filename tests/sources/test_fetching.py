"""What an address answers: within limits, told plainly, and never from where it must not."""

from __future__ import annotations

import shutil
import socket
import ssl
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.sources.web import Handler, Server, running
from tuireader.sources import connecting, proxies
from tuireader.sources.addresses import Permit, is_address, is_private, plain, shown, typed
from tuireader.sources.fetching import Answer, FetchError, Known, Limits, content_type, fetch, spoken
from tuireader.sources.inflating import TooMuchError, gathered

#: Answers that come are waited for on a busy machine too; those that never end are not.
PATIENT = Limits(connect=10.0, read=10.0, total=20.0, received=500_000, unpacked=1_000_000)
QUICK = PATIENT._replace(read=0.3, total=0.6)
SLOW = ("/drip", "/drip-head", "/silent")


@pytest.fixture(scope="module")
def web() -> Iterator[Server]:
    with running() as server:
        yield server


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def get(address: str, known: Known = Known(), permit: Permit | None = None) -> Answer:  # noqa: B008
    limits = QUICK if address.endswith(SLOW) else PATIENT
    return fetch(address, permit=typed(address) if permit is None else permit, known=known, limits=limits)


def refused(address: str, permit: Permit | None = None) -> str:
    with pytest.raises(FetchError) as caught:
        get(address, permit=permit)
    said = str(caught.value)
    assert said
    assert said.isprintable()
    return said


def test_a_good_answer(web: Server) -> None:
    answer = get(web.base + "/good#part")
    assert answer == Answer(web.base + "/good", b"<p>good</p>", "text/html", "iso-8859-2", Known())
    asked = web.headers[-1]
    assert asked["user-agent"].startswith("tuireader/")
    assert {"cookie", "referer", "authorization"}.isdisjoint(asked)


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/missing", "is not there (404)"),
        ("/410", "is gone for good (410)"),
        ("/429", "has been asked too often (429); it asks to wait 2 minutes"),
        ("/503", "the server cannot answer now (503)"),
        ("/500", "the server failed (500)"),
        ("/teapot", "the server answered (418)"),
        ("/huge", "is more than 0.5 MB: the rest was left"),
        ("/endless", "is more than 0.5 MB: the rest was left"),
        ("/bomb", "unpacks to more than 1 MB: the rest was left"),
        ("/brotli", "is packed in a way that was not asked for (br)"),
        ("/broken-gzip", "is packed, and broken"),
        ("/drip", "was not done after 1 second: too slow, or without an end"),
        ("/drip-head", "was not done after 1 second: too slow, or without an end"),
        ("/silent", "no answer for 1 second"),
        ("/short", "the server broke off"),
        ("/garbage", "does not speak HTTP"),
        ("/nowhere", "redirects to nowhere"),
        ("/to-file", "leads to file:, and only http and https are followed"),
        ("/to-gopher", "leads to gopher:, and only http and https are followed"),
        ("/loop", "redirects in a circle"),
        ("/hop0", "redirects more than 5 times"),
    ],
)
def test_what_goes_wrong_is_one_plain_line(web: Server, path: str, said: str) -> None:
    assert said in refused(web.base + path)


def test_retry_after_and_gone_are_told_to_who_asks_again(web: Server) -> None:
    with pytest.raises(FetchError) as caught:
        get(web.base + "/429")
    assert caught.value.wait == 120
    with pytest.raises(FetchError) as caught:
        get(web.base + "/503")
    assert caught.value.wait == 0
    with pytest.raises(FetchError) as caught:
        get(web.base + "/410")
    assert caught.value.gone


def test_the_second_time_it_asks_for_what_is_new(web: Server) -> None:
    first = get(web.base + "/tagged")
    assert first.known == Known('"v1"', "Mon, 10 Mar 2025 09:00:00 GMT")
    again = get(web.base + "/tagged", first.known)
    assert again.unchanged
    assert not again.data


def test_what_a_server_calls_its_answer_goes_back_as_it_was(web: Server) -> None:
    web.pages["/odd"] = lambda ask: ask.say(200, b"x", ETag='W/"\xfc\x80"', Last_Modified="\x1b[2J never")
    first = get(web.base + "/odd")
    assert first.known == Known('W/"\xfc"', "never")
    assert get(web.base + "/odd", first.known).data == b"x"
    assert web.headers[-1]["if-none-match"] == 'W/"\xfc"'


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from([b"", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 302 x\r\nLocation: "]), st.binary(max_size=60))
def test_whatever_a_server_says_is_an_answer_or_a_line(web: Server, head: bytes, said: bytes) -> None:
    def page(ask: Handler) -> None:
        ask.wfile.write(head + said + b"\r\n\r\n")
        ask.close_connection = True

    web.pages["/any"] = page
    try:
        get(web.base + "/any", permit=typed(web.base))
    except FetchError as error:
        assert str(error).isprintable()


def test_packed_answers(web: Server) -> None:
    assert get(web.base + "/gzip").data == b"<p>packed</p>" * 100
    assert gathered([b"ab", b"c"], "", 10, 10) == b"abc"
    with pytest.raises(TooMuchError):
        gathered([b"abc"], "", 10, 2)


def test_redirects_are_followed_and_lasting_ones_remembered(web: Server) -> None:
    web.redirect("/old", "/good", 301)
    assert get(web.base + "/old").moved == web.base + "/good"
    web.redirect("/now", "/old", 302)
    assert get(web.base + "/now").moved == ""
    get(web.base + "/cookies")
    assert "cookie" not in web.headers[-1]


def test_a_name_and_password_go_to_no_other_host(web: Server) -> None:
    with running() as other:
        web.redirect("/away", other.base + "/good")
        port = web.server_address[1]
        answer = get(f"http://me:secret@127.0.0.1:{port}/away", permit=Permit(all=True))
        assert "authorization" in web.headers[-1]
        assert "authorization" not in other.headers[-1]
        assert "secret" not in answer.url
    assert shown("https://me:secret@a.example/x@y") == "https://a.example/x@y"


@pytest.mark.parametrize("host", ["127.0.0.1", "2130706433", "0x7f000001", "127.1", "localhost", "[::ffff:127.0.0.1]"])
def test_an_address_that_nobody_typed_leads_nowhere_private(web: Server, host: str) -> None:
    port = web.server_address[1]
    before = sum(web.asked.values())
    assert "leads into your own network" in refused(f"http://{host}:{port}/good", Permit())
    assert sum(web.asked.values()) == before


def test_a_redirect_leads_nowhere_private_either(web: Server) -> None:
    with running() as other:
        address = web.redirect("/inwards", other.base + "/good")
        assert "leads into your own network" in refused(address)
        assert not other.asked
        assert get(address, permit=Permit(all=True)).data == b"<p>good</p>"


def test_a_name_that_changes_its_address_changes_nothing(web: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """The name server answers with a public address first, and with a private one from then on (rebinding)."""
    port = web.server_address[1]
    answers = iter(["93.184.215.14", "127.0.0.1"])
    tried: list[object] = []

    def resolve(_: str, port: int, **__: object) -> list[object]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (next(answers), port))]

    def connect(place: tuple[str, int], *_: object, **__: object) -> socket.socket:
        tried.append(place[0])
        raise OSError("no way")

    monkeypatch.setattr(connecting.socket, "getaddrinfo", resolve)
    monkeypatch.setattr(socket, "create_connection", connect)
    assert "no connection" in refused(f"http://news.example:{port}/good", Permit())
    assert tried == ["93.184.215.14"]


PRIVATE = """
    127.0.0.1 10.1.2.3 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 239.255.255.250 240.0.0.1
    255.255.255.255 192.0.2.1 ::1 :: fe80::1 fe80::1%eth0 fc00::1 ff02::1 ::ffff:10.0.0.1 ::ffff:127.0.0.1 ::127.0.0.1
    2002:7f00:1:: 2002:c0a8:101:: 64:ff9b::7f00:1 64:ff9b:1::a00:1 2001:db8::1 not-an-address
"""
PUBLIC = "1.1.1.1 93.184.215.14 2606:4700::1111 ::ffff:8.8.8.8 64:ff9b::808:808"


@pytest.mark.parametrize("address", PRIVATE.split())
def test_private_addresses(address: str) -> None:
    assert is_private(address)


@pytest.mark.parametrize("address", PUBLIC.split())
def test_public_addresses(address: str) -> None:
    assert not is_private(address)


def test_what_the_user_typed_is_his_own_affair() -> None:
    assert typed("http://nas.local:8000/feed").places == {("nas.local", 8000)}
    assert typed("https://Intranet/feed").places == {("intranet", 80), ("intranet", 443)}
    assert not typed("http://nas.local:8000/").allows("nas.local", 22)
    assert not typed("http://[broken").places
    assert Permit(all=True).allows("anything", 1)


def test_what_an_address_is() -> None:
    assert is_address("https://a.example")
    assert is_address("FEED:https://a.example/x")
    assert plain("feed://a.example/x") == "https://a.example/x"
    assert plain("feed:http://a.example/x") == "http://a.example/x"
    for other in ("file:///etc/passwd", "a.txt", "javascript:alert(1)", "feed:x", "http:/x", "https://" + "a" * 5000):
        assert not is_address(other)


@pytest.mark.parametrize(
    "address", ["http://", "http://a..b\x00/", "http://[::1", "http://0177.0.0.1/", "http://x:99999/"]
)
def test_an_address_that_is_none(address: str) -> None:
    assert refused(address)


def test_no_such_host_and_no_such_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "no connection" in refused("http://nowhere.invalid/")
    assert "no connection" in refused("http://b\xfccher.invalid/\xe4?\u0141")
    monkeypatch.setenv("HTTP_PROXY", "ftp://proxy.example")
    assert "scheme that is not known" in refused("http://nowhere.invalid/")


def test_a_proxy_of_the_environment_is_asked(web: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", web.base)
    web.pages["http://nowhere.invalid/feed"] = lambda ask: ask.say(200, b"through the proxy")
    assert get("http://nowhere.invalid/feed").data == b"through the proxy"
    assert "leads into your own network" in refused("http://127.0.0.1:9/feed", Permit())


def test_words() -> None:
    assert content_type("Text/HTML ; charset='UTF-8'") == ("text/html", "utf-8")
    assert content_type("") == ("", "")
    assert [spoken(s) for s in (0.2, 1, 45, 90, 3600, 200_000)] == [
        "1 second",
        "1 second",
        "45 seconds",
        "2 minutes",
        "1 hour",
        "2 days",
    ]


@pytest.mark.skipif(shutil.which("openssl") is None, reason="makes its certificate with openssl")
def test_certificates_are_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key, certificate = str(tmp_path / "key.pem"), str(tmp_path / "certificate.pem")
    made = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=here"
    names = ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", certificate]
    subprocess.run(["openssl", *made.split(), *names], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    with running() as server:
        plainly = server.base.replace("http:", "https:")
        assert "no secure connection" in refused(plainly + "/good")
    with running(context) as server:
        address = server.base.replace("http:", "https:") + "/good"
        assert "its certificate cannot be trusted: self-signed certificate" in refused(address)
        monkeypatch.setenv("SSL_CERT_FILE", certificate)
        proxies._secure.cache_clear()
        try:
            assert get(address).data == b"<p>good</p>"
            other = address.replace("127.0.0.1", "localhost")
            assert "its certificate cannot be trusted: hostname mismatch" in refused(other).lower()
        finally:
            proxies._secure.cache_clear()
