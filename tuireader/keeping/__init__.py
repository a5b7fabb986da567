"""``tuireader add``, ``remove`` and ``library``: what goes into the library, out of it, and how it is looked after."""
