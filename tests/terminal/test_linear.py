"""The linear reader in a real terminal: keys answered one by one, and nothing that steers the terminal."""

from __future__ import annotations

from pathlib import Path

from tests.terminal.conftest import Open
from tests.terminal.harness import Terminal


def said(terminal: Terminal, *keys: str) -> str:
    """What is printed for some keys."""
    before = terminal.written
    terminal.press(*keys)
    return terminal.raw[before:].decode()


def test_keys_are_answered_one_by_one_and_nothing_is_drawn(reader: Open, story: Path) -> None:
    terminal = reader("--linear", story, size=(60, 24))
    terminal.until_sent(b"At article 1:")
    terminal.settle()
    assert said(terminal, "down").startswith("At article 2: Lenne crossing shut")
    assert "Article 1: Bridge over the Lenne" in said(terminal, "1", "enter")
    assert said(terminal, "n").startswith("Passage 1 of ")
    assert said(terminal, "2", "k", "pagedown", "escape").count("\n") >= 3
    assert said(terminal, "/") == "Search for: "
    assert "for “masonry”" in said(terminal, *"masonry", "enter"), "the line is shown as it is typed"
    assert said(terminal, "enter").startswith("Article ")
    said(terminal, "i", *"mine", "enter")
    assert "note: mine" in said(terminal, "a")
    terminal.settle(0.5)
    before = terminal.written
    terminal.settle(1.2)
    assert terminal.written == before
    terminal.type("Q")
    assert terminal.wait() == 0
    assert b"\x1b" not in terminal.raw


def test_interrupting_leaves_the_terminal_as_it_was(reader: Open, story: Path) -> None:
    terminal = reader("--linear", story)
    terminal.until("At article 1:")
    terminal.type("ctrl+c")
    assert terminal.wait() == 130
