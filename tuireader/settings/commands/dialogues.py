"""Commands of what is asked for and answered: searches, copies, exports, settings."""

from __future__ import annotations

from tuireader.settings.commands.command import Table

table = Table()

charset = table.scope("charset")
charset("take", "enter", "read", "Read the file under this encoding.")
charset("complete", "tab", "next one", "To the next of the encodings that files come in.")
charset("close", "escape ctrl+g", "close", "Leave the text as it is.")

search = table.scope("search")
search("accept", "enter", "go there", "Go to the hit, and keep all hits lit.", "hits")
search("next", "down", "next", "To the next hit.", "hits")
search("previous", "up", "previous", "To the hit before; above the first one are earlier searches.", shown=False)
search("page_down", "pagedown", "page down", "One page of hits down.", "hits", shown=False)
search("page_up", "pageup", "page up", "One page of hits up.", "hits", shown=False)
search("scope", "tab", "which articles", "Search this article, those beside it, or all that are open.", "scopes")
search("complete", "right", "complete", "Take the rest that is offered behind what is typed.", "completion")
search("close", "escape ctrl+g", "close", "Close the search.")

palette = table.scope("palette")
palette("run", "enter", "run", "Run the command under the cursor.", "commands")
palette("next", "down", "next", "To the next command.", "commands")
palette("previous", "up", "previous", "To the command before.", "commands", shown=False)
palette("page_down", "pagedown", "page down", "One page of commands down.", "commands", shown=False)
palette("page_up", "pageup", "page up", "One page of commands up.", "commands", shown=False)
palette("close", "escape ctrl+g", "close", "Close the list of commands.")

copy = table.scope("copy")
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
copy("name", "n", "name", "Copy the name of what could not be opened.", "name", False)
copy("problem", "w", "name and why", "Copy the name, and why it could not be opened.", "problem", False)
copy("problems", "e", "every one", "Copy all names listed, and why they could not be opened.", "problems", False)
copy("cancel", "escape ctrl+g", "close", "Copy nothing.")

export = table.scope("export")
export("write", "enter", "write", "Write the file.")
export("next", "down", "what", "To the next thing there is to export.")
export("previous", "up", "before", "To the one before.", shown=False)
export("form", "tab", "form", "To the next form: Markdown, HTML, JSON, CSV.")
export("form_before", "shift+tab", "form before", "To the form before.", shown=False)
export("leave", "escape ctrl+g", "close", "Close, and write nothing.")

themes = table.scope("themes")
themes("choose", "enter", "choose", "Take this theme, and remember it.")
themes("cancel", "escape q", "cancel", "Keep the theme as it was.")

settings = table.scope("settings")
settings("change", "enter space", "change", "Take the next value, or type one; of a command: press its new keys.")
settings("later", "right l", "next value", "Take the next value, or a greater one.", shown=False, counts=True)
settings("earlier", "left h", "value before", "Take the value before, or a smaller one.", shown=False, counts=True)
settings("default", "d", "default", "Take the line out of the file, so that the default holds.")
settings("unbind", "x", "no key", "Take all keys from the command; the list of commands still has it.", "key")
settings("next_part", "tab", "next part", "To the next heading.", counts=True)
settings("previous_part", "shift+tab", "part before", "To the heading before.", shown=False, counts=True)
settings("filter", "F", "filter", "Type words that settings, keys or commands must have.")
settings("edit", "e", "edit file", "Open the file in the editor that $EDITOR names.")

value = table.scope("value")
value("keep_value", "enter", "keep", "Write the value.")
value("drop_value", "escape ctrl+g", "leave it", "Leave the setting as it is.")

pressed = table.scope("pressed")
pressed("keep_keys", "enter", "keep", "Write these keys.")
pressed("drop_keys", "escape", "leave them", "Leave the command its keys.")
pressed("take_back", "backspace", "take back", "Take back the last key.")
