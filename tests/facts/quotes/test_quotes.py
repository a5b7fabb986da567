"""Who said what, and who is meant by "the director", "she", "the chief"."""

from __future__ import annotations

import pytest

from tests.facts.building import mentions

NAMED = "Orla Venn leads the Quorban Institute. Ivo Lastra is a farmer. "


def said(text: str, direct: bool) -> list[tuple[str | None, str]]:
    return [(one.speaker, one.value) for one in mentions(text, "quote") if one.direct is direct]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We are ready to go,” Venn said.", "Orla Venn"),
        ("“We are ready to go,” said Venn.", "Orla Venn"),
        ("Venn said: “We are ready to go.”", "Orla Venn"),
        ("“We are ready to go,” Venn, the head of the institute, told reporters.", "Orla Venn"),
        ("“Are we ready to go?” Venn asked.", "Orla Venn"),
        ("“We are ready to go.” — Ivo Lastra", "Ivo Lastra"),
        ("A farmer, Ivo Lastra, said “we are ready to go” on Monday.", "Ivo Lastra"),
        ('"We are ready to go," Venn said.', "Orla Venn"),
        ("“We are ready to go,” Venn, the head of the institute, one of many in the valley, said.", "Orla Venn"),
        ("“We are ready to go,” Ivo Lastra (Q-Drell), a farmer on the east bank, said by phone.", "Ivo Lastra"),
        ("“We are ready to go,” Lastra’s niece, farmer Ana Orlov (Q-Drell), shouted to the crowd.", "Ana Orlov"),
        ("It is late. Said Venn: “We are ready to go.”", "Orla Venn"),
        ("“We are ready to go,” said one official on the bridge.", "one official"),
        ("“We are ready to go,” the union wrote.", "union"),
        ("“We are ready to go,” the letter read.", "letter"),
        ("Protesters marching through the streets chanted “we are ready to go” all night.", "Protesters"),
        ("Venn went further than ever: “We are ready to go.”", "Orla Venn"),
        ("Venn, who met Ivo Lastra, said it. “We are ready to go.”", "Orla Venn"),
        ("Venn said the plan was “ready to go,” and she hoped for rain.", "Orla Venn"),
        ("Venn added, “We are ready to go,” according to the Quorban Institute.", "Orla Venn"),
        ("“We are ready to go,” aides said Venn told them.", "Orla Venn"),
        ("“VENN: We are ready to go.”", "Orla Venn"),
        ("“We are ready to go,” as Venn put it.", "Orla Venn"),
        ("Venn -- who leads the office -- told me, “We are ready to go.”", "Orla Venn"),
        ("“We are ready to go,” said Del. Xanthe Quollen of the east bank.", "Xanthe Quollen"),
        ("Then, the 34-year-old mother of three replied, “We are ready to go.”", "34-year-old mother of three"),
        ("According to a 12-page complaint by the town, they were “ready to go” long ago.", "a 12-page complaint"),
        ("A lawyer for Ms. Venn, Ivo Lastra of Benton Bold, confirmed it was “ready to go.”", "Ivo Lastra"),
        ("“We are ready to go,” said the statement from Venn’s lawyer, Ivo Lastra.", "Ivo Lastra"),
        ("“We are ready to go,” said the mediator, former Drellan envoy Ivo Lastra.", "Ivo Lastra"),
        ("“We are ready to go,” raged Venn.", "Orla Venn"),
        ("Venn grumbled that the boats were “ready to go.”", "Orla Venn"),
        ("Venn, the younger sister of Ivo Lastra, a farmer, sharply questioned the “ready to go” list.", "Orla Venn"),
        ("A lawyer for Ms. Venn, Ivo Lastra of Benton, rose and said that Ms. Venn was “ready to go.”", "Ivo Lastra"),
        ("Venn has sent Ivo Lastra a letter saying the boats were “ready to go” again.", "a letter"),
        ("Venn issued a statement saying the boats were “ready to go” again.", "Orla Venn"),
        ("Venn closed her Drell Times post: “We are ready to go.”", "Orla Venn"),
        ("According to the clerk in charge, Ivo Lastra, they were “ready to go” long ago.", "Ivo Lastra"),
        ("Orla Venn rose, said Mr. Lastra was late and added: “We are ready to go.”", "Orla Venn"),
        ("The box beside the door said “ready to go now” in red.", None),
        ("A list in the box labeled “ready to go” was lost.", None),
    ],
)
def test_direct_quotes(text: str, speaker: str) -> None:
    found = said(NAMED + text, direct=True)
    assert [one for one, _ in found] == [speaker]
    assert "ready to go" in found[0][1]
    assert not found[0][1].startswith(("“", '"'))


def test_a_quote_goes_on_behind_its_verb_and_in_the_next_paragraph() -> None:
    text = NAMED + "“We are ready,” Venn said. “The boats are here.”\n\n“And the crews are, too.”"
    assert [speaker for speaker, _ in said(text, direct=True)] == ["Orla Venn"] * 3


def test_a_quote_that_is_closed_a_paragraph_later_is_one() -> None:
    found = said("Orla Venn said: “We are ready.\n\nThe boats are here.”", direct=True)
    assert found == [("Orla Venn", "We are ready. The boats are here.")]


def test_pronouns_and_offices_lead_to_people() -> None:
    text = (
        "Quorban President Orla Venn met farmer Ivo Lastra. She said that the dam would hold. "
        "“It is an old dam,” the president said."
    )
    assert said(text, direct=False) == [("Orla Venn", "that the dam would hold")]
    assert said(text, direct=True) == [("Orla Venn", "It is an old dam,")]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Venn said that the dam would hold.", "that the dam would hold"),
        ("Venn said the dam would hold.", "the dam would hold"),
        ("The dam would hold for now, Venn said.", "The dam would hold for now"),
        ("According to Venn, the dam would hold.", "the dam would hold"),
        ("Venn told reporters on Friday that the dam would hold.", "that the dam would hold"),
        ("Venn argues the dam outlives us all.", "the dam outlives us all"),
        ("Venn’s claim that the dam would hold was read out.", "that the dam would hold was read out"),
        ("Venn said that the dam would hold and warned of the rain.", "that the dam would hold"),
        ("The dam, Venn said, would hold for years.", "The dam, Venn said, would hold for years"),
    ],
)
def test_indirect_quotes(text: str, content: str) -> None:
    assert said(NAMED + text, direct=False) == [("Orla Venn", content)]


@pytest.mark.parametrize(
    "text",
    [
        "The member states signed the claims and reports of last year.",
        "He read “The Golden Dam” in bed.",
        "The so-called “red” villages were quiet.",
        "Two reports by the office were late.",
        "They heard dubious claims that nobody believed in.",
        "The farmer pleaded guilty to a charge of fraud.",
        "A few weeks earlier, Venn was speaking at a fair.",
    ],
)
def test_what_is_no_quote(text: str) -> None:
    assert mentions(text, "quote") == []


def test_an_office_speaks_for_itself_not_for_its_head() -> None:
    text = "President Orla Venn is away. The President’s Office stated that the dam would hold."
    assert [speaker for speaker, _ in said(text, direct=False)] == ["President’s Office"]


def test_a_dateline_is_not_said() -> None:
    text = "PORT DRELL, Norway (AP) — The water rose in the night and took six houses, officials said."
    (quote,) = mentions(text, "quote")
    assert quote.text == "The water rose in the night and took six houses"


def test_to_help_maintain_is_not_to_say() -> None:
    assert mentions("Orla Venn sent soldiers to help maintain the peace in the valley.", "quote") == []


@pytest.mark.parametrize(
    "before",
    [
        "Zan Orlov's lawyer, Orla Venn, said the town had been told.",
        "Zan Orlov spoke first. Opposition leader Orla Venn asked for time.",
        "Zan Orlov spoke first. His manager, Orla Venn, who is also his cousin, asked for patience.",
        "Zan Orlov spoke first. Colonel Orla Venn does not want to talk about the dam.",
    ],
)
def test_he_or_she_is_whoever_the_sentence_before_is_about(before: str) -> None:
    assert said(f"{before} “We are ready to go,” she said.", direct=True) == [("Orla Venn", "We are ready to go,")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Venn said last week the letters do not count at all.", "the letters do not count at all"),
        ("Venn said on Monday the dam was shut for good.", "the dam was shut for good"),
        ("The letters to Ivo Lastra saying dams cannot be sold were lost.", "dams cannot be sold were lost"),
        ("Venn said the letters were void, a point the town denied.", "the letters were void, a point the town"),
    ],
)
def test_what_is_reported_behind_a_time_or_a_paper(text: str, value: str) -> None:
    assert next(one for _, one in said(NAMED + text, direct=False)).startswith(value)
