"""Results are computed in a worker while the screens compute theirs: threads must not disturb each other."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from tests.passages.texts import COURIER, HERALD, POST, STRANGER, articles
from tuireader.passages import Passages, find, wording
from tuireader.sources import from_text


def test_threads_find_what_one_alone_finds() -> None:
    # Texts no earlier test has read, so that the caches of words and stems are filled by all threads at once.
    event = [from_text(text.replace("e", "ei"), id=str(n)) for n, text in enumerate((HERALD, POST, COURIER, STRANGER))]
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as pool:
            found: list[Passages] = list(pool.map(find, [event] * 8))
    finally:
        sys.setswitchinterval(interval)
    assert found[0].passages
    assert found == [find(event)] * 8


def test_wordings_are_compared_while_another_thread_finds() -> None:
    event = articles()
    links = find(event).links
    known = {article.id: article for article in event}

    def changes(_: int) -> list[object]:
        return [wording(known[link.a.article], link.a, known[link.b.article], link.b) for link in links]

    with ThreadPoolExecutor(4) as pool:
        finding = [pool.submit(find, event) for _ in range(4)]
        compared = list(pool.map(changes, range(8)))
    assert compared == [changes(0)] * 8
    assert all(future.result().links == links for future in finding)


def test_the_method_is_known_without_heavy_modules() -> None:
    script = (
        "import sys\nfrom tuireader.passages import METHOD\n"
        "heavy = {'rapidfuzz', 'Stemmer', 'sqlite3', 'charset_normalizer', 'textual', 'rich'}\n"
        "heavy.add('tuireader.text.synonyms')\nprint(METHOD, sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    assert done.stdout.split(maxsplit=1)[1].strip() == "[]"
