"""What is printed of a sync, and of the feeds and folders there are: lines for people, plain data for programs."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from tuireader.library.feeds import NEVER, Feed
from tuireader.library.visited import Place
from tuireader.report.counting import count
from tuireader.report.ink import Ink, Run
from tuireader.report.lines import cut, fitted, hang
from tuireader.sources.addresses import shown
from tuireader.sources.fetching import spoken
from tuireader.syncing.model import Outcome
from tuireader.text.safe import line

#: Cells for the name of a feed.
_NAME = 32


def lines(outcome: Outcome, width: int, ink: Ink) -> list[str]:
    """What came of one feed or folder: a line, more where the reason is long."""
    words = {
        "new": ", ".join(
            said
            for said in (
                f"{outcome.fresh:,} new" * bool(outcome.fresh),
                f"{outcome.changed:,} changed" * bool(outcome.changed),
            )
            if said
        ),
        "unchanged": "nothing new",
        "failed": "failed",
        "later": "not due",
    }[outcome.state]
    style = {"new": "agree", "failed": "differ"}.get(outcome.state, "dim")
    reason = outcome.reason
    if outcome.state == "failed" and outcome.next:
        reason += f"; {_again(outcome.next)}"
    name = min(_NAME, max(12, width // 3))
    told = [Run(words, style), Run(f": {reason}" if reason and outcome.state != "unchanged" else "")]
    head = Run(fitted(outcome.title or _bare(outcome.place), name))
    return [ink.draw(each) for each in hang(head, told, width, name + 2)]


def summed(outcomes: Sequence[Outcome]) -> str:
    """One line for all: what is new, what failed, what is not due."""
    states = [outcome.state for outcome in outcomes]
    new = sum(outcome.fresh for outcome in outcomes)
    asked = len(outcomes) - states.count("later")
    later = [outcome.next for outcome in outcomes if outcome.state == "later"]
    if not asked:
        return (
            f"nothing is due: the next feed is {_again(min(later))}, --now asks at once"
            if later
            else "nothing was asked"
        )
    said = [f"{count(new, 'new article')} from {count(asked, 'place')}"]
    if failed := states.count("failed"):
        said.append(f"{failed} failed")
    if later:
        said.append(f"{len(later)} not due ({_again(min(later))}; --now asks at once)")
    return ", ".join(said)


def _bare(address: str) -> str:
    """An address without what all have in common."""
    return address.partition("://")[2] or address


def _again(when: int) -> str:
    if when >= NEVER:
        return "not asked again"
    return f"asked again in {spoken(max(1.0, when - time.time()))}"


def rows(outcomes: Sequence[Outcome]) -> list[dict[str, Any]]:
    """The outcomes as plain data; times in ISO 8601."""
    return [
        {
            "place": outcome.place,
            "kind": outcome.kind,
            "title": outcome.title or None,
            "state": outcome.state,
            "new": outcome.new,
            "changed": outcome.changed,
            "known": outcome.known,
            "reason": outcome.reason or None,
            "next": _iso(outcome.next),
        }
        for outcome in outcomes
    ]


def feed_rows(feeds: Sequence[Feed], folders: Sequence[Place]) -> list[dict[str, Any]]:
    """The feeds and watched folders as plain data."""
    return [
        {
            "place": line(shown(feed.url)),
            "kind": "feed",
            "title": line(feed.title) or None,
            "checked": _iso(feed.checked),
            "next": _iso(feed.next),
            "failures": feed.failures,
            "reason": line(feed.note) or None,
        }
        for feed in feeds
    ] + [{"place": line(folder.path), "kind": "folder", "title": None} for folder in folders]


def feed_lines(feeds: Sequence[Feed], folders: Sequence[Place], width: int, ink: Ink) -> list[str]:
    """The feeds and watched folders: each with its address, when it was asked, and what was wrong."""
    found: list[str] = []
    for feed in feeds:
        if feed.title:
            found.append(ink.paint(cut(line(feed.title), width), "bold"))
        when = f"asked {spoken(max(1.0, time.time() - feed.checked))} ago" if feed.checked else "never asked so far"
        told = [Run(line(shown(feed.url)), "dim" if feed.title else "bold")]
        state = f"{when}; {_again(feed.next)}" if feed.next > time.time() else f"{when}; due"
        found += [ink.draw(each) for each in hang(Run("  " if feed.title else ""), told, width, 2 * bool(feed.title))]
        found.append(f"  {state}")
        if feed.note:
            failed = f"failed {'once' if feed.failures == 1 else f'{feed.failures} times in a row'}: {line(feed.note)}"
            found += [ink.draw(each) for each in hang(Run("  "), [Run(failed, "differ")], width, 2)]
    found += [ink.draw([Run("watched folder ", "dim"), Run(line(folder.path))]) for folder in folders]
    return found


def _iso(seconds: int) -> str | None:
    if not 0 < seconds < NEVER:
        return None
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")
