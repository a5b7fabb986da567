"""What a word is compared by: its form without case and accents, and its stem or the key it shares with its equals."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from tuireader.passages.words.aliases import ALIASES
from tuireader.text.languages import SAMPLE, language, lower, native_stem
from tuireader.text.words import bare
from tuireader.text.words import stem as snowball

#: Forgotten when there are more, so that many articles do not fill the memory.
_MOST = 1 << 16
#: The first letter of the scripts written without spaces, in the order of Unicode.
_THAI = "\u0e01"
#: The first letter of the scripts that are not Latin.
_GREEK = "\u0370"
_SERBIAN = "serbian"

#: What a word must be looked at again for, among its neighbours.
Care = Literal["", "us", "union", "alone", "name"]

#: Words that mean something else where they are names: "Mark", "the House", "The Washington Post".
_NAMES = frozenset(
    ["bill", "faith", "grant", "guard", "hope", "house", "justice", "mark", "post", "price", "rob", "sue", "young"]
)


class Entry(NamedTuple):
    """A word as it is written: its folded form, the key it is compared by, whether it begins with a capital."""

    form: str
    key: str
    capital: bool
    care: Care


class Vocabulary(dict[str, Entry]):
    """Words as they are written to their entries, made when they are first asked for.

    Read as words of ``latin`` where they begin with a Latin letter, else of ``other``. None is read as English is.
    """

    def __init__(self, latin: str | None, other: str | None) -> None:
        super().__init__()
        self._latin, self._other = latin, other

    def __missing__(self, written: str) -> Entry:
        if len(self) >= _MOST:
            self.clear()
        form = bare(written)
        native = self._latin if form[0] < _GREEK else self._other
        if native is None or not form[0].isalpha():
            key = stem(form)
        else:
            word = lower(written, native)
            form = bare(word)
            alias = ALIASES.get(form, "")
            key = alias if alias.startswith("@") else native_stem(word, native)
        entry = self[written] = Entry(form, key, written[0].isupper(), _care(written, form))
        return entry


@lru_cache(maxsize=64)
def vocabulary(latin: str | None, other: str | None) -> Vocabulary:
    """The vocabulary of texts in one language, or in two with different letters."""
    return Vocabulary(latin, other)


def vocabulary_of(written: Sequence[str]) -> Vocabulary:
    """The vocabulary that the words of a text, in their order, belong to."""
    sample = [bare(word) for word in written[:SAMPLE]]
    strange = [word for word in sample if word[0] >= _GREEK]
    other = language(strange) if strange else None
    latin = language([word for word in sample if word[0] < _GREEK] if strange else sample)
    if _SERBIAN in (latin, other):  # of two alphabets
        latin, other = latin or _SERBIAN, other or _SERBIAN
    return vocabulary(None if latin == "english" else latin, other)


def _care(written: str, form: str) -> Care:
    if form == "us":
        return "us" if written.startswith("US") else ""
    if form in ("states", "kingdom"):
        return "union"
    if form in _NAMES and written[0].isupper():
        return "name"
    if written[0] >= _THAI:
        from tuireader.text.scripts import alone

        return "alone" if alone(written) else ""
    return ""


@lru_cache(maxsize=1 << 16)
def stem(form: str) -> str:
    """What a folded English word is compared by: its stem, or the key it shares with other names of the same thing."""
    alias = ALIASES.get(form)
    if alias is not None:
        return alias
    if form[0].isdigit():
        return form.replace(",", "")
    key = snowball(form)
    return ALIASES.get(key, _synonyms().get(key, key))


@lru_cache(maxsize=1)
def _synonyms() -> dict[str, str]:
    from tuireader.text import synonyms

    known: dict[str, str] = {}
    for word, group in synonyms.read().items():
        known.setdefault(snowball(word), "=" + group)
    return known
