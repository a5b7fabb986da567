"""Where articles lie that are no file of their own: in an archive, or in a feed."""

from __future__ import annotations

import os

from tuireader.sources.addresses import is_address


def holder(place: str) -> str:
    """The file in which what came from a place lies, or the folder where that file is gone; an address as it is. Empty
    where nothing of it is there."""
    while place and not is_address(place) and not os.path.exists(place):  # noqa: PTH110  # Path.exists can raise
        place = place[: max(place.rfind("/"), place.rfind("#"), 0)]
    return place
