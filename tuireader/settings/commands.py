"""The commands: what each is called, which keys call it, and where it holds.

Pure data. Bindings, status line, palette, help screen, keymap, ``docs/keys.md`` and ``tuireader keys`` are all fed
from ``COMMANDS``, so that they cannot disagree. To add a command, add a line to the table.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tuireader.settings.scopes import SCOPES, TYPED, WITH

__all__ = ["COMMANDS", "SCOPES", "TYPED", "WITH", "Command", "by_scope", "get"]


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a reader can do.

    ``id`` is ``scope.verb``. ``keys`` are Textual's key names ("n", "space", "question_mark"), the first one is the
    one shown. ``label`` is one or two words for the status line, ``help`` one sentence. ``needs`` names the condition
    that must hold for the command to do anything ("passages", "selected"), empty for always. ``shown`` tells whether
    the status line mentions it, ``counts`` whether a number typed before it says how often, or to which row; such a
    command can also be repeated. What changes panes does not count: a digit goes to a pane, too.
    """

    id: str
    keys: tuple[str, ...]
    label: str
    help: str
    scope: str
    needs: str = ""
    shown: bool = True
    counts: bool = False


def _table() -> tuple[Command, ...]:
    rows: list[Command] = []

    def scope(name: str) -> Callable[..., None]:
        def add(
            verb: str, keys: str, label: str, help: str, needs: str = "", shown: bool = True, counts: bool = False
        ) -> None:
            rows.append(Command(f"{name}.{verb}", tuple(keys.split()), label, help, name, needs, shown, counts))

        return add

    app = scope("app")
    app("search", "slash", "search", "Search all open articles, fuzzily.")
    app("help", "question_mark", "help", "Show the keys that hold on this screen.")
    app("palette", "colon", "commands", "Find a command by its name.")
    app("themes", "T", "themes", "Choose a theme, with a live preview.", shown=False)
    app(
        "copy",
        "y",
        "copy",
        "Copy what is at hand: its words, with their source, or a link to the place.",
        "copy",
        False,
    )
    app("export", "E", "export", "Write marks, a comparison, facts or the story to a file.", "export", False)
    app("marks", "M", "marks", "List what you marked, with its notes and tags.", shown=False)
    app(
        "undo",
        "U",
        "undo",
        "Take back what you did last: marks, notes, tags, articles taken off or added.",
        shown=False,
        counts=True,
    )
    app("settings", "comma", "settings", "Show and change every setting and every key.", shown=False)
    app("back", "q escape", "back", "Go back to the screen before; escape does not leave the library.")
    app("quit", "Q", "quit", "Leave the reader; position and marks are kept.", shown=False)
    app("redraw", "R ctrl+l", "redraw", "Draw the whole screen anew.", shown=False)
    app("repeat", "full_stop", "repeat", "Do again what was done last, as often.", "repeated", shown=False, counts=True)

    lists = scope("list")
    lists("down", "j down", "down", "One row down.", shown=False, counts=True)
    lists("up", "k up", "up", "One row up.", shown=False, counts=True)
    lists("page_down", "pagedown", "page down", "One page down.", shown=False, counts=True)
    lists("page_up", "pageup", "page up", "One page up.", shown=False, counts=True)
    lists("top", "g home", "top", "To the first row, or to the one of that number.", shown=False, counts=True)
    lists("bottom", "G end", "bottom", "To the last row, or to the one of that number.", shown=False, counts=True)

    library = scope("library")
    library("read", "enter", "open", "Read the article under the cursor, or of a number.", counts=True)
    library(
        "select", "space", "select", "Select the article for comparing, or no longer, and go one row down.", counts=True
    )
    library("select_story", "a", "select story", "Select all articles of the story, or none of them.", shown=False)
    library("compare", "c", "compare", "Compare the selected articles, or the story under the cursor.")
    library("facts", "f", "facts", "Show the facts of the story under the cursor.")
    library("coverage", "o", "coverage", "Show who has what in the story under the cursor.")
    library("filter", "F", "filter", "List only what answers words, unread, #tag, story:1 and the like.")
    library("sort", "s", "sort", "Sort as opened, by date, source, title, words, what is shared, unread first.")
    library("turn", "S", "turn round", "Turn the order of the list round.", shown=False)
    library("group", "v", "by story", "List the articles by story, or all in one list.")
    library("fold", "z", "fold", "Fold the story under the cursor away, or unfold it.", "article", shown=False)
    library("fold_all", "Z", "fold all", "Fold all stories away, or unfold them.", "article", shown=False)
    library("toggle_read", "r", "read or not", "Call the article read, or not read.", "article", shown=False)
    library("tags", "t", "tags", "Tag the article, or those that are selected.", "article", shown=False)
    library("add", "A", "add", "Open more files, a folder or a glob.")
    library(
        "take_off",
        "D",
        "take off",
        "Take the article, or those selected, off the list; files and marks stay.",
        "article",
        False,
    )
    library(
        "watch", "W", "watch", "Watch the folder of the article, or no longer: what comes is shown.", "article", False
    )
    library(
        "let_go",
        "backspace",
        "let go",
        "Drop the filter, then the selection, as escape does, which does not leave.",
        shown=False,
    )
    library(
        "preview_down",
        "J",
        "preview down",
        "Show the text of the article, or scroll it down.",
        shown=False,
        counts=True,
    )
    library(
        "preview_up",
        "K",
        "preview up",
        "Scroll the text up; from its beginning, put it away.",
        shown=False,
        counts=True,
    )

    path = scope("path")
    path("take", "enter", "add", "Open what lies there.")
    path("complete", "tab", "complete", "Complete the name as far as it is certain.")
    path("close", "escape ctrl+g", "close", "Add nothing.")

    compare = scope("compare")
    compare("next_passage", "n", "next", "Bring every pane to the next shared passage, level.", "passages", counts=True)
    compare(
        "previous_passage", "p", "previous", "Bring every pane to the passage before, level.", "passages", counts=True
    )
    compare(
        "next_sentence",
        "right_parenthesis",
        "next sentence",
        "Put the reading cursor on the next sentence, first the first one on screen.",
        shown=False,
        counts=True,
    )
    compare(
        "previous_sentence",
        "left_parenthesis",
        "sentence before",
        "Put the reading cursor on the sentence before.",
        shown=False,
        counts=True,
    )
    compare(
        "let_go",
        "x",
        "let go",
        "Put out what is lit, as escape does before it goes back.",
        "lit",
        shown=False,
    )
    compare(
        "wording", "w", "wording", "Show what the wording changed; again, the tellings; again, neither.", "passages"
    )
    compare("explain", "e", "why", "Tell why the passage was found: words that weigh, scores, rivals.", "passages")
    compare("unique", "u", "only here", "Light only what no other article has.", "passages")
    compare("facts", "f", "facts", "Open or close the facts pane.")
    compare("coverage", "o", "coverage", "Show who has what in this story.")
    compare("line_down", "j down", "line down", "One line down.", shown=False, counts=True)
    compare("line_up", "k up", "line up", "One line up.", shown=False, counts=True)
    compare("page_down", "space pagedown", "page down", "One page down.", shown=False, counts=True)
    compare("page_up", "b pageup", "page up", "One page up.", shown=False, counts=True)
    compare("half_down", "J", "half down", "Half a page down.", shown=False, counts=True)
    compare("half_up", "K", "half up", "Half a page up.", shown=False, counts=True)
    compare("top", "g home", "top", "To the beginning of the article, or to that line.", shown=False, counts=True)
    compare("bottom", "G end", "bottom", "To the end of the article, or to that line.", shown=False, counts=True)
    compare(
        "next_pane", "l right tab", "pane right", "To the pane on the right; in one pane to who has the line.", "panes"
    )
    compare("previous_pane", "h left shift+tab", "pane left", "To the pane on the left.", "panes", shown=False)
    for number in range(1, 10):
        compare(f"pane_{number}", str(number), f"pane {number}", f"To article {number}.", shown=False)
    compare("pane_0", "0", "facts pane", "To the facts pane; opens it where it is closed.", shown=False)
    compare("move_left", "less_than_sign", "move left", "Move the pane to the left.", "panes", shown=False)
    compare("move_right", "greater_than_sign", "move right", "Move the pane to the right.", "panes", shown=False)
    compare("widen", "plus", "widen", "Make the pane wider, the others narrower.", "panes", shown=False)
    compare("narrow_pane", "minus", "narrow", "Make the pane narrower.", "panes", shown=False)
    compare("even", "equals_sign", "even out", "Make all panes as wide as each other.", "panes", shown=False)
    compare("sync", "s", "sync", "Keep the panes on the same passage, or let go.", "panes")
    compare("zoom", "z", "zoom", "Give the whole screen to one pane, or share it again.", "panes", shown=False)
    compare(
        "next_article",
        "right_square_bracket shift+right",
        "next article",
        "Put the next article into this pane.",
        shown=False,
    )
    compare(
        "previous_article",
        "left_square_bracket shift+left",
        "article before",
        "Put the article before into this pane.",
        shown=False,
    )
    compare("mark", "m", "mark", "Mark the passage or sentence at the cursor, or take the mark away.", shown=False)
    compare("note", "i", "note", "Write a note on the passage or sentence at the cursor.", shown=False)
    compare("tags", "t", "tags", "Tag the passage or sentence at the cursor.", shown=False)
    compare("next_mark", "apostrophe", "next mark", "Go to the next mark.", "marks", shown=False, counts=True)
    compare(
        "previous_mark", "quotation_mark", "mark before", "Go to the mark before.", "marks", shown=False, counts=True
    )
    compare(
        "search_word",
        "asterisk",
        "search a word",
        "Search what is selected, or a word of the sentence at hand.",
        shown=False,
    )

    hits = scope("hits")
    hits("next_hit", "n", "next hit", "Go to the next hit, through all articles that were searched.", counts=True)
    hits("previous_hit", "N p", "hit before", "Go to the hit before.", counts=True)
    hits("put_out", "escape", "end search", "End the search: the keys go through the passages again.")

    words = scope("words")
    words("no_word", "escape ctrl+g", "none", "Search none of these words.")

    why = scope("why")
    why("next_passage", "n", "next", "Tell of the next shared passage.", "passages", counts=True)
    why("previous_passage", "p", "previous", "Tell of the passage before.", "passages", counts=True)
    why("close", "e", "close", "Close the reasons.")

    facts = scope("facts")
    facts("jump", "enter", "go there", "Go to the sentence; again, to the next article that carries the fact.", "facts")
    facts("reasons", "e", "why", "Tell why: each sentence, how it was read, what was put together.", "fact")
    facts("peek", "space", "peek", "Show the sentences at the foot of the facts, or no longer.", "facts")
    facts("filter", "F", "filter", "Type words that the facts must have.")
    facts("narrow", "a", "article", "Only what this article says; then what those in the panes say; then all.")
    facts("group", "v", "group", "Group by verdict, by kind, or as a timeline.")
    facts(
        "dismiss",
        "x",
        "dismiss",
        "Dismiss the fact: off the list, and remembered; a dismissed one comes back.",
        "fact",
    )
    facts("toggle_dismissed", "X", "dismissed", "List the dismissed facts too, or no longer.", "dismissed")
    facts("mark", "m", "mark", "Mark the fact, or take the mark away.", "facts", False)
    facts("note", "i", "note", "Write a note on the fact.", "facts", False)
    facts("tags", "t", "tags", "Tag the fact.", "facts", False)
    facts("reader", "tab h left", "text", "From the facts back to the text.")
    facts("close", "f", "close", "Close the facts pane.")

    typed = scope("filter")
    typed("keep_filter", "enter", "keep", "Close the line; the filter goes on to hold.")
    typed("drop_filter", "escape ctrl+g", "no filter", "Close the line, and list all again.")
    typed("down", "down", "next", "To the next row.", shown=False)
    typed("up", "up", "before", "To the row before.", shown=False)
    typed("page_down", "pagedown", "page down", "One page down.", shown=False)
    typed("page_up", "pageup", "page up", "One page up.", shown=False)

    reasons = scope("reasons")
    reasons("jump", "enter", "go there", "Go to the sentence under the cursor.")
    reasons("next_fact", "n", "next fact", "Tell of the next fact.", counts=True)
    reasons("previous_fact", "p", "previous", "Tell of the fact before.", counts=True)
    reasons("close", "e", "close", "Close the reasons.")

    coverage = scope("coverage")
    coverage("open", "enter", "go there", "Go to the row in the article under the cursor, where that carries it.")
    coverage("view", "v", "map", "The story map: who stands together, who alone; then in words; then the table.")
    coverage("filter", "F", "filter", "Type words that the rows must have.", "rows")
    coverage("left", "h left", "left", "One article to the left.", shown=False, counts=True)
    coverage("right", "l right", "right", "One article to the right.", shown=False, counts=True)

    marks = scope("marks")
    marks("jump", "enter", "go there", "Go to the mark in its article.", "mark")
    marks("note", "i", "note", "Write a note on the mark, in one line.", "mark")
    marks("editor", "e", "editor", "Write the note in your editor (VISUAL or EDITOR).", "mark")
    marks("tags", "t", "tags", "Tag the mark.", "mark")
    marks(
        "remove",
        "d delete",
        "remove",
        "Remove the mark with its note and tags.",
        "mark",
        counts=True,
    )
    marks("filter", "F", "filter", "Type words, or #tags, that the marks must have.", "marks")
    marks(
        "preview_down",
        "J",
        "preview down",
        "Show the text of the article, or scroll it down.",
        shown=False,
        counts=True,
    )
    marks(
        "preview_up",
        "K",
        "preview up",
        "Scroll the text up; from its beginning, put it away.",
        shown=False,
        counts=True,
    )

    note = scope("note")
    note("keep", "enter", "keep", "Keep the note; an empty one is taken away.")
    note("editor", "tab", "editor", "Go on writing in your editor (VISUAL or EDITOR).")
    note("leave", "escape ctrl+g", "leave", "Leave the note as it was; what you typed waits there.")

    tags = scope("tags")
    tags("keep", "enter", "keep", "Keep these tags, and no others.")
    tags("complete", "tab", "complete", "Complete the word to a tag you have used; again, to the next one.")
    tags("leave", "escape ctrl+g", "leave", "Leave the tags as they were.")

    search = scope("search")
    search("accept", "enter", "go there", "Go to the hit, and keep all hits lit.", "hits")
    search("next", "down", "next", "To the next hit.", "hits")
    search("previous", "up", "previous", "To the hit before; above the first one are earlier searches.", shown=False)
    search("page_down", "pagedown", "page down", "One page of hits down.", "hits", shown=False)
    search("page_up", "pageup", "page up", "One page of hits up.", "hits", shown=False)
    search("scope", "tab", "which articles", "Search this article, those beside it, or all that are open.", "scopes")
    search("complete", "right", "complete", "Take the rest that is offered behind what is typed.", "completion")
    search("close", "escape ctrl+g", "close", "Close the search.")

    palette = scope("palette")
    palette("run", "enter", "run", "Run the command under the cursor.", "commands")
    palette("next", "down", "next", "To the next command.", "commands")
    palette("previous", "up", "previous", "To the command before.", "commands", shown=False)
    palette("page_down", "pagedown", "page down", "One page of commands down.", "commands", shown=False)
    palette("page_up", "pageup", "page up", "One page of commands up.", "commands", shown=False)
    palette("close", "escape ctrl+g", "close", "Close the list of commands.")

    copy = scope("copy")
    copy("chosen", "enter y", "copy", "Copy what the cursor stands on.")
    copy("selection", "v", "selection", "Copy the text selected with the mouse.", "selection", False)
    copy("passage", "p", "passage", "Copy the words of the shared passage.", "passage", False)
    copy("sentence", "s", "sentence", "Copy the words of the sentence.", "sentence", False)
    copy(
        "quote",
        "q",
        "with source",
        "Copy the words in quotation marks, and under them where they are from.",
        "quote",
        False,
    )
    copy("tellings", "t", "tellings", "Copy the passage as each of its articles tells it.", "tellings", False)
    copy("fact", "f", "fact", "Copy the fact: what is said, and by which articles.", "fact", False)
    copy("link", "l", "link", "Copy the command that opens the reader at this place.", "link", False)
    copy("source", "r", "source", "Copy where the article is from: outlet, author, title, date.", "source", False)
    copy("article", "a", "article", "Copy the whole article.", "article", False)
    copy("cancel", "escape ctrl+g", "close", "Copy nothing.")

    export = scope("export")
    export("write", "enter", "write", "Write the file.")
    export("next", "down", "what", "To the next thing there is to export.")
    export("previous", "up", "before", "To the one before.", shown=False)
    export("form", "tab", "form", "To the next form: Markdown, HTML, JSON, CSV.")
    export("form_before", "shift+tab", "form before", "To the form before.", shown=False)
    export("leave", "escape ctrl+g", "close", "Close, and write nothing.")

    themes = scope("themes")
    themes("choose", "enter", "choose", "Take this theme, and remember it.")
    themes("cancel", "escape q", "cancel", "Keep the theme as it was.")

    settings = scope("settings")
    settings("change", "enter space", "change", "Take the next value, or type one; of a command: press its new keys.")
    settings("later", "right l", "next value", "Take the next value, or a greater one.", shown=False, counts=True)
    settings("earlier", "left h", "value before", "Take the value before, or a smaller one.", shown=False, counts=True)
    settings("default", "d", "default", "Take the line out of the file, so that the default holds.")
    settings("unbind", "x", "no key", "Take all keys from the command; the list of commands still has it.", "key")
    settings("next_part", "tab", "next part", "To the next heading.", counts=True)
    settings("previous_part", "shift+tab", "part before", "To the heading before.", shown=False, counts=True)
    settings("filter", "F", "filter", "Type words that settings, keys or commands must have.")
    settings("edit", "e", "edit file", "Open the file in the editor that $EDITOR names.")

    value = scope("value")
    value("keep_value", "enter", "keep", "Write the value.")
    value("drop_value", "escape ctrl+g", "leave it", "Leave the setting as it is.")

    pressed = scope("pressed")
    pressed("keep_keys", "enter", "keep", "Write these keys.")
    pressed("drop_keys", "escape", "leave them", "Leave the command its keys.")
    pressed("take_back", "backspace", "take back", "Take back the last key.")
    return tuple(rows)


COMMANDS: tuple[Command, ...] = _table()

_BY_ID: dict[str, Command] = {command.id: command for command in COMMANDS}
_BY_SCOPE: dict[str, tuple[Command, ...]] = {
    scope: tuple(command for command in COMMANDS if command.scope == scope) for scope in SCOPES
}


def by_scope(scope: str) -> tuple[Command, ...]:
    """The commands of one scope, in the order of the table. Empty where there is no such scope."""
    return _BY_SCOPE.get(scope, ())


def get(id: str) -> Command:
    """The command with this id. Raises KeyError."""
    return _BY_ID[id]
