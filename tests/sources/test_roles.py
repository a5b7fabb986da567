"""Which lines are told: invented pages, with what web pages put around them, and prose that only looks like it."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tuireader.article import Article
from tuireader.sources import from_text

FIRST = (
    "The harbour of Lindby opened again on Friday, two weeks after the storm, and the first three ships came in before "
    "noon with timber and grain."
)
SECOND = (
    "Nobody was hurt. “We have waited long for this day,” said Ida Holm, the harbour master, who had slept in her "
    "office since the night of the storm."
)
BODY = f"{FIRST}\n\n{SECOND}"


def roles(article: Article) -> list[tuple[str, str]]:
    return [(part.role, article.text[part.start : part.end]) for part in article.parts]


def taken(text: str) -> list[tuple[str, str]]:
    return [row for row in roles(from_text(text, id="x")) if row[0] not in ("title", "heading", "body")]


def test_a_page_as_it_is_copied_from_a_browser() -> None:
    text = f"""Coast

Harbour Reopens After the Storm

By Anna Berg and Lars Ek
Published: March 10, 2025 at 9:15 AM
4 min read
Share on Facebook

Photo: Anna Berg / Getty Images

{BODY}

What happens next
{FIRST.replace("Friday", "Sunday")}

{SECOND.replace("Holm", "Lind")}

{FIRST.replace("Friday", "Monday")}

Read also: Storm breaks the pier of Norby
Harbour reopens after the storm
© 2025 The Lindby Post. All rights reserved.
Previous Article | Next Article
"""
    article = from_text(text, id="x")
    assert article.title == "Harbour Reopens After the Storm"
    assert article.byline == "Anna Berg and Lars Ek"
    assert article.published == "2025-03-10"
    assert [role for role, _ in roles(article)] == [
        "furniture",
        "title",
        "byline",
        "byline",
        "furniture",
        "furniture",
        "caption",
        "body",
        "body",
        "heading",
        "body",
        "body",
        "body",
        "furniture",
        "furniture",
        "furniture",
        "furniture",
    ]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Previous Post Next Post", "furniture"),
        ("« Previous | Next »", "furniture"),
        ("Skip to content", "furniture"),
        ("Continue reading below", "furniture"),
        ("12 Comments", "furniture"),
        ("ADVERTISEMENT", "furniture"),
        ("Tags: harbour, storm, Lindby", "furniture"),
        ("Share this Post", "furniture"),
        ("Facebook Twitter WhatsApp Email", "furniture"),
        ("Follow us on Facebook and X", "furniture"),
        ("Reading time: 3 minutes", "furniture"),
        ("3 Min Read", "furniture"),
        ("2 hours ago", "furniture"),
        ("Related Articles", "furniture"),
        ("READ MORE: Ships wait at sea", "furniture"),
        ("This article was first published by the Norby Times.", "furniture"),
        ("Sign up for our morning letter", "furniture"),
        ("The views expressed in this article are those of the author.", "furniture"),
        ("* * *", "furniture"),
        ("https://www.example.org/2025/harbour", "furniture"),
        ("Photograph by Anna Berg", "caption"),
        ("The harbour on Friday (AP Photo/Anna Berg)", "caption"),
        ("FILE - Ships wait off Lindby in this picture of last week, when the harbour was closed.", "caption"),
        ("(Reporting by Anna Berg; Editing by Lars Ek)", "byline"),
        ("Lars Ek contributed to this report.", "byline"),
    ],
)
def test_lines_that_are_taken(line: str, role: str) -> None:
    assert taken(f"Harbour Reopens After the Storm\n\n{BODY}\n\n{line}\n") == [(role, line)]


@pytest.mark.parametrize(
    "line",
    [
        "Drinking water every 15 minutes saved them.",
        "Share prices fell on Monday.",
        "Next, the pier must be mended.",
        "Home is where the ships are.",
        "By Friday the harbour was open.",
        "By then, Anna Berg had left the city.",
        "Photo evidence was shown to the court.",
        "Related parties were heard.",
        "He said all rights reserved to the state must be respected by everyone who comes.",
        "Follow the money, she said.",
        "It was the best day of all: the sun shone (and nobody took a photo of it).",
        "On March 10, 2025, the harbour was closed.",
        "Print is dead, say some.",
        "The views expressed by the captain were harsh.",
        "Watch out for the waves!",
        "Subscribe to that theory or not, the pier is gone.",
        "More ships came in the afternoon.",
    ],
)
def test_prose_is_never_taken(line: str) -> None:
    for text in (
        f"Harbour Reopens After the Storm\n\n{BODY}\n\n{line}\n",
        f"Harbour Reopens After the Storm\n\n{line}\n\n{BODY}\n",
        f"Harbour Reopens After the Storm\n\n{FIRST}\n\n{line}\n\n{SECOND}\n",
    ):
        assert taken(text) == []


def test_more_than_a_third_is_left_alone() -> None:
    text = "Harbour Reopens After the Storm\n\nThe harbour is open.\n\nShare this\nRelated Articles\n3 min read\n"
    assert [role for role, _ in roles(from_text(text, id="x"))] == ["title", "body", "body", "body", "body"]


def test_what_is_left_alone_still_tells_its_date() -> None:
    assert from_text("Harbour open again\nPublished: 10 March 2025\nIt is open.", id="x").published == "2025-03-10"


def test_the_outlet_before_the_reading_time() -> None:
    article = from_text(f"Harbour Reopens After the Storm\nNorby Post\nNorby Post · 5 min read\n{BODY}", id="x")
    assert article.source == "Norby Post"
    assert [role for role, _ in roles(article)][:3] == ["title", "furniture", "furniture"]


def test_a_name_below_the_headline_is_a_caption_or_a_byline() -> None:
    pictured = from_text(f"Harbour Reopens After the Storm\nIda Holm\n{BODY} Holm smiled.", id="x")
    assert roles(pictured)[1] == ("caption", "Ida Holm")
    assert pictured.byline is None
    written = from_text(f"Harbour Reopens After the Storm\nAnna Berg\n10.03.2025\n{BODY}", id="x")
    assert roles(written)[1] == ("byline", "Anna Berg")
    assert written.byline == "Anna Berg"
    neither = from_text(f"Harbour Reopens After the Storm\nStorm Damage\n{BODY}", id="x")
    assert roles(neither)[1] == ("heading", "Storm Damage")


@pytest.mark.parametrize(
    ("tail", "agency", "source"),
    [
        ("/ ABC (Norby Televizion)", "ABC", "Norby Televizion"),
        ("(Reuters)", "Reuters", None),
        ("/AFP/", "AFP", None),
        ("— dpa", "dpa", None),
    ],
)
def test_the_sign_off_of_an_agency(tail: str, agency: str, source: str | None) -> None:
    text = f"{FIRST}\n{SECOND} {tail}\n"
    article = from_text(text, id="x")
    assert (article.agency, article.source) == (agency, source)
    assert roles(article)[-2:] == [("body", SECOND), ("byline", tail)]
    last = article.sentences[-1]
    assert text[last.start : last.end] == SECOND.partition(". ")[2]


@pytest.mark.parametrize("tail", ["(laughs)", "and/or (maybe)", "He laughed (loudly).", "/ more (or less)"])
def test_an_ending_that_is_no_sign_off(tail: str) -> None:
    article = from_text(f"{FIRST}\n{SECOND} {tail}\n", id="x")
    assert (article.agency, article.source) == (None, None)
    assert {role for role, _ in roles(article)} == {"body"}


def test_a_dateline_names_the_agency_and_stays() -> None:
    article = from_text(f"Harbour Reopens After the Storm\n\nLINDBY, May 3, 2024 (Reuters) - {BODY}", id="x")
    assert article.agency == "Reuters"
    assert article.published == "2024-05-03"
    assert roles(article)[1][0] == "body"


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Published: March 10, 2025", "2025-03-10"),
        ("Posted on 10 March 2025 at 14:05", "2025-03-10"),
        ("Mon 10 Mar 2025 14.02 GMT", "2025-03-10"),
        ("10.03.2025", "2025-03-10"),
        ("2025-03-10T09:15:00Z", "2025-03-10"),
        ("March 10th, 2025 | Updated: March 12, 2025", "2025-03-10"),
        ("Anna Berg | 10 March 2025", "2025-03-10"),
        ("By Anna Berg, March 10, 2025", "2025-03-10"),
        ("Updated 2 March 2025", "2025-03-02"),
        ("31.02.19", None),
        ("2025-13-45", None),
        ("The storm of March 10, 2025", None),
        ("March 10", None),
    ],
)
def test_the_date_near_the_top(line: str, date: str | None) -> None:
    assert from_text(f"Harbour Reopens After the Storm\n{line}\n\n{BODY}", id="x").published == date


def test_an_update_never_hides_the_first_date() -> None:
    text = f"Harbour Reopens After the Storm\nUpdated: 12 March 2025\nPublished: 10 March 2025\n\n{BODY}"
    assert from_text(text, id="x").published == "2025-03-10"


def test_dates_of_the_story_are_no_metadata() -> None:
    assert from_text(f"{BODY} On 10 March 2025 it was open.\n10 March 2025 was a fine day.", id="x").published is None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Harbour Reopens After the Storm\n\n{BODY}", "Harbour Reopens After the Storm"),
        (f"Will the harbour ever open again?\n{BODY}", "Will the harbour ever open again?"),
        (f"# Harbour reopens\n\n{BODY}", "Harbour reopens"),
        (f"Title: Harbour reopens\nDate: 2025-03-10\n\n{BODY}", "Harbour reopens"),
        (f"暴风雨后港口重新开放\n\n{'港口在星期五重新开放。' * 20}", "暴风雨后港口重新开放"),
        ("The harbour is open. Ships come in.", "The harbour is open."),
        (BODY, "The harbour of Lindby opened again on Friday, two weeks after the…"),
        ("x" * 300, "x" * 70 + "…"),
        ("...", "x"),
    ],
)
def test_titles(text: str, title: str) -> None:
    assert from_text(text, id="x").title == title


def test_the_outlet_after_a_bar() -> None:
    article = from_text(f"Harbour reopens after storm | The Lindby Post\n{BODY}\nThe Lindby Post", id="x")
    assert (article.title, article.source) == ("Harbour reopens after storm", "The Lindby Post")
    assert roles(article)[-1] == ("furniture", "The Lindby Post")
    assert from_text(f"This | that\n{BODY}", id="x").source is None


def test_lists_are_no_headings() -> None:
    text = f"{FIRST}\nThree things are planned:\nA new pier\nA longer wall\nMore light\n{SECOND}"
    assert [role for role, _ in roles(from_text(text, id="x"))].count("heading") == 0


def test_lines_broken_at_a_margin_are_put_together() -> None:
    text = """Harbour reopens after the storm

The harbour of Lindby opened again on Friday, two weeks after
the storm, and the first three ships came in before noon with
timber and grain. Nobody was hurt. The harbour master had slept
in her office since that night.

Work on the pier goes on until the summer, and the town has asked
the state for money, which it may or may not get before the end
of the year. A second storm is not expected this spring, said the
weather office, but it has been wrong before.
"""
    article = from_text(text, id="x")
    assert [role for role, _ in roles(article)] == ["title", "body", "body"]
    told = [" ".join(text[s.start : s.end].split()) for s in article.sentences]
    assert told[2] == "Nobody was hurt."
    assert told[-1].startswith("A second storm is not expected this spring, said the weather office")
    assert len(told) == 6


LINES = st.lists(
    st.one_of(
        st.sampled_from(
            [FIRST, SECOND, "Share this Post", "3 Min Read", "By Anna Berg", "10.03.2025", "Ida Holm", "", "/ ABC (X)"]
        ),
        st.text(max_size=60),
    ),
    max_size=12,
).map("\n".join)


@given(LINES)
@settings(max_examples=150)
def test_every_character_has_a_part_and_every_told_one_a_sentence(text: str) -> None:
    article = from_text(text, id="x")
    last = 0
    for part in article.parts:
        assert last <= part.start < part.end <= len(text)
        assert not text[last : part.start].strip()
        last = part.end
    assert not text[last:].strip()
    covered = {place for s in article.sentences for place in range(s.start, s.end)}
    for part in article.told():
        assert all(place in covered or text[place].isspace() for place in range(part.start, part.end))
    for sentence in article.sentences:
        part = article.parts[sentence.paragraph]
        assert part.start <= sentence.start < sentence.end <= part.end
        assert part.role == sentence.role
    assert article.title


@pytest.mark.parametrize(
    "unit", ["A", "By A\n", "A B C\n\n", "Share ", "a/b (", "1 min read\n", "© ", "“", "\r\n", "北"]
)
def test_a_long_text_of_anything_takes_no_time(unit: str) -> None:
    begin = time.process_time()
    from_text(unit * (300_000 // len(unit)), id="x")
    assert time.process_time() - begin < 3
