"""Articles to stories: which belong together, what they share, what they say.

``tell`` computes shared passages and groups the articles; ``know`` adds facts. Both are slow enough to belong into a
worker. Given a cache, both leave their results there and take them from it, and then import none of what computes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Protocol, TypeVar

from tuireader.article import Article, Role, Span
from tuireader.digests import blake2b
from tuireader.facts import Entity, Fact, Facts, Mention, Moment
from tuireader.passages import Link, Passage, Passages

T = TypeVar("T")

#: Two articles tell one story where they have so many sound links, and this part of both together stands in those.
#: Where several outlets tell of one event in their own words, each reaches .1 with another. Articles on other events
#: of one campaign have one sound link, or two in a note that the outlet puts under everything, and stay below .07.
_LINKS, _TOGETHER = 2, 0.08
#: Who opens a few articles mostly opens one story, and among so few pairs a false link is rare: one link will do.
_FEW = 12
_LINKS_AMONG_FEW, _TOGETHER_AMONG_FEW = 1, 0.03
#: Or where this part of the shorter one stands in the other: a brief taken from a long report.
_CONTAINED = 0.5
#: From this score up a link is sound.
_SOUND = 0.5
#: The form in which results are kept. It changes with what ``tell`` and ``know`` themselves do.
_FORM = "3"


@dataclass(frozen=True, slots=True)
class Story:
    """Articles that tell of the same events. ``number`` counts from 1: first the stories of several articles, then the
    articles that stand alone, each in the order the articles were given."""

    number: int
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """Everything passages say about the articles opened together.

    ``shared`` gives for each article id the part (0 to 1) of its body characters that lies in passages.
    """

    passages: Passages
    stories: tuple[Story, ...]
    shared: Mapping[str, float] = field(default_factory=dict)

    def story_of(self, article: str) -> Story | None:
        """The story an article belongs to, by id."""
        return next((story for story in self.stories if article in story.articles), None)


class Cache(Protocol):
    """Where results are kept between runs, by kind and key. What it cannot give it leaves out: it never raises."""

    def get(self, kind: str, key: str) -> Any:
        """The value last put there, None where there is none."""

    def put(self, kind: str, key: str, value: Any) -> None:
        """Keeps a value made of lists, dictionaries, strings, numbers and None."""


def tell(articles: Sequence[Article], *, cache: Cache | None = None) -> Telling:
    """What the articles share, and which of them tell one story. An article that no other joins is a story of its own.

    Article ids must differ. Stories are numbered as ``Story`` says.
    """
    from tuireader import passages

    def compute() -> Telling:
        found = passages.find(articles)
        return Telling(found, _stories(articles, found.links), _shared(articles, found))

    return _kept(cache, "telling", _key(passages.METHOD, articles), compute, _to_data, _from_data)


def told(articles: Sequence[Article], cache: Cache) -> Telling | None:
    """What ``tell`` would say, where the cache has it; nothing is computed."""
    from tuireader import passages

    return _read(cache, "telling", _key(passages.METHOD, articles), _from_data)


def know(articles: Sequence[Article], telling: Telling, *, cache: Cache | None = None, tagger: str = "") -> Facts:
    """The facts of each story of a telling of the same articles, those of story 1 first, numbered through from 1.

    ``tagger`` is the name of an installed tagger (``facts.taggers``). Raises UsageError where there is none of that
    name, TuireaderError where it fails.
    """
    from tuireader import facts, passages

    brought = None
    if tagger:
        from tuireader.facts.names import taggers

        brought = taggers.load(tagger)

    def compute() -> Facts:
        by_id = {article.id: article for article in articles}
        same_wording = _same_wording(telling.passages.passages)
        told_alike = _by_story(telling)
        mentions: list[Mention] = []
        numbered: list[Fact] = []
        entities: list[Entity] = []
        timeline: list[Moment] = []
        for story in telling.stories:
            found = facts.find(
                [by_id[name] for name in story.articles],
                same_wording=same_wording,
                told_alike=told_alike.get(story.number, ()),
                tagger=brought,
            )
            mentions.extend(found.mentions)
            first = len(numbered) + 1
            numbered.extend(replace(fact, id=number) for number, fact in enumerate(found.facts, first))
            entities.extend(found.entities)
            timeline.extend(found.timeline)
        return Facts(tuple(mentions), tuple(numbered), tuple(entities), tuple(timeline))

    # The same articles can be told as one story or as several: in a library a story is what it is there.
    told = repr([story.articles for story in telling.stories])
    method = f"{facts.METHOD} {passages.METHOD} {told}" + (f" {brought.key}" if brought else "")
    key = _key(method, articles)
    return _kept(cache, "facts", key, compute, facts.to_data, facts.from_data)


def _by_story(telling: Telling) -> dict[int, list[tuple[Span, Span, float]]]:
    """The links inside each story, by its number: what two articles of different stories share tells of neither."""
    number = {name: story.number for story in telling.stories for name in story.articles}
    found: dict[int, list[tuple[Span, Span, float]]] = {}
    for link in telling.passages.links:
        story = number.get(link.a.article)
        if story is not None and story == number.get(link.b.article):
            found.setdefault(story, []).append((link.a, link.b, link.score))
    return found


def _kept(
    cache: Cache | None,
    kind: str,
    key: str,
    compute: Callable[[], T],
    to_data: Callable[[T], Any],
    from_data: Callable[[Any], T],
) -> T:
    """The result the cache has, else a computed one, which it then has. Data that cannot be read are computed anew."""
    if cache is None:
        return compute()
    result = _read(cache, kind, key, from_data)
    if result is None:
        result = compute()
        cache.put(kind, key, to_data(result))
    return result


def _read(cache: Cache, kind: str, key: str, from_data: Callable[[Any], T]) -> T | None:
    """The result the cache has; None for none, and where what it has cannot be read."""
    data = cache.get(kind, key)
    try:
        return None if data is None else from_data(data)
    except (KeyError, TypeError, ValueError, IndexError):
        return None


def _key(method: str, articles: Sequence[Article]) -> str:
    """Names these texts under these ids and the method: the same wherever and whenever they are opened."""
    names = [_FORM, method]
    for article in articles:
        # What was cut and set aside can change with the rules of ``sources`` while the text stays.
        names += [article.id, article.digest, repr((article.parts, article.sentences))]
    return blake2b("\0".join(names).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _to_data(telling: Telling) -> dict[str, Any]:
    from tuireader import passages

    return {
        "passages": passages.to_data(telling.passages),
        "stories": [list(story.articles) for story in telling.stories],
        "shared": dict(telling.shared),
    }


def _from_data(data: dict[str, Any]) -> Telling:
    from tuireader import passages

    stories = tuple(Story(number, tuple(names)) for number, names in enumerate(data["stories"], 1))
    return Telling(passages.from_data(data["passages"]), stories, dict(data["shared"]))


def _same_wording(passages: Iterable[Passage]) -> Callable[[Span, Span], bool]:
    """Tells of two spans whether they stand in one wording of a passage: copied."""
    held: dict[tuple[str, int], list[tuple[Span, tuple[int, int]]]] = {}
    for passage in passages:
        for occurrence in passage.occurrences:
            telling = (passage.id, occurrence.wording)
            for stretch in _stretches(occurrence.span):
                held.setdefault((occurrence.span.article, stretch), []).append((occurrence.span, telling))

    def tellings(place: Span) -> set[tuple[int, int]]:
        near = (held.get((place.article, stretch), ()) for stretch in _stretches(place))
        return {telling for found in near for span, telling in found if span.overlaps(place)}

    def same(one: Span, other: Span) -> bool:
        return not tellings(one).isdisjoint(tellings(other))

    return same


def _stretches(span: Span) -> range:
    """The stretches of a text, of some hundred characters each, that a span touches: few spans share one."""
    return range(span.start // 512, (max(span.start, span.end - 1)) // 512 + 1)


def _stories(articles: Sequence[Article], links: Iterable[Link]) -> tuple[Story, ...]:
    """Groups of articles that enough links hold together, directly or over others (union-find)."""
    parent = {article.id: article.id for article in articles}

    def root(name: str) -> str:
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    told = {article.id: sum(part.end - part.start for part in article.told()) for article in articles}
    between: dict[tuple[str, str], list[Link]] = {}
    for link in links:
        if link.score >= _SOUND:
            between.setdefault((link.a.article, link.b.article), []).append(link)
    few = len(articles) <= _FEW
    links_wanted, part_wanted = (_LINKS_AMONG_FEW, _TOGETHER_AMONG_FEW) if few else (_LINKS, _TOGETHER)
    for (a, b), held in between.items():
        covered = _length(link.a for link in held), _length(link.b for link in held)
        together = len(held) >= links_wanted and sum(covered) >= part_wanted * (told[a] + told[b])
        short = 0 if told[a] <= told[b] else 1
        if together or covered[short] >= _CONTAINED * (told[a], told[b])[short]:
            parent[root(b)] = root(a)
    groups: dict[str, list[str]] = {}
    for article in articles:
        groups.setdefault(root(article.id), []).append(article.id)
    ordered = sorted(groups.values(), key=lambda names: len(names) == 1)
    return tuple(Story(number, tuple(names)) for number, names in enumerate(ordered, 1))


def _shared(articles: Sequence[Article], passages: Passages) -> dict[str, float]:
    spans: dict[str, list[Span]] = {article.id: [] for article in articles}
    for passage in passages.passages:
        for occurrence in passage.occurrences:
            spans[occurrence.span.article].append(occurrence.span)
    body: Role = "body"
    shared = {}
    for article in articles:
        parts = [article.span(part.start, part.end) for part in article.parts if part.role == body]
        whole = _length(parts)
        shared[article.id] = round(_common(parts, spans[article.id]) / whole, 4) if whole else 0.0
    return shared


def _length(spans: Iterable[Span]) -> int:
    """How many characters of one article the spans cover, each counted once."""
    total = reached = 0
    for _, start, end in sorted(spans):
        total += max(0, end - max(start, reached))
        reached = max(reached, end)
    return total


def _common(parts: Sequence[Span], spans: Sequence[Span]) -> int:
    """How many characters lie in both. ``parts`` do not overlap each other."""
    cuts = [
        Span(part.article, max(part.start, span.start), min(part.end, span.end))
        for part in parts
        for span in spans
        if part.overlaps(span)
    ]
    return _length(cuts)
