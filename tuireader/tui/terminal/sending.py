"""Pieces become what is sent: in the order that takes the fewest bytes, blanks erased where that is shorter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from itertools import islice
from typing import NamedTuple

from tuireader.tui.terminal.abilities import Abilities
from tuireader.tui.terminal.differences import Piece
from tuireader.tui.terminal.grid import unsure
from tuireader.tui.terminal.looks import PLAIN, Look, apart, blanking, change, shows
from tuireader.tui.terminal.moves import BEHIND, Place, move

#: Characters of one cell that no terminal joins with others: ASCII, lines and blocks.
_AGAIN = re.compile("([ -~\u2500-\u259f])\\1{2,}")

#: Among so many looks the next is chosen: of very many, each against each would take longer than the bytes are worth.
_CHOICE = 24
#: What going back to a place costs when pieces beside each other are not sent one after the other.
_RETURN = 8


class Sent(NamedTuple):
    """What is sent, and the pen and the place of the cursor it leaves: None where unknown."""

    text: str
    pen: Look | None
    at: Place | None


def cheapest(
    pieces: Sequence[Piece], pen: Look | None, width: int, abilities: Abilities, at: Place | None = None
) -> Sent:
    """What to send for pieces, top to bottom and left to right, in a terminal so wide.

    ``pen`` is None where it is not known. So is ``at``, where the cursor stands, at the beginning of a frame: its first
    place is named, and what others write to the terminal spoils no more than it covers.
    """
    if not abilities.links:
        pieces = [piece._replace(look=piece.look._replace(link="")) if piece.look.link else piece for piece in pieces]
    # What some terminal may draw over other cells comes first, from left to right: those are drawn afterwards.
    early = [piece for piece in pieces if unsure(piece.text)]
    if early:
        pieces = [*early, *(piece for piece in pieces if not unsure(piece.text))]
    ways = [pieces]
    late = pieces[len(early) :]
    if len({piece.look for piece in late}) > 1:
        begun = early[-1].look if early else pen
        ways.append([*early, *_by_look([[piece] for piece in late], begun)])
        chains = _chains(late)
        if len(chains) < len(late):
            ways.append([*early, *_by_look(chains, begun)])
    return min((_send(way, pen, width, abilities, at) for way in ways), key=lambda sent: len(sent.text.encode()))


def _chains(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Pieces beside each other together, where their looks differ by less than a move and back."""
    chains: list[list[Piece]] = []
    for piece in pieces:
        last = chains[-1][-1] if chains else None
        if (
            last is not None
            and (last.row, last.column + last.width) == (piece.row, piece.column)
            and len(change(last.look, ink := _ink(last.look, piece))) + len(change(ink, chains[-1][0].look)) < _RETURN
        ):
            chains[-1].append(piece)
        else:
            chains.append([piece])
    return chains


def _by_look(chains: Sequence[Sequence[Piece]], pen: Look | None) -> list[Piece]:
    """Chains that begin in one look together; after each look the one that takes the fewest codes from it."""
    groups: dict[Look, list[Sequence[Piece]]] = {}
    blanks: dict[str, list[Sequence[Piece]]] = {}
    for chain in chains:
        if chain[0].blank and len(chain) == 1:
            blanks.setdefault(chain[0].look.back, []).append(chain)
        else:
            groups.setdefault(chain[0].look, []).append(chain)
    ordered: list[Piece] = []
    while groups:
        now = pen or PLAIN
        nearest = min(islice(groups, _CHOICE), key=partial(apart, now))
        group = groups.pop(nearest)
        if not shows(nearest):
            group += blanks.pop(nearest.back, [])
            group.sort(key=lambda chain: chain[0][:2])
        ordered += [piece for chain in group for piece in chain]
        pen = ordered[-1].look
    for group in blanks.values():
        ordered += [piece for chain in group for piece in chain]
    return ordered


def _ink(pen: Look, piece: Piece) -> Look:
    """What the pen is to be set to for a piece."""
    return blanking(pen, piece.look.back) if piece.blank else piece.look


def _send(pieces: Sequence[Piece], pen: Look | None, width: int, abilities: Abilities, at: Place | None) -> Sent:
    out: list[str] = []
    for place, piece in enumerate(pieces):
        row, column = piece.row, piece.column
        out.append(move(at, (row, column)))
        if pen is None:
            out.append(f"\x1b[0m{change(PLAIN, piece.look)}")
            pen = piece.look
        else:
            ink = _ink(pen, piece)
            out.append(change(pen, ink))
            pen = ink
        end = column + piece.width
        text = _erasing(piece, pieces[place + 1 : place + 2], width, abilities) if piece.blank else ""
        if piece.width == 2 and unsure(piece.text):
            # Terminals that draw it in one cell leave in the other what was there.
            out += " " * piece.width, move((row, min(end, width - 1)), (row, column))
        out.append(text or (_repeating(piece.text) if abilities.repeats else piece.text))
        # Lines do not wrap, so that after the last column the cursor stays in it.
        after = None if unsure(piece.text) else (row, min(end, width - 1))
        at = (row, column) if text else after
    if pen is not None and pen.link:
        # Whatever else is written is no part of it.
        out.append(change(pen, pen._replace(link="")))
        pen = pen._replace(link="")
    # In the last column some have it behind that.
    return Sent("".join(out), pen, (at[0], BEHIND) if at is not None and at[1] == width - 1 else at)


def _repeating(text: str) -> str:
    """A text with what stands in it several times in a row sent once, and repeated (REP), where that is shorter."""
    return _AGAIN.sub(_repeated, text)


def _repeated(match: re.Match[str]) -> str:
    short = f"{match[1]}\x1b[{len(match[0]) - 1}b"
    return short if len(short.encode()) < len(match[0].encode()) else match[0]


def _erasing(piece: Piece, following: Sequence[Piece], width: int, abilities: Abilities) -> str:
    """What erases a blank piece where that takes fewer bytes than sending it; else nothing.

    To the end of the line (EL) or so many characters (ECH); the cursor stays where it was. A terminal that does not
    erase in the colour of the pen erases to its own ground.
    """
    if piece.look.back and not abilities.erases_in_colour:
        return ""
    end = piece.column + piece.width
    if end < width and not abilities.erases_characters:
        return ""
    text = "\x1b[K" if end == width else f"\x1b[{piece.width}X"
    cost = len(text)
    if following and (following[0].row, following[0].column) == (piece.row, end):
        cost += len(move((piece.row, piece.column), (piece.row, end)))
    return text if cost < piece.width else ""
