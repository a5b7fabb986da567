"""What the search for facts cannot see: told by the help screen and by ``tuireader facts --help``. Pure data."""

from __future__ import annotations

#: One sentence or two each, the general ones first.
LIMITS: tuple[str, ...] = (
    "No verdict says true or false. It says who has what, and in how many wordings: five articles in one wording may "
    "be one agency's report.",
    "Rules find the facts, and rules know nothing of the world: not who holds an office today, nor what is likely.",
    'They do not calculate: "most" and "27 percent" are never compared, nor a sum with its parts.',
    'A day such as "today" stays as written where nothing says when the article appeared.',
    "Only people and bodies are found as speakers: what a report, a poll or a court says has none.",
    'Events are seen by a list of verbs: another verb, or a noun such as "the arrest", is missed. Organisations are '
    "seen by a word such as Ministry or Council in their names.",
    "They are made for English. Other languages and texts all in capitals give less, or nothing.",
)
