"""Facts of whole stories against gold made by hand: ``python benchmarks/facts_events.py [--data FOLDER] [--misses]``.

FOLDER holds ``events/NAME/*.txt``, with ``facts.jsonl`` and ``quotes.jsonl`` beside the texts or, of the same form, in
``facts_gold/NAME.facts.jsonl`` here. Each event is counted as in benchmarks/facts.py, alone and then in sum; in
brackets what is left when only facts of the gold's own kind count (a place named in both articles carries an event
there, else). The invented stories in ``facts_stories`` and the bundled seeds (against ``facts_gold/seeds.json``) are
always measured, so that there is something to see without FOLDER.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import facts_data as data
from facts import SEEDS, carriers, joins, known, last_name
from facts_scoring import Score as Spans
from facts_scoring import Show, match, overlap

from tuireader import sources
from tuireader.facts import Fact, Facts, Mention
from tuireader.story import know, tell

GOLD = Path(__file__).resolve().parent / "facts_gold"
INVENTED = GOLD.with_name("facts_stories")
FLAGS = ("differ", "changed")
_KIN = {
    "quantity": {"quantity"},
    "date": {"date"},
    "place": {"place", "organisation"},
    "quote": {"quote"},
    "event": {"event"},
    "person-role": {"person", "organisation"},
    "sourcing": {"sourcing"},
}
_SMALL = {"of", "the", "a", "an", "and"}


def say(what: str) -> None:
    if Show.on:
        print(f"  {what}")


def stories(folder: Path) -> Iterator[data.Event]:
    """Every event whose facts are marked, beside its texts or in facts_gold."""
    for place in sorted(folder.iterdir()):
        beside = place / "facts.jsonl", place / "quotes.jsonl"
        ours = GOLD / f"{place.name}.facts.jsonl", GOLD / f"{place.name}.quotes.jsonl"
        for marked, quoted in (beside, ours):
            if marked.exists():
                texts = {path.name: path.read_bytes().decode("utf-8") for path in sorted(place.glob("*.txt"))}
                yield data.Event(place.name, texts, lines(marked), lines(quoted))
                break


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def kin(gold: dict[str, Any], hits: Sequence[Fact]) -> list[Fact]:
    return [fact for fact in hits if fact.kind in _KIN[gold["kind"]]]


def caught(gold: dict[str, Any], hits: Sequence[Fact]) -> bool:
    """Whether one of the facts at the gold's places has a verdict that is right for it."""
    if gold["verdict"] in FLAGS:
        return any(fact.verdict in FLAGS for fact in hits)
    if gold["verdict"] == "agree":
        return any(
            fact.verdict == "agree" or (gold["compatible"] and fact.verdict == "differ" and fact.compatible)
            for fact in hits
        )
    return any(joins(fact, gold) for fact in hits)


_WORDS = {"differ": "differences found", "agree": "agreements found", "not-the-same": "look-alikes joined"}


def verdicts(name: str, found: Facts, gold: Sequence[dict[str, Any]]) -> Counter[str]:
    """Counts of gold facts by what became of them, and of flags that are right."""
    count: Counter[str] = Counter()
    for one in gold:
        what = _WORDS["differ" if one["verdict"] in FLAGS else one["verdict"]]
        hits = carriers(found, one)
        loose, strict = caught(one, hits), caught(one, kin(one, hits))
        count[f"of {what}"] += 1
        count[what] += loose
        count[f"{what}, kind"] += strict
        if strict == (one["verdict"] == "not-the-same"):
            seen = "; ".join(f"{fact.verdict} {fact.kind} {fact.key}" for fact in hits)
            wrong = "joined" if strict else "missed"
            say(f"{wrong} [{one['verdict']}] {name} {one['kind']}: {one['key']}{f' | has {seen}' if seen else ''}")
    for fact in found.facts:
        if fact.verdict in FLAGS:
            right = any(one["verdict"] in FLAGS and fact in carriers(found, one) for one in gold)
            count["of flags right"] += 1
            count["flags right"] += right
            values = " / ".join(
                f"{value.span.article[:3]}: {' '.join(value.text.split())[:50]}" for value in fact.values
            )
            say(f"flag {'right' if right else 'FALSE'} [{fact.verdict}] {name} {fact.kind} {fact.key} | {values}")
    return count


def quotes(event: data.Event, found: Facts, spans: Spans) -> Counter[str]:
    count: Counter[str] = Counter()
    for name, text in event.texts.items():
        gold = [one for one in event.quotes if one["article"] == name]
        mine = [one for one in found.mentions if one.kind == "quote" and one.direct and one.span.article == name]
        marked = [data.Marked(one.span.start, one.span.end, "quote") for one in mine]
        match(
            spans, marked, [data.Marked(one["start"], one["end"], "quote") for one in gold], text, "quote", exact=True
        )
        for one in gold:
            said = nearest(mine, one)
            if said is None or one["speaker"].startswith("["):
                continue
            right = said.speaker is not None and last_name(said.speaker) == last_name(one["speaker"])
            count["of speakers"] += 1
            count["speakers"] += right
            if not right:
                say(f"speaker: {event.name} {name} {said.text[:50]!r} {said.speaker!r}, gold {one['speaker']!r}")
    return count


def nearest(mentions: Sequence[Mention], gold: dict[str, Any]) -> Mention | None:
    """The mention that shares most characters with the gold's span, if one shares any."""
    marked = data.Marked(gold["start"], gold["end"], "")
    shares = [(overlap(one.span, marked), -at) for at, one in enumerate(mentions)]
    best = max(shares, default=(0, 0))
    return mentions[-best[1]] if best[0] > 0 else None


def row(name: str, count: Counter[str], spans: Spans) -> str:
    parts = [f"flags right {count['flags right']} of {count['of flags right']}"]
    parts += [f"{what} {count[what]} ({count[f'{what}, kind']}) of {count[f'of {what}']}" for what in _WORDS.values()]
    precision, recall = spans.hits / max(1, spans.found), spans.recalled / max(1, spans.gold)
    parts.append(f"quotes P {precision:.2f} R {recall:.2f}")
    parts.append(f"speakers {count['speakers']} of {count['of speakers']}")
    return f"{name:<10} {'; '.join(parts)}"


def events(folder: Path, whole: str) -> Iterator[str]:
    """A row for every event of the folder and one, named by ``whole``, for all of them."""
    total: Counter[str] = Counter()
    every = Spans()
    for event in stories(folder):
        found = known(event)
        spans = Spans()
        count = verdicts(event.name, found, event.facts) + quotes(event, found, spans)
        total += count
        for field in ("hits", "found", "gold", "recalled"):
            setattr(every, field, getattr(every, field) + getattr(spans, field))
        yield row(event.name, count, spans)
    yield row(whole, total, every)


def words(role: str | None) -> set[str]:
    """A role or holder as a set of words, without its short form in brackets."""
    return set(re.findall(r"\w+", re.sub(r"\([^)]*\)", "", role or "").lower())) - _SMALL


def seeds() -> Iterator[str]:
    articles = sources.open(sorted(SEEDS.glob("*.txt"))).articles
    full = {one.id[:3]: one.id for one in articles}
    gold = json.loads((GOLD / "seeds.json").read_text(encoding="utf-8"))
    for part in ("roles", "holders", "quotes", "sourcing"):
        for one in gold[part]:
            one["article"] = full[one["article"]]
    for fact in gold["facts"]:
        for value in fact["values"]:
            value["article"] = full[value["article"]]
    found = know(articles, tell(articles))

    def at(one: dict[str, Any], kind: str, direct: bool | None = None) -> Mention | None:
        mentions = [m for m in found.mentions if m.kind == kind and m.span.article == one["article"]]
        return nearest([m for m in mentions if direct is None or m.direct == direct], one)

    def tally(what: str, of: list[dict[str, Any]], kind: str, direct: bool | None, want: str) -> str:
        right = 0
        for one in of:
            mention = at(one, kind, direct)
            mine = getattr(mention, want, None)
            names = [one[want], *one.get("also", [])]
            good = words(mine) in [words(name) for name in names]
            if want == "speaker" and mine:
                good = any(last_name(name).lower() in mine.lower() for name in one["speaker"].split(", "))
            right += good
            if not good:
                text = mention.text[:50] if mention else None
                say(f"{what}: {one['article'][:3]} {one['start']} {text!r} {mine!r}, gold {one[want]!r}")
        return f"{'seeds: ' + what:<46} {right} of {len(of)}"

    said = gold["quotes"]
    yield tally("roles right", gold["roles"], "person", None, "role")
    yield tally("holders right", gold["holders"], "quantity", None, "holder")
    yield tally("speakers of direct quotes", [one for one in said if one["direct"]], "quote", True, "speaker")
    clauses = [one for one in said if one.get("clause")]
    yield tally("speakers of indirect statements", clauses, "quote", False, "speaker")
    phrases = [one for one in said if one.get("clause") is False]
    yield tally("speakers of statements in a phrase", phrases, "quote", False, "speaker")
    named = sum(at(one, "sourcing") is not None for one in gold["sourcing"])
    yield f"{'seeds: sources found':<46} {named} of {len(gold['sourcing'])}"
    count = verdicts("seeds", found, gold["facts"])
    real = [one for one in gold["facts"] if one["verdict"] != "not-the-same"]
    right = loose = 0
    for one in real:
        hits = [fact for fact in carriers(found, one) if one["verdict"] == "agree" or fact.verdict == one["verdict"]]
        loose += caught(one, hits)
        right += caught(one, kin(one, hits))
    yield f"{'seeds: verdicts right (of the kind)':<46} {loose} ({right}) of {len(real)}"
    yield f"{'seeds: false flags':<46} {count['of flags right'] - count['flags right']}"
    joined = _WORDS["not-the-same"]
    both = f"{count[joined]} ({count[f'{joined}, kind']}) of {count[f'of {joined}']}"
    yield f"{'seeds: look-alikes joined (of the kind)':<46} {both}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--misses", action="store_true", help="print what was missed and what was found wrongly")
    options = parser.parse_args()
    Show.on = options.misses
    if options.data is not None:
        for line in events(options.data / "events", "events in sum"):
            print(line)
    for line in events(INVENTED, "invented stories in sum"):
        print(line)
    for line in seeds():
        print(line)


if __name__ == "__main__":
    main()
