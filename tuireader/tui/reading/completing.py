"""How a query that is being typed may go on: the rest of a field's name or value. Pure: knows labels, no screens."""

from __future__ import annotations

from tuireader.search import FieldLabels
from tuireader.search.query import FIELDS, at_end
from tuireader.text.safe import line
from tuireader.text.words import fold, words

#: From so many letters on a word may be the name of a field.
_NAME = 3


def rest(query: str, labels: FieldLabels) -> str:
    """What comes after the end of a query, if there is one thing that is likely meant; else nothing."""
    clause = at_end(query)
    if clause is None or not clause.text:
        return ""
    if not clause.field:
        names = [
            name
            for name in FIELDS
            if name.startswith(clause.text.lower()) and len(clause.text) >= min(_NAME, len(name))
        ]
        return f"{names[0][len(clause.text) :]}:" if len(names) == 1 and not clause.exact else ""
    held = labels.get(clause.field)
    typed = fold(clause.text.split()[-1]) if held is not None and not clause.text[-1].isspace() else ""
    for value in held.begun(clause.text) if held is not None and typed else ():
        for word in words(value):
            said = line(value[word.start : word.end])
            if fold(said).startswith(typed) and len(said) > len(typed) and fold(said[: len(typed)]) == typed:
                return said[len(typed) :]
    return ""


def choices(query: str, labels: FieldLabels, most: int = 12) -> list[str]:
    """The queries that a field without a value may become, those that find most first."""
    clause = at_end(query)
    held = labels.get(clause.field) if clause is not None and clause.field and not clause.text else None
    if clause is None or held is None:
        return []
    before = query.rstrip('"“”„')
    return [before + _written(line(value)) for value in held.begun("", most) if line(value)]


def _written(value: str) -> str:
    plain = value.replace('"', " ")
    return f'"{plain}"' if " " in plain else plain
