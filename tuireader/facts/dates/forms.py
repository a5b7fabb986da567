"""Where the forms of dates stand in a sentence."""

from __future__ import annotations

import re
from typing import NamedTuple

from tuireader.facts.dates.checks import plausible
from tuireader.facts.dates.rules import ALSO, ANY_CASE, RULES, TRIGGERS
from tuireader.facts.document import Document, Sentence
from tuireader.text.lazy import Lazy


class Form(NamedTuple):
    """The name of a form and its match; the date is the match's group ``what`` where it has one, else all of it."""

    name: str
    match: re.Match[str]
    start: int
    end: int


_RULES = tuple((name, kinds, Lazy(rule, re.IGNORECASE if name in ANY_CASE else 0)) for name, kinds, rule in RULES)


def forms(document: Document, sentence: Sentence) -> list[Form]:
    """The dates of a sentence in order, never overlapping; where two forms meet, the earlier one of the rules stays."""
    kinds = _kinds(document, sentence)
    if not kinds:
        return []
    text = document.text
    chosen: list[Form] = []
    taken: set[int] = set()
    for name, needs, lazy in _RULES:
        if kinds.isdisjoint(needs):
            continue
        rule = lazy.pattern
        for match in rule.finditer(text, sentence.start, sentence.end):
            low, high = match.span("what") if "what" in rule.groupindex and match["what"] else match.span()
            if taken.isdisjoint(range(low, high)) and plausible(name, match, text, sentence.start):
                chosen.append(Form(name, match, low, high))
                taken.update(range(low, high))
    chosen.sort(key=lambda form: form.start)
    return chosen


def _kinds(document: Document, sentence: Sentence) -> set[str]:
    """The classes of triggers a sentence holds."""
    found: set[str] = set()
    for token in document.tokens[sentence.first : sentence.last]:
        low = token.low
        if low[0].isdigit():
            found.add("0")
            if low[:4].isdigit() and len(low) > 3:
                found.add("y")
            elif ":" in low:
                found.add(":")
            continue
        kind = TRIGGERS.get(low)
        if kind is not None:
            found.add(kind)
            if low in ALSO:
                found.add(ALSO[low])
        elif "-" in low:
            for part in low.split("-"):
                found.update("0y" if part[:1].isdigit() else TRIGGERS.get(part, ""))
    return found
