"""``facts`` as text: the page, what is chosen, the reasons, the timeline, who is who."""

from __future__ import annotations

import dataclasses
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.report.bridge import index_of, known_facts, one_story, three, whole
from tuireader import sources
from tuireader.article import Article, Span
from tuireader.facts import Fact, FactKind, Facts, FactValue, Mention
from tuireader.report.fact_choice import Choice, chosen
from tuireader.report.fact_reasons import fact_reasons
from tuireader.report.fact_rows import tellings
from tuireader.report.fact_words import both, month_first, rule, spoken
from tuireader.report.ink import Ink
from tuireader.report.lines import cells
from tuireader.report.records import records
from tuireader.report.stating import stating


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    return three()


def page(articles: list[Article], width: int = 80, choice: Choice | None = None, **more: bool) -> list[str]:
    known = known_facts(articles)
    wanted = chosen(known, choice) if choice else known
    ink = Ink(colour=more.pop("colour", False), unicode=more.pop("unicode", True))
    return stating(records(articles, one_story(articles)), wanted, index_of(known, articles), width, ink, **more)


def squeezed(lines: list[str]) -> str:
    return " ".join(" ".join(lines).split())


def test_verdicts_come_in_their_order_each_with_its_mark(articles: list[Article]) -> None:
    lines = page(articles)
    heads = [line for line in lines if re.match(r"\S+ (The articles|Time|Told)", line)]
    assert heads == [
        "≠ The articles differ · 1 fact",
        "→ Time passed between the articles · 1 fact",
        "= The articles agree · 4 facts",
        "○ Told by one article alone · 3 facts",
    ]
    assert "9 facts: 1 differ, 1 changed, 4 agree, 3 in one article only" in lines


def test_what_differs_is_told_in_full_with_carriers_and_rule(articles: list[Article]) -> None:
    text = squeezed(page(articles))
    assert "cars on the bridge · quantity · 2 values, both can be true · 2 wordings" in text
    assert "north, west Around 4,000 cars south More than 4,200 cars around 4,000 against 4,200 or more" in text


def test_names_that_agree_stand_in_a_row_with_their_carriers(articles: list[Article]) -> None:
    text = squeezed(page(articles))
    assert "people Kari Moen (all); Ada Lund (north, south)" in text


def test_a_date_in_other_words_says_which_day_is_meant(articles: list[Article]) -> None:
    text = squeezed(page(articles))
    assert "dates closing: 3 May (north); the third of the month (south: 3 May) · 1 wording" in text


def test_what_one_has_alone_is_grouped_by_article_and_kind(articles: list[Article]) -> None:
    lines = page(articles)
    at = lines.index("  north · 1 fact")
    assert lines[at + 1].split() == ["places", "Vesterå"]
    at = lines.index("  west · 2 facts")
    assert squeezed(lines[at:]).startswith("west · 2 facts quantities 61 votes quotes Kari Moen: “We had no choice”")


def test_timeline_and_who_is_who_close_the_page(articles: list[Article]) -> None:
    text = squeezed(page(articles))
    assert "Timeline · 3 moments 2022 west · The road chief had won" in text
    assert "3 May north · (planned) The bridge at Vesterå will be closed from 3 May." in text
    assert "Who is who people Kari Moen: head of the road office (north, west); road chief (south);" in text
    assert "spelling differs: Kari Moen / Kary Moen" in text
    assert "also “The road chief”" in text


def test_facts_only_leaves_them_out(articles: list[Article]) -> None:
    text = squeezed(page(articles, facts_only=True))
    assert "Timeline" not in text
    assert "Who is who" not in text


def test_explain_tells_each_fact_with_sentences_readings_pairs_and_wordings(articles: list[Article]) -> None:
    lines = page(articles, explain=True)
    text = squeezed(lines)
    assert "≠ cars on the bridge The articles differ · 2 values, both can be true · quantity" in text
    assert "Around 4,000 cars cross it each day." in text
    assert "“Around 4,000 cars”: around 4,000, taken as 3,800 to 4,200; counts cars" in text
    assert "pairs north ~ south: their intervals meet" in text
    assert "2 independent wordings: north, west share one; south has its own" in text
    assert sum(line.strip().startswith("rule ") for line in lines) == 9


@pytest.mark.parametrize("explain", [False, True])
@pytest.mark.parametrize("width", [20, 33, 60, 80, 100, 200])
def test_no_line_is_wider_than_asked_for(articles: list[Article], width: int, explain: bool) -> None:
    lines = page(articles, width, explain=explain)
    assert max(map(cells, lines)) <= min(width, 100)
    assert not [line for line in lines if line != line.rstrip()]


def test_ascii_has_marks_of_its_own(articles: list[Article]) -> None:
    lines = page(articles, unicode=False)
    assert "!= The articles differ - 1 fact" in lines
    assert "-> Time passed between the articles - 1 fact" in lines


def test_colour_is_never_the_only_sign(articles: list[Article]) -> None:
    coloured = [re.sub(r"\x1b\[[\d;]*m", "", line) for line in page(articles, colour=True)]
    assert coloured == page(articles)


def test_no_facts(articles: list[Article]) -> None:
    lines = stating(records(articles, one_story(articles)), Facts(), index_of(Facts(), articles), 80, Ink())
    assert lines[-1] == "No facts were found in them."


def test_nothing_of_what_was_asked_for_is_not_nothing_found(articles: list[Article]) -> None:
    lines = page(articles, choice=Choice(kinds=("organisation",), verdicts=("differ",)))
    assert lines[-1] == "None of the 9 facts found is what was asked for."


def quantity(why: str, *values: str, kind: FactKind = "quantity") -> Fact:
    said = tuple(FactValue(Span("a", at, at + 1), value, value, 1) for at, value in enumerate(values))
    return Fact(1, kind, "cars", "differ", said, why=why)


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (quantity("~4700 against >4600; both fit", "~4700", ">4600"), "around 4,700 against 4,600 or more; both fit"),
        (quantity("80000000 against 90000000; no", "80000000", "90000000"), "80,000,000 against 90,000,000; no"),
        (quantity("5 against 5.25; no", "5", "5.25"), "5 against 5.25; no"),
        (quantity("<5000 against 45; no", "<5000", "45"), "5,000 or less against 45; no"),
        (quantity("2-1 against 3-1; no", "2-1", "3-1"), "2-1 against 3-1; no"),
        (quantity("the same value, 1250", "1250"), "the same value, 1,250"),
        (quantity("2 articles have 9", "9"), "2 articles have 9"),
        (
            quantity("XXXX-03-11 against 2019-03-12", "XXXX-03-11", "2019-03-12", kind="date"),
            "11 March against 12 March 2019",
        ),
        (quantity("2002 against 2003", "2002", "2003", kind="date"), "2002 against 2003"),
        (quantity("one says 4700", "4700", kind="event"), "one says 4700"),
        (quantity("a\x1b[31m line", "4700"), "a line"),
        (quantity("nothing", ""), "nothing"),
    ],
)
def test_the_rule_has_numbers_and_dates_as_people_write_them(told: Fact, said: str) -> None:
    assert rule(told) == said


def test_where_several_people_are_said_to_have_said_it_each_row_names_one() -> None:
    texts = {"east": "“We lost,” said Ada Lund.\n", "west": "“We lost,” said Kari Moen.\n"}
    east, west = [sources.from_text(text, id=name, path=name) for name, text in texts.items()]
    spans = [whole(article, "We lost,") for article in (east, west)]
    said = tuple(FactValue(span, "We lost,", "We lost,", at) for at, span in enumerate(spans, start=1))
    for speakers, rows in (
        (("Ada Lund", "Kari Moen"), ["east We lost, (Ada Lund)", "west We lost, (Kari Moen)"]),
        (("Ada Lund", "Ada Lund"), ["east, west We lost,"]),
    ):
        mentions = tuple(
            Mention(span, "quote", "We lost,", "We lost,", speaker=speaker, direct=True)
            for span, speaker in zip(spans, speakers, strict=True)
        )
        quote = Fact(
            1, "quote", "Ada Lund: We lost", "differ", said, False, 2, "the same words, said by different people"
        )
        index = index_of(Facts(mentions, (quote,)), [east, west])
        found = ["".join(run.text for run in runs) for runs in tellings(quote, index, 70)]
        assert [" ".join(row.split()) for row in found] == rows


# What is chosen


def test_choosing_by_kind_verdict_and_article(articles: list[Article]) -> None:
    known = known_facts(articles)

    def ids(**more: tuple[str, ...]) -> list[int]:
        return [fact.id for fact in chosen(known, Choice(**more)).facts]  # type: ignore[arg-type]

    assert ids() == [1, 2, 3, 4, 5, 6, 7, 8, 9]
    assert ids(kinds=("quantity", "date")) == [1, 5, 8]
    assert ids(verdicts=("only",)) == [7, 8, 9]
    assert ids(verdicts=("only",), articles=("west",)) == [8, 9]
    assert ids(articles=("south",)) == [1, 2, 3, 4, 5, 6]
    assert ids(kinds=("place",), verdicts=("agree",)) == []


def test_mentions_entities_and_timeline_are_chosen_by_kind_and_article(articles: list[Article]) -> None:
    known = known_facts(articles)
    some = chosen(known, Choice(kinds=("quantity",), verdicts=("only",)))
    assert {mention.kind for mention in some.mentions} == {"quantity"}
    assert some.entities == () and some.timeline == ()
    west = chosen(known, Choice(articles=("west",)))
    assert {mention.span.article for mention in west.mentions} == {"west"}
    assert len(west.timeline) == 1
    assert [entity.name for entity in west.entities] == ["Kari Moen"]


# Words


@pytest.mark.parametrize(
    ("iso", "said"),
    [
        ("2025-03-11", "11 March 2025"),
        ("XXXX-03-11", "11 March"),
        ("2025-03", "March 2025"),
        ("XXXX-03", "March"),
        ("2022", "2022"),
        ("199X", "the 1990s"),
        ("199", "the 1990s"),
        ("XXXX-WXX-1", "Monday"),
        ("2025-Q2", "quarter 2 2025"),
        ("XXXX-SU", "summer"),
        ("2025-03-11T14:30", "11 March 2025, 14:30"),
        ("XXXX-03-11TMO", "11 March, morning"),
        ("XXXX-WXX-2TNI", "Tuesday, night"),
        ("XXXX-XX-XX", "XXXX-XX-XX"),
        ("P3D", "P3D"),
        ("2025-13-01", "2025-13-01"),
    ],
)
def test_dates_as_people_write_them(iso: str, said: str) -> None:
    assert spoken(iso) == said


@pytest.mark.parametrize(
    ("iso", "said"),
    [
        ("2025-03-11", "March 11, 2025"),
        ("XXXX-03-11", "March 11"),
        ("2025-03", "March 2025"),
        ("2025-03-11T14:30", "March 11, 2025, 14:30"),
    ],
)
def test_dates_are_written_in_the_order_of_the_articles(iso: str, said: str) -> None:
    assert month_first(["on March 11", "a day earlier", "Sept. 9"]) and spoken(iso, month_first=True) == said
    assert not month_first(["on 11 March", "March 2025", "the 9th of May"])
    both_days = quantity("XXXX-03-11 against XXXX-03-12", "March 11", "March 12", kind="date")
    values = tuple(value._replace(value=f"XXXX-03-{value.text[-2:]}") for value in both_days.values)
    assert rule(dataclasses.replace(both_days, values=values)) == "March 11 against March 12"


@pytest.mark.parametrize(
    ("kind", "values", "compatible", "said"),
    [
        ("quantity", ("~9", "10"), True, "2 values, both can be true"),
        ("quantity", ("~9", "10", ">8"), True, "3 values, all can be true"),
        ("quantity", ("9", "10", "11"), False, "3 values, cannot all be true"),
        ("event", ("happened", "negated"), False, "cannot both be true"),
        ("quote", ("I came", "I will come", "I may"), True, ""),
        ("quantity", ("9", "9"), None, ""),
    ],
)
def test_how_values_go_together_is_said_with_their_number_and_never_of_words_in_quotation_marks(
    kind: FactKind, values: tuple[str, ...], compatible: bool | None, said: str
) -> None:
    assert both(dataclasses.replace(quantity("", *values, kind=kind), compatible=compatible)) == said


@given(st.text(max_size=20))
@settings(max_examples=100, deadline=None)
def test_any_other_date_is_told_as_it_is_or_not_longer_than_a_date(text: str) -> None:
    assert spoken(text)[:1] or not text


@pytest.mark.parametrize("width", [24, 40, 76])
def test_the_lines_of_each_value_hold_its_sentence(articles: list[Article], width: int) -> None:
    known = known_facts(articles)
    index = index_of(known, articles)
    for fact in known.facts:
        told = fact_reasons(fact, index, width, most=9)
        assert [stop.span for stop in told.stops] == [value.span for value in fact.values]
        for stop in told.stops:
            block = "".join("".join(run.text for run in line) for line in told.lines[stop.first : stop.last + 1])
            words = index.text(stop.span)
            assert "".join(words.split()) in "".join(block.replace(index.short[stop.span.article], "", 1).split())
