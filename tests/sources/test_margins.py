"""Lines that were broken at a margin are paragraphs again; lists, verses and tables stay as they are."""

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tuireader.sources import from_text
from tuireader.sources.lines import lines

ONE = (
    "The harbour of Lindby opened again on Friday, two weeks after the storm, and the first three ships came in before "
    "noon with timber and grain from the north."
)
TWO = (
    "Nobody was hurt. “We have waited long for this day,” said Ida Holm, the harbour master, who had slept in her "
    "office since the night of the storm, on a bed that her daughter brought."
)
THREE = (
    "Work on the pier goes on until the summer, and the town asked the state for money, which may not come this year."
)
BODY = (ONE, TWO, THREE)


def told(text: str) -> list[str]:
    return [" ".join(row.text.split()) for row in lines(text)]


@pytest.mark.parametrize("width", [40, 57, 72, 80, 100])
@pytest.mark.parametrize(
    ("joint", "first", "indent"),
    [("\n\n", "", ""), ("\n", "", ""), ("\n\n", "   ", "   "), ("\n", "    ", ""), ("\n>\n", "> ", "> ")],
)
def test_paragraphs_are_one_line_again(width: int, joint: str, first: str, indent: str) -> None:
    text = joint.join(
        textwrap.fill(each, width, initial_indent=first, subsequent_indent=indent, break_on_hyphens=False)
        for each in BODY
    )
    found = [each for each in told(text) if each != ">"]
    # Without a sign between them two paragraphs may be one, where the first one's last line is full.
    assert found == list(BODY) or (joint + first == "\n" and " ".join(found) == " ".join(BODY))


def test_a_mail_with_a_quoted_one_in_it() -> None:
    own = textwrap.fill(ONE, 72)
    quoted = textwrap.fill(TWO, 66, initial_indent="> ", subsequent_indent="> ")
    text = (
        f"From: Ida Holm <ida@lindby.example>\nTo: Anna Berg <anna@lindby.example>\nSubject: The harbour\n\n{own}\n\n"
    )
    text += f"Anna Berg wrote:\n{quoted}\n\nBest regards,\nIda Holm\n-- \nIda Holm, harbour master\nLindby, Quay 3\n"
    found = told(text)
    assert found[:3] == text.split("\n")[:3]
    assert found[3:6] == [ONE, "Anna Berg wrote:", TWO]
    assert found[6:] == ["Best regards,", "Ida Holm", "--", "Ida Holm, harbour master", "Lindby, Quay 3"]


def test_lists_keep_their_items() -> None:
    items = [f"{mark} {ONE[:90]} and then the wind turned round" for mark in ("-", "*", "1.", "(b)")]
    text = "\n".join(textwrap.fill(each, 60, subsequent_indent="  ") for each in items)
    assert told(text) == items


def test_flowed_mail_goes_by_its_spaces() -> None:
    text = "The ship came in \nand went out, \nand nobody \nsaw it go.\nThe end was near.\nIt was late.\n"
    assert told(text) == ["The ship came in and went out, and nobody saw it go.", "The end was near.", "It was late."]


@pytest.mark.parametrize(
    "text",
    [
        "The sea is high tonight and I am old,\nThe wind has gone to sleep behind the hill,\n"
        "And all the boats are lying in the cold,\nAnd all the men who sailed them, lying still.\n",
        "apples from the north of the country\nbread\nsalt, as much as can be carried\nrope for the boats\nsails\n",
        "Port        Ships   Grain\nLindby      3       40 tons of the best kind\nNorby       5       12 tons\n",
        "The harbour is open again.\nThe ships came in on Friday.\nNobody was hurt in the storm.\nWork goes on.\n",
        f"{ONE}\n{TWO}\n{THREE}\n",
        "THE HARBOUR\nOPENS AGAIN\n\nBy Anna Berg\nLindby Post\n",
        "- one thing that is rather long, and goes on and on\n- another\n- and the third thing, long as well\n",
    ],
)
def test_what_was_no_paragraph_is_left_alone(text: str) -> None:
    assert told(text) == [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def test_few_lines_prove_little() -> None:
    text = (
        "We went there in the morning, and it was a long walk to the harbour, but\n"
        "fine in the end, and everybody said that it had been worth the trouble.\n"
        "Next day we stayed."
    )
    first, second = told(text)
    assert first.endswith("worth the trouble.") and second == "Next day we stayed."


def test_sentences_go_over_line_breaks_and_count_in_the_text() -> None:
    text = "\n\n".join(textwrap.fill(each, 50) for each in BODY)
    article = from_text(text, id="x")
    assert [part.role for part in article.parts] == ["body"] * 3
    said = [text[each.start : each.end] for each in article.sentences]
    assert "Nobody was hurt." in said
    assert "\n" in said[0]
    assert [" ".join(each.split()) for each in said][-1] == THREE


@given(st.lists(st.text(alphabet="aB. >\n-1\t", max_size=30), max_size=12).map("\n".join))
@settings(max_examples=150)
def test_no_line_is_lost_whatever_they_look_like(text: str) -> None:
    last = 0
    for row in lines(text):
        assert last <= row.start < row.end
        assert not text[last : row.start].strip()
        last = row.end
    assert not text[last:].strip()
