"""Which articles of a library tell of one event: stories that keep their number as articles come and go.

``group`` brings them up to date. ``text.story``, ``text.copy_of`` and ``text.shared`` are what comes of it, and the
table ``story``; what need not be found again is kept in a file of the cache folder.
"""

from tuireader.library.stories.alone import PATIENCE
from tuireader.library.stories.grouping import Outcome, group

__all__ = ["PATIENCE", "Outcome", "group"]
