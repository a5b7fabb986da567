"""Which language an article is in, as HTML names it, so that it is read aloud and hyphenated as that."""

from __future__ import annotations

from tuireader.article import Article
from tuireader.text.languages import SAMPLE, language
from tuireader.text.words import words

#: ISO 639-1 for the names of languages.
_CODES = {
    "german": "de",
    "dutch": "nl",
    "spanish": "es",
    "catalan": "ca",
    "portuguese": "pt",
    "swedish": "sv",
    "norwegian": "no",
    "turkish": "tr",
    "lithuanian": "lt",
    "estonian": "et",
    "indonesian": "id",
    "serbian": "sr",
    "macedonian": "mk",
    "greek": "el",
    "persian": "fa",
    "hindi": "hi",
    "nepali": "ne",
    "armenian": "hy",
    "tamil": "ta",
    "hebrew": "he",
    "polish": "pl",
    "czech": "cs",
    "slovak": "sk",
    "slovene": "sl",
    "albanian": "sq",
    "latvian": "lv",
    "vietnamese": "vi",
    "bulgarian": "bg",
    "danish": "da",
    "finnish": "fi",
    "hungarian": "hu",
    "romanian": "ro",
    "russian": "ru",
    "ukrainian": "uk",
    "arabic": "ar",
    "french": "fr",
    "italian": "it",
    "english": "en",
}


def tongue(article: Article) -> str | None:
    """The code of its language; None where it cannot be told, or is that of the page."""
    told: list[str] = []
    for part in article.told():
        told += [word.folded for word in words(article.text, part.start, part.end)]
        if len(told) >= SAMPLE:
            break
    code = _CODES.get(language(told[:SAMPLE]) or "")
    return None if code == "en" else code
