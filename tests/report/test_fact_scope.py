"""Facts as far as they concern some articles."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tuireader.article import Span
from tuireader.facts import Fact, FactValue, Reason, Verdict
from tuireader.report.fact_scope import within


def fact(*said: tuple[str, str], verdict: Verdict = "differ", reasons: tuple[Reason, ...] = ()) -> Fact:
    """A fact of (article, value)."""
    values = tuple(FactValue(Span(id, at, at + 1), value, value, at + 1) for at, (id, value) in enumerate(said))
    return Fact(1, "quantity", "boats", verdict, values, verdict == "differ" or None, len(said), reasons=reasons)


def test_a_fact_of_the_articles_alone_is_the_same_fact() -> None:
    one = fact(("a", "9"), ("b", "10"))
    assert within([one], {"a", "b", "c"})[0] is one


def test_what_others_say_is_left_out_and_the_verdict_says_what_is_left() -> None:
    one = fact(("a", "9"), ("b", "9"), ("c", "10"))
    (left,) = within([one], {"a", "b"})
    assert (left.id, left.verdict, left.compatible, left.wordings) == (1, "agree", None, 2)
    assert left.articles == ("a", "b")
    assert within([one], {"c"})[0].verdict == "only"
    assert within([one], {"a", "c"})[0].verdict == "differ"
    assert within([one], {"x"}) == []


def test_reasons_point_to_the_values_that_are_left() -> None:
    reasons = (Reason(0, 1, "equal", "ab"), Reason(0, 2, "equal", "ac"), Reason(1, 2, "equal", "bc"))
    (left,) = within([fact(("a", "9"), ("b", "9"), ("c", "10"), reasons=reasons)], {"b", "c"})
    assert left.reasons == (Reason(0, 1, "equal", "bc"),)


@given(
    st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from(["9", "10"])), min_size=1),
    st.sets(st.sampled_from("abcd")),
)
@settings(max_examples=100, deadline=None)
def test_nothing_of_another_article_is_left(said: list[tuple[str, str]], own: set[str]) -> None:
    for left in within([fact(*said)], own):
        assert left.articles and own.issuperset(left.articles)
        assert (left.verdict == "only") == (len(left.articles) == 1) or left.articles == tuple(dict(said))
        assert left.wordings == len({value.wording for value in left.values}) or own.issuperset(id for id, _ in said)
