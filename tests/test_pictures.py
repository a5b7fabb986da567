"""The pictures of the documentation: there, small, without script, and nothing of any machine in them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PICTURES = sorted((ROOT / "docs" / "pictures").glob("*.svg"))
pytestmark = pytest.mark.skipif(not PICTURES, reason="the pictures stand in a checkout only")


@pytest.mark.parametrize("file", PICTURES, ids=lambda file: file.name)
def test_a_picture_is_small_and_does_nothing(file: Path) -> None:
    text = file.read_text("utf-8")
    assert len(text.encode()) < 300_000
    # No script, nothing fetched from anywhere; the name of the language is the one address.
    assert "<script" not in text and re.findall(r"[a-z]+://[^\s\"'<]+", text) == ["http://www.w3.org/2000/svg"]
    assert not re.search(r"/(?:home|root|tmp|Users|work)/", text)


def test_the_recording_stands_still_where_nothing_is_to_move() -> None:
    text = (ROOT / "docs" / "pictures" / "recording.svg").read_text("utf-8")
    assert "@keyframes" in text and "@media(prefers-reduced-motion:reduce){g{animation:none!important}" in text


def test_every_picture_that_is_shown_is_there_and_says_what_it_shows() -> None:
    pages = [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
    shown = {
        (page.parent / path).resolve()
        for page in pages
        for words, path in re.findall(r"!\[([^\]]*)\]\(([^)]+\.svg)\)", page.read_text("utf-8"))
        if words
    }
    assert shown and shown <= set(PICTURES)
