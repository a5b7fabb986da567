"""What a format says of an article, and what is read in its text."""

from tuireader.sources.drafts import article
from tuireader.sources.identifying import Ids
from tuireader.sources.model import Draft, Said

BODY = "The harbour of Lindby opened again on Friday, and three ships came in.\n\nShare this post\n\nNobody was hurt."


def roles(draft: Draft) -> list[tuple[str, str]]:
    found = article(draft, id="x")
    return [(part.role, found.text[part.start : part.end]) for part in found.parts]


def test_a_title_given_apart_heads_the_text() -> None:
    draft = Draft(text=BODY, title=Said("Harbour  reopens", "column title"), source=Said("The Post", "column outlet"))
    found = article(draft, id="x")
    assert found.text == f"Harbour reopens\n\n{BODY}"
    assert (found.title, found.source) == ("Harbour reopens", "The Post")
    assert roles(draft)[0] == ("title", "Harbour reopens")
    assert ("furniture", "Share this post") in roles(draft)
    assert found.told_by == {"title": "column title", "source": "column outlet", "language": "its words"}


def test_a_title_that_the_text_begins_with_stands_there_once() -> None:
    draft = Draft(text=f"Harbour Reopens\n\n{BODY}", title=Said("Harbour reopens", "og:title"))
    assert article(draft, id="x").text == draft.text
    assert roles(draft)[0] == ("title", "Harbour Reopens")


def test_headings_keep_their_place() -> None:
    text = f"{BODY}\n\nships\n\nThey brought timber and grain, more than in any week since the storm."
    start = text.index("ships\n")
    for title in (None, Said("Harbour reopens", "h1")):
        assert ("heading", "ships") in roles(Draft(text=text, title=title, headings=((start, start + 5),)))


def test_a_moment_has_its_day() -> None:
    found = article(Draft(text=BODY, published=Said("2025-03-10T08:05:00+01:00", "Date:")), id="x")
    assert (found.published, found.moment) == ("2025-03-10", "2025-03-10T08:05:00+01:00")
    found = article(Draft(text=BODY, published=Said("2025-03-10", "Date:")), id="x")
    assert (found.published, found.moment) == ("2025-03-10", None)


def test_what_is_read_in_plain_text_names_its_line() -> None:
    text = f"Harbour Reopens After the Storm\nBy Ida Holm\nMarch 10, 2025\n\n{BODY}"
    found = article(Draft(text=text, plain=True), id="x")
    assert found.told_by == {
        "title": "line 1",
        "byline": "byline, line 2",
        "published": "date, line 3",
        "language": "its words",
    }


def test_ids() -> None:
    ids = Ids()
    assert ids.name(Draft(text=""), "harbour") == "harbour"
    assert ids.name(Draft(text=""), "harbour") == "harbour-2"
    assert ids.name(Draft(text="", name="a7_b", title=Said("T", "")), "feed") == "a7_b"
    title = Said("Harbour reopens: “At last!”", "")
    assert ids.name(Draft(text="", name="https://example.org/?p=1", title=title), "feed") == "harbour-reopens-at-last"
    assert ids.name(Draft(text="", name="17"), "feed") == "feed-17"
    assert ids.name(Draft(text="", name="two words", place="/a/two words.txt"), "news") == "two words"
