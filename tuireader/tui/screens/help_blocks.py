"""What the help says: the keys that hold, what the marks mean, and what the facts cannot tell. No drawing here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from tuireader.settings.commands import SCOPES, Command, by_scope
from tuireader.settings.keys import shown
from tuireader.settings.limits import LIMITS
from tuireader.tui.glyphs import Glyphs

#: Cells that keys may take.
SIGN = 16

KeysFor = Callable[[str], tuple[str, ...]]
"""The keys of a command, by its id."""


class Entry(NamedTuple):
    """A key or a mark, and what it does or means. ``look`` names the style of the mark."""

    sign: str
    text: str
    look: str = "key"


class Block(NamedTuple):
    """Entries that belong together, under a heading."""

    title: str
    entries: tuple[Entry, ...]


def blocks(scopes: Sequence[str], keys_for: KeysFor, glyphs: Glyphs) -> list[Block]:
    """All that the help says to a reader who comes from a screen where these scopes hold."""
    taken: set[str] = set()
    found = [Block(SCOPES[scope], _keys(by_scope(scope), keys_for, glyphs, taken)) for scope in scopes]
    told = [block for block in found if block.entries]
    shelf = [_shelf(glyphs)] if "library" in scopes else []
    shelf += [_cells(glyphs)] if "coverage" in scopes else []
    return [*told, *shelf, _numbers(keys_for, glyphs), _marks(glyphs, keys_for), _facts(glyphs), _limits(glyphs)]


def _keys(commands: Sequence[Command], keys_for: KeysFor, glyphs: Glyphs, taken: set[str]) -> tuple[Entry, ...]:
    """The keys of the commands of one scope, but those ``taken`` by a nearer one; adds them to these."""
    arrows = glyphs.arrows
    entries: list[Entry] = []
    numbered: list[str] = []
    for command in commands:
        free = [key for key in keys_for(command.id) if key not in taken]
        taken.update(free)
        keys = [shown(key, arrows) for key in free]
        if not keys:
            continue
        if command.id[-1] in "123456789":
            # "To article 1." to "To article 9." are one line.
            numbered.append(keys[0])
            if len(numbered) > 1:
                entries[-1] = Entry(f"{numbered[0]} to {keys[0]}", "To the article with that number.")
                continue
        entries.append(Entry(_sign(keys, command, glyphs), command.help + _before(command, keys_for, arrows)))
    return tuple(entries)


def _sign(keys: list[str], command: Command, glyphs: Glyphs) -> str:
    """As many keys as there is room for, and a mark for those that take a number."""
    after = f" {glyphs.times}" * command.counts
    for count in range(len(keys), 1, -1):
        more = "" if count == len(keys) else f" {glyphs.ellipsis}"
        if cell_len(sign := "  ".join(keys[:count]) + more + after) <= SIGN:
            return sign
    return keys[0] + f" {glyphs.ellipsis}" * (len(keys) > 1) + after


def _before(command: Command, keys_for: KeysFor, arrows: bool) -> str:
    """Which keys of its own a command has no longer."""
    lost = [shown(key, arrows) for key in command.keys if key not in keys_for(command.id)]
    return f" Not {' '.join(lost)}." if lost else ""


def _shelf(glyphs: Glyphs) -> Block:
    return Block(
        "Marks in the library",
        (
            Entry(glyphs.unread, "Not read yet; its title is bold.", "accent"),
            Entry(glyphs.fresh, "Came in while tuireader runs; until you have looked at it.", "accent"),
            Entry(glyphs.altered, "Its file has changed meanwhile; until you have looked at it.", "accent"),
            Entry(glyphs.marked, "Selected: to be compared, and what tags and taking off go to.", "accent"),
            Entry(glyphs.folded, "A story that is folded away; what is done to it goes to all its articles.", "accent"),
            Entry(glyphs.unfolded, "A story of a large library that is unfolded; enter opens its articles.", "accent"),
            Entry(f"Reuters {glyphs.times}12", "So many carry this very text; they unfold as stories do."),
            Entry(f"{glyphs.bar * 4}{glyphs.bar_empty * 2} 70%", "So much of it stands in other articles too."),
            Entry("45%  end", "How far you read it."),
            Entry(f"{glyphs.bookmark}2", "So many places in it are marked.", "accent"),
        ),
    )


def _cells(glyphs: Glyphs) -> Block:
    return Block(
        "Cells of the table",
        (
            Entry("a  b", "A wording; the same letter, underlined, in the same colour: a copy.", "accent"),
            Entry(
                f"a {glyphs.bar * 5}{glyphs.bar_empty * 3}",
                "So much of the row's words, of its fullest telling, the article has.",
            ),
            Entry(glyphs.lacks, "The article lacks the row.", "muted"),
            Entry("2 99%", "So much of article 2 is shared: it stands in other articles too. Most at the left."),
            Entry(f"1 {glyphs.changed} 2", f"At the foot: 1 came before 2. {glyphs.rule} instead: that is not known."),
        ),
    )


def _numbers(keys_for: KeysFor, glyphs: Glyphs) -> Block:
    """What a number typed before a key does."""
    entries = []
    down, bottom, again = (next(iter(keys_for(id)), "") for id in ("list.down", "list.bottom", "app.repeat"))
    if down:
        entries.append(Entry(f"5 {shown(down)}", f"A number before a key with {glyphs.times} says how often."))
    if bottom:
        entries.append(Entry(f"12 {shown(bottom)}", "To the twelfth row, or line."))
    if again:
        entries.append(Entry(shown(again), f"Does a command with {glyphs.times} again, as often."))
    entries.append(Entry(shown("escape"), "Forgets the number."))
    return Block("Numbers before keys", tuple(entries))


def _marks(glyphs: Glyphs, keys_for: KeysFor) -> Block:
    numbers = f"{glyphs.number(1)}text"

    def under(id: str) -> str:
        keys = keys_for(id)
        return f", under {shown(keys[0])}" if keys else ""

    return Block(
        "Marks in the text",
        (
            Entry(numbers, "A shared passage: its number and colour are the same in every article.", "passage"),
            Entry(f"{glyphs.number(2)}text", "Underlined, or bold without colours: word for word.", "verbatim"),
            Entry(f"{glyphs.number(3)}text", "In italics: only related.", "related"),
            Entry(glyphs.current, "Left of the text: the passage you are at. The other passages go quiet.", "accent"),
            Entry(glyphs.joins[0] + glyphs.joins[1], "Between two panes: both tell the passage you are at.", "accent"),
            Entry(glyphs.joins[-1], "Between two panes: one further off tells it, this one does not.", "accent"),
            Entry("2   4", "Right of a text that stands alone: the articles that have the line too.", "muted"),
            Entry(glyphs.cursor, "Left of the text: the sentence you are at; it is bold.", "accent"),
            Entry(glyphs.bookmark, "Left of the text: a place you marked; its words are underlined.", "accent"),
            Entry(glyphs.noted, f"Left of the text: a place with a note of yours{under('compare.note')}.", "accent"),
            Entry(
                "text",
                f"Bold and underlined{under('compare.wording')}: words that another article has otherwise.",
                "change",
            ),
            Entry("text", f"Underlined in italics{under('compare.wording')}: words that have only moved.", "moved"),
            Entry(glyphs.alone, f"Left of the text{under('compare.unique')}: told by this article alone.", "alone"),
            Entry("text", "What a search or a jump has found.", "hit"),
            Entry("text", "A further hit of a search that is lit.", "found"),
            Entry(glyphs.found, "Left of the text: a hit of a search that is lit.", "accent"),
            Entry(glyphs.found_rail, "Rail: where its hits lie in the whole text.", "accent"),
            Entry("text", "Set back: what belongs to the page, not to the article.", "muted"),
            Entry(glyphs.rail_passage, "Rail at the right: where the passages lie in the whole text.", "rail"),
            Entry(glyphs.rail_here, "Rail: the part that is on screen.", "muted"),
            Entry(glyphs.unread, "In lists: not read yet.", "accent"),
            Entry(glyphs.marked, "In lists: selected for comparing.", "accent"),
            Entry(glyphs.bar * 2 + glyphs.bar_empty * 2, "In lists: how much of the article others tell too.", "text"),
        ),
    )


def _facts(glyphs: Glyphs) -> Block:
    return Block(
        "Verdicts on facts",
        (
            Entry(glyphs.differ, "The articles differ. It may still fit together: around 50, over 48.", "differ"),
            Entry(glyphs.changed, "They differ because time passed: planned, then happened.", "changed"),
            Entry(glyphs.agree, "They agree.", "agree"),
            Entry(glyphs.only, "One article alone has it.", "only"),
        ),
    )


def _limits(glyphs: Glyphs) -> Block:
    return Block("What facts cannot tell", tuple(Entry(glyphs.dot, text, "muted") for text in LIMITS))
