"""The tests run in an environment that says nothing of the program, and of the terminal only that it can draw."""

from __future__ import annotations

import os
import time

from hypothesis import settings

from tests.outside import without

# How long an example takes says something of the machine. Before CI goes: there it is the same ones each time.
settings.register_profile("tuireader", deadline=None, derandomize=bool(os.environ.get("CI")), database=None)
settings.load_profile("tuireader")
for _name in os.environ.keys() - without(os.environ).keys():
    del os.environ[_name]
os.environ["TERM"] = "xterm-256color"
# Screens show days, and the pictures of them are of one place.
os.environ["TZ"] = "UTC"
if hasattr(time, "tzset"):
    time.tzset()
