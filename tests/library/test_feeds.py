"""Feeds of the library: what is kept of them, and when they are asked again."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tuireader.library import Library
from tuireader.library.feeds import INTERVAL, LONGEST, NEVER, Feed

URL = "https://news.example/feed"


def test_feeds_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "library.sqlite3"
    with Library.open(file) as library:
        assert library.keep_feed(Feed(URL, "News", typed=True))
        assert library.keep_feed(Feed("https://a.example/\ud800", "\ud800"))
    with Library.open(file) as library:
        assert library.feeds() == (Feed("https://a.example/?", "?"), Feed(URL, "News", typed=True))
        moved = library.feeds()[1]._replace(url="https://news.example/new")
        assert library.renew_feed(moved, URL)
        assert [feed.url for feed in library.feeds()] == ["https://a.example/?", moved.url]
        assert library.remove_feed(moved.url)
        assert not library.remove_feed(moved.url)
        assert library.renew_feed(moved, moved.url)
        assert len(library.feeds()) == 1
        assert library.keep_feed(Feed("https://b.example/"))
        assert library.renew_feed(Feed("https://b.example/"), "https://a.example/?")
        assert [feed.url for feed in library.feeds()] == ["https://b.example/"]


def test_an_answer_ends_the_pauses() -> None:
    feed = Feed(URL, "News", failures=5, note="is not there (404)", etag="old")
    now = feed.answered(1000, etag="new", modified="")
    assert now == Feed(URL, "News", "new", "", 1000, 1000 + INTERVAL)


def test_pauses_double_and_servers_are_listened_to() -> None:
    feed = Feed(URL)
    pauses = []
    for _ in range(12):
        feed = feed.failed(0, "no connection")
        pauses.append(feed.next)
    assert pauses[0] >= 1.6 * INTERVAL
    assert pauses[3] > 4 * pauses[0] * 0.8
    assert max(pauses) <= LONGEST
    assert feed.failures == 12
    assert Feed(URL).failed(0, "busy", wait=90_000).next == 90_000
    assert Feed(URL).failed(0, "busy", wait=1e12).next == LONGEST
    assert Feed(URL).failed(0, "gone", gone=True).next == NEVER


@given(st.integers(0, 10**6), st.integers(0, 2**40), st.none() | st.floats(0, 1e300))
def test_a_feed_is_always_asked_again(failures: int, now: int, wait: float | None) -> None:
    feed = Feed(URL, failures=failures).failed(now, "no connection", wait=wait)
    assert now + INTERVAL <= feed.next <= now + LONGEST
