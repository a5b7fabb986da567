"""tuireader: a terminal reader for the same story as several outlets tell it."""

__version__ = "0.1.0"
