"""The facts, verdict by verdict, each value in its sentence; the timeline; who is who."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from tuireader.article import Span
from tuireader.facts import KINDS, Fact, Verdict
from tuireader.report.counting import count
from tuireader.report.documents import words
from tuireader.report.documents.html.links import Links
from tuireader.report.documents.html.markup import Html, joined, lines, tag
from tuireader.report.documents.html.passages import section
from tuireader.report.documents.sayings import Quoted, Saying, heading, quoted, sayings, sentences
from tuireader.report.fact_choice import NAMES
from tuireader.report.fact_words import MANY, about, both, mark, rule
from tuireader.report.timeline import day_of, told_alike
from tuireader.report.who import told_of


def facts(links: Links, level: int) -> Html:
    """What several articles have: where they differ, what changed, where they agree."""
    chapter = links.chapter
    head = tag(f"h{level}", words.FACTS, id=links.name("facts"))
    known = chapter.facts.facts
    if not known:
        return section(links, "facts", head, tag("p", "No facts were found."))
    several = len(chapter.articles) > 1
    inside = [tag("p", f"{words.facts_in_words(known)}.")] if several else []
    for verdict in ("differ", "changed"):
        held = chapter.of_verdict(verdict)
        if held:
            inside += [_heading(verdict, held, level + 1), *(_full(links, fact, level + 2) for fact in held)]
    agree = chapter.of_verdict("agree")
    if agree:
        inside += [_heading("agree", agree, level + 1), _by_kind(links, agree)]
    if not several:
        inside.append(_by_kind(links, known, own=True))
    return section(links, "facts", head, *inside)


def alone(links: Links, level: int) -> Html:
    """What one article has alone, article by article."""
    chapter = links.chapter
    held = chapter.of_verdict("only")
    if not held or len(chapter.articles) < 2:
        return Html("")
    inside = [tag(f"h{level}", f"{mark('only')} {words.ALONE}", id=links.name("alone"))]
    for article in chapter.articles:
        own = [fact for fact in held if fact.articles[0] == article.id]
        if own:
            named = joined(links.to_article(article.id), tag("span", f" {count(len(own), 'fact')}", class_="about"))
            inside += [tag(f"h{level + 1}", named), _by_kind(links, own, own=True)]
    return section(links, "alone", *inside, class_="facts alone")


def _heading(verdict: Verdict, held: Sequence[Fact], level: int) -> Html:
    sign = tag("span", mark(verdict), class_=f"verdict {verdict}", aria_hidden="true")
    about = tag("span", f" {count(len(held), 'fact')}", class_="about")
    return tag(f"h{level}", sign, f" {words.VERDICT_HEADS[verdict]}", about)


def _full(links: Links, fact: Fact, level: int) -> Html:
    """What it is about, each way to say it with those who say so and their sentences, the rule behind the verdict."""
    said = [fact.kind, *filter(None, [both(fact)]), count(fact.wordings, "wording")]
    rows = [tag("dl", *(each for saying in sayings(fact, links.chapter.index) for each in _saying(links, saying)))]
    why = tag("p", rule(fact), class_="why") if fact.why else Html("")
    head = tag(f"h{level}", about(fact))
    return tag(
        "article",
        Html("\n"),
        lines(head, tag("p", " · ".join(said), class_="about"), *rows, why),
        Html("\n"),
        class_=f"fact {fact.verdict}",
        id=links.fact(fact),
    )


def _saying(links: Links, saying: Saying) -> list[Html]:
    note = f" ({saying.note})" if saying.note else ""
    shared = len(saying.articles) > saying.wordings
    same = " in one wording" if shared and saying.wordings == 1 else f" in {saying.wordings} wordings" if shared else ""
    who = tag("dt", links.to_articles(list(saying.articles)), tag("span", f"{same}{note}", class_="about"))
    found = sentences(links.chapter.index, saying.values)
    return [who, *(tag("dd", _sentence(links, *each), dir="auto") for each in found)]


def _sentence(links: Links, found: Quoted, spans: Sequence[Span]) -> Html:
    places = [piece for span in spans for piece in (" ", links.to_place(span))]
    return joined(_quotation(found), *places)


def _quotation(found: Quoted) -> Html:
    """A sentence with the words that count set off, unless they are most of it."""
    return tag("q", found.whole) if found.mostly else tag("q", found.before, tag("b", found.words), found.after)


def _by_kind(links: Links, held: Sequence[Fact], *, own: bool = False) -> Html:
    """Names in a row; all else a line each: who says it, and the sentence. ``own``: all are of one article."""
    ordered = sorted(held, key=lambda fact: (KINDS.index(fact.kind), fact.id))
    rows: list[Html] = []
    for kind, group in groupby(ordered, key=lambda fact: fact.kind):
        rows.append(tag("dt", MANY[kind]))
        if kind in NAMES:
            rows.append(tag("dd", *_names(links, list(group)), class_="names"))
        else:
            rows += [tag("dd", _line(links, fact, own=own), id=links.fact(fact)) for fact in group]
    return tag("dl", Html("\n"), lines(*rows), Html("\n"), class_="kinds")


def _names(links: Links, held: Sequence[Fact]) -> list[str]:
    pieces: list[str] = []
    for fact in held:
        pieces.append("; " if pieces else "")
        pieces.append(tag("b", about(fact)))
        if len(fact.articles) > 1:
            whole = len(links.chapter.articles) > 2 and len(fact.articles) == len(links.chapter.articles)
            who = "all" if whole else links.to_articles(list(fact.articles))
            pieces.append(tag("span", " (", who, ")", class_="about"))
        else:
            pieces += [" ", links.to_place(fact.values[0].span)]
    return pieces


def _line(links: Links, fact: Fact, *, own: bool) -> Html:
    """What it is about, the first sentence that says so, what the others say, each with who does."""
    pieces: list[str] = [tag("b", f"{head} ")] if (head := heading(fact, links.chapter.index)) else []
    for at, saying in enumerate(sayings(fact, links.chapter.index)):
        pieces += ["; "] if at else []
        first = quoted(links.chapter.index, saying.values[0].span)
        pieces.append(tag("q", _clipped(saying.text)) if at else _quotation(first))
        if own:
            pieces += [f" ({saying.note})" if saying.note else "", *_places(links, saying)]
            continue
        carriers: list[str] = []
        for value in saying.values:
            carriers += [", " if carriers else "", links.to_carrier(value.span)]
        note = f"; {saying.note}" if saying.note else ""
        pieces.append(tag("span", " (", *carriers, note, ")", class_="about"))
    return joined(*pieces)


def _places(links: Links, saying: Saying) -> list[str]:
    return [piece for value in saying.values for piece in (" ", links.to_place(value.span))]


def _clipped(text: str, most: int = 160) -> str:
    return text if len(text) <= most else f"{text[:most].rpartition(' ')[0] or text[:most]} …"


def timeline(links: Links, level: int) -> Html:
    """Each point or period with what the articles tell of it."""
    chapter = links.chapter
    moments = chapter.facts.timeline
    if not moments:
        return Html("")
    rows: list[Html] = []
    for label, group in groupby(moments, key=lambda moment: day_of(moment, chapter.index)):
        rows.append(tag("dt", label))
        for text, held in told_alike(list(group), chapter.index).items():
            status = held[0].status
            planned = tag("i", f"{status}: ", class_="status") if status and status != "happened" else ""
            carriers: list[str] = []
            for moment in held:
                carriers += [", " if carriers else "", links.to_carrier(moment.told)]
            who = tag("span", " (", *carriers, ")", class_="about")
            rows.append(tag("dd", planned, _clipped(text, 280), who, dir="auto"))
    head = tag(f"h{level}", words.TIMELINE, id=links.name("timeline"))
    return section(links, "timeline", head, tag("dl", Html("\n"), lines(*rows), Html("\n"), class_="days"))


def who(links: Links, level: int) -> Html:
    """Those of whom there is more to tell than the name."""
    chapter = links.chapter
    rows = [
        tag("li", tag("b", entity.name), f": {'; '.join(said)}")
        for entity, said in told_of(chapter.facts.entities, chapter.index)
    ]
    if not rows:
        return Html("")
    head = tag(f"h{level}", words.WHO, id=links.name("who"))
    return section(links, "who", head, tag("ul", Html("\n"), lines(*rows), Html("\n")))
