"""What holds for any texts: mirrored, independent of the rest, inside the text, the same in every process."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.passages.languages import STORIES
from tests.passages.texts import COURIER, HERALD, POST, STRANGER, articles
from tuireader.article import Span
from tuireader.passages import Link, Passages, find, from_data, to_data
from tuireader.passages.words.features import Features
from tuireader.sources import from_text
from tuireader.text.words import pieces

_SENTENCES = [
    sentence.strip() + "."
    for text in (HERALD, POST, COURIER, STRANGER)
    for sentence in text.replace("\n\n", " ").split(".")
    if sentence.strip()
]
MIX = st.lists(st.sampled_from(_SENTENCES), min_size=1, max_size=12)


def mirrored(link: Link) -> Link:
    return Link(link.b, link.a, link.kind, link.score)


def shape(passages: Passages) -> set[tuple[object, ...]]:
    """Passages without their numbers: what does not depend on the order of the articles."""
    return {(p.kind, p.score, frozenset(o.span for o in p.occurrences)) for p in passages.passages}


@settings(max_examples=40, deadline=None)
@given(MIX, MIX)
def test_find_mirrors(one: list[str], two: list[str]) -> None:
    a, b = from_text(" ".join(one), id="a"), from_text("\n".join(two), id="b")
    there, back = find([a, b]), find([b, a])
    assert sorted(there.links) == sorted(map(mirrored, back.links))
    assert shape(there) == shape(back)


# Sentences of many scripts, and pieces that are odd anywhere: marks, joiners, controls, pictures, letters that vanish.
_MANY = [text for story in STORIES.values() for telling in story[:2] for text in telling]
_PIECES = st.sampled_from(
    [
        *"aé1.,-'’“”\n\t ß İǅﬁ",
        *"\u0301\u00ad\u200b\u200d\ufeff\u0640\uff9e\u037a\ufdfa\u2011\u0e40\u0e33\u3042\u5e02\u094d\x00\u202e\ud800",
        *("\x1b[0m", "\U0001f468\u200d\U0001f469", "U.S.", "US", "united states", "x-3.5", "1980's", "Groß-", "a" * 70),
    ]
)
ODD = st.one_of(st.text(max_size=60), st.lists(_PIECES, max_size=30).map("".join), st.sampled_from(_MANY))
ODDITIES = st.lists(ODD, max_size=8)


def spans(found: Passages) -> list[Span]:
    return [span for link in found.links for span in (link.a, link.b)] + [
        occurrence.span for passage in found.passages for occurrence in passage.occurrences
    ]


@settings(max_examples=80, deadline=None)
@given(ODDITIES, MIX)
def test_spans_lie_in_their_texts_and_end_between_words(odd: list[str], mix: list[str]) -> None:
    event = [from_text("\n".join(odd + mix), id="a"), from_text(" ".join(mix + odd), id="b")]
    inside = {
        article.id: {place for low, high in _letters(article.text) for place in range(low + 1, high)}
        for article in event
    }
    lengths = {article.id: len(article.text) for article in event}
    for span in spans(find(event)):
        assert 0 <= span.start < span.end <= lengths[span.article]
        assert not {span.start, span.end} & inside[span.article]


def _letters(text: str) -> list[tuple[int, int]]:
    """Words, and words with the marks on their last letter."""
    found = pieces(text)
    return list(zip(found.starts, found.ends, strict=True))


@settings(max_examples=40, deadline=None)
@given(ODDITIES, ODDITIES)
def test_odd_texts_mirror_as_well(one: list[str], two: list[str]) -> None:
    a, b = from_text("\n".join(one + two[:3]), id="a"), from_text("\n".join(two + one[:3]), id="b")
    there, back = find([a, b]), find([b, a])
    assert sorted(there.links) == sorted(map(mirrored, back.links))
    assert shape(there) == shape(back)


@settings(max_examples=20, deadline=None)
@given(ODDITIES)
def test_a_text_and_its_copy_in_another_place(odd: list[str]) -> None:
    text = "\n".join(odd)
    found = find([from_text(text, id="a"), from_text(text, id="b")])
    assert all(link.kind == "verbatim" for link in found.links if link.a[1:] == link.b[1:])


@settings(max_examples=25, deadline=None)
@given(MIX, MIX, ODDITIES)
def test_an_unrelated_article_changes_nothing(one: list[str], two: list[str], odd: list[str]) -> None:
    event = [from_text(" ".join(one), id="a"), from_text("\n".join(two), id="b")]
    alone, among = find(event), find([event[0], from_text("\n".join(odd), id="odd"), event[1]])
    assert alone.links == tuple(link for link in among.links if "odd" not in (link.a.article, link.b.article))
    if len(among.links) == len(alone.links):
        assert shape(alone) == shape(among)


def test_a_further_article_changes_nothing_between_the_others() -> None:
    herald, post, courier, stranger = articles()
    three = find([herald, post, courier])
    four = find([herald, stranger, post, courier])
    assert four.links == three.links
    assert four.passages == three.passages


def test_a_pair_is_judged_by_its_two_texts_alone() -> None:
    herald, post, courier, _ = articles()
    among = [link for link in find([herald, post, courier]).links if "courier" not in (link.a.article, link.b.article)]
    assert tuple(among) == find([herald, post]).links


def test_what_one_pair_takes_for_the_same_number_stays_apart_in_the_next() -> None:
    article = from_text("The mission keeps 4,700 soldiers in Lindmar.", id="a")
    own, fresh = Features(article), Features(article)
    renamed = own.renamed({"4700": "4630"})
    assert renamed.grams(0) != fresh.grams(0)
    assert (own.grams(0), own.plains(0), own.stems) == (fresh.grams(0), fresh.plains(0), fresh.stems)


def test_the_order_of_three_articles_does_not_matter() -> None:
    event = articles()
    expected = shape(find(event))
    for seed in range(4):
        shuffled = event.copy()
        random.Random(seed).shuffle(shuffled)
        assert shape(find(shuffled)) == expected


def test_a_copy_shares_all_its_text_in_one_wording() -> None:
    found = find([from_text(HERALD, id="a"), from_text(HERALD, id="b")])
    assert all(passage.wordings == 1 and passage.kind == "verbatim" for passage in found.passages)
    lit = sum(o.span.end - o.span.start for p in found.passages for o in p.occurrences if o.span.article == "a")
    assert lit > 0.95 * sum(s.end - s.start for s in from_text(HERALD, id="a").sentences)


def test_data_come_back_as_they_were() -> None:
    found = find(articles())
    assert from_data(json.loads(json.dumps(to_data(found)))) == found
    assert from_data(to_data(Passages())) == Passages()


_SCRIPT = """
import json
from tests.passages.languages import STORIES
from tests.passages.texts import articles
from tuireader.passages import find, to_data
print(json.dumps(to_data(find(articles()))))
"""


def test_every_process_gives_the_same_answer() -> None:
    answers = set()
    for seed in ("0", "1", "4242"):
        env = {**os.environ, "PYTHONHASHSEED": seed}
        run = subprocess.run([sys.executable, "-c", _SCRIPT], env=env, capture_output=True, text=True, check=True)
        answers.add(run.stdout)
    assert len(answers) == 1
