"""Guesses at encodings that the bytes alone do not tell: by the language of a text and the letters that it has.

The plain letters of a text are the same in nearly all code pages, and its function words tell the language. What stands
in place of its other letters tells the code page: a Serbian text has č, ć, ž, š and đ, and none besides.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections import Counter

# The letters beyond ASCII that texts of a language have; those of names from next door do no harm.
_LETTERS = {
    "albanian": "ëç",
    "catalan": "àèéíïòóúüçñ·",
    "czech": "áčďéěíňóřšťúůýž",
    "danish": "æøåé",
    "dutch": "éëïóöüèêáàç",
    "estonian": "äõöüšž",
    "finnish": "äöåšž",
    "french": "àâæçèéêëîïôœùûüÿ",
    "german": "äöüßé",
    "hungarian": "áéíóöőúüű",
    "italian": "àèéìòùîç",
    "latvian": "āčēģīķļņšūžõ",
    "lithuanian": "ąčęėįšųūž",
    "norwegian": "æøåéòô",
    "polish": "ąćęłńóśźż",
    "portuguese": "áâãàçéêíóôõúü",
    "romanian": "ăâîşţșț",
    "serbian": "čćžšđ",
    "slovak": "áäčďéíĺľňóôŕšťúýž",
    "slovene": "čšžćđ",
    "spanish": "áéíñóúüªº¡¿",
    "swedish": "åäöéü",
    "turkish": "çğıöşüâîûİ",
}
#: English has the letters of names, hardly ever the capitals among them: those are where Mac Roman has its quotes.
_NAMES = "éèêëáàâäãçíïîóôöúüñøåßćčšžđńłğŠŽČĆ"
#: In the order in which they are asked: of two that fit alike the first is the one people use.
_PAGES = "cp1252 cp1250 cp1254 cp1257 iso8859_2 iso8859_15 iso8859_9 iso8859_13 iso8859_16 mac_roman cp852"
#: Marks that any text may have.
_MARKS = frozenset("“”„‘’‚«»‹›–—…•·°§©®™€£\u00a0\u00ad¿¡ªº´")
_WORD = re.compile(r"[a-z]+(?![a-z\x80-\uffff])", re.I)
#: So large a part of what is beyond ASCII must be letters of the language or marks.
_FITS = 0.98
#: So many words tell a language, and so many letters beyond ASCII an unknown one.
_WORDS, _TELLING = 55, 3
#: So many bytes are looked at.
SAMPLE = 1 << 16


def by_language(data: bytes) -> str | None:
    """The code page under which the letters of a text are those of its language; None where none fits.

    Where the words do not tell the language it may be any, if the text has some letters to tell it by.
    """
    from tuireader.text.languages import language

    plain = data.decode("latin-1")
    words = [match[0].lower() for match in _WORD.finditer(plain) if plain[match.start() - 1 : match.start()] < "\x80"]
    name = language(words[:_WORDS]) or ""
    known = [_LETTERS[name]] if name in _LETTERS else list(_LETTERS.values())
    alphabets = [_MARKS.union(letters, letters.upper()) for letters in known]
    if name == "english":
        known, alphabets = [_NAMES], [_MARKS.union(_NAMES)]
    best, found = 0.0, None
    for page in _PAGES.split():
        beyond = Counter(char for char in data.decode(page, "replace") if char > "\x7f")
        if len(known) > 1 and len(beyond.keys() - _MARKS) < _TELLING:
            return None
        fitting = max(sum(count for char, count in beyond.items() if char in own) for own in alphabets)
        share = fitting / max(1, beyond.total())
        if share > best + 0.01:
            best, found = share, page
    return found if best >= _FITS else None


def wide(data: bytes) -> str | None:
    """UTF-16 without a mark, and which way round; None where the bytes are none.

    The right way round nearly all are characters that texts have, and the blocks they are from are few.
    """
    if len(data) < 8:
        return None
    best: tuple[float, str] | None = None
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = data[: SAMPLE // 2 * 2].decode(encoding, "strict" if len(data) <= SAMPLE else "replace")
        except UnicodeDecodeError:
            continue
        good = sum(char in "\n\r\t" or unicodedata.category(char)[0] in "LMNPSZ" for char in text)
        blocks = Counter(ord(char) >> 8 for char in text)
        common = sum(count for _, count in blocks.most_common(3)) / len(text)
        if good >= 0.98 * len(text) and (common > 0.5 or len(blocks) < len(text) / 3):
            best = max(best or (0.0, ""), (common, encoding))
    return best[1] if best else None


def mixed(data: bytes) -> str:
    """UTF-8 with stretches in the western code page between, as pages that were put together from several have them."""
    return data.decode("utf-8", _WESTERN)


def _western(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


_WESTERN = "tuireader-western"
codecs.register_error(_WESTERN, _western)
