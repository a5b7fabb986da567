"""What a worker gave back is checked: nothing in it is believed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.sources.answers import clean, draft
from tuireader.sources.isolated import Unreadable
from tuireader.sources.model import Draft

KEYS = ("text", "name", "headings", "asides", "said", "encoding", "title", "published", "url")
WILD = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(exclude_categories=[])),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=5),
    max_leaves=20,
)


def test_what_fits_is_taken() -> None:
    said = {
        "title": ["Harbour", "og:title"],
        "published": ["2025-03-11T08:30+01:00", "<time>"],
        "url": ["https://x.example", "a"],
    }
    found = draft({"text": "One\n\nTwo", "headings": [[0, 3]], "asides": [[5, 8, "quoted"]], "said": said})
    assert (found.text, found.headings, found.asides) == ("One\n\nTwo", ((0, 3),), ((5, 8, "quoted"),))
    assert found.published is not None and found.published.value == "2025-03-11T08:30:00+01:00"


def test_what_does_not_is_left_out() -> None:
    spans = [[5, 99], [-1, 2], [3, 1], [True, 2], ["0", 1], [0], 7, [1, 2], [0, 1]]
    said = {
        "title": "x",
        "published": ["yesterday", "a"],
        "url": ["javascript:alert(1)", "a"],
        "byline": ["x" * 3000, "a"],
    }
    found = draft({"text": "A\0 text\ud800", "headings": spans, "asides": spans, "said": said})
    assert found.text == "A text\ufffd"
    assert found.headings == ((1, 2),)
    assert not any((found.title, found.published, found.url, found.byline))


def test_two_halves_of_a_character_are_one() -> None:
    assert clean("\ud83d\ude00 \ude00") == "\U0001f600 \ufffd"


@pytest.mark.parametrize("data", [None, [], "text", {"text": " \n"}, {"text": 1}, {"text": "a", "said": []}])
def test_what_is_no_draft_is_refused(data: object) -> None:
    with pytest.raises(Unreadable):
        draft(data)


@given(WILD)
def test_nothing_else_is_raised(data: object) -> None:
    try:
        found = draft(data)
    except Unreadable:
        return
    assert isinstance(found, Draft)
    for start, end, *_ in (*found.headings, *found.asides):
        assert 0 <= start < end <= len(found.text)
    found.text.encode()
