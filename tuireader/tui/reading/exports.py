"""What can be exported from a screen, and where to. Pure: knows the session, no widgets."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tuireader.library import Mark
from tuireader.report.counting import count
from tuireader.text.safe import line as safe
from tuireader.tui.session import Session

if TYPE_CHECKING:
    from tuireader.report.documents import Material

#: What is exported first from a screen of a scope; from all others the story.
FIRST = {"compare": "comparison", "facts": "facts", "marks": "marks"}


class Export(NamedTuple):
    """Something to export: ``what`` as ``documents.WHATS`` has it, its name, how much there is of it; ``ids`` are the
    articles it is about, none where ``marks`` are of others too. ``missing`` tells why it cannot be had yet."""

    what: str
    name: str
    about: str
    ids: tuple[str, ...] = ()
    missing: str = ""
    marks: tuple[Mark, ...] = ()


def exports(session: Session, ids: Sequence[str], listed: tuple[Mark, ...] = ()) -> list[Export]:
    """What there is of some articles, of the marks that are listed where not all are, and of the marks in all."""
    own = tuple(id for id in ids if id in session.by_id)
    held = set(own)
    passages = [each for each in session.passages if len(held.intersection(each.articles)) > 1]
    known = session.facts.facts if session.facts else ()
    dismissed = session.dismissed(known)
    facts = sum(1 for fact in known if fact.id not in dismissed and held.intersection(fact.articles))
    unread = "" if session.telling else "still looking for shared passages"
    unknown = unread or ("" if session.facts else "still looking for facts")
    marks = session.library.all_marks()
    digests = {session.by_id[id].digest for id in own}
    here = tuple(mark for mark in marks if mark.digest in digests)
    articles = count(len(own), "article")
    shared = "no shared passage" if session.telling and not passages else count(len(passages), "shared passage")
    found: list[Export] = []
    if own:
        whole = f"{articles}, {shared}, {count(facts, 'fact')}"
        found.append(Export("story", "Whole story", unknown or whole, own, unknown))
        if len(own) > 1:
            found.append(Export("comparison", "Comparison", unread or f"{articles}, {shared}", own, unread))
        found.append(Export("facts", "Facts", unknown or f"{count(facts, 'fact')} of {articles}", own, unknown))
    some = listed if listed != marks else ()
    chosen = (("Marks listed", some), ("All your marks", marks), ("Marks here", here))
    for at, (name, held_marks) in enumerate(chosen):
        if held_marks and held_marks not in (each for _, each in chosen[:at]):
            about = f"{count(len(held_marks), 'mark')}, notes and tags"
            found.append(Export("marks", name, about, own if held_marks == here else (), marks=held_marks))
    return found


def material(session: Session, export: Export, form: str) -> Material:
    """What an export in a form is made of. JSON has the facts that were dismissed, as it has in a pipe."""
    from tuireader.facts import Facts
    from tuireader.passages import Passages
    from tuireader.report.documents import Material
    from tuireader.story import Telling

    telling = session.telling or Telling(Passages(), ())
    if export.marks:
        return Material(session.articles, telling, marks=export.marks)
    facts = session.facts or Facts()
    whole = Material(session.articles, telling, facts, session.library.all_marks())
    dismissed = () if form == "json" else session.dismissed(facts.facts)
    return whole.within(export.ids).without(dismissed).marks_here()


def folder() -> Path:
    """Where files go unless the reader says otherwise: the current folder, else that of the user's documents."""
    # A folder that was removed meanwhile has no path any more.
    with suppress(OSError):
        if os.access(Path.cwd(), os.W_OK | os.X_OK):
            return Path()
    from platformdirs import user_documents_path

    with suppress(RuntimeError, OSError):  # nobody knows of a home folder, or it may not be entered
        documents = user_documents_path()
        return documents if documents.is_dir() else Path.home()
    return Path()


def before(name: str, most: int, ellipsis: str) -> str:
    """The folder that a name which names none goes into, the end of it where it is long; empty for one that does."""
    if Path(name).is_absolute() or name.startswith("~"):
        return ""
    with suppress(OSError):
        said = safe(shown(Path.cwd())).rstrip("/") + "/"
        return said if len(said) <= most else ellipsis + said[len(said) - most + 1 :]
    return ""


def shown(path: Path) -> str:
    """A path as people write it: from the home folder on with ``~``."""
    try:
        return str(Path("~") / path.relative_to(Path.home())) if path.is_absolute() else str(path)
    except (ValueError, RuntimeError):
        return str(path)
