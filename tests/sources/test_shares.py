"""Never more than 30 % of a text is set aside, whoever wants to: rules, what a format says, what an outlet repeats."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tuireader.article import Article
from tuireader.sources import from_text
from tuireader.sources.anew import anew
from tuireader.sources.drafts import article
from tuireader.sources.model import Draft, Said
from tuireader.sources.outlets import learnt
from tuireader.sources.shares import TOO_MUCH

BODY = "The harbour of Lindby opened again on Friday, two weeks after the storm, and ships came in."
LINES = (
    BODY,
    "Nobody was hurt, said the harbour master, who slept in her office for nine nights. /AFP",
    "Harbour Reopens After the Storm",
    "Ida Holm",
    "By Anna Berg",
    "10 March 2025",
    "Share this",
    "Related Articles",
    "3 min read",
    "Norby Post · 5 min read",
    "© 2025 Norby Post",
    "Stories from the sea, every morning",
    "> When will it open?",
    "Yes.",
)
WHY = ("quoted", "signature", "page header", "code")


def within(each: Article) -> bool:
    """Whether no more is set aside than may be, counted in the plainest way."""
    aside = sum(part.end - part.start for part in each.parts if part.role not in ("title", "heading", "body"))
    return aside <= TOO_MUCH * sum(part.end - part.start for part in each.parts)


@given(
    st.lists(st.sampled_from(LINES) | st.text(max_size=40), min_size=1, max_size=12),
    st.lists(st.tuples(st.integers(0, 400), st.integers(1, 200), st.sampled_from(WHY)), max_size=4),
    st.none() | st.sampled_from(("Harbour Reopens After the Storm", "Storm")),
    st.booleans(),
)
@settings(max_examples=80, deadline=None)
def test_never_more_whatever_takes_it(
    lines: list[str], marked: list[tuple[int, int, str]], title: str | None, plain: bool
) -> None:
    text = "\n\n".join(lines)
    asides: list[tuple[int, int, str]] = []
    for start, length, why in sorted(marked):
        if start >= (asides[-1][1] if asides else 0) and start < len(text):
            asides.append((start, min(start + length, len(text)), why))
    said = Said(title, "og:title") if title else None
    made = article(Draft(text=text, asides=tuple(asides), title=said, plain=plain and not asides), id="a")
    assert within(made) and within(anew(made))
    told = [replace(made, source="Norby Post", id=f"a{number}") for number in range(2)]
    others = [
        replace(from_text(f"{place} waits.\n{BODY} {place} is glad.\n{LINES[11]}", id=place), source="Norby Post")
        for place in ("Lindby", "Oxhamn", "Hamra", "Korsvik")
    ]
    assert all(map(within, learnt([*told, *others])))


def test_asides_count_and_what_was_kept_is_said() -> None:
    text = f"{BODY}\n\nA quotation of some length, as long as forty characters.\n\nAnd so on."
    start = text.index("A quotation")
    little = Draft(text=f"{text}\n\n{BODY} {BODY}", asides=((start, start + 57, "quoted"),))
    made = article(little, id="a")
    assert [part.why for part in made.parts] == ["", "quoted", "", ""] and "parts" not in made.told_by
    assert anew(made) == made and anew(made).told_by == made.told_by
    much = article(replace(little, text=text), id="a")
    assert {part.role for part in much.parts} == {"body"}
    assert much.told_by["parts"] == "all kept: over 30 % would have gone"
