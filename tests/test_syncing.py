"""``tuireader sync``: feeds and folders, what is kept, what is said, and how politely it is asked."""

from __future__ import annotations

import json
import signal
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from tests.sources.test_feeds import ATOM, RSS
from tests.sources.web import Handler, Server, running
from tuireader.cli import main
from tuireader.library import Library
from tuireader.library.feeds import INTERVAL, NEVER, Feed
from tuireader.settings import paths
from tuireader.sources.feeding import feeds_of
from tuireader.sources.fetching import Answer, FetchError, Known
from tuireader.sources.inputs import BytesInput
from tuireader.syncing import feeds as asking
from tuireader.syncing import subscribe, unsubscribe
from tuireader.syncing.feeds import permit
from tuireader.syncing.following import follow, is_followed

PAGE = """<!doctype html><html><head><link rel="alternate stylesheet" href="x.css" type="text/css">
<link href="/news/feed.xml" type="application/rss+xml" rel='alternate'><link rel=alternate type=application/feed+json
href="https://j.example/feed.json"></head><body><p>A page.</p></body></html>"""


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    # The call sets it for all below: set here, it is taken back in the end.
    monkeypatch.setenv("TUIREADER_PRIVATE_ADDRESSES", "")


@pytest.fixture
def web() -> Iterator[Server]:
    with running() as server:
        yield server


@pytest.fixture
def library() -> Iterator[Library]:
    with Library.open(paths.find().library) as library:
        yield library


def sync(capfd: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    try:
        status = main(["sync", *words])
    except SystemExit as end:
        status = int(end.code or 0)
    said = capfd.readouterr()
    return status, said.out, said.err


def rows(capfd: pytest.CaptureFixture[str], *words: str) -> dict[str, dict[str, Any]]:
    _, out, _ = sync(capfd, "--json", *words)
    return {row["place"].rpartition("/")[2]: row for row in json.loads(out)["sync"]}


def test_feeds_come_into_the_library_and_stay_quiet_until_they_are_due(
    web: Server, library: Library, capfd: pytest.CaptureFixture[str]
) -> None:
    urls = [web.serve("/rss", RSS), web.serve("/atom", ATOM, "application/atom+xml"), web.base + "/missing"]
    assert len(subscribe(library, [*urls, urls[0]], typed=True)) == 3
    found = rows(capfd)
    assert {name: (row["state"], row["new"]) for name, row in found.items()} == {
        "rss": ("new", 2),
        "atom": ("new", 1),
        "missing": ("failed", 0),
    }
    assert found["rss"]["title"] == "Harbour & Coast"
    assert found["missing"]["reason"] == "is not there (404)"
    assert library.count() == 3
    assert {article.path for article in library.texts(library.digests())} >= {f"{web.base}/rss#ferry-1"}
    web.asked.clear()
    assert {row["state"] for row in rows(capfd).values()} == {"later"}
    assert not web.asked
    status, out, _ = sync(capfd, "--now", "harbour & coast", f"{web.base}/atom")
    assert status == 0
    assert "nothing new" in out
    assert out.splitlines()[-1] == "0 new articles from 2 places"
    assert sync(capfd, "--now")[0] == 1


def test_the_second_time_only_what_is_new_is_sent(
    web: Server, library: Library, capfd: pytest.CaptureFixture[str]
) -> None:
    said = [RSS]

    def page(ask: Handler) -> None:
        tag = f'"{len(said[0])}"'
        if ask.headers["If-None-Match"] == tag:
            ask.say(304)
        else:
            ask.say(200, said[0].encode(), ETag=tag, Content_Type="application/rss+xml")

    web.pages["/rss"] = page
    subscribe(library, [web.base + "/rss"], typed=True)
    assert rows(capfd)["rss"]["state"] == "new"
    assert rows(capfd, "--now")["rss"]["state"] == "unchanged"
    assert web.headers[-1]["if-none-match"] == f'"{len(RSS)}"'
    assert library.feeds()[0].etag == f'"{len(RSS)}"'
    said[0] = RSS.replace("Nine boats came", "Ten boats came")
    row = rows(capfd, "--now")["rss"]
    assert (row["state"], row["new"], row["changed"], row["known"]) == ("new", 1, 1, 1)


def test_failures_are_asked_more_and_more_seldom(
    web: Server, library: Library, capfd: pytest.CaptureFixture[str]
) -> None:
    for path in ("/500", "/429", "/410", "/garbage"):
        library.keep_feed(Feed(web.base + path, typed=True, title=path[1:]))
    web.serve("/html", PAGE, "text/html")
    web.serve("/bomb", "<!DOCTYPE rss [<!ENTITY a 'b'>]><rss>&a;</rss>")
    subscribe(library, [web.base + "/html", web.base + "/bomb"], typed=True)
    status, out, _ = sync(capfd)
    assert status == 1
    assert out.isprintable() or all(line.isprintable() for line in out.splitlines())
    words = " ".join(out.split())
    assert "is gone for good (410); not asked again" in words
    assert "it asks to wait 2 minutes; asked again in" in words
    assert f"it names these: {web.base}/news/feed.xml https://j.example/feed.json" in words
    assert "declares entities" in words
    assert "6 failed" in words
    kept = {feed.url.rpartition("/")[2]: feed for feed in library.feeds()}
    assert kept["410"].next == NEVER
    assert {feed.failures for feed in kept.values()} == {1}
    assert all(feed.next - feed.checked > INTERVAL for feed in kept.values())


def test_what_a_list_named_leads_nowhere_private(
    web: Server, library: Library, capfd: pytest.CaptureFixture[str]
) -> None:
    subscribe(library, [web.serve("/rss", RSS)], typed=False)
    assert "leads into your own network" in rows(capfd)["rss"]["reason"]
    assert not web.asked
    assert rows(capfd, "--now", "--private-addresses")["rss"]["state"] == "new"


def test_who_moves_to_another_host_loses_what_the_user_allowed(library: Library) -> None:
    feed = Feed("http://nas.example/feed", typed=True)
    subscribe(library, [feed.url], typed=True)
    same = Answer("x", b"", known=Known(), unchanged=True, moved="http://nas.example/new")
    asking.take(library, feed, same)
    (kept,) = library.feeds()
    assert (kept.url, kept.typed) == ("http://nas.example/new", True)
    asking.take(library, kept, same._replace(moved="http://evil.example/new"))
    (kept,) = library.feeds()
    assert (kept.url, kept.typed) == ("http://evil.example/new", False)
    assert not permit(kept).allows("evil.example", 80)
    library.remove_feed(kept.url)
    asking.take(library, kept, FetchError("no connection"))
    assert library.feeds() == ()


def test_folders_are_looked_through(library: Library, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    wire = tmp_path / "wire"
    wire.mkdir()
    (wire / "a.txt").write_text("The harbour of Lindby reopened on Friday.\n")
    library.add_place(str(wire), watch=True)
    assert rows(capfd)["wire"] | {"place": ""} == {
        "place": "",
        "kind": "folder",
        "title": None,
        "state": "new",
        "new": 1,
        "changed": 0,
        "known": 0,
        "reason": None,
        "next": None,
    }
    assert rows(capfd)["wire"]["state"] == "unchanged"
    (wire / "a.txt").write_text("The harbour of Lindby reopened on Friday, at last.\n")
    (wire / "b.txt").write_text("Nine boats came in.\n")
    (wire / "c.txt").write_bytes(b"\x00\x01\x02\x03")
    row = rows(capfd)["wire"]
    assert (row["new"], row["changed"]) == (2, 1)
    assert library.count() == 2


def test_what_is_there_is_listed(library: Library, capfd: pytest.CaptureFixture[str]) -> None:
    assert sync(capfd)[0] == 1
    assert "has no feed" in sync(capfd, "--list")[2]
    library.keep_feed(
        Feed("https://me:secret@a.example/feed", "A \x1b]0;x\x07title", note="is not there (404)", failures=2)
    )
    library.keep_feed(Feed("https://b.example/feed"))
    library.add_place("/wire", watch=True)
    status, out, _ = sync(capfd, "--list")
    assert status == 0
    assert "secret" not in out
    assert "\x1b" not in out
    assert "failed 2 times in a row: is not there (404)" in out
    assert "never asked so far; due" in out
    assert "watched folder /wire" in out
    found = json.loads(sync(capfd, "--list", "--json")[1])["places"]
    assert [row["place"] for row in found] == ["https://b.example/feed", "https://a.example/feed", "/wire"]


def test_wrong_usage(library: Library, capfd: pytest.CaptureFixture[str]) -> None:
    assert "`tuireader add https://a.example/` subscribes" in sync(capfd, "https://a.example/")[2]
    assert sync(capfd, "nothing-of-the-kind")[0] == 2
    subscribe(library, ["https://me:pw@a.example/feed"], typed=True)
    assert unsubscribe(library, "https://a.example/feed/") is not None
    assert unsubscribe(library, "https://a.example/feed") is None


def test_an_interrupted_sync_keeps_what_came(
    web: Server, library: Library, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    subscribe(library, [web.serve("/rss", RSS), web.serve("/atom", ATOM)], typed=True)
    take = asking.take
    taken: list[str] = []

    def interrupted(*given: Any) -> Any:
        taken.append("one")
        signal.raise_signal(signal.SIGINT)
        return take(*given)

    monkeypatch.setattr(asking, "take", interrupted)
    status, out, err = sync(capfd)
    assert status == 130
    assert "stopped: what came until then is kept" in err
    assert "1 place" in out
    assert len(taken) == 1
    assert library.count() in (1, 2)
    assert sorted(bool(feed.checked) for feed in library.feeds()) == [False, True]


def test_two_syncs_at_once(web: Server, library: Library) -> None:
    urls = [web.serve(f"/rss{number}", RSS.replace("Nine", f"{number} times nine")) for number in range(6)]
    subscribe(library, urls, typed=True)

    def run() -> None:
        with Library.open(paths.find().library) as other, suppress(sqlite3.Error):
            list(asking.ask(other, other.feeds()))

    threads = [threading.Thread(target=run) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert library.count() == 7
    assert all(feed.checked and not feed.failures for feed in library.feeds())


def test_feeds_that_a_page_names() -> None:
    page = BytesInput("https://a.example/x/", PAGE.encode(), media="text/html")
    assert feeds_of(page) == ["https://a.example/news/feed.xml", "https://j.example/feed.json"]
    odd = b"<link rel=alternate type=application/rss+xml href='javascript:x'><link rel=alternate href='http://[x'>"
    assert feeds_of(BytesInput("https://a.example/", odd)) == []


def test_what_is_added_is_a_feed_a_page_or_a_list(web: Server, library: Library, tmp_path: Path) -> None:
    rss, atom = web.serve("/rss", RSS), web.serve("/atom", ATOM)
    page = web.serve("/page", "A fine headline here\n\nThe harbour of Lindby reopened on Friday.", "text/plain")
    mine = tmp_path / "mine.opml"
    mine.write_text(f"<opml><body><outline xmlUrl='{atom}'/><outline xmlUrl='{rss}'/></body></opml>")
    (outcome,) = follow(library, rss)
    assert (outcome.kind, outcome.state, outcome.new) == ("feed", "new", 2)
    (outcome,) = follow(library, page)
    assert (outcome.kind, outcome.state, outcome.title) == ("page", "new", "A fine headline here")
    assert [(feed.url, feed.typed) for feed in library.feeds()] == [(rss, True)]
    assert [is_followed(name) for name in (rss, str(mine), str(tmp_path), "a.txt")] == [True, True, False, False]
    (refused,) = follow(library, str(mine))
    assert "leads into your own network" in refused.reason
    assert not {feed.url: feed for feed in library.feeds()}[atom].typed
    (known,) = follow(library, str(mine))
    assert (known.state, known.reason) == ("unchanged", "all the feeds that it names are known already")
    (missing,) = follow(library, web.base + "/missing")
    assert (missing.kind, missing.reason) == ("page", "is not there (404)")
    assert library.count() == 3


def test_add_subscribes_and_remove_lets_go(web: Server, library: Library, capfd: pytest.CaptureFixture[str]) -> None:
    rss = web.serve("/rss", RSS)
    link = f"<link rel=alternate type='application/rss+xml' href='{rss}'>"
    words = "<p>The ferry to Lindby stopped on Monday after the storm broke over the coast, the harbour said.</p>" * 3
    page = web.serve("/page", f"<!doctype html><html><head>{link}</head><body>{words}</body></html>", "text/html")
    assert main(["add", "--json", rss, page, web.base + "/missing"]) == 0
    said = capfd.readouterr()
    added = json.loads(said.out)["add"]
    assert (added["new"], added["subscribed"]) == (3, 1)
    assert added["problems"] == [{"path": f"{web.base}/missing", "reason": "is not there (404)"}]
    assert main(["add", page, rss]) == 0
    said = capfd.readouterr()
    assert "0 new articles, 3 known" in said.out
    assert f"the page names a feed; to subscribe: tuireader add {rss}" in " ".join(said.err.split())
    assert rows(capfd)["rss"]["state"] == "later"
    assert main(["remove", "Harbour & Coast"]) == 0
    assert "unsubscribed from 1 feed" in capfd.readouterr().out
    assert library.feeds() == ()
    assert library.count() == 3
