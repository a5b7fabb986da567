"""What a start leaves out is there for whoever needs it later."""

from __future__ import annotations

import subprocess
import sys

LATER = """
import sys
from tuireader.tui.lean import asyncio_without_ssl

asyncio_without_ssl()
print("ssl" in sys.modules)
import asyncio, http.client, urllib.request
asyncio.run(asyncio.sleep(0))
import tuireader.tui.app
print("ssl" in sys.modules)
import ssl
ssl.create_default_context()
from tuireader.sources import connecting
asyncio_without_ssl()
print(sys.modules["ssl"] is ssl, hasattr(http.client, "HTTPSConnection"), hasattr(urllib.request, "HTTPSHandler"))
"""

KEPT = """
import sys
from tuireader.tui import first_page, first_paint, start
from tuireader.tui.session import Session
print(*(name for name in sys.modules if name.startswith(("textual", "tuireader.passages.finding", "asyncio"))))
"""


def printed(script: str) -> list[str]:
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return done.stdout.split()


def test_asyncio_does_without_ssl_and_others_need_not() -> None:
    assert printed(LATER) == ["False", "True", "True", "True", "True"]


def test_the_first_screen_is_drawn_without_textual_and_without_what_computes() -> None:
    assert printed(KEPT) == []
