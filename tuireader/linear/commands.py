"""The commands of the linear mode: which keys call them, and what they do.

Where the screens have the same command it has the same keys, also those the user gave it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tuireader.settings.config import Settings
from tuireader.settings.keys import shown


class Command(NamedTuple):
    """``verb`` is the method ``do_verb``; ``like`` the command of the screens whose keys it has, else ``keys``.

    ``takes`` says what may be written behind the key on a line; without it nothing may.
    """

    verb: str
    help: str
    like: str = ""
    keys: tuple[str, ...] = ()
    takes: str = ""

    def keys_now(self, settings: Settings) -> tuple[str, ...]:
        """The keys that call it, as the user has them."""
        return settings.keys_for(self.like) if self.like else self.keys


EVERYWHERE = (
    Command("again", "Say again what is at hand.", keys=("a",)),
    Command("where", "Say where you are.", keys=("equals_sign",)),
    Command("search", "Search all articles; on a line the words stand behind the key.", "app.search", takes="words"),
    Command("marks", "List what you marked.", "app.marks"),
    Command("undo", "Take back the last thing you marked, noted, tagged or dismissed.", "app.undo"),
    Command("help", "Tell the keys that hold here.", "app.help"),
    Command("back", "Go back; from the list of articles, leave.", "app.back"),
    Command("quit", "Leave.", "app.quit"),
)

ROWS = (
    Command("down", "The next one.", "list.down"),
    Command("up", "The one before.", "list.up"),
    Command("page_down", "Name the next ten.", keys=("space", "pagedown")),
    Command("page_up", "Name the ten before.", keys=("b", "pageup")),
    Command("top", "The first one.", "list.top"),
    Command("bottom", "The last one.", "list.bottom"),
)

SHELF = (
    Command("read", "Read the article at hand. A number and enter read the one of that number.", "library.read"),
    Command("compare", "Go to the first passage that the story at hand shares.", "library.compare"),
    Command("facts", "The facts of the story at hand.", "library.facts"),
    Command("coverage", "Who has what in the story at hand.", "library.coverage"),
    Command("list", "Name all articles.", keys=("l",)),
    Command("toggle_read", "Call the article read, or not read.", "library.toggle_read"),
)

LARGE = (
    Command(
        "read", "Open the story or article at hand. A number and enter open the row of that number.", "library.read"
    ),
    Command(
        "filter", "Only those with some words, unread, #tag …; none lists all again.", "library.filter", takes="words"
    ),
    Command("toggle_read", "Call the article read, or not read; of a story all of them.", "library.toggle_read"),
)

TEXT = (
    Command("next_passage", "The next shared passage, as every article tells it.", "compare.next_passage"),
    Command("previous_passage", "The shared passage before.", "compare.previous_passage"),
    Command("wording", "All tellings of the passage in full, and every word that differs.", "compare.wording"),
    Command("explain", "Why the passage was found.", "compare.explain"),
    Command("unique", "The next sentence that no other article has.", "compare.unique"),
    Command("line_down", "The next sentence.", "compare.line_down"),
    Command("line_up", "The sentence before.", "compare.line_up"),
    Command("page_down", "The next paragraph.", keys=("space", "pagedown")),
    Command("page_up", "The paragraph before.", keys=("b", "pageup")),
    Command("read_on", "Read on to the end of the article.", keys=("R",)),
    Command("top", "To the beginning of the article.", "compare.top"),
    Command("bottom", "To the end of the article.", "compare.bottom"),
    Command(
        "next_article",
        "The same place in the next article that has it. A number and enter choose one.",
        "compare.next_article",
    ),
    Command("previous_article", "The same place in the article before.", "compare.previous_article"),
    Command("facts", "The facts of the story.", "compare.facts"),
    Command("coverage", "Who has what in the story.", "compare.coverage"),
    Command("mark", "Mark the passage or sentence at hand, or take the mark away.", "compare.mark"),
    Command("note", "Write a note to what is at hand; it is marked with it.", "compare.note", takes="the note"),
    Command("tags", "Give what is at hand tags; it is marked with them.", "compare.tags", takes="tags"),
    Command("next_mark", "Go to the next mark in this article.", "compare.next_mark"),
)

FACTS = (
    *ROWS,
    Command(
        "verdict",
        "Only those that differ; then that changed, that agree, that one article has; then all.",
        "facts.group",
    ),
    Command("filter", "Only those with some words; none lists all again.", "facts.filter", takes="words"),
    Command("jump", "Go to its sentence; again, to that of the next article that has it.", "facts.jump"),
    Command("reasons", "Why it has its verdict.", "facts.reasons"),
    Command("mark", "Mark its sentence, or take the mark away.", "facts.mark"),
    Command("note", "Write a note to its sentence.", "facts.note", takes="the note"),
    Command("tags", "Give its sentence tags.", "facts.tags", takes="tags"),
    Command("dismiss", "Take it off the list, and remember that.", "facts.dismiss"),
)

PLACES = (*ROWS, Command("jump", "Go to it.", keys=("enter",)))

MARKS = (
    *PLACES,
    Command("note", "Write a note to it, instead of the one it has.", "marks.note", takes="the note"),
    Command("tags", "Give it tags, instead of those it has.", "marks.tags", takes="tags"),
    Command("remove", "Take the mark away.", "marks.remove"),
)


def told(commands: tuple[Command, ...], settings: Settings) -> Iterator[str]:
    """A line for each command that has a key."""
    for command in commands:
        keys = [shown(key, arrows=False) for key in command.keys_now(settings)]
        if keys:
            yield f"{' or '.join(keys)}: {command.help}"
