"""Which quotes of two articles belong together: the same words, a part, cut short, edited or altered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from tuireader.facts.across.context import Context
from tuireader.facts.across.groups import one_to_one, pairs
from tuireader.facts.across.linked import SAME_PASSAGE, How, Link, one_speaker, two_voices
from tuireader.facts.across.retold import retold
from tuireader.facts.across.utterances import NEGATIONS, Utterance
from tuireader.facts.listed import word_set
from tuireader.text.words import stem

#: Part of the shorter quote's words that must stand in the longer, in order, to be one utterance: a short quote
#: needs more, a long one in two translations keeps less.
_ALTERED_SHORT, _ALTERED_LONG = 0.62, 0.38
_ONE_LENGTH = 0.78
#: A quote of nobody known, or of a paper, is another telling of a person's words from this part on.
_NEARLY = 0.9
#: With one of these a quote begins as a sentence of its own.
_SUBJECTS = word_set(
    """i we you he she it they this that these those there the a an my our your his her its their nobody everybody
    everyone somebody someone nothing everything"""
)
_FILLERS = word_set("well so and but that just really very now then also the a an you know i mean uh um oh of to")


def links(
    all_: Sequence[Utterance], one: Sequence[int], other: Sequence[int], context: Context, people: set[str]
) -> Iterator[Link]:
    """What belongs together of two articles: equal ones first, so that they are never held against others."""
    equal = []
    for left, right in pairs(one, other):
        a, b = all_[left], all_[right]
        if a.said.direct and b.said.direct and a.words == b.words and (len(a.words) > 1 or one_speaker(a, b, people)):
            equal.append((1.0 - 0.001 * abs(left - one[0] - right + other[0]), left, right))
    used: set[int] = set()
    for left, right, _ in one_to_one(equal, -9.0):
        used |= {left, right}
        a, b = all_[left], all_[right]
        says = f"all {_count(a)} are the same"
        if two_voices(a, b, people):
            yield Link(left, right, "voices", f"{says}, said by {a.said.speaker} and by {b.said.speaker}")
        else:
            yield Link(left, right, "same", says)
    loose = []
    for left, right in pairs([n for n in one if n not in used], [n for n in other if n not in used]):
        a, b = all_[left], all_[right]
        if a.said.direct and b.said.direct:
            how, share, says = _kinship(a, b, context, people)
            if how:
                loose.append((share, left, right, how, says))
    short_ones: set[int] = set()
    for _, left, right, how, says in sorted(loose, key=lambda item: (-item[0], item[1], item[2])):
        # A long quote may take up several short ones; a short one belongs to one place only.
        short = left if len(all_[left].words) <= len(all_[right].words) else right
        if short not in short_ones:
            short_ones.add(short)
            used |= {left, right}
            yield Link(left, right, how, says)
    yield from retold(all_, one, other, used, context, people)


def _count(one: Utterance) -> str:
    return f"{len(one.words)} words" if len(one.words) > 1 else "one word"


def _kinship(a: Utterance, b: Utterance, context: Context, people: set[str]) -> tuple[How | None, float, str]:
    """How two direct quotes that are not equal belong together, how much of the shorter stands in the longer, why."""
    short, long = (a, b) if len(a.words) <= len(b.words) else (b, a)
    if not short.bag or not short.bag & long.bag:
        return None, 0.0, ""
    share = context.weight(sorted(short.bag & long.bag)) / context.weight(sorted(short.bag))
    one = one_speaker(a, b, people)
    known = a.said.speaker == b.said.speaker or a.bag == b.bag or _told_alike(a, b, context)
    at = _found_in(short.words, long.words)
    figures = f"{{}} of {_count(short)} stand in the same order in the other's {len(long.words)}"
    if (
        at is None
        and one
        and (same := _in_common(short.words, long.words))
        and _of_one_length(short, long, same, known)
    ):
        return ("edited" if _lightly(short, long) else "altered"), share, figures.format(same)
    if share < (0.5 if len(short.words) > 12 else 0.6) or (len(short.words) < 3 and not one):
        return None, share, ""
    if at is not None:
        says = f"{_count(short)}, the same as in the other's {len(long.words)}"
        return _left_out(short, long, at) if one else "part", 2.0, says
    if len(short.words) < 5 or not one:
        return None, share, ""
    stems = [stem(word) for word in short.words]
    blocks = SequenceMatcher(None, stems, [stem(word) for word in long.words], autojunk=False).get_matching_blocks()
    # A word alone in the right order counts where it means something; "that" and "to" are found in any long quote.
    in_order = sum(block.size for block in blocks if block.size > 1 or (block.size and stems[block.a] in short.bag))
    length = min(1.0, max(0.0, (len(short.words) - 12) / 30))
    need = _ALTERED_SHORT + length * (_ALTERED_LONG - _ALTERED_SHORT)
    if not known:
        # What a paper, a body or nobody known says is held against a person's words only where hardly one differs.
        need = max(need, _NEARLY)
    if in_order >= need * len(short.words) and sum(block.size for block in blocks) >= 5:
        return "altered", in_order / len(short.words), figures.format(in_order)
    return None, share, ""


def _told_alike(a: Utterance, b: Utterance, context: Context) -> bool:
    """Whether two articles' passages around two statements say the same, and nobody else is named as the speaker."""
    if a.said.speaker is not None and b.said.speaker is not None:
        return False
    return context.alike(a.article, (a.said.start, a.said.end), b.article, (b.said.start, b.said.end)) >= SAME_PASSAGE


def _left_out(short: Utterance, long: Utterance, at: int) -> How:
    """How a quote stands in a longer one: as a part, or as a whole sentence without that one's end or beginning."""
    if not short.source[short.said.start].isupper():
        # A fragment within somebody else's sentence ends and begins where that one does.
        return "part"
    after = at + len(short.words)
    if short.stops and len(short.words) >= 8 and after < len(long.words) and after not in long.sentence_ends:
        return "cut"
    begins = max((end for end in long.sentence_ends if end <= at), default=0)
    skipped = [word for word in long.words[begins:at] if word not in _FILLERS]
    if short.words[0] in _SUBJECTS and len(short.words) >= 5 and len(skipped) >= 3 and _opens(short):
        return "beheaded"
    return "part"


def _opens(one: Utterance) -> bool:
    """Whether a quote begins where a sentence does, not behind words of the article: "She said “We …”"."""
    before = one.source[max(0, one.said.start - 4) : one.said.start].rstrip("“\"'„«‘’” ")
    return not before or before[-1] in ".!?:,\n"


def _in_common(short: Sequence[str], long: Sequence[str]) -> int:
    """How many words stand in both, in order; 0 where it cannot be most of them."""
    if not 4 <= len(short) < len(long) + 1 <= 1.2 * len(short) + 1:
        return 0
    if len(set(short) & set(long)) < 0.75 * len(set(short)):
        return 0
    return sum(block.size for block in SequenceMatcher(None, short, long, autojunk=False).get_matching_blocks())


def _of_one_length(short: Utterance, long: Utterance, same: int, known: bool) -> bool:
    """Whether two quotes of about one length have all but a word or two in common, in order."""
    return short.words != long.words and same >= (_ONE_LENGTH if known else _NEARLY) * len(short.words)


def _lightly(short: Utterance, long: Utterance) -> bool:
    """Whether two quotes differ as a copy editor makes them: another spelling, one filler word more or less."""
    fillers = 0
    for tag, a, b, c, d in SequenceMatcher(None, short.words, long.words, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        left, right = short.words[a:b], long.words[c:d]
        if "".join(left) == "".join(right):
            continue
        if len(left) == len(right) and all(_spelt(one, other) for one, other in zip(left, right, strict=True)):
            continue
        if any(word not in _FILLERS for word in (*left, *right)):
            return False
        fillers += max(len(left), len(right))
    return fillers <= 1


#: Endings and letters that English spells in two ways, after which words are the same.
_SPELLINGS = (("ise", "ize"), ("isi", "izi"), ("isa", "iza"), ("our", "or"), ("re", "er"), ("ll", "l"), ("ae", "e"))


def _spelt(one: str, other: str) -> bool:
    """Whether two words are spellings of one: "organise", "organize"."""
    if min(len(one), len(other)) < 5 or one[0] != other[0]:
        return False
    return any(one.replace(x, y) == other.replace(x, y) for x, y in _SPELLINGS)


def contradicts(a: Utterance, b: Utterance) -> bool:
    """Whether two tellings of one utterance cannot both be right: other numbers, other names, a "not" put in."""
    if a.numbers - b.numbers and b.numbers - a.numbers:
        return True
    if a.names - b.names and b.names - a.names:
        return True
    for tag, first, last, start, end in SequenceMatcher(None, a.words, b.words, autojunk=False).get_opcodes():
        if tag == "equal" or last - first > 3 or end - start > 3:
            continue
        left, right = a.words[first:last], b.words[start:end]
        if any(word in NEGATIONS for word in left) != any(word in NEGATIONS for word in right):
            return True
    return False


def _found_in(short: Sequence[str], long: Sequence[str]) -> int | None:
    size = len(short)
    first = short[0]
    for at in range(len(long) - size + 1):
        if long[at] == first and tuple(long[at : at + size]) == tuple(short):
            return at
    return None
