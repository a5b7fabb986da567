from __future__ import annotations

import pytest

from tuireader import sources
from tuireader.article import Article

ONE = """Bridge at Vesterå closes for repairs

By Kari Moen

The bridge at Vesterå will be completely closed from 3 May, the road office said on Monday. Around 4,000 cars cross it each day.

Share this article
"""  # noqa: E501
TWO = """The bridge at Vesterå will be fully closed from 3 May, the road office announced on Monday. More than 4,200 cars cross it each day.
"""  # noqa: E501


@pytest.fixture
def articles() -> list[Article]:
    """Two articles that tell of one thing."""
    return [sources.from_text(ONE, id="north_1f", path="north.txt"), sources.from_text(TWO, id="south_2a")]
