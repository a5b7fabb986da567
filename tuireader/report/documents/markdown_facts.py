"""The facts and the timeline as Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from tuireader.article import Span
from tuireader.facts import KINDS, VERDICTS, Fact
from tuireader.report.counting import count
from tuireader.report.documents import words
from tuireader.report.documents.chapter import Chapter
from tuireader.report.documents.markdown_text import escaped, started
from tuireader.report.documents.sayings import Saying, quoted, sayings
from tuireader.report.fact_choice import NAMES
from tuireader.report.fact_words import BOTH, MANY, about, mark, rule
from tuireader.report.timeline import day_of, told_alike

Lines = list[str]


def facts(chapter: Chapter, level: str) -> Lines:
    """Verdict by verdict; what one article has alone, article by article."""
    known = chapter.facts.facts
    lines = [f"{level} {words.FACTS}", ""]
    if not known:
        return [*lines, "No facts were found.", ""]
    lines += [f"{words.facts_in_words(known)}.", ""]
    for verdict in VERDICTS:
        held = chapter.of_verdict(verdict)
        if not held:
            continue
        lines += [f"{level}# {mark(verdict)} {words.VERDICT_HEADS[verdict]} · {count(len(held), 'fact')}", ""]
        if verdict == "only":
            for article in chapter.articles:
                own = [fact for fact in held if fact.articles[0] == article.id]
                if own:
                    lines += [f"**{escaped(chapter.name(article.id))}** · {count(len(own), 'fact')}", ""]
                    lines += _by_kind(chapter, own)
        elif verdict == "agree":
            lines += _by_kind(chapter, held)
        else:
            for fact in held:
                lines += _full(chapter, fact, f"{level}##")
    return lines


def _full(chapter: Chapter, fact: Fact, level: str) -> Lines:
    said = [fact.kind, *([] if fact.compatible is None else [BOTH[fact.compatible]])]
    lines = [f"{level} {escaped(about(fact))}", "", f"{' · '.join(said)} · {count(fact.wordings, 'wording')}", ""]
    for saying in sayings(fact, chapter.index):
        lines.append(f"- {_saying(chapter, saying)}")
        lines += [f"  > {_quoted(chapter, value.span)}  " for value in saying.values]
    if fact.why:
        lines += ["", f"*{escaped(rule(fact))}*"]
    return [*lines, ""]


def _by_kind(chapter: Chapter, facts: Sequence[Fact]) -> Lines:
    """Names in a row; all else an item each, with its sentence."""
    lines: Lines = []
    ordered = sorted(facts, key=lambda fact: (KINDS.index(fact.kind), fact.id))
    for kind, group in groupby(ordered, key=lambda fact: fact.kind):
        held = list(group)
        if kind in NAMES:
            named = "; ".join(_named(chapter, fact) for fact in held)
            lines += [f"- {MANY[kind]}: {named}"]
            continue
        lines += [f"- {MANY[kind]}:"]
        for fact in held:
            said = "; ".join(_saying(chapter, saying) for saying in sayings(fact, chapter.index))
            lines.append(f"  - {escaped(about(fact))}: {said}")
            lines.append(f"    > {_quoted(chapter, fact.values[0].span)}")
    return [*lines, ""]


def _named(chapter: Chapter, fact: Fact) -> str:
    carriers = f" ({escaped(', '.join(chapter.name(id) for id in fact.articles))})" if len(fact.articles) > 1 else ""
    return f"{escaped(about(fact))}{carriers}"


def _saying(chapter: Chapter, saying: Saying) -> str:
    carriers = ", ".join(chapter.name(id) for id in saying.articles)
    said = f"; {escaped(saying.note)}" if saying.note else ""
    return f"“{escaped(saying.text)}” ({escaped(carriers)}{said})"


def _quoted(chapter: Chapter, span: Span) -> str:
    found = quoted(chapter.index, span)
    return f"{started(found.before + found.words + found.after)} ({escaped(chapter.place(span))})"


def timeline(chapter: Chapter, level: str) -> Lines:
    """Each point or period with what the articles tell of it."""
    moments = chapter.facts.timeline
    if not moments:
        return []
    index = chapter.index
    lines = [f"{level} {words.TIMELINE}", ""]
    for label, group in groupby(moments, key=lambda moment: day_of(moment, index)):
        lines.append(f"- **{escaped(label)}**")
        for text, held in told_alike(list(group), index).items():
            status = held[0].status
            planned = f" ({status})" if status and status != "happened" else ""
            who = escaped(", ".join(dict.fromkeys(chapter.name(moment.told.article) for moment in held)))
            lines.append(f"  - {who}{planned}: {escaped(text)} ({escaped(chapter.place(held[0].told))})")
    return [*lines, ""]
