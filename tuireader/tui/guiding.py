"""A few lines that say which key to press next: the hint of the first run, and the tour. No screens here."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from tuireader.settings.commands import SCOPES

_KEY = re.compile(r"\{([a-z_.]+)\}")


class Step(NamedTuple):
    """What is said, in which scopes, until one of the commands ``done`` is given.

    ``{compare.mark}`` stands for the key of that command. Without scopes it is said everywhere, without ``done`` for
    good; "*" is any command.
    """

    scopes: tuple[str, ...]
    text: str
    done: tuple[str, ...] = ()


#: Said once, the first time the reader is opened.
FIRST = (
    Step(
        ("library",),
        "{library.compare} puts the story side by side, then {compare.next_passage} goes from one shared passage to the"
        " next. {library.facts} shows facts, {app.search} searches, {app.help} tells every key. `tuireader tour` shows"
        " it all in a minute.",
        ("*",),
    ),
)

TOUR = (
    Step(
        ("library",),
        "Five articles tell one story; the bar says how much of each stands in the others too."
        " Press {library.compare} to put them side by side.",
        ("library.compare",),
    ),
    Step(
        ("compare",),
        "What several tell has a number and a colour, the same in every pane."
        " Press {compare.next_passage}: all panes come to the next shared passage, level.",
        ("compare.next_passage",),
    ),
    Step(
        ("compare",),
        "The last line says who has the passage, and in how many wordings."
        " Press {compare.wording} to see which words were changed; again, and the tellings stand under each other.",
        ("compare.wording",),
    ),
    Step(
        ("compare",),
        "Now the other way round. Press {compare.unique}: only what this article alone says is lit.",
        ("compare.unique",),
    ),
    Step(
        ("compare",),
        "{compare.unique} again brings the rest back. And who, where, when, how many, who said what?"
        " Press {compare.facts}.",
        ("compare.facts",),
    ),
    Step(
        ("facts",),
        "What differs comes first. {list.down} goes to the next fact. Press {facts.jump}: the sentence that says it,"
        " lit; again, the next article that does.",
        ("facts.jump",),
    ),
    Step(
        ("compare", "facts"),
        "Press {compare.coverage} for the story at a glance: who has what, who stands alone.",
        ("compare.coverage",),
    ),
    Step(
        ("coverage",),
        "A row is a passage or a fact, a column an article. {coverage.open} would open the row there."
        " Press {app.back} to go back.",
        ("app.back", "coverage.open"),
    ),
    Step(
        (),
        "Press {app.search} to search. Typing errors and missing accents are forgiven.",
        ("app.search",),
    ),
    Step(
        ("search",),
        "Type vucic. {search.next} goes to the next hit, {search.accept} to the sentence.",
        ("search.accept", "search.close"),
    ),
    Step(
        ("compare", "facts"),
        "Press {compare.mark} to mark what is at hand: it is kept, whatever happens."
        " {app.copy} copies it, with its source if you like.",
        ("compare.mark", "facts.mark"),
    ),
    Step(
        (),
        "That was the tour; it keeps no marks. {app.help} tells every key, {app.palette} finds a command by its name,"
        " {app.quit} leaves. Then: tuireader YOUR-FILES",
    ),
)


class Guide:
    """Where one is in some steps."""

    def __init__(self, steps: Sequence[Step], name: str = "") -> None:
        """``name`` is said with the number of the step, where the steps are those of a tour."""
        self._steps = steps
        self._name = name
        self.at = 0
        """The number of steps that are done."""

    @property
    def over(self) -> bool:
        """Whether there is nothing more to say."""
        return self.at >= len(self._steps)

    def did(self, command: str) -> None:
        """Takes note of a command that was given."""
        done = () if self.over else self._steps[self.at].done
        if command in done or "*" in done:
            self.at += 1

    def said(self, scopes: Sequence[str], key_of: Callable[[str], str]) -> list[tuple[str, bool]]:
        """What to say where the keys of these scopes hold, in pieces, each with whether it is a key.

        ``key_of`` writes the key of a command. Nothing when over, or where there is nothing to say.
        """
        text = self._text(scopes)
        pieces = [(text[begin:end], False) for begin, end in _between(text)]
        keys = [(key_of(match[1]), True) for match in _KEY.finditer(text)]
        return [piece for pair in zip(pieces, [*keys, ("", True)], strict=True) for piece in pair if piece[0]]

    def _text(self, scopes: Sequence[str]) -> str:
        if self.over:
            return ""
        step = self._steps[self.at]
        where = f"{self._name} {self.at + 1}/{len(self._steps)}: " if self._name else ""
        if step.scopes and not set(step.scopes).intersection(scopes):
            if not self._name:
                return ""
            heading = SCOPES[step.scopes[0]].casefold()
            return f"{where}it goes on in: {heading}. {{app.back}} goes back."
        return where + step.text


def _between(text: str) -> list[tuple[int, int]]:
    """What stands between the keys, before the first and after the last."""
    matches = list(_KEY.finditer(text))
    return list(
        zip([0, *(each.end() for each in matches)], [*(each.start() for each in matches), len(text)], strict=True)
    )


def commands_of(steps: Sequence[Step]) -> set[str]:
    """The ids of all commands that some steps speak of."""
    return {id for step in steps for id in (*_KEY.findall(step.text), *step.done)} - {"*"}
