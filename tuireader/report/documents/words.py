"""What documents say in every form: headings, summaries, and how they were made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import get_args

from tuireader import __version__
from tuireader.article import Article
from tuireader.facts import VERDICTS, Fact, Verdict
from tuireader.passages import Kind, Passage
from tuireader.report.counting import count
from tuireader.report.documents.chapter import Chapter
from tuireader.settings.limits import LIMITS
from tuireader.text.safe import line

_NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]

#: The headings, so that every form has the same.
ARTICLES = "The articles"
SHARING = "Who shares what with whom"
COVERAGE = "Who carries which passage"
PASSAGES = "What they share, wording against wording"
FACTS = "The facts"
ALONE = "Told by one alone"
TIMELINE = "Timeline"
WHO = "Who is who"
TEXTS = "The articles side by side"
MARKS = "Marks and notes"
#: What stands for the title of an article that has none.
UNTITLED = "An article without a title"
MADE = "How this was made"

#: What the verdicts of facts say, as headings of a document.
VERDICT_HEADS: dict[Verdict, str] = {
    "differ": "They differ",
    "changed": "It changed: time passed between them",
    "agree": "They agree",
    "only": ALONE,
}

#: What a share is, under the table of them.
SHARES = (
    "Each row says how much of an article's body stands in the other articles too, word for word or in other words. "
    "The shares do not add up: several articles can have the same sentence."
)
#: What the letters of that table are.
LETTERS = "Equal letters in a row are equal words: one telling, copied."
#: What the document cannot tell, before what the search for facts cannot.
_DESCRIBES = (
    "This describes and does not judge. That several articles have the same words does not say who wrote them first, "
    "nor that they are right; that one alone has something does not say that it is wrong.",
    "Shared passages are found by what their words have in common, in one language or close ones. Accounts written "
    "independently of each other are matched less surely than copies, and a thing told in quite different words is "
    "missed.",
)


def spelt(number: int) -> str:
    """A number in words, up to twelve."""
    return _NUMBERS[number] if number < len(_NUMBERS) else f"{number:,}"


def kicker(chapter: Chapter) -> str:
    """What stands over the title."""
    told = len(chapter.articles)
    if told == 1:
        return "One account"
    return f"One story, {spelt(told)} accounts"


def summary(chapter: Chapter) -> str:
    """The story in one sentence of numbers."""
    words = count(sum(article.words for article in chapter.articles), "word")
    known = chapter.facts.facts
    if len(chapter.articles) == 1:
        said = [credit(chapter.articles[0]), words, count(len(known), "fact") if known else ""]
        return "; ".join(each for each in said if each) + "."
    said = [f"{count(len(chapter.articles), 'article')} of {words} together", passages_in_words(chapter.passages)]
    return "; ".join([*said, *([facts_in_words(known)] if known else [])]) + "."


def passages_in_words(passages: Sequence[Passage]) -> str:
    """How many passages they share, and of which kind."""
    if not passages:
        return "no passage stands in more than one of them"
    kinds = Counter[str](passage.kind for passage in passages)
    parts = [(kinds[kind], kind) for kind in get_args(Kind) if kinds[kind]]
    if len(parts) == 1:
        return f"{len(passages):,} shared {'passage' if len(passages) == 1 else 'passages'}, {_kind(parts[0][1])}"
    return f"{len(passages):,} shared passages ({', '.join(f'{number} {_kind(kind)}' for number, kind in parts)})"


def _kind(kind: str) -> str:
    return {"verbatim": "word for word", "related": "only related"}.get(kind, kind)


def facts_in_words(facts: Sequence[Fact]) -> str:
    """How many facts there are of each verdict."""
    said = {"differ": "differ", "changed": "changed", "agree": "agree", "only": "told by one article alone"}
    counts = [(sum(fact.verdict == verdict for fact in facts), verdict) for verdict in VERDICTS]
    return f"{count(len(facts), 'fact')}: {', '.join(f'{n:,} {said[verdict]}' for n, verdict in counts if n)}"


def credit(article: Article) -> str:
    """Where an article comes from, as far as it says so: outlet, agency, author, date."""
    agency = f"from {article.agency}" if article.agency else None
    said = [article.source, agency, article.byline, article.published]
    return " · ".join(line(each) for each in said if each)


def made(left_out: int) -> list[str]:
    """How the document was made and what the method cannot tell, a paragraph each."""
    said = [
        f"Made by tuireader {__version__} from the texts alone. Offsets such as 000:1204-1300 name an article and the "
        "characters of its text from and up to which something stands; `tuireader read 000:1204-1300` opens there.",
        *_DESCRIBES,
        *LIMITS,
    ]
    if left_out:
        said.append(f"The reader took {count(left_out, 'fact')} off the list; {_they(left_out)} not shown here.")
    return said


def _they(number: int) -> str:
    return "it is" if number == 1 else "they are"
