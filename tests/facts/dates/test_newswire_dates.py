"""Sixty sentences in the manner of newswire, dates marked as TIMEX3; benchmarks/facts_dates.py measures on them."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.facts.building import mentions

ROWS: list[dict[str, Any]] = [
    json.loads(line)
    for line in Path(__file__).with_name("newswire_dates.jsonl").read_text(encoding="utf-8").splitlines()
]
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"][:24])
def test_marks_are_sound(row: dict[str, Any]) -> None:
    end_before = 0
    for start, end, kind, value in row["dates"]:
        words = row["text"][start:end]
        assert end_before <= start < end and words == words.strip()
        assert kind in ("DATE", "TIME", "DURATION", "SET")
        end_before = end
        day = re.match(r"\d{4}-\d\d-\d\d", value)
        named = [name for name in WEEKDAYS if name in words]
        if day and named:
            assert WEEKDAYS[date.fromisoformat(day.group()).weekday()] == named[0]


def test_most_of_them_are_found_and_little_else() -> None:
    gold = met = found = right = 0
    for row in ROWS:
        spans = [(one.span.start, one.span.end) for one in mentions(row["text"], "date", row["written"])]
        marks = [(start, end) for start, end, *_ in row["dates"]]
        points = [(start, end) for start, end, kind, _ in row["dates"] if kind in ("DATE", "TIME")]
        gold += len(points)
        met += sum(any(start < b and a < end for a, b in spans) for start, end in points)
        found += len(spans)
        right += sum(any(start < b and a < end for start, end in marks) for a, b in spans)
    assert met >= 0.8 * gold
    assert right >= 0.95 * found
