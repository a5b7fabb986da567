"""Commands of what the reader marked: the list, notes and tags."""

from __future__ import annotations

from tuireader.settings.commands.command import Table

table = Table()

marks = table.scope("marks")
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

note = table.scope("note")
note("keep", "enter", "keep", "Keep the note; an empty one is taken away.")
note("editor", "tab", "editor", "Go on writing in your editor (VISUAL or EDITOR).")
note("leave", "escape ctrl+g", "leave", "Leave the note as it was; what you typed waits there.")

tags = table.scope("tags")
tags("keep", "enter", "keep", "Keep these tags, and no others.")
tags("complete", "tab", "complete", "Complete the word to a tag you have used; again, to the next one.")
tags("leave", "escape ctrl+g", "leave", "Leave the tags as they were.")
