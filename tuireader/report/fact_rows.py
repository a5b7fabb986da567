"""One fact, or several names, as runs of text: what is said, and in brackets by whom."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from tuireader.article import Span
from tuireader.facts import Fact, FactValue
from tuireader.report.counting import count
from tuireader.report.fact_index import FactIndex
from tuireader.report.fact_words import about, month_first, spoken
from tuireader.report.ink import Run
from tuireader.report.lines import beneath, cells, cut
from tuireader.text.safe import line

#: Cells of a value that are shown: who wants all of it reads the article.
_LONGEST, _SHORT = 300, 120
_QUOTES = "\"“”„«»'‘’"


def tellings(fact: Fact, index: FactIndex, width: int) -> list[list[Run]]:
    """A paragraph for each way to say it, with those who say so in the margin."""
    said_by = speakers(fact, index)
    held: dict[tuple[str, str], list[FactValue]] = {}
    for value in fact.values:
        held.setdefault((line(value.text).casefold(), said_by.get(value.span, "")), []).append(value)
    carriers = [index.names([value.span.article for value in values]) for values in held.values()]
    indent = 2 + min(26, max(map(cells, carriers), default=0))
    lines: list[list[Run]] = []
    for names, values in zip(carriers, held.values(), strict=True):
        runs = [Run(clipped(line(values[0].text), _LONGEST))]
        if said := said_by.get(values[0].span, "") or meaning(fact, values[0]):
            runs.append(Run(f" ({said})", "dim"))
        lines += beneath(Run(names, "number"), runs, width, indent)
    return lines


def named(facts: Sequence[Fact], index: FactIndex, ids: Sequence[str], *, own: bool) -> list[Run]:
    """Names in a row, each with the articles that have it; ``own``: with what they are called instead."""
    runs: list[Run] = []
    for number, fact in enumerate(facts):
        runs.append(Run("; " if number else ""))
        runs.append(Run(about(fact)))
        role = line(fact.values[0].value) if fact.kind == "person" else ""
        if own and role.casefold() not in ("", fact.key.casefold()):
            runs.append(Run(f", {role}", "dim"))
        elif not own:
            runs.append(Run(f" ({_carriers(fact.articles, index, ids)})", "dim"))
    return runs


def brief(fact: Fact, index: FactIndex, ids: Sequence[str], *, own: bool, unicode: bool = True) -> list[Run]:
    """One fact: what it is about, what is said, by whom, in how many wordings."""
    said: dict[str, list[FactValue]] = {}
    for value in fact.values:
        said.setdefault(line(value.text).casefold(), []).append(value)
    runs = lead(fact, index)
    for number, values in enumerate(said.values()):
        runs.append(Run("; " if number else ""))
        runs.append(Run(_text(fact, values[0], index)))
        means = meaning(fact, values[0])
        if not own:
            names = _carriers([value.span.article for value in values], index, ids)
            runs.append(Run(f" ({names}{': ' + means if means else ''})", "dim"))
        elif means:
            runs.append(Run(f" ({means})", "dim"))
    if not own:
        runs.append(Run(f" {'·' if unicode else '-'} {count(fact.wordings, 'wording')}", "dim"))
    return runs


def lead(fact: Fact, index: FactIndex) -> list[Run]:
    """What comes before the words of a fact: of a quote its speaker, else the key, where the words do not hold it."""
    key, text = about(fact), line(fact.values[0].text)
    if fact.kind == "quote":
        speaker, parted, _ = key.partition(": ")
        return [Run(f"{speaker}: ", "bold")] if parted else []
    if fact.kind == "event":
        doer = _doer(key, index.doers)
        if doer:
            return [] if doer.casefold() in text.casefold() else [Run(f"{doer}: ", "bold")]
        told = any(key.casefold() in line(value.text).casefold() for value in fact.values)
        return [] if told else [Run(f"{key}: ", "bold")]
    return [] if key.casefold() in text.casefold() else [Run(f"{key}: ", "bold")]


def _doer(key: str, doers: Collection[str]) -> str:
    """Who does something, of an event's key ("Lang visits Drell"): its longest beginning that is a doer, or nothing."""
    places = [at for at, char in enumerate(key) if char == " "]
    return next((key[:place] for place in reversed(places) if key[:place] in doers), "")


def clipped(text: str, width: int) -> str:
    """The text in at most ``width`` cells, cut between words."""
    short = cut(text, width)
    if short == text:
        return text
    before, parted, _ = short.rpartition(" ")
    return f"{before.rstrip(' ,;:.-')}…" if parted and cells(before) > width // 2 else short


def _text(fact: Fact, value: FactValue, index: FactIndex) -> str:
    """The words of a value; those in quotation marks stand in such."""
    text = clipped(line(value.text), _SHORT)
    if fact.kind != "quote":
        return text
    mention = index.mention(fact, value.span)
    bare = text.strip(_QUOTES).rstrip(",")
    return f"“{bare}”" if mention and mention.direct else bare


def speakers(fact: Fact, index: FactIndex) -> dict[Span, str]:
    """Who says it at each place, of a quote that several people are said to have said; else nothing."""
    if fact.kind != "quote":
        return {}
    found = {}
    for value in fact.values:
        mention = index.mention(fact, value.span)
        found[value.span] = line(mention.speaker or "") if mention else ""
    return found if len({who for who in found.values() if who}) > 1 else {}


def meaning(fact: Fact, value: FactValue) -> str:
    """What the words come to, where they do not say it themselves."""
    if fact.kind == "event":
        return line(value.value) if value.value != "happened" else ""
    if fact.kind != "date":
        return ""
    said = spoken(line(value.value), month_first=month_first(each.text for each in fact.values))
    if not any(map(str.isdigit, value.value)):
        # All of it is open: "a few days ago".
        return ""
    text = line(value.text).casefold()
    words = said.casefold().split()
    return "" if all(word in text for word in words) else said


def _carriers(articles: Sequence[str], index: FactIndex, ids: Sequence[str]) -> str:
    """Their names; "all" where there are more than two, and all have it."""
    held = dict.fromkeys(articles)
    return "all" if len(ids) > 2 and len(held) == len(ids) else index.names(list(held))
