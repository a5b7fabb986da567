"""The timeline puts what the articles tell in order of time, and guesses no date."""

from __future__ import annotations

import pytest

from tests.facts.building import article
from tuireader import facts
from tuireader.article import Article, cut


def lines(*articles: Article) -> list[tuple[str, str, str | None, bool]]:
    """Date, the clause that goes with it, status and whether the year is known, for each moment."""
    found = facts.find(articles).timeline
    return [(one.date, cut(articles, one.told), one.status, one.known) for one in found]


def dates(text: str, published: str | None = None) -> list[str]:
    return [date for date, *_ in lines(article(text, published=published))]


def test_what_is_told_stands_in_order_of_time() -> None:
    text = (
        "Orla Venn will visit Drellmark on June 3, 2024. Ivo Lastra was arrested on May 2, 2024, and Marko Thessaly "
        "was arrested in 2023."
    )
    assert lines(article(text)) == [
        ("2023", "Marko Thessaly was arrested in 2023", "happened", True),
        ("2024-05-02", "Ivo Lastra was arrested on May 2, 2024", "happened", True),
        ("2024-06-03", "Orla Venn will visit Drellmark on June 3, 2024", "planned", True),
    ]


def test_open_years_are_sorted_by_the_year_of_the_story_and_stay_open() -> None:
    text = (
        "The dam broke on March 3. It was built in 1961. Repairs were planned in 2030. It was checked on Jan. 9, 2024."
    )
    assert dates(text) == ["1961", "2024-01-09", "XXXX-03-03", "2030"]


def test_what_has_no_date_comes_last_equal_words_together() -> None:
    text = "The dam broke on Monday. Water rose today. Homes were lost on Monday. It was built in 1961."
    assert dates(text) == ["1961", "XXXX-WXX-1", "XXXX-WXX-1", "XXXX-XX-XX"]
    assert dates(text, "2024-05-16") == ["1961", "2024-05-13", "2024-05-13", "2024-05-16"]


def test_the_coarser_comes_before_the_finer_and_the_morning_before_the_night() -> None:
    text = "It closed on Tuesday night. It opened on Tuesday morning. It was sold on Tuesday. It grew this month."
    assert dates(text, "2024-05-16") == ["2024-05", "2024-05-14", "2024-05-14TMO", "2024-05-14TNI"]


def test_the_ends_of_a_period_are_one_moment() -> None:
    text = "Ivo Lastra led the Quorban Water Board from 2014 to 2019. The talks ran from March 3 to March 5, 2024."
    assert dates(text) == ["2014/2019", "2024-03-03/2024-03-05"]
    (first, _) = facts.find([article(text)]).timeline
    assert cut([article(text)], first.dated) == "2014 to 2019"


def test_what_tells_of_no_time_is_left_out() -> None:
    text = (
        "DRELLMARK, March 3 (AP) The board is now led by Orla Venn, who won the 2022 election. She met Ivo Lastra "
        "recently at 4 p.m. in Drellmark."
    )
    assert dates(text) == []


def test_a_relative_clause_is_told_with_whom_it_tells_of_and_without_what_they_do_now() -> None:
    text = "The board is led by Orla Venn, who was elected in 2019, and the town is safe."
    ((_, told, _, _),) = lines(article(text))
    assert told == "Orla Venn, who was elected in 2019"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ema Marr has stated her readiness to end the war that began in 2022.", "the war that began in 2022"),
        ("The war that began in 2022 has killed thousands.", "The war that began in 2022"),
        (
            "In Orra, Venn also spoke about the local elections in Drellia, which took place on February 9.",
            "the local elections in Drellia, which took place on February 9",
        ),
        ("Venn spoke about the elections on February 9.", "the elections on February 9"),
        ("Venn had announced the visit to Drellia during March in a debate.", "the visit to Drellia during March"),
        ("The board approved a law passed in 2019.", "a law passed in 2019"),
        ("Under an agreement signed in 2013, the courts were closed.", "an agreement signed in 2013"),
        ("The bridge, built in 1961, collapsed at once.", "The bridge, built in 1961"),
        ("The board moved to Orra after Quorbia invaded Drellia in 2014.", "Quorbia invaded Drellia in 2014"),
        ("When the dam broke in 1961, nobody was warned.", "the dam broke in 1961"),
        ("Orla Venn said that the dam broke in 2019.", "the dam broke in 2019"),
        ("Orla Venn said in a statement she had left Drellia in May.", "she had left Drellia in May"),
        ("Venn could only agree if told that it is good, Marr told the board in May.", None),
        (
            "The army, which held Drellia for years, left in 2022.",
            "The army, which held Drellia for years, left in 2022",
        ),
        ("Venn visited Drellia in May, marking her first trip.", "Venn visited Drellia in May, marking her first trip"),
        ("Venn to visit Drellia on March 11", "Venn to visit Drellia on March 11"),
        ("The mayor of Orra, Ema Marr, resigned in May.", "The mayor of Orra, Ema Marr, resigned in May"),
        ("Parliament approved the deal in May.", "Parliament approved the deal in May"),
        ("Venn met Lastra at a summit in May.", "Venn met Lastra at a summit in May"),
    ],
)
def test_a_date_stands_with_its_own_clause_or_noun_and_no_other(text: str, told: str | None) -> None:
    assert [line[1] for line in lines(article(text))] == [told or text.removesuffix(".")]


@pytest.mark.parametrize(
    "text",
    [
        "The February 9 elections were won by Venn.",
        "The elections on February 9 gave no party a majority.",
        "In May's vote nobody won.",
        "Since taking office in 2021, Venn has visited Drellia twice.",
        "The board left Drellia, which it had held, in 2014.",
        "Lastra was charged with killing Marr in 2013.",
        "She spoke of the challenges of the past decade.",
    ],
)
def test_a_date_that_only_says_which_or_goes_with_who_knows_what_is_left_out(text: str) -> None:
    assert dates(text) == []


def test_the_order_of_the_articles_changes_nothing() -> None:
    one = article("The dam broke on Monday. Water rose today.", "a")
    other = article("The dam broke on Tuesday. Water rose today in 2 towns.", "b")
    assert facts.find([one, other]).timeline == facts.find([other, one]).timeline
