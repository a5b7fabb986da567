"""Which of several people with one surname is meant: the one who bears the title, the father or the son."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tuireader.facts.document import Document
from tuireader.facts.names.entries import surname
from tuireader.facts.names.roles import Role
from tuireader.facts.names.tagging import Name
from tuireader.facts.names.traits import slots
from tuireader.text.words import fold

#: Endings of a son's or grandson's name.
_SONS = frozenset(["jr", "ii", "iii", "iv"])


def lead(documents: Sequence[Document], tagged: list[list[Name]], held: Sequence[Mapping[int, Role]]) -> None:
    """Puts right, in ``tagged``, whom surnames with a title ("former President Lang") and fathers' names lead to.

    ``held`` are the roles beside the names, by their index.
    """
    _part_fathers(documents, tagged)
    bearers: dict[tuple[str, str], set[str]] = {}
    for document, names, roles in zip(documents, tagged, held, strict=True):
        for number, role in roles.items():
            name = names[number]
            if name.last - name.first > 1:
                for slot in slots(role.office.lower().split()):
                    bearers.setdefault((_last(document, name), slot), set()).add(name.entity)
    for document, names, roles in zip(documents, tagged, held, strict=True):
        for number, role in roles.items():
            name = names[number]
            if name.last - name.first > 1 or role.end > name.start:
                continue
            last = _last(document, name)
            fits = [bearers.get((last, slot), set()) for slot in slots(role.office.lower().split())]
            if fits and len(fits[0]) == 1 and name.entity not in fits[0]:
                names[number] = name._replace(entity=min(fits[0]))


def _last(document: Document, name: Name) -> str:
    return fold(surname(tuple(token.low for token in document.tokens[name.first : name.last])))


def _part_fathers(documents: Sequence[Document], tagged: list[list[Name]]) -> None:
    """ "His father, the Rev. Ivo Lang" is not Ivo Lang Jr., nor is "the Rev. Ivo Lang" anywhere else."""
    titles: set[tuple[str, str]] = set()
    for document, names in zip(documents, tagged, strict=True):
        for name in names:
            title = _title(document, name)
            if _short_of_son(document, name) and _father_before(document, name):
                titles.add((name.entity, title))
    if not titles:
        return
    called: dict[str, str] = {}
    for document, names in zip(documents, tagged, strict=True):
        for number, name in enumerate(names):
            title = _title(document, name)
            if not _short_of_son(document, name):
                continue
            if (title and (name.entity, title) in titles) or _father_before(document, name):
                words = document.text[name.start : name.end]
                if len(words) > len(called.get(name.entity, "")):
                    called[name.entity] = " ".join(words.split())
                names[number] = name._replace(entity="\0" + name.entity)
    for names in tagged:
        for number, name in enumerate(names):
            if name.entity.startswith("\0"):
                names[number] = name._replace(entity=called[name.entity[1:]])


def _short_of_son(document: Document, name: Name) -> bool:
    """Whether a full name leaves out the ending that its person's has."""
    if name.kind != "person" or name.last - name.first < 2:
        return False
    last = document.tokens[name.last - 1].low.rstrip(".")
    return last not in _SONS and name.entity.lower().rstrip(".").split()[-1] in _SONS


def _title(document: Document, name: Name) -> str:
    before = document.tokens[name.first - 1].low.rstrip(".") if name.first else ""
    return before if before in ("rev", "reverend", "sen", "senator", "president", "governor", "dr", "judge") else ""


def _father_before(document: Document, name: Name) -> bool:
    tokens = document.tokens[max(0, name.first - 5) : name.first]
    lows = [token.low for token in tokens]
    return "father" in lows and not any(token.text[0].isupper() for token in tokens[lows.index("father") : -1])
