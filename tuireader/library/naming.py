"""Articles of a library by name: a number, a digest, an id, or the beginning of either."""

from __future__ import annotations

from tuireader.article import UsageError
from tuireader.library.beside import Beside
from tuireader.library.packing import PARTED_AGAIN
from tuireader.text.safe import line
from tuireader.text.words import fold

#: A shorter beginning of a digest is taken for an id.
_DIGEST = 6
_ID = f"substr(folded, instr(folded, char({ord(PARTED_AGAIN)})) + 2)"


def meant(shelf: Beside, name: str) -> int:
    """The number of the article that is meant: by number (``12``, ``#12``), by id, by digest, by the beginning of an id
    or of a digest. Raises UsageError where there is none, or more than one."""
    folded = " ".join(map(fold, line(name).split()))
    digits = name.removeprefix("#")
    number = digits if digits.isascii() and digits.isdecimal() and digits[0] != "0" and len(digits) < 18 else None
    for condition, value in (
        (f"{_ID} = ?", folded),
        ("id = ?", number),
        (f"instr({_ID}, ?) = 1", folded),
        ("digest >= ?1 AND digest < ?1 || 'g'", name.lower() if len(name) >= _DIGEST else None),
    ):
        if not value:
            continue
        found = [id for (id,) in shelf.rows(f"SELECT id FROM text WHERE {condition} ORDER BY id LIMIT 4", (value,))]
        if len(found) == 1:
            return int(found[0])
        if found:
            some = ", ".join(map(str, found[:3]))
            raise UsageError(
                f"“{line(name)}” may be article {some}{' or another' * (len(found) > 3)}; write its number"
            )
    raise UsageError(f"there is no article “{line(name)}” in the library; `tuireader list --library` lists them")
