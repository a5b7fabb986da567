"""Verdicts across articles: a small gold of invented accounts of a dam, a visit and a vote."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.facts.building import across, article, flags
from tuireader import facts
from tuireader.article import Span

DAM = (
    "The Quorban dam broke on March 11, and the water reached the town of Drellmark within an hour. "
    "Mayor Orla Venn said that about 1,200 people had lost their homes in Drellmark.\n\n"
    "“Nobody warned us that night,” Venn said. The Norwegian government will send 300 soldiers to the valley.\n\n"
    "Ivo Lastra, the head of the Quorban Water Board, has resigned. He had led the board since 2014."
)


def test_an_unchanged_copy_raises_no_flag() -> None:
    assert flags(DAM, DAM) == []


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("1,200", "1,900", "quantity"),
        ("300 soldiers", "500 soldiers", "quantity"),
        ("March 11", "March 14", "date"),
        ("since 2014", "since 2011", "date"),
        ("town of Drellmark", "town of Velsund", "place"),
        ("Ivo Lastra", "Marko Thessaly", "person"),
        ("has resigned", "has not resigned", "event"),
        ("Nobody warned us that night", "Nobody helped us that night", "quote"),
    ],
)
def test_one_change_in_a_copy_is_one_flag(old: str, new: str, kind: str) -> None:
    assert DAM.count(old) == 1
    assert flags(DAM, DAM.replace(old, new)) == [(kind, "differ")]


def test_the_flag_stands_on_the_changed_words() -> None:
    changed = DAM.replace("1,200", "1,900")
    (fact,) = [fact for fact in across(DAM, changed) if fact.verdict == "differ"]
    assert [value.text for value in fact.values] == ["about 1,200 people", "about 1,900 people"]
    assert [value.value for value in fact.values] == ["~1200", "~1900"]
    assert fact.compatible is False
    assert "1200" in fact.why
    assert fact.key == "people"


def test_rounded_and_open_numbers_are_compatible() -> None:
    a = "The Quorban Guard says around 4,700 troops are part of the Quorban Guard in the valley."
    b = "The Quorban Guard says over 4,600 troops are part of the Quorban Guard in the valley."
    (fact,) = [fact for fact in across(a, b) if fact.verdict == "differ"]
    assert (fact.kind, fact.compatible) == ("quantity", True)


def test_soldiers_personnel_and_troops_are_counted_together() -> None:
    a = "Norway has 300 soldiers in the valley. Norway is far."
    b = "In the valley, Norway has 300 personnel. Norway is far."
    fact = next(fact for fact in across(a, b) if fact.kind == "quantity")
    assert (fact.verdict, fact.key) == ("agree", "troops of Norway")


def test_numbers_about_different_things_are_not_compared() -> None:
    a = "The storm killed 12 people in Drellmark. Insurers will pay $3 million for the roofs."
    b = "In Drellmark the schools sent 40 people home. A new bridge there costs $7 million to build."
    assert flags(a, b) == []


def test_planned_and_happened_is_changed() -> None:
    a = "President Orla Venn will visit Oslo for talks on trade, her office said."
    b = "President Orla Venn visited Oslo today for talks on trade."
    assert flags(a, b) == [("event", "changed")]


def test_negated_and_asserted_differ() -> None:
    copied = "The board said on Monday that Ivo Lastra has resigned after the dam in the valley broke."
    assert flags(copied, copied.replace("has resigned", "has not resigned")) == [("event", "differ")]


def test_a_day_told_in_two_ways_agrees() -> None:
    a = "Orla Venn travels to Bergen on March 10. Orla Venn is a mayor."
    b = "Orla Venn arrives in Oslo on March 11. A day earlier, Orla Venn travels to Bergen."
    agreed = [fact for fact in across(a, b) if fact.kind == "date" and fact.verdict == "agree"]
    assert [[value.text for value in fact.values] for fact in agreed] == [["March 10", "A day earlier"]]


def test_a_month_contains_its_days() -> None:
    a = "The dam at Drellmark broke in March after a week of rain."
    b = "The dam at Drellmark broke on March 11 after a week of rain."
    assert flags(a, b) == []
    assert [fact.verdict for fact in across(a, b) if fact.kind == "date"] == ["agree"]


def test_today_and_a_day_of_the_month_cannot_be_compared() -> None:
    a = "Orla Venn visited the dam at Drellmark today with her staff."
    b = "Orla Venn visited the dam at Drellmark on March 11 with her staff."
    assert flags(a, b) == []


def test_a_fragment_of_a_quote_agrees_and_other_words_differ() -> None:
    whole = "“We will rebuild the dam before winter comes to the valley,” Mayor Orla Venn said."
    part = "Mayor Orla Venn said they would “rebuild the dam before winter” comes."
    other = "“We will rebuild that dam long before winter comes to this valley,” Mayor Orla Venn said."
    assert flags(whole, part) == []
    assert flags(whole, other) == [("quote", "differ")]


def test_a_quote_turned_into_indirect_speech_agrees() -> None:
    a = "“The dam will be rebuilt before winter,” Mayor Orla Venn said."
    b = "Mayor Orla Venn said that the dam will be rebuilt before winter."
    quotes = [fact for fact in across(a, b) if fact.kind == "quote"]
    assert [(fact.verdict, fact.why) for fact in quotes] == [
        ("agree", "quoted in one article, in indirect speech in another")
    ]


def test_peoples_first_names() -> None:
    a = "Rep. Lena Varga won the vote for the chair of the board, defeating Ivo Lastra of Drellmark."
    b = "Rep. Petra Varga won a narrow vote for the chair of the board, defeating Ivo Lastra of Drellmark."
    assert ("person", "differ") in flags(a, b)
    both = a + " Rep. Petra Varga was not there."
    assert not any(fact.key.startswith("first name") for fact in across(both, b))


def test_a_name_with_more_before_it_is_no_other_first_name() -> None:
    a = "Marie Ivo Varga opened the new bridge over the river Quorb on Monday at noon."
    b = "Ivo Varga opened the new bridge over the river Quorb on Monday at noon."
    assert flags(a, b) == []
    assert ("person", "differ") in flags(a.replace("Marie Ivo", "Marie"), b)


def test_nicknames_are_no_difference() -> None:
    a = "Rep. James Varga won the vote for the chair of the board in Drellmark."
    b = "Rep. Jim Varga won the vote for the chair of the board in Drellmark."
    assert flags(a, b) == []


def test_wordings_are_told_by_the_shared_passages_where_they_are_known() -> None:
    articles = [article(DAM, "a"), article(DAM, "b"), article("Water reached Drellmark. The mayor is Orla Venn.", "c")]

    def same(one: Span, other: Span) -> bool:
        return {one.article, other.article} == {"a", "b"}

    fact = next(fact for fact in facts.find(articles, same_wording=same).facts if fact.key == "Drellmark")
    assert fact.wordings == 2
    assert [value.wording for value in fact.values] == [1, 1, 2]
    alone = facts.find(articles, same_wording=lambda *_: False).facts
    assert next(fact for fact in alone if fact.key == "Drellmark").wordings == 3


def test_who_says_otherwise_did_not_copy_that() -> None:
    articles = [article(DAM, "a"), article(DAM.replace("1,200", "1,900"), "b")]
    found = facts.find(articles, same_wording=lambda *_: True).facts
    fact = next(fact for fact in found if fact.verdict == "differ")
    assert fact.wordings == 2
    assert [value.wording for value in fact.values] == [1, 2]


def test_a_direction_alone_is_no_name() -> None:
    found = facts.find(
        [article("Drellia joined the Western alliance. Its Eastern neighbours did not, said Orla Venn.")]
    )
    assert not {"Western", "Eastern"} & {mention.text for mention in found.mentions}


def test_furniture_is_never_read() -> None:
    told_text = "The dam in the town of Drellmark broke on March 11."
    text = told_text + "\n\nPrevious: Orla Venn visited Oslo on March 12 with 300 people."
    whole = article(text)
    assert len(whole.parts) == 2
    told = replace(whole, parts=(whole.parts[0], whole.parts[1]._replace(role="furniture")))
    found = facts.find([told])
    assert {mention.text for mention in found.mentions} == {"Drellmark", "March 11"}
    assert len(facts.find([whole]).mentions) > 2


def test_order_of_facts() -> None:
    found = across(DAM, DAM.replace("1,200", "1,900"))
    assert [fact.id for fact in found] == list(range(1, len(found) + 1))
    verdicts = [facts.VERDICTS.index(fact.verdict) for fact in found]
    assert verdicts == sorted(verdicts)


def test_nothing_to_find() -> None:
    assert facts.find([]) == facts.Facts()
    assert facts.find([article("")]) == facts.Facts()


def test_a_quote_is_named_by_its_speaker_and_its_first_words() -> None:
    first = (
        "“Let us be quite plain. The dam will stand for a hundred years, and the valley with it,” Mayor Orla Venn said."
    )
    other = (
        "“Let us be very plain. The dam will stand for a hundred years,” Mayor Orla Venn said. "
        "“And the valley, too, will stand with it,” she said."
    )
    (fact,) = [fact for fact in across(first, other) if fact.verdict == "differ"]
    assert fact.key == "Orla Venn: Let us be quite plain. The dam will…"


def test_to_quote_whole_sentences_only_is_no_difference() -> None:
    some = "“The water came in the night, and nobody in the valley was warned of it.” So said Mayor Orla Venn."
    more = some.replace("of it.”", "of it. The board was asleep.”")
    assert flags(some, more) == []
    assert flags(some, more.replace("of it. The", "of it, since the")) == [("quote", "differ")]


def test_a_quote_inside_a_longer_one_is_no_other_wording() -> None:
    more = "“We will build it. We will build the dam again before the first snow falls here,” Mayor Orla Venn said."
    assert flags(more, more.replace("We will build it. ", "")) == []


def test_one_date_told_twice_in_an_article_is_one_fact() -> None:
    a = "Orla Venn will visit Oslo on March 11.\n\nOrla Venn will visit Oslo on March 11, for the first time."
    b = "Orla Venn will visit Oslo on March 11."
    (fact,) = [fact for fact in across(a, b) if fact.kind == "date"]
    assert len(fact.values) == 3


def test_long_quotes_that_begin_alike_are_shown_where_they_part() -> None:
    start = "“We have lived beside this river for a very long time and we know what it can do to us all in spring. "
    a = start + "Nobody warned the valley.” So said Mayor Orla Venn."
    b = start + "Nobody helped the valley.” So said Mayor Orla Venn."
    (fact,) = [fact for fact in across(a, b) if fact.verdict == "differ"]
    assert [value.text for value in fact.values] == ["Nobody warned the valley.", "Nobody helped the valley."]


def test_contractions_are_no_other_words() -> None:
    a = "“We will rebuild the dam, and we do not care what it costs,” Mayor Orla Venn said."
    b = "“We’ll rebuild the dam, and we don’t care what it costs,” Mayor Orla Venn said."
    assert flags(a, b) == []
    assert flags(a, b.replace("don’t care", "care")) == [("quote", "differ")]


def test_two_ages_of_one_person_differ() -> None:
    a = "Ivo Lastra, 61, of Drellmark was found guilty of taking bribes on Monday."
    b = "A jury in Drellmark convicted Ivo Lastra, 62, who left office long ago."
    assert flags(a, b) == [("quantity", "differ")]
    assert flags(a, b.replace("Ivo Lastra, 62,", "Orla Venn, 62,")) == []


def test_names_in_other_places_of_a_sentence_are_not_held_against_each_other() -> None:
    a = "“We are digging with our hands,” said Orla Venn, a nurse at Saint Drell Hospital."
    b = "“We are digging with our hands,” Orla Venn, who works as a nurse, told Reuters."
    assert flags(a, b) == []


def test_one_office_in_two_spellings_is_one() -> None:
    a = "The U.S. Geological Survey measured the quake in Drellmark."
    b = "The US Geological Survey measured a quake in Drellmark."
    (fact,) = [fact for fact in across(a, b) if fact.kind == "organisation"]
    assert len(fact.values) == 2


def test_other_numbers_are_no_agreement_in_what_is_said() -> None:
    a = "Mayor Orla Venn said that 12 villages in the valley had been cut off by landslides."
    b = "Mayor Orla Venn said that ten villages in the valley had been cut off by landslides."
    assert [fact.kind for fact in across(a, b) if fact.verdict == "differ"] == ["quantity"]
    assert not [fact for fact in across(a, b) if fact.verdict == "agree" and fact.kind == "quote"]
