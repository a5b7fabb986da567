"""Where the articles of a large list come from: the library, or a store of its own for paths that were named."""

from __future__ import annotations

from typing import NamedTuple

from tuireader.library.catalogue import Catalogue
from tuireader.library.texts import Texts


class Source(NamedTuple):
    """``texts`` keeps the articles, ``catalogue`` lists them; ``name`` says what is listed, empty for the library."""

    texts: Texts
    catalogue: Catalogue
    name: str = ""
