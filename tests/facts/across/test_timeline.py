"""The timeline puts what the articles tell in order of time, and guesses no date."""

from __future__ import annotations

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


def test_a_relative_clause_keeps_whom_it_tells_of() -> None:
    text = "The board is led by Orla Venn, who was elected in 2019, and the town is safe."
    ((_, told, _, _),) = lines(article(text))
    assert told == "The board is led by Orla Venn, who was elected in 2019"


def test_the_order_of_the_articles_changes_nothing() -> None:
    one = article("The dam broke on Monday. Water rose today.", "a")
    other = article("The dam broke on Tuesday. Water rose today in 2 towns.", "b")
    assert facts.find([one, other]).timeline == facts.find([other, one]).timeline
