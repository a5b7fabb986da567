"""What articles are called."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tuireader.article import Article
from tuireader.report.names import Name, names_of


def article(id: str, source: str | None, day: str | None = None, title: str = "") -> Article:
    return Article(id, "x", title, source=source, published=day)


def called(*articles: Article) -> list[str]:
    return [name.text for name in names_of(articles).values()]


def test_of_one_source_the_date_or_the_label_is_told_too() -> None:
    days = article("xx_1", "Post", "2025-03-10"), article("yy_1", "Post", "2025-03-11"), article("zz_1", None)
    assert called(*days) == ["Post 2025-03-10", "Post 2025-03-11", "zz"]
    assert called(article("xx_1", "Post"), article("yy_1", "Post")) == ["Post xx", "Post yy"]


def test_without_a_source_the_title_tells_from_where_it_differs_from_all_others() -> None:
    titles = ("The mayor of Vester to open bridge", "The mayor of Vester wept", "Bridge at Vester is shut", "Storm")
    articles = [article(f"{at}_x", None, title=title) for at, title in enumerate(titles)]
    assert called(*articles) == ["open bridge", "wept", "Bridge at Vester is shut", "Storm"]
    assert called(article("a_x", None, title="Same"), article("b_x", None, title="Same")) == ["Same", "Same"]
    assert called(article("a_x", None, title="Storm: 3 dead"), article("b_x", None, title="Storm: 4 dead")) == [
        "3 dead",
        "4 dead",
    ], "numbers are what differs"


def test_in_a_sentence_a_title_is_quoted_and_cut_between_words() -> None:
    assert Name("Post").told("2") == "Post (2)"
    long = Name("stability in the Balkans and everywhere else", title=True)
    assert long.told("004") == "“stability in the Balkans and…” (004)"
    assert Name("x" * 60, title=True).quoted() == f"“{'x' * 31}…”"


@given(st.lists(st.tuples(st.text(max_size=3), st.text("ab 1\x1b", max_size=12)), min_size=1, max_size=6))
def test_every_article_has_a_name_that_is_safe(given: list[tuple[str, str]]) -> None:
    articles = [article(f"{at}_{at}", source, title=title) for at, (source, title) in enumerate(given)]
    found = names_of(articles)
    assert list(found) == [each.id for each in articles]
    assert all(name.text.strip() and "\x1b" not in name.text for name in found.values())
