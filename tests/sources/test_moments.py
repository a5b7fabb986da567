"""Dates and times as formats write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.sources.moments import moment


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("2025-03-10", "2025-03-10"),
        ("2025-03-10T08:05:00Z", "2025-03-10T08:05:00+00:00"),
        ("2025-03-10 08:05:09.123456+02:00", "2025-03-10T08:05:09+02:00"),
        ("2025-03-10T08:05", "2025-03-10T08:05:00"),
        ("20250310", "2025-03-10"),
        ("20250310T080500Z", "2025-03-10T08:05:00+00:00"),
        ("2025/3/1", "2025-03-01"),
        ("Mon, 10 Mar 2025 08:05:00 +0100", "2025-03-10T08:05:00+01:00"),
        ("10 Mar 2025 08:05:00 GMT", "2025-03-10T08:05:00+00:00"),
        ("March 10, 2025", "2025-03-10"),
        ("1741593900", "2025-03-10T08:05:00+00:00"),
        ("1741593900000", "2025-03-10T08:05:00+00:00"),
        ("03/04/2025", None),
        ("2025-13-01", None),
        ("2025-03-10T25:00", None),
        ("soon", None),
        ("", None),
        ("12", None),
    ],
)
def test_a_date(value: str, said: str | None) -> None:
    assert moment(value) == said


@given(st.one_of(st.text(max_size=60), st.from_regex(r"\d{4}[-/.]?\d\d[-/.]?\d\dT?\d{0,6}", fullmatch=True)))
def test_anything_is_a_date_or_none(value: str) -> None:
    found = moment(value)
    assert found is None or len(found) >= 10
