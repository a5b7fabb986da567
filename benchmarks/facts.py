"""Quality of facts on development sets, and their cost: ``python benchmarks/facts.py [--data FOLDER] [--misses]``.

FOLDER holds ``polnear-dev``, ``gum-news``, ``numbers-dev.jsonl`` and ``events`` (those that are missing are left
out). Copies of its articles with one number, name, date or negation changed are made here. Without FOLDER only the
cost is measured, on the bundled seeds.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import facts_data as data
from facts_copies import altered
from facts_scoring import Score, Show, article, match, miss, overlap

from tuireader import facts, sources
from tuireader.facts import Facts, Mention
from tuireader.story import know, tell

SEEDS = Path(__file__).resolve().parent.parent / "seeds"


def names_and_dates(folder: Path) -> Iterator[str]:
    names, loose, dates = Score(), Score(), Score()
    right = seen = 0
    for news in data.gum(folder):
        found = facts.find([article(news.text, news.name, news.written)])
        mine = [
            data.Marked(mention.span.start, mention.span.end, mention.kind)
            for mention in found.mentions
            if mention.kind in ("person", "organisation", "place")
        ]
        match(loose, mine, news.names, news.text, "name", exact=False)
        shown, Show.on = Show.on, False
        match(names, mine, news.names, news.text, "name", exact=True)
        Show.on = shown
        days = [mention for mention in found.mentions if mention.kind == "date"]
        marked = [data.Marked(day.span.start, day.span.end, "date") for day in days]
        gold = [one._replace(label="date") for one in news.dates]
        match(dates, marked, gold, news.text, "date", exact=False)
        for day in days:
            for one in news.dates:
                if overlap(day.span, one) > 0 and one.label:
                    seen += 1
                    value = (day.resolved or day.value)[:10]
                    if value == one.label[:10] or value.startswith(one.label[:10]):
                        right += 1
                    else:
                        miss(f"date value {day.value} {day.resolved}, gold {one.label}", news.text, one)
                    break
    yield loose.row("names on Wikinews, touching (titles in gold)")
    yield names.row("names on Wikinews, exact (titles in gold)")
    yield dates.row("dates on Wikinews")
    yield f"{'values of those dates':<46} right {right / max(1, seen):.3f}"


_QUOTED = re.compile(r"“([^“”]*)”|(?<![\w])\"([^\"“”\n]*)\"|''((?:[^'\n]|'(?!'))*)''")


def attributions(folder: Path) -> Iterator[str]:
    direct, every = Score(), Score()
    right = seen = 0
    for name, text, gold in data.polnear(folder):
        found = [mention for mention in facts.find([article(text, name)]).mentions if mention.kind == "quote"]
        contents = [content for content, _ in gold]
        quoted = []
        owner: dict[tuple[int, int], data.Marked] = {}
        for content, source in gold:
            for stretch in _QUOTED.finditer(text, max(0, content.start - 1), min(len(text), content.end + 1)):
                start, end = stretch.span(stretch.lastindex or 1)
                if end > start:
                    quoted.append(data.Marked(start, end, "quote"))
                    if source:
                        owner[start, end] = source
        mine = [data.Marked(one.span.start, one.span.end, "quote") for one in found if one.direct]
        match(direct, mine, quoted, text, "quote", exact=False)
        all_mine = [data.Marked(one.span.start, one.span.end, "content") for one in found]
        match(every, all_mine, contents, text, "attribution", exact=False)
        for mention in found:
            if not mention.direct:
                continue
            source = next(
                (
                    owner[one.start, one.end]
                    for one in quoted
                    if overlap(mention.span, one) > 0 and (one.start, one.end) in owner
                ),
                None,
            )
            if source is None:
                continue
            said = text[source.start : source.end]
            verdict = speaker_right(mention, said)
            if verdict is None:
                continue
            seen += 1
            right += verdict
            if not verdict:
                miss(
                    f"speaker {mention.speaker!r}, gold {said!r}",
                    text,
                    data.Marked(mention.span.start, mention.span.end, "quote"),
                )
    yield direct.row("direct quotes on political news")
    yield f"{'speakers named or described beside them':<46} right {right / max(1, seen):.3f}  of {seen}"
    yield every.row("all attributions on political news")


def speaker_right(mention: Mention, said: str) -> bool | None:
    """Whether the speaker's last name stands in the gold source; None where that is a pronoun."""
    if said.lower().strip() in ("he", "she", "they", "it", "i", "we", "who", "him", "her"):
        return None
    nominal = not re.search(r"[A-Z]", re.sub(r"^(?:The|A|One) ", "", said))
    if said in ("said", "added") or (nominal and mention.speaker and mention.speaker[:1].isupper()):
        return None
    if mention.speaker is None:
        return False
    last = [word for word in re.findall(r"\w+", mention.speaker) if word.lower() not in ("jr", "sr")][-1:]
    return bool(last) and (last[0].lower() in said.lower() or said.lower() in mention.speaker.lower())


_MODELS = {"NumberModel": None, "PercentModel": "percent", "CurrencyModel": "money", "DimensionModel": "measure"}


def numbers(path: Path) -> Iterator[str]:
    for model in (*_MODELS, "AgeModel", "TemperatureModel"):
        right = cases = 0
        for case in data.numbers(path):
            if case["model"] != model:
                continue
            cases += 1
            gold = []
            for result in case["results"]:
                value = str(result["resolution"].get("value")).rstrip("%")
                if value not in ("None", "null"):
                    gold.append(float(value))
            found = facts.find([article(case["input"], "case")])
            mine = [one.number for one in found.mentions if one.kind == "quantity" and fits(model, one)]
            if len(mine) == len(gold) and all(
                a is not None and abs(a - b) <= 1e-6 * max(1, abs(b)) for a, b in zip(mine, gold, strict=True)
            ):
                right += 1
            elif Show.on:
                kinds = ("quantity", "date")
                others = [(one.text, one.number, one.unit) for one in found.mentions if one.kind in kinds]
                print(f"  {model} {case['input']!r} gold {gold} found {others}")
        yield f"{'values: ' + model:<46} right {right / max(1, cases):.3f}  of {cases}"


def fits(model: str, mention: Mention) -> bool:
    from tuireader.facts.quantities.units import MEASURES, MONEY_BEFORE, TIGHT, is_money

    unit = mention.unit or ""
    money = is_money(unit) or unit in MONEY_BEFORE.values()
    measure = unit.split("/")[0].rstrip("23") in {*MEASURES.values(), *TIGHT.values()}
    if model == "NumberModel":
        return not measure
    if model == "PercentModel":
        return unit == "percent"
    if model == "CurrencyModel":
        return money
    if model == "DimensionModel":
        return measure
    return unit in ("C", "F", "degree") if model == "TemperatureModel" else unit in ("year", "month", "week", "day")


def events(folder: Path) -> Iterator[str]:
    flags = right_flags = real = real_found = agreements = agreed = false_same = traps = 0
    quotes = Score()
    right = seen = 0
    for event in data.events(folder):
        found = known(event)
        for gold in event.facts:
            hits = carriers(found, gold)
            if gold["verdict"] in ("differ", "changed"):
                real += 1
                caught = any(fact.verdict in ("differ", "changed") for fact in hits)
                real_found += caught
                if Show.on and not caught:
                    print(f"  difference missed: {event.name} {gold['kind']} {gold['key']}")
            elif gold["verdict"] == "agree":
                agreements += 1
                caught = any(
                    fact.verdict == "agree" or (gold["compatible"] and fact.verdict == "differ" and fact.compatible)
                    for fact in hits
                )
                agreed += caught
                if Show.on and not caught:
                    print(f"  agreement missed: {event.name} {gold['kind']} {gold['key']}")
            else:
                traps += 1
                hits = [fact for fact in hits if joins(fact, gold)]
                false_same += bool(hits)
                if Show.on and hits:
                    print(f"  not the same, yet joined: {event.name} {gold['key']}")
        for fact in found.facts:
            if fact.verdict in ("differ", "changed"):
                flags += 1
                good = any(
                    gold["verdict"] in ("differ", "changed") and fact in carriers(found, gold) for gold in event.facts
                )
                right_flags += good
                if Show.on:
                    values = " / ".join(
                        f"{value.span.article}: {' '.join(value.text.split())[:50]} ({value.value[:30]})"
                        for value in fact.values
                    )
                    print(f"  flag {'right' if good else 'FALSE'}: {event.name} {fact.kind} {fact.key} | {values}")
        for name, text in event.texts.items():
            gold_quotes = [one for one in event.quotes if one["article"] == name]
            mine = [one for one in found.mentions if one.kind == "quote" and one.direct and one.span.article == name]
            marked = [data.Marked(one.span.start, one.span.end, "quote") for one in mine]
            match(
                quotes,
                marked,
                [data.Marked(one["start"], one["end"], "quote") for one in gold_quotes],
                text,
                "quote",
                exact=True,
            )
            for one in gold_quotes:
                same = next(
                    (
                        mention
                        for mention in mine
                        if overlap(mention.span, data.Marked(one["start"], one["end"], "")) > 0
                    ),
                    None,
                )
                if same is None or one["speaker"].startswith("["):
                    continue
                seen += 1
                good = same.speaker is not None and last_name(same.speaker) == last_name(one["speaker"])
                right += good
                if Show.on and not good:
                    print(
                        f"  speaker: {event.name} {name} {same.text[:50]!r} {same.speaker!r}, gold {one['speaker']!r}"
                    )
    yield f"{'events: flags that are right':<46} {right_flags} of {flags}"
    yield f"{'events: differences found':<46} {real_found} of {real}"
    yield f"{'events: agreements found':<46} {agreed} of {agreements}"
    yield f"{'events: different things joined':<46} {false_same} of {traps}"
    yield quotes.row("events: direct quotes, exact")
    yield f"{'events: right speaker of those named':<46} {right} of {seen}"


def joins(fact: facts.Fact, gold: dict[str, Any]) -> bool:
    """Whether a fact puts two of the gold's things together that are not the same: some of them may be."""
    values = {
        one["value"]
        for one in gold["values"]
        for value in fact.values
        if value.span.article == one["article"] and value.span.start < one["end"] and one["start"] < value.span.end
    }
    return len(values) > 1


def known(event: data.Event) -> Facts:
    """The facts of an event as the program finds them: with the shared passages."""
    articles = [article(text, name) for name, text in event.texts.items()]
    return know(articles, tell(articles))


def last_name(name: str) -> str:
    return [word for word in name.split() if word.rstrip(".") not in ("Jr", "Sr")][-1]


def carriers(found: Facts, gold: dict[str, Any]) -> list[facts.Fact]:
    """Facts with values at the gold's spans in at least two of its articles."""
    hits = []
    for fact in found.facts:
        articles = {
            one["article"]
            for one in gold["values"]
            for value in fact.values
            if value.span.article == one["article"] and value.span.start < one["end"] and one["start"] < value.span.end
        }
        if len(articles) > 1:
            hits.append(fact)
    return hits


def cost() -> Iterator[str]:
    articles = sources.open(sorted(SEEDS.glob("*.txt"))).articles
    facts.find(articles)
    times = []
    for _ in range(5):
        start = time.process_time()
        facts.find(articles)
        times.append(time.process_time() - start)
    yield f"{'the five seeds together':<46} {1000 * min(times):.0f} ms of CPU (120 wanted)"
    start = time.process_time()
    for one in articles:
        facts.find([one])
    yield f"{'a seed alone':<46} {200 * (time.process_time() - start):.1f} ms of CPU (15 wanted)"
    code = (
        "import time; import tuireader.sources, tuireader.article; a = time.process_time();"
        "from tuireader.facts.across import finding; from tuireader.facts.names import gazetteer, runs;"
        "gazetteer.load(); runs.given_names();"
        "print(time.process_time() - a)"
    )
    with tempfile.TemporaryDirectory() as compiled:
        # As installed: with byte code, which the first of the runs writes.
        environ = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environ["PYTHONPYCACHEPREFIX"] = compiled
        call = [sys.executable, "-c", code]
        spent = min(
            float(subprocess.run(call, capture_output=True, text=True, check=True, env=environ).stdout)
            for _ in range(6)
        )
    yield f"{'import with gazetteer':<46} {1000 * spent:.0f} ms of CPU (40 wanted)"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--misses", action="store_true", help="print what was missed and what was found wrongly")
    parser.add_argument("--only", default="", help="names, quotes, numbers, events, altered or cost")
    options = parser.parse_args()
    Show.on = options.misses
    parts: dict[str, Iterator[str]] = {"cost": cost()}
    folder: Path | None = options.data
    if folder is not None:
        texts = [
            (path.stem, path.read_bytes().decode("utf-8"))
            for path in sorted((folder / "polnear-dev" / "text").glob("*.txt"))
        ]
        parts = {
            "names": names_and_dates(folder / "gum-news"),
            "quotes": attributions(folder / "polnear-dev"),
            "numbers": numbers(folder / "numbers-dev.jsonl"),
            "events": events(folder / "events"),
            "altered": altered(texts),
            **parts,
        }
    for name, rows in parts.items():
        if options.only in ("", name):
            for row in rows:
                print(row)


if __name__ == "__main__":
    main()
