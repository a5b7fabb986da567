"""What the wording changed between two spans, word by word."""

from __future__ import annotations

from tuireader.article import Article, Span
from tuireader.passages.model import Change
from tuireader.passages.tellings.moves import at_numbers, at_stops, moved
from tuireader.passages.tellings.steps import Side, pairs, slid, smooth, steps, whole_names
from tuireader.passages.tellings.tokens import Block, tokens


def wording(a: Article, a_span: Span, b: Article, b_span: Span) -> tuple[Change, ...]:
    """The steps from the words of ``a_span`` to those of ``b_span``, in the order of the first text.

    Every word of both spans stands in exactly one step, and the steps from b to a are the same, sides exchanged.
    ``same`` means the same word but for case, accents and punctuation, and the same number; words of one stem stand
    beside each other as ``replaced``. The alignment keeps as many telling stems in their order as can be (longest
    common subsequence, Hyyrö 2004), then function words. It is made to be read: small agreements between large
    changes go under, a name whose last word is another is replaced as a whole, and in a long change numbers stand
    beside the numbers that replaced them.
    """
    one, two = tokens(a, a_span), tokens(b, b_span)
    turned = [word.form for word in one] > [word.form for word in two]
    blocks = [block.turned() for block in _blocks(two, one)] if turned else _blocks(one, two)
    blocks.sort(key=lambda block: (block.a_low, block.b_low, block.a_high))
    return tuple(
        Change(
            block.operation,
            *_offsets(one, block.a_low, block.a_high, a_span),
            *_offsets(two, block.b_low, block.b_high, b_span),
        )
        for block in blocks
    )


def _blocks(one: Side, two: Side) -> list[Block]:
    found = pairs(one, two)
    told = whole_names(slid(steps(one, two, found), one, two), one, two)
    told = at_stops(smooth(told, one), one, two)
    return at_numbers(moved(told, one, two, found), one, two)


def _offsets(found: Side, low: int, high: int, span: Span) -> tuple[int, int]:
    if low < high:
        return found[low].start, found[high - 1].end
    place = found[low].start if low < len(found) else span.end
    return place, place
