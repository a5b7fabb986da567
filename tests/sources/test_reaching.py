"""Addresses on the command line: pages, feeds and lists of feeds, and no connection nobody asked for."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sources.test_feeds import ATOM, RSS
from tests.sources.web import Server, running
from tuireader import sources
from tuireader.sources.addresses import hosts
from tuireader.sources.gathering import Ask, gather
from tuireader.sources.model import Options
from tuireader.waiting import opening


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Server]:
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    with running() as server:
        server.serve("/news/feed.xml", RSS)
        server.serve("/atom", ATOM, "application/atom+xml")
        server.serve(
            "/story.txt?x=1", "A fine headline here\n\nThe harbour of Lindby reopened on Friday.", "text/plain"
        )
        server.pages["/story.txt"] = server.pages.pop("/story.txt?x=1")
        yield server


def reasons(opened: sources.Opened) -> list[str]:
    return [problem.reason for problem in opened.problems]


def test_feeds_and_pages_by_address(web: Server) -> None:
    opened = sources.open([f"{web.base}/news/feed.xml", f"{web.base}/story.txt?x=1", f"{web.base}/missing"])
    assert [article.id for article in opened.articles] == ["ferry-1", "boats", "story"]
    ferry, _, story = opened.articles
    assert ferry.path == f"{web.base}/news/feed.xml#ferry-1"
    assert (ferry.source, ferry.moment) == ("Harbour & Coast", "2025-03-10T09:00:00+01:00")
    assert ferry.told_by["text"] == "content:encoded"
    assert story.path == f"{web.base}/story.txt?x=1"
    assert opened.problems[-1] == (f"{web.base}/missing", "is not there (404)")
    assert web.asked["/news/feed.xml"] == 1


def test_a_page_without_an_article_says_which_feeds_it_names(web: Server) -> None:
    link = "<link rel=alternate type='application/rss+xml' href='/news/feed.xml'>"
    page = web.serve("/home/", f"<!doctype html><html><head>{link}</head><body></body></html>", "text/html")
    opened = sources.open([page])
    assert not opened.articles
    assert reasons(opened)[-1] == f"names a feed: {web.base}/news/feed.xml"


def test_an_address_named_twice_is_asked_once(web: Server) -> None:
    sources.open([f"{web.base}/atom", f"{web.base}/atom"])
    assert web.asked["/atom"] == 1


def test_a_list_of_feeds_opens_them_in_its_order(web: Server, tmp_path: Path) -> None:
    rows = "".join(
        f"<outline xmlUrl='{web.base}{path}'/>" for path in ("/silent", "/missing", "/atom", "/news/feed.xml")
    )
    file = tmp_path / "mine.opml"
    file.write_text(f"<opml version='2.0'><body>{rows}</body></opml>")
    refused = sources.open([file])
    assert not refused.articles
    assert len([why for why in reasons(refused) if "leads into your own network" in why]) == 4
    assert not web.asked
    opened = sources.open([file], options=Options(private_addresses=True))
    assert [article.id for article in opened.articles][-3:] == ["sturm", "ferry-1", "boats"]
    assert "is not there (404)" in reasons(opened)


def test_a_list_that_nobody_named_makes_no_connection(web: Server, tmp_path: Path) -> None:
    for name in ("a.opml", "b.txt"):
        (tmp_path / name).write_text(f"<opml><body><outline xmlUrl='{web.base}/atom'/></body></opml>")
    opened = sources.open([tmp_path], options=Options(private_addresses=True))
    assert not opened.articles
    assert not web.asked


def test_two_requests_to_a_host_at_once_and_no_more(web: Server) -> None:
    from threading import Lock
    from time import sleep

    lock, now, most = Lock(), 0, 0

    def page(ask: object) -> None:
        nonlocal now, most
        with lock:
            now += 1
            most = max(most, now)
        sleep(0.03)
        with lock:
            now -= 1
        ask.say(200, b"done")  # type: ignore[attr-defined]

    web.pages["/busy"] = page
    from tuireader.sources.addresses import Permit

    asks = [Ask(f"{web.base}/busy?{number}", Permit(all=True)) for number in range(9)]
    assert sorted(number for number, _ in gather(asks)) == list(range(9))
    assert most == 2
    web.asked.clear()
    for _ in gather(asks):
        break
    assert web.asked["/busy"] < 9


def test_what_is_asked_is_said() -> None:
    assert hosts(["a.txt", "https://me:pw@a.example/x", "feed:http://b.example", "https://a.example/y"]) == [
        "a.example",
        "b.example",
    ]
    assert opening(["https://a.example/x", "http://b.example"]) == "asking a.example and 1 more"
    assert opening(["a.txt"]) == "reading the articles"


def test_nothing_of_the_network_is_imported_for_files(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Only words in a file.")
    code = (
        "import sys; from tuireader import sources; sources.open(sys.argv[1:]);"
        "print([name for name in ('ssl', 'httpx', 'httpcore', 'http.client', 'feedparser') if name in sys.modules])"
    )
    said = subprocess.run([sys.executable, "-c", code, str(file)], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"
