"""What holds for any texts: mirrored, independent of the rest, inside the text, the same in every process."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.passages.texts import COURIER, HERALD, POST, STRANGER, articles
from tuireader.passages import Link, Passages, find, from_data, to_data
from tuireader.sources import from_text

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


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=80), max_size=6), MIX)
def test_offsets_lie_in_the_texts(odd: list[str], mix: list[str]) -> None:
    event = [from_text("\n".join(odd + mix), id="a"), from_text(" ".join(mix + odd), id="b")]
    lengths = {article.id: len(article.text) for article in event}
    found = find(event)
    spans = [span for link in found.links for span in (link.a, link.b)]
    spans += [occurrence.span for passage in found.passages for occurrence in passage.occurrences]
    for span in spans:
        assert 0 <= span.start < span.end <= lengths[span.article]


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
