"""The words and options of ``add``, ``remove`` and ``library``."""

from __future__ import annotations

import argparse

from tuireader.reading_words import add_reading

#: What can be done with the library, and what is said of each.
DEEDS = {
    "check": "look whether it is whole, and mend what can be mended",
    "backup": "copy it, to FILE or beside it",
    "restore": "put a copy in its place; without FILE the newest",
    "export": "write what you did as JSON, to FILE or standard output",
    "vacuum": "make its file as small as it can be",
    "path": "print where it is",
}


def keeping_words(name: str, sub: argparse.ArgumentParser) -> None:
    """The words and options of one of them."""
    {"add": _add, "remove": _remove, "library": _library}[name](sub)


def _add(sub: argparse.ArgumentParser) -> None:
    about = "files, folders, globs, archives, addresses (a feed is subscribed to), - for standard input"
    sub.add_argument("paths", nargs="+", metavar="PATH", help=about)
    sub.add_argument("--watch", action="store_true", help="have `sync` look for what comes there from now on")
    about = "write down everything that could not be read, one line each: path, tab, reason"
    sub.add_argument("--report", metavar="FILE", help=about)
    add_reading(sub, "--map", "--columns")


def _remove(sub: argparse.ArgumentParser) -> None:
    about = "a path or address that articles came from, the id or digest of one, or a feed"
    sub.add_argument("names", nargs="+", metavar="PATH|ARTICLE|DIGEST", help=about)
    sub.add_argument("--forget", action="store_true", help="forget what you did with them, too; no file is touched")


def _library(sub: argparse.ArgumentParser) -> None:
    told = "; ".join(f"{name}: {about}" for name, about in DEEDS.items())
    sub.add_argument("deed", choices=tuple(DEEDS), metavar="|".join(DEEDS), help=told)
    sub.add_argument("file", nargs="?", default="", metavar="FILE", help="the file of backup, restore and export")
    sub.add_argument("--texts", action="store_true", help="export: the texts, too")
    sub.add_argument("--force", action="store_true", help="backup, export: write over a file that is there")
