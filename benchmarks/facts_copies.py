"""Copies of articles with one thing changed: is it flagged, and is nothing else? Part of benchmarks/facts.py."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import facts_data as data
from facts_scoring import Show, article, miss

from tuireader import facts
from tuireader.facts import Facts, Mention


def altered(texts: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Copies with one thing changed: is it flagged, and is nothing else?"""
    changed: dict[str, list[int]] = {}
    false = copies = 0
    for name, text in texts:
        plain = facts.find([article(text, name), article(text, name + "-copy")])
        copies += 1
        wrong = [fact for fact in plain.facts if fact.verdict in ("differ", "changed")]
        false += len(wrong)
        if Show.on and wrong:
            print(
                "  flag in an unchanged copy:",
                name,
                [(fact.kind, fact.key, [value.value for value in fact.values]) for fact in wrong],
            )
        for kind, start, end, new in changes(text, plain, name):
            other = text[:start] + new + text[end:]
            found = facts.find([article(text, name), article(other, name + "-copy")])
            flagged = [fact for fact in found.facts if fact.verdict in ("differ", "changed")]
            caught = [
                fact
                for fact in flagged
                if any(value.span.start <= start + 1 and start < value.span.end + 25 for value in fact.values)
            ]
            tally = changed.setdefault(kind, [0, 0, 0])
            tally[0] += bool(caught)
            tally[1] += 1
            tally[2] += len(flagged) - len(caught)
            if Show.on and not caught:
                miss(f"change of {kind} to {new!r}", text, data.Marked(start, end, name))
            if Show.on and len(flagged) > len(caught):
                print(
                    f"  flags beside the change of {text[start:end]!r} to {new!r}:",
                    [
                        (fact.kind, fact.key, [value.text[:40] for value in fact.values])
                        for fact in flagged
                        if fact not in caught
                    ],
                )
    yield f"{'unchanged copies: flags':<46} {false} in {copies}"
    for kind, (caught_count, all_count, others) in sorted(changed.items()):
        what = f"one {kind} changed: flagged"
        yield f"{what:<46} {caught_count / all_count:.3f} of {all_count}, {others} other flags"


def changes(text: str, found: Facts, seed: str) -> Iterator[tuple[str, int, int, str]]:
    """One change of every kind: kind, span, new words. Chosen by the text alone, the same at every run."""
    pick = sum(map(ord, seed))
    title = article(text, "x").told().__next__().end

    def choose(mentions: Sequence[Mention]) -> Mention | None:
        later = [one for one in mentions if one.span.start > title]
        return later[pick % len(later)] if later else None

    number = choose(
        [
            one
            for one in found.mentions
            if one.kind == "quantity" and re.search(r"\d{2}", one.text) and one.span.article == seed
        ]
    )
    if number:
        digits = re.search(r"\d+", number.text)
        assert digits
        at = number.span.start + digits.start()
        old = digits.group()
        new = str((int(old[0]) % 9) + 1) + old[1:]
        yield "number", at, at + len(old), new
    name = choose([one for one in found.mentions if one.kind in ("person", "place") and one.span.article == seed])
    if name:
        yield "name", name.span.start, name.span.end, "Marta Quill" if name.kind == "person" else "Vardenia"
    date = choose(
        [
            one
            for one in found.mentions
            if one.kind == "date"
            and one.span.article == seed
            and re.search(
                r"[A-Z][a-z]+day|(?:January|March|April|June|July|August|October|November) \d{1,2}(?!\d)", one.text
            )
        ]
    )
    if date:
        day = re.search(r"[A-Z][a-z]+day", date.text)
        new = (
            date.text.replace(day.group(), "Monday" if day.group() != "Monday" else "Thursday")
            if day
            else re.sub(r"\d+", lambda found: str(int(found.group()) % 27 + 1), date.text, count=1)
        )
        yield "date", date.span.start, date.span.end, new
    verbs = [
        match
        for match in re.finditer(r"\b(?:was|were|is|are|will|has|have|had|would)\b(?! not\b)", text)
        if match.start() > title
    ]
    if verbs:
        verb = verbs[pick % len(verbs)]
        yield "negation", verb.end(), verb.end(), " not"
