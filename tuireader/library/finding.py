"""Search over a library of any size: the full-text index says which articles may answer, and the few best of them are
read and searched as the reader's own search does.

So hits are ranked, and fields and exact words understood, as with a handful of articles. Where very many articles
answer, not all are looked at: the best by bm25 (Robertson and Zaragoza 2009), or the newest, where there are too many
to weigh.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, Self

from tuireader.library.asking import Asked, Options, every, nearby, read
from tuireader.library.beside import beside
from tuireader.search import Answer, FieldLabels, Index
from tuireader.search.query import parse
from tuireader.search.vocabulary import Vocabulary
from tuireader.text.words import fold

if TYPE_CHECKING:
    from tuireader.article import Article
    from tuireader.library.shelf import Shelf
    from tuireader.library.texts import Texts

#: So many articles are read for one answer.
_READ = 20
#: So many are asked for, since many may carry one text.
_ASKED = 120
#: Of more articles than these the newest are taken, not the best.
_WEIGHED = 800
#: So many articles are kept at hand between keys.
_AT_HAND = 400
#: Of an article of more sentences only those are searched that may hold a word, with their neighbours.
#: So many that may hold one are searched.
_LONG, _HELD = 40, 16

Stop = Callable[[], bool]
Labels = Callable[[Sequence["Article"]], FieldLabels]


class Found(NamedTuple):
    """What a search found: the answer over the articles that were read, those articles, the number of each in the
    library by its id, and in how many articles of the library all words stand as typed (``more``: in more than those).
    ``forgiving`` says whether typing errors were allowed for: not before ``Finder.warm`` is done."""

    answer: Answer
    articles: tuple[Article, ...] = ()
    numbers: Mapping[str, int] = {}
    matching: int = 0
    more: bool = False
    forgiving: bool = True


class Finder:
    """Searches all texts of a library. Methods may be called from any thread, answers one at a time; none raises."""

    def __init__(self, texts: Texts, library: Shelf | None = None) -> None:
        """``library`` has what the reader did with the texts; where it is left out, ``texts`` is the library."""
        self._shelf, self._done = beside(texts, library or texts)
        self._vocabulary: Vocabulary | None = None
        self._stamp: object = None
        self._known_copies: tuple[object, dict[int, int]] | None = None
        self._at_hand: dict[int, Article] = {}
        self._last: tuple[tuple[int, ...], Index, dict[str, int]] | None = None

    def close(self) -> None:
        """Lets go of the file. Nothing may be called afterwards."""
        self._shelf.let_go()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def warm(self) -> None:
        """Reads the words of the library anew, if there are others: from then on typing errors are forgiven.

        Takes seconds for a hundred thousand articles: call it from a thread; answers can be asked for meanwhile.
        """
        stamp = self._shelf.stamp()
        if self._vocabulary is None or stamp != self._stamp:
            words = self._shelf.words()
            self._vocabulary = Vocabulary([term for term, _ in words], [number for _, number in words])
            self._stamp = stamp

    def answer(
        self,
        query: str,
        limit: int = 50,
        should_stop: Stop | None = None,
        *,
        labels: Labels | None = None,
        exactly: bool = False,
    ) -> Found:
        """What a query finds, best first, in the language of ``search.query``.

        ``labels`` makes the labels of articles that are read, for the fields that need them; ``exactly`` leaves out
        what is only like the words. Once ``should_stop`` says yes the answer is empty.
        """
        clauses = parse(query)
        asked = read(clauses)
        stop = should_stop or (lambda: False)
        forgiving = self._vocabulary is not None and not exactly
        self._shelf.renew_done()
        ids, matching, more = self._candidates(asked, stop, forgiving)
        if stop() or not ids:
            return Found(Answer(wrong=tuple(map(str, clauses.wrong))), forgiving=forgiving)
        index, numbers = self._index(ids, asked, forgiving)
        known = labels(index.articles) if labels else None
        found = index.answer(query, limit, should_stop, labels=known, exactly=exactly)
        return Found(found, tuple(index.articles), numbers, matching, more, forgiving)

    def words_like(self, query: str, limit: int = 4) -> list[str]:
        """The words of the library that look most like those of a query that finds nothing. Waits for ``warm``."""
        from rapidfuzz import fuzz, process

        self.warm()
        best: dict[str, float] = {}
        for word in read(parse(query)).words:
            terms = self._vocabulary.terms if self._vocabulary else ()
            for term, worth, _ in process.extract(word, terms, scorer=fuzz.ratio, score_cutoff=50, limit=limit):
                best[term] = max(worth, best.get(term, 0.0))
        return sorted(best, key=lambda term: (-best[term], term))[:limit]

    # Which articles may answer

    def _candidates(self, asked: Asked, stop: Stop, forgiving: bool) -> tuple[list[int], int, bool]:
        """The articles to read, the best first; in how many all words stand as typed, and whether in more."""
        if not self._shelf.indexed() or not (asked.words or asked.phrases or asked.titled):
            ids = [id for (id,) in self._shelf.rows(*asked.by_title(self._done, _READ))]
            return ids, len(ids), len(ids) == _READ
        plain = asked.exact(self._vocabulary)
        matching, more = self._matching(every(plain, asked), asked)
        found: dict[int, None] = {}
        if matching:
            # As typed: in the title, then near to each other, then anywhere.
            for expression in (every(plain, asked, "title"), nearby(plain, asked), every(plain, asked)):
                if len(found) < _READ and not stop():
                    found.update(dict.fromkeys(self._best(expression, asked, weighed=not more)))
        if forgiving and asked.words and len(found) < _READ and not stop():
            like = self._like(asked)
            number, many = self._matching(every(like, asked), asked)
            # Few need no further choosing.
            beside = [nearby(like, asked)] if number > _ASKED else []
            for expression in (*beside, every(like, asked)):
                found.update(dict.fromkeys(self._best(expression, asked, weighed=not many)))
            # Of words that stand nowhere together each is looked for alone.
            for options in () if found else like:
                expression = every([options], asked)
                _, many = self._matching(expression, asked)
                found.update(dict.fromkeys(self._best(expression, asked, weighed=not many)[: _READ // 2]))
        return list(found)[:_READ], matching, more

    def _like(self, asked: Asked) -> list[Options]:
        return asked.like(self._vocabulary) if self._vocabulary else asked.exact(None)

    def _matching(self, expression: str, asked: Asked) -> tuple[int, bool]:
        where, values = asked.where(self._done)
        rows = self._shelf.rows(
            f"SELECT COUNT(*) FROM (SELECT 1 FROM words WHERE words MATCH ?{where} LIMIT {_WEIGHED + 1})",
            (expression, *values),
        )
        number = int(rows[0][0]) if rows else 0
        return min(number, _WEIGHED), number > _WEIGHED

    def _best(self, expression: str, asked: Asked, *, weighed: bool) -> list[int]:
        """Articles that an expression finds, the best first; the newest, where they are too many to be weighed."""
        if not expression:
            return []
        order = "bm25(words, 4.0, 1.0), rowid DESC" if weighed else "rowid DESC"
        where, values = asked.where(self._done)
        rows = self._shelf.rows(
            f"SELECT rowid FROM words WHERE words MATCH ?{where} ORDER BY {order} LIMIT {_ASKED}", (expression, *values)
        )
        copies = self._copies()
        tellings: dict[int, int] = {}
        for (id,) in rows:
            tellings.setdefault(copies.get(id, id), id)
        return list(tellings.values())[:_READ]

    def _copies(self) -> Mapping[int, int]:
        """For each text that is a copy of another one, that one: a text that eighty carry is read once."""
        stamp = self._shelf.stamp()
        if self._known_copies is None or self._known_copies[0] != stamp:
            rows = self._shelf.rows("SELECT id, copy_of FROM text WHERE copy_of IS NOT NULL")
            self._known_copies = stamp, dict(rows)
        return self._known_copies[1]

    # What is read of them

    def _index(self, ids: Sequence[int], asked: Asked, forgiving: bool) -> tuple[Index, dict[str, int]]:
        """The articles, ready to be searched, and their numbers."""
        key = tuple(ids)
        if self._last is not None and self._last[0] == key:
            return self._last[1], self._last[2]
        from tuireader.sources import unique

        missing = [id for id in ids if id not in self._at_hand]
        if len(self._at_hand) + len(missing) > _AT_HAND:
            self._at_hand.clear()
            missing = list(ids)
        self._at_hand.update(self._shelf.articles(missing))
        numbers: dict[str, int] = {}
        articles: list[Article] = []
        for id in ids:
            if id in self._at_hand:
                article = self._at_hand[id]
                name = unique(article.id, numbers)
                numbers[name] = id
                articles.append(article if name == article.id else replace(article, id=name))
        long = any(len(article.sentences) > _LONG for article in articles)
        if long:
            options = self._like(asked) if forgiving else asked.exact(self._vocabulary)
            articles = [_shortened(article, options) for article in articles]
        index = Index(articles, numbers)
        self._last = None if long else (key, index, numbers)
        return index, numbers


def _shortened(article: Article, options: Sequence[Options]) -> Article:
    """A long article with the first sentences that may hold one of the words, and those beside them."""
    if len(article.sentences) <= _LONG:
        return article
    words = {word for each in options for word in (*each.words, each.beginning) if word}
    held: list[int] = []
    for at, sentence in enumerate(article.sentences):
        said = fold(article.text[sentence.start : sentence.end])
        if any(word in said for word in words):
            held.append(at)
            if len(held) == _HELD:
                break
    kept = sorted({near for at in held for near in (at - 1, at, at + 1) if 0 <= near < len(article.sentences)})
    return replace(article, sentences=tuple(article.sentences[at] for at in kept or (0,)))
