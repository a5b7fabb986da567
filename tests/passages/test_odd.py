"""Long and odd texts: no crash, no hour of waiting, sensible links."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable

import pytest

from tuireader.article import Article
from tuireader.passages import find, wording
from tuireader.sources import from_text


def invented(count: int, seed: int) -> list[str]:
    """Words no language has, frequent and rare ones as a language has them."""
    own = random.Random(7)
    vocabulary = ["".join(own.choices(("ba", "ke", "lo", "mi", "nu", "sta", "vro"), k=4)) for _ in range(2400)]
    picked = random.Random(seed)
    return [vocabulary[min(2399, int(picked.paretovariate(1.0) * 4))] for _ in range(count)]


def articles(*texts: str) -> list[Article]:
    return [from_text(text, id=str(number)) for number, text in enumerate(texts)]


def seconds(event: list[Article]) -> float:
    start = time.process_time()
    find(event)
    return time.process_time() - start


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (" ".join(invented(25_000, 1)), " ".join(invented(25_000, 1))),
        (" ".join(invented(20_000, 1)), " ".join(invented(20_000, 2))),
        ("\n".join(invented(12_500, 1)), "\n".join(invented(1_250, 2))),
        ("word\n" * 12_500, "word\n" * 12_500),
        ("\n".join(map(str, range(9_000))), "\n".join(map(str, range(4_500, 13_500)))),
    ],
    ids=["one line, the same", "one line, another", "one-word lines", "one word", "numbers"],
)
def test_long_texts_take_seconds(one: str, two: str) -> None:
    assert seconds(articles(one, two)) < 5


def work(texts: tuple[str, str]) -> int:
    """How many calls a comparison takes: a measure of work that does not depend on the machine."""
    event = articles(*texts)
    count = 0

    def look(_frame: object, _event: str, _argument: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(look)
    try:
        find(event)
    finally:
        sys.setprofile(None)
    return count


def lines(words: list[str], length: int) -> str:
    return "\n".join(" ".join(words[low : low + length]).capitalize() + "." for low in range(0, len(words), length))


def same_line(size: int) -> tuple[str, str]:
    text = " ".join(invented(size, 1))
    return text, text


def other_lines(size: int) -> tuple[str, str]:
    return lines(invented(size, 1), 15), lines(invented(size, 2), 15)


def moved_lines(size: int) -> tuple[str, str]:
    one = lines(invented(size, 1), 15).split("\n")
    return "\n".join(one), "\n".join(random.Random(3).sample(one, len(one)))


def single_words(size: int) -> tuple[str, str]:
    return "\n".join(invented(size, 1)), "\n".join(invented(size, 2))


def characters(size: int) -> tuple[str, str]:
    own = random.Random(5)
    text = "".join(chr(0x4E00 + min(5000, int(own.paretovariate(0.9) * 20))) for _ in range(size))
    return text, "。\n".join(text[low : low + 40] for low in range(0, size, 40))


@pytest.mark.parametrize(
    ("shape", "size"),
    # Single words from where the work on common words has reached its bound.
    [(same_line, 4_000), (other_lines, 4_000), (moved_lines, 4_000), (characters, 4_000), (single_words, 6_000)],
)
def test_twice_the_text_is_twice_the_work(shape: Callable[[int], tuple[str, str]], size: int) -> None:
    find(articles(*shape(1_000)))  # what is made once
    assert work(shape(2 * size)) < 3 * work(shape(size))


def test_a_long_text_meets_its_copy_everywhere() -> None:
    words = invented(12_000, 3)
    text = "\n".join(" ".join(words[low : low + 14]).capitalize() + "." for low in range(0, len(words), 14))
    found = find(articles(text, text))
    lit = sum(o.span.end - o.span.start for p in found.passages for o in p.occurrences if o.span.article == "0")
    assert lit > 0.9 * len(text)


GREEK = "Ο πρωθυπουργός δήλωσε ότι η γέφυρα του λιμανιού θα μείνει κλειστή ως το τέλος Απριλίου."
SERBIAN = "Председник општине изјавио је да ће мост у луци остати затворен до краја априла."
GERMAN = "Die Hafenbrücke bleibt bis Ende April gesperrt, weil zwei der sechs Stahllager Risse haben."
CHINESE = "市长表示，港口大桥将关闭到四月底，因为六个钢支座中有两个出现裂缝。"
FILLER = {
    GREEK: "Ο καιρός παρέμεινε βροχερός σε όλη τη χώρα.",
    SERBIAN: "Време је у целој земљи остало кишовито.",
    GERMAN: "Das Wetter blieb im ganzen Land regnerisch.",
    CHINESE: "全国各地的天气依然多雨。",
}


@pytest.mark.parametrize("sentence", [GREEK, SERBIAN, GERMAN, CHINESE], ids=["Greek", "Serbian", "German", "Chinese"])
def test_other_languages_are_linked_by_their_words(sentence: str) -> None:
    other = "Nothing else happened that day. The stadium was empty and the band played on."
    one, two = articles(f"{FILLER[sentence]}\n{sentence}", f"{other}\n{sentence}")
    links = find([one, two]).links
    assert [link for link in links if one.text[link.a.start : link.a.end] == sentence and link.kind == "verbatim"]
    assert len(links) == 1


def test_capitals_are_linked_like_small_letters() -> None:
    text = (
        "The harbour bridge in Lindmar will stay closed until the end of April.\nShops on the northern bank fear for "
        "their trade.\nFerries will run every ten minutes while the work lasts."
    )
    assert len(find(articles(text, text.upper())).links) == 3


def test_a_text_without_punctuation_is_linked_in_pieces() -> None:
    words = invented(400, 5)
    found = find(articles(" ".join(words), " ".join(words[100:300])))
    lit = sum(o.span.end - o.span.start for p in found.passages for o in p.occurrences if o.span.article == "1")
    assert lit > 0.8 * len(" ".join(words[100:300]))


def test_the_wording_of_long_texts_takes_seconds() -> None:
    words = invented(20_000, 6)
    changed = [word if place % 50 else "changed" for place, word in enumerate(words)]
    one, two = articles(" ".join(words), " ".join(changed))
    start = time.process_time()
    steps = wording(one, one.span(0, len(one.text)), two, two.span(0, len(two.text)))
    assert time.process_time() - start < 4
    same = sum(step.a_end - step.a_start for step in steps if step.operation == "same")
    assert same > 0.9 * len(one.text)
