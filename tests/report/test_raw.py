"""``show --raw``: the text as it came, and what was set aside of it."""

import pytest

from tuireader.report.ink import Ink
from tuireader.report.lines import cells
from tuireader.report.raw import raw
from tuireader.report.reading import reading
from tuireader.report.records import Record, records
from tuireader.sources import from_text
from tuireader.story import tell

TEXT = """Harbour Reopens After the Storm

By Anna Berg
10 March 2025, 9:15 CET
The harbour of Lindby opened again on Friday, two weeks after the storm, and the first three ships came in.
Work on the pier goes on until the summer, and the town has asked the state for money, which it may not get this year.
Nobody was\u202e hurt in that night, said Ida Holm, who keeps the harbour. /AFP

Share this Post
"""


@pytest.fixture(scope="module")
def record() -> Record:
    article = from_text(TEXT, id="harbour")
    return records([article], tell([article]))[0]


@pytest.mark.parametrize("width", [20, 40, 80, 120])
def test_all_of_the_text_is_there_and_fits(record: Record, width: int) -> None:
    lines = raw(record, width, Ink())
    assert max(map(cells, lines)) <= max(width, 24)
    body = lines[lines.index("") + 1 :]
    shown = " ".join(" ".join(line.replace("┃", "│").partition("│")[2].split()) for line in body)
    for word in ("Harbour", "Berg", "Holm,", "/AFP", "Share", "Post"):
        assert word in shown


def test_the_margin_says_which_rule_took_a_line(record: Record) -> None:
    lines = raw(record, 100, Ink())
    told = {line.partition("┃")[2].strip(): line.partition("┃")[0].strip() for line in lines if "┃" in line}
    assert told == {
        "By Anna Berg": "byline",
        "10 March 2025, 9:15 CET": "date",
        "/AFP": "+ agency",
        "Share this Post": "share",
    }
    assert any(
        line.endswith("│ Nobody was‹U+202E› hurt in that night, said Ida Holm, who keeps the harbour.")
        for line in lines
    )


def test_it_says_that_all_was_kept() -> None:
    article = from_text("Harbour open again\n\nIt is open.\n\nShare this\nRelated Articles\n3 min read\n", id="x")
    head = " ".join(" ".join(raw(records([article], tell([article]))[0], 60, Ink())).split())
    assert "set aside nothing of 65 characters; all kept: over 30 % would have gone" in head


def test_the_head_says_where_each_thing_was_read(record: Record) -> None:
    head = "\n".join(raw(record, 100, Ink()))
    assert "byline      Anna Berg [byline, line 3]" in head
    assert "date        2025-03-10T09:15:00+01:00 [date, line 4]" in head
    assert "agency      AFP [sign-off, line 7]" in head
    assert "hidden      1 character: 1 reordering" in head


def test_without_unicode_every_mark_is_ascii(record: Record) -> None:
    lines = raw(record, 80, Ink(unicode=False))
    assert "byline   # By Anna Berg" in lines
    assert all(line.isascii() for line in lines[lines.index("") + 1 :])


def test_an_odd_encoding_is_told_with_the_article() -> None:
    article = from_text(TEXT, id="harbour", encoding="cp1250")
    found = records([article], tell([article]))[0]
    assert any("read as cp1250" in line for line in reading(found, 100, Ink()))
    assert not any("read as" in line for line in reading({**found, "encoding": "utf-8"}, 100, Ink()))
