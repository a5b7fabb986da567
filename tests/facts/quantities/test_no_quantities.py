"""Digits and words of number that count nothing make no facts."""

from __future__ import annotations

import pytest

from tests.facts.building import mentions


@pytest.mark.parametrize(
    "text",
    [
        "1. Wash your hands before you eat.",
        "2) Bring the letter with you.",
        "Call 555-123-4567 for help.",
        "Call (212) 555-0188 today.",
        "Call +44 20 7946 0958 today.",
        "The shop is open 24/7 here.",
        "He spoke of 9/11 again.",
        "The F-16 landed safely.",
        "A Boeing 737 landed.",
        "They drove down Route 66 then.",
        "They cited Section 230 of the law.",
        "The House passed H.R. 3 then.",
        "It began on 4chan that day.",
        "See https://drell.org/2016/09/12/a-300 now.",
        "She lives at 12 North Vorn Street there.",
        "He sat in Room 101 then.",
        "It flew as Flight 93 then.",
        "They watched Channel 4 then.",
        "Orla version 4 fixes it.",
        "Orla OS Version 4 Is Out",
        "They sell version 4.1 of it.",
        "They saw episode 3 of season 2 then.",
        "It stands on page 12 there.",
        "The server is 10.0.0.12 there.",
        "They use Windows 10 there.",
        "The AR-15 was found.",
        "It happened at 12:30 then.",
        "It is three o'clock now.",
        "The G7 met there.",
        "The S&P 500 fell again.",
        "One should never do so.",
        "One of the men left.",
        "No one came to it.",
        "He is the one who left.",
        "A one-sided fight ensued.",
        "A two-way street it was.",
        "He has a 4K screen.",
        "The 5G network works.",
        "It uses H2O there.",
        "The B-52s flew.",
        "The 747s landed.",
        "She wore No. 7 that day.",
        "Follow @drell24 for more.",
        "Mail it to Vorn, NY 10001 today.",
        "Executive Order 13769 went out.",
        "Interstate 95 was shut.",
        "World War Two ended.",
        "The Second Amendment stands.",
        "See pp. 12-14 of it.",
        "Web 2.0 is old.",
        "Version 3.1.4 is out.",
        "He is 007 there.",
        "It's a 50-50 chance.",
        "COP28 was held.",
        "Many of them are in their 80s.",
        "Many of them fell in the '80's there.",
        "Type 2 diabetes is common.",
        'The tag says id="1474387200" there.',
        "It is the number one issue.",
        "The two had a row.",
        "He broke it in half.",
    ],
)
def test_labels_times_codes_and_pronouns(text: str) -> None:
    assert [one.text for one in mentions(text, "quantity")] == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("He said 24/7 work killed 12 men.", ["12"]),
        ("Order 10 of them at once.", ["10"]),
        ("He got 911 calls that day.", ["911"]),
        ("Its 737 workers left.", ["737"]),
        ("Force 12 men to leave.", ["12"]),
        ("It cost COP 50,000 there.", ["50000"]),
        ("The 2016 law gave 66 towns money.", ["66"]),
        ("In the end 1. was too few.", ["1"]),
    ],
)
def test_what_looks_like_a_label_can_count(text: str, values: list[str]) -> None:
    assert [one.value for one in mentions(text, "quantity")] == values
