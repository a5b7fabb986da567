"""What the reader did with the articles (``Library``), and results kept between runs (``Cache``)."""

from tuireader.library.cache import Cache
from tuireader.library.store import Library, Mark

__all__ = ["Cache", "Library", "Mark"]
