"""Articles made of the words of others, as many as one likes, with what is true of them known.

Words follow each other as they do in the texts given (a chain of pairs), names are invented for each event. So an
article has news words in news proportions, and stands nowhere else, but for what is planted: accounts of one event in
words of their own, passages taken over with some words changed, whole texts of an agency. Real events, told
by several outlets, can be put among them.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from tuireader.article import Article, Part, Sentence
from tuireader.sources import from_text

_ONSETS, _RIMES = "b br d f g h j k kl l m n p r s st t v z", "a e i o u an er ol"
_SYLLABLES = [onset + rime for onset in _ONSETS.split() for rime in _RIMES.split()]
#: So many of a hundred words are one of the event's own.
_OWN = 9
#: How an event is told: alone, in own words, with passages taken over, as one text of an agency; how often each.
_MODES = (("alone", 45), ("own", 20), ("passages", 20), ("agency", 15))


@dataclass(frozen=True)
class Made:
    """An article with the event it tells, how, and which text it is a copy of (0 for none)."""

    article: Article
    event: str
    mode: str
    wire: int = 0


class Maker:
    """Makes articles from the texts in a folder."""

    def __init__(self, folder: Path, seed: int = 7) -> None:
        self._chance = random.Random(seed)
        texts = [file.read_text("utf-8", "replace") for file in sorted(folder.rglob("*.txt"))]
        self._follows: dict[str, list[str]] = {}
        self._starts: list[str] = []
        for text in texts:
            words = text.split()
            for one, other in pairwise(words):
                if one.endswith((".", "?", "!")):
                    self._starts.append(other)
                else:
                    self._follows.setdefault(one, []).append(other)
        common = {word for word in self._follows if word.islower() and word.isalpha() and len(word) > 5}
        self._topics = sorted(common)
        self._outlets = [
            f"The {self._name()} {kind}" for kind in ("Herald", "Post", "Times", "Radio") for _ in range(60)
        ]
        self._wires = 0

    def make(self, articles: int) -> Iterator[Made]:
        """So many articles, those of one event together."""
        done = event = 0
        while done < articles:
            event += 1
            mode = self._chance.choices([mode for mode, _ in _MODES], [often for _, often in _MODES])[0]
            for each in self._event(f"e{event}", mode):
                done += 1
                yield each

    def _event(self, event: str, mode: str) -> Iterator[Made]:
        chance = self._chance
        own = [self._name() for _ in range(7)] + chance.sample(self._topics, 12)
        day = date(2024, 1, 1) + timedelta(chance.randrange(365))
        several = (
            1
            if mode == "alone"
            else chance.choice((2, 2, 3, 3, 4, 5, 8))
            if mode != "agency"
            else chance.choice((2, 3, 5, 9, 30))
        )
        self._wires += mode == "agency"
        wire = self._sentences(own, chance.randint(120, 500))
        taken = self._sentences(own, chance.randint(25, 120))
        for place, outlet in enumerate(chance.sample(self._outlets, several)):
            said = self._sentences(own, chance.randint(120, 700))
            if mode == "agency":
                said = [*wire] if place else wire
                said = said[: len(said) - chance.randint(0, len(said) // 20)]
            elif mode == "passages":
                at = chance.randrange(len(said))
                said = [*said[:at], *(self._changed(each) for each in taken), *said[at:]]
            published = None if chance.random() < 0.1 else (day + timedelta(chance.choice((0, 0, 0, 1, 2)))).isoformat()
            title = " ".join(chance.sample(own, 5)).capitalize()
            yield Made(
                article(f"{event}-{place}", title, said, outlet, published),
                event,
                mode,
                self._wires * (mode == "agency"),
            )

    def _sentences(self, own: Sequence[str], words: int) -> list[str]:
        chance, found, said = self._chance, [], 0
        while said < words:
            word = chance.choice(self._starts)
            sentence: list[str] = []
            while len(sentence) < 40:
                plain = word.strip(".,;:“”\"'()").isalpha()
                sentence.append(chance.choice(own) if plain and chance.randrange(100) < _OWN else word)
                following = self._follows.get(word)
                if not following:
                    break
                word = chance.choice(following)
            found.append(" ".join(sentence).rstrip(".,;:?!") + ".")
            said += len(sentence)
        return found

    def _changed(self, sentence: str) -> str:
        share = self._chance.random() * 0.3
        return " ".join(
            self._chance.choice(self._topics) if self._chance.random() < share else word for word in sentence.split()
        )

    def _name(self) -> str:
        return "".join(self._chance.choice(_SYLLABLES) for _ in range(self._chance.randint(2, 4))).capitalize()


def article(name: str, title: str, sentences: Sequence[str], source: str, published: str | None) -> Article:
    """An article of these sentences, one paragraph for three; parsed by hand, since what it is made of is known."""
    text, parts, cut = title, [Part("title", 0, len(title))], [Sentence(0, len(title), "title", 0, False)]
    for place in range(0, len(sentences), 3):
        text += "\n\n"
        start = len(text)
        for sentence in sentences[place : place + 3]:
            text += " " * (len(text) > start)
            cut.append(Sentence(len(text), len(text) + len(sentence), "body", len(parts), False))
            text += sentence
        parts.append(Part("body", start, len(text)))
    return Article(
        id=name,
        text=text,
        title=title,
        parts=tuple(parts),
        sentences=tuple(cut),
        source=source,
        published=published,
        path=f"/made/{name}.txt",
        words=sum(len(each.split()) for each in sentences),
    )


def real(folder: Path, *, strangers: bool = False) -> list[Made]:
    """The texts of a folder of folders, each inner folder one event; of one that has none, one event. Of ``strangers``
    each tells of an event of its own."""
    found = []
    for place, file in enumerate(sorted(folder.rglob("*.txt"))):
        opened = from_text(file.read_text("utf-8"), id=f"{file.stem}-{place}", path=str(file))
        event = f"stranger {file.stem}" if strangers else f"real {file.parent.name}"
        mode = "stranger" if strangers else "real"
        found.append(Made(replace(opened, source=opened.source or file.stem), event, mode))
    return found
