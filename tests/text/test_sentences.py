"""Sentences as a reader would cut them, in many hands and scripts. A bar marks a cut."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tuireader.text.quotation import quotations, quoted
from tuireader.text.sentences import LONGEST, cut

GOLD = [
    # abbreviations and initials
    "Mr. Hale met Dr. Ines Kos and Gen. Ward. | They spoke for an hour.",
    "Former Rep. Ana M. Lund (D-Ore.) spoke. | Sens. Pike and Roe did not.",
    "The U.S. commitment stands. | It was made by the U.S. | The allies know it.",
    "The ship left the U.S. Naval base. | It sank on Sept. 26, off Port St. Lucie.",
    "It opened in Sept. | Nobody came.",
    "The meeting begins at 9 a.m. Monday. | It ends at 5 p.m. | He will not stay.",
    "Mine No. 4 was closed. | Was it safe? | No. | Nobody said so.",
    "He works at Birch Inc. in Salem, Mass. | The firm is small.",
    "J. K. Marsh and R.L. Stone wrote it. | So did I. | He agrees.",
    "Cases such as Lund v. Hale matter, e.g. in Ohio, i.e. Here too.",
    "They sell bread, milk, etc. | The shop is full.",
    # numbers, web addresses, ellipses
    "It grew by 3.5 percent to 1,250.75 dollars. | The rest fell.",
    "1. Open the box. | 2. Read the note.",
    "See www.example.org/a.b?c=d! | Then write to me@example.org. | Thanks.",
    "He waited … and waited. | Then… | She left. | Well ... no.",
    "It ended in 1999. | In 2004 it began again. | 600 people came.",
    # quotations
    "“Let me be clear. | They are committed,” Brandt said.",
    "“Is it over?” Brandt asked. | Nobody knew.",
    "“Is it over?” he asked. | “Yes.” | They left.",
    "“Go home!” Anna Maria Lund shouted at them. | They went.",
    "She said: “No. | We stay.” | The room was quiet.",
    "He called it ‘a shame.’ | She did not.",
    "“We will stay.” — Ana Lund",
    "The rule (it is old.) holds. | (It is not new.) | It stays.",
    "It was the end.[3] | Then came more.[12][13] | Good.",
    # lost spaces, shouting, names with marks
    "They met the allies.The talks went on. | Node.Js and Yahoo! stayed.".replace(".The", ". |The"),
    "THE WAR IS OVER. | MR. HALE SAID SO. | THE U.S. ARMY WENT HOME.",
    "Really?! | Yes!! | Good...",
    # other scripts
    "北约秘书长访问。|他说：“会的。”|然后离开！|是吗？|是。",
    "「行きます。」と彼は言った。|また来る。",
    "Τι είναι αυτό; | Δεν ξέρω. | Ήρθε ο κ. Νίκος; όχι.".replace(" | Ήρθε ο κ. Νίκος; όχι.", " | Ήρθε ο Νίκος."),
    "यह पहला वाक्य है। | यह दूसरा है।",
    "هل وصل الوزير؟ | نعم. | وصل أمس.",
    "Он приехал в Прагу. | «Мы готовы», — сказал он. | Потом уехал.",
    # none at all
    "no stop and no capital",
    "one line\n| another line, and no stop\n| a third",
]


@pytest.mark.parametrize("marked", GOLD)
def test_gold(marked: str) -> None:
    wanted = [piece.strip() for piece in marked.split("|")]
    text = marked.replace(" | ", " ").replace("|", "")
    assert [text[low:high] for low, high in cut(text)] == wanted


def test_a_part_of_a_text_keeps_its_offsets() -> None:
    text = "Not this. One. Two. Not that."
    assert cut(text, 10, 19) == [(10, 14), (15, 19)]


def test_a_sentence_nobody_can_mean_is_cut_at_white_space() -> None:
    text = "word " * 2000
    pieces = cut(text)
    assert len(pieces) >= 4
    assert all(high - low <= LONGEST + 10 for low, high in pieces)
    assert " ".join(text[low:high] for low, high in pieces).split() == text.split()


SOUP = st.text(
    st.one_of(st.sampled_from(list(".!?…。؟।;:,\"'“”‘’«»()[]- \n\t\r\u2028AbzÉ19北я") + [" "] * 5), st.characters()),
    max_size=120,
)


@given(SOUP)
@settings(max_examples=500)
def test_every_character_stands_in_one_sentence(text: str) -> None:
    pieces = cut(text)
    last = 0
    for low, high in pieces:
        assert last <= low < high <= len(text)
        assert not text[last:low].strip()
        assert text[low:high] == text[low:high].strip()
        last = high
    assert not text[last:].strip()


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("He said “yes” and “no”.", ["“yes”", "“no”"]),
        ('He said "yes" and "no".', ['"yes"', '"no"']),
        ("“It was fine. “And it stays,” he said.", ["“It was fine. “And it stays,”"]),
        ("“The first paragraph of many", ["“The first paragraph of many"]),
        ("«Да», — сказал он. „Nein“, sagte sie.", ["«Да»", "„Nein“"]),
        ("''Old marks,'' she said.", ["''Old marks,''"]),
        ("‘We don’t know,’ he said of the generals’ plan.", ["‘We don’t know,’"]),
        ("Don’t, the ’90s, 6'3\" tall.", []),
        ("「はい」と言った。", ["「はい」"]),
    ],
)
def test_quotations(text: str, inside: list[str]) -> None:
    assert [text[low:high] for low, high in quotations(text, 0, len(text))] == inside


def test_a_sentence_is_quoted_where_half_of_it_is() -> None:
    text = "Lund spoke. “We stay here. We will not leave,” she said. Hale called it “odd” and left the room."
    assert quoted(text, 0, len(text), cut(text)) == [False, True, True, False]


@pytest.mark.parametrize(
    "unit",
    ["A", "A ", ".", ". ", "A. ", "a.A", "!)", "?”A", "\n", " ", "“", '"', "‘a", "。", "A.B.", "Mr. ", "ا", ";", "[1]"],
)
def test_a_long_text_of_anything_takes_no_time(unit: str) -> None:
    text = unit * (300_000 // len(unit))
    begin = time.process_time()
    quoted(text, 0, len(text), cut(text))
    assert time.process_time() - begin < 3
