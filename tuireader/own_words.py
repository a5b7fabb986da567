"""The words and options that one command alone takes: facts, list, search, export, report, sync."""

from __future__ import annotations

import argparse

from tuireader.reading_words import add_reading

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

#: The words by which facts can be chosen and lists sorted: written down here, since importing what finds facts takes
#: time. A test holds them to ``facts.KINDS``, ``facts.VERDICTS`` and ``list_choice.SORTS``.
KINDS = ("person", "organisation", "place", "date", "quantity", "quote", "event", "sourcing")
SORTS = ("date", "source", "title", "words", "shared")
VERDICTS = ("differ", "changed", "agree", "only")
#: What can be exported, and in which forms; held to ``report.documents`` likewise.
WHATS = ("marks", "comparison", "facts", "story")
FORMS = ("md", "html", "json", "csv")


def add_sync(sub: argparse.ArgumentParser) -> None:
    """The words and options of ``sync``."""
    about = "feeds, by address or title, and folders; none: all feeds and watched folders"
    sub.add_argument("places", nargs="*", default=[], metavar="FEED|FOLDER", help=about)
    sub.add_argument("--now", action="store_true", help="ask those too that are not due yet")
    sub.add_argument("--list", action="store_true", help="list them, and when each was and will be asked; ask none")
    add_reading(sub, "--map", "--columns")


def add_search(sub: argparse.ArgumentParser) -> None:
    """The words and options of ``search``."""
    about = 'words, the last may be unfinished; "exact words", -word, and fields: who:osmani (docs/search.md)'
    sub.add_argument("query", metavar="QUERY", help=about)
    sub.add_argument("--limit", type=_limit, default=20, metavar="N", help="no more hits than N (default: 20)")
    sub.add_argument(
        "--in",
        dest="within",
        action="extend",
        default=[],
        type=lambda text: [word for word in text.split(",") if word],
        metavar="ARTICLE[,…]",
        help="search these articles; facts are still those of all",
    )


def add_export(sub: argparse.ArgumentParser, *, report: bool) -> None:
    """The options of ``export`` and ``report``."""
    if report:
        sub.set_defaults(what="story")
        nowhere = "one named after the story, or standard output in a pipe"
    else:
        nowhere = "standard output"
        sub.add_argument("--what", choices=WHATS, default="story", help="what to export (default: story)")
        sub.add_argument("--format", choices=FORMS, help="the form (default: what the file's ending says, else md)")
    sub.add_argument("--story", type=story, metavar="N", help="only story N, as `tuireader list` numbers them")
    sub.add_argument("-o", "--output", metavar="FILE", help=f"the file to write (default: {nowhere})")
    sub.add_argument("--force", action="store_true", help="write over a file that is there")
    sub.add_argument("--all", action="store_true", help="with the facts that you took off the list in the reader")


def add_list(sub: argparse.ArgumentParser) -> None:
    """The options of ``list``."""
    about = "what comes first (default: as the articles were given; of the library by date); added: with --library"
    sub.add_argument("--sort", choices=(*SORTS, "added"), default="", help=about)
    sub.add_argument("--unread", action="store_true", help="leave out what you read in the reader")
    about = "articles with this tag; several times: with all of them"
    sub.add_argument("--tag", action="append", default=[], metavar="TAG", help=about)


def add_facts(sub: argparse.ArgumentParser) -> None:
    """The options of ``facts``."""
    group = sub.add_argument_group("choosing", "each option takes several words, and can stand several times")
    for name, known in (("--kind", KINDS), ("--verdict", VERDICTS)):
        group.add_argument(
            name,
            action="extend",
            default=[],
            type=_one_or_more(known),
            metavar=f"{name[2:].upper()}[,…]",
            help=f"{', '.join(known[:-1])} or {known[-1]}",
        )
    group.add_argument(
        "--article",
        action="extend",
        default=[],
        type=lambda text: [word for word in text.split(",") if word],
        metavar="ARTICLE[,…]",
        help="facts that this article carries; with --verdict only, what it alone says",
    )
    group.add_argument("--all", action="store_true", help="tell those too that were dismissed in the reader")
    group = sub.add_argument_group("form")
    group.add_argument("--explain", action="store_true", help="tell of each fact how its values were read, and why")
    group.add_argument("--timeline", action="store_true", help="print the timeline and nothing else")
    group.add_argument("--csv", action="store_true", help="print a table for a spreadsheet, one row a value")


def _one_or_more(known: Sequence[str]) -> Callable[[str], list[str]]:
    """Reads words parted by commas, each of which must be a known one; what begins like one or is its plural is not."""

    def read(text: str) -> list[str]:
        words = [word.strip().lower() for word in text.split(",") if word.strip()]
        for word in words:
            if word not in known:
                raise argparse.ArgumentTypeError(f"there is no “{word}”; {_meant(word, known)}")
        if not words:
            raise argparse.ArgumentTypeError(f"write one of {', '.join(known)}")
        return words

    return read


def _meant(word: str, known: Sequence[str]) -> str:
    from difflib import get_close_matches

    # "people" is nothing like "person" to a computer.
    close = get_close_matches({"people": "person"}.get(word, word)[:80], known, 1, 0.5)
    return f"did you mean “{close[0]}”?" if close else f"there are {', '.join(known)}"


def _limit(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:6]) <= 10_000):
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 1 to 10000")
    return int(text)


def story(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text[:6])):
        raise argparse.ArgumentTypeError(f"{text!r} is no number of a story; they count from 1")
    return int(text)
