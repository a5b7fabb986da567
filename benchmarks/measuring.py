"""What the benchmarks have in common."""

from __future__ import annotations

import os
from pathlib import Path


def environment(home: str) -> dict[str, str]:
    """The environment of a user whose folders all stand in ``home``, with compiled modules.

    An installed program is compiled; in a checkout the first run compiles it, into ``home``.
    """
    folders = dict.fromkeys(("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"), home)
    found = {**os.environ, **folders, "PYTHONPYCACHEPREFIX": str(Path(home, "compiled"))}
    found.pop("PYTHONDONTWRITEBYTECODE", None)
    return found
