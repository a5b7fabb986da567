"""Paths, configuration, keys and themes: read, checked, explained."""
