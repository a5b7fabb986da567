"""What the search for facts cannot see: told by the help screen and by ``tuireader facts --help``. Pure data."""

from __future__ import annotations

#: One sentence or two each, the general ones first.
LIMITS: tuple[str, ...] = (
    "No verdict says true or false. It says who has what, and in how many wordings: five articles in one wording may "
    "be one agency's report.",
    "Rules find the facts, and rules know nothing of the world: not who holds an office today, nor what is likely.",
    'They do not calculate: "most" and "27 percent" are never compared, nor a sum with its parts.',
    'A day such as "today" stays as written where nothing says when the article appeared.',
    "Speakers are people and bodies: a report, a poll or a study is seldom found as the one who says something.",
    "Events are seen by lists of verbs and nouns: what is told in other words is missed, and so is one event told in "
    "quite different words. Organisations are seen by a word such as Ministry or Council in their names.",
    "They are made for English. Other languages and texts all in capitals give less, or nothing.",
)
