"""Commands that hold everywhere, in every list, and in the library."""

from __future__ import annotations

from tuireader.settings.commands.command import Table

table = Table()

app = table.scope("app")
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
    "problems",
    "exclamation_mark",
    "not opened",
    "List what could not be opened, and why.",
    "problems",
    False,
)
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

lists = table.scope("list")
lists("down", "j down", "down", "One row down.", shown=False, counts=True)
lists("up", "k up", "up", "One row up.", shown=False, counts=True)
lists("page_down", "pagedown", "page down", "One page down.", shown=False, counts=True)
lists("page_up", "pageup", "page up", "One page up.", shown=False, counts=True)
lists("top", "g home", "top", "To the first row, or to the one of that number.", shown=False, counts=True)
lists("bottom", "G end", "bottom", "To the last row, or to the one of that number.", shown=False, counts=True)

library = table.scope("library")
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
library("add", "A", "add", "Add files, a folder, a glob or an address, and keep them.")
library(
    "take_off",
    "D",
    "take off",
    "Take the article, or those selected, off the list; files and marks stay.",
    "article",
    False,
)
library("update", "u", "update", "Go on reading what was stopped, or look again for what is new.", shown=False)
library("watch", "W", "watch", "Watch the folder of the article, or no longer: what comes is shown.", "article", False)
library(
    "let_go",
    "backspace",
    "let go",
    "Stop reading, drop the filter, the selection, as escape does; this never leaves.",
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

problems = table.scope("problems")
problems("filter", "F", "filter", "Type words that the names or the reasons must have.", "problem")

path = table.scope("path")
path("take", "enter", "add", "Open what lies there.")
path("complete", "tab", "complete", "Complete the name as far as it is certain.")
path("close", "escape ctrl+g", "close", "Add nothing.")
