"""Dates keep what the text leaves open, and are resolved only against another date."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.facts.building import article, mentions
from tuireader.facts.dates.finding import Date, find
from tuireader.facts.document import Document
from tuireader.facts.listed import listed

THURSDAY = "2024-05-16"


def dates(text: str, published: str | None = None) -> list[Date]:
    return find(Document(article(text, published=published)))


@pytest.mark.parametrize(
    ("text", "value", "resolved"),
    [
        ("The vote was on March 11.", "XXXX-03-11", "2024-03-11"),
        ("The vote was on 11 March 2019.", "2019-03-11", "2019-03-11"),
        ("The vote was on Nov. 2, 1989.", "1989-11-02", "1989-11-02"),
        ("The vote was on 2 November.", "XXXX-11-02", "2023-11-02"),
        ("The edition of 11/02/89 told of it.", "1989-11-02", "1989-11-02"),
        ("The edition of 08-15-90 told of it.", "1990-08-15", "1990-08-15"),
        ("It began in June 2021.", "2021-06", "2021-06"),
        ("It began in 1998.", "1998", "1998"),
        ("They met on Monday.", "XXXX-WXX-1", "2024-05-13"),
        ("They met on Thursday.", "XXXX-WXX-4", "2024-05-16"),
        ("They will meet on Monday.", "XXXX-WXX-1", "2024-05-20"),
        ("They met on Monday morning.", "XXXX-WXX-1TMO", "2024-05-13TMO"),
        ("They met on Tuesday of last week.", "XXXX-WXX-2", "2024-05-07"),
        ("They met yesterday.", "XXXX-XX-XX", "2024-05-15"),
        ("They meet tonight.", "XXXX-XX-XXTNI", "2024-05-16TNI"),
        ("They met last night.", "XXXX-XX-XXTNI", "2024-05-15TNI"),
        ("Prices rose overnight.", "XXXX-XX-XXTNI", "2024-05-15TNI"),
        ("They met three days ago.", "XXXX-XX-XX", "2024-05-13"),
        ("They met five years ago this month.", "XXXX-XX", "2019-05"),
        ("They met two years ago today.", "XXXX-XX-XX", "2022-05-16"),
        ("They meet two weeks from now.", "XXXX-WXX", "2024-W22"),
        ("They met years ago.", "PAST_REF", None),
        ("They met last week.", "XXXX-WXX", "2024-W19"),
        ("They met over the weekend.", "XXXX-WXX-WE", "2024-W19-WE"),
        ("They met last year.", "XXXX", "2023"),
        ("They meet early next year.", "XXXX", "2025"),
        ("They met last month.", "XXXX-XX", "2024-04"),
        ("They met in March of last year.", "XXXX-03", "2023-03"),
        ("It is due by the end of the month.", "XXXX-XX", "2024-05"),
        ("It is due by year-end.", "XXXX", "2024"),
        ("It was built in the 1990s.", "199X", "199X"),
        ("It was built in the early '60s.", "196X", "196X"),
        ("It was built in the eighties.", "198X", "198X"),
        ("It was built in the 19th century.", "18XX", "18XX"),
        ("Sales fell in the second quarter of 2023.", "2023-Q2", "2023-Q2"),
        ("Sales fell in last year's fourth quarter.", "XXXX-Q4", "2023-Q4"),
        ("Sales fell in the fourth quarter.", "XXXX-Q4", "2023-Q4"),
        ("Sales will fall in the fourth quarter.", "XXXX-Q4", "2024-Q4"),
        ("Sales fell in fiscal 1989.", "1989", "1989"),
        ("It happened last summer.", "XXXX-SU", "2023-SU"),
        ("It happened in the spring of 2020.", "2020-SP", "2020-SP"),
        ("The hearing is at 2 p.m. in Oslo.", "T14:00", None),
        ("The blast was heard at 10:45 p.m. EST Tuesday.", "XXXX-WXX-2T22:45", "2024-05-14T22:45"),
        ("They met at noon on March 11, 2019.", "2019-03-11T12:00", "2019-03-11T12:00"),
        ("The paper is dated 2024-02-29.", "2024-02-29", "2024-02-29"),
        ("Friday, March 13, was cold.", "XXXX-03-13", "2024-03-13"),
        ("They met on Christmas Eve.", "XXXX-12-24", "2023-12-24"),
        ("They met on Thanksgiving.", "XXXX-XX-XX", "2023-11-23"),
        ("They met on Easter Sunday 2025.", "2025-04-20", "2025-04-20"),
        ("August's rain was heavy.", "XXXX-08", "2023-08"),
        ("He is now in Oslo.", "PRESENT_REF", None),
        ("He was recently in Oslo.", "PAST_REF", None),
        ("Prices rose in recent weeks.", "PAST_REF", None),
        ("Prices will rise in the coming months.", "FUTURE_REF", None),
        ("on the other hand, the market fell on wednesday.", "XXXX-WXX-3", "2024-05-15"),
    ],
)
def test_values(text: str, value: str, resolved: str | None) -> None:
    assert [(date.value, date.resolved) for date in dates(text, THURSDAY)] == [(value, resolved)]
    known = value if resolved == value else None
    assert [(date.value, date.resolved) for date in dates(text)] == [(value, known)]


def test_mentions_carry_what_was_found() -> None:
    (mention,) = mentions("The bridge has been closed since Friday.", "date", THURSDAY)
    assert (mention.text, mention.value, mention.resolved) == ("Friday", "XXXX-WXX-5", "2024-05-10")
    assert mention.period == "2024-05-10/.."


@pytest.mark.parametrize(
    ("text", "resolved"),
    [
        ("The board said Monday that it would pay.", "2024-05-13"),
        ("The board said it will pay Monday.", "2024-05-20"),
        ("On Monday, the board will pay.", "2024-05-20"),
        ("On Monday, the board paid.", "2024-05-13"),
        ("The board is to meet Monday.", "2024-05-20"),
        ("The board is meeting on Monday.", "2024-05-20"),
        ("The board agreed to meet Monday.", "2024-05-20"),
        ("The board failed to meet Monday.", "2024-05-13"),
        ("The board was forced to meet Monday.", "2024-05-13"),
        ("Workers return Monday.", "2024-05-20"),
        ("Workers did not return Monday.", "2024-05-13"),
        ("He retires, effective Monday.", "2024-05-20"),
        ("The meeting begins Monday.", "2024-05-20"),
        ("The meeting, which began Monday, will end.", "2024-05-13"),
        ("The law passed Monday will be sent on.", "2024-05-13"),
        ("The report will be released Monday.", "2024-05-20"),
        ("A vote is scheduled for Monday.", "2024-05-20"),
        ("They have until Monday to pay.", "2024-05-20"),
        ("The talks lasted until Monday.", "2024-05-13"),
        ("the strike is over. the next one is this monday.", "2024-05-20"),
        ("A vote had been set for Monday.", "2024-05-20"),
        ("The meeting is on Monday.", "2024-05-20"),
        ("The bank was closed last Monday.", "2024-05-13"),
        ("The bank closes next Monday.", "2024-05-20"),
    ],
)
def test_the_verb_tells_which_monday(text: str, resolved: str) -> None:
    assert [date.resolved for date in dates(text, THURSDAY) if date.value == "XXXX-WXX-1"] == [resolved]


@pytest.mark.parametrize(
    ("text", "resolved"),
    [
        ("He was arrested in September.", "2023-09"),
        ("He will be tried in September.", "2024-09"),
        ("He was arrested in April.", "2024-04"),
        ("He was tried on Dec. 12.", "2023-12-12"),
        ("The dividend is payable July 1.", "2024-07-01"),
        ("He died on May 20.", "2024-05-20"),
    ],
)
def test_the_year_of_a_month_and_a_day(text: str, resolved: str) -> None:
    """A day some days ahead stays in this year, whatever the verb: texts are printed later than they are dated."""
    assert [date.resolved for date in dates(text, THURSDAY)] == [resolved]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The queen comes on March 11. A day earlier, she visits Oslo.", ["XXXX-03-11", "XXXX-03-10"]),
        ("He fell on May 3, 2019. The next day he died.", ["2019-05-03", "2019-05-04"]),
        ("He fell on May 3, 2019. That night it rained.", ["2019-05-03", "2019-05-03TNI"]),
        ("He fell on May 3, 2019. Two weeks later he left.", ["2019-05-03", "2019-W20"]),
        ("He fell in 1987. That year it rained. Three years later he left.", ["1987", "1987", "1990"]),
        ("On July 22 it rained.", ["XXXX-07-22"]),
        ("He came in 2010, and on July 22 of that year he left.", ["2010", "2010-07-22", "2010"]),
        ("In the third quarter of 1989 net rose from $2 a year earlier.", ["1989-Q3", "1988-Q3"]),
        ("In the third quarter of 1989 it lost less than in the year-ago period.", ["1989-Q3", "1988-Q3"]),
        ("Sales rose in the third quarter of 1989. In the quarter, costs fell.", ["1989-Q3", "1989-Q3"]),
        ("He ruled from June to July 2016.", ["2016-06", "2016-07"]),
        ("It was sold in December or January 1990.", ["1989-12", "1990-01"]),
        (
            "In the third quarter of 1989 net fell to $2 from $3 a year earlier. In the year-ago period costs rose.",
            ["1989-Q3", "1988-Q3", "1988-Q3"],
        ),
        (
            "In the quarter ended Sept. 30, 1989, net fell from $3 a year earlier.",
            ["1989-Q3", "1989-09-30", "1988-Q3"],
        ),
        ("Claims rose in the week ended Oct. 14, 1989.", ["1989-W41", "1989-10-14"]),
        ("He spoke on May 3, 2019, shortly after 9 p.m. in Oslo.", ["2019-05-03", "T21:00"]),
    ],
)
def test_dates_told_from_the_ones_before(text: str, values: list[str]) -> None:
    assert [date.value for date in dates(text)] == values


def test_a_time_learns_its_day() -> None:
    assert [date.resolved for date in dates("He spoke on May 3, 2019, shortly after 9 p.m. in Oslo.")] == [
        "2019-05-03",
        "2019-05-03T21:00",
    ]


def test_a_time_without_a_day_is_of_the_day_of_the_sentence_before() -> None:
    assert [
        date.resolved for date in dates("It fell on May 3, 2019. Police came at noon. He left. We eat at noon.")
    ] == [
        "2019-05-03",
        "2019-05-03T12:00",
        None,
    ]


def test_a_distance_finer_than_its_anchor_stays_open() -> None:
    assert [date.value for date in dates("He fell in 1987. Two days later he died.")] == ["1987", "XXXX-XX-XX"]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("He has led it since 2019.", ["2019/.."]),
        ("It is closed until May 3, 2019.", ["../2019-05-03"]),
        ("He led it from 2014 to 2019.", ["2014/2019", "2014/2019"]),
        ("It lasted between March 3 and 5, 2019.", ["2019-03-03/2019-03-05"]),
        ("It lasted from Nov. 2 through Nov. 5.", ["XXXX-11-02/XXXX-11-05", "XXXX-11-02/XXXX-11-05"]),
        ("It lasts 3-5 May 2019.", ["2019-05-03/2019-05-05"]),
        ("It grew in 1989-90.", ["1989/1990"]),
        ("It was closed on May 3, 2019.", [None]),
        ("They met last month or since last month.", [None, None]),
    ],
)
def test_periods(text: str, periods: list[str | None]) -> None:
    assert [date.period for date in dates(text)] == periods


def test_from_thursday_to_monday_runs_forward() -> None:
    found = dates("The banks were shut from Thursday to Monday.", "2024-05-17")
    assert [date.resolved for date in found] == ["2024-05-09", "2024-05-13"]


@pytest.mark.parametrize(
    ("text", "resolved"),
    [
        ("DRELLMARK, Quorb, March 3, 1998 (AP) _ The dam broke on Monday.", ["1998-03-03", "1998-03-02"]),
        ("BONN 1996-08-22\n\nThe dam broke yesterday.", ["1996-08-22", "1996-08-21"]),
        ("11/02/89\n\nThe dam broke yesterday.", ["1989-11-02", "1989-11-01"]),
        ("The dam broke yesterday. It was built in 1961.", [None, "1961"]),
        ("March 3, 1998 was the day on which the dam broke. Yesterday it was mended.", ["1998-03-03", None]),
    ],
)
def test_the_text_may_say_when_it_was_written(text: str, resolved: list[str | None]) -> None:
    assert [date.resolved for date in dates(text)] == resolved


def test_a_dateline_without_a_year_gives_days_without_one() -> None:
    found = dates("DRELLMARK, March 1 (AP) _ The dam broke yesterday. It rains today.")
    assert [(date.value, date.resolved) for date in found] == [
        ("XXXX-03-01", None),
        ("XXXX-02-28", None),
        ("XXXX-03-01", None),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "May I come in? They may march on.",
        "The march went on, and Mark Sun paid 2,000 dollars.",
        "He told Drell Today that 2000 people came.",
        "It cost $1999 and weighed 2010 pounds.",
        "June Orr and April Lang said they would fall second.",
        "He reads the Sunday Times and watched Monday Night Football on Black Friday.",
        "The board meets every Monday, on Fridays and each May, twice a year.",
        "It rained over the past few days, for the last two weeks and over the past decade.",
        "He worked for three years and paid for nine months.",
        "They scored in the first half and won 4:30.",
        "The day after the vote was the day that counted.",
        "Now, about the bridge. Now that it is built, it costs.",
        "She is the man of the year, on Route 1990 with Windows 2000.",
        "Call 08-15-1 or 555-1234 about version 1.2.98.",
    ],
)
def test_no_dates(text: str) -> None:
    assert [text[date.start : date.end] for date in dates(text, THURSDAY)] == []


WORDS = """March May 11 2019 1989 Monday last next the of to from until since quarter year week ago earlier later a two
    fiscal p.m. 10:45 noon 1990s '60s - , . ( ) fall night today yesterday Christmas 31 30 02 / : said will 99 00"""
PIECES = st.sampled_from(listed(WORDS))


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=30).map(" ".join), st.sampled_from([None, THURSDAY, "2024-02-29", "0001-01-01"]))
def test_any_words_are_read_in_order_without_overlap(text: str, published: str | None) -> None:
    end = 0
    for date in dates(text, published):
        assert end <= date.start < date.end <= len(text)
        assert text[date.start : date.end].strip() == text[date.start : date.end]
        assert date.value
        end = date.end
