"""The tests run in an environment that says nothing of the program, and of the terminal only that it can draw."""

from __future__ import annotations

import os
import time

from tests.outside import without

for _name in os.environ.keys() - without(os.environ).keys():
    del os.environ[_name]
os.environ["TERM"] = "xterm-256color"
# Screens show days, and the pictures of them are of one place.
os.environ["TZ"] = "UTC"
if hasattr(time, "tzset"):
    time.tzset()
