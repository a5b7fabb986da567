"""Commands of the texts, side by side or one at a time, and of what is known of them: facts and coverage."""

from __future__ import annotations

from tuireader.settings.commands.command import Table

table = Table()

compare = table.scope("compare")
compare("next_passage", "n", "next", "Bring every pane to the next shared passage, level.", "passages", counts=True)
compare("previous_passage", "p", "previous", "Bring every pane to the passage before, level.", "passages", counts=True)
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
compare("wording", "w", "wording", "Show what the wording changed; again, the tellings; again, neither.", "passages")
compare("explain", "e", "why", "Tell why the passage was found: words that weigh, scores, rivals.", "passages")
compare("unique", "u", "only here", "Light only what no other article has.", "passages")
compare("raw", "r", "as it came", "Show the text as it came: what was set aside, and why; again: back.", shown=False)
compare("charset", "C", "encoding", "Read the file under another encoding, such as cp1250 or koi8-r.", shown=False)
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
compare("next_pane", "l right tab", "pane right", "To the pane on the right; in one pane to who has the line.", "panes")
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
compare("previous_mark", "quotation_mark", "mark before", "Go to the mark before.", "marks", shown=False, counts=True)
compare(
    "search_word",
    "asterisk",
    "search a word",
    "Search what is selected, or a word of the sentence at hand.",
    shown=False,
)

hits = table.scope("hits")
hits("next_hit", "n", "next hit", "Go to the next hit, through all articles that were searched.", counts=True)
hits("previous_hit", "N p", "hit before", "Go to the hit before.", counts=True)
hits("put_out", "escape", "end search", "End the search: the keys go through the passages again.")

words = table.scope("words")
words("no_word", "escape ctrl+g", "none", "Search none of these words.")

why = table.scope("why")
why("next_passage", "n", "next", "Tell of the next shared passage.", "passages", counts=True)
why("previous_passage", "p", "previous", "Tell of the passage before.", "passages", counts=True)
why("close", "e", "close", "Close the reasons.")

facts = table.scope("facts")
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

typed = table.scope("filter")
typed("keep_filter", "enter", "keep", "Close the line; the filter goes on to hold.")
typed("drop_filter", "escape ctrl+g", "no filter", "Close the line, and list all again.")
typed("down", "down", "next", "To the next row.", shown=False)
typed("up", "up", "before", "To the row before.", shown=False)
typed("page_down", "pagedown", "page down", "One page down.", shown=False)
typed("page_up", "pageup", "page up", "One page up.", shown=False)

reasons = table.scope("reasons")
reasons("jump", "enter", "go there", "Go to the sentence under the cursor.")
reasons("next_fact", "n", "next fact", "Tell of the next fact.", counts=True)
reasons("previous_fact", "p", "previous", "Tell of the fact before.", counts=True)
reasons("close", "e", "close", "Close the reasons.")

coverage = table.scope("coverage")
coverage("open", "enter", "go there", "Go to the row in the article under the cursor, where that carries it.")
coverage("view", "v", "map", "The story map: who stands together, who alone; then in words; then the table.")
coverage("filter", "F", "filter", "Type words that the rows must have.", "rows")
coverage("left", "h left", "left", "One article to the left.", shown=False, counts=True)
coverage("right", "l right", "right", "One article to the right.", shown=False, counts=True)
