"""What there is room for beside and below the list of articles."""

from __future__ import annotations

#: From this width on the article under the cursor stands beside the list; from this height on its whole title stands
#: below it, and what the columns have no room for. From this height on the columns have names.
WIDE, TALL, NAMED = 104, 18, 14
#: The least width and height that the screens are made for.
LEAST = 40, 12
#: Columns of the list that titles want beside a text, and the fewest that the text has then.
_LIST, _TEXT = 72, 46


def text_width(width: int) -> int:
    """Columns for a text beside a list, where both have so many."""
    return min(90, width - max(width * 11 // 20, min(_LIST, width - _TEXT)))
