"""What a query asks, as expressions of the full-text index and as conditions on the table of texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import TYPE_CHECKING, Any, NamedTuple

from tuireader.library.packing import PARTED_AGAIN
from tuireader.search.query import Clause, Query
from tuireader.search.tokens import tokens
from tuireader.text.words import fold

if TYPE_CHECKING:
    from tuireader.search.vocabulary import Vocabulary

#: Further words of a query than these tell nothing more.
_WORDS = 12
#: A mistyped word stands for so many words, the likest; beside others for so many.
_LIKE, _LIKE_BESIDE = 16, 3
#: A beginning stands for so many words; of fewer letters, for none while the words are not known.
_COMPLETIONS, _BEGINNING = 12, 3
#: So many words apart two words are likely to stand in one sentence.
_BESIDE = 15
#: Fields that ask for words of the text; the others are no words of it (``when:2025-03``, ``fact:differ``).
_OF_THE_TEXT = frozenset({"quote", "who", "said", "where"})


class Options(NamedTuple):
    """What answers one word of a query: one of ``words``, or what begins with ``beginning`` (empty: nothing)."""

    words: tuple[str, ...]
    beginning: str = ""

    @property
    def expression(self) -> str:
        """The options as the index is asked for them."""
        terms = [f'"{word}"' for word in self.words] + ([f'"{self.beginning}" *'] if self.beginning else [])
        return terms[0] if len(terms) == 1 else f"({' OR '.join(terms)})"


class Asked(NamedTuple):
    """A query in the words of the index. ``open`` says that the last of ``words`` may be a beginning."""

    words: tuple[str, ...]
    open: bool
    phrases: tuple[str, ...]
    titled: tuple[str, ...]
    without: tuple[str, ...]
    inside: tuple[Clause, ...]

    def exact(self, known: Vocabulary | None) -> list[Options]:
        """Each word as typed; the last one may be a beginning, of the words that most texts have where these are known.

        To ask the index itself for all that begins with a letter takes as long as to read a part of it.
        """
        found = [Options((word,)) for word in self.words]
        if found and self.open:
            last = self.words[-1]
            if known is not None:
                found[-1] = Options(tuple(dict.fromkeys((last, *known.completions(last, _COMPLETIONS)))))
            elif len(last) >= _BEGINNING:
                found[-1] = Options((last,), last)
        return found

    def like(self, known: Vocabulary) -> list[Options]:
        """Each word as typed, and the words of the library that it may be meant for, the likest first."""
        found = []
        for at, options in enumerate(self.exact(known)):
            open_ = self.open and at == len(self.words) - 1
            near = known.near(options.words[0], prefix=open_)[:_LIKE]
            found.append(Options((options.words[0], *(known.terms[id] for id, _ in near), *options.words[1:])))
        return found

    def where(self, done: str) -> tuple[str, list[Any]]:
        """What else must hold of rows of the index: a condition that begins with AND, or nothing; and its values."""
        terms, values = self._conditions(done)
        inner = " AND ".join(terms)
        return (f" AND rowid IN (SELECT id FROM main.text WHERE {inner})" if inner else ""), values

    def by_title(self, done: str, limit: int) -> tuple[str, list[Any]]:
        """Asks the lists instead of the index: for texts by their titles and sources, the newest first."""
        terms, values = self._conditions(done)
        words = [*self.words, *self.titled, *(word for phrase in self.phrases for word in phrase.split())]
        inner = " AND ".join([*terms, *["instr(folded, ?)"] * len(words)]) or "1"
        return f"SELECT id FROM main.text WHERE {inner} ORDER BY id DESC LIMIT {limit}", [*values, *words]

    def _conditions(self, done: str) -> tuple[list[str], list[Any]]:
        terms: list[str] = []
        values: list[Any] = []
        for clause in self.inside:
            sql, more = _CONDITIONS[clause.field](clause.text, done)
            terms.append(f"NOT ({sql})" if clause.excluded else f"({sql})")
            values += more
        return terms, values


def read(query: Query) -> Asked:
    """A query as the index is asked for it."""
    words: list[tuple[str, bool]] = []
    phrases, titled, without, inside = [], [], [], []
    for clause in query.clauses:
        said = [token.term for token in tokens(clause.text)]
        if clause.field in _CONDITIONS:
            inside += [clause] if said else []
        elif clause.excluded:
            without += [f'"{" ".join(said)}"'] if said and not clause.field else []
        elif clause.field == "title":
            titled += said
        elif clause.exact and len(said) > 1 and not clause.field:
            if clause.open and len(said[-1]) < _BEGINNING:
                said.pop()
            phrases.append(f'"{" ".join(said)}"' + (" *" if clause.open and len(said[-1]) >= _BEGINNING else ""))
        elif not clause.field or clause.field in _OF_THE_TEXT:
            words += [(word, clause.open) for word in said]
    kept = tuple(dict.fromkeys(word for word, _ in words))[:_WORDS]
    open_ = bool(words) and words[-1][1]
    return Asked(kept, open_, tuple(phrases), tuple(titled), tuple(without), tuple(inside))


def every(options: Sequence[Options], asked: Asked, column: str = "") -> str:
    """Asks for texts with all of these somewhere; only in their titles, for the column ``title``."""
    terms = [each.expression for each in options]
    return _complete([f"{{{column}}} : ({' AND '.join(terms)})"] if column and terms else terms, asked)


def nearby(options: Sequence[Options], asked: Asked) -> str:
    """Asks for texts in which two words or more stand near to each other; nothing for fewer."""
    if len(options) < 2:
        return ""
    choices = [
        [*(f'"{word}"' for word in each.words[:_LIKE_BESIDE]), *([f'"{each.beginning}" *'] if each.beginning else [])]
        for each in options[:3]
    ]
    near = " OR ".join(f"NEAR({' '.join(chosen)}, {_BESIDE})" for chosen in product(*choices))
    return _complete([f"({near})", *(each.expression for each in options[3:])], asked)


def _complete(terms: Sequence[str], asked: Asked) -> str:
    """The expression with exact words, words of titles, and what must not be there."""
    titled = [f'{{title}} : "{word}"' + (" *" if len(word) >= _BEGINNING else "") for word in asked.titled]
    wanted = " AND ".join([*terms, *asked.phrases, *titled])
    return f"({wanted}) NOT ({' OR '.join(asked.without)})" if wanted and asked.without else wanted


def _named(text: str, _: str) -> tuple[str, list[Any]]:
    """Articles by number, by how their id begins, or by source; several parted by commas."""
    terms, values = [], []
    for name in filter(None, text.split(",")):
        if name.isascii() and name.isdecimal() and len(name) < 18 and name[0] != "0":
            terms.append("id = ?")
            values.append(name)
            continue
        folded = " ".join(map(fold, name.split()))
        at = f"instr(folded, char({ord(PARTED_AGAIN)}))"
        terms.append(f"instr(substr(folded, {at} + 2), ?) = 1 OR instr(substr(folded, 1, {at}), ?)")
        values += [folded, folded]
    return " OR ".join(terms) or "1", values


def _tagged(text: str, done: str) -> tuple[str, list[Any]]:
    value = f"% {_escaped(text)}%"
    held = " UNION ".join(
        f"SELECT digest FROM {done}.{table} WHERE ' ' || tags LIKE ? ESCAPE '\\'" for table in ("article", "mark")
    )
    return f"digest IN ({held})", [value, value]


def _noted(text: str, done: str) -> tuple[str, list[Any]]:
    return f"digest IN (SELECT digest FROM {done}.mark WHERE note LIKE ? ESCAPE '\\')", [f"%{_escaped(text)}%"]


def _escaped(text: str) -> str:
    return "".join(_escapes(text))


def _escapes(text: str) -> Iterator[str]:
    for char in text:
        yield f"\\{char}" if char in "\\%_" else char


_CONDITIONS = {"in": _named, "tag": _tagged, "note": _noted}
