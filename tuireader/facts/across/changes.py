"""What rose or fell by an amount, and which dimension a length is: "rise: river", "height"."""

from __future__ import annotations

from tuireader.facts.across.antecedents import noun_phrase_start
from tuireader.facts.listed import word_set
from tuireader.facts.quantities.quantity import Quantity
from tuireader.facts.reading import Reading

_RISES = word_set(
    """rise rises rose risen rising climb climbs climbed climbing grow grows grew grown growing increase increases
    increased increasing swell swelled swollen jump jumps jumped surge surges surged gain gained up"""
)
_FALLS = word_set(
    """fall falls fell fallen falling drop drops dropped dropping decrease decreases decreased decline declines declined
    sink sinks sank sunk shrink shrinks shrank shrunk slip slipped plunge plunges plunged recede recedes receded down"""
)
#: Words between the verb and the amount.
_BETWEEN = word_set("by about around some nearly almost over more less than a another further at least as much up down")
#: Words between what changes and the verb.
_BEFORE = word_set("has have had is are was were will would could may might also again then which that to been be")
_NO_SUBJECT = word_set("it he she they this that these those there and but or who which")
#: What the word behind a length says of it.
DIMENSIONS = {
    "tall": "height",
    "high": "height",
    "deep": "depth",
    "wide": "width",
    "thick": "thickness",
    "long": "length",
}
#: So many words before an amount its verb is looked for.
_REACH = 5


def change(reading: Reading, quantity: Quantity) -> str:
    """The rise or fall an amount is, and what rises or falls; empty where it is none."""
    tokens, document = reading.document.tokens, reading.document
    sentence = document.sentences[document.sentence_at(quantity.outer)]
    at = document.at(quantity.outer) - 1
    low = max(sentence.first, at - _REACH)
    while at > low and tokens[at].low in _BETWEEN and tokens[at - 1].low in _BETWEEN | _RISES | _FALLS:
        at -= 1
    if at < sentence.first or tokens[at].low not in _RISES | _FALLS:
        return ""
    said = "rise" if tokens[at].low in _RISES else "fall"
    noun = at - 1
    while noun > sentence.first and (tokens[noun].low in _BEFORE or tokens[noun].low.endswith("ly")):
        noun -= 1
    if noun < sentence.first or not tokens[noun].text[0].isalpha() or tokens[noun].low in _NO_SUBJECT:
        return said
    start = noun_phrase_start(reading, noun, sentence.first)
    if start < noun and tokens[start].low in ("the", "a", "an", "its", "their", "his", "her"):
        start += 1
    return f"{said}: {' '.join(document.text[tokens[start].start : tokens[noun].end].split())}"


def dimension(reading: Reading, quantity: Quantity) -> str:
    """The dimension that the word behind a length names ("2 metres tall"); empty where none follows."""
    after = reading.document.at(quantity.end)
    return DIMENSIONS.get(reading.document.tokens[after].low, "") if after < len(reading.document.tokens) else ""
