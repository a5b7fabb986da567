"""The linear reader: everything the screens tell, in words, once."""

from __future__ import annotations

import re
from types import MappingProxyType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.linear.conftest import Run
from tuireader.library import Library
from tuireader.linear import commands
from tuireader.linear.typist import Order, read
from tuireader.report.lines import cells
from tuireader.settings.commands import get
from tuireader.settings.config import Settings

TITLE = "Title: Old ferry sinks off Marrow Point [only here]"


def test_an_article_is_opened_by_its_number_and_read_sentence_by_sentence(run: Run) -> None:
    said = run("1", "j", "2j", "k", "g", "G", "j")
    assert said[0] == "Article 1: Old ferry sinks off Marrow Point."
    assert "articles 2 and 3 too" in said[1] and "3 of 5 sentences stand only here" in said[1]
    assert said[2] == TITLE
    assert said[3].startswith("About 40 passengers") and said[3].endswith("[passage 1, also in 2 and 3]")
    assert said[4] == "The cause of the leak is not known. [only here]"
    assert said[5].startswith("Harbour master")
    assert said[6] == TITLE
    assert said[7:] == ["The company will raise the wreck in June. [only here]", "The end of the article."]


def test_the_next_passage_is_told_by_all(run: Run) -> None:
    said = run("1", "n", "n", "n", "p")[3:]
    assert said[0] == "Passage 1 of 2, in 3 articles, 2 wordings, reworded."
    assert said[1].startswith("Articles 1 and 2 say word for word: “About 40 passengers")
    # Numbers alone would read as if nothing else were different.
    assert said[2].startswith("Article 3 says in other words: “More than 45 people were brought ashore")
    assert said[3] == "Article 3, against articles 1 and 2, in numbers: “More than 45” instead of “About 40”."
    assert said[4].startswith("Passage 2 of 2, in 2 articles")
    assert said[5] == "Article 1 says: “Harbour master Ilse Verhoeve said that nobody was hurt.”"
    assert "has “Nobody was hurt” in another place" in said[6]
    assert said[7] == "No further shared passage."
    assert said[8] == said[0]


def test_all_tellings_in_full(run: Run) -> None:
    said = run("1", "n", "w")[-3:]
    assert said[0].startswith("Articles 1 and 2 say")
    told = "More than 45 people were brought ashore when the Ondine sank on Tuesday night."
    assert said[1] == f"Article 3 says in other words: “{told}”"
    assert said[2].startswith("Article 3, against articles 1 and 2, in numbers: ")
    assert run("1", "g", "w")[-1] == "This sentence stands only here: there is no other wording."
    assert any(line.startswith("words ") for line in run("1", "n", "e"))


def test_what_one_says_alone(run: Run) -> None:
    said = run("1", "u", "u", "u")[3:]
    assert said == [
        "2 of 3: The cause of the leak is not known. [only here]",
        "3 of 3: The company will raise the wreck in June. [only here]",
        "No further sentence stands only here; 3 do.",
    ]


def test_paragraphs_and_reading_on(run: Run) -> None:
    said = run("1", "space", "space", "b", "R")[3:]
    assert said[0].startswith("About 40") and said[1].startswith("Harbour master") and said[1].endswith("known.")
    assert said[2] == said[0]
    assert said[-3:] == [said[1], "The company will raise the wreck in June.", "The end of the article."]


def test_another_article_at_the_same_place(run: Run) -> None:
    said = run("1", "n", "]", "]", "[", "1", "=")
    names = [line for line in said if line.startswith("Article ")]
    assert names[3:5] == ["Article 2: Passengers rescued as Ondine goes down.", "Article 3: Ondine lost."]
    assert said[said.index(names[4]) + 1].startswith("More than 45 people")
    assert names[-1].startswith("Article 1, Old ferry sinks off Marrow Point: sentence 2 of 5")


def test_facts_one_by_one(run: Run) -> None:
    said = run("f", "j", "", "q", "v", "F wreck", "e")
    assert said[0] == "8 facts: differ 1, changed with time 1, agree 3, told by one alone 3."
    assert said[1] == "Fact 1 of 8, quantity, they differ, 2 values, cannot both be true: people taken off."
    assert said[2:4] == ["Articles 1 and 2: “About 40 passengers”", "Article 3: “More than 45 people”"]
    assert said[4] == "2 wordings. Two numbers of the same people."
    at = said.index("The company will raise the wreck in June. [only here]")
    assert said[at - 1].startswith("Article 1: ") and said[at + 1].startswith("Fact 2 of 8, event")
    assert "differ: 1 fact." in [line.lower() for line in said]
    assert said[-1] == "No fact is listed."
    assert any("Planned, then done" in line for line in run("f", "F wreck", "e"))


def test_a_dismissed_fact_comes_back_when_that_is_undone(run: Run, library: Library) -> None:
    said = run("f", "x", "U", "=")
    assert said[5].startswith("Dismissed: people taken off") and said[6].startswith("Fact 1 of 7")
    assert said[-1] == "Fact 1 of 8."
    assert not library.dismissed()


def test_who_has_what(run: Run) -> None:
    said = run("o", "space", "2", "", "q")
    assert said[0] == "3 articles share 2 passages."
    assert (
        said[2].startswith("Article 2, Passengers rescued") and "1 of 2 passages, 2 of 3 sentences only here" in said[2]
    )
    assert "2: “Harbour master Ilse Verhoeve said that nobody was hurt.” in articles 1 and 3, not in article 2." in said
    assert said[4].startswith("Article 1, article 3 and article 2 stand together: every two of them share ")
    assert "Article 1 and article 2 share 46% of their text in 1 passage, 1 of them in one wording." in said[7]
    assert said[-2].startswith("Harbour master") and said[-1].startswith("Passage 2 of 2")


def test_search(run: Run, library: Library) -> None:
    said = run("/ verhoeve", "j", "", "q", "q", "/", "xyzzyq", "/", "")
    assert said[0] == "2 sentences for “verhoeve”, in articles 1 and 3."
    assert said[1].startswith("1 of 2, article ") and said[2].startswith("2 of 2, article ")
    assert said[4].endswith("]"), "the sentence that was gone to"
    assert "Nothing answers “xyzzyq”." in said and said[-1] == "No word to search for."
    assert library.searches(5)[0] == "xyzzyq"


def test_search_has_fields(run: Run) -> None:
    said = run("/ fact:taken", "q", "/ wo:verhoeve", "q", "/ who:verhove nobody")
    assert said[:1] == ["3 sentences for “fact:taken”, in articles 1, 2 and 3."]
    assert any(each.startswith("differ: people taken off: ") for each in said)
    assert "there is no wo:; did you mean who:?" in said
    assert any(each.startswith("2 sentences for “who:verhove nobody”") for each in said)


def test_marks_and_notes_are_kept(run: Run, library: Library) -> None:
    said = run("1", "j", "j", "m", "j", "i", "ask the owner", "t harbour", "g", "'", "M", "j", "d", "", "q", "U")
    assert "Marked: “Harbour master Ilse Verhoeve said that nobody was hurt.”" in said
    assert "Note to “The cause of the leak is not known.”: ask the owner" in said
    assert "Harbour master Ilse Verhoeve said that nobody was hurt. [passage 2, also in 3; marked]" in said
    assert (
        "2 of 2, sentence in article 1: “The cause of the leak is not known.” Tags: harbour. Note: ask the owner"
        in said
    )
    assert "No longer marked." in said and said[-1].lower().startswith("mark")
    assert [mark.note for mark in library.all_marks()] == ["", "ask the owner"]


def test_the_list(run: Run) -> None:
    said = run("j", "r", "l", "9", "3", "q", "q")
    assert said[0].startswith("At article 2: ") and said[1] == "Read."
    assert said[2] == "Story 1, 3 articles:" and said[4].endswith(", read.")
    assert said[6] == "There is no article 9; there are 3."
    assert said[7] == "Article 3: Ondine lost."
    assert said[-1].startswith("At article 3")


def test_place_and_reading_are_remembered(run: Run) -> None:
    run("1", "j", "j", "Q")
    assert run("1")[2].startswith("Harbour master")


def test_help_tells_every_key_of_the_place_and_those_the_user_gave(run: Run) -> None:
    own = Settings(keymap=MappingProxyType({"compare.next_passage": ("N",)}))
    said = run("1", "?", "N", settings=own)
    assert "N: The next shared passage, as every article tells it." in said
    assert said[-4].startswith("Passage 1 of 2")
    assert len([line for line in said if re.match(r"\S+( or \S+)*: ", line)]) >= len(commands.TEXT)


def test_letters_of_another_alphabet_are_the_keys_they_stand_on(run: Run) -> None:
    assert run("1", "т")[3] == run("1", "g", "n")[4] == "Passage 1 of 2, in 3 articles, 2 wordings, reworded."


def test_what_is_no_command_is_told(run: Run) -> None:
    assert run("x")[0] == "x does nothing here; ? tells the keys."
    assert run("1", "next")[-1] == "next does nothing here; ? tells the keys."
    assert run("nonsense")[0].endswith("tells the keys.")


def test_every_command_is_called_by_its_keys() -> None:
    """No key means two things in one place, and those of the screens are there."""
    for place in (commands.SHELF + commands.ROWS, commands.TEXT, commands.FACTS, commands.PLACES, commands.MARKS):
        keys = [key for command in (*place, *commands.EVERYWHERE) for key in command.keys_now(Settings())]
        assert sorted(keys) == sorted(set(keys))
        assert all(get(command.like) for command in place if command.like)


@pytest.mark.parametrize(
    ("line", "order"),
    [
        ("", Order("enter")),
        ("n", Order("n")),
        ("3n", Order("n", 3)),
        ("12", Order("", 12)),
        ("space", Order("space")),
        ("ESC", Order("escape")),
        ("?", Order("question_mark")),
        ("/ferry wreck", Order("slash", None, "ferry wreck")),
        ("i  a note", Order("i", None, "a note")),
    ],
)
def test_a_line_is_read_as_an_order(line: str, order: Order) -> None:
    assert read(line) == order


def test_lines_fit_and_are_plain_where_the_terminal_is(run: Run) -> None:
    for width in (20, 40):
        said = run("1", "n", "w", "f", "?", width=width, encoding="ascii")
        assert all(cells(line) <= width and line.isascii() for line in said)
        assert any('"About 40' in line for line in said)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from([*"npjkgGuwefoFvxmMrU=]['/iclRb", "1", "3", "9", "2n", "space", "", "\x1b]0;x"]), max_size=25
    )
)
def test_no_order_of_orders_breaks_it_and_nothing_steers_the_terminal(run: Run, orders: list[str]) -> None:
    said = run(*orders)
    assert not any(char < " " or char == "\x7f" for line in said for char in line)
