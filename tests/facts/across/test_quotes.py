"""Quotes across articles: pieces of one, small edits, words that cannot both have been said."""

from __future__ import annotations

from tests.facts.building import across
from tuireader.facts import Fact

WHO = "Orla Venn leads the Quorban Institute. "


def quotes(*texts: str) -> list[Fact]:
    return [fact for fact in across(*(WHO + text for text in texts)) if fact.kind == "quote"]


def test_a_quote_that_is_broken_off_and_taken_up_is_one_fact() -> None:
    (fact,) = quotes("“We are late,” Venn said, “but the dam is safe.” “Go home.”")
    assert fact.values[0].value == "We are late, … but the dam is safe. … Go home."
    assert fact.values[0].text.startswith("We are late")
    assert fact.values[0].text.endswith("Go home.")


def test_words_quoted_within_reported_ones_are_told_with_them() -> None:
    (fact,) = quotes("Venn said that the old dam was “not to be trusted” in a flood.")
    assert fact.values[0].value == "that the old dam was “not to be trusted” in a flood"


def test_small_edits_agree_and_the_fact_says_so() -> None:
    one = "“Well, the dam does not hold and we will organise boats for all of you,” Venn said."
    other = "“The dam doesn't hold and we'll organize boats for all of you,” Venn said."
    (fact,) = quotes(one, other)
    assert (fact.verdict, fact.why) == ("agree", "the same words but for small edits")


def test_words_that_differ_are_flagged_and_can_both_be_true() -> None:
    one = "“We must keep an eye on the old dam, because it keeps the whole valley dry and safe,” Venn said."
    other = "“We have to keep an eye on the old dam because it keeps all of the valley dry and safe,” Venn said."
    (fact,) = quotes(one, other)
    assert (fact.verdict, fact.compatible) == ("differ", True)
    assert fact.why == "words inside the quotation marks differ"
    (reason,) = fact.reasons
    assert reason.rule == "altered"
    assert reason.says == "16 of 18 words stand in the same order in the other's 20"


def test_a_not_or_another_number_cannot_both_have_been_said() -> None:
    one = "“The old dam in the valley will hold for thirty years and more,” Venn said."
    no = "“The old dam in the valley will not hold for thirty years and more,” Venn said."
    less = "“The old dam in the valley will hold for twenty years and more,” Venn said."
    for other in (no, less):
        (fact,) = quotes(one, other)
        assert (fact.verdict, fact.compatible) == ("differ", False)


def test_what_one_reports_in_two_statements_another_reports_in_one() -> None:
    one = (
        "Venn said that the old dam in the valley is in nobody’s interest. She also said that she sees no reason to "
        "believe in any great change of the rules for boats."
    )
    other = (
        "Venn said that the old dam in the valley is in nobody’s interest and that she sees no reason to believe in "
        "a great change of the rules for boats."
    )
    (fact,) = quotes(one, other)
    assert fact.verdict == "agree"
    assert [value.span.article for value in fact.values] == ["a", "a", "b"]


def test_reasons_point_at_the_values_they_are_about() -> None:
    long = "“It rained all night. The dam is safe, and so is the bridge below it,” Venn said."
    facts = quotes(long, "Venn said “the dam is safe” on Friday.")
    (fact,) = [fact for fact in facts if fact.verdict == "agree"]
    (reason,) = fact.reasons
    assert {fact.values[reason.one].span.article, fact.values[reason.other].span.article} == {"a", "b"}
    assert reason.rule == "part"
    assert reason.says == "4 words, the same as in the other's 15"


def test_a_fragment_that_ends_with_the_articles_own_full_stop_is_not_cut() -> None:
    whole = "“After the spring the board has told us of its wish to open the old sluice by noon,” Venn said."
    fragment = "Venn said the board “has told us of its wish to open the old sluice.”"
    (fact,) = quotes(whole, fragment)
    assert (fact.verdict, fact.why) == ("agree", "one quotes part of the other's words")


def test_a_sentence_that_goes_without_its_beginning_is_flagged() -> None:
    whole = "“I am warmly in favour of the dam and I am not against the boats,” Venn said."
    (fact,) = quotes(whole, "“I am not against the boats,” Venn said.")
    assert (fact.verdict, fact.compatible) == ("differ", True)
    assert fact.why == "one leaves out how the sentence begins"
    (fact,) = quotes(whole, "Venn said she was “not against the boats.”")
    assert fact.verdict == "agree"
    (fact,) = quotes(
        "“The dam is old. I am not against the boats,” Venn said.", "“I am not against the boats,” Venn said."
    )
    assert fact.verdict == "agree"


def test_what_a_letter_says_is_not_held_against_a_persons_words() -> None:
    letter = "The letter said: “Your plan reflects the wishes of mill owners rather than those of the valley.”"
    spoken = "“I fear that the plan reflects the wishes of mill owners and not those of the valley,” Venn said."
    assert [fact.verdict for fact in quotes(letter, spoken)] == ["only", "only"]
    (fact,) = quotes(letter.replace("The letter", "Venn"), spoken)
    assert fact.verdict == "differ"


def test_what_is_told_is_found_in_a_clause_of_more() -> None:
    direct = "“Clearly, the vote did not turn out the way the valley wanted,” Venn said."
    told = "Venn told reporters the vote did not turn out as the valley wanted but that she would stay."
    (fact,) = quotes(direct, told)
    assert (fact.verdict, fact.why) == ("agree", "quoted in one article, in indirect speech in another")


def test_what_is_told_is_found_in_a_sentence_of_a_long_quote() -> None:
    direct = (
        "“The dam is old and tired. Nobody should build houses below the sluice. We have said so for years,” Venn said."
    )
    told = "Venn said that nobody should build houses below the sluice."
    (fact,) = quotes(direct, told)
    assert fact.verdict == "agree"
    assert fact.values[1].value == "that nobody should build houses below the sluice"


def test_what_one_denies_is_no_agreement() -> None:
    one, other = "Venn said none of the boat sheds would be closed.", "Venn said that the boat sheds would be closed."
    assert {fact.verdict for fact in quotes(one, other)} == {"only"}
    assert {fact.verdict for fact in quotes(one, other.replace("said", "denied"))} == {"agree"}


def test_the_same_words_of_two_people_are_flagged() -> None:
    one = "Ivo Lastra is a farmer. “Nobody has seen the river as high as this,” said Ivo Lastra on the bank."
    other = "Ivo Lastra is a farmer. Venn told the council: “Nobody has seen the river as high as this.”"
    (fact,) = quotes(one, other)
    assert (fact.verdict, fact.compatible, fact.why) == ("differ", False, "the same words, said by different people")


def test_the_key_names_speaker_and_words_that_tell_something() -> None:
    one = "Venn said the sluice was “too old” and that the council should open it before the autumn rain."
    other = "Venn said that the council should open the sluice, “too old” by now, before the autumn rain."
    keys = [fact.key for fact in quotes(one, other) if fact.verdict == "agree"]
    assert keys[0].startswith("Orla Venn: the")
    assert not keys[0].endswith((".", ","))
