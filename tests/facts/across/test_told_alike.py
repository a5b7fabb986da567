"""What shared passages add: events of any verb, and numbers that are compared more readily."""

from __future__ import annotations

from tests.facts.building import article
from tuireader import facts
from tuireader.facts import Fact

ONE = "The harbour board scolded the ferry company on Monday. Ivo Lastra represents the town of Teld."
OTHER = "On Monday the board blasted the ferry company. The town of Teld is represented by Lastra’s party."


def told(one: str, other: str, *alike: tuple[str, str], score: float = 0.9) -> list[Fact]:
    """Facts of two texts of which these pieces say the same."""
    pairs = [(facts_span("a", one, mine), facts_span("b", other, theirs), score) for mine, theirs in alike]
    return list(facts.find([article(one, "a"), article(other, "b")], told_alike=pairs).facts)


def facts_span(id: str, text: str, words: str):  # type: ignore[no-untyped-def]
    start = text.index(words)
    return article(text, id).span(start, start + len(words))


def events(found: list[Fact]) -> list[tuple[str, str, list[str]]]:
    return [(fact.key, fact.verdict, [value.text for value in fact.values]) for fact in found if fact.kind == "event"]


SCOLDED = ("The harbour board scolded the ferry company on Monday.", "On Monday the board blasted the ferry company.")


def test_without_a_passage_verbs_out_of_the_list_are_none() -> None:
    assert events(told(ONE, OTHER)) == []


def test_in_a_passage_verbs_of_one_meaning_are_one_event() -> None:
    rebuke = ("The mayor rebuked the ferry company in public.", "The mayor criticised the ferry company harshly.")
    assert events(told(*rebuke, rebuke)) == [
        (
            "mayor rebuked the ferry company in public",
            "agree",
            ["rebuked the ferry company in public", "criticised the ferry company harshly"],
        )
    ]


def test_the_fact_says_why() -> None:
    rebuke = ("The mayor rebuked the ferry company in public.", "The mayor criticised the ferry company harshly.")
    (fact,) = [fact for fact in told(*rebuke, rebuke) if fact.kind == "event"]
    assert [(reason.one, reason.other, reason.rule) for reason in fact.reasons] == [(0, 1, "told alike")]
    assert "0.90" in fact.reasons[0].says


def test_a_weak_link_is_not_enough() -> None:
    rebuke = ("The mayor rebuked the ferry company in public.", "The mayor criticised the ferry company harshly.")
    assert events(told(*rebuke, rebuke, score=0.2)) == []


def test_a_noun_made_of_the_verb_is_the_event() -> None:
    one = "The council criticised the ferry company again."
    other = "There was sharp criticism of the ferry company from the council."
    assert events(told(one, other, (one, other)))[0][1:] == (
        "agree",
        ["criticised the ferry company again", "sharp criticism of the ferry company from the council"],
    )


def test_two_nouns_are_none() -> None:
    one, other = "A letter about the harbour came.", "No one answered the letter about the harbour."
    assert events(told(one, other, (one, other))) == []


def test_different_people_do_different_things() -> None:
    one = "Ivo Lastra, 40, praised the crew warmly. Ivo Lastra left."
    other = "Orla Venn, 50, praised the crew warmly. Orla Venn left."
    pair = ("praised the crew warmly", "praised the crew warmly")
    assert [event for event in events(told(one, other, pair)) if event[1] == "agree"] == []


def test_verbs_with_nothing_in_common_beside_them_are_none() -> None:
    one, other = "Gulls circled above the pier.", "Reporters circled in boats."
    assert events(told(one, other, (one, other))) == []


def test_numbers_in_a_passage_are_compared_more_readily() -> None:
    one = "Rescue teams brought 340 islanders ashore overnight, the service wrote."
    other = "By morning teams had brought some 360 to the mainland."
    plain = [fact.verdict for fact in told(one, other) if fact.kind == "quantity"]
    linked = [fact.verdict for fact in told(one, other, (one, other)) if fact.kind == "quantity"]
    assert (plain, linked) == (["only", "only"], ["differ"])


def test_nouns_that_name_an_event_are_one() -> None:
    one = "After the council meeting on the harbour, Ivo Lastra left for Oslo."
    other = "The meeting about the harbour ended early."
    assert events(told(one, other, (one, other)))[0][1:] == (
        "agree",
        ["council meeting on the harbour", "meeting about the harbour"],
    )


def test_the_words_of_an_event_end_where_its_own_phrase_does() -> None:
    one = "Ivo Lastra had announced the visit to Norway during March in a debate."
    other = "He spoke of the visit to Norway on Monday."
    ((_, verdict, words), *_) = events(told(one, other, (one, other)))
    assert (verdict, words) == ("agree", ["visit to Norway", "visit to Norway"])


def changed(one: str, other: str) -> list[str]:
    return [fact.key for fact in told(one, other) if fact.verdict == "changed"]


VOTED = "The harbour board voted on Friday to accept the offer of the ferry company."


def test_what_one_plans_and_the_other_tells_as_done_has_changed() -> None:
    assert changed("The harbour board will vote on Friday on the offer of the ferry company.", VOTED) == ["board votes"]


def test_what_is_told_as_done_in_both_has_not_changed() -> None:
    one = "The harbour board will vote on the offer again. It voted on the offer of the ferry company in March."
    assert changed(one, VOTED) == []


def test_another_doer_has_done_something_else() -> None:
    assert changed("The union will vote on Friday on the offer of the ferry company.", VOTED) == []


def test_another_place_is_another_event() -> None:
    one = "Ivo Lastra, 40, will travel to Norway with the harbour board on Friday."
    other = "Ivo Lastra, 40, travelled to Finland with the harbour board on Friday."
    assert changed(one, other) == []


def test_what_one_denies_is_no_agreement() -> None:
    one = "None of the sheds on the northern pier will be closed, the harbour board promised."
    other = "Sheds on the northern pier will be closed, the harbour board promised."
    verdicts = {event[2][0]: event[1] for event in events(told(one, other, (one, other)))}
    assert verdicts["will be closed"] == "differ"


def test_a_denial_of_something_beside_it_is_none() -> None:
    one = "The ferry company was not found guilty of fraud in Teld."
    other = "If the ferry company is convicted of fraud, it must leave Teld."
    verdicts = {fact.verdict for fact in told(one, other, (one, other)) if fact.kind == "event"}
    assert "differ" not in verdicts
