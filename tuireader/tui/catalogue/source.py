"""Where the articles of a large list come from: the library, or a store of its own for paths that were named."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from tuireader.library.catalogue import Catalogue
from tuireader.library.texts import Texts


class Source(NamedTuple):
    """``texts`` keeps the articles, ``catalogue`` lists them, ``kinship`` is the file with what stories are found by.

    ``name`` says what is listed, empty for the library; ``own`` whether the store is only for this list.
    """

    texts: Texts
    catalogue: Catalogue
    kinship: Path | None
    name: str = ""
    own: bool = False

    def close(self) -> None:
        """Lets go of its files; of the library's own somebody else does."""
        self.catalogue.close()
        if self.own:
            self.texts.close()
