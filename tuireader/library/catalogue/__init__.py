"""Lists of a library too large to open at once (``Catalogue``), and what their rows are (``Heading``, ``Entry``)."""

from tuireader.library.catalogue.listing import Listing
from tuireader.library.catalogue.lists import ORDERS, Catalogue, Order
from tuireader.library.catalogue.rows import Entry, Heading, Row

__all__ = ["ORDERS", "Catalogue", "Entry", "Heading", "Listing", "Order", "Row"]
