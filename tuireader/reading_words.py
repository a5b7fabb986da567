"""The words of a call that say how the files it names are to be read."""

from __future__ import annotations

import argparse


def add_reading(parser: argparse.ArgumentParser, *names: str) -> None:
    """The options of everything that reads what PATH names: how that is read."""
    group = parser.add_argument_group("reading")
    # ``parse`` has put down what holds where nothing is said: a default would be read as if it had been typed.
    unsaid = argparse.SUPPRESS
    about = "which column or field of a table holds what: title=headline,text=body (docs/formats.md)"
    group.add_argument(*names, dest="columns", type=_mapping, default=unsaid, metavar="WHAT=COLUMN[,…]", help=about)
    about = "the encoding to read files by, where the guess is wrong: cp1250"
    group.add_argument("--charset", type=_charset, default=unsaid, metavar="NAME", help=about)
    about = "let addresses in feeds, pages and redirects lead into your own network; one you type yourself always may"
    group.add_argument("--private-addresses", action="store_true", help=about)


def _mapping(text: str) -> dict[str, str]:
    from tuireader.sources.columns import columns

    try:
        return columns(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _charset(text: str) -> str:
    try:
        b"ab".decode(text, "replace")
    except (LookupError, ValueError):
        about = f"there is no encoding {text!r}; there are utf-8, cp1252, cp1250, gb18030 and more"
        raise argparse.ArgumentTypeError(about) from None
    return text
