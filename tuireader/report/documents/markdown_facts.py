"""The facts and the timeline as Markdown."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import groupby

from tuireader.article import Span
from tuireader.facts import KINDS, VERDICTS, Fact
from tuireader.report.counting import count
from tuireader.report.documents import words
from tuireader.report.documents.chapter import Chapter
from tuireader.report.documents.markdown_text import escaped, started
from tuireader.report.documents.sayings import Quoted, Saying, heading, quoted, sayings, sentences
from tuireader.report.fact_choice import NAMES
from tuireader.report.fact_words import MANY, about, both, mark, rule
from tuireader.report.timeline import day_of, told_alike
from tuireader.report.who import told_of

Lines = list[str]

#: Marks that stand round the words of a quotation already.
_QUOTES = '"“”„«»'


def facts(chapter: Chapter, level: str) -> Lines:
    """Verdict by verdict; what one article has alone, article by article."""
    known = chapter.facts.facts
    lines = [f"{level} {words.FACTS}", ""]
    if not known:
        return [*lines, "No facts were found.", ""]
    if len(chapter.articles) == 1:
        return [*lines, *_by_kind(chapter, known, alone=True)]
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
                    lines += _by_kind(chapter, own, alone=True)
        elif verdict == "agree":
            lines += _by_kind(chapter, held)
        else:
            for fact in held:
                lines += _full(chapter, fact, f"{level}##")
    return lines


def _full(chapter: Chapter, fact: Fact, level: str) -> Lines:
    said = [fact.kind, *filter(None, [both(fact)])]
    lines = [f"{level} {escaped(about(fact))}", "", f"{' · '.join(said)} · {count(fact.wordings, 'wording')}", ""]
    for saying in sayings(fact, chapter.index):
        found = sentences(chapter.index, saying.values)
        known = [span for sentence, spans in found if sentence.mostly for span in spans]
        lines.append(f"- {_saying(chapter, saying, known)}")
        lines += [f"  > {_quoted(chapter, *each)}  " for each in found if not each[0].mostly]
    if fact.why:
        lines += ["", f"*{escaped(rule(fact))}*"]
    return [*lines, ""]


def _by_kind(chapter: Chapter, facts: Sequence[Fact], *, alone: bool = False) -> Lines:
    """Names in a row; all else an item each, with its sentence. ``alone``: one article has them all."""
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
            first = fact.values[0].span
            sentence = quoted(chapter.index, first)
            known = [first] if sentence.mostly else []
            said = "; ".join(_saying(chapter, saying, known, alone=alone) for saying in sayings(fact, chapter.index))
            first_words = escaped(heading(fact, chapter.index))
            lines.append(f"  - {f'{first_words} ' if first_words else ''}{said}")
            lines += [] if sentence.mostly else [f"    > {_quoted(chapter, sentence, [first])}"]
    return [*lines, ""]


def _named(chapter: Chapter, fact: Fact) -> str:
    carriers = f" ({escaped(', '.join(chapter.name(id) for id in fact.articles))})" if len(fact.articles) > 1 else ""
    return f"{escaped(about(fact))}{carriers}"


def _saying(chapter: Chapter, saying: Saying, placed: Collection[Span], *, alone: bool = False) -> str:
    """The words and who has them; of values that are not quoted in their sentence the places."""
    places = {value.span.article: chapter.place(value.span) for value in saying.values if value.span in placed}
    carriers = ", ".join(places.values() if alone else (places.get(id) or chapter.name(id) for id in saying.articles))
    said = "; ".join(escaped(each) for each in (carriers, saying.note) if each)
    return f"“{escaped(saying.text.strip(_QUOTES))}”{f' ({said})' if said else ''}"


def _quoted(chapter: Chapter, sentence: Quoted, spans: Sequence[Span]) -> str:
    places = ", ".join(chapter.place(span) for span in spans)
    return f"{started(sentence.whole)} ({escaped(places)})"


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


def who(chapter: Chapter, level: str) -> Lines:
    """Those of whom there is more to tell than the name."""
    told = told_of(chapter.facts.entities, chapter.index)
    if not told:
        return []
    items = [f"- **{escaped(entity.name)}**: {escaped('; '.join(said))}" for entity, said in told]
    return [f"{level} {words.WHO}", "", *items, ""]
