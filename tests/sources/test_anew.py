"""What a library keeps is read anew by the rules of today, and keeps its text and what its format said."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tuireader.sources.anew import anew
from tuireader.sources.drafts import article
from tuireader.sources.model import Draft, Said

_BODY = "By Ana Kos\n\nThe council voted.\n\nMoney\n\n“We will pay 4,700 crowns,” she said in the end of the day."


def test_what_a_format_said_stays() -> None:
    start = _BODY.index("Money")
    made = article(
        Draft(
            text=_BODY,
            title=Said("Council votes | Herald", "og:title"),
            source=Said("Herald", "og:site_name"),
            published=Said("2025-03-10T08:00:00+01:00", "JSON-LD datePublished"),
            headings=((start, start + 5),),
        ),
        id="a",
        path="a.html",
    )
    stale = replace(made, parts=made.parts[:1], sentences=())
    again = anew(made)
    assert again == made and again.told_by == made.told_by
    assert anew(stale).text == made.text and anew(stale).sentences


@given(st.text(min_size=1), st.none() | st.text(), st.booleans())
def test_the_text_never_changes(text: str, title: str | None, plain: bool) -> None:
    said = None if title is None else Said(title, "og:title")
    made = article(Draft(text=text, title=said, plain=plain), id="a")
    again = anew(made)
    assert (again.text, again.digest, again.id) == (made.text, made.digest, made.id)
