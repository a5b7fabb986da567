"""News agencies and other outlets by the words of their names."""

from __future__ import annotations

from collections.abc import Sequence

from tuireader.facts.listed import word_set

#: Agencies and broadcasters that go by letters or by one word.
_KNOWN = word_set(
    """reuters ap afp dpa tass xinhua upi ansa efe kyodo anadolu interfax bloomberg pti ani yonhap bbc cnn nbc abc cbs
    npr pbs cnbc msnbc itv rtl zdf ard orf rte cbc aljazeera euronews politico axios buzzfeed rferl rfe/rl"""
)
_HEADS = word_set(
    """news times post radio television tv press journal magazine daily herald tribune gazette newspaper chronicle
    guardian telegraph observer weekly mirror mail broadcasting broadcaster today inquirer examiner dispatch bulletin
    sentinel courier globe star sun record standard independent review monitor televizion televizija agencia
    zeitung le monde"""
)
#: Of these, the ones that say so only at a name's end.
_LAST_ONLY = word_set("sun star record standard independent review globe mirror mail today times")
_ALONE = word_set("newspaper broadcaster journal magazine tabloid daily weekly")
_WITH_NEWS = word_set("agency site website channel wire service network outlet outlets agencies station")
#: Bodies that bear such a word and are none.
_NOT = word_set("office secretary corps service club party group committee post-office freedom union")


def is_outlet(name: str) -> bool:
    """Whether the name of an organisation is that of a news agency, a paper or a station."""
    words = name.lower().replace("’s", "").replace("'s", "").split()
    if not words:
        return False
    pieces = [piece for word in words for piece in word.replace("-", "/").split("/")]
    if words[-1] in _NOT:
        return False
    return any(word in _KNOWN for word in (*words, *pieces)) or (
        len(words) > 1
        and (words[-1] in _HEADS or any(word in _HEADS - {"sun", "star", "record", "standard"} for word in pieces))
    )


def is_medium(words: Sequence[str]) -> bool:
    """Whether a common noun phrase, in lower case, is an outlet: "the newspaper", "a news agency"."""
    if not words:
        return False
    return words[-1] in _ALONE or (words[-1] in _WITH_NEWS and "news" in words[:-1])
