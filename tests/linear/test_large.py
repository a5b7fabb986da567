"""A library too large to open at once, line by line."""

from __future__ import annotations

import io

from tests.library.shelved import article, told
from tuireader.library import Cache, Library
from tuireader.library.stores import of_library
from tuireader.linear.large import Large, Together
from tuireader.linear.reader import Reader
from tuireader.linear.sitting import Sitting
from tuireader.linear.typist import Lined
from tuireader.linear.voice import Voice
from tuireader.settings.config import Settings

_BRIDGE = "The old bridge at Vessel was closed on Friday after a barge had struck its middle pier, the council said."


def test_a_large_library_is_told_in_pages_and_a_row_opens_by_its_number() -> None:
    library = Library.open(None)
    library.put([article(f"bridge{n}", f"Bridge {n}", _BRIDGE, "Courier", f"2025-03-0{n}") for n in (1, 2)])
    library.put([article(f"alone{n}", f"Orchard {n} in bloom", source="Herald") for n in range(20)])
    told(library, {1: ["bridge1", "bridge2"]})
    source, out = of_library(library), io.StringIO()
    cache = Cache.open(None)
    orders = "1\nq\n99\nr\n/middle pier\n\nq\nq\nForchard 7\n2\nq\nq\n"
    voice = Voice(out, lambda: 10_000)
    sitting = Sitting(Together((), cache), library)
    reader = Reader(sitting, Settings(), Lined(io.StringIO(orders), voice), voice)
    reader.run(Large(reader, source, cache))
    source.close()
    lines = out.getvalue().splitlines()
    assert lines[:2] == [
        "tuireader, 22 articles, 1 story. ? tells the keys, q leaves.",
        "1: story: Topic 1, 2 articles, 2 not read, 2025-03-09.",
    ]
    assert lines[2] == "2: On their own, 20 articles, 20 not read." and "And 12 more." in lines
    assert "tuireader, 2 articles, 1 story told by several. ? tells the keys, q leaves." in lines
    assert "There is no row 99; there are 22." in lines and "Read." in lines
    assert '"middle pier" stands in 2 articles; the best first.' in lines
    assert '2 articles answer "orchard 7".' in lines
    assert library.states()[library.texts(library.digests()[:1])[0].digest].read
