"""The JSON forms. ``docs/json.md`` tells what each key means; keys are added, never renamed."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any

from tuireader.report.records import Record, row

if TYPE_CHECKING:
    from tuireader.article import Article, Span
    from tuireader.facts import Entity, Fact, Facts, Mention, Moment
    from tuireader.passages import Explanation, Link, Passage, Passages
    from tuireader.passages.reasons.explaining import Near
    from tuireader.search import Answer, Label

#: What JSON need not escape, but a terminal may obey and nobody sees: DEL, C1, what reorders lines, hides, or has no
#: width.
_STEERING = re.compile("[\x7f-\x9f\xad\u180e\u200b\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]")
#: The keys a mention has beyond those of every mention, by kind.
_MENTION_KEYS: dict[str, tuple[str, ...]] = {
    "person": ("role",),
    "quantity": ("number", "unit", "counted", "approx", "holder"),
    "date": (),
    "quote": ("speaker", "direct", "cue"),
    "event": ("status", "doer", "object", "place", "when"),
    "sourcing": ("source_kind", "cue"),
}


def encode(form: Record) -> bytes:
    """The form as one line of UTF-8 JSON.

    Not escaped to ASCII, but for what could steer a terminal or cannot be seen, and lone surrogates (of file names),
    which UTF-8 lacks.
    """
    import json

    text = json.dumps(form, ensure_ascii=False)
    text = _STEERING.sub(lambda match: json.dumps(match[0])[1:-1], text)
    return text.encode("utf-8", "backslashreplace") + b"\n"


def listing(records: Sequence[Record]) -> Record:
    """``list``: the rows."""
    return {"articles": [row(record) for record in records]}


def comparison(
    records: Sequence[Record],
    articles: Sequence[Article],
    found: Passages,
    explained: Sequence[Explanation] | None = None,
) -> Record:
    """``compare``: the rows, all links, all passages. ``explained`` has an explanation for each link, if asked for."""
    texts = {article.id: article.text for article in articles}
    links = [_link(link) for link in found.links]
    for form, explanation in zip(links, explained or (), strict=explained is not None):
        form["explain"] = _explanation(explanation)
    return {
        **listing(records),
        "links": links,
        "passages": [_passage(passage, texts) for passage in found.passages],
    }


def facts(records: Sequence[Record], known: Facts, dismissed: Collection[int] = ()) -> Record:
    """``facts``: the rows, all mentions, all facts, entities and the timeline. ``dismissed`` are ids of facts."""
    return {
        **listing(records),
        "mentions": [_mention(mention) for mention in known.mentions],
        "facts": [{**_fact(fact), "dismissed": fact.id in dismissed} for fact in known.facts],
        "entities": [_entity(entity) for entity in known.entities],
        "timeline": [_moment(moment) for moment in known.timeline],
    }


def stretch(records: Sequence[Record], found: Passages, article: Article, span: Span) -> Record:
    """``read``: the row of its article, the stretch, and the passages that stand in it with who else has them."""
    rows = {record["id"]: row(record) for record in records}
    return {
        "article": rows[article.id],
        "start": span.start,
        "end": span.end,
        "text": article.text[span.start : span.end],
        "passages": [
            {"id": passage.id, "kind": passage.kind, "articles": list(passage.articles)}
            for passage in found.passages
            if any(occurrence.span.overlaps(span) for occurrence in passage.occurrences)
        ],
    }


def timeline(records: Sequence[Record], known: Facts) -> Record:
    """``facts --timeline``: the rows and the timeline."""
    return {**listing(records), "timeline": [_moment(moment) for moment in known.timeline]}


def hits(query: str, milliseconds: float, articles: Sequence[Article], answer: Answer) -> Record:
    """``search``: what was asked, how long the answer took, how many hits each article has, and the best, best first.

    A hit's ``found`` is the name of its tier; ``labels`` are what the fields of the query found there.
    """
    texts = {article.id: article.text for article in articles}
    return {
        "query": query,
        "milliseconds": round(milliseconds, 3),
        "hits": [
            {
                **_place(hit.span),
                "score": hit.score,
                "exact": hit.exact,
                "found": hit.tier.name.lower(),
                "text": texts[hit.span.article][hit.span.start : hit.span.end],
                "matches": [[match.start, match.end] for match in hit.matches],
                "labels": [_label(label) for label in hit.labels],
            }
            for hit in answer.hits
        ],
        "counts": [{"article": id, "hits": number} for id, number in answer.counts.items()],
    }


def _label(label: Label) -> Record:
    return {
        "field": label.field,
        "start": label.span.start,
        "end": label.span.end,
        "value": label.value or None,
        "says": label.note or None,
        "verdict": label.mark if label.field == "fact" else None,
    }


def _place(span: Span) -> Record:
    return {"article": span.article, "start": span.start, "end": span.end}


def _link(link: Link) -> Record:
    return {
        "a": link.a.article,
        "a_start": link.a.start,
        "a_end": link.a.end,
        "b": link.b.article,
        "b_start": link.b.start,
        "b_end": link.b.end,
        "kind": link.kind,
        "score": link.score,
    }


def _explanation(found: Explanation) -> Record:
    return {
        "a_sentence": _ends(found.a),
        "b_sentence": _ends(found.b),
        "rule": found.rule,
        "alone": _rounded(found.alone),
        "judged": _rounded(found.judged),
        "leans": found.leans,
        "words": [
            {"bits": word.bits, "a": [_ends(place) for place in word.a], "b": [_ends(place) for place in word.b]}
            for word in found.words
        ],
        "base": found.base,
        "reasons": [
            {"name": each.name, "value": each.number, "weight": each.weight, "says": each.says}
            for each in found.reasons
        ],
        "rivals": [_near(near) for near in found.rivals],
        "anchor": _near(found.anchor) if found.anchor else None,
    }


def _near(near: Near) -> Record:
    return {"a": _ends(near.a), "b": _ends(near.b), "score": near.score}


def _ends(span: Span) -> list[int]:
    return [span.start, span.end]


def _rounded(score: float | None) -> float | None:
    return None if score is None else round(score, 4)


def _passage(passage: Passage, texts: dict[str, str]) -> Record:
    return {
        "id": passage.id,
        "kind": passage.kind,
        "score": passage.score,
        "wordings": passage.wordings,
        "occurrences": [
            {
                **_place(occurrence.span),
                "text": texts[occurrence.span.article][occurrence.span.start : occurrence.span.end],
                "wording": occurrence.wording,
            }
            for occurrence in passage.occurrences
        ],
    }


def _mention(mention: Mention) -> Record:
    form: dict[str, Any] = {
        "article": mention.span.article,
        "kind": mention.kind,
        "text": mention.text,
        "start": mention.span.start,
        "end": mention.span.end,
        "value": mention.value,
    }
    form.update((key, getattr(mention, key)) for key in _MENTION_KEYS.get(mention.kind, ()))
    if mention.resolved is not None:
        form["resolved"] = mention.resolved
    if mention.period is not None:
        form["period"] = mention.period
    return form


def _fact(fact: Fact) -> Record:
    return {
        "id": fact.id,
        "kind": fact.kind,
        "key": fact.key,
        "verdict": fact.verdict,
        "compatible": fact.compatible,
        "wordings": fact.wordings,
        "why": fact.why,
        "reasons": [reason._asdict() for reason in fact.reasons],
        "values": [
            {**_place(value.span), "text": value.text, "value": value.value, "wording": value.wording}
            for value in fact.values
        ],
    }


def _entity(entity: Entity) -> Record:
    return {
        "kind": entity.kind,
        "name": entity.name,
        "spellings": list(entity.spellings),
        "roles": [{"article": article, "role": role} for article, role in entity.roles],
        "namings": [{**_place(naming.span), "form": naming.form} for naming in entity.namings],
    }


def _moment(moment: Moment) -> Record:
    return {
        "date": moment.date,
        "known": moment.known,
        "status": moment.status,
        "dated": _place(moment.dated),
        "told": _place(moment.told),
    }
