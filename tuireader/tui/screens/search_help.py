"""What the search says where it has nothing to show: what can be typed, with examples from the articles, or why not."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from tuireader.article import Article
from tuireader.text.safe import line as safe

#: So many sentences are read for examples: they must be there at once.
_READ = 400


def examples(articles: Sequence[Article]) -> list[tuple[str, str]]:
    """Up to three queries that find something in these articles, each with what it shows.

    The words are capitalised ones from inside sentences, those that most articles have first; long words where a
    script has no capitals.
    """
    sentences = _sentences(articles)
    words = _words(sentences)
    if not words:
        return []
    found = [(words[0], "a name or a word")]
    mistyped = next((word for word in words[1:] if len(word) >= 7), None)
    if mistyped is not None:
        found.append((mistyped[:4] + mistyped[5:], f"mistyped, for {mistyped}"))
    beside = next((word for word in words[2:] if any(words[0] in held and word in held for _, held in sentences)), None)
    if beside is not None:
        found.append((f"{words[0].lower()} {beside[:4].lower()}", "several words, the last one not finished"))
    return found


def _sentences(articles: Sequence[Article]) -> list[tuple[str, list[str]]]:
    """The first sentences of each article: its id, and the longer words inside the sentence."""
    found = []
    for article in articles[:50]:
        for sentence in islice(article.sentences, max(8, _READ // len(articles))):
            raw = safe(article.text[sentence.start : sentence.end]).split()[1:]
            words = [word.strip(".,;:!?()[]\"'“”‘’„«»…") for word in raw]
            found.append((article.id, [word for word in words if len(word) > 4 and word.isalpha()]))
    return found


def _words(sentences: Sequence[tuple[str, Sequence[str]]]) -> list[str]:
    """The words to show, best first."""
    carriers: dict[str, set[str]] = {}
    for id, words in sentences:
        for word in words:
            carriers.setdefault(word, set()).add(id)
    names = [word for word in carriers if word[0].isupper() and word[1:].islower()]
    return sorted(names or carriers, key=lambda word: (-len(carriers[word]), -len(word), word))[:12]
