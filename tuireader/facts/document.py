"""One article made ready for the finders of facts: told paragraphs, sentences, tokens."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from tuireader.article import Article, Role
from tuireader.facts.listed import word_set
from tuireader.text import sentences
from tuireader.text.unbroken import unbroken

# In this order: initials and acronyms with points, a party before a state ("R-Ohio"), numbers with their separators,
# words with inner hyphens and apostrophes (the possessive is a token of its own), dots, anything else one by one.
_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}(?:[A-Z](?![\w]))?"
    r"|\b[RDI](?=-(?:[A-Z][a-z]{1,5}\.|(?:[A-Z]\.){2}|(?:Ohio|Iowa|Utah|Idaho|Texas|Maine|Alaska|Hawaii)\b))"
    r"|\d+(?:[.,:]\d+)*"
    r"|(?:Mc|Mac|O['’]|D['’])(?=[A-Z])[^\W\d_]+"
    r"|[^\W\d_]+(?:[-‐‑](?=[^\W_])[^\W_]+|['’](?![sS]\b)(?=[^\W\d_])[^\W\d_]+)*"
    r"|['’][sS]\b"
    r"|\.\.\.|\S"
)
#: Words that keep their point: it ends no sentence and belongs to the name.
SHORT = word_set(
    """mr mrs ms dr prof gen lt col sgt capt maj cpl adm sen rep reps sens gov rev hon st messrs jr sr inc corp
    ltd co no vs fr br pres supt cmdr brig det asst atty mt ft ste u.s jan feb mar apr jun jul aug sept sep oct
    nov dec"""
)


_STATES = word_set(
    """Ala Ariz Ark Calif Colo Conn Fla Ga Ill Ind Kan Ky Md Mich Minn Mo Mont Neb Nev Okla Pa Tenn Tex Vt Va Wis Wyo
    Mass Wash Ore Del Ont Que Alta Sask"""
)


class Token(NamedTuple):
    """A word or mark: where it stands in the article, itself, and in lower case."""

    start: int
    end: int
    text: str
    low: str


class Sentence(NamedTuple):
    """A sentence: its span, its tokens as a slice of ``Document.tokens``, and whether it is set like a headline."""

    start: int
    end: int
    first: int
    last: int
    role: Role
    paragraph: int
    headline: bool


class Document:
    """An article's told text, cut up once for all finders."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.id = article.id
        self.text = unbroken(article.text, ((part.start, part.end) for part in article.told()))
        """The article's text, as long as that, but with spaces where a paragraph was broken at a margin."""
        self.tokens: list[Token] = []
        self.sentences: list[Sentence] = []
        self.paragraphs: list[tuple[int, int]] = []
        self._read(article)
        self._starts = [token.start for token in self.tokens]
        self._paragraph_starts = [start for start, _ in self.paragraphs]
        self._sentence_starts = [sentence.start for sentence in self.sentences]

    def _read(self, article: Article) -> None:
        bounds: dict[int, list[tuple[int, int]]] = {}
        for cut in article.sentences:
            bounds.setdefault(cut.paragraph, []).append((cut.start, cut.end))
        told = set(article.told())
        for number, part in enumerate(article.parts):
            if part not in told:
                continue
            here = bounds.get(number) or sentences.cut(self.text, part.start, part.end)
            paragraph = len(self.paragraphs)
            self.paragraphs.append((part.start, part.end))
            for start, end in here:
                first = len(self.tokens)
                self.tokens += _tokens(self.text, start, end)
                last = len(self.tokens)
                if last > first:
                    headline = _headline(self.tokens[first:last], part.role)
                    self.sentences.append(Sentence(start, end, first, last, part.role, paragraph, headline))

    def at(self, offset: int) -> int:
        """Index of the first token that starts at or after an offset."""
        index = bisect_right(self._starts, offset)
        return index - 1 if index and self._starts[index - 1] == offset else index

    def sentence_at(self, offset: int) -> int:
        """Index of the sentence an offset stands in (the one before it, between sentences)."""
        return max(0, bisect_right(self._sentence_starts, offset) - 1)

    def paragraph_at(self, offset: int) -> int:
        """Index of the paragraph an offset stands in (the one before it, between paragraphs)."""
        return max(0, bisect_right(self._paragraph_starts, offset) - 1)


def _tokens(text: str, start: int, end: int) -> list[Token]:
    found: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        low, high = match.span()
        # "Mr." and a single initial take their point with them; so does "Calif." in "(D-Calif.)", which is a name.
        if (
            high < end
            and text[high] == "."
            and (word.lower() in SHORT or (word[0].isupper() and (len(word) == 1 or word in _STATES)))
        ):
            high += 1
            word += "."
        elif word == "." and found and found[-1].end == high and found[-1].text[-1] == ".":
            continue
        found.append(Token(low, high, word, word.lower().replace("’", "'")))
    return found


def _headline(tokens: list[Token], role: Role) -> bool:
    """Whether capitals carry no meaning here: title case or capitals only."""
    words = [token.text for token in tokens if token.text[0].isalpha()]
    if not words:
        return False
    if sum(word.isupper() and len(word) > 1 for word in words) > 0.6 * len(words) and len(words) > 3:
        return True
    if len(words) > 1 and all(word.isupper() for word in words) and max(map(len, words)) > 5:
        return True
    long = [word for word in words[1:] if len(word) > 3]
    small = sum(word[0].islower() for word in long)
    return role in ("title", "heading") and len(long) >= 2 and small <= 0.34 * len(long)
